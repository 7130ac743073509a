"""Jinja filters and globals."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from flask import Flask

from aikg.graph.statements import Place
from aikg.graph.table import compact
from aikg.vocabulary.iris import kind, slug
from aikg.vocabulary.namespaces import BASE, PREFIXES
from aikg.web import amounts, i18n, names
from aikg.web.addresses import data_of, here, other_language, page_of
from aikg.web.preferences import candidates_shown, language
from aikg.web.site import site


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
        "has_candidates": site().has_candidates,
        "candidates_shown": candidates_shown(),
    }


def number(value: int) -> str:
    """Return a count with thousands separated."""
    return f"{value:,}"


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


#: every filter, under its own name
FILTERS = (
    names.name,
    names.other_name,
    names.link,
    names.heading,
    names.nature,
    names.notation,
    names.figure,
    number,
    names.comment,
    in_words,
    column,
    words,
    names.external,
    slug,
    kind,
    compact,
)
