"""Statements and figures as pages show them: who claims what, as what, for when, and where it stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.namespaces import AIKG, OA, QUDT, SCHEMA

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@dataclass(frozen=True)
class Place:
    """Where the words of a statement stand in its article."""

    iri: str
    block: str
    start: int
    end: int
    digest: str


@dataclass(frozen=True)
class FigureView:
    """A figure; numbers are exact, IRIs as in the dataset."""

    iri: str
    measure: str
    unit: str
    bound: str
    printed: str
    value: Decimal | None
    minimum: Decimal | None
    maximum: Decimal | None
    about: tuple[str, ...]
    period: str
    per: str
    currency: str
    baseline: tuple[str, ...]
    share_of: tuple[str, ...]

    @property
    def size(self) -> Decimal:
        """The number by which figures of a unit are compared."""
        return next((n for n in (self.value, self.maximum, self.minimum) if n is not None), Decimal(0))


@dataclass(frozen=True)
class StatementView:
    """A statement with everything that a card shows."""

    iri: str
    article: str
    modality: str
    status: str
    confidence: str
    claimants: tuple[str, ...]
    relayed_by: tuple[str, ...]
    subjects: tuple[str, ...]
    predicate: str
    objects: tuple[str, ...]
    period: str
    outcome: str
    asserts: tuple[str, ...]
    about: tuple[str, ...]
    restates: tuple[str, ...]
    conflicts: tuple[str, ...]
    conditions: tuple[str, ...]
    figures: tuple[FigureView, ...]
    places: tuple[Place, ...]

    @property
    def is_candidate(self) -> bool:
        """True for what a machine read and nobody has reviewed."""
        return self.status.endswith("/candidate")


class _Node:
    """The properties of a node, read once."""

    def __init__(self, graph: KnowledgeGraph, iri: str) -> None:
        self._terms: dict[str, list[str]] = defaultdict(list)
        for predicate, term in graph.terms(iri):
            self._terms[predicate].append(term.value)

    def many(self, predicate: str) -> tuple[str, ...]:
        return tuple(sorted(self._terms.get(str(predicate), ())))

    def one(self, predicate: str) -> str:
        return next(iter(self.many(predicate)), "")

    def number(self, predicate: str) -> Decimal | None:
        text = self.one(predicate)
        return Decimal(text) if text else None


def figure_view(graph: KnowledgeGraph, iri: str) -> FigureView:
    """Read a figure."""
    node = _Node(graph, iri)
    return FigureView(
        iri=iri,
        measure=node.one(AIKG.measure),
        unit=node.one(QUDT.hasUnit),
        bound=node.one(AIKG.bound),
        printed=node.one(AIKG.originalText),
        value=node.number(SCHEMA.value),
        minimum=node.number(SCHEMA.minValue),
        maximum=node.number(SCHEMA.maxValue),
        about=node.many(SCHEMA.observationAbout),
        period=node.one(AIKG.period),
        per=node.one(AIKG.per),
        currency=node.one(SCHEMA.currency),
        baseline=node.many(AIKG.baseline),
        share_of=node.many(AIKG.shareOf),
    )


def place_view(graph: KnowledgeGraph, iri: str) -> Place:
    """Read where the words of a statement stand."""
    node = _Node(graph, iri)
    return Place(iri, node.one(AIKG.block), int(node.one(OA.start)), int(node.one(OA.end)), node.one(AIKG.digest))


def statement_view(graph: KnowledgeGraph, iri: str) -> StatementView:
    """Read a statement with its figures and places."""
    node = _Node(graph, iri)
    figures = node.many(AIKG.figure)
    return StatementView(
        iri=iri,
        article=node.one(AIKG.statedIn),
        modality=node.one(AIKG.modality),
        status=node.one(AIKG.reviewStatus),
        confidence=node.one(AIKG.confidence),
        claimants=node.many(AIKG.claimant),
        relayed_by=node.many(AIKG.relayedBy),
        subjects=node.many(_RDF + "subject"),
        predicate=node.one(_RDF + "predicate"),
        objects=node.many(_RDF + "object"),
        period=node.one(AIKG.period),
        outcome=node.one(AIKG.outcome),
        asserts=tuple(thing for thing in node.many(AIKG.asserts) if thing not in figures),
        about=node.many(SCHEMA.about),
        restates=node.many(AIKG.restates),
        conflicts=node.many(AIKG.conflictsWith),
        conditions=node.many(AIKG.conditionalOn),
        figures=tuple(figure_view(graph, figure) for figure in figures),
        places=tuple(place_view(graph, place) for place in node.many(AIKG.evidence)),
    )
