"""Cool URIs: ``/id/...`` answers 303 to a page or to data; every page has its data twin beside it."""

from __future__ import annotations

import hashlib

from flask import Blueprint, Response, abort, redirect, request
from pyoxigraph import Quad, serialize
from werkzeug.wrappers import Response as BaseResponse

from aikg.graph.description import quads_about
from aikg.graph.formats import GRAPH_FORMATS, GraphFormat, graph_format
from aikg.vocabulary.namespaces import PREFIXES
from aikg.web.addresses import data_of, iri_of, page_of, split_suffix
from aikg.web.negotiation import best_media_type
from aikg.web.site import site

blueprint = Blueprint("linked_data", __name__)

#: suffixes of data twins; ``json`` is JSON-LD
SUFFIXES = (*(form.suffix for form in GRAPH_FORMATS), "json")


@blueprint.get("/id/<path:path>")
def thing(path: str) -> BaseResponse:
    """Send readers of a thing's IRI to its page, programs to its data (HTTP range-14: 303)."""
    return _see_other(path)


@blueprint.get("/voc/<path:path>")
def concept(path: str) -> BaseResponse:
    """Send readers of a concept's IRI to its page or data."""
    return _see_other("voc/" + path)


def _see_other(path: str) -> BaseResponse:
    iri = iri_of(path)
    if not site().graph.ask(iri):
        abort(404, f"The dataset says nothing of <{iri}>.")
    wanted = best_media_type(request, ["text/html", *(form.media_type for form in GRAPH_FORMATS)])
    form = graph_format(wanted) if wanted and wanted != "text/html" else None
    response = redirect(data_of(iri, form.suffix) if form else page_of(iri), 303)
    response.vary.add("Accept")
    return response


@blueprint.get("/data/<path:path>")
def data(path: str) -> BaseResponse:
    """Serve the description of a thing as RDF, in the form of its suffix or of the Accept header."""
    stem, suffix = split_suffix(path, SUFFIXES)
    form = graph_format("jsonld" if suffix == "json" else suffix) if suffix else _negotiated()
    return describe_as(iri_of(stem), form)


def _negotiated() -> GraphFormat:
    wanted = best_media_type(request, [form.media_type for form in GRAPH_FORMATS])
    form = graph_format(wanted) if wanted else None
    if form is None:
        abort(406, "Data is available as " + ", ".join(form.media_type for form in GRAPH_FORMATS) + ".")
    return form


def describe_as(iri: str, form: GraphFormat | None) -> BaseResponse:
    """Return the description of ``iri`` in a form, with an entity tag; 404 when there is none."""
    quads = quads_about(site().graph, iri)
    if not quads or form is None:
        abort(404, f"The dataset says nothing of <{iri}>.")
    content = _serialize(quads, form)
    response = Response(content, content_type=f"{form.media_type}; charset=utf-8")
    response.set_etag(hashlib.sha256(content).hexdigest()[:32])
    response.headers["Link"] = f'<{page_of(iri)}>; rel="alternate"; type="text/html"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.vary.add("Accept")
    return response.make_conditional(request)


def _serialize(quads: list[Quad], form: GraphFormat) -> bytes:
    if form.datasets:
        return serialize(quads, format=form.rdf, prefixes=PREFIXES) or b""
    unique = dict.fromkeys(quad.triple for quad in quads)
    prefixes = None if form.suffix in ("nt", "jsonld") else PREFIXES
    return serialize(unique, format=form.rdf, prefixes=prefixes) or b""
