"""Where the words stand that support a statement, without the words.

Normalised text: NFC, Kangxi radicals folded, white space collapsed to single blanks.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass


def normalize(text: str) -> str:
    """Return ``text`` in the form that locators count in."""
    folded = "".join(unicodedata.normalize("NFKC", c) if "\u2e80" <= c <= "\u2fdf" else c for c in text)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", folded)).strip()


def digest(words: str) -> str:
    """Return the first 16 hexadecimal digits of SHA-256 over ``words`` without white space.

    >>> digest("AI 법") == digest("AI법")
    True
    """
    return hashlib.sha256(re.sub(r"\s+", "", words).encode()).hexdigest()[:16]


@dataclass(frozen=True, order=True)
class Locator:
    """A stretch of a block: ``start`` and ``end`` count characters of the block's normalised text."""

    block: str
    start: int
    end: int
    digest: str


def locate(block: str, text: str, words: str) -> Locator:
    """Find ``words`` in the normalised ``text`` of ``block``.

    Raises ValueError when they do not occur there exactly once.

    >>> locate("b1", "IBM과 메타가 결성", "메타가")
    Locator(block='b1', start=5, end=8, digest='0473c985124399bc')
    """
    text, words = normalize(text), normalize(words)
    if not words or text.count(words) != 1:
        raise ValueError(f"{text.count(words)} occurrences in block {block}: {words!r}")
    start = text.index(words)
    return Locator(block, start, start + len(words), digest(words))
