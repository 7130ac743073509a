"""Every date of a text, with its period in the notation of ``aikg.model.timespan``.

Precision is kept: "2031년 초" is ``2031-early``, "2031년까지" is ``..2031``. What lacks its year or month takes it from
the article by way of an ``Anchor``. Durations ("5년간") are no dates.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from aikg.extraction import date_forms
from aikg.extraction.anchors import Anchor as Anchor
from aikg.extraction.anchors import Day
from aikg.extraction.date_points import Point, end_point_at, point_at
from aikg.extraction.numerals import fold
from aikg.model.extraction import DateMention
from aikg.model.timespan import parse_time_span

#: where a date can begin
_STARTS = re.compile(r"\d|[’‘'`](?=\d\d[년.])|[올금내작지재같그동이다연당상하오]")


def find_dates(text: str, anchor: Anchor) -> tuple[DateMention, ...]:
    """Return the dates of ``text`` in order, none overlapping another, and take them into ``anchor``.

    Any text is accepted; what is no date of the calendar (2월 30일) gives nothing.

    >>> anchor = Anchor.of_issue("spri-2031-05")
    >>> [d.notation for d in find_dates("2031년 4월 3일 발표, 지난 11월 공개, 2033년까지 시행", anchor)]
    ['2031-04-03', '2030-11', '..2033']
    >>> [(d.text, d.notation) for d in find_dates("2월 27일~3월 4일 개최, 2032~2035년 지원", anchor)]
    [('2월 27일~3월 4일', '2031-02-27/2031-03-04'), ('2032~2035년', '2032/2035')]
    """
    anchor.in_block = False
    folded = fold(text)
    return tuple(replace(date, text=text[date.start : date.end]) for date in _dates(folded, anchor))


def _dates(text: str, anchor: Anchor) -> Iterator[DateMention]:
    position = 0
    while match := _STARTS.search(text, position):
        position = match.start() + 1
        point = point_at(text, match.start(), anchor)
        if point is None or not _valid(point.notation):
            continue
        mention, last = _mention(text, point, anchor)
        if point.carries:
            anchor.note(last, point.notation, cited=point.cited)
        if point.quarterly:
            anchor.quarter_year = point.first.year
        position = mention.end
        yield mention


def _mention(text: str, point: Point, anchor: Anchor) -> tuple[DateMention, Day]:
    """Return the mention that begins with ``point``: a range with a second point, or with 까지, 부터 an open period."""
    if ranged := _range(text, point, anchor):
        return ranged
    notation, end = point.notation, point.end
    if not point.closed and (until := date_forms.UNTIL.match(text, end)):
        notation, end = f"..{notation}", until.end()
    elif not point.closed and (since := date_forms.SINCE.match(text, end)):
        notation, end = f"{notation}..", since.end()
    return DateMention(point.start, end, text[point.start : end], notation, point.inherited), point.last


def _range(text: str, point: Point, anchor: Anchor) -> tuple[DateMention, Day] | None:
    link = date_forms.LINK.match(text, point.end)
    second = end_point_at(text, link.end(), anchor, point) if link and not point.closed else None
    if link is None or second is None:
        return None
    until = date_forms.UNTIL.match(text, second.end)
    notation = f"{point.notation}/{second.notation}"
    if not _valid(notation) or (link["from"] and until is None):
        return None
    end = until.end() if until and link["from"] else second.end
    return DateMention(point.start, end, text[point.start : end], notation, point.inherited), second.last


def _valid(notation: str) -> bool:
    try:
        parse_time_span(notation)
    except ValueError:
        return False
    return True
