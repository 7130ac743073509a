"""The fast look at the data finds every node that pySHACL finds in violation."""

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph
from tests.shapes.test_shape_fixtures import ALL, CONTEXT, HERE

from aikg import resources
from aikg.graph.sources import read_sources
from aikg.validation import screen
from aikg.validation.screen import check_screened, suspects
from aikg.validation.shapes import check_shapes, load_shapes, to_rdflib


@pytest.fixture(scope="module")
def examples() -> Graph:
    """All examples of the shapes, with the ontology."""
    ontology = [q for source in read_sources(resources.folder("ontology"), HERE / "none") for q in source.quads]
    return to_rdflib([*ontology, *CONTEXT.quads, *(quad for fixture in ALL for quad in fixture.quads)])


def ntriples(graph: Graph) -> str:
    return str(graph.serialize(format="nt"))


def test_both_engines_find_the_same_nodes(examples: Graph) -> None:
    pytest.importorskip("shacl_rust", reason="the fast engine is not installed")
    shapes = load_shapes(resources.folder("shapes"))
    nodes = {str(subject) for subject in examples.subjects()}
    expected = {r.focus_node for r in check_shapes(examples, shapes) if r.severity == "Violation"}
    assert len(expected) > 100
    assert suspects(ntriples(examples), shapes.serialize(format="turtle"), nodes) == expected & nodes


def test_without_the_fast_engine_every_node_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "find_spec", lambda name: None)
    assert suspects("", "", {"urn:a", "urn:b"}) == {"urn:a", "urn:b"}


def test_only_the_nodes_asked_for_are_told(examples: Graph) -> None:
    shapes = load_shapes(resources.folder("shapes"))
    assert suspects(ntriples(examples), shapes.serialize(format="turtle"), set()) == set()


def test_pyshacl_can_look_at_some_nodes_only(examples: Graph) -> None:
    shapes = load_shapes(resources.folder("shapes"))
    bad = sorted(r.focus_node for r in check_shapes(examples, shapes) if r.severity == "Violation")
    assert {r.focus_node for r in check_shapes(examples, shapes, bad[:3])} == set(bad[:3])


def test_all_severities_are_told_as_pyshacl_tells_them(examples: Graph) -> None:
    pytest.importorskip("shacl_rust", reason="the fast engine is not installed")
    shapes = load_shapes(resources.folder("shapes"))
    quads = list(parse(ntriples(examples), format=RdfFormat.N_TRIPLES))
    expected = {(r.focus_node, r.severity, r.message_en) for r in check_shapes(examples, shapes)}
    assert {severity for _, severity, _ in expected} >= {"Violation", "Info"}
    assert {(r.focus_node, r.severity, r.message_en) for r in check_screened(quads, shapes)} == expected
