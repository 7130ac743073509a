"""Which statements speak of a thing or stand in an article, without reading them: enough to count, filter and page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from aikg.graph.queries import named_query
from aikg.graph.store import KnowledgeGraph

#: parts of an article in the order in which they are read: title, key points, body, notes, captions, tables
PARTS = ("t", "k", "b", "n", "c", "x")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Reference:
    """A statement's IRI with what lists are filtered by; ``place`` is where it first stands in its article."""

    iri: str
    modality: str
    article: str
    is_candidate: bool
    place: tuple[int, tuple[int, ...], int] = (len(PARTS), (), 0)

    @property
    def part(self) -> str:
        """The part of the article: one of ``PARTS``, or empty when the statement has no place."""
        return PARTS[self.place[0]] if self.place[0] < len(PARTS) else ""


def references_about(graph: KnowledgeGraph, iri: str) -> list[Reference]:
    """Return every statement that speaks of ``iri`` or that it claims; latest article first."""
    rows = graph.rows(named_query("statements_about"), {"thing": NamedNode(iri)})
    return [Reference(r["statement"], r["modality"], r["article"], r["status"].endswith("/candidate")) for r in rows]


def references_in(graph: KnowledgeGraph, article: str) -> list[Reference]:
    """Return every statement of an article, in the order in which the article says them."""
    first: dict[str, Reference] = {}
    for row in graph.rows(named_query("article_statements"), {"thing": NamedNode(article)}):
        place = place_in_article(row.get("block", ""), int(row.get("start", 0)))
        found = Reference(row["statement"], row["modality"], article, row["status"].endswith("/candidate"), place)
        known = first.get(found.iri)
        first[found.iri] = found if known is None or found.place < known.place else known
    return sorted(first.values(), key=lambda reference: (reference.place, reference.iri))


def place_in_article(block: str, start: int) -> tuple[int, tuple[int, ...], int]:
    """Return what blocks are sorted by; subheads count as the body's beginning.

    >>> place_in_article("b3.1", 12), place_in_article("k2", 0) < place_in_article("b1", 0)
    ((2, (3, 1), 12), True)
    """
    letter = "b" if block[:1] == "h" else block[:1]
    numbers = () if block[:1] == "h" else tuple(map(int, _NUMBER.findall(block)))
    return (PARTS.index(letter) if letter in PARTS else len(PARTS)), numbers, start


def modalities(references: Sequence[Reference]) -> list[tuple[str, int]]:
    """Return every modality with its count, the most frequent first."""
    return sorted(Counter(r.modality for r in references).items(), key=lambda pair: (-pair[1], pair[0]))
