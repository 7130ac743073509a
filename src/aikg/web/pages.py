"""Pages for people: home, and one for every thing of the dataset."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, render_template, request
from pyoxigraph import NamedNode
from werkzeug.wrappers import Response

from aikg.graph.description import Description, describe
from aikg.graph.queries import named_query
from aikg.graph.questions import questions
from aikg.graph.statements import figure_view, statement_view, statements_about, statements_in, without_candidates
from aikg.graph.statistics import statistics
from aikg.vocabulary.namespaces import AIKG, ID
from aikg.web.addresses import iri_of, split_suffix
from aikg.web.linked_data import SUFFIXES, data
from aikg.web.site import site

blueprint = Blueprint("pages", __name__)

#: questions and things that the home page starts from
FEATURED = ("CQ33", "CQ44", "CQ26", "CQ23", "CQ47", "CQ50")
#: classes counted on the home page
_COUNTED = {"articles": "Article", "statements": "Statement", "figures": "Figure", "events": "Event"}


def candidates_shown() -> bool:
    """Tell whether the reader wants to see what nobody has reviewed."""
    return request.args.get("candidates", "1") != "0"


@blueprint.get("/")
def home() -> str:
    """Say what this is, and let people start."""
    return render_template("home.html", counts=_counts(), featured=_featured(), articles=articles()[:20])


def articles() -> list[dict[str, str]]:
    """Return every article, latest brief first."""
    return site().graph.rows(named_query("articles"))


def _featured() -> list[Any]:
    known = {question.competency: question for question in questions()}
    return [known[name] for name in FEATURED if name in known]


def _counts() -> dict[str, int]:
    counted = statistics(site().graph).classes
    by_class = dict(counted)
    counts = {key: by_class.get(str(AIKG[name]), 0) for key, name in _COUNTED.items()}
    spoken_of = {str(AIKG[n]) for n in ("Article", "Statement", "Figure", "Event", "Evidence", "TimeSpan", "Section")}
    counts["entities"] = sum(n for name, n in counted if name not in spoken_of)
    return counts


@blueprint.get("/page/<path:path>")
def page(path: str) -> str | Response:
    """Show one thing; with a data suffix, its data twin."""
    stem, suffix = split_suffix(path, SUFFIXES)
    if suffix:
        return data(path)
    iri = iri_of(stem)
    thing = describe(site().graph, iri)
    if thing is None:
        abort(404, f"The dataset says nothing of <{iri}>.")
    for kind, show in _VIEWS:
        if thing.is_a(kind):
            return show(thing)
    return _entity(thing)


def _entity(thing: Description) -> str:
    graph = site().graph
    found = statements_about(graph, thing.iri)
    mentioned = [row["article"] for row in graph.rows(named_query("entity_articles"), {"thing": NamedNode(thing.iri)})]
    return render_template(
        "entity.html",
        thing=thing,
        statements=found if candidates_shown() else without_candidates(found),
        has_candidates=any(statement.is_candidate for statement in found),
        mentioned=mentioned,
        drawn=thing.iri.startswith(ID) and bool(thing.relations),
    )


def _article(thing: Description) -> str:
    graph = site().graph
    found = statements_in(graph, thing.iri)
    here = {"thing": NamedNode(thing.iri)}
    return render_template(
        "article.html",
        thing=thing,
        values=dict(thing.values),
        statements=found if candidates_shown() else without_candidates(found),
        has_candidates=any(statement.is_candidate for statement in found),
        sources=graph.rows(named_query("article_sources"), here),
        discrepancies=[row["discrepancy"] for row in graph.rows(named_query("discrepancies"), here)],
        mentions=_mentions(thing.iri),
    )


def _mentions(article: str) -> list[str]:
    graph = site().graph
    return sorted({term.value for name, term, _ in graph.outgoing(article) if name == "https://schema.org/mentions"})


def _statement(thing: Description) -> str:
    return render_template("statement.html", thing=thing, statement=statement_view(site().graph, thing.iri))


def _figure(thing: Description) -> str:
    graph = site().graph
    stated = [subject for subject, name, _ in graph.incoming(thing.iri) if name == str(AIKG.figure)]
    return render_template(
        "figure.html",
        thing=thing,
        figure=figure_view(graph, thing.iri),
        statements=[statement_view(graph, iri) for iri in sorted(set(stated))],
    )


#: how things of a class are shown; all others as entities
_VIEWS = (("Article", _article), ("Statement", _statement), ("Figure", _figure))
