"""An answer in the form asked for on the command line."""

from pyoxigraph import QuerySolutions, QueryTriples, RdfFormat, serialize

from aikg.errors import UsageError
from aikg.graph.formats import result_format
from aikg.graph.store import KnowledgeGraph, rows_of
from aikg.graph.table import to_table
from aikg.vocabulary.namespaces import PREFIXES


def answer(graph: KnowledgeGraph, text: str, form: str) -> str:
    """Return what a query finds as ``table``, ``json``, ``csv``, ``tsv`` or ``ttl``; a graph is Turtle in any case.

    Raises QueryError for a query that cannot be run, UsageError where Turtle is asked for and there is no graph.
    """
    result = graph.query(text)
    if isinstance(result, QueryTriples):
        return (serialize(result, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()
    if form == "ttl":
        raise UsageError("a SELECT or ASK query has no Turtle form", "use CONSTRUCT or DESCRIBE, or another --format")
    if form == "table" and isinstance(result, QuerySolutions):
        return to_table([variable.value for variable in result.variables], rows_of(result)) + "\n"
    if form == "table":
        return f"{bool(result)}\n".lower()
    chosen = result_format(form)
    return (result.serialize(format=chosen.results) or b"").decode() + "\n" if chosen else ""
