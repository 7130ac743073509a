"""Every figure with who claims it, and figures that sources give differently for the same thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal

from aikg.graph.queries import named_query
from aikg.graph.statements import FigureView, StatementView, statement_view
from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.iris import issue, slug

#: discrepancies of this kind are between sources, not within one
_DIVERGENT = "/discrepancy-type/divergent-forecast"
#: measures that have nothing to do with each other, though they are called alike
_OF_ANYTHING = ("amount", "count", "difference", "duration", "multiple", "share")


@dataclass(frozen=True)
class FigureRow:
    """A figure as lists filter and sort it; ``statement`` is the first that gives it."""

    iri: str
    statement: str
    measure: str
    unit: str
    modality: str
    claimants: tuple[str, ...]
    about: tuple[str, ...]
    size: Decimal
    is_candidate: bool

    @property
    def issue(self) -> str:
        """The issue of the brief that gives it: ``spri-2024-01``."""
        return issue(self.iri)


@dataclass(frozen=True)
class Comparison:
    """Figures of one measure and unit that a discrepancy puts side by side, the largest first."""

    discrepancy: str
    kind: str
    measure: str
    sides: tuple[tuple[FigureView, StatementView], ...]


def figure_rows(graph: KnowledgeGraph) -> list[FigureRow]:
    """Return every figure: the most frequent measure first, by unit and size; what counts anything at all comes last.

    What only repeats another statement is left out.
    """
    rows = [
        FigureRow(
            iri=row["figure"],
            statement=row["statement"],
            measure=row["measure"],
            unit=row["unit"],
            modality=row["modality"],
            claimants=tuple(row["claimants"].split()),
            about=tuple(row.get("things", "").split()),
            size=Decimal(row.get("value") or row.get("maximum") or row.get("minimum") or 0),
            is_candidate=row["status"].endswith("/candidate"),
        )
        for row in graph.rows(named_query("figures"))
    ]
    often = Counter(row.measure for row in rows)
    return sorted(
        rows,
        key=lambda row: (
            slug(row.measure) in _OF_ANYTHING,
            -often[row.measure],
            row.measure,
            row.unit,
            -row.size,
            row.iri,
        ),
    )


def comparisons(graph: KnowledgeGraph) -> list[Comparison]:
    """Return what the recorded discrepancies say of figures: forecasts first, then those with the most sides."""
    about: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in graph.rows(named_query("discrepancies")):
        about[row["discrepancy"], row["type"]].append(row["about"])
    found = [
        Comparison(discrepancy, kind, measure, sides)
        for (discrepancy, kind), things in about.items()
        for measure, sides in _sides(graph, things)
    ]
    return sorted(found, key=lambda c: (not c.kind.endswith(_DIVERGENT), -len(c.sides), c.discrepancy, c.measure))


def _sides(graph: KnowledgeGraph, iris: list[str]) -> list[tuple[str, tuple[tuple[FigureView, StatementView], ...]]]:
    by_measure: dict[tuple[str, str], list[tuple[FigureView, StatementView]]] = defaultdict(list)
    for iri in iris:
        statement = statement_view(graph, iri)
        for figure in statement.figures:
            sides = by_measure[figure.measure, figure.unit]
            if all(_what(side) != _what((figure, statement)) for side in sides):
                sides.append((figure, statement))
    return [
        (measure, tuple(sorted(sides, key=lambda side: (-side[0].size, side[0].iri))))
        for (measure, _), sides in sorted(by_measure.items())
        if len({figure.size for figure, _ in sides}) > 1
    ]


def _what(side: tuple[FigureView, StatementView]) -> tuple[object, ...]:
    """Return what a reader compares: a statement that says the same again adds nothing."""
    figure, statement = side
    return statement.claimants, figure.about, figure.period, figure.size, figure.bound
