"""Names compared without case, blanks and hyphens, and the way back to the text."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_HYPHENS = frozenset("-‐‑–—·･‧ㆍ・")


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Fold a name for comparison: compatibility form, case, spaces and punctuation gone.

    >>> key("GPT-4 Turbo") == key("gpt 4 turbo")
    True
    """
    return "".join(c for c in unicodedata.normalize("NFKC", name).casefold() if c.isalnum())


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is searched: ``offsets`` tells for every character where it stands in the text."""

    text: str
    offsets: tuple[int, ...]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return start and end in the text of a stretch of the view."""
        return self.offsets[start], self.offsets[end - 1] + 1


@lru_cache(maxsize=65536)
def fold(text: str) -> Folded:
    """Return the view of ``text`` without blanks, hyphens and middle dots, case folded, its way back in ``offsets``.

    >>> fold("GPT-4").text
    'gpt4'
    """
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character.isspace() or character in _HYPHENS:
            continue
        for folded in unicodedata.normalize("NFKC", character).casefold():
            characters.append(folded)
            offsets.append(offset)
    return Folded("".join(characters), tuple(offsets))
