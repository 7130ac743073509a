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


def number(value: Decimal | int) -> str:
    """Return a number with thousands separated.

    >>> number(Decimal("35000000")), number(Decimal("90.04"))
    ('35,000,000', '90.04')
    """
    return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
