"""Text in which every character remembers where it stood in the file."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

#: the origin of a character that is not in the file, such as a blank put in where two lines join
INSERTED = -1

#: code points of Chinese radicals that typesetting programs write for the characters themselves
RADICALS = range(0x2E80, 0x2FE0)
_RADICAL = re.compile("[\u2e80-\u2fdf]")


@dataclass(frozen=True, slots=True)
class Traced:
    """A string and, for each character, its position in the file (or ``INSERTED``).

    >>> word = traced("AI 법", 10)
    >>> word[3:].text, word[3:].origins
    ('법', (13,))
    """

    text: str = ""
    origins: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> "Traced":
        return Traced(self.text[part], self.origins[part])

    def __add__(self, other: "Traced") -> "Traced":
        return Traced(self.text + other.text, self.origins + other.origins)

    def strip(self) -> "Traced":
        """Return the text without blanks at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(start, len(self.text.rstrip()))]

    def without(self, pattern: re.Pattern[str]) -> "Traced":
        """Return the text with every match of ``pattern`` taken out."""
        return self.without_spans(match.span() for match in pattern.finditer(self.text))

    def without_spans(self, spans: Iterable[tuple[int, int]]) -> "Traced":
        """Return the text with the given stretches taken out."""
        pieces, start = [], 0
        for first, last in sorted(spans):
            pieces.append(self[start:first])
            start = max(start, last)
        return concatenate([*pieces, self[start:]])

    def squeezed(self) -> "Traced":
        """Return the text with white space collapsed to single blanks and cut at both ends."""
        keep = [i for i, c in enumerate(self.text) if not c.isspace() or (i > 0 and not self.text[i - 1].isspace())]
        text = "".join(" " if self.text[i].isspace() else self.text[i] for i in keep)
        return Traced(text, tuple(self.origins[i] for i in keep)).strip()

    def folded(self) -> "Traced":
        """Return the text in NFC with radicals folded to characters, each result keeping its first origin."""
        if unicodedata.is_normalized("NFC", self.text) and not _RADICAL.search(self.text):
            return self
        characters: list[str] = []
        origins: list[int] = []
        for cluster, origin in self._clusters():
            folded = unicodedata.normalize("NFC", "".join(_fold(c) for c in cluster))
            characters.append(folded)
            origins.extend([origin] * len(folded))
        return Traced("".join(characters), tuple(origins))

    def _clusters(self) -> Iterable[tuple[str, int]]:
        """Yield the characters with those that compose with them (conjoining jamo, combining accents)."""
        start = 0
        for i in range(1, len(self.text) + 1):
            if i == len(self.text) or not _joins(self.text[i]):
                yield self.text[start:i], self.origins[start]
                start = i


def traced(text: str, offset: int) -> Traced:
    """Return ``text`` as it stands in the file from ``offset`` on."""
    return Traced(text, tuple(range(offset, offset + len(text))))


def inserted(text: str) -> Traced:
    """Return ``text`` as characters that are not in the file."""
    return Traced(text, (INSERTED,) * len(text))


def concatenate(pieces: Iterable[Traced]) -> Traced:
    """Return the pieces one after the other."""
    pieces = tuple(pieces)
    return Traced("".join(p.text for p in pieces), tuple(o for p in pieces for o in p.origins))


def _fold(character: str) -> str:
    return unicodedata.normalize("NFKC", character) if ord(character) in RADICALS else character


def _joins(character: str) -> bool:
    return unicodedata.combining(character) > 0 or 0x1160 <= ord(character) <= 0x11FF
