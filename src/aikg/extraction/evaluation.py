"""Products and the benchmarks that the same clause measures them on."""

from __future__ import annotations

from collections.abc import Iterator

from aikg.extraction.adjacency import Adjacent
from aikg.extraction.passages import Kinds, Passage
from aikg.model.extraction import Mention

_PRODUCTS = frozenset(("AIModel", "Service", "Hardware", "Product", "Technology"))


def evaluations(passage: Passage, kind_of: Kinds) -> Iterator[Adjacent]:
    """Yield product and benchmark for every stretch between finite predicates that names both."""
    for start, end in _stretches(passage):
        within = [m for m in passage.mentions if start <= m.span.start < end]
        benchmarks = _once(m for m in within if kind_of(m.entity) == "Benchmark")
        products = _once(m for m in within if kind_of(m.entity) in _PRODUCTS)
        for product in products:
            for benchmark in benchmarks:
                yield Adjacent("measured-on", product, "evaluatedOn", benchmark)


def _stretches(passage: Passage) -> Iterator[tuple[int, int]]:
    """Cut the passage behind each predicate that is not adnominal."""
    start = 0
    for clause in passage.clauses:
        if clause.head is None and clause.ending in ("EC", "EF", "noun") and not clause.quoted:
            yield start, clause.end
            start = clause.end
    if start < len(passage.text):
        yield start, len(passage.text)


def _once(mentions: Iterator[Mention]) -> list[Mention]:
    return list({m.entity: m for m in mentions}.values())
