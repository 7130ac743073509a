"""What the first characters of a line say: bullet, subhead, note, caption, sources, key points, or nothing."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from aikg.corpus.document import SUB_BULLET, Line
from aikg.corpus.traced import Traced


class Mark(Enum):
    """The role that a line's mark gives it."""

    PLAIN = auto()
    KEY = auto()
    SUBHEAD = auto()
    BULLET = auto()
    SUB_BULLET = auto()
    NOTE = auto()
    CAPTION = auto()
    SOURCES = auto()


#: the word for "source" is a mark only at the start of a line and before a colon or a bar
SOURCES = re.compile(r"^[\s>☞•∙-]*출\s?처\s*[:：|｜ㅣ]\s*")
#: signs that are marks of sub-bullets where a converter writes them so, but occur in running text too
WEAK = "•·‧・▪◦⁃-"
#: so many lines with the proper mark of sub-bullets show that other signs are text
LEAST_PROPER = 3
#: another sign is the proper mark if it begins so many times more lines than the rest of them
MANY_TIMES = 4
KEY = re.compile(r"^[\W_]*KEY\s*Contents[\W_]*$", re.IGNORECASE)

_PATTERNS = (
    (Mark.SOURCES, SOURCES),
    (Mark.NOTE, re.compile(r"^(?:[*＊]{1,3}|※)\s*(?=\S)")),
    (Mark.SUBHEAD, re.compile(r"^[◉●○◎⊙]\s*")),
    (Mark.BULLET, re.compile(r"^[■◼▣]\s*")),
    (Mark.SUB_BULLET, re.compile(rf"^[{SUB_BULLET}{WEAK}]\s*(?=\S)")),
)

#: recognition reads the ring of a subhead as a letter
_SUBHEAD_LETTER = re.compile(r"^[O0o]\s+(?=\S)")

#: a caption stands in angle brackets; the pair may be unbalanced, but does not close before the line's end
_CAPTION = re.compile(r"^[<＜〈]\s?[^<>]{2,}(?:[^>＞〉]*|.*[>＞〉]\s*)$")

#: a subhead printed in full: a "subhead" longer than this with a sub-bullet below is a bullet with a wrong glyph
LONGEST_SUBHEAD = 60


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its role and its words without the mark."""

    mark: Mark
    words: Traced
    line: Line


def marked(line: Line) -> Marked:
    """Return the role of ``line`` by its mark.

    >>> from aikg.corpus.traced import traced
    >>> marked(Line(traced("☞ 출처 : 가나다 신문", 0))).mark.name
    'SOURCES'
    >>> marked(Line(traced("출처를 밝히지 않은 데이터", 0))).mark.name
    'PLAIN'
    """
    text = line.text.text.lstrip()
    if KEY.match(text):
        return Marked(Mark.KEY, line.text, line)
    for mark, pattern in _PATTERNS:
        if (match := pattern.match(text)) and not (line.goes_on and mark is Mark.SUB_BULLET):
            # the stars of a note say which word it explains, so they stay
            start = len(line.text) - len(text) + (0 if mark is Mark.NOTE else match.end())
            return Marked(mark, line.text[start:], line)
    if line.heading and (match := _SUBHEAD_LETTER.match(text)):
        return Marked(Mark.SUBHEAD, line.text[len(line.text) - len(text) + match.end() :], line)
    if _CAPTION.match(text):
        return Marked(Mark.CAPTION, line.text, line)
    return Marked(_unmarked(line), line.text, line)


def with_proper_marks(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines of which those that begin with a sign of text are told so, if sub-bullets have their own mark."""
    counts = Counter(line.text.text.lstrip()[:1] for line in lines)
    signs = {sign: counts[sign] for sign in (SUB_BULLET, *WEAK)}
    proper = SUB_BULLET if signs[SUB_BULLET] >= LEAST_PROPER else max(signs, key=lambda sign: signs[sign])
    others = sum(signs.values()) - signs[proper]
    if signs[proper] < LEAST_PROPER or (proper != SUB_BULLET and signs[proper] < MANY_TIMES * others):
        return tuple(lines)
    weak = set(WEAK) - {proper}
    return tuple(replace(line, goes_on=True) if line.text.text.lstrip()[:1] in weak else line for line in lines)


def _unmarked(line: Line) -> Mark:
    """Return the role that the file's own lists and headings give a line without a mark."""
    if line.listed:
        return Mark.BULLET if line.listed == 1 else Mark.SUB_BULLET
    return Mark.PLAIN
