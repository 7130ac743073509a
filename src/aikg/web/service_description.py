"""What the endpoint says of itself to RDF clients (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Response, abort, render_template
from pyoxigraph import NamedNode, RdfFormat, Triple, parse, serialize

from aikg.graph.formats import GRAPH_FORMATS, GraphFormat, graph_format

#: what a description can be written in; the first one is for clients without a wish
FORMS: tuple[GraphFormat, ...] = tuple(form for form in GRAPH_FORMATS if not form.datasets)
_PREFIXES = {"sd": "http://www.w3.org/ns/sparql-service-description#", "formats": "http://www.w3.org/ns/formats/"}


def describe(endpoint: str, media_type_or_suffix: str) -> Response:
    """Return the description of the endpoint at this address."""
    form = graph_format(media_type_or_suffix)
    if form not in FORMS:
        abort(406, "The service description is available as " + ", ".join(f.media_type for f in FORMS) + ".")
    content = serialize(
        _triples(endpoint), format=form.rdf, prefixes=_PREFIXES if form.suffix in ("ttl", "rdf") else None
    )
    return Response(content, content_type=form.media_type)


def _triples(endpoint: str) -> Iterator[Triple]:
    try:
        NamedNode(endpoint)
    except ValueError:
        abort(400, "The name of the host is not one.")
    turtle = render_template("service-description.ttl")
    return (quad.triple for quad in parse(turtle, RdfFormat.TURTLE, base_iri=endpoint))
