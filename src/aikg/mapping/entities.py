"""Describe an entity of the registry."""

from rdflib import RDF, SKOS, Graph, Literal, URIRef

from aikg.mapping.terms import add_links, add_names, literal
from aikg.model.entity import Entity
from aikg.vocabulary import iris
from aikg.vocabulary.namespaces import AIKG, SCHEMA

#: classes of entities that we reuse; every other kind is a class of our own ontology
REUSED_CLASSES = {
    "Organization": URIRef("http://www.w3.org/ns/org#Organization"),
    "Person": SCHEMA.Person,
    "Place": SCHEMA.Place,
    "Dataset": SCHEMA.Dataset,
}


def class_of(kind: str) -> URIRef:
    """Return the class IRI of a kind of entity (``Organization``, ``AIModel`` ...)."""
    return REUSED_CLASSES.get(kind) or AIKG[kind]


def add_entity(graph: Graph, entity: Entity) -> URIRef:
    """Add the description of ``entity`` and return its IRI."""
    node = URIRef(iris.entity(entity.id))
    graph.add((node, RDF.type, class_of(entity.kind)))
    add_names(graph, node, SKOS.prefLabel, entity.ko, entity.en)
    for text, language in entity.aliases:
        graph.add((node, SKOS.altLabel, Literal(text, lang=language)))
    for predicate, target in entity.links:
        add_links(graph, node, URIRef(predicate), [target])
    for predicate, value in entity.values:
        graph.add((node, URIRef(predicate), literal(value)))
    return node
