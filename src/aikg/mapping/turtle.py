"""Write a graph as Turtle that is the same bytes for the same triples, and reads well in a diff."""

from collections.abc import Mapping

from rdflib import Graph

from aikg.vocabulary.namespaces import PREFIXES


def to_turtle(graph: Graph, prefixes: Mapping[str, str] | None = None) -> str:
    """Return ``graph`` as Turtle with only the prefixes it uses, ours and those given.

    rdflib sorts subjects, predicates and objects; blank nodes are not expected.
    """
    copy = Graph(bind_namespaces="none")
    for prefix, namespace in {**PREFIXES, **(prefixes or {})}.items():
        copy.bind(prefix, namespace, replace=True)
    for triple in graph:
        copy.add(triple)
    return copy.serialize(format="turtle").strip() + "\n"
