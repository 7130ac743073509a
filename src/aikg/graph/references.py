"""Which statements speak of a thing or stand in an article, without reading them: enough to count, filter and page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aikg.graph.queries import named_query
from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.iris import issue
from aikg.vocabulary.namespaces import AIKG, ID, OA, PREFIXES, SCHEMA

#: parts of an article in the order in which they are read: title, key points, body, notes, captions, tables
PARTS = ("t", "k", "b", "n", "c", "x")
#: properties by which a statement speaks of a thing itself
_DIRECT = frozenset(
    {PREFIXES["rdf"] + "subject", PREFIXES["rdf"] + "object", str(SCHEMA.about)}
    | {str(AIKG[name]) for name in ("claimant", "relayedBy", "asserts", "period")}
)
#: properties by which what a statement asserts, an event or a figure, speaks of a thing
_THROUGH = frozenset(
    {str(SCHEMA.observationAbout), str(SCHEMA.location)}
    | {str(AIKG[name]) for name in ("actor", "concerns", "targets", "regulates", "baseline", "period")}
)
_ASSERTS = str(AIKG.asserts)
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
    def issue(self) -> str:
        """The issue of the brief in which it stands: ``spri-2024-01``."""
        return issue(self.article)

    @property
    def part(self) -> str:
        """The part of the article: one of ``PARTS``, or empty when the statement has no place."""
        return PARTS[self.place[0]] if self.place[0] < len(PARTS) else ""


class References:
    """Every statement of a dataset, to be looked up by what it speaks of."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph
        self._known = {
            row["statement"]: Reference(
                row["statement"], row["modality"], row["article"], row["status"].endswith("/candidate")
            )
            for row in graph.rows(named_query("statements"))
        }

    def __iter__(self) -> Iterator[Reference]:
        return iter(self._known.values())

    def about(self, iri: str) -> list[Reference]:
        """Return every statement that speaks of ``iri`` or that it claims; latest brief first."""
        found: set[str] = set()
        for subject, predicate, _ in self._graph.incoming(iri):
            if predicate in _DIRECT:
                found.add(subject)
            if predicate in _THROUGH:
                found.update(self._graph.subjects(_ASSERTS, subject))
        ordered = sorted((self._known[name] for name in found if name in self._known), key=lambda r: r.iri)
        # a list of conferences stands at the end of its brief
        ordered.sort(key=lambda reference: (reference.article.startswith(ID + "brief/"), reference.article))
        return sorted(ordered, key=lambda reference: reference.issue, reverse=True)

    def within(self, article: str) -> list[Reference]:
        """Return every statement of an article, in the order in which the article says them."""
        iris = self._graph.subjects(str(AIKG.statedIn), article)
        found = [replace(self._known[iri], place=self._place(iri)) for iri in iris if iri in self._known]
        return sorted(found, key=lambda reference: (reference.place, reference.iri))

    def _place(self, statement: str) -> tuple[int, tuple[int, ...], int]:
        places = []
        for evidence in self._graph.objects(statement, str(AIKG.evidence)):
            blocks, starts = (self._graph.objects(evidence, str(name)) for name in (AIKG.block, OA.start))
            places += [place_in_article(block, int(start)) for block in blocks for start in starts]
        return min(places, default=(len(PARTS), (), 0))


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
