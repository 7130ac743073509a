"""A block as the rules read it: words with their particles, past quotation marks and brackets."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from aikg.extraction.morphology import Token, is_ordinary, layers, tokens
from aikg.extraction.words import common_words
from aikg.model.brief import Block, Kind


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between blanks: a noun (up to ``stem``) with its tail.

    ``tail`` is empty for a bare noun, ``particle`` behind it, ``copula`` for 인, ``list`` for a comma, a middle dot or
    a conjunction, ``other`` for verbs, punctuation and the rest. ``text`` is the noun as printed, without quotes and
    glosses.
    ``fresh`` when a sign opens it (△, ①), so that nothing before belongs to it.
    """

    text: str
    start: int
    stem: int
    end: int
    tail: str
    particle: str
    tokens: tuple[Token, ...]
    fresh: bool = False

    @property
    def is_bare(self) -> bool:
        """Is it a noun that the next word may belong to?"""
        return self.tail == "" and bool(self.text)


@dataclass(frozen=True)
class Reading:
    """A block of an article with its morphemes; ``protected`` are names that are known already."""

    article: int
    block: Block
    protected: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The normalised text of the block."""
        return self.block.text

    @property
    def is_heading(self) -> bool:
        """Is it a title or a subhead, where the agent stands before a comma?"""
        return self.block.kind in (Kind.TITLE, Kind.SUBHEAD)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The morphemes, each word of the ``protected`` stretches one token."""
        return tuple(part for token in tokens(self.text, self.protected) for part in self._parts(token))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    def _parts(self, token: Token) -> Iterator[Token]:
        stretch = self.text[token.start : token.end]
        if " " not in stretch:
            yield token
            return
        for word in re.finditer(r"[^\s()]+", stretch):
            start, end = token.start + word.start(), token.start + word.end()
            common = word.group() in common_words() or is_ordinary(word.group())
            yield Token(word.group(), "NNG" if common else token.tag, start, end, token.unknown)

    @cached_property
    def layers(self) -> tuple[tuple[Word, ...], ...]:
        """The words of the text outside brackets, then those of each bracket."""
        return tuple(tuple(self._words(layer)) for layer in layers(self.text))

    def words_before(self, offset: int) -> tuple[Word, ...]:
        """Return the words of the layer of ``offset`` that end at or before it, the nearest last."""
        words = self._layer_of(offset)
        return words[: bisect_right([word.start for word in words], offset - 1)]

    def words_after(self, offset: int) -> tuple[Word, ...]:
        """Return the words of the layer of ``offset`` that start at or behind it."""
        words = self._layer_of(offset)
        return words[bisect_left([word.start for word in words], offset) :]

    def word_at(self, offset: int) -> Word | None:
        """Return the word that ``offset`` stands in."""
        return next((word for word in self._layer_of(offset) if word.start <= offset < word.end), None)

    def _layer_of(self, offset: int) -> tuple[Word, ...]:
        for layer, offsets in zip(self.layers, layers(self.text), strict=True):
            if offset in offsets:
                return layer
        return self.layers[0] if self.layers else ()

    def _words(self, layer: Sequence[int]) -> list[Word]:
        found: list[Word] = []
        word: list[int] = []
        for offset in (*layer, -1):
            if offset >= 0 and not self.text[offset].isspace():
                word.append(offset)
            elif word:
                found.append(self._word(word))
                word = []
        return found

    def _word(self, offsets: Sequence[int]) -> Word:
        members = set(offsets)
        end = offsets[-1] + 1
        first = bisect_left(self._starts, offsets[0])
        inside = [t for t in self.tokens[first : bisect_left(self._starts, end)] if t.end <= end and t.start in members]
        fresh = bool(inside) and inside[0].tag in _SIGNS
        while inside and inside[0].tag in _SIGNS:
            inside.pop(0)
        start = inside[0].start if inside else offsets[0]
        stem_tokens = _stem(inside)
        stem = stem_tokens[-1].end if stem_tokens else start
        tail, particle = _tail(inside[len(stem_tokens) :])
        text = "".join(self.text[offset] for offset in offsets if start <= offset < stem)
        return Word(text, start, stem, end, tail, particle, tuple(inside), fresh)


#: signs that open an item
_SIGNS = frozenset({"SW", "SO", "SSO", "SS", "SB"})


def _stem(inside: Sequence[Token]) -> list[Token]:
    found: list[Token] = []
    for token in inside:
        if not (token.is_noun or (token.form in "·‧･&+/-." and found)):
            break
        found.append(token)
    while found and not found[-1].is_noun:
        found.pop()
    return found


def _tail(rest: Sequence[Token]) -> tuple[str, str]:
    if not rest:
        return "", ""
    first = rest[0]
    if first.form == "," or first.form in "·‧･" or first.tag == "JC":
        return "list", first.form
    if first.tag == "VCP" and len(rest) > 1 and rest[1].tag == "ETM":
        return "copula", "인"
    if first.tag.startswith("J") or first.tag == "VCP":
        return "particle", "".join(token.form for token in rest)
    return "other", ""
