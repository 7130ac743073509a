"""A thing that several briefs propose is described once, whatever the order in which the briefs came."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from aikg.graph.sources import SourceFile, read_sources, turtle_files
from aikg.vocabulary.namespaces import ID, PREFIXES

HEAD = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
PRODUCT = NamedNode(ID + "product/gull")


def proposal(name: str, status: str = "review:candidate") -> str:
    return f'product:gull a aikg:Product ; skos:prefLabel "{name}"@en ; aikg:reviewStatus {status} .\n'


def names(data: Path, files: dict[str, str]) -> dict[str, list[str]]:
    """The names of the product that each file is left with."""
    for name, text in files.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD + text, encoding="utf-8")
    return {file.name.removeprefix("data/"): labels(file) for file in read_sources(data, data / "none")}


def labels(file: SourceFile) -> list[str]:
    return [q.object.value for q in file.quads if q.subject == PRODUCT and isinstance(q.object, Literal)]


EARLY, LATE = "briefs/x-2031-04/proposals.ttl", "briefs/x-2031-05/proposals.ttl"


def test_the_earlier_issue_counts(tmp_path: Path) -> None:
    assert names(tmp_path, {LATE: proposal("Late"), EARLY: proposal("Early")}) == {EARLY: ["Early"], LATE: []}


def test_what_a_person_accepted_counts_before_a_candidate(tmp_path: Path) -> None:
    files = {EARLY: proposal("Early"), LATE: proposal("Late", "review:reviewed")}
    assert names(tmp_path, files) == {EARLY: [], LATE: ["Late"]}


def test_the_registry_counts_before_every_proposal(tmp_path: Path) -> None:
    registry = "registry/products.ttl"
    files = {
        EARLY: proposal("Early", "review:reviewed"),
        registry: 'product:gull a aikg:Product ; skos:prefLabel "Gull"@en .',
    }
    assert names(tmp_path, files) == {EARLY: [], registry: ["Gull"]}


def test_other_things_of_the_files_stay(tmp_path: Path) -> None:
    names(tmp_path, {EARLY: proposal("Early"), LATE: proposal("Late") + "product:tern a aikg:Product ."})
    late = next(file for file in read_sources(tmp_path, tmp_path / "none") if file.name.endswith(LATE))
    assert [getattr(quad.subject, "value", "").removeprefix(ID) for quad in late.quads] == ["product/tern"]


def test_files_that_are_no_proposals_keep_all(tmp_path: Path) -> None:
    one, two = "briefs/x-2031-04/01.ttl", "registry/products.ttl"
    assert names(tmp_path, {one: proposal("One"), two: proposal("Two")}) == {one: ["One"], two: ["Two"]}


@pytest.mark.parametrize("hidden", [".staging/01.ttl", "briefs/.x-2031-04.new/01.ttl", "briefs/x-2031-04/.01.ttl"])
def test_what_is_still_being_written_is_not_read(tmp_path: Path, hidden: str) -> None:
    path = tmp_path / hidden
    path.parent.mkdir(parents=True)
    path.write_text("half a tri", encoding="utf-8")
    assert turtle_files(tmp_path) == []
