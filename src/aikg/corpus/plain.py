"""Plain text, as converters of PDF write it: pages parted by form feeds, marks as letters or code points."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aikg.corpus.document import BULLET, SUBHEAD, WINGDINGS, Document, Line
from aikg.corpus.printed import printed
from aikg.corpus.traced import Traced, inserted, traced

#: converters write the letter of the symbol font where they do not know its mark
_LETTER_BULLET = re.compile(r"^\s*n(?:\s+(?=\S)|\s*$|(?=\())")
#: a pound sign is a subhead's mark in that font, but not before an amount in English
_SUBHEAD = re.compile(r"^\s*£(?!\s?\d[\d,.]*\s?(?:k|m|bn|million|billion|trillion)\b)", re.IGNORECASE)
_PRIVATE = re.compile("^\\s*[\uf020-\uf0ff]")
_MARKS = (BULLET, SUBHEAD, "∙", "☞")
#: lines beginning with a lone "n" that make it a bullet rather than a letter
LEAST_LETTERS = 3


def read_plain(name: str, text: str, warnings: tuple[str, ...] = ()) -> Document:
    """Read plain text into lines; pages are told by form feeds."""
    paged = "\f" in text.strip("\f\n ")
    lines = canonical(list(printed(list(_lines(text, paged)))))
    return Document(name, lines, paged=paged, warnings=warnings)


def is_printed(text: str) -> bool:
    """Tell whether a text has the marks of the genre at its lines' starts, whatever its name says."""
    starts = re.findall(r"^[ \t]*(n |£|■|∙|☞)", text, re.MULTILINE)
    return starts.count("n ") + starts.count("■") >= LEAST_LETTERS and len(starts) >= 2 * LEAST_LETTERS


def canonical(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines with the marks of symbol fonts written as such, and marks alone on a line put before their words."""
    letters = sum(bool(_LETTER_BULLET.match(line.text.text)) for line in lines) >= LEAST_LETTERS
    translated = [replace(line, text=_translated(line.text, letters)) for line in lines]
    return tuple(_with_marks(translated))


def _lines(text: str, paged: bool) -> Iterator[Line]:
    page, offset, opens = 1, 0, True
    for raw in re.split(r"(?<=[\n\f])", text):
        words = raw.rstrip("\r\n\f\v")
        if words.endswith("   "):  # padding of a converter that keeps the layout
            words = words.rstrip()
        if words.strip():
            indent = len(words) - len(words.lstrip())
            yield Line(traced(words, offset).folded(), page if paged else None, indent=indent, opens=opens)
        opens = not words.strip()
        offset += len(raw)
        page += raw.endswith("\f")


def _translated(text: Traced, letters: bool) -> Traced:
    for pattern, mark in ((_SUBHEAD, SUBHEAD), (_PRIVATE, ""), (_LETTER_BULLET, BULLET)):
        match = pattern.match(text.text)
        if not match or (pattern is _LETTER_BULLET and not letters):
            continue
        position = len(text.text) - len(text.text.lstrip())
        known = mark or WINGDINGS.get(chr(ord(text.text[position]) - 0xF000), text.text[position])
        return Traced(text.text[:position] + known + text.text[position + 1 :], text.origins)
    return text


def _with_marks(lines: Sequence[Line]) -> Iterator[Line]:
    """Put a mark that stands alone on its line before the words of the next one."""
    waiting: Line | None = None
    for line in lines:
        words = line.text.text.strip()
        if waiting and words[0] in _MARKS:
            yield waiting
            waiting = None
        if words in _MARKS:
            waiting = line
        elif waiting:
            yield replace(line, text=waiting.text.strip() + inserted(" ") + line.text, opens=True)
            waiting = None
        else:
            yield line
    if waiting:
        yield waiting
