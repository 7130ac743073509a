"""Load the shapes, and run them over a dataset with pySHACL, the reference validator."""

from collections.abc import Collection, Iterable
from pathlib import Path

import pyoxigraph as ox
from rdflib import SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from aikg.errors import SourceError
from aikg.validation.report import ValidationResult


def load_shapes(folder: Path) -> Graph:
    """Read every shape file of ``folder``; raises SourceError naming the file that cannot be parsed."""
    shapes = Graph()
    for path in sorted(folder.glob("*.ttl")):
        try:
            shapes.parse(path, format="turtle")
        except Exception as error:
            raise SourceError(f"shapes/{path.name}: {error}", "mend the Turtle there") from error
    return shapes


def to_rdflib(quads: Iterable[ox.Quad]) -> Graph:
    """Return the union of the quads' graphs for rdflib, with every lexical form as written."""
    graph = Graph()
    for quad in quads:
        graph.add((_term(quad.subject), URIRef(quad.predicate.value), _term(quad.object)))
    return graph


def _term(term: object) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
    return BNode(getattr(term, "value", None))


def check_shapes(data: Graph, shapes: Graph, nodes: Collection[str] = ()) -> list[ValidationResult]:
    """Return what the shapes find in ``data``, which must hold the ontology too; of some ``nodes`` only, if given.

    pySHACL's own ``focus_nodes`` are of no use here: with them it passes over ``sh:or`` (0.40.1).
    """
    import pyshacl  # takes half a second to load, and most often nothing is suspected

    _, report, _ = pyshacl.validate(
        data,
        shacl_graph=shapes,
        inference="none",
        advanced=False,
        allow_infos=True,
        allow_warnings=True,
    )
    if not isinstance(report, Graph):
        raise SourceError(f"the shapes cannot be applied: {report}", "mend the shapes")
    found = [_result(report, node) for node in report.objects(None, SH.result)]
    return [result for result in found if not nodes or result.focus_node in nodes]


def _result(report: Graph, node: Node) -> ValidationResult:
    messages = {getattr(m, "language", None): str(m) for m in report.objects(node, SH.resultMessage)}
    fallback = next(iter(messages.values()), "")
    path, value, shape = (report.value(node, p) for p in (SH.resultPath, SH.value, SH.sourceShape))
    severity = report.value(node, SH.resultSeverity)
    return ValidationResult(
        severity=str(severity).rsplit("#", 1)[-1],
        focus_node=str(report.value(node, SH.focusNode)),
        result_path=str(path) if isinstance(path, URIRef) else "",
        message_en=messages.get("en", fallback),
        message_ko=messages.get("ko", fallback),
        value=str(value) if value is not None and value != report.value(node, SH.focusNode) else "",
        source_shape=str(shape) if isinstance(shape, URIRef) else "",
    )
