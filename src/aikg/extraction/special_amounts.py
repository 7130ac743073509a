"""Amounts written in ways of their own: stretches of time in one word, sides of a picture, scores in brackets."""

import re
from collections.abc import Sequence
from decimal import Decimal

from aikg.extraction.amounts import Amount, amount_at
from aikg.extraction.units import unit_at, units

#: stretches of time with words of their own
_STRETCHES = {
    "하루": ("day", 1), "이틀": ("day", 2), "사흘": ("day", 3), "나흘": ("day", 4), "닷새": ("day", 5),
    "엿새": ("day", 6),
    "열흘": ("day", 10), "보름": ("day", 15), "일주일": ("week", 1), "반년": ("month", 6), "일년": ("year", 1),
}  # fmt: skip
_STRETCH = re.compile(
    r"(?:하루(?=\s?(?:만에|동안|안에|간))|"
    + "|".join(w for w in _STRETCHES if w != "하루")
    + r")(?![가-힣]*(?:학교|지도))"
)
#: the size of a picture: 640x480, 1080p
_PICTURE = re.compile(
    r"(?P<width>\d{3,5})\s?[x×*]\s?(?P<height>\d{3,5})(?![\d.])|(?P<lines>\d{3,4})p(?![A-Za-z0-9])", re.ASCII
)
_ALONE = re.compile(r"\((\d{1,4}\.\d{1,4})\)", re.ASCII)
_IN_BRACKETS = re.compile(r"\(\d[\d.,]*(?P<unit>점|%)\)", re.ASCII)
#: a neighbour in brackets stands at most so far before
_NEAR = 120


def amounts_at(text: str, position: int, raised: Sequence[tuple[int, int]] = ()) -> tuple[Amount, ...]:
    """Read what ``amount_at`` reads, and stretches of time in one word, and the two sides of a picture."""
    if stretch := _STRETCH.match(text, position):
        unit, value = _STRETCHES[stretch[0]]
        return (Amount(position, stretch.end(), Decimal(value), None, units()[unit]),)
    if (picture := _PICTURE.match(text, position)) and not text[position - 1 : position].isalnum():
        pixel = units()["pixel"]
        return tuple(
            Amount(*picture.span(side), Decimal(picture[side]), None, pixel)
            for side in ("width", "height", "lines")
            if picture[side]
        )
    amount = amount_at(text, position, raised) or _bracketed(text, position)
    return (amount,) if amount else ()


def _bracketed(text: str, position: int) -> Amount | None:
    """Read a decimal alone in brackets as its neighbours in brackets are read: "가 (3.8점)나 나 (3.1)"."""
    match = _ALONE.match(text, position - 1) if position else None
    if match is None:
        return None
    neighbours = [each.start("unit") for each in _IN_BRACKETS.finditer(text, max(0, position - _NEAR), position)]
    form = unit_at(text, neighbours[-1]) if neighbours else None
    return Amount(position, match.end(1), Decimal(match[1]), None, form.unit) if form else None
