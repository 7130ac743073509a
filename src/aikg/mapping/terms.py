"""Small steps shared by the mappers: literals in canonical form, labels in two languages, optional links."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from rdflib import RDFS, Graph, Literal, URIRef
from rdflib.namespace import XSD


def number(value: Decimal | int) -> Literal:
    """Return ``value`` as xsd:integer or xsd:decimal in the canonical form that the store keeps.

    >>> number(Decimal("12.50")), number(Decimal("3E+9"))  # doctest: +NORMALIZE_WHITESPACE
    (rdflib.term.Literal('12.5', datatype=rdflib.term.URIRef('http://www.w3.org/2001/XMLSchema#decimal')),
     rdflib.term.Literal('3000000000', datatype=rdflib.term.URIRef('http://www.w3.org/2001/XMLSchema#integer')))
    """
    decimal = Decimal(value)
    if decimal == decimal.to_integral_value():
        return Literal(str(int(decimal)), datatype=XSD.integer)
    return Literal(format(decimal, "f").rstrip("0"), datatype=XSD.decimal)


def literal(value: object) -> Literal:
    """Return a Python value as a literal: (text, language), number, date or text."""
    if isinstance(value, tuple):
        return Literal(value[0], lang=value[1])
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return number(value)
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=XSD.date)
    return Literal(str(value))


def add_names(graph: Graph, node: URIRef, predicate: URIRef, ko: str, en: str) -> None:
    """Add a Korean and an English name or label, leaving out an empty one."""
    for text, lang in ((ko, "ko"), (en, "en")):
        if text:
            graph.add((node, predicate, Literal(text, lang=lang)))


def add_comment(graph: Graph, node: URIRef, ko: str, en: str) -> None:
    """Add a remark in one or both languages."""
    add_names(graph, node, RDFS.comment, ko, en)


def add_links(graph: Graph, node: URIRef, predicate: URIRef, targets: Iterable[str | None]) -> None:
    """Add one triple for each target IRI that is there."""
    for target in targets:
        if target:
            graph.add((node, predicate, URIRef(target)))
