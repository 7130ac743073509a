"""Habits of converters that print lines: tables between bars, words set apart by wide blanks, two bullets on a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aikg.corpus.document import SUB_BULLET, Line
from aikg.corpus.traced import Traced, concatenate, inserted

_ROW = re.compile(r"^\s*\|[^|]*\|.*\|\s*$")
_RULE = re.compile(r"^[\s|:-]+$")
_BAR = re.compile(r"\s*\|\s*")
#: blanks wider than between words
_WIDE = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
#: a sub-bullet or the sources, which a converter left on the line of the text before them
_WITHIN = re.compile(rf"(?<=\S)(?:\s+(?={SUB_BULLET}\s\S)|\s*(?=☞\s?출\s?처))")

#: a line with so many wide blanks is no row of a table, and so large a share of such lines is the converter's habit
LEAST_WIDE, STRETCHED = 4, 0.25
#: so many lines that begin with a sub-bullet's mark show what it is within a line
LEAST_MARKED = 3

#: the blank between two cells
CELL = "    "


def printed(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines as they were printed on the page."""
    stretched = _is_stretched(lines)
    marked = sum(line.text.text.lstrip().startswith(SUB_BULLET) for line in lines) >= LEAST_MARKED
    for line in lines:
        text = _row(line.text) if _ROW.match(line.text.text) else line.text
        if stretched:
            text = text.without_spans((m.start() + 1, m.end()) for m in _WIDE.finditer(text.text))
        if text.text.strip():
            yield from _split(replace(line, text=text)) if marked else [replace(line, text=text)]


def _is_stretched(lines: Sequence[Line]) -> bool:
    wide = sum(len(_WIDE.findall(line.text.text)) >= LEAST_WIDE for line in lines)
    return wide > STRETCHED * len(lines)


def _row(text: Traced) -> Traced:
    """Return the cells of a table's row with wide blanks between them; a rule between rows is nothing."""
    if _RULE.match(text.text):
        return Traced()
    cells, start = [], 0
    for bar in [*_BAR.finditer(text.text), None]:
        cell = text[start : bar.start() if bar else len(text)].strip()
        cells += [cell] if cell.text else []
        start = bar.end() if bar else 0
    parts = (part for cell in cells for part in (inserted(CELL), cell))
    return concatenate(list(parts)[1:])


def _split(line: Line) -> Iterator[Line]:
    start = 0
    for match in [*_WITHIN.finditer(line.text.text), None]:
        yield replace(line, text=line.text[start : match.start() if match else len(line.text)])
        start = match.end() if match else 0
