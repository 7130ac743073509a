"""Inline markup of Markdown taken off: bold, superscripts, breaks, escapes; every letter keeps its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from aikg.corpus.joining import PARTICLES
from aikg.corpus.traced import Traced

#: how letters look
PLAIN, BOLD = 0, 1

_BOLD = re.compile(r"(?<![^\s(|>･·‘“/-])(\*\*)(?=\S)[^*]*[^\s*](\*\*)")
#: a footnote mark: stars glued to the word they explain
STAR = re.compile(r"(?<=[^\s*])\*{1,2}(?![\w*](?<![가-힣]))")
_MARKUP = re.compile(
    r"</?(?:sup|sub|b|i|u|strong|em|span|p|div)\b[^<>]*>|!\[[^\]]*\]\([^)]*\)|\\(?=[!-/:-@\[-`{-~])", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
#: what is printed above the line, between tags or brackets: stars, and digits if they are an exponent
_WORDS = r"(?P<words>\*{1,2}|\)|(?<=10<sup>)\d{1,3}|(?<=10 <sup>)\d{1,3}|(?<=10 \[)\d{1,3})"
_PARTICLE = rf"(?:\s(?=(?:{'|'.join(sorted(PARTICLES))})\s))?"
_RAISED = re.compile(rf"(?P<before>\s?<sup>|(?<=\S)\s\[){_WORDS}(?P<after>(?:</sup>|\]){_PARTICLE})", re.IGNORECASE)
#: a note run into the block it explains, where that has a starred word
NOTE = re.compile(r"(?:(?<=\s)|^)(?=\*{1,2}\s?[가-힣A-Za-z])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a source line without markup; ``raised`` and ``looks`` are those of a ``Line``."""

    text: Traced
    raised: tuple[int, ...] = ()
    looks: tuple[tuple[int, int], ...] = ()


def pieces(words: Traced) -> Iterator[Piece]:
    """Yield the parts of a source line between breaks, without markup.

    >>> from aikg.corpus.traced import traced
    >>> [(p.text.text, p.raised) for p in pieces(traced("**가** 10 <sup>26</sup> 개<br>나", 0))]
    [('가 1026 개', (14, 15)), ('나', ())]
    """
    start = 0
    for match in [*_BREAK.finditer(words.text), None]:
        piece = _piece(words[start : match.start() if match else len(words)])
        start = match.end() if match else 0
        yield from _apart(piece)


def _apart(piece: Piece) -> Iterator[Piece]:
    """Yield a piece without the notes that run on from the word they explain, and these."""
    starred = STAR.search(piece.text.text)
    notes = [m.start() for m in NOTE.finditer(piece.text.text) if starred and starred.end() < m.start()]
    for start, end in pairwise([0, *notes, len(piece.text)]):
        yield replace(piece, text=piece.text[start:end].strip())


def _piece(words: Traced) -> Piece:
    above = [*_RAISED.finditer(words.text)]
    raised = [o for m in above if m["words"].isdigit() for o in words.origins[m.start("words") : m.end("words")]]
    words = words.without_spans(m.span(part) for m in above for part in ("before", "after")).without(_MARKUP)
    bold = [*_BOLD.finditer(words.text)]
    looks = [look for m in bold for look in ((words.origins[m.end(1)], BOLD), (words.origins[m.start(2)], PLAIN))]
    return Piece(words.without_spans(m.span(i) for m in bold for i in (1, 2)).strip(), tuple(raised), tuple(looks))
