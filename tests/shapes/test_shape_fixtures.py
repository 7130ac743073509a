"""Every shape is seen to accept good examples and to refuse bad ones.

``<shape file>/valid-*.ttl`` and ``<shape file>/invalid-*.ttl`` are invented examples. Each starts with what the shapes
must say of it, and nothing else::

    # expects: Violation "A figure needs one unit"

A valid one says ``# expects: nothing``. Examples may point to the things of ``context.ttl``. All are checked in one
run, together with the ontology and its concepts: each file has nodes of its own, so they do not disturb each other.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import Quad
from rdflib import SH, Graph, Literal

from aikg import resources
from aikg.graph.sources import read_file, read_sources
from aikg.validation.report import ValidationResult
from aikg.validation.shapes import check_shapes, load_shapes, to_rdflib

HERE = Path(__file__).parent
SHAPE_FILES = sorted(p.stem for p in resources.folder("shapes").glob("*.ttl") if "sh:NodeShape" in p.read_text("utf-8"))
EXPECTATION = re.compile(r'# expects: (?:nothing|(Violation|Warning|Info) "(.+)")')
#: raise it when you add examples, so that a pattern that finds nothing never passes unseen
FIXTURES = 270

Found = dict[str, list[ValidationResult]]


@dataclass(frozen=True)
class Fixture:
    """An example, and the findings it must give: (severity, part of the message)."""

    name: str
    expected: tuple[tuple[str, str], ...]
    quads: tuple[Quad, ...]

    @property
    def nodes(self) -> set[str]:
        return {quad.subject.value for quad in self.quads}  # type: ignore[union-attr]


def read(path: Path) -> Fixture:
    name = path.relative_to(HERE).as_posix()
    lines = [line for line in path.read_text("utf-8").splitlines() if line.startswith("# expects")]
    matches = [EXPECTATION.fullmatch(line) for line in lines]
    assert matches and all(matches), f"{name}: the first lines must be '# expects: ...'"
    expected = tuple((match[1], match[2]) for match in matches if match and match[1])
    return Fixture(name, expected, read_file(path, name, "urn:example").quads)


ALL = [read(path) for path in sorted(HERE.glob("*/*valid-*.ttl"))]
CONTEXT = read(HERE / "context.ttl")


@pytest.fixture(scope="session")
def found() -> Found:
    """What the shapes find in all examples, by focus node."""
    ontology = [q for source in read_sources(resources.folder("ontology"), HERE / "none") for q in source.quads]
    quads: Iterable[Quad] = [*ontology, *CONTEXT.quads, *(quad for fixture in ALL for quad in fixture.quads)]
    by_node: Found = defaultdict(list)
    for result in check_shapes(to_rdflib(quads), load_shapes(resources.folder("shapes"))):
        by_node[result.focus_node].append(result)
    return by_node


def results_of(fixture: Fixture, found: Found) -> list[ValidationResult]:
    return [result for node in sorted(fixture.nodes) for result in found.get(node, [])]


@pytest.mark.parametrize("fixture", ALL, ids=lambda fixture: fixture.name)
def test_fixture(fixture: Fixture, found: Found) -> None:
    results = results_of(fixture, found)
    unexpected = [
        result.to_line("en")
        for result in results
        if not any(result.severity == severity and part in result.message_en for severity, part in fixture.expected)
    ]
    missing = [
        (severity, part)
        for severity, part in fixture.expected
        if not any(result.severity == severity and part in result.message_en for result in results)
    ]
    assert (unexpected, missing) == ([], [])


def test_all_fixtures_are_collected() -> None:
    assert len(ALL) == FIXTURES
    assert sorted(HERE.rglob("*.ttl")) == sorted([HERE / "context.ttl", *(HERE / fixture.name for fixture in ALL)])


@pytest.mark.parametrize("stem", SHAPE_FILES)
def test_every_shape_has_good_and_bad_examples(stem: str) -> None:
    kinds = {fixture.name.split("/")[1].split("-")[0] for fixture in ALL if fixture.name.startswith(f"{stem}/")}
    assert kinds == {"valid", "invalid"}


def test_there_are_no_examples_of_shapes_that_are_gone() -> None:
    assert {fixture.name.split("/")[0] for fixture in ALL} == set(SHAPE_FILES)


@pytest.mark.parametrize("fixture", ALL, ids=lambda fixture: fixture.name)
def test_valid_examples_expect_nothing_and_invalid_ones_something(fixture: Fixture) -> None:
    assert bool(fixture.expected) == ("/invalid-" in fixture.name)


def test_the_context_conforms(found: Found) -> None:
    assert results_of(CONTEXT, found) == []


def test_examples_share_no_nodes() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for fixture in (CONTEXT, *ALL):
        for node in fixture.nodes:
            owners[node].add(fixture.name)
    assert {node: names for node, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize("stem", SHAPE_FILES)
def test_every_message_of_a_shape_is_seen(stem: str, found: Found) -> None:
    """A rule that no example breaks may be a rule that never fires."""
    shapes = Graph().parse(resources.folder("shapes") / f"{stem}.ttl")
    messages = {str(m) for m in shapes.objects(None, SH.message) if isinstance(m, Literal) and m.language == "en"}
    examples = [fixture for fixture in ALL if fixture.name.startswith(f"{stem}/")]
    seen = {result.message_en for fixture in examples for result in results_of(fixture, found)}
    assert messages - seen == set()


def test_every_message_is_in_both_languages(found: Found) -> None:
    korean = re.compile("[가-힣]")
    results = [result for results in found.values() for result in results]
    assert results
    assert [r.to_line("en") for r in results if not korean.search(r.message_ko) or korean.search(r.message_en)] == []
