"""What the dataset says of one thing: outgoing and incoming relations by property, and its quads for downloads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from aikg.graph.relations import INVERSE_STATED, NOT_SHOWN, RELATIONS
from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.iris import INFERRED_GRAPH, is_candidate_graph
from aikg.vocabulary.namespaces import AIKG, ID

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_OURS = str(AIKG._NS)
_ORDER = {name: place for place, name in enumerate(RELATIONS)}
#: kinds of things that speak of others rather than being related to them
_REPORTING = frozenset(_OURS + name for name in ("Statement", "Figure", "Discrepancy", "Article", "Evidence"))

#: things at the other end of a property, and whether somebody reviewed that they are
_Ends = dict[str, bool]


@dataclass(frozen=True)
class Relation:
    """A property and the things at its other end; ``backwards`` when they point here.

    ``candidates`` are the things of which only unreviewed statements say so.
    """

    property: str
    things: tuple[str, ...]
    backwards: bool = False
    candidates: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Description:
    """One thing: classes (most specific first), names in other forms, external identifiers, relations, values.

    A candidate is what a machine proposes and nobody has accepted, and what follows from candidates alone.
    """

    iri: str
    classes: tuple[str, ...]
    aliases: tuple[str, ...]
    matches: tuple[str, ...]
    comments: Mapping[str, str]
    relations: tuple[Relation, ...]
    values: tuple[tuple[str, str], ...]
    is_candidate: bool = False

    def is_a(self, *names: str) -> bool:
        """Tell whether the thing has one of these classes of ours (``Statement``)."""
        return any(_OURS + name in self.classes for name in names)


def describe(graph: KnowledgeGraph, iri: str) -> Description | None:
    """Return what the dataset says of ``iri``, or None when it says nothing."""
    outgoing: dict[str, _Ends] = defaultdict(dict)
    values: list[tuple[str, str]] = []
    comments: dict[str, str] = {}
    classes: dict[str, bool] = {}
    is_sure = False
    for predicate, term, where in graph.outgoing(iri):
        if predicate == _TYPE:
            classes[term.value] = classes.get(term.value, True) and where.startswith(INFERRED_GRAPH)
            is_sure = is_sure or not is_candidate_graph(where)
        elif isinstance(term, Literal):
            if predicate.endswith("rdf-schema#comment"):
                comments[term.language or ""] = term.value
            values.append((predicate, term.value))
        else:
            _note(outgoing[predicate], term.value, where)
    if not classes and not outgoing and not values:
        return None
    return Description(
        iri=iri,
        classes=tuple(sorted(classes, key=lambda name: (classes[name], name))),
        aliases=tuple(sorted({text for name, text in values if name == _SKOS + "altLabel"})),
        matches=tuple(sorted(outgoing.get(_SKOS + "exactMatch", {}))),
        comments=comments,
        relations=(*_relations(outgoing), *_relations(_incoming(graph, iri), backwards=True)),
        values=tuple(sorted(set(values))),
        is_candidate=(bool(classes) and not is_sure)
        or any(iri.endswith("/candidate") for iri in outgoing.get(_OURS + "reviewStatus", {})),
    )


def _note(ends: _Ends, thing: str, where: str) -> None:
    ends[thing] = ends.get(thing, False) or not is_candidate_graph(where)


def _relations(found: Mapping[str, _Ends], backwards: bool = False) -> Iterator[Relation]:
    """Yield known properties in the order of a page, then the others by name."""
    for name in sorted(found.keys() - NOT_SHOWN, key=lambda name: (_ORDER.get(name, len(_ORDER)), name)):
        unsure = frozenset(thing for thing, is_reviewed in found[name].items() if not is_reviewed)
        yield Relation(name, tuple(sorted(found[name], key=lambda thing: (thing in unsure, thing))), backwards, unsure)


def _incoming(graph: KnowledgeGraph, iri: str) -> Mapping[str, _Ends]:
    incoming: dict[str, _Ends] = defaultdict(dict)
    for subject, predicate, where in graph.incoming(iri):
        if predicate in _ORDER and predicate not in INVERSE_STATED and not _reports(graph, subject):
            _note(incoming[predicate], subject, where)
    return incoming


def _reports(graph: KnowledgeGraph, iri: str) -> bool:
    # most statements can be told by their names, without a look
    return iri.startswith(ID + "article/") or not _REPORTING.isdisjoint(graph.objects(iri, _TYPE))


def quads_about(graph: KnowledgeGraph, iri: str) -> list[Quad]:
    """Return the quads of ``iri``, of its parts (IRIs below it) and of the statements about it, sorted.

    That is the data twin of its page (a bounded description as in SPARQL 1.1, section 16.4).
    """
    store = graph.store
    nodes = {iri, *(subject for subject, _, _ in graph.incoming(iri) if subject.startswith(ID + "article/"))}
    if iri.startswith((ID + "article/", ID + "brief/")):
        parts = store.quads_for_pattern(None, None, None, NamedNode(iri))
        nodes |= {quad.subject.value for quad in parts if isinstance(quad.subject, NamedNode)}
    return quads_of(graph, nodes)


def quads_of(graph: KnowledgeGraph, iris: set[str]) -> list[Quad]:
    """Return the quads of named graphs whose subject is one of ``iris``, sorted."""
    found = {quad for iri in iris for quad in graph.store.quads_for_pattern(NamedNode(iri), None, None, None)}
    return sorted((quad for quad in found if isinstance(quad.graph_name, NamedNode)), key=str)
