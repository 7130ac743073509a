"""Search by name, and suggestions while typing."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, render_template, request

from aikg.graph.network import kind
from aikg.web.addresses import page_of
from aikg.web.i18n import language
from aikg.web.site import site

blueprint = Blueprint("search", __name__)

#: names longer than this are cut before they are looked up
LONGEST_QUERY = 100


def _query() -> str:
    return request.args.get("q", "").strip()[:LONGEST_QUERY]


@blueprint.get("/search")
def results() -> str:
    """List what matches ``q``."""
    hits = site().index.find(_query())
    classes = {hit.iri: _class(hit.iri) for hit in hits}
    return render_template("search.html", q=_query(), hits=hits, classes=classes)


def _class(iri: str) -> str | None:
    types = [
        term.value
        for name, term, where in site().graph.outgoing(iri)
        if name.endswith("#type") and "inferred" not in where
    ]
    return types[0] if types else None


@blueprint.get("/suggest")
def suggestions() -> Response:
    """Return at most ten names that match ``q``, for the search box."""
    found = [
        {
            "label": site().labels.label(hit.iri, language()),
            "name": hit.name,
            "kind": kind(hit.iri),
            "page": page_of(hit.iri),
        }
        for hit in site().index.find(_query(), 10)
    ]
    return jsonify(found)
