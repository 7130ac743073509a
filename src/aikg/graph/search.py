"""Find things by name, in Korean and English: exact names first, then beginnings, then parts."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from pyoxigraph import QuerySolutions

from aikg.graph.queries import named_query
from aikg.graph.store import KnowledgeGraph


@dataclass(frozen=True)
class Hit:
    """A thing that was found, and the name by which."""

    iri: str
    name: str


def fold(text: str) -> str:
    """Fold a name for comparison: compatibility form, case, spaces and punctuation gone.

    >>> fold("제미나이 (Gemini)") == fold("제미나이Gemini")
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum())


class SearchIndex:
    """All names and aliases of a dataset, folded."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        solutions = graph.query(named_query("search_names"))
        if not isinstance(solutions, QuerySolutions):
            raise TypeError("search_names is a SELECT query")
        self._names: list[tuple[str, str, str, int]] = []
        for row in solutions:
            name, iri, weight = (getattr(row[v], "value", "") for v in ("name", "thing", "weight"))
            self._names.append((fold(name), name, iri, int(weight or 0)))

    def find(self, query: str, limit: int = 50) -> list[Hit]:
        """Return the things whose name matches ``query``, best first, each once."""
        wanted = fold(query)
        if not wanted:
            return []
        ranked = [
            (rank, -weight, len(folded), name, iri)
            for folded, name, iri, weight in self._names
            if (rank := _rank(wanted, folded)) is not None
        ]
        best: dict[str, Hit] = {}
        for _, _, _, name, iri in sorted(ranked):
            best.setdefault(iri, Hit(iri, name))
        return list(best.values())[:limit]


def _rank(wanted: str, folded: str) -> int | None:
    if folded == wanted:
        return 0
    if folded.startswith(wanted):
        return 1
    return 2 if wanted in folded else None
