"""Figures of an article that cannot all hold: of one measure, subject, unit and time, with numbers that differ.

A title, a key point or a subhead says again what the body says, so a number there that the body lacks is suspicious.
Within the body an article may well give two shares, scores, prices or counts; there only two numbers of a telling
measure that are almost the same are taken for two readings of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from aikg.model.extraction import FoundFigure, Quantity

#: measures that say little of what is measured; two of them need not speak of the same
_VAGUE = frozenset(
    {"amount", "count", "share", "difference", "multiple", "rank", "duration", "score", "performance", "price"}
)
#: units of ratios; what they are ratios of is seldom told fully
_RATIOS = frozenset({"percent", "percentage-point", "times"})
#: how far a number may be from one that is given as about, rounded or in other words
_NEAR = Decimal("0.05")
#: numbers further apart than this are hardly two readings of one; of shares and counts an article gives many
_FAR, _FAR_IF_VAGUE = Decimal("1.2"), Decimal("1.1")
_FORESEEN = frozenset({"forecast", "expectation"})
_INFINITE = Decimal("Infinity")


@dataclass(frozen=True)
class Contradiction:
    """Two figures by their places in the list of figures, and the kind of discrepancy."""

    one: int
    other: int
    kind: str


def contradictions(figures: Sequence[FoundFigure]) -> list[Contradiction]:
    """Return the pairs of figures of one article that exclude each other, in their order."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, figure in enumerate(figures):
        if figure.about and figure.quantity.kind == "quantity":
            groups[_same(figure)].append(index)
    return sorted((c for group in groups.values() for c in _within(figures, group)), key=lambda c: (c.one, c.other))


def _same(figure: FoundFigure) -> tuple[object, ...]:
    quantity = figure.quantity
    return (
        *(figure.measure, figure.about, figure.period, figure.assertion.modality, figure.benchmark),
        *(figure.baseline, figure.share_of, quantity.unit, quantity.per, quantity.counted),
    )


def _within(figures: Sequence[FoundFigure], group: Sequence[int]) -> Iterator[Contradiction]:
    for one, other in combinations(group, 2):
        first, second = figures[one], figures[other]
        if not _exclude(first.quantity, second.quantity):
            continue
        if set(first.assertion.claimants) == set(second.assertion.claimants):
            if _comparable(figures, first, second):
                yield Contradiction(one, other, "internal-contradiction")
        elif first.assertion.modality in _FORESEEN and _is_telling(first):
            yield Contradiction(one, other, "divergent-forecast")


def _is_telling(figure: FoundFigure) -> bool:
    return figure.measure not in _VAGUE and figure.quantity.unit not in _RATIOS


def _comparable(figures: Sequence[FoundFigure], first: FoundFigure, second: FoundFigure) -> bool:
    summaries = [_is_summary(figure) for figure in (first, second)]
    if all(summaries) or not _near(first.quantity, second.quantity, _FAR if _is_telling(first) else _FAR_IF_VAGUE):
        return False
    if not any(summaries):
        return _is_telling(first)
    summary = first if summaries[0] else second
    unit = summary.quantity.unit
    body = [figure for figure in figures if not _is_summary(figure) and figure.quantity.unit == unit]
    return all(_exclude(summary.quantity, figure.quantity) for figure in body)


def _is_summary(figure: FoundFigure) -> bool:
    return any(span.block[:1] in "tkh" for span in figure.assertion.evidence[:1])


def _near(one: Quantity, other: Quantity, far: Decimal) -> bool:
    low, high = sorted(abs(_typical(quantity)) for quantity in (one, other))
    return low > 0 and high / low <= far


def _typical(quantity: Quantity) -> Decimal:
    return next((n for n in (quantity.value, quantity.minimum, quantity.maximum) if n is not None), Decimal(0))


def _exclude(one: Quantity, other: Quantity) -> bool:
    (a, b), (c, d) = _extent(one), _extent(other)
    return b < c or d < a


def _extent(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest number that a quantity may stand for."""
    value = _typical(quantity)
    if quantity.bound == "range" or quantity.value is None:
        return quantity.minimum if quantity.minimum is not None else -_INFINITE, (
            quantity.maximum if quantity.maximum is not None else _INFINITE
        )
    if quantity.bound in ("at-least", "more-than", "some-over"):
        return value, _INFINITE
    if quantity.bound in ("up-to", "less-than"):
        return -_INFINITE, value
    slack = abs(value) * _NEAR if quantity.bound == "about" else Decimal(0)
    return value - slack, value + slack
