"""A page for every thing of the dataset."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, render_template
from pyoxigraph import NamedNode
from werkzeug.wrappers import Response

from aikg.graph.description import Description, Relation, describe
from aikg.graph.events import DatedEvent
from aikg.graph.queries import named_query
from aikg.graph.questions import ISSUE, questions_of_article
from aikg.graph.relations import OF_EVENTS
from aikg.graph.statements import figure_view, statement_view
from aikg.vocabulary.iris import brief, issue, kind, slug
from aikg.vocabulary.namespaces import AIKG, ID, SCHEMA
from aikg.web.addresses import iri_of, split_suffix
from aikg.web.home import sections
from aikg.web.linked_data import SUFFIXES, data
from aikg.web.refusals import refuse
from aikg.web.site import catalogue, site
from aikg.web.statement_lists import statement_list
from aikg.web.twins import twins_of_thing

blueprint = Blueprint("pages", __name__)

#: literal values of entities that have no place of their own on the page
SHOWN_VALUES = {
    *("http://purl.org/dc/terms/" + name for name in ("title", "issued", "bibliographicCitation")),
    *(str(SCHEMA[name]) for name in ("startDate", "endDate", "leiCode")),
    *(str(AIKG[name]) for name in ("block", "digest")),
}
#: how an event is meant stands above its name
_MODALITY = str(AIKG.modality)
_DAYS = {str(SCHEMA[name]) for name in ("startDate", "endDate")}
#: kinds of things around which there is nothing to draw
_NOT_DRAWN = ("article", "brief", "time")


@blueprint.get("/page/<path:path>")
def page(path: str) -> str | Response:
    """Show one thing; with a data suffix, its data twin."""
    stem, suffix = split_suffix(path, SUFFIXES)
    if suffix:
        return data(path)
    iri = iri_of(stem)
    thing = describe(catalogue().graph, iri)
    if thing is None:
        refuse(404, "hidden_iri" if describe(site().everything.graph, iri) else "unknown_iri", iri=iri)
    template, content = next((view for name, view in _VIEWS.items() if thing.is_a(name)), ("entity.html", _entity))
    return render_template(template, thing=thing, twins=twins_of_thing(iri), **content(thing))


def _entity(thing: Description) -> dict[str, Any]:
    graph = catalogue().graph
    relations, events = _without_events(thing)
    mentioned = graph.rows(named_query("entity_articles"), {"thing": NamedNode(thing.iri)})
    return {
        "relations": [relation for relation in relations if relation.backwards or relation.property != _MODALITY],
        "modality": next(iter(graph.objects(thing.iri, _MODALITY)), ""),
        "events": events,
        "statements": statement_list(catalogue().references.about(thing.iri)),
        "mentioned": [row["article"] for row in mentioned],
        "shown_values": _shown_values(thing),
        "compared": [found for found in catalogue().comparisons if found.discrepancy == thing.iri],
        "figures": sum(thing.iri in (*row.about, *row.claimants) for row in catalogue().figures),
        "discrepancies": _discrepancies(thing.iri),
        "drawn": thing.iri.startswith(ID) and kind(thing.iri) not in _NOT_DRAWN and bool(relations or events),
    }


def _shown_values(thing: Description) -> list[tuple[str, str]]:
    """Return the literals that the page tells as they are, without titles that are its name."""
    said = set(site().everything.labels.names(thing.iri).values())
    # a period says the days in words
    has_period = any(relation.property == str(AIKG.period) and not relation.backwards for relation in thing.relations)
    shown = SHOWN_VALUES - _DAYS if has_period else SHOWN_VALUES
    return [(name, text) for name, text in thing.values if name in shown and text not in said]


def _without_events(thing: Description) -> tuple[list[Relation], list[DatedEvent]]:
    """Take the dated events that a thing takes part in or that are about it out of its relations."""
    dated = {event.iri: event for event in catalogue().events}
    found: dict[str, DatedEvent] = {}
    relations = []
    for relation in thing.relations:
        if relation.backwards and relation.property in OF_EVENTS:
            found |= {iri: dated[iri] for iri in relation.things if iri in dated}
            rest = tuple(iri for iri in relation.things if iri not in dated)
            relation = Relation(relation.property, rest, True, relation.candidates)
        if relation.things:
            relations.append(relation)
    return relations, sorted(found.values(), key=lambda event: (event.begin or event.end, event.iri))


def _discrepancies(iri: str) -> list[str]:
    graph = catalogue().graph
    kinds = set(graph.subjects("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", str(AIKG.Discrepancy)))
    return [found for found in graph.subjects(str(SCHEMA.about), iri) if found in kinds]


def _article(thing: Description) -> dict[str, Any]:
    graph = catalogue().graph
    here = {"thing": NamedNode(thing.iri)}
    discrepancies = graph.rows(named_query("article_discrepancies"), here)
    return {
        "values": dict(thing.values),
        "brief": brief(issue(thing.iri)),
        "statements": statement_list(catalogue().references.within(thing.iri)),
        "sources": graph.rows(named_query("article_sources"), here),
        "discrepancies": [row["discrepancy"] for row in discrepancies],
        "proposed": catalogue().proposed,
        "mentions": _by_kind(graph.objects(thing.iri, str(SCHEMA.mentions))),
        "neighbours": _neighbours(thing.iri),
        "questions": questions_of_article(int(slug(thing.iri))) if issue(thing.iri) == ISSUE else [],
    }


def _by_kind(iris: list[str]) -> list[tuple[str, list[str]]]:
    groups: dict[str, list[str]] = {}
    wanted = set(iris)
    for thing in catalogue().things:
        if thing.iri in wanted:
            groups.setdefault(thing.kind, []).append(thing.iri)
    return list(groups.items())


def _neighbours(article: str) -> tuple[str, str]:
    """Return the articles before and after this one in its brief, empty at the ends."""
    numbered = sorted(row["article"] for row in catalogue().articles if row["article"].startswith(article[:-2]))
    place = numbered.index(article) if article in numbered else 0
    return ("" if place == 0 else numbered[place - 1]), next(iter(numbered[place + 1 : place + 2]), "")


def _brief(thing: Description) -> dict[str, Any]:
    articles = [row for row in catalogue().articles if row["brief"] == thing.iri]
    views = catalogue().briefs
    place = [view.iri for view in views].index(thing.iri)
    return {
        "brief": views[place],
        "earlier": next((view.iri for view in views[place + 1 :]), ""),
        "later": views[place - 1].iri if place else "",
        "sections": sections(articles),
        "numbers": {row["article"]: row["number"] for row in articles},
        "conferences": catalogue().graph.rows(named_query("brief_conferences"), {"thing": NamedNode(thing.iri)}),
    }


def _statement(thing: Description) -> dict[str, Any]:
    graph = catalogue().graph
    view = statement_view(graph, thing.iri)
    order = [reference.iri for reference in catalogue().references.within(view.article)]
    place = order.index(thing.iri) if thing.iri in order else 0
    return {
        "statement": view,
        "before": order[place - 1] if place else "",
        "after": next(iter(order[place + 1 : place + 2]), ""),
        "discrepancies": _discrepancies(thing.iri),
        "restated": graph.subjects(str(AIKG.restates), thing.iri),
    }


def _figure(thing: Description) -> dict[str, Any]:
    graph = catalogue().graph
    view = figure_view(graph, thing.iri)
    stated = graph.subjects(str(AIKG.figure), thing.iri)
    return {
        "figure": view,
        "statements": [statement_view(graph, iri) for iri in stated],
        "compared": [c for c in catalogue().comparisons if any(side.iri == thing.iri for side, _ in c.sides)],
    }


#: template and content of the pages of certain classes; all other things are shown as entities
_VIEWS: dict[str, tuple[str, Callable[[Description], dict[str, Any]]]] = {
    "Article": ("article.html", _article),
    "Brief": ("brief.html", _brief),
    "Statement": ("statement.html", _statement),
    "Figure": ("figure.html", _figure),
}
