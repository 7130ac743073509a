"""In which form to answer, before it is known of what kind the answer will be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aikg.errors import QueryError
from aikg.graph.formats import GRAPH_FORMATS, RESULT_FORMATS, GraphFormat, graph_format, result_format

#: names that mean another form when the answer is a graph
_GRAPH_ALIASES = {
    "json": "jsonld",
    "application/json": "jsonld",
    "xml": "rdf",
    "application/xml": "rdf",
    "text/xml": "rdf",
}
#: the forms that can say true or false
_BOOLEAN = ("json", "xml")
_DEFAULT = ("application/sparql-results+json", "text/turtle")

_GRAPHS = tuple(form for form in GRAPH_FORMATS if not form.datasets)
#: every media type that an answer can have, ours first
MEDIA_TYPES = (
    *(form.media_type for form in RESULT_FORMATS),
    *(form.media_type for form in _GRAPHS),
    "application/json",
    "application/xml",
    "text/xml",
    "application/x-turtle",
    "text/plain",
)


class UnacceptableError(QueryError):
    """The answer has no form that was asked for."""


@dataclass(frozen=True)
class Forms:
    """The suffix of the form for each kind of answer; empty where none was asked for."""

    select: str
    ask: str
    graph: str

    def of(self, kind: str) -> str:
        """Return the suffix for SELECT, ASK or GRAPH; raises UnacceptableError when there is none."""
        suffix = {"SELECT": self.select, "ASK": self.ask, "GRAPH": self.graph}[kind]
        if not suffix:
            what = {"SELECT": "a table", "ASK": "true or false", "GRAPH": "a graph"}[kind]
            raise UnacceptableError(f"the answer is {what}, which has no form that was asked for", _offer(kind))
        return suffix


def _offer(kind: str) -> str:
    if kind == "GRAPH":
        return "ask for " + ", ".join(form.media_type for form in _GRAPHS)
    return "ask for " + ", ".join(f.media_type for f in RESULT_FORMATS if kind != "ASK" or f.suffix in _BOOLEAN)


def choose_forms(accept: Sequence[str] | str) -> Forms:
    """Choose from media types in order of preference (none: anything), or from one name of a form.

    Raises QueryError for a name that is none, UnacceptableError when no media type is known.

    >>> choose_forms("json"), choose_forms(["text/csv", "text/turtle"])
    (Forms(select='json', ask='json', graph='jsonld'), Forms(select='csv', ask='', graph='ttl'))
    """
    wanted = [accept] if isinstance(accept, str) else list(accept) or list(_DEFAULT)
    results = [form.suffix for form in map(result_format, wanted) if form]
    graphs = [form.suffix for form in map(_graph, wanted) if form]
    if not results and not graphs:
        error = QueryError if isinstance(accept, str) else UnacceptableError
        raise error(
            f"there is no form '{', '.join(wanted)[:80]}'", "choose json, xml, csv, tsv, ttl, nt, jsonld or rdf"
        )
    booleans = [suffix for suffix in results if suffix in _BOOLEAN]
    return Forms(*(suffixes[0] if suffixes else "" for suffixes in (results, booleans, graphs)))


def _graph(name: str) -> GraphFormat | None:
    form = graph_format(_GRAPH_ALIASES.get(name, name))
    return form if form in _GRAPHS else None
