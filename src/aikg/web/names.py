"""What things are called on a page, and the links to them."""

from __future__ import annotations

from markupsafe import Markup, escape

from aikg.graph.description import Relation
from aikg.graph.statements import FigureView, figure_view
from aikg.vocabulary.iris import brief, issue, kind, slug
from aikg.vocabulary.namespaces import AIKG, BASE, SCHEMA
from aikg.web import amounts, calendar, i18n
from aikg.web.addresses import page_of
from aikg.web.preferences import language
from aikg.web.site import catalogue, site

_HEAD_OF = "http://www.w3.org/ns/org#headOf"
_NOTATION = "http://www.w3.org/2004/02/skos/core#notation"
_COMMENT = "http://www.w3.org/2000/01/rdf-schema#comment"
#: who gives identifiers that people know
_GIVERS = {
    "http://www.wikidata.org/entity/": "Wikidata",
    "https://ror.org/": "ROR",
    "http://data.europa.eu/eli/": "ELI",
    "https://sws.geonames.org/": "GeoNames",
    "http://qudt.org/vocab/unit/": "QUDT",
}


def name(iri: str) -> str:
    """Return the name of a thing in the reader's language; a figure is named by its amount."""
    labels = site().everything.labels
    if iri not in labels and kind(iri) == "article":
        return _name_of_part(iri)
    return labels.label(iri, language())


def _name_of_part(iri: str) -> str:
    graph = catalogue().graph
    if graph.objects(iri, AIKG.measure):
        return figure(figure_view(graph, iri))
    return f"§ {slug(iri)}"


def other_name(iri: str) -> str:
    """Return the name of a thing in the language that the reader did not choose, if it is another one."""
    names = site().everything.labels.names(iri)
    other = names.get("en" if language() == "ko" else "ko", "")
    return "" if other == name(iri) else other


def link(iri: str, css: str = "") -> Markup:
    """Return a link to the page of a thing, with the language of its name marked where it differs."""
    spoken = site().everything.labels.language(iri, language())
    attributes = f' lang="{spoken}"' if spoken != language() else ""
    attributes += f' class="{css}"' if css else ""
    return Markup(f'<a href="{escape(page_of(iri))}"{attributes}>{escape(name(iri))}</a>')  # noqa: S704 (escaped)


def month(issued: str) -> str:
    """Return the month of an issue (``2024-01``) as people write it."""
    return i18n.message("issue_of", month=calendar.month(issued, language()))


def issue_name(iri: str) -> str:
    """Return the month of the brief that an article or a part of one belongs to, or nothing."""
    found = {view.iri: view.issued for view in site().everything.briefs}.get(brief(issue(iri)), "")
    return month(found) if found else ""


def heading(relation: Relation) -> str:
    """Return what to call a relation; one that points here has a name of its own where there is one."""
    if not relation.backwards:
        return name(relation.property)
    known = i18n.texts("inverses").get(slug(relation.property))
    return known[language()] if known else "← " + name(relation.property)


def nature(iri: str) -> str:
    """Return what a thing is in one word, or nothing."""
    found = catalogue().natures.get(iri)
    return name(found) if found else ""


def standing(iri: str) -> str:
    """Return the organizations that a person heads or works for, as a list of names; nothing for all else."""
    if kind(iri) != "person":
        return ""
    graph = catalogue().graph
    found = graph.objects(iri, _HEAD_OF) or graph.objects(iri, str(SCHEMA.worksFor))
    return ", ".join(name(organization) for organization in found[:2])


def notation(iri: str) -> str:
    """Return the short sign of a unit: ``USD``, ``%``, ``GB`` or its name."""
    return next(iter(site().everything.graph.objects(iri, _NOTATION)), "") or name(iri)


def figure(view: FigureView) -> str:
    """Return a figure in words: bound, number, unit."""
    lang = language()
    unit = name(view.unit) if lang == "ko" else notation(view.unit)
    numbers = (view.minimum, view.maximum) if view.minimum is not None and view.maximum is not None else (view.value,)
    known = tuple(n for n in numbers if n is not None) or (view.size,)
    bound = slug(view.bound)
    written = amounts.amount(known, unit, bound, name(f"{BASE}voc/bound/{bound}"), lang, bool(view.currency))
    return f"{written} / {name(view.per)}" if view.per else written


def comment(iri: str) -> str:
    """Return the comment on a term in the reader's language."""
    found = {
        getattr(term, "language", "") or "": term.value
        for predicate, term in site().everything.graph.terms(iri)
        if predicate == _COMMENT
    }
    return found.get(language()) or next(iter(found.values()), "")


def external(iri: str) -> str:
    """Return a short name of an identifier elsewhere: who gives it, and what it is.

    >>> external("http://www.wikidata.org/entity/Q37156"), external("https://ror.org/05hh8d621")
    ('Wikidata Q37156', 'ROR 05hh8d621')
    """
    for start, giver in _GIVERS.items():
        if iri.startswith(start):
            return f"{giver} {slug(iri.rstrip('/'))}"
    return iri.split("://", 1)[-1]
