"""Dated events in order of time."""

from __future__ import annotations

from dataclasses import dataclass

from aikg.graph.queries import named_query
from aikg.graph.store import KnowledgeGraph


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
    def year(self) -> str:
        """The year under which it is listed."""
        return (self.begin or self.end)[:4]


def dated_events(graph: KnowledgeGraph) -> list[DatedEvent]:
    """Return every event with a time, earliest first; an open beginning counts as the end."""
    return [
        DatedEvent(
            iri=row["event"],
            period=row["period"],
            begin=row.get("begin", ""),
            end=row.get("end", ""),
            modality=row["modality"],
            types=tuple(row["types"].split()),
            article=row.get("article", ""),
            is_candidate=row.get("status", "").endswith("/candidate"),
        )
        for row in graph.rows(named_query("events"))
    ]
