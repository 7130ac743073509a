"""Joining wrapped lines: with a blank where words were parted, with nothing where a word was cut.

A typesetter that keeps the blank at a line's end says it itself. Where a converter strips it, the document's own words
decide: which syllables begin words in it, which end them, and how often the joined form occurs.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from aikg.corpus.document import Line
from aikg.corpus.traced import Traced, inserted

#: share of full lines ending in a blank above which a document is one that keeps them
KEPT = 0.3
#: a wrapped line is cut between words this many times more often than inside one (measured on Hancom PDFs)
PRIOR = math.log(15)

#: particles that never begin a word
PARTICLES = frozenset((
    "은", "는", "을", "를", "의", "에", "와", "과", "로", "으로", "도", "에서", "에게", "에는", "에도", "으로는",
    "으로도", "까지", "부터", "라고", "이라고", "하고", "하며", "하는", "하여",
))  # fmt: skip

_HANGUL = re.compile(r"[가-힣]")
_OPENING, _CLOSING = "([{〈《「『‘“<", ")]}〉》」』’”>,.;:!?%·~"


class Joiner:
    """Joins the lines of one document, having learned its words."""

    def __init__(self, lines: Sequence[Line]) -> None:
        texts = [line.text.text for line in lines]
        full = [t for t in texts if len(t.strip()) > 30]
        self.keeps_blanks = bool(full) and sum(t[-1].isspace() for t in full) / len(full) > KEPT
        self._begin: Counter[str] = Counter()
        self._end: Counter[str] = Counter()
        self._inside: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        self._learn(texts)

    def join(self, pieces: Iterable[Traced]) -> Traced:
        """Return the pieces of one paragraph as one text."""
        joined = Traced()
        for piece in pieces:
            if not piece.text.strip():
                continue
            if not self.keeps_blanks:
                piece = piece.strip()  # blanks at the start are the layout's
            if joined.text and not joined.text[-1].isspace() and self._parted(joined.text, piece.text):
                joined += inserted(" ")
            joined += piece
        return joined

    def _parted(self, left: str, right: str) -> bool:
        """Tell whether a blank belongs between a line's end and the next line's start."""
        if self.keeps_blanks:
            return not right[0].isspace() and _latin(left[-1]) and _latin(right[0]) and not left.endswith(("-", "/"))
        return self._guess(left, right)

    def _guess(self, left: str, right: str) -> bool:
        if re.search(r"\s[-/–—·]$", left):  # a dash between two blanks
            return True
        if (right[0] in "(" and left[-1] not in ",.;:") or left[-1] in "([{‘“「『〈《/-△▲①②③④⑤":
            return False
        if right[0] in _CLOSING and left[-1] not in ",.;:":
            return False
        if not (_HANGUL.match(left[-1]) and _HANGUL.match(right[0])):
            return not (left[-1].isdigit() and _HANGUL.match(right[0]) and len(right.split()[0]) == 1)
        word = right.split()[0]
        return word not in PARTICLES and self._odds(left.split()[-1], word) > 0

    def _odds(self, left: str, right: str) -> float:
        """Return the logarithm of how much more likely a blank is than none, by the words of the document."""
        odds = PRIOR
        for size in (1, 2):
            head, tail = right[:size], left[-size:]
            odds += 0.5 * math.log((self._begin[head] + 0.5) / (self._inside[head] + 0.5))
            odds += 0.5 * math.log((self._end[tail] + 0.5) / (self._inside["+" + tail] + 0.5))
        joined = sum(self._words[left + right[:size]] for size in range(2, len(right) + 1))
        return odds - 2 * math.log1p(joined)

    def _learn(self, texts: Iterable[str]) -> None:
        for text in texts:
            # the first and the last word of a line may be halves
            for word in text.split()[1:-1]:
                self._learn_word("".join(_HANGUL.findall(word)))

    def _learn_word(self, word: str) -> None:
        for size in (1, 2):
            self._begin[word[:size]] += 1
            self._end[word[-size:]] += 1
            for i in range(1, len(word) - size + 1):
                self._inside[word[i : i + size]] += 1
            for i in range(len(word) - size):
                self._inside["+" + word[i : i + size]] += 1
        for end in range(3, len(word) + 1):
            self._words[word[:end]] += 1


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
