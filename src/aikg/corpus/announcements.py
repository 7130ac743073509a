"""Events printed as blocks: name, what it is about, and a line of date, place and address."""

import re
from collections.abc import Sequence

from aikg.corpus.contents import ALIKE, Entry, likeness, title_key
from aikg.corpus.days import full_span
from aikg.corpus.fragments import Fragment, Piece
from aikg.model.brief import Conference


def read_announcements(found: Sequence[Fragment], listed: Sequence[Entry]) -> tuple[list[Conference], list[str]]:
    """Return the events of the page and warnings; ``listed`` are the events that the contents name."""
    dates = [i for i, f in enumerate(found) if f.piece is Piece.DAYS]
    tables = _tables(found, dates)
    printed = [_name(found, tables, i) for i in range(len(dates))]
    names, warnings = _names(printed, listed)
    events = []
    for i, (name, (start, end)) in enumerate(zip(names, tables, strict=True)):
        cells = [f for f in found[start:end] if f.piece in (Piece.PLACE, Piece.URL, Piece.NAME)]
        first, last = full_span(found[dates[i]].text)
        events.append(Conference(name, first, last, _place(cells, name), _address(cells), found[dates[i]].page))
    return events, warnings


def _tables(found: Sequence[Fragment], dates: Sequence[int]) -> list[tuple[int, int]]:
    """Return where the line of date, place and address stands for each event: from its header to what is not a cell."""
    spans = []
    for number, i in enumerate(dates):
        start = next((j for j in range(i, max(i - 6, 0) - 1, -1) if found[j].piece is Piece.HEADER), max(i - 1, 0))
        limit = dates[number + 1] if number + 1 < len(dates) else len(found)
        end = i + 1
        while end < limit and _is_cell(found, end):
            end += 1
        spans.append((start + (found[start].piece is Piece.HEADER), end))
    return spans


def _is_cell(found: Sequence[Fragment], i: int) -> bool:
    fragment = found[i]
    if fragment.piece in (Piece.URL, Piece.PLACE):
        return True
    if fragment.piece is Piece.HEADER:
        return i + 1 < len(found) and found[i + 1].piece is Piece.URL
    return fragment.piece is Piece.NAME and fragment.text.startswith("(") and fragment.text.endswith(")")


def _name(found: Sequence[Fragment], tables: Sequence[tuple[int, int]], i: int) -> str:
    """Return the words between the last event's address and what this one is about."""
    start = tables[i - 1][1] if i else 0
    words = []
    for fragment in found[start : tables[i][0]]:
        if fragment.piece is Piece.NOTE:
            break
        if fragment.piece is Piece.NAME and not re.search(r"주요\s?행사", fragment.text):
            words.append(fragment.text)
    return " ".join(words)


def _names(printed: Sequence[str], listed: Sequence[Entry]) -> tuple[list[str], list[str]]:
    """Return the names: as printed where the contents agree, else as the contents have them, if there are as many."""
    if len(listed) != len(printed):
        warnings = [f"the contents list {len(listed)} events, the page has {len(printed)}"] if listed else []
        return list(printed), warnings
    names = []
    for name, entry in zip(printed, listed, strict=True):
        alike = likeness(title_key(name), title_key(entry.title)) >= ALIKE
        names.append(name if alike else entry.title)
    return names, []


def _place(cells: Sequence[Fragment], name: str) -> str:
    words = [f.text for f in cells if f.piece is Piece.PLACE]
    others = [f.text for f in cells if f.piece is Piece.NAME and f.text != name]
    return " ".join(words + [w for w in others if not words or w.startswith("(")])


def _address(cells: Sequence[Fragment]) -> str:
    """Return the address; a converter may print its parts in another order, but only one begins as addresses do."""
    parts = [f.text for f in cells if f.piece is Piece.URL]
    return "".join(sorted(parts, key=lambda part: not re.match(r"https?://|www\.", part)))
