"""Every ready-made question gives the answer that people worked out from the printed brief.

``expected-answers.json`` has, per question, one or more tables: some columns of the answer and their rows. An IRI is
written as its last step, a number in canonical form, an unbound value as an empty string; ``null`` stands for whatever
the print does not say. The rows count as a set unless the table is ``ordered``.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from aikg import resources
from aikg.graph import questions as module
from aikg.graph.canonical import to_nquads
from aikg.graph.inference import infer
from aikg.graph.questions import Question, question, questions
from aikg.graph.sources import read_sources
from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary import iris

Line = tuple[str | None, ...]
EXPECTED: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "expected-answers.json").read_text(encoding="utf-8")
)
TABLES = [
    pytest.param(name, table, id=f"{answer['cq']}-{name}-{number}")
    for name, answer in EXPECTED.items()
    for number, table in enumerate(answer["tables"], 1)
]


def answer(graph: KnowledgeGraph, name: str, columns: list[str]) -> list[Line]:
    found = question(name)
    assert found is not None
    rows = graph.rows(found.text)
    assert rows, "no answer"
    lines = [tuple(step(row.get(column, "")) for column in columns) for row in rows]
    return list(dict.fromkeys(lines))


def step(value: str) -> str:
    return iris.slug(value) if value.startswith("http") else value


def agree(expected: Line, found: Line) -> bool:
    return all(wanted is None or wanted == got for wanted, got in zip(expected, found, strict=True))


def test_forty_two_questions_are_asked_and_all_are_compared() -> None:
    assert len(questions()) == 42
    assert {name: answer["cq"] for name, answer in EXPECTED.items()} == {q.name: q.competency for q in questions()}
    assert all(table["rows"] for answer in EXPECTED.values() for table in answer["tables"])
    assert all(answer["tables"] for answer in EXPECTED.values())
    assert len({q.competency for q in questions()}) == 42


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_a_question_gives_the_expected_answer(
    knowledge_graph: KnowledgeGraph, name: str, table: dict[str, Any]
) -> None:
    expected = [tuple(row) for row in table["rows"]]
    found = answer(knowledge_graph, name, table["columns"])
    if table.get("ordered"):
        assert found == expected
        return
    assert [line for line in expected if not any(agree(line, other) for other in found)] == [], "missing"
    assert [line for line in found if not any(agree(other, line) for other in expected)] == [], "too much"
    assert len(found) == len(expected)


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_a_question_is_short_and_selects_no_labels(knowledge_graph: KnowledgeGraph, asked: Question) -> None:
    solutions = knowledge_graph.query(asked.text)
    assert isinstance(solutions, QuerySolutions)
    assert sum(not line.startswith("PREFIX ") for line in asked.text.splitlines()) <= 16
    assert "#" not in re.sub(r"<[^>]*>", "", asked.text)
    assert not re.search(r"prefLabel|rdfs:label|altLabel", asked.text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", asked.name)
    assert asked.ko.endswith("?")
    assert asked.en.endswith("?")


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_a_question_never_repeats_a_row(knowledge_graph: KnowledgeGraph, asked: Question) -> None:
    rows = [tuple(sorted(row.items())) for row in knowledge_graph.rows(asked.text)]
    assert len(rows) == len(set(rows))


@pytest.fixture(scope="module")
def unreviewed(knowledge_graph: KnowledgeGraph) -> KnowledgeGraph:
    """The same data with every statement a candidate."""
    store = Store()
    store.extend(_as_candidates(knowledge_graph))
    return KnowledgeGraph(store)


def _as_candidates(graph: KnowledgeGraph) -> Iterator[Quad]:
    reviewed = NamedNode(iris.concept("review-status/reviewed"))
    candidate = NamedNode(iris.concept("review-status/candidate"))
    for quad in graph.store:
        target = candidate if quad.object == reviewed else quad.object
        yield Quad(quad.subject, quad.predicate, target, quad.graph_name)


STATEMENT_QUESTIONS = [asked for asked in questions() if "aikg:reviewStatus" in asked.text]


@pytest.mark.parametrize("asked", STATEMENT_QUESTIONS, ids=lambda asked: asked.name)
def test_a_question_about_statements_leaves_candidates_out(unreviewed: KnowledgeGraph, asked: Question) -> None:
    assert unreviewed.rows(asked.text) == []


def test_questions_that_read_statements_ask_for_reviewed_ones() -> None:
    reading = {asked.name for asked in questions() if re.search(r"\?statement|aikg:measure ", asked.text)}
    assert len(reading) >= 20
    assert reading <= {asked.name for asked in STATEMENT_QUESTIONS}


@pytest.fixture(scope="module")
def with_candidates() -> KnowledgeGraph:
    """The curated data, and a brief of candidates that say false things of the same entities and measures."""
    sources = read_sources(resources.folder("data"), resources.folder("ontology"))
    store = Store()
    for source in sources:
        store.extend(source.quads)
        if "spri-2024-01" in source.graph:
            store.extend(false_twin(quad) for quad in source.quads)
    infer(store)
    return KnowledgeGraph.from_nquads(to_nquads(store))


def false_twin(quad: Quad) -> Quad:
    """The same said in another brief by nobody's authority: of the next entity, with another number."""
    subject, graph = (NamedNode(renamed(getattr(term, "value", ""))) for term in (quad.subject, quad.graph_name))
    return Quad(subject, quad.predicate, _false(quad), graph)


