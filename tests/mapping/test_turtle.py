"""Turtle is the same bytes for the same triples, whatever the order they came in and the seed of hashes."""

import os
import random
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from aikg import resources
from aikg.mapping.entities import add_entity
from aikg.mapping.timespans import add_time_span
from aikg.mapping.turtle import to_turtle
from aikg.model.entity import Entity
from aikg.vocabulary.namespaces import AIKG, ID, PREFIXES

PROGRAM = """
from rdflib import Graph
from aikg.mapping.entities import add_entity
from aikg.mapping.timespans import add_time_span
from aikg.mapping.turtle import to_turtle
from aikg.model.entity import Entity
graph = Graph()
for n in set(map(str, range(40))):
    aliases = tuple({(f"별명 {n}", "ko"), (f"alias {n}", "en"), (f"other {n}", "en")})
    add_entity(graph, Entity(f"org/example-{n}", "Organization", f"보기 {n}", f"Example {n}", aliases))
    add_time_span(graph, f"20{int(n) + 10}")
print(to_turtle(graph, {"ex": "https://example.org/"}), end="")
"""


def example(names: list[str]) -> Graph:
    graph = Graph()
    for n, name in enumerate(names):
        add_entity(graph, Entity(f"org/example-{n}", "Organization", name, name, ((name, "ko"),)))
        add_time_span(graph, f"{2031 + n}..")
    return graph


def run(seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, check=True)
    return done.stdout


def test_same_bytes_under_every_hash_seed() -> None:
    first, *others = (run(seed) for seed in ("0", "1", "2"))
    assert first.count("별명".encode()) == 40
    assert [other == first for other in others] == [True, True]


def test_same_bytes_in_any_order() -> None:
    triples = list(example(["등대", "항구", 'a "quoted" name', "two\nlines"]))
    texts = set()
    for seed in range(5):
        graph = Graph()
        for triple in random.Random(seed).sample(triples, len(triples)):  # noqa: S311
            graph.add(triple)
        texts.add(to_turtle(graph))
    assert len(texts) == 1


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1, max_size=4))
def test_nothing_is_lost(names: list[str]) -> None:
    graph = example(names)
    text = to_turtle(graph)
    again = Graph().parse(data=text)
    assert isomorphic(again, graph)
    assert to_turtle(again) == text


def test_only_prefixes_in_use() -> None:
    graph = Graph()
    graph.add((URIRef(ID + "topic/paint"), RDF.type, AIKG.Topic))
    graph.add((URIRef(ID + "topic/paint"), SKOS.broader, URIRef("https://example.org/colour")))
    text = to_turtle(graph, {"ex": "https://example.org/", "unused": "https://example.org/unused/"})
    prefixes = [line.split()[1] for line in text.splitlines() if line.startswith("@prefix")]
    assert prefixes == ["aikg:", "ex:", "skos:", "topic:"]
    assert "skos:broader ex:colour" in text
    assert "ns1:" not in text


def test_ends_with_one_line_break() -> None:
    text = to_turtle(example(["등대"]))
    assert text.endswith(" .\n")
    assert not text.startswith("\n")


def test_language_tags_stay() -> None:
    graph = Graph()
    graph.add((URIRef("urn:a"), SKOS.prefLabel, Literal("등대", lang="ko")))
    assert '"등대"@ko' in to_turtle(graph)


def by_rdflib(graph: Graph, prefixes: dict[str, str]) -> str:
    """What rdflib writes when it is left alone."""
    copy = Graph(bind_namespaces="none")
    for prefix, namespace in {**PREFIXES, **prefixes}.items():
        copy.bind(prefix, namespace, replace=True)
    for triple in graph:
        copy.add(triple)
    return copy.serialize(format="turtle").strip() + "\n"


@pytest.mark.parametrize("folder", ["data", "ontology", "shapes"])
def test_the_quick_way_writes_what_rdflib_writes(folder: str) -> None:
    for path in sorted(resources.folder(folder).rglob("*.ttl")):
        text = path.read_text("utf-8")
        prefixes = dict(re.findall(r"@prefix ([\w.-]*): <([^>]*)> \.", text))
        graph = Graph(bind_namespaces="none").parse(data=text, format="turtle")
        assert to_turtle(graph, prefixes) == by_rdflib(graph, prefixes), path
