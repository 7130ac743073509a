"""Periods that keep their precision, written in an EDTF-like notation.

``2023`` · ``2023-12`` · ``2023-12-06`` · ``2023-Q4`` · ``2023-H1`` · ``2024-early`` · ``2023-12-late`` ·
``..2026`` (until) · ``2023-12..`` (from) · ``2024-03-11/2024-03-15`` (interval).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?(?:-(Q[1-4]|H[12]|early|mid|late))?")
_PARTS_KO = {"early": "초", "mid": "중반", "late": "말"}
_PARTS_EN = {"early": "early", "mid": "mid", "late": "late"}


@dataclass(frozen=True)
class TimeSpan:
    """A period with its earliest and latest day; an open end is None."""

    notation: str
    precision: str
    earliest: date | None
    latest: date | None
    label_ko: str
    label_en: str


@dataclass(frozen=True)
class _Point:
    precision: str
    earliest: date
    latest: date
    label_ko: str
    label_en: str


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _year(year: int, part: str | None) -> _Point:
    if part is None:
        return _Point("year", date(year, 1, 1), date(year, 12, 31), f"{year}년", str(year))
    if part.startswith("Q"):
        last = 3 * int(part[1])
        span = date(year, last - 2, 1), _month_end(year, last)
        return _Point("quarter", *span, f"{year}년 {part[1]}분기", f"{part} {year}")
    if part.startswith("H"):
        last = 6 * int(part[1])
        half = "상반기" if part == "H1" else "하반기"
        span = date(year, last - 5, 1), _month_end(year, last)
        return _Point("half-year", *span, f"{year}년 {half}", f"{part} {year}")
    first = {"early": 1, "mid": 5, "late": 9}[part]
    span = date(year, first, 1), _month_end(year, first + 3)
    return _Point(part, *span, f"{year}년 {_PARTS_KO[part]}", f"{_PARTS_EN[part]} {year}")


def _month(year: int, month: int, part: str | None) -> _Point:
    ko, en = f"{year}년 {month}월", f"{calendar.month_name[month]} {year}"
    if part is None:
        return _Point("month", date(year, month, 1), _month_end(year, month), ko, en)
    first = {"early": 1, "mid": 11, "late": 21}[part]
    end = _month_end(year, month) if part == "late" else date(year, month, first + 9)
    return _Point(part, date(year, month, first), end, f"{ko} {_PARTS_KO[part]}", f"{_PARTS_EN[part]} {en}")


def _day(day: date) -> _Point:
    en = f"{day.day} {calendar.month_name[day.month]} {day.year}"
    return _Point("day", day, day, f"{day.year}년 {day.month}월 {day.day}일", en)


def _point(notation: str) -> _Point:
    match = _POINT.fullmatch(notation)
    if match is None:
        raise ValueError(f"not a period: {notation!r}")
    year, month, day, part = match.groups()
    try:
        if day and not part:
            return _day(date(int(year), int(month), int(day)))
        if month and not day:
            return _month(int(year), int(month), part)
        if not month:
            return _year(int(year), part)
    except (ValueError, KeyError) as error:
        raise ValueError(f"not a period: {notation!r}") from error
    raise ValueError(f"not a period: {notation!r}")


def parse_time_span(notation: str) -> TimeSpan:
    """Read a period in the notation of this module.

    Raises ValueError for anything else, and for an interval that ends before it begins.

    >>> span = parse_time_span("2024-early")
    >>> str(span.earliest), str(span.latest), span.label_ko
    ('2024-01-01', '2024-04-30', '2024년 초')
    >>> parse_time_span("..2026").label_en
    'until 2026'
    """
    if notation.startswith(".."):
        end = _point(notation[2:])
        return TimeSpan(notation, "until", None, end.latest, f"{end.label_ko}까지", f"until {end.label_en}")
    if notation.endswith(".."):
        start = _point(notation[:-2])
        return TimeSpan(notation, "from", start.earliest, None, f"{start.label_ko}부터", f"from {start.label_en}")
    if "/" in notation:
        start, end = (_point(part) for part in notation.split("/", 1))
        if start.earliest > end.latest:
            raise ValueError(f"the period ends before it begins: {notation!r}")
        ko, en = f"{start.label_ko}~{end.label_ko}", f"{start.label_en} to {end.label_en}"
        return TimeSpan(notation, "interval", start.earliest, end.latest, ko, en)
    point = _point(notation)
    return TimeSpan(notation, point.precision, point.earliest, point.latest, point.label_ko, point.label_en)
