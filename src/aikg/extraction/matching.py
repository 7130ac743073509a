"""Find many names in a text at once: the longest at each place, never within a word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from aikg.extraction.boundaries import ends_well, starts_well
from aikg.extraction.folding import fold


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found at a place of a text; ``name`` is how the list of names writes it."""

    start: int
    end: int
    name: str


class Matcher:
    """Names folded into one automaton; case, blanks and hyphens do not matter, except the case of short Latin names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted({name for name in names if fold(name).text})
        self._patterns = [fold(name).text for name in self._names]
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.Standard) if self._patterns else None

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return the names in ``text`` from left to right, the longest first where they overlap."""
        return longest(self.find_all(text))

    def find_all(self, text: str) -> tuple[Hit, ...]:
        """Return all names in ``text``, also those within longer ones."""
        return tuple(self._hits(text)) if self._automaton else ()

    def _hits(self, text: str) -> Iterator[Hit]:
        assert self._automaton is not None  # noqa: S101  (asked by find_all)
        view = fold(text)
        for index, first, last in self._automaton.find_matches_as_indexes(view.text, overlapping=True):
            start, end = view.stretch(first, last)
            name = self._names[index]
            if starts_well(text, start) and ends_well(text, end) and _written_alike(text[start:end], name):
                yield Hit(start, end, name)


def longest(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Keep the longest of overlapping hits, and of equally long ones the first."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start, hit.name)):
        if taken.isdisjoint(range(hit.start, hit.end)):
            kept.append(hit)
            taken.update(range(hit.start, hit.end))
    return tuple(sorted(kept, key=lambda hit: hit.start))


def _written_alike(found: str, name: str) -> bool:
    """Short Latin names need their capitals, short Korean ones no blank within them, and no name two blanks."""
    if name.isascii() and len(name) <= 5:
        return [c for c in found if c.isalpha()] == [c for c in name if c.isalpha()]
    more_blanks = found.count(" ") - name.count(" ")
    return more_blanks <= (0 if len(name) <= 3 and not any(c.isascii() for c in name) else 2)
