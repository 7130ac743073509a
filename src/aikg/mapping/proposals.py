"""Describe what a brief names and nobody describes yet, each thing marked as proposed by a machine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from rdflib import DCTERMS, Graph, Literal, URIRef
from rdflib.namespace import XSD

from aikg.mapping.cleaning import cut
from aikg.mapping.conferences import Meeting
from aikg.mapping.documents import CitedWork
from aikg.mapping.entities import REUSED_CLASSES, add_entity
from aikg.mapping.roster import Roster
from aikg.mapping.terms import add_links, literal
from aikg.mapping.timespans import add_time_span
from aikg.mapping.turtle import new_graph
from aikg.model.entity import Entity
from aikg.model.timespan import parse_time_span
from aikg.vocabulary import iris
from aikg.vocabulary.concepts import concepts
from aikg.vocabulary.namespaces import AIKG, ID, SCHEMA

_ORG = "http://www.w3.org/ns/org#"
_TIME = ID + "time/"
_DATES = {10: XSD.date, 7: XSD.gYearMonth, 4: XSD.gYear}
#: kinds that an extraction may report and that stand for a class of ours
_CLASSES = frozenset({"AIModel", "Benchmark", "Conference", "CourtCase", "Group", "Hardware", "Law", "Product"})
_MORE_CLASSES = frozenset({"Programme", "Service", "Technology", "Topic", "Work", *REUSED_CLASSES})


def needed(graphs: Iterable[Graph]) -> set[str]:
    """Return the IRIs of entities and periods that the graphs speak of and do not describe."""
    named: set[str] = set()
    described: set[str] = set()
    for graph in graphs:
        for subject, _, target in graph:
            described.add(str(subject))
            if isinstance(target, URIRef):
                named.add(str(target))
    return {iri for iri in named - described if iri.startswith(ID)}


def proposals(
    wanted: Iterable[str], roster: Roster, works: Mapping[str, CitedWork], meetings: Mapping[str, Meeting]
) -> Graph:
    """Describe the wanted things that are not described yet, with all that their descriptions need in turn."""
    graph = new_graph()
    waiting, done = sorted(wanted, reverse=True), set[str]()
    while waiting:
        iri = waiting.pop()
        if iri not in done and iri not in roster.known.described:
            done.add(iri)
            own = new_graph()
            _describe(own, iri, roster, works, meetings)
            waiting += sorted(needed([own]) - done, reverse=True)
            graph += own
    return graph


def _describe(
    graph: Graph, iri: str, roster: Roster, works: Mapping[str, CitedWork], meetings: Mapping[str, Meeting]
) -> None:
    if iri.startswith(_TIME):
        add_time_span(graph, _notation(iri))
        return
    key = iri.removeprefix(ID)
    if not roster.kind(key):
        return  # nothing is known of it: whatever speaks of it will be set aside
    node = add_entity(graph, _entity(key, roster))
    if key in works:
        _add_work(graph, node, works[key])
    if key in meetings:
        _add_meeting(graph, node, meetings[key])


def _notation(iri: str) -> str:
    steps = iri.removeprefix(_TIME).replace("_", "/")
    return re.sub(r"^until-(.*)", r"..\1", re.sub(r"^from-(.*)", r"\1..", steps))


def _entity(key: str, roster: Roster) -> Entity:
    name, found = roster.name(key), roster.entities.get(key)
    kind = roster.kind(key)
    links = [(str(AIKG.reviewStatus), iris.concept("review-status/candidate"))]
    values: list[tuple[str, object]] = []
    if found is not None:
        links.append((str(AIKG.confidence), iris.concept(f"confidence/{found.confidence}")))
        values.append((str(AIKG.rule), cut(found.rule)))
        if kind == "Organization" and f"org-type/{found.classification}" in concepts():
            links.append((f"{_ORG}classification", iris.concept(f"org-type/{found.classification}")))
    if kind == "Conference":
        links.append((str(AIKG.eventType), iris.concept("event-type/conference")))
        links.append((str(AIKG.modality), iris.concept("modality/plan")))
    aliases = tuple((alias, _language(alias)) for alias in roster.aliases(key))
    known = kind if kind in _CLASSES | _MORE_CLASSES else "Topic"
    return Entity(key, known, name.ko, name.en, aliases, tuple(links), tuple(values))


def _language(text: str) -> str:
    return "ko" if re.search("[가-힣ㄱ-ㆎ]", text) else "en"


def _add_work(graph: Graph, node: URIRef, work: CitedWork) -> None:
    title = cut(work.title, 400)
    graph.add((node, DCTERMS.title, Literal(title, lang=_language(title))))
    if work.publisher:
        add_links(graph, node, DCTERMS.publisher, [iris.entity(work.publisher)])
    if work.date and len(work.date) in _DATES and _is_date(work.date):
        graph.add((node, DCTERMS.issued, Literal(work.date, datatype=_DATES[len(work.date)])))


def _is_date(printed: str) -> bool:
    try:
        return bool(parse_time_span(printed))
    except ValueError:
        return False


def _add_meeting(graph: Graph, node: URIRef, meeting: Meeting) -> None:
    period = meeting.period
    if period is not None:
        add_links(graph, node, AIKG.period, [iris.time_span(period.notation)])
        for predicate, day in ((SCHEMA.startDate, period.earliest), (SCHEMA.endDate, period.latest)):
            _add_day(graph, node, predicate, day)
    add_links(graph, node, SCHEMA.location, [iris.entity(place) for place in meeting.places[-1:]])
    add_links(graph, node, SCHEMA.url, [meeting.url])


def _add_day(graph: Graph, node: URIRef, predicate: URIRef, day: date | None) -> None:
    if day is not None:
        graph.add((node, predicate, literal(day)))
