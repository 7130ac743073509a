"""Dates of events: full dates with ranges, and days under a month that may run across its end."""

import re
from datetime import date

_FULL = re.compile(
    r"(20\d\d)\s?\.\s?(\d{1,2})\s?\.\s?(\d{1,2})\s?\.?"
    r"(?:\s?[~∼〜～–—-]\s?(?:(\d{1,2})\s?\.\s?(?=\d))?(\d{1,2})\s?\.?)?"
)
_UNDER_MONTH = re.compile(r"(\d{1,2})\s?일?(?:\s?[~∼〜～–—-]\s?(?:(\d{1,2})\s?월\s?)?(\d{1,2})\s?)?일?")


def full_span(text: str) -> tuple[str | None, str | None]:
    """Return first and last day of a date written in full.

    >>> full_span("2024.3.26.~27"), full_span("2024.4.30.~5.2"), full_span("2024.5.1.")
    (('2024-03-26', '2024-03-27'), ('2024-04-30', '2024-05-02'), ('2024-05-01', '2024-05-01'))
    """
    match = _FULL.search(text)
    if match is None:
        return None, None
    year, month, first = int(match[1]), int(match[2]), int(match[3])
    last_month = int(match[4]) if match[4] else month
    last = int(match[5]) if match[5] else first
    last_year = year
    if not match[4] and last < first:
        last_year, last_month = _next(year, month)
    elif last_month < month:
        last_year = year + 1
    return _iso(year, month, first), _iso(last_year, last_month, last)


def days(text: str) -> tuple[int, int]:
    """Return the first and the last day of days under a month.

    >>> days("7~10일"), days("26일"), days("27~4일")
    ((7, 10), (26, 26), (27, 4))
    """
    match = _UNDER_MONTH.search(text)
    if match is None:
        return 0, 0
    return int(match[1]), int(match[3] or match[1])


def month_span(year: int, month: int, text: str, ends_here: bool = False) -> tuple[str | None, str | None]:
    """Return first and last day of days under a month; a range past its end runs into the next month.

    ``ends_here`` says that the row stands under the month in which it ends.

    >>> month_span(2025, 2, "27~4일"), month_span(2025, 5, "30~2일", True)
    (('2025-02-27', '2025-03-04'), ('2025-04-30', '2025-05-02'))
    """
    first, last = days(text)
    if first <= last:
        return _iso(year, month, first), _iso(year, month, last)
    if ends_here:
        before_year, before = (year, month - 1) if month > 1 else (year - 1, 12)
        return _iso(before_year, before, first), _iso(year, month, last)
    return _iso(year, month, first), _iso(*_next(year, month), last)


def _next(year: int, month: int) -> tuple[int, int]:
    return (year, month + 1) if month < 12 else (year + 1, 1)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
