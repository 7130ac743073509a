"""Jinja filters and globals."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from flask import Flask

from aikg.graph.statements import Place
from aikg.graph.store import Row
from aikg.graph.table import compact
from aikg.vocabulary.iris import issue, kind, slug, whole
from aikg.vocabulary.namespaces import BASE, PREFIXES
from aikg.web import amounts, calendar, i18n, names
from aikg.web.addresses import data_of, here, other_language, page_of
from aikg.web.preferences import candidates_shown, language
from aikg.web.site import no_words, site

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
#: letters of blocks that have a name of their own
BLOCKS = "tkhbncx"


def register(app: Flask) -> None:
    """Make the filters and globals known to the templates."""
    app.jinja_env.filters.update({function.__name__: function for function in FILTERS})
    app.jinja_env.filters["page"] = page_of
    app.jinja_env.globals.update(
        _=i18n.message, data_of=data_of, other_language=other_language, here=here, base=BASE, declared=declared
    )
    app.context_processor(_context)


def _context() -> dict[str, Any]:
    return {
        "lang": language(),
        "revision": site().revision,
        "words_at_hand": site().words is not no_words,
        "has_candidates": site().has_candidates,
        "candidates_shown": candidates_shown(),
    }


def number(value: int) -> str:
    """Return a count with thousands separated."""
    return f"{value:,}"


def bytes(value: int) -> str:
    """Return the size of a file."""
    for size, unit in ((10**6, "MB"), (10**3, "kB")):
        if value >= size:
            return f"{value / size:.1f} {unit}"
    return f"{value} B"


def in_words(text: str) -> str:
    """Return a number of an answer as people write it."""
    try:
        return amounts.number(Decimal(text), language())
    except InvalidOperation:
        return text


def column(variable: str) -> str:
    """Return what a column of an answer is called."""
    known = i18n.texts("variables").get(variable)
    return known[language()] if known else variable


def declared(query: str) -> str:
    """Return a query with the declarations of the prefixes that it uses, so that it runs anywhere."""
    used = set(re.findall(r"(?<![\w<?$])([a-z]+):", query))
    known = set(re.findall(r"PREFIX\s+(\w+):", query))
    lines = [f"PREFIX {prefix}: <{PREFIXES[prefix]}>" for prefix in sorted(used - known) if prefix in PREFIXES]
    return "\n".join([*lines, query.strip()])


def words(place: Place, article: str) -> str | None:
    """Return the words at a place when the brief is at hand."""
    return site().words(article, place.block, place.start, place.end, place.digest)


def day(text: str) -> str:
    """Return a day, a month or a year as people write it; what is none of them stays as it is."""
    return calendar.day(text, language()) if _DATE.fullmatch(text) else text


def days(row: Row) -> str:
    """Return from when to when something lasts (``start`` and ``end``), as people write it; empty when not known."""
    return calendar.days(row.get("start", ""), row.get("end", ""), language())


def place_name(block: str) -> str:
    """Return what readers call a block of an article: ``k1`` is the first key point, ``b3.1`` stands in the body."""
    part, number = block[:1], block[1:]
    return f"{i18n.message('block_' + part)} {number}".strip() if part in BLOCKS else block


#: every filter, under its own name
FILTERS = (
    names.name,
    names.other_name,
    names.link,
    names.heading,
    names.month,
    names.issue_name,
    names.nature,
    names.standing,
    names.notation,
    names.figure,
    number,
    bytes,
    names.comment,
    in_words,
    column,
    words,
    day,
    days,
    place_name,
    names.external,
    slug,
    kind,
    issue,
    whole,
    compact,
)
