"""What shapes cannot say is said by the integrity checks, naming file, node and remedy."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from aikg.graph.sources import read_sources
from aikg.resources import folder
from aikg.validation.integrity import NamedQuads, canonical, check_integrity
from aikg.vocabulary.namespaces import ID, PREFIXES

HEAD = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
ONTOLOGY: list[NamedQuads] = [(f.name, f.quads) for f in read_sources(folder("ontology"), folder("ontology") / "none")]


def file(name: str, turtle: str) -> NamedQuads:
    return name, list(parse(HEAD + turtle, format=RdfFormat.TURTLE))


def problems(*files: NamedQuads) -> list[tuple[str, str, str, str]]:
    """File, node, start of the message and value of each violation."""
    results = check_integrity([*files, *ONTOLOGY])
    assert all(result.severity == "Violation" and result.message_ko for result in results)
    return [
        (r.file, r.focus_node.removeprefix(ID), re.split(r"<|\w+:\w", r.message_en)[0][:20], r.value) for r in results
    ]


def test_the_ontology_alone_is_sound() -> None:
    assert problems() == []


def test_sound_files() -> None:
    one = file("one.ttl", "topic:paint a aikg:Topic ; skos:broader topic:colour .")
    two = file("two.ttl", "topic:colour a aikg:Topic ; schema:value 12.5 .")
    assert problems(one, two) == []


def test_two_entities_with_one_slug() -> None:
    one, two = (file(name, "topic:paint a aikg:Topic .") for name in ("a.ttl", "b.ttl"))
    assert problems(two, one) == [("b.ttl", "topic/paint", "Two things have this", "")]


def test_one_entity_with_two_classes_in_one_file_is_no_clash() -> None:
    assert problems(file("a.ttl", "topic:paint a aikg:Topic , aikg:Technology .")) == []


def test_thing_without_a_class() -> None:
    assert problems(file("a.ttl", 'topic:paint skos:prefLabel "paint"@en .')) == [
        ("a.ttl", "topic/paint", "A thing without a cl", "")
    ]


@pytest.mark.parametrize(
    "turtle",
    ["topic:paint a aikg:Topik .", "topic:paint a aikg:Topic ; aikg:uzes topic:paint ."],
    ids=["class", "property"],
)
def test_unknown_term(turtle: str) -> None:
    assert problems(file("a.ttl", turtle)) == [("a.ttl", "topic/paint", "Unknown term ", "")]


def test_a_slip_of_the_pen_is_guessed() -> None:
    slip = file("a.ttl", 'topic:paint a aikg:Topic ; aikg:perriod "2031" .')
    (found,) = check_integrity([slip, *ONTOLOGY])
    assert found.message_en == "Unknown term aikg:perriod; did you mean aikg:period?"
    assert found.message_ko == "온톨로지에 없는 용어 aikg:perriod: aikg:period 아닌가요?"


@pytest.mark.parametrize("predicate", ["aikg:uzes", "org:memberof", "<https://example.org/likes>"])
def test_unknown_predicate_of_a_statement(predicate: str) -> None:
    turtle = f"topic:s a aikg:Statement ; rdf:predicate {predicate} ."
    assert problems(file("a.ttl", turtle)) == [("a.ttl", "topic/s", "Unknown term ", "")]


def test_known_predicates_of_statements() -> None:
    assert problems(file("a.ttl", "topic:s a aikg:Statement ; rdf:predicate aikg:uses , org:memberOf .")) == []


@pytest.mark.parametrize("target", ["topic:colour", "modality:guess"])
def test_dangling_reference(target: str) -> None:
    prefix, step = target.split(":")
    assert problems(file("a.ttl", f"topic:paint a aikg:Topic ; skos:related {target} .")) == [
        ("a.ttl", "topic/paint", "It points to a thing", PREFIXES[prefix] + step)
    ]


def test_links_to_other_sites_are_not_dangling() -> None:
    assert problems(file("a.ttl", "topic:paint a aikg:Topic ; skos:exactMatch <https://example.org/paint> .")) == []


@pytest.mark.parametrize("number", ["12.50", "+1", "007", "1.0", "1e3", '"-0.10"^^xsd:decimal'])
def test_number_that_the_store_would_rewrite(number: str) -> None:
    found = problems(file("a.ttl", f"topic:paint a aikg:Topic ; schema:value {number} ."))
    assert [(where, node, message) for where, node, message, _ in found] == [
        ("a.ttl", "topic/paint", "The store would keep")
    ]


def test_each_problem_is_told_once() -> None:
    name, quads = file("a.ttl", "topic:paint a aikg:Topik .")
    assert len(problems((name, [*quads, *quads]))) == 1


@given(st.one_of(st.integers(-(10**12), 10**12).map(str), st.from_regex(r"-?[0-9]{1,6}\.[0-9]{1,6}", fullmatch=True)))
def test_canonical_is_what_the_store_keeps(number: str) -> None:
    datatype = PREFIXES["xsd"] + ("decimal" if "." in number else "integer")
    store = Store()
    store.add(Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal(number, datatype=NamedNode(datatype))))
    kept = next(iter(store)).object
    assert isinstance(kept, Literal)
    assert canonical(number) == (kept.value == number)
