"""A process that answers one query at a time: ``python -m aikg.graph.worker <store folder>``.

It is meant to be killed: pyoxigraph cannot stop a query, and what Rust dislikes ends the process (``aikg.graph.pool``).
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, serialize

from aikg.errors import AikgError, QueryError, StoreError
from aikg.graph.diagnosis import explain
from aikg.graph.formats import graph_format, result_format
from aikg.graph.forms import Forms, UnacceptableError
from aikg.graph.frames import read_frame, write_frame
from aikg.graph.isolation import isolate, set_alarm
from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.namespaces import PREFIXES

#: largest answer; a larger one is refused, never cut
MAX_ANSWER_BYTES = 50_000_000
#: forms in which a graph can be written with prefixes
_WITH_PREFIXES = ("ttl", "rdf")
#: how long after the parent's limit the worker ends itself
_GRACE_SECONDS = 2.0


class AnswerTooLargeError(QueryError):
    """An answer of more bytes than the endpoint sends."""


#: errors that the parent raises again, by name
ERRORS: dict[str, type[AikgError]] = {
    error.__name__: error for error in (QueryError, AnswerTooLargeError, UnacceptableError, StoreError)
}


@dataclass
class _Bounded:
    """A file in memory that refuses to grow beyond the limit, which stops the query that writes."""

    content: bytearray = field(default_factory=bytearray)

    def write(self, chunk: bytes) -> int:
        if len(self.content) + len(chunk) > MAX_ANSWER_BYTES:
            raise AnswerTooLargeError(
                f"the answer has more than {MAX_ANSWER_BYTES // 1_000_000} MB", "add LIMIT, or use the downloads"
            )
        self.content += chunk
        return len(chunk)

    def flush(self) -> None:
        pass


def main(folder: str) -> None:
    """Answer queries from standard input to standard output until the parent is gone."""
    # nothing that prints may come between the messages
    output = os.dup(1)
    os.dup2(2, 1)
    isolate()
    try:
        graph = KnowledgeGraph.open(Path(folder))
    except StoreError as error:
        _reply(output, _failure(error), b"")
        return
    _reply(output, {"kind": "READY"}, b"")
    while True:
        try:
            request = json.loads(read_frame(0))
        except EOFError:
            return
        set_alarm(request["seconds"] + _GRACE_SECONDS)
        _reply(output, *_handle(graph, request))
        set_alarm(0)


def _reply(output: int, header: dict[str, str], content: bytes) -> None:
    write_frame(output, json.dumps(header).encode())
    write_frame(output, content)


def _failure(error: AikgError) -> dict[str, str]:
    return {"error": type(error).__name__, "message": error.message, "remedy": error.remedy}


def _handle(graph: KnowledgeGraph, request: dict[str, Any]) -> tuple[dict[str, str], bytes]:
    try:
        return _evaluate(graph, request)
    except AikgError as error:
        return _failure(error), b""
    # whatever pyoxigraph raises is about the query: unknown function, too long a token, a graph name that is none
    except Exception as error:
        reason = explain(str(error), request["query"])[:500] or type(error).__name__
        return _failure(
            QueryError(f"the query cannot be run: {reason}", "see https://www.w3.org/TR/sparql11-query/")
        ), b""


def _evaluate(graph: KnowledgeGraph, request: dict[str, Any]) -> tuple[dict[str, str], bytes]:
    answer = graph.store.query(request["query"], prefixes=PREFIXES, **_dataset(request))
    forms = Forms(**request["forms"])
    output = _Bounded()
    if isinstance(answer, QueryTriples):
        return {"kind": "GRAPH", "media_type": _write_graph(answer, forms, output)}, bytes(output.content)
    kind = "ASK" if isinstance(answer, QueryBoolean) else "SELECT"
    return {"kind": kind, "media_type": _write_results(answer, forms.of(kind), output)}, bytes(output.content)


def _dataset(request: dict[str, Any]) -> dict[str, Any]:
    """Choose the dataset: the protocol's graphs, else the query's own or the whole store."""
    if request["default_graphs"] or request["named_graphs"]:
        return {
            "default_graph": [NamedNode(iri) for iri in request["default_graphs"]],
            "named_graphs": [NamedNode(iri) for iri in request["named_graphs"]],
        }
    return {}


def _write_graph(triples: QueryTriples, forms: Forms, output: _Bounded) -> str:
    form = graph_format(forms.of("GRAPH"))
    assert form is not None  # noqa: S101 - Forms holds known suffixes
    prefixes = PREFIXES if form.suffix in _WITH_PREFIXES else None
    serialize(triples, cast("IO[bytes]", output), form.rdf, prefixes=prefixes)
    return form.media_type


def _write_results(answer: QuerySolutions | QueryBoolean, suffix: str, output: _Bounded) -> str:
    form = result_format(suffix)
    assert form is not None  # noqa: S101 - Forms holds known suffixes
    answer.serialize(cast("IO[bytes]", output), format=form.results)
    return form.media_type


if __name__ == "__main__":
    main(sys.argv[1])
