"""What is in the graph: counts per class, modality and brief."""

from dataclasses import dataclass

from aikg.graph.queries import named_query
from aikg.graph.store import KnowledgeGraph


@dataclass(frozen=True)
class Statistics:
    """Counts of a dataset; the lists hold (IRI, count), largest first."""

    quads: int
    classes: tuple[tuple[str, int], ...]
    modalities: tuple[tuple[str, int], ...]
    briefs: tuple[tuple[str, int], ...]
    reviewed: int
    candidates: int


def statistics(graph: KnowledgeGraph) -> Statistics:
    """Count what a dataset holds."""
    status = dict(_counts(graph, "statistics_review"))
    return Statistics(
        quads=len(graph),
        classes=_counts(graph, "statistics_classes"),
        modalities=_counts(graph, "statistics_modalities"),
        briefs=_counts(graph, "statistics_briefs"),
        reviewed=sum(n for iri, n in status.items() if iri.endswith("/reviewed")),
        candidates=sum(n for iri, n in status.items() if iri.endswith("/candidate")),
    )


def _counts(graph: KnowledgeGraph, name: str) -> tuple[tuple[str, int], ...]:
    return tuple((row["what"], int(row["count"])) for row in graph.rows(named_query(name)))
