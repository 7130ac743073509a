"""Tell quickly which nodes may break a shape, so that pySHACL need only look at those.

shacl-rust answers some thirty times as fast as pySHACL, which stays the reference: its word is what a user is told.
"""

from collections.abc import Collection, Sequence
from importlib.util import find_spec

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize
from rdflib import RDFS, SH, Graph

from aikg.validation.report import ValidationResult
from aikg.validation.shapes import check_shapes, to_rdflib
from aikg.vocabulary.namespaces import AIKG

_VIOLATIONS = frozenset({str(SH.Violation)})
_ALL = _VIOLATIONS | {str(SH.Warning), str(SH.Info)}


def as_ntriples(quads: Sequence[Quad]) -> str:
    """Return quads as N-Triples, their graphs left out."""
    return (serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b"").decode()


def check_screened(quads: Sequence[Quad], shapes: Graph) -> list[ValidationResult]:
    """Return what pySHACL finds in ``quads``, of all severities; it looks at the suspects alone."""
    nodes = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    found = suspects(as_ntriples(quads), shapes.serialize(format="turtle"), nodes, _ALL)
    return check_shapes(to_rdflib(near(quads, found)), shapes, found) if found else []


def near(quads: Sequence[Quad], nodes: Collection[str]) -> list[Quad]:
    """Return what shapes need that look at ``nodes``.

    That is their descriptions, those of what they point at, what points at them, review statuses and the classes.
    """
    wanted = set(nodes)
    core = wanted | {_iri(quad.object) for quad in quads if _iri(quad.subject) in wanted}
    everywhere = {str(RDFS.subClassOf), str(AIKG.reviewStatus)}
    return [q for q in quads if _iri(q.subject) in core or _iri(q.object) in wanted or q.predicate.value in everywhere]


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def suspects(ntriples: str, shapes: str, nodes: Collection[str], severities: Collection[str] = _VIOLATIONS) -> set[str]:
    """Return those of ``nodes`` in which a fast look finds something of ``severities``; all without a fast engine.

    ``ntriples`` is the data as N-Triples, ``shapes`` is Turtle.
    """
    if find_spec("shacl_rust") is None:  # there is no wheel for this platform
        return set(nodes)
    import shacl_rust

    report = shacl_rust.validate(ntriples, shapes, data_format="nt", experimental_index=True)
    violated = (r["focusNode"] for r in report["results"] if r["severity"].strip("<>") in severities)
    return {node.strip("<>") for node in violated} & set(nodes)
