"""Dated events in order of time."""

from __future__ import annotations

from dataclasses import dataclass

from aikg.graph.queries import named_query
from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.iris import issue


@dataclass(frozen=True)
class DatedEvent:
    """An event; ``begin`` and ``end`` are the bounds of its time span, either of which may be open (empty)."""

    iri: str
    period: str
    begin: str
    end: str
    modality: str
    types: tuple[str, ...]
    article: str
    is_candidate: bool

    @property
    def issue(self) -> str:
        """The issue of the brief that tells of it: ``spri-2024-01``."""
        return issue(self.article)

    @property
    def year(self) -> str:
        """The year under which it is listed."""
        return (self.begin or self.end)[:4]


def dated_events(graph: KnowledgeGraph) -> list[DatedEvent]:
    """Return every event with a time, earliest first and then the shorter; an open beginning counts as the end.

    What follows from candidates alone, is a candidate.
    """
    return [
        DatedEvent(
            iri=row["event"],
            period=row["period"],
            begin=row.get("begin", ""),
            end=row.get("end", ""),
            modality=row["modality"],
            types=tuple(row["types"].split()),
            article=row.get("article", ""),
            is_candidate=row["sure"] != "true" or row.get("status", "").endswith("/candidate"),
        )
        for row in graph.rows(named_query("events"))
    ]
