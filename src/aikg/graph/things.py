"""Everything that has a name of its own: organizations, products, laws, people ... with how often articles name it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aikg.graph.queries import named_query
from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.iris import kind

#: kinds of things that people browse, in the order of the page; events, works and figures have pages of their own
KINDS = (
    "org",
    "person",
    "product",
    "programme",
    "law",
    "provision",
    "case",
    "place",
    "technology",
    "topic",
    "benchmark",
    "dataset",
    "work",
    "group",
)


@dataclass(frozen=True)
class Thing:
    """A thing, what it is in one word (an IRI, or empty), and in how many articles it is named.

    A candidate is a thing that a machine proposes and nobody has accepted.
    """

    iri: str
    nature: str
    articles: int
    is_candidate: bool = False

    @property
    def kind(self) -> str:
        """The kind of thing, as its IRI says."""
        return kind(self.iri)


def natures(graph: KnowledgeGraph) -> dict[str, str]:
    """Return what each thing is in one word: the kind of an organization, else its most specific class."""
    found: dict[str, str] = {}
    for row in graph.rows(named_query("natures")):
        found.setdefault(row["thing"], row["nature"])
    return found


def things(graph: KnowledgeGraph, nature: dict[str, str]) -> list[Thing]:
    """Return every thing that people browse, the most named first."""
    found = [
        Thing(
            row["thing"],
            nature.get(row["thing"], ""),
            int(row["articles"]),
            row.get("status", "").endswith("/candidate"),
        )
        for row in graph.rows(named_query("things"))
        if kind(row["thing"]) in KINDS
    ]
    return sorted(found, key=lambda thing: (-thing.articles, thing.iri))


def count_by_kind(found: Sequence[Thing]) -> dict[str, int]:
    """Return how many things there are of each kind, in the order of ``KINDS``."""
    counts = dict.fromkeys(KINDS, 0)
    for thing in found:
        counts[thing.kind] += 1
    return {name: count for name, count in counts.items() if count}
