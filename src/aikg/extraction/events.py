"""Dated events: what the agents of a clause do or plan, on the day that it or the lead of the article gives."""

from __future__ import annotations

from collections.abc import Iterator

from aikg.extraction import modality
from aikg.extraction.attribution import claimants
from aikg.extraction.cues import classes, cues
from aikg.extraction.frames import stem
from aikg.extraction.lead import AGENTS, Lead
from aikg.extraction.passages import Passage
from aikg.extraction.phrases import Clause
from aikg.model.brief import Kind
from aikg.model.extraction import Assertion, Confidence, DateMention, FoundEvent

_KINDS = classes("events", "kinds")
_DUTY = cues("clauses", "duty")


def events(lead: Lead, passage: Passage) -> Iterator[FoundEvent]:
    """Yield the events of a passage: those with a date of their own, and plans and forecasts of named agents."""
    for clause in passage.clauses:
        own = _dates(passage, clause)
        mode = modality.of_clause(clause, passage.clauses)
        for date in own[:2]:
            yield from _event(lead, passage, clause, mode, date.notation)
        ahead = _ahead(lead, passage, clause) if not own else None
        if ahead is not None:
            yield from _event(lead, passage, clause, mode, ahead)
        elif not own and _worth(lead, passage, clause, mode) and lead.date is not None:
            yield from _event(lead, passage, clause, mode, lead.date)


def _dates(passage: Passage, clause: Clause) -> list[DateMention]:
    within = [d for p in clause.phrases for d in p.dates]
    return within or [d for d in passage.dates if clause.start <= d.start < clause.end and not clause.phrases]


def _ahead(lead: Lead, passage: Passage, clause: Clause) -> str | None:
    """``향후 10년간``: the years from the lead day on."""
    for quantity in (q for p in clause.phrases for q in p.quantities):
        before = passage.text[: quantity.start].rstrip().endswith(("향후", "앞으로"))
        within = quantity.text.startswith(("향후", "앞으로"))
        if quantity.unit == "year" and quantity.value is not None and lead.date is not None and (before or within):
            first = int(lead.date[:4])
            return f"{first}/{first + int(quantity.value)}"
    return None


def _worth(lead: Lead, passage: Passage, clause: Clause, mode: str) -> bool:
    """A clause without a date is an event of the lead day when it plans, or acts in a verb that we know."""
    if passage.block.kind in (Kind.NOTE, Kind.CAPTION):
        return False
    planned = mode in (modality.PLAN, modality.FORECAST, "recommendation")
    acts = stem(clause.predicate)[0] in _KINDS and bool(lead.agents_of(clause.subject or clause.topic))
    return (planned or acts) and (clause.head is None or clause.word.connective in _DUTY)


def _event(lead: Lead, passage: Passage, clause: Clause, mode: str, date: str) -> Iterator[FoundEvent]:
    agents = _agents(lead, passage, clause)
    objects = tuple(
        dict.fromkeys(
            m.entity for p in clause.phrases for m in p.mentions if m.entity not in agents and p is not clause.topic
        )
    )
    if clause.head is not None:
        objects = tuple(dict.fromkeys([*objects, *(m.entity for m in clause.head.heads if m.entity not in agents)]))
    planned = mode != modality.FACT
    if not objects and (not agents or (date == lead.date and not planned)):
        return  # who acted on the lead day, but not on what, tells nothing
    span = passage.span(clause.start, clause.end if clause.end - clause.start <= 300 else clause.start + 300)
    yield FoundEvent(
        assertion=Assertion(
            lead.number,
            (span,),
            mode,
            claimants(lead, passage, clause, clause.start),
            f"event.{stem(clause.predicate)[0]}" if stem(clause.predicate)[0] in _KINDS else "event.dated",
            Confidence.HIGH if agents and objects else Confidence.MEDIUM,
        ),
        kind=_kind(clause, mode),
        agents=agents,
        objects=objects,
        period=date,
    )


def _agents(lead: Lead, passage: Passage, clause: Clause) -> tuple[str, ...]:
    for phrase in (clause.subject, clause.topic, clause.outer):
        found = lead.agents_of(phrase)
        if found:
            return found
    if clause.head is not None:
        found = tuple(m.entity for m in clause.head.heads if lead.kind_of(m.entity) in AGENTS)
        if found:
            return found
    return lead.agents[:1]


def _kind(clause: Clause, mode: str) -> str:
    if mode == modality.FORECAST:
        return "forecast"
    verbs = [stem(clause.predicate)[0]]
    verbs += [w.noun for p in reversed(clause.phrases) for w in reversed(p.words)]
    verbs += [stem(clause.matrix.predicate)[0]] if clause.matrix is not None else []
    return next((_KINDS[v] for v in verbs if v in _KINDS), "other")