def _false(quad: Quad) -> NamedNode | Literal:
    if isinstance(quad.object, Literal):
        number = quad.object.datatype.value.endswith(("integer", "decimal"))
        return Literal(quad.object.value + "1", datatype=quad.object.datatype) if number else quad.object
    iri = getattr(quad.object, "value", "")
    if iri == iris.concept("review-status/reviewed"):
        return NamedNode(iris.concept("review-status/candidate"))
    if quad.predicate.value.endswith("#subject") and "/id/article/" not in iri:
        return NamedNode(next_entity(iri))
    return NamedNode(renamed(iri))


def renamed(iri: str) -> str:
    iri = iri.replace("/spri-2024-01", "/x-2031-05")
    own = tuple(iris.entity(kind) for kind in ("event/", "provision/", "sanction/"))
    return iri + "-x" if iri.startswith(own) else iri


@cache
def entities() -> tuple[str, ...]:
    sources = read_sources(resources.folder("data") / "registry", resources.folder("data") / "none")
    return tuple(sorted({getattr(q.subject, "value", "") for source in sources for q in source.quads}))


def next_entity(iri: str) -> str:
    """The entity of the same kind that stands next in the alphabet."""
    kind = iri.rsplit("/", 1)[0] + "/"
    same = [known for known in entities() if known.startswith(kind)]
    return same[(same.index(iri) + 1) % len(same)] if iri in same else renamed(iri)


def test_the_false_twin_is_in_the_way(with_candidates: KnowledgeGraph) -> None:
    rows = with_candidates.rows("SELECT ?who { ?who org:memberOf organization:ai-alliance }")
    assert len(rows) > len(with_candidates.rows(question_text("alliance-members")))


def question_text(name: str) -> str:
    found = question(name)
    assert found is not None
    return found.text


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_candidates_of_another_brief_change_no_answer(
    knowledge_graph: KnowledgeGraph, with_candidates: KnowledgeGraph, asked: Question
) -> None:
    def answers(graph: KnowledgeGraph) -> set[tuple[tuple[str, str], ...]]:
        return {tuple(sorted(row.items())) for row in graph.rows(asked.text)}

    assert answers(with_candidates) == answers(knowledge_graph)


def test_a_question_that_is_not_there() -> None:
    assert question("no-such-question") is None


def test_a_file_without_its_comments_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bad.rq"
    file.write_text("# ko: 질문?\n\nSELECT * { ?s ?p ?o }\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.rq"):
        module._read(file)
