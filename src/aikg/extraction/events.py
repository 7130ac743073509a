"""Dated events: what the agents of a clause do or plan, on the day that it or the lead of the article gives."""

from __future__ import annotations

from collections.abc import Iterator

from aikg.extraction import modality
from aikg.extraction.attribution import claimants
from aikg.extraction.cues import classes, cues
from aikg.extraction.eojeol import Role
from aikg.extraction.frames import stem
from aikg.extraction.lead import AGENTS, Lead, surveys
from aikg.extraction.passages import Passage
from aikg.extraction.phrases import Clause
from aikg.model.brief import Kind
from aikg.model.extraction import Assertion, Confidence, DateMention, FoundEvent

_KINDS = classes("events", "kinds")
#: events whose objects are made, so that what stands beside the makers is none
_MAKING = frozenset(("release", "founding", "publication"))
_RAISING = cues("events", "raising")
_RESPONDING = cues("events", "responding")
#: verbs that tell nothing by themselves
_LIGHT = cues("clauses", "postpositions") | {"않다"}
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
        elif not own and _worth(lead, passage, clause, mode) and (day := lead.date_of(passage)) is not None:
            yield from _event(lead, passage, clause, mode, day)
        elif not own:
            yield from _answers(lead, passage, clause, mode)


def _answers(lead: Lead, passage: Passage, clause: Clause, mode: str) -> Iterator[FoundEvent]:
    """``응답자의 26%가 ... 답했으나``: a finding of the survey that the article is about."""
    asked = clause.agent
    shares = [q for p in (asked, *clause.phrases) if p is not None for q in p.quantities if q.unit == "percent"]
    responds = stem(clause.predicate)[0] in _RESPONDING
    day = lead.date_of(passage)
    work = next((o for o in lead.objects if lead.kind_of(o) == "Work"), None)
    sayers = claimants(lead, passage, clause, clause.start)
    if not shares or not responds or not surveys(passage) or day is None or not sayers or clause.head is not None:
        return
    yield FoundEvent(
        assertion=Assertion(
            lead.number,
            (passage.span(min(clause.start, asked.start if asked is not None else clause.start), clause.end),),
            mode,
            sayers,
            "event.answer",
            Confidence.MEDIUM,
        ),
        kind="forecast" if mode == modality.FORECAST else "study",
        agents=sayers[:1],
        objects=(work,) if work else (),
        period=day,
    )


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
    if passage.block.kind in (Kind.NOTE, Kind.CAPTION) or clause.predicate in _LIGHT:
        return False
    planned = mode in (modality.PLAN, modality.FORECAST, "recommendation")
    acts = stem(clause.predicate)[0] in _KINDS and bool(lead.agents_of(clause.subject or clause.topic))
    return (planned or acts) and (clause.head is None or clause.word.connective in _DUTY)


def _event(lead: Lead, passage: Passage, clause: Clause, mode: str, date: str) -> Iterator[FoundEvent]:
    kind = _kind(clause, mode)
    agents = _agents(lead, passage, clause)
    beside = _partners(lead, clause) if kind in _MAKING else ()
    agents = (*agents, *(p for p in beside if p not in agents and lead.kind_of(p) in AGENTS))
    told = [p for p in clause.phrases if p is not clause.topic and not (kind == "lawsuit" and p.role is Role.AT)]
    named = [m.entity for p in told for m in p.mentions]
    named += [m.entity for m in clause.head.heads] if clause.head is not None else []
    objects = tuple(dict.fromkeys(name for name in named if name not in agents and name not in beside))
    if stem(clause.predicate)[0] in _RAISING and (givers := _givers(lead, objects)):
        agents, objects = givers, (*agents, *(o for o in objects if o not in givers))
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
        kind=kind,
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


def _partners(lead: Lead, clause: Clause) -> tuple[str, ...]:
    """Who and what stands in ``A와`` beside those who act: made with it, not made."""
    with_it = [m for p in clause.with_role(Role.WITH) for m in p.heads]
    with_it += [m.head for p in clause.phrases for m in p.companions if m.head is not None]
    return tuple(dict.fromkeys(m.entity for m in with_it))


def _givers(lead: Lead, objects: tuple[str, ...]) -> tuple[str, ...]:
    """``A가 B의 투자를 유치``: B puts the money in."""
    return tuple(o for o in objects if lead.kind_of(o) in ("Organization", "Person"))


def _kind(clause: Clause, mode: str) -> str:
    if mode == modality.FORECAST:
        return "forecast"
    verbs = [stem(clause.predicate)[0]]
    told = [p for p in clause.phrases if p.role not in (Role.SUBJECT, Role.TOPIC, Role.AT)]
    if verbs[0] == "제기":
        sued = any(w.noun == "소송" for p in told for w in p.words)
        sued = sued or any(p.kind == "CourtCase" for phrase in told for p in phrase.pieces)
        return "lawsuit" if sued else "other"
    verbs += [w.noun for p in reversed(told) for w in reversed(p.words)]
    verbs += [stem(clause.matrix.predicate)[0]] if clause.matrix is not None else []
    return next((_KINDS[v] for v in verbs if v in _KINDS), "other")
