"""Cool URIs: ``/id/...`` answers 303 to a page or to data; every page has its data twin beside it."""

from __future__ import annotations

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from aikg.graph.description import quads_about
from aikg.graph.formats import GRAPH_FORMATS, GraphFormat, graph_format
from aikg.web import twins
from aikg.web.addresses import data_of, iri_of, page_of, split_suffix
from aikg.web.negotiation import best_media_type
from aikg.web.refusals import refuse
from aikg.web.site import catalogue, site

blueprint = Blueprint("linked_data", __name__)

#: suffixes of data twins; ``json`` is JSON-LD
SUFFIXES = (*(form.suffix for form in GRAPH_FORMATS), "json")
#: what programs that know no RDF ask for; it is served as JSON-LD
_JSON = "application/json"
_MEDIA_TYPES = [form.media_type for form in GRAPH_FORMATS]


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
    if not site().everything.graph.ask(iri):
        refuse(404, "unknown_iri", iri=iri)
    wanted = best_media_type(request, ["text/html", *_MEDIA_TYPES]) or best_media_type(request, [_JSON])
    if wanted is None:
        refuse(406, "forms", forms=", ".join(["text/html", *_MEDIA_TYPES]))
    form = _form(wanted)
    response = redirect(data_of(iri, form.suffix) if form else page_of(iri), 303)
    response.vary.add("Accept")
    return response


@blueprint.get("/data/<path:path>")
def data(path: str) -> BaseResponse:
    """Serve the description of a thing as RDF, in the form of its suffix or of the Accept header."""
    stem, suffix = split_suffix(path, SUFFIXES)
    form = graph_format("jsonld" if suffix == "json" else suffix) if suffix else None
    return describe_as(iri_of(stem), form or _negotiated())


def _form(media_type: str) -> GraphFormat | None:
    return graph_format("jsonld" if media_type == _JSON else media_type)


def _negotiated() -> GraphFormat:
    wanted = best_media_type(request, _MEDIA_TYPES) or best_media_type(request, [_JSON])
    form = _form(wanted) if wanted else None
    if form is None:
        refuse(406, "forms", forms=", ".join(_MEDIA_TYPES))
    return form


def describe_as(iri: str, form: GraphFormat) -> BaseResponse:
    """Return the description of ``iri`` in a form; 404 when there is none."""
    quads = quads_about(catalogue().graph, iri)
    if not quads:
        refuse(404, "unknown_iri", iri=iri)
    response = twins.linked(twins.as_rdf(quads, form), iri)
    response.vary.add("Accept")
    return response
