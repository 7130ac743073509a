"""Search by name and by the words of statements, and suggestions while typing."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from aikg.graph.description import quads_of
from aikg.graph.questions import Question, questions
from aikg.graph.search import Hit, fold
from aikg.graph.statements import statement_view
from aikg.vocabulary.iris import kind
from aikg.web import twins
from aikg.web.addresses import page_of
from aikg.web.names import name, nature
from aikg.web.paging import paged
from aikg.web.site import catalogue

blueprint = Blueprint("search", __name__)

#: what is longer is cut before it is looked up
LONGEST_QUERY = 100
NAMES_ON_A_PAGE, STATEMENTS_ON_A_PAGE = 24, 20
SUGGESTIONS = 8


def _query() -> str:
    return request.args.get("q", "").strip()[:LONGEST_QUERY]


@blueprint.get("/search")
def results() -> str:
    """List the things whose name matches ``q``; with ``in=statements``, the statements with its words."""
    hits, sentences = catalogue().index.find(_query()), catalogue().index.find_sentences(_query())
    in_statements = request.args.get("in") == "statements" or (not hits and bool(sentences))
    return render_template(
        "search.html",
        q=_query(),
        counts=(len(hits), len(sentences)),
        questions=_questions(),
        twins=twins.twins_of_list("/search"),
        **(_statements(sentences) if in_statements else _things(hits)),
    )


def _statements(sentences: list[str]) -> dict[str, Any]:
    page = paged(sentences, STATEMENTS_ON_A_PAGE)
    views = [statement_view(catalogue().graph, iri) for iri in page.items]
    return {"page": page, "views": views, "in_statements": True}


def _things(hits: list[Hit]) -> dict[str, Any]:
    page = paged(hits, NAMES_ON_A_PAGE)
    shown = {hit.iri for hit in page.items}
    periods = {event.iri: event.period for event in catalogue().events if event.iri in shown}
    return {"page": page, "in_statements": False, "proposed": catalogue().proposed, "periods": periods}


@blueprint.get("/search" + twins.SUFFIX)
def results_data(suffix: str) -> Response:
    """Return everything that was found as JSON or RDF."""
    hits, sentences = catalogue().index.find(_query()), catalogue().index.find_sentences(_query())
    return twins.of_list(
        suffix,
        lambda: {"query": _query(), "things": [_record(hit) for hit in hits], "statements": sentences},
        lambda: quads_of(catalogue().graph, {hit.iri for hit in hits} | set(sentences)),
    )


def _questions() -> list[Question]:
    wanted = [fold(word) for word in _query().split()]
    return [q for q in questions() if wanted and all(word in fold(q.ko + q.en) for word in wanted)][:4]


@blueprint.get("/suggest")
def suggestions() -> Response:
    """Return the best names that match ``q``, for the search box."""
    return twins.open_to_all(jsonify([_record(hit) for hit in catalogue().index.find(_query(), SUGGESTIONS)]))


def _record(hit: Hit) -> dict[str, Any]:
    return {
        "iri": hit.iri,
        "label": name(hit.iri),
        "name": hit.name,
        "kind": kind(hit.iri),
        "nature": nature(hit.iri),
        "page": page_of(hit.iri),
    }
