"""The briefs of a dataset: what is in each, how much of it was reviewed, and where it contradicts itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from aikg.graph.queries import named_query
from aikg.graph.references import Reference
from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.iris import issue


@dataclass(frozen=True)
class BriefView:
    """A brief with the month of its issue (``2024-01``), counts, and its discrepancies with the kind of each."""

    iri: str
    issued: str
    articles: int
    statements: int
    candidates: int
    discrepancies: tuple[tuple[str, str], ...]

    @property
    def issue(self) -> str:
        """The issue as IRIs and addresses name it: ``spri-2024-01``."""
        return issue(self.iri)


def brief_views(graph: KnowledgeGraph, references: Iterable[Reference]) -> list[BriefView]:
    """Return every brief, the latest first."""
    stated: Counter[str] = Counter()
    unsure: Counter[str] = Counter()
    for reference in references:
        stated[issue(reference.article)] += 1
        unsure[issue(reference.article)] += reference.is_candidate
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in graph.rows(named_query("brief_discrepancies")):
        found[issue(row["graph"])].append((row["discrepancy"], row["type"]))
    return [
        BriefView(
            row["brief"],
            row["issued"],
            int(row["articles"]),
            stated[issue(row["brief"])],
            unsure[issue(row["brief"])],
            tuple(found[issue(row["brief"])]),
        )
        for row in graph.rows(named_query("briefs"))
    ]
