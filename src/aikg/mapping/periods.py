"""When something is so, in words that stand in a sentence."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from aikg.mapping.wording import fill, templates
from aikg.model.timespan import TimeSpan, parse_time_span


def when(lang: str, period: TimeSpan | None, told: date | None = None) -> str:
    """Return when something is so, as "in 2027" or "2027년"; empty without a period.

    ``told`` is given for what is foreseen: a period that is over by then can only be when it was said, and is told
    as such.

    >>> from aikg.model.timespan import parse_time_span as span
    >>> [when("en", span(notation)) for notation in ("2027", "..2026", "2024-05-06", "2024-05-06/2024-05-08")]
    ['in 2027', 'by 2026', 'on 6 May 2024', 'from 6 to 8 May 2024']
    >>> when("ko", span("2024-04-30/2024-05-02")), when("en", span("2024-05-06"), date(2024, 5, 31))
    ('2024년 4월 30일부터 5월 2일까지', ', as of 6 May 2024')
    """
    if period is None:
        return ""
    if told is not None and is_over(period, told):
        return as_of(lang, period)
    if period.precision == "interval":
        return _between(lang, period)
    return period.label_ko if lang == "ko" else _at(period)


def foretold(lang: str, period: TimeSpan | None, told: date | None) -> str:
    """Return the time of a forecast: when it was made, or what it looks ahead to."""
    if period is None or told is None or is_over(period, told):
        return when(lang, period)
    shown = _label(lang, period).removeprefix("until ").removeprefix("from ")
    return fill(templates(lang)["periods"]["ahead"], period=shown)


def is_over(period: TimeSpan, told: date) -> bool:
    """Tell whether a closed period has ended by a day."""
    return period.latest is not None and period.precision not in ("until", "from") and period.latest <= told


def as_of(lang: str, period: TimeSpan) -> str:
    """Return that something was so at a time, as "2024년 5월 6일 기준"."""
    return fill(templates(lang)["periods"]["as-of"], period=_label(lang, period))


def _label(lang: str, period: TimeSpan) -> str:
    return period.label_ko if lang == "ko" else period.label_en


def _at(period: TimeSpan) -> str:
    forms = templates("en")["periods"]
    form = {"until": "by", "from": "from", "day": "on"}.get(period.precision, "in")
    shown = period.label_en.removeprefix("until ").removeprefix("from ")
    return fill(forms[form], period=shown)


def _between(lang: str, period: TimeSpan) -> str:
    """Return an interval without the year and month that both ends share: at the head in Korean, else at the tail."""
    first, last = (_label(lang, parse_time_span(part)).split() for part in period.notation.split("/"))
    if lang == "ko":
        last = last[_alike(first, last) :]
    elif shared := _alike(first[::-1], last[::-1]):
        first = first[:-shared]
    return fill(templates(lang)["periods"]["interval"], first=" ".join(first), last=" ".join(last))


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many words two ends have in common, never all of them."""
    pairs = zip(one[:-1], other[:-1], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
