"""Figures side by side: who says how much, as what, and where sources disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import groupby
from typing import Any

from flask import Blueprint, Response, render_template, request

from aikg.graph.description import quads_of
from aikg.graph.figures import Comparison, FigureRow
from aikg.graph.statements import FigureView, StatementView, figure_view, statement_view
from aikg.vocabulary.iris import slug
from aikg.vocabulary.namespaces import ID
from aikg.web import twins
from aikg.web.addresses import iri_of, page_of
from aikg.web.paging import Page, paged
from aikg.web.site import catalogue

blueprint = Blueprint("figures", __name__)

PAGE_SIZE = 40
#: conflicts shown above the list; the others are folded away
CONFLICTS = 4
_FILTERS: dict[str, Callable[[FigureRow], list[str]]] = {
    "measure": lambda row: [slug(row.measure)],
    "modality": lambda row: [slug(row.modality)],
    "claimant": lambda row: [slug(iri) for iri in row.claimants],
    "unit": lambda row: [slug(row.unit)],
    "issue": lambda row: [row.issue],
    # what a figure is about and who claims it, as pages name them: ``org/google``
    "thing": lambda row: [iri.removeprefix(ID) for iri in (*row.about, *row.claimants)],
}

#: a figure, the statement that gives it, and its size in per cent of the largest beside it
_Bar = tuple[FigureView, StatementView, int]


@blueprint.get("/figures")
def figures() -> str:
    """List figures by measure, with a choice of measure, modality, claimant, unit and brief, or about one thing."""
    found = catalogue().figures
    wanted = {name: request.args.get(name, "") for name in _FILTERS}
    page = paged(_chosen(), PAGE_SIZE)
    return render_template(
        "figures.html",
        page=page,
        groups=_groups(page),
        wanted=wanted,
        measures=_counted(row.measure for row in found),
        modalities=_counted(row.modality for row in found),
        units=_counted(row.unit for row in found),
        claimants=_counted(iri for row in found for iri in row.claimants),
        briefs=catalogue().briefs,
        thing=iri_of(wanted["thing"]) if wanted["thing"] else "",
        comparisons=_comparisons(wanted["measure"]) if page.number == 1 and not wanted["thing"] else [],
        shown=CONFLICTS,
        twins=twins.twins_of_list("/figures"),
    )


@blueprint.get("/figures" + twins.SUFFIX)
def figures_data(suffix: str) -> Response:
    """Return the same figures as JSON or RDF, whole."""
    return twins.of_list(
        suffix,
        lambda: {"figures": [_record(row) for row in _chosen()]},
        lambda: quads_of(catalogue().graph, {iri for row in _chosen() for iri in (row.iri, row.statement)}),
    )


def _chosen() -> list[FigureRow]:
    wanted = {name: request.args[name] for name in _FILTERS if request.args.get(name)}
    return [row for row in catalogue().figures if all(value in _FILTERS[name](row) for name, value in wanted.items())]


def _comparisons(measure: str) -> list[Comparison]:
    return [found for found in catalogue().comparisons if not measure or slug(found.measure) == measure]


def _groups(page: Page[FigureRow]) -> list[tuple[str, list[_Bar]]]:
    groups = groupby(page.items, key=lambda row: row.measure)
    return [(measure, _bars(list(rows))) for measure, rows in groups]


def _bars(rows: list[FigureRow]) -> list[_Bar]:
    graph = catalogue().graph
    largest: dict[str, Decimal] = {}
    for row in rows:
        largest[row.unit] = max(largest.get(row.unit, row.size), row.size)
    alone = Counter(row.unit for row in rows)
    return [
        (
            figure_view(graph, row.iri),
            statement_view(graph, row.statement),
            round(100 * row.size / largest[row.unit]) if alone[row.unit] > 1 and largest[row.unit] > 0 else 0,
        )
        for row in rows
    ]


def _counted(iris: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(iris).items(), key=lambda pair: (-pair[1], pair[0]))


def _record(row: FigureRow) -> dict[str, Any]:
    view = figure_view(catalogue().graph, row.iri)
    return {
        "iri": row.iri,
        "measure": slug(row.measure),
        "unit": slug(row.unit),
        "bound": slug(view.bound),
        "value": None if view.value is None else str(view.value),
        "minimum": None if view.minimum is None else str(view.minimum),
        "maximum": None if view.maximum is None else str(view.maximum),
        "printed": view.printed,
        "about": list(view.about),
        "period": view.period or None,
        "modality": slug(row.modality),
        "claimants": list(row.claimants),
        "statement": row.statement,
        "review": "candidate" if row.is_candidate else "reviewed",
        "page": page_of(row.iri),
    }
