"""Find things by name and statements by their words, in Korean and English.

Names: exact ones first, then beginnings, then parts; where nothing is found, names with every word of the query.
A Korean particle at the end of a word does not matter where the word with it is not found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from aikg.graph.queries import named_query
from aikg.graph.store import KnowledgeGraph

#: particles that people leave on a name, the longest first
PARTICLES = (
    *("에서는", "에게서", "으로는"),
    *("에서", "에게", "으로", "까지", "부터", "이나", "과의", "와의"),
    *("은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "로", "만"),
)


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


def without_particle(word: str) -> str:
    """Return a folded word without the particle at its end, if what is left can be a name.

    >>> without_particle("구글이"), without_particle("메타"), without_particle("가이")
    ('구글', '메타', '가이')
    """
    for particle in PARTICLES:
        stem = word.removesuffix(particle)
        if stem != word and len(stem) > 1:
            return stem
    return word


@dataclass(frozen=True)
class _Name:
    folded: str
    name: str
    iri: str
    weight: int


#: rank, weight, length, name and IRI: what names are sorted by
_Ranked = tuple[int, int, int, str, str]


class SearchIndex:
    """All names and aliases of a dataset, and the sentences of its statements, folded."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._names = [
            _Name(fold(row["name"]), row["name"], row["thing"], int(row.get("weight", 0)))
            for row in graph.rows(named_query("search_names"))
        ]
        self._sentences = [(fold(row["name"]), row["thing"]) for row in graph.rows(named_query("search_sentences"))]

    def find(self, query: str, limit: int | None = None) -> list[Hit]:
        """Return the things whose name matches ``query``, best first, each once."""
        best: dict[str, Hit] = {}
        # a name with a particle behind it is the name, even where longer names begin alike
        exact = {fold(query), without_particle(fold(query))}
        for _, _, _, name, iri in sorted(self._ranked(name for name in self._names if name.folded in exact)):
            best.setdefault(iri, Hit(iri, name))
        for words in _readings(query):
            ranked = sorted(self._ranked(self._names, words))
            for _, _, _, name, iri in ranked:
                best.setdefault(iri, Hit(iri, name))
            if ranked:
                break
        return list(best.values())[:limit]

    def _ranked(self, names: Iterable[_Name], words: list[str] | None = None) -> Iterator[_Ranked]:
        for name in names:
            rank = 0 if words is None else _rank(words, name.folded)
            if rank is not None:
                yield rank, -name.weight, len(name.folded), name.name, name.iri

    def find_similar(self, query: str, limit: int) -> list[Hit]:
        """Return the things whose name matches ``query`` or shares most pairs of letters with it."""
        exact = self.find(query, limit)
        wanted = _pairs(fold(query))
        if exact or not wanted:
            return exact
        ranked = sorted(
            (-len(wanted & pairs) / len(wanted | pairs), name.name, name.iri)
            for name, pairs in zip(self._names, self._pairs, strict=True)
            if len(wanted & pairs) * 3 > len(wanted)
        )
        best: dict[str, Hit] = {}
        for _, name, iri in ranked:
            best.setdefault(iri, Hit(iri, name))
        return list(best.values())[:limit]

    @cached_property
    def _pairs(self) -> list[frozenset[str]]:
        return [_pairs(name.folded) for name in self._names]

    def find_sentences(self, query: str) -> list[str]:
        """Return the statements in whose sentence, Korean or English, every word of ``query`` occurs."""
        for words in _readings(query):
            found = dict.fromkeys(iri for text, iri in self._sentences if all(word in text for word in words))
            if found:
                return list(found)
        return []


def _pairs(folded: str) -> frozenset[str]:
    """Return the pairs of neighbouring letters of a folded name."""
    return frozenset(first + second for first, second in pairwise(folded))


def _readings(query: str) -> Iterator[list[str]]:
    """Yield the query as one name, as words, and as words without particles."""
    words = [word for word in map(fold, query.split()) if word]
    if words:
        yield ["".join(words)]
        yield words
        yield [without_particle(word) for word in words]


def _rank(words: list[str], folded: str) -> int | None:
    if words == [folded]:
        return 0
    if not all(word in folded for word in words):
        return None
    return 1 if folded.startswith(words[0]) else 2
