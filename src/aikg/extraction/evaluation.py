"""Products and the benchmarks that the same clause measures them on."""

from __future__ import annotations

from collections.abc import Iterator

from aikg.extraction.adjacency import Adjacent
from aikg.extraction.eojeol import Role
from aikg.extraction.passages import Kinds, Passage
from aikg.extraction.phrases import Clause
from aikg.model.extraction import Mention

_CHAINED = ("어", "아", "여", "어서", "아서", "여서")
_PRODUCTS = frozenset(("AIModel", "Service", "Hardware", "Product", "Technology"))


def evaluations(passage: Passage, kind_of: Kinds) -> Iterator[Adjacent]:
    """Yield product and benchmark for every stretch between finite predicates that names both."""
    for start, end in _stretches(passage):
        within = [m for m in passage.mentions if start <= m.span.start < end]
        if any(kind_of(m.entity) == "Benchmark" for m in within):
            within += _carried(passage, start, end)
        benchmarks = _once(m for m in within if kind_of(m.entity) == "Benchmark")
        products = _once(m for m in within if kind_of(m.entity) in _PRODUCTS)
        for product in products:
            for benchmark in benchmarks:
                yield Adjacent("measured-on", product, "evaluatedOn", benchmark)


def _carried(passage: Passage, start: int, end: int) -> list[Mention]:
    """Who the sentence goes on with: the subject of a clause that stands before the stretch."""
    clauses = [c for c in passage.clauses if start <= c.word.start < end and c.head is None]
    agents = [c.agent for c in clauses if c.agent is not None and c.agent.start < start]
    return [m for agent in agents for m in agent.heads if len(agent.heads) == 1]


def _stretches(passage: Passage) -> Iterator[tuple[int, int]]:
    """Cut the passage behind each predicate that is not adnominal."""
    start = 0
    for clause in passage.clauses:
        closes = clause.ending in ("EC", "EF", "noun") and not _goes_on(passage, clause)
        if clause.head is None and closes and not clause.quoted:
            yield start, clause.end
            start = clause.end
    if start < len(passage.text):
        yield start, len(passage.text)


def _goes_on(passage: Passage, clause: Clause) -> bool:
    """Tell whether a comparison follows in the same act: ``28점을 기록해 B보다 낮게 평가됨``."""
    at = passage.clauses.index(clause) + 1
    compared = at < len(passage.clauses) and any(p.role is Role.THAN for p in passage.clauses[at].phrases)
    return compared and clause.word.connective in _CHAINED


def _once(mentions: Iterator[Mention]) -> list[Mention]:
    return list({m.entity: m for m in mentions}.values())
