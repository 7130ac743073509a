"""From a finding of the extraction to a candidate statement with all that it asserts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aikg.mapping.cleaning import clean, cut
from aikg.mapping.event_labels import event_labels
from aikg.mapping.figure_labels import figure_label
from aikg.mapping.known import Name
from aikg.mapping.labels import relation_label
from aikg.mapping.setting import Setting, period_of
from aikg.mapping.tables import measure_of, property_of, role_of
from aikg.model.extraction import Assertion, FoundEvent, FoundFigure, FoundRelation
from aikg.model.statement import Event, Figure, Statement
from aikg.model.timespan import TimeSpan
from aikg.vocabulary import iris
from aikg.vocabulary.concepts import concepts
from aikg.vocabulary.iris import concept

#: what a shape allows as the printed form of a figure
_LONGEST_PRINT = 60


def _told(setting: Setting, assertion: Assertion, period: TimeSpan | None) -> Assertion:
    """Return what an article asserts; what begins after the month of the issue cannot be a fact yet."""
    starts = period.earliest if period is not None else None
    if assertion.modality == "fact" and starts and setting.issued and starts > setting.issued:
        return replace(assertion, modality="expectation")
    return assertion


def _candidate(setting: Setting, name: str, label: Name, assertion: Assertion, ends: Sequence[str]) -> Statement:
    """Return a statement with what every finding has; ``ends`` are the keys of what it speaks of."""
    claimants = setting.claimants(assertion)
    about = [key for key in setting.mentioned(assertion.evidence) if key not in (*ends, *claimants)]
    return Statement(
        iri=f"{setting.iri}/c-{name}",
        article=setting.iri,
        ko=label.ko,
        en=label.en,
        modality=concept(f"modality/{assertion.modality}"),
        claimants=setting.roster.iris(claimants),
        evidence=setting.evidence(assertion.evidence),
        about=setting.roster.iris(about),
        review_status="candidate",
        confidence=str(setting.roster.least_sure(assertion.confidence, [*ends, *claimants])),
        rule=clean(assertion.rule) or None,
    )


def figure_statement(setting: Setting, found: FoundFigure, converted_from: str | None = None) -> Statement:
    """Return the statement that gives a figure; ``converted_from`` is the IRI of the figure that it only converts."""
    printed, period = cut(found.quantity.text, _LONGEST_PRINT), period_of(found.period)
    found = replace(found, assertion=_told(setting, found.assertion, period))
    name = setting.stable("figure", setting.digests(found.assertion.evidence), printed)
    ends = [*found.about, *found.baseline, *found.share_of, *([found.benchmark] if found.benchmark else [])]
    label = figure_label(setting.roster, found, setting.voice(found.assertion, *found.about), period)
    statement = _candidate(setting, name, label, found.assertion, ends)
    figure = Figure(
        iri=f"{setting.iri}/f-{name}",
        measure=concept(f"measure/{measure_of(found.measure, found.quantity.unit)}"),
        about=setting.roster.iris(found.about) or (setting.iri,),
        unit=concept(f"unit/{found.quantity.unit}"),
        bound=concept(f"bound/{found.quantity.bound}"),
        original_text=printed,
        value=found.quantity.value,
        minimum=found.quantity.minimum,
        maximum=found.quantity.maximum,
        period=period.notation if period else None,
        baseline=setting.roster.iris(found.baseline),
        share_of=setting.roster.iris(found.share_of),
        converted_from=converted_from,
        per=concept(f"unit/{found.quantity.per}") if found.quantity.per else None,
        benchmark=iris.entity(found.benchmark) if found.benchmark else None,
        comment_ko=cut(found.quantity.counted) if _is_lost(found) else "",
    )
    sure = statement.confidence if found.about else "low"
    return replace(statement, figures=(figure,), confidence=sure)


def _is_lost(found: FoundFigure) -> bool:
    """Tell whether only the counted noun says what was counted."""
    return found.quantity.unit == "item" and bool(found.quantity.counted)


def relation_statement(setting: Setting, found: FoundRelation) -> Statement:
    """Return the statement of a relation between two things."""
    ends, role, period = (found.subject, found.object), role_of(found.role), period_of(found.period)
    found = replace(found, assertion=_told(setting, found.assertion, period))
    kinds = [setting.roster.kind(key) for key in ends]
    predicate, swapped = property_of(found.predicate, *kinds)
    name = setting.stable(found.predicate, *ends, setting.digests(found.assertion.evidence))
    label = relation_label(setting.roster, found, setting.voice(found.assertion, *ends))
    statement = _candidate(setting, name, label, found.assertion, ends)
    subjects, objects = (setting.roster.iris([key]) for key in (reversed(ends) if swapped else ends))
    return replace(
        statement,
        subjects=subjects,
        predicate=predicate,
        objects=objects,
        roles=(concept(f"role/{role}"),) if role else (),
        period=period.notation if period else None,
    )


def event_statement(setting: Setting, found: FoundEvent) -> tuple[Statement, Event]:
    """Return an event and the statement that asserts it."""
    period = period_of(found.period)
    found = replace(found, assertion=_told(setting, found.assertion, period))
    place = found.place if found.place and setting.roster.kind(found.place) == "Place" else None
    ends = [*found.agents, *found.objects, *([place] if place else [])]
    name = setting.stable(found.kind, *found.agents, "", *found.objects, setting.digests(found.assertion.evidence[:1]))
    labels = event_labels(setting.roster, found, setting.voice(found.assertion, *found.agents), period)
    statement = _candidate(setting, name, labels.sentence, found.assertion, ends)
    kind = found.kind if f"event-type/{found.kind}" in concepts() else "other"
    event = Event(
        iri=f"{setting.iri}/e-{name}",
        kinds=(concept(f"event-type/{kind}"),),
        ko=labels.name.ko,
        en=labels.name.en,
        modality=statement.modality,
        period=period.notation if period else None,
        actors=setting.roster.iris(found.agents),
        concerns=setting.roster.iris(found.objects),
        place=iris.entity(place) if place else None,
    )
    return replace(statement, asserts=(event.iri,), period=event.period), event
