"""Days and months as Korean and English write them."""

from __future__ import annotations

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def month(issued: str, lang: str) -> str:
    """Return a month (``2024-01``) in words.

    >>> month("2024-01", "ko"), month("2024-01", "en")
    ('2024년 1월', 'January 2024')
    """
    year, number = issued.split("-")[:2]
    return f"{year}년 {int(number)}월" if lang == "ko" else f"{_MONTHS[int(number) - 1]} {year}"


def day(date: str, lang: str) -> str:
    """Return a day (``2024-03-11``) in words; a month or a year as it is known.

    >>> day("2024-03-11", "ko"), day("2024-03-11", "en"), day("2024-03", "en"), day("2024", "ko")
    ('2024년 3월 11일', '11 March 2024', 'March 2024', '2024년')
    """
    parts = date.split("-")
    if len(parts) == 1:
        return f"{date}년" if lang == "ko" else date
    written = month(date, lang)
    if len(parts) == 2:
        return written
    return f"{written} {int(parts[2])}일" if lang == "ko" else f"{int(parts[2])} {written}"


def days(start: str, end: str, lang: str) -> str:
    """Return from when to when, once where both are the same day.

    >>> days("2024-03-11", "2024-03-15", "ko"), days("2024-02-27", "2024-03-04", "en")
    ('2024년 3월 11일~15일', '27 February – 4 March 2024')
    >>> days("2025-02-11", "2025-02-11", "ko"), days("2025-12-30", "2026-01-02", "en")
    ('2025년 2월 11일', '30 December 2025 – 2 January 2026')
    """
    if not start or not end or start == end:
        return day(start or end, lang) if start or end else ""
    first, last = day(start, lang), day(end, lang)
    shared = _shared(start, end)
    if lang == "ko":
        return f"{first}~{' '.join(last.split(' ')[shared:])}"
    return f"{' '.join(first.split(' ')[: 3 - shared])} – {last}"


def _shared(start: str, end: str) -> int:
    """Return how many of year and month two days share."""
    (year, month_, *_), (other_year, other_month, *_) = start.split("-"), end.split("-")
    return 0 if year != other_year else 1 + (month_ == other_month)
