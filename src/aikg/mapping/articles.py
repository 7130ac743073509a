"""All candidates of an article: statements with figures and events, and the discrepancies between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aikg.mapping.contradictions import Contradiction, contradictions
from aikg.mapping.figure_labels import discrepancy_label
from aikg.mapping.findings import event_statement, figure_statement, relation_statement
from aikg.mapping.setting import Setting
from aikg.mapping.tables import stands_alone
from aikg.model.extraction import Extraction, FoundEvent, FoundFigure
from aikg.model.statement import Discrepancy, Event, Statement
from aikg.vocabulary.iris import concept

#: the rule of what the line of sources says; it becomes the description of the cited work
CITATION = "citation"


@dataclass(frozen=True)
class ArticleCandidates:
    """What the machine found in an article."""

    iri: str
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()


def article_candidates(setting: Setting, number: int, extraction: Extraction) -> ArticleCandidates:
    """Return the candidates of article ``number``, in the order in which they were found."""
    figures = [found for found in extraction.figures if found.assertion.article == number]
    statements = _figures(setting, figures)
    clashes = contradictions(figures)
    statements = _with_clashes(statements, clashes)
    discrepancies = tuple(_discrepancy(setting, figures, statements, clash) for clash in clashes)
    relations = [f for f in extraction.relations if f.assertion.article == number and f.assertion.rule != CITATION]
    events = [f for f in extraction.events if f.assertion.article == number and f.assertion.rule != CITATION]
    pairs = [event_statement(setting, found) for found in _together(filter(is_worth_telling, events))]
    statements += [relation_statement(setting, found) for found in relations]
    statements += [statement for statement, _ in pairs]
    return ArticleCandidates(
        setting.iri, tuple(_restating(statements)), tuple(event for _, event in pairs), discrepancies
    )


def is_worth_telling(found: FoundEvent) -> bool:
    """Tell whether an event says more than that somebody did something on a day."""
    return bool(found.objects) or (bool(found.agents) and stands_alone(found.kind))


def _together(events: Iterable[FoundEvent]) -> list[FoundEvent]:
    """Return each event once, with the evidence of every place that tells of it; the first place gives the rest."""
    first: dict[tuple[object, ...], FoundEvent] = {}
    for found in events:
        same = (found.kind, found.agents, found.objects, found.period, found.assertion.modality, found.place)
        known = first.setdefault(same, found)
        if known is not found:
            evidence = (*known.assertion.evidence, *found.assertion.evidence)
            first[same] = replace(known, assertion=replace(known.assertion, evidence=evidence))
    return list(first.values())


def _figures(setting: Setting, figures: Sequence[FoundFigure]) -> list[Statement]:
    """Return the statements of figures; a conversion points to the figure of its block that it converts."""
    by_block: dict[str, list[Statement]] = defaultdict(list)
    statements = []
    for found in figures:
        block = by_block[found.assertion.evidence[0].block if found.assertion.evidence else ""]
        index = found.quantity.converted_from
        source = block[index].figures[0].iri if index is not None and 0 <= index < len(block) else None
        statement = figure_statement(setting, found, source)
        block.append(statement)
        statements.append(statement)
    return statements


def _with_clashes(statements: Sequence[Statement], clashes: Sequence[Contradiction]) -> list[Statement]:
    """Return the statements with what they conflict with; of a contradiction nobody can be sure."""
    found = list(statements)
    for clash in clashes:
        for one, other in ((clash.one, clash.other), (clash.other, clash.one)):
            conflicts = (*found[one].conflicts_with, found[other].iri)
            sure = "low" if clash.kind == "internal-contradiction" else found[one].confidence
            found[one] = replace(found[one], conflicts_with=conflicts, confidence=sure)
    return found


def _discrepancy(
    setting: Setting, figures: Sequence[FoundFigure], statements: Sequence[Statement], clash: Contradiction
) -> Discrepancy:
    label = discrepancy_label(setting.roster, clash.kind, figures[clash.one], figures[clash.other])
    pair = (statements[clash.one].iri, statements[clash.other].iri)
    name = setting.stable("discrepancy", clash.kind, *pair)
    kind = concept(f"discrepancy-type/{clash.kind}")
    return Discrepancy(f"{setting.iri}/d-{name}", kind, pair, label.ko, label.en, review_status="candidate")


def _restating(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements; one of a title, key point or subhead restates the first of the body that says the same."""
    said: dict[tuple[object, ...], str] = {}
    for statement in statements:
        if not _is_summary(statement):
            said.setdefault(_content(statement), statement.iri)
    return [
        replace(statement, restates=(said[_content(statement)],))
        if _is_summary(statement) and _content(statement) in said
        else statement
        for statement in statements
    ]


def _is_summary(statement: Statement) -> bool:
    return any(locator.block[:1] in "tkh" for locator in statement.evidence[:1])


def _content(statement: Statement) -> tuple[object, ...]:
    figures = [(f.measure, f.about, f.unit, f.value, f.minimum, f.maximum) for f in statement.figures]
    kind = "event" if statement.asserts else "figure" if figures else "relation"
    labels = statement.ko if statement.asserts else ""
    return (kind, statement.subjects, statement.predicate, statement.objects, *figures, statement.modality, labels)
