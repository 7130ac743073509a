"""Korean and English: which one a reader wants, the messages, and numbers in words."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from importlib.resources import files

from flask import g, request

from aikg.graph.labels import LANGUAGES

#: how long a choice of language is remembered, in seconds
REMEMBERED = 60 * 60 * 24 * 365


@cache
def inverse_names() -> dict[str, dict[str, str]]:
    """Return what a property is called when it is read backwards, by the last part of its IRI."""
    text = (files("aikg.web") / "messages" / "inverses.json").read_text(encoding="utf-8")
    names: dict[str, dict[str, str]] = json.loads(text)
    return names


@cache
def messages() -> dict[str, dict[str, str]]:
    """Return every message by key and language."""
    text = (files("aikg.web") / "messages" / "messages.json").read_text(encoding="utf-8")
    catalog: dict[str, dict[str, str]] = json.loads(text)
    return catalog


def choose_language() -> str:
    """Return the reader's language: asked for in the address, chosen before, or preferred by the browser."""
    for wanted in (request.args.get("lang"), request.cookies.get("lang")):
        if wanted in LANGUAGES:
            return wanted
    return request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]


def language() -> str:
    """Return the language of the current request."""
    if "lang" not in g:
        g.lang = choose_language()
    chosen: str = g.lang
    return chosen


def message(key: str, **values: object) -> str:
    """Return a message in the language of the request, with its blanks filled in."""
    return messages()[key][language()].format(**values)


#: Korean counts large numbers in steps of ten thousand
_MYRIADS: tuple[tuple[int, str], ...] = ((10**12, "조"), (10**8, "억"), (10**4, "만"))


def number(value: Decimal | int, lang: str = "en") -> str:
    """Return a number with thousands separated; in Korean, large whole numbers in 조, 억 and 만.

    >>> number(Decimal("35000000")), number(Decimal("90.04"))
    ('35,000,000', '90.04')
    >>> number(35000000, "ko"), number(Decimal("381000"), "ko"), number(1430, "ko")
    ('3,500만', '38만 1,000', '1,430')
    """
    if lang == "ko" and value == int(value) and abs(int(value)) >= 10_000:
        return _in_myriads(int(value))
    return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"


def _in_myriads(value: int) -> str:
    rest, parts = abs(value), []
    for size, word in _MYRIADS:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count:,}{word}")
    return ("-" if value < 0 else "") + " ".join([*parts, *([f"{rest:,}"] if rest else [])])
