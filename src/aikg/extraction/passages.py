"""A block of an article with all that was read in it: names, dates, figures, clauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aikg.extraction.clauses import parse
from aikg.extraction.eojeol import Morpheme, Piece, Word, brackets, split_words
from aikg.extraction.phrases import Clause, Phrase
from aikg.model.brief import Block, Kind
from aikg.model.extraction import DateMention, Mention, Quantity, Span

#: returns the kind of an entity, given its key
Kinds = Callable[[str], str]


@dataclass(slots=True)
class Passage:
    """A block that was read; ``label`` is the stretch of a heading in brackets at its start.

    ``named_dates`` are those within names: ``2031년 1분기 강 현황``.
    """

    block: Block
    text: str
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    quantities: tuple[Quantity, ...]
    words: list[Word]
    clauses: list[Clause]
    phrases: list[Phrase]
    label: tuple[int, int] | None
    named_dates: tuple[DateMention, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return a stretch of the block, without blanks at its ends."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        return Span(self.block.id, start, start + len(words.strip()))

    def clause_at(self, position: int) -> Clause | None:
        """Return the narrowest clause with a phrase over ``position``, else the first one that ends behind it."""
        covering = [
            c
            for c in self.clauses
            if any(p.start <= position < p.end for p in c.phrases) or c.word.start <= position < c.word.end
        ]
        if covering:
            return min(covering, key=lambda c: c.end - c.start)
        headed = [c for c in self.clauses if c.head is not None and c.head.start <= position < c.head.end]
        return next((c for c in self.clauses if c.end > position and c not in headed), None)

    def phrase_at(self, position: int) -> Phrase | None:
        """Return the phrase over ``position``."""
        return next((p for p in self.phrases if p.start <= position < p.end), None)


def read_passage(
    block: Block,
    text: str,
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    quantities: Sequence[Quantity],
    morphemes: Sequence[Morpheme],
    kind_of: Kinds,
    named_dates: Sequence[DateMention] = (),
) -> Passage:
    """Analyse a block; the pieces given must not overlap, but ``named_dates`` are within mentions."""
    pieces = [Piece(m.span.start, m.span.end, m, kind_of(m.entity)) for m in mentions]
    pieces += [Piece(d.start, d.end, d) for d in dates]
    pieces += [Piece(q.start, q.end, q) for q in quantities]
    pieces = _apart(pieces)
    label = _label(text)
    words = [w for w in split_words(text, morphemes, pieces) if label is None or w.start >= label[1]]
    clauses, phrases = parse(words, headline=block.kind in (Kind.TITLE, Kind.SUBHEAD))
    read = tuple(mentions), tuple(dates), tuple(quantities)
    return Passage(block, text, *read, words, clauses, phrases, label, tuple(named_dates))


def _apart(pieces: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.start, -p.end)):
        if not found or piece.start >= found[-1].end:
            found.append(piece)
    return found


def _label(text: str) -> tuple[int, int] | None:
    first = next(iter(brackets(text)), None)
    return first if first is not None and first[0] == 0 and first[1] < len(text) else None
