"""What the dataset says of one thing: outgoing and incoming relations by property, and its quads for downloads."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.namespaces import AIKG, ID

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_ORG = "http://www.w3.org/ns/org#"
_SCHEMA = "https://schema.org/"
_DCTERMS = "http://purl.org/dc/terms/"
_ELI = "http://data.europa.eu/eli/ontology#"
_OURS = str(AIKG._NS)

#: properties by which things relate to things, in the order of a page
RELATIONS = (
    *(_ORG + name for name in ("memberOf", "hasMember", "headOf", "subOrganizationOf", "hasSubOrganization")),
    *(_SCHEMA + name for name in ("founder", "worksFor", "organizer")),
    *(_OURS + name for name in ("developer", "offers", "investsIn", "partnerOf", "competitorOf", "participatesIn")),
    *(_SCHEMA + name for name in ("isVariantOf", "hasVariant", "successorOf", "isBasedOn")),
    *(_DCTERMS + name for name in ("isVersionOf", "hasVersion")),
    *(_OURS + name for name in ("fineTunedFrom", "trainedOn", "integratedIn", "providedThrough", "availability")),
    *(_OURS + name for name in ("evaluatedOn", "comparedWith", "supports", "uses", "targets")),
    *(_OURS + name for name in ("regulates", "decidedBy", "sanction", "legalStatus", "provisionType", "riskTier")),
    *(_OURS + name for name in ("exceptionTo", "fixedAmount", "turnoverShare", "selectionRule")),
    *(_ELI + name for name in ("is_part_of", "passed_by")),
    *(_OURS + name for name in ("eventType", "modality", "period", "actor", "concerns", "conditionalOn")),
    *(_OURS + name for name in ("discrepancyType", "measure", "bound", "baseline", "shareOf", "convertedFrom", "per")),
    *(_SCHEMA + name for name in ("availableLanguage", "location", "containedInPlace")),
    *(_DCTERMS + name for name in ("isPartOf", "hasPart", "publisher", "creator", "subject", "type", "relation")),
    _ORG + "classification",
    _SKOS + "broader",
)
#: relations that say the same as another one backwards
INVERSES = (
    _ORG + "hasMember",
    _ORG + "hasSubOrganization",
    _SCHEMA + "hasVariant",
    _DCTERMS + "hasVersion",
    _DCTERMS + "hasPart",
)
#: relations whose inverse the dataset states too, so that a page need not show them backwards
INVERSE_STATED = {
    *INVERSES,
    _ORG + "memberOf",
    _ORG + "subOrganizationOf",
    _SCHEMA + "isVariantOf",
    _DCTERMS + "isVersionOf",
    _DCTERMS + "isPartOf",
    _OURS + "partnerOf",
    _OURS + "competitorOf",
}
#: kinds of things that speak of others rather than being related to them
_REPORTING = ("Statement", "Figure", "Discrepancy", "Article", "Evidence")


@dataclass(frozen=True)
class Relation:
    """A property and the things at its other end; ``backwards`` when they point here."""

    property: str
    things: tuple[str, ...]
    backwards: bool = False


@dataclass(frozen=True)
class Description:
    """One thing: classes (most specific first), names in other forms, external identifiers, relations, values."""

    iri: str
    classes: tuple[str, ...]
    aliases: tuple[str, ...]
    matches: tuple[str, ...]
    comments: dict[str, str]
    relations: tuple[Relation, ...]
    values: tuple[tuple[str, str], ...]

    def is_a(self, *names: str) -> bool:
        """Tell whether the thing has one of these classes of ours (``Statement``)."""
        return any(_OURS + name in self.classes for name in names)


def describe(graph: KnowledgeGraph, iri: str) -> Description | None:
    """Return what the dataset says of ``iri``, or None when it says nothing."""
    outgoing: dict[str, list[str]] = defaultdict(list)
    values: list[tuple[str, str]] = []
    comments: dict[str, str] = {}
    classes: dict[str, bool] = {}
    for predicate, term, graph_name in graph.outgoing(iri):
        if predicate == _TYPE:
            classes[term.value] = classes.get(term.value, True) and graph_name.endswith("/graph/inferred")
        elif isinstance(term, Literal):
            if predicate.endswith("rdf-schema#comment"):
                comments[term.language or ""] = term.value
            values.append((predicate, term.value))
        else:
            outgoing[predicate].append(term.value)
    if not classes and not outgoing and not values:
        return None
    return Description(
        iri=iri,
        classes=tuple(sorted(classes, key=lambda name: (classes[name], name))),
        aliases=tuple(sorted({text for name, text in values if name == _SKOS + "altLabel"})),
        matches=tuple(sorted(outgoing.get(_SKOS + "exactMatch", []))),
        comments=comments,
        relations=(*_forwards(outgoing), *_backwards(graph, iri)),
        values=tuple(sorted(set(values))),
    )


def _forwards(outgoing: dict[str, list[str]]) -> list[Relation]:
    return [Relation(name, _unique(outgoing[name])) for name in RELATIONS if name in outgoing]


def _backwards(graph: KnowledgeGraph, iri: str) -> list[Relation]:
    incoming: dict[str, list[str]] = defaultdict(list)
    for subject, predicate, _ in graph.incoming(iri):
        if predicate in RELATIONS and predicate not in INVERSE_STATED and not _reports(graph, subject):
            incoming[predicate].append(subject)
    return [Relation(name, _unique(incoming[name]), backwards=True) for name in RELATIONS if name in incoming]


def _reports(graph: KnowledgeGraph, iri: str) -> bool:
    kinds = {term.value for name, term, _ in graph.outgoing(iri) if name == _TYPE}
    return any(_OURS + kind in kinds for kind in _REPORTING)


def _unique(iris: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(iris)))


def quads_about(graph: KnowledgeGraph, iri: str) -> list[Quad]:
    """Return the quads of ``iri``, of its parts (IRIs below it) and of the statements about it, sorted.

    That is the data twin of its page (a bounded description as in SPARQL 1.1, section 16.4).
    """
    store = graph.store
    nodes = {iri, *(subject for subject, _, _ in graph.incoming(iri) if subject.startswith(ID + "article/"))}
    if iri.startswith((ID + "article/", ID + "brief/")):
        parts = store.quads_for_pattern(None, None, None, NamedNode(iri))
        nodes |= {quad.subject.value for quad in parts if isinstance(quad.subject, NamedNode)}
    quads = {quad for node in nodes for quad in store.quads_for_pattern(NamedNode(node), None, None, None)}
    return sorted((quad for quad in quads if isinstance(quad.graph_name, NamedNode)), key=str)
