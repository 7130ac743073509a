"""Describe a period."""

from rdflib import RDF, RDFS, Graph, URIRef

from aikg.mapping.terms import add_links, add_names, literal
from aikg.model.timespan import parse_time_span
from aikg.vocabulary import iris
from aikg.vocabulary.namespaces import AIKG, SEM


def add_time_span(graph: Graph, notation: str) -> URIRef:
    """Add the description of the period ``notation`` (see ``aikg.model.timespan``) and return its IRI.

    Bounds use sem:hasEarliestBeginTimeStamp and sem:hasLatestEndTimeStamp; an open end has none.
    """
    span = parse_time_span(notation)
    node = URIRef(iris.time_span(notation))
    graph.add((node, RDF.type, AIKG.TimeSpan))
    add_names(graph, node, RDFS.label, span.label_ko, span.label_en)
    add_links(graph, node, AIKG.precision, [iris.concept(f"precision/{span.precision}")])
    if span.earliest:
        graph.add((node, SEM.hasEarliestBeginTimeStamp, literal(span.earliest)))
    if span.latest:
        graph.add((node, SEM.hasLatestEndTimeStamp, literal(span.latest)))
    return node
