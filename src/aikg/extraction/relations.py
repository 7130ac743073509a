"""All relations of an article: by verbs, by the order of names, by names themselves, by its citations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aikg.extraction import modality
from aikg.extraction.adjacency import adjacent
from aikg.extraction.attribution import claimants
from aikg.extraction.discourse import across
from aikg.extraction.evaluation import evaluations
from aikg.extraction.families import Named, kinships
from aikg.extraction.frames import Telling, tellings
from aikg.extraction.lead import Lead
from aikg.extraction.passages import Passage
from aikg.extraction.phrases import Clause
from aikg.model.extraction import Assertion, Confidence, FoundRelation, Mention, Span

#: relations that hold whatever is planned: names and places do not wait for a plan
_TIMELESS = frozenset(("locatedIn", "partOf", "variantOf", "versionOf", "comparedWith", "evaluatedOn", "holdsPosition"))


def relations(lead: Lead) -> Iterator[FoundRelation]:
    """Yield each relation of the article, as often as it is said, then the makers of variants."""
    said = list(_said(lead))
    yield from said
    yield from _makers_of_variants(said)


def _makers_of_variants(said: list[FoundRelation]) -> Iterator[FoundRelation]:
    """Who releases a product releases its variants and versions."""
    makers = {
        r.subject: r.object for r in said if r.predicate == "releasedBy" and r.assertion.modality == modality.FACT
    }
    for relation in said:
        maker = makers.get(relation.object)
        if relation.predicate in ("variantOf", "versionOf") and maker is not None and relation.subject not in makers:
            assertion = replace(relation.assertion, rule="article.maker-of-variant", confidence=Confidence.MEDIUM)
            yield FoundRelation(assertion, relation.subject, "releasedBy", maker)


def _said(lead: Lead) -> Iterator[FoundRelation]:
    for passage in lead.passages:
        for clause in passage.clauses:
            for telling in tellings(clause, lead.kind_of):
                yield _told(lead, passage, clause, telling)
        for found in [*adjacent(passage, lead.kind_of), *evaluations(passage, lead.kind_of)]:
            yield _stands(lead, passage, f"names.{found.rule}", found.subject, found.predicate, found.object)
    for passage, found in across(lead):
        yield _stands(lead, passage, f"article.{found.rule}", found.subject, found.predicate, found.object)
    yield from _kin(lead)


def _told(lead: Lead, passage: Passage, clause: Clause, telling: Telling) -> FoundRelation:
    mode = modality.of_clause(clause, passage.clauses)
    timeless = telling.predicate in _TIMELESS
    return FoundRelation(
        Assertion(
            lead.number,
            (_span(passage, clause.start, clause.end, telling.subject, telling.object),),
            modality.FACT if timeless and mode != "allegation" else mode,
            claimants(lead, passage, clause, telling.object.span.start),
            f"frame.{telling.frame.name}",
            Confidence.MEDIUM if telling.implied else Confidence.HIGH,
        ),
        telling.subject.entity,
        telling.predicate,
        telling.object.entity,
    )


def _stands(lead: Lead, passage: Passage, rule: str, subject: Mention, predicate: str, other: Mention) -> FoundRelation:
    first, last = sorted((subject.span, other.span))
    clause = passage.clause_at(first.start)
    return FoundRelation(
        Assertion(
            lead.number,
            (passage.span(first.start, last.end),),
            modality.FACT,
            claimants(lead, passage, clause, first.start),
            rule,
            Confidence.MEDIUM if rule.startswith("article.") else Confidence.HIGH,
        ),
        subject.entity,
        predicate,
        other.entity,
    )


def _span(passage: Passage, start: int, end: int, subject: Mention, other: Mention) -> Span:
    start = min(start, subject.span.start, other.span.start)
    end = max(end, subject.span.end, other.span.end)
    return passage.span(start, end)


def _kin(lead: Lead) -> Iterator[FoundRelation]:
    places: dict[tuple[str, str], Span] = {}
    for passage in lead.passages:
        for mention in passage.mentions:
            places.setdefault((mention.entity, mention.text), mention.span)
    names = [Named(entity, lead.kind_of(entity), text) for entity, text in places]
    names += [Named(entity, "Place", text) for entity, text in lead.places]
    for kin in kinships(names):
        yield FoundRelation(
            Assertion(
                lead.number,
                (places[kin.subject.entity, kin.subject.name],),
                modality.FACT,
                lead.agents[:1],
                f"names.{kin.rule}",
                Confidence.MEDIUM,
            ),
            kin.subject.entity,
            kin.predicate,
            kin.object.entity,
        )
