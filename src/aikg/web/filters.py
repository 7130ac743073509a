"""Jinja filters and globals: names, links, numbers, figures."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from flask import Flask, request
from markupsafe import Markup, escape

from aikg.graph.description import Relation
from aikg.graph.labels import LANGUAGES
from aikg.graph.statements import FigureView, Place
from aikg.graph.table import compact
from aikg.vocabulary.iris import slug
from aikg.vocabulary.namespaces import BASE, PREFIXES
from aikg.web import i18n
from aikg.web.addresses import data_of, page_of
from aikg.web.site import site


def register(app: Flask) -> None:
    """Make the filters and globals known to the templates."""
    app.jinja_env.filters.update({function.__name__: function for function in FILTERS})
    app.jinja_env.filters["page"] = page_of
    app.jinja_env.globals.update(
        _=i18n.message, data_of=data_of, other_language=other_language, base=BASE, declared=declared
    )
    app.context_processor(_context)


def _context() -> dict[str, Any]:
    return {"lang": i18n.language(), "revision": site().revision}


def name(iri: str) -> str:
    """Return the name of a thing in the reader's language."""
    return site().labels.label(iri, i18n.language())


def link(iri: str, css: str = "") -> Markup:
    """Return a link to the page of a thing, with the language of its name marked where it differs."""
    spoken = site().labels.language(iri, i18n.language())
    attributes = f' lang="{spoken}"' if spoken != i18n.language() else ""
    attributes += f' class="{css}"' if css else ""
    return Markup(f'<a href="{escape(page_of(iri))}"{attributes}>{escape(name(iri))}</a>')  # noqa: S704 (escaped)


def heading(relation: Relation) -> str:
    """Return what to call a relation; one that points here has a name of its own where there is one."""
    if not relation.backwards:
        return name(relation.property)
    known = i18n.inverse_names().get(slug(relation.property))
    return known[i18n.language()] if known else "← " + name(relation.property)


def classification(iri: str) -> str:
    """Return what kind of organization a thing is, or nothing."""
    kinds = [
        term.value for predicate, term, _ in site().graph.outgoing(iri) if predicate.endswith("org#classification")
    ]
    return name(kinds[0]) if kinds else ""


def notation(iri: str) -> str:
    """Return the short sign of a unit: ``USD``, ``%``, ``GB`` or its name."""
    terms = [term.value for predicate, term, _ in site().graph.outgoing(iri) if predicate.endswith("core#notation")]
    return terms[0] if terms else name(iri)


def figure(view: FigureView) -> str:
    """Return a figure in words: bound, number, unit."""
    lang = i18n.language()
    unit = name(view.unit) if lang == "ko" and view.currency else notation(view.unit)
    if view.minimum is not None and view.maximum is not None:
        amount = f"{i18n.number(view.minimum, lang)}–{i18n.number(view.maximum, lang)}"
    else:
        numbers = (view.value, view.minimum, view.maximum)
        amount = next((i18n.number(n, lang) for n in numbers if n is not None), "")
    if view.currency and lang == "en":
        amount = f"{unit} {amount}"
    else:
        amount += unit if unit in ("%", "배", "년", "개월", "일") else f" {unit}"
    bounded = _bounded(slug(view.bound), amount, lang)
    return f"{bounded} / {name(view.per)}" if view.per else bounded


def _bounded(bound: str, amount: str, lang: str) -> str:
    if bound in ("exact", "range"):
        return amount
    word = name(f"{BASE}voc/bound/{bound}")
    behind = lang == "ko" and bound in ("at-least", "more-than", "less-than", "some-over")
    return f"{amount} {word}" if behind else f"{word} {amount}"


def comment(iri: str) -> str:
    """Return the comment on a term in the reader's language."""
    found = {
        getattr(term, "language", "") or "": term.value
        for predicate, term, _ in site().graph.outgoing(iri)
        if predicate.endswith("rdf-schema#comment")
    }
    return found.get(i18n.language()) or next(iter(found.values()), "")


def declared(query: str) -> str:
    """Return a query with the declarations of the prefixes that it uses, so that it runs anywhere."""
    used = set(re.findall(r"(?<![\w<?$])([a-z]+):", query))
    known = set(re.findall(r"PREFIX\s+(\w+):", query))
    lines = [f"PREFIX {prefix}: <{PREFIXES[prefix]}>" for prefix in sorted(used - known) if prefix in PREFIXES]
    return "\n".join([*lines, query.strip()])


def words(place: Place, article: str) -> str | None:
    """Return the words at a place when the brief is at hand."""
    return site().words(article, place.block, place.start, place.end, place.digest)


def other_language() -> str:
    """Return the address of this page in the other language."""
    other = next(lang for lang in LANGUAGES if lang != i18n.language())
    kept = [(key, value) for key, value in request.args.items(multi=True) if key != "lang"]
    return "?" + urlencode([*kept, ("lang", other)])


#: every filter, under its own name
FILTERS = (name, link, heading, classification, i18n.number, figure, slug, notation, words, comment, compact)
