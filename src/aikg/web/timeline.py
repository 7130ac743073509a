"""Events in order of time."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Any

from flask import Blueprint, Response, render_template, request

from aikg.graph.description import quads_of
from aikg.graph.events import DatedEvent
from aikg.vocabulary.iris import slug
from aikg.web import twins
from aikg.web.addresses import page_of
from aikg.web.paging import paged
from aikg.web.site import catalogue

blueprint = Blueprint("timeline", __name__)

PAGE_SIZE = 60


@blueprint.get("/timeline")
def timeline() -> str:
    """List dated events under their years, with a choice of modality, type, brief and year."""
    found = catalogue().events
    page = paged(_chosen(), PAGE_SIZE)
    return render_template(
        "timeline.html",
        page=page,
        years=[(year, list(events)) for year, events in groupby(page.items, key=lambda event: event.year)],
        histogram=sorted(Counter(event.year for event in _chosen(any_year=True)).items()),
        modalities=sorted({event.modality for event in found}),
        types=sorted({kind for event in found for kind in event.types}),
        briefs=catalogue().briefs,
        wanted={name: request.args.get(name, "") for name in ("modality", "type", "year", "issue")},
        twins=twins.twins_of_list("/timeline"),
    )


@blueprint.get("/timeline" + twins.SUFFIX)
def timeline_data(suffix: str) -> Response:
    """Return the same events as JSON or RDF, whole."""
    return twins.of_list(
        suffix,
        lambda: {"events": [_record(event) for event in _chosen()]},
        lambda: quads_of(catalogue().graph, {iri for event in _chosen() for iri in (event.iri, event.period)}),
    )


def _chosen(any_year: bool = False) -> list[DatedEvent]:
    modality, kind, year, issue = (request.args.get(name, "") for name in ("modality", "type", "year", "issue"))
    return [
        event
        for event in catalogue().events
        if (not modality or slug(event.modality) == modality)
        and (not kind or kind in map(slug, event.types))
        and (any_year or not year or event.year == year)
        and (not issue or event.issue == issue)
    ]


def _record(event: DatedEvent) -> dict[str, Any]:
    return {
        "iri": event.iri,
        "names": dict(catalogue().labels.names(event.iri)),
        "earliest": event.begin or None,
        "latest": event.end or None,
        "modality": slug(event.modality),
        "types": [slug(kind) for kind in event.types],
        "article": event.article or None,
        "review": "candidate" if event.is_candidate else "reviewed",
        "page": page_of(event.iri),
    }
