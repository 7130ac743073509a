"""The data twins of pages: the same things as JSON or RDF, at the same address with a suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode

from flask import Response, json, request
from pyoxigraph import Quad, Triple, serialize

from aikg.graph.formats import GRAPH_FORMATS, GraphFormat, graph_format
from aikg.vocabulary.namespaces import PREFIXES
from aikg.web.addresses import data_of, page_of
from aikg.web.preferences import candidates_shown

#: suffixes of the twin of a list
LIST_SUFFIXES = ("json", "ttl")
#: rule for the suffix of the twin of a list
SUFFIX = ".<any(json, ttl):suffix>"
#: forms of RDF that are written with prefixes
_WITH_PREFIXES = ("ttl", "trig", "rdf")


@dataclass(frozen=True)
class Twin:
    """A form in which what a page shows can be taken away."""

    label: str
    media_type: str
    address: str


def twins_of_thing(iri: str) -> list[Twin]:
    """Return the twins of the page of a thing."""
    labels = {"ttl": "Turtle", "json": "JSON-LD", "nt": "N-Triples", "rdf": "RDF/XML"}
    types = {"json": "application/ld+json"} | {form.suffix: form.media_type for form in GRAPH_FORMATS}
    return [Twin(label, types[suffix], data_of(iri, suffix)) for suffix, label in labels.items()]


def twins_of_list(path: str) -> list[Twin]:
    """Return the twins of a list at ``path``, with the parameters of this request."""
    parameters = {name: value for name, value in request.args.items() if name != "lang"}
    if not candidates_shown():
        parameters["candidates"] = "0"
    query = "?" + urlencode(parameters) if parameters else ""
    forms = (("JSON", "application/json", "json"), ("Turtle", "text/turtle", "ttl"))
    return [Twin(label, media_type, f"{path}.{suffix}{query}") for label, media_type, suffix in forms]


def of_list(suffix: str, content: Callable[[], dict[str, Any]], quads: Callable[[], Iterable[Quad]]) -> Response:
    """Answer with the twin of a list: what ``content`` returns as JSON, or the quads as Turtle."""
    if suffix == "ttl":
        form = graph_format("ttl")
        assert form is not None  # noqa: S101 - Turtle is in the table
        return as_rdf(quads(), form)
    return open_to_all(Response(in_lines(content()), content_type="application/json"))


def in_lines(content: dict[str, Any]) -> str:
    """Return an object as JSON with each item of its lists on a line: good to read, and quick to write.

    >>> print(in_lines({"query": "a", "things": [{"iri": "b"}, {"iri": "c"}]}), end="")
    {
    "query": "a",
    "things": [
    {"iri": "b"},
    {"iri": "c"}
    ]
    }
    """
    parts = []
    for name, value in content.items():
        lines = ",\n".join(_compact(item) for item in value) if isinstance(value, list) else ""
        parts.append(f"{_compact(name)}: " + (f"[\n{lines}\n]" if lines else _compact(value)))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def as_rdf(quads: Iterable[Quad] | Iterable[Triple], form: GraphFormat) -> Response:
    """Answer with quads, or with their union where the form names no graphs."""
    return open_to_all(Response(to_bytes(quads, form), content_type=f"{form.media_type}; charset=utf-8"))


def to_bytes(quads: Iterable[Quad] | Iterable[Triple], form: GraphFormat) -> bytes:
    """Serialize quads, or the union of their graphs, in the order in which they come."""
    prefixes = PREFIXES if form.suffix in _WITH_PREFIXES else None
    if form.datasets:
        return serialize(cast(Iterable[Quad], quads), format=form.rdf, prefixes=prefixes) or b""
    unique = dict.fromkeys(quad.triple if isinstance(quad, Quad) else quad for quad in quads)
    return serialize(unique, format=form.rdf, prefixes=prefixes) or b""


def open_to_all(response: Response) -> Response:
    """Let pages of other sites read this answer (CORS)."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def linked(response: Response, iri: str) -> Response:
    """Name the page of a thing beside its data (RFC 8288)."""
    response.headers["Link"] = f'<{page_of(iri)}>; rel="alternate"; type="text/html"'
    return response
