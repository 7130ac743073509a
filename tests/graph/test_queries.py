"""Queries of panels: each file is used, runs, and finds something in the curated data."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, QuerySolutions

from aikg.graph.queries import named_query
from aikg.graph.store import KnowledgeGraph

SOURCE = Path(__file__).resolve().parents[2] / "src" / "aikg"
NAMES = sorted(path.stem for path in (SOURCE / "graph" / "queries").glob("*.rq"))


def test_queries_are_found() -> None:
    assert len(NAMES) > 15


@pytest.mark.parametrize("name", NAMES)
def test_it_finds_something(knowledge_graph: KnowledgeGraph, name: str) -> None:
    answer = knowledge_graph.query(named_query(name))
    assert isinstance(answer, QuerySolutions)
    assert next(answer, None) is not None


@pytest.mark.parametrize("name", NAMES)
def test_it_is_used(name: str) -> None:
    assert any(f'"{name}"' in text for text in programs())


def programs() -> Iterator[str]:
    return (path.read_text("utf-8") for path in SOURCE.rglob("*.py"))


def test_a_panel_asks_about_its_thing(knowledge_graph: KnowledgeGraph) -> None:
    about = {"thing": NamedNode("https://w3id.org/ai-policy-kg/id/org/ai-alliance")}
    articles = knowledge_graph.rows(named_query("entity_articles"), about)
    assert {row["article"][-15:] for row in articles} == {"spri-2024-01/09"}
