"""One table of the forms that a graph or a query result can take: media type, file suffix, serializer."""

from dataclasses import dataclass

from pyoxigraph import QueryResultsFormat, RdfFormat


@dataclass(frozen=True)
class GraphFormat:
    """A serialization of triples or quads (RDF 1.1)."""

    suffix: str
    media_type: str
    rdf: RdfFormat
    #: can it name graphs?
    datasets: bool = False


@dataclass(frozen=True)
class ResultFormat:
    """A serialization of SELECT and ASK results (SPARQL 1.1 Query Results)."""

    suffix: str
    media_type: str
    results: QueryResultsFormat


#: the first one answers ``*/*``
GRAPH_FORMATS = (
    GraphFormat("ttl", "text/turtle", RdfFormat.TURTLE),
    GraphFormat("nt", "application/n-triples", RdfFormat.N_TRIPLES),
    GraphFormat("jsonld", "application/ld+json", RdfFormat.JSON_LD),
    GraphFormat("rdf", "application/rdf+xml", RdfFormat.RDF_XML),
    GraphFormat("trig", "application/trig", RdfFormat.TRIG, datasets=True),
    GraphFormat("nq", "application/n-quads", RdfFormat.N_QUADS, datasets=True),
)
RESULT_FORMATS = (
    ResultFormat("json", "application/sparql-results+json", QueryResultsFormat.JSON),
    ResultFormat("xml", "application/sparql-results+xml", QueryResultsFormat.XML),
    ResultFormat("csv", "text/csv", QueryResultsFormat.CSV),
    ResultFormat("tsv", "text/tab-separated-values", QueryResultsFormat.TSV),
)
#: further names under which people ask for a form
MEDIA_TYPE_ALIASES = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "application/x-turtle": "text/turtle",
    "text/plain": "application/n-triples",
    "text/xml": "application/sparql-results+xml",
}


def graph_format(suffix: str) -> GraphFormat | None:
    """Return the graph form with this file suffix or media type."""
    suffix = MEDIA_TYPE_ALIASES.get(suffix, suffix)
    return next((f for f in GRAPH_FORMATS if suffix in (f.suffix, f.media_type)), None)


def result_format(suffix: str) -> ResultFormat | None:
    """Return the result form with this file suffix or media type."""
    suffix = MEDIA_TYPE_ALIASES.get(suffix, suffix)
    return next((f for f in RESULT_FORMATS if suffix in (f.suffix, f.media_type)), None)
