"""Who claims what a clause says: the nearest voice first, the agent of the article last."""

from __future__ import annotations

import re

from aikg.extraction.cues import cues
from aikg.extraction.frames import stem
from aikg.extraction.lead import AGENTS, Lead
from aikg.extraction.passages import Passage
from aikg.extraction.phrases import Clause, Phrase
from aikg.model.brief import Kind
from aikg.model.extraction import DateMention, Mention

_SAYING = cues("attribution", "saying")
_REPORTS = cues("attribution", "reports")
_DATED = re.compile(r"[,，]\s*[‘'’]?\d{2,4}(?:\.\s?\d{1,2}){1,2}\.?\)\s*$")


def claimants(
    lead: Lead, passage: Passage, clause: Clause | None, position: int, *, aside: bool = False
) -> tuple[str, ...]:
    """Return the entities that claim what stands at ``position`` of a passage.

    Where nobody is named the agent of the article speaks, unless the article tells of a gathering, the clause of
    another day than the lead, or (``aside``) the words are only an explanation: then the brief itself does.
    """
    voices = (
        _according(lead, passage, position),
        _describing(lead, passage, position),
        _cited(lead, passage),
        _speaker(lead, clause),
        _actor(lead, passage, clause),
    )
    named = next((v for v in voices if v), ())
    elsewhere = _of_another_day(lead, passage, clause) or _names_a_source(passage, position)
    if named or aside or lead.by_gathering or elsewhere:
        return named
    return lead.agents[:1]


def _names_a_source(passage: Passage, position: int) -> bool:
    """``X의 설문조사에 따르면``: X says so, even where X is nothing that speaks (a site, a model)."""
    return any(p.mentions and p.noun in _REPORTS for p in _sources(passage, position))


def _sources(passage: Passage, position: int) -> list[Phrase]:
    """``X에 따르면``, ``X에 의하면`` before a position."""
    return [p for p in passage.phrases if p.after in ("따르다", "의하다") and p.start <= position]


def _cited(lead: Lead, passage: Passage) -> tuple[str, ...]:
    """``(매체, 2024.1)`` at the end of a note."""
    if passage.block.kind is not Kind.NOTE or not passage.text.rstrip().endswith(")"):
        return ()
    last = passage.words[-1].asides if passage.words else []
    named = [p.what.entity for p in last if isinstance(p.what, Mention) and lead.kind_of(p.what.entity) in AGENTS]
    dated = any(isinstance(p.what, DateMention) for p in last) or _DATED.search(passage.text)
    return tuple(named[:1]) if dated else ()


def _of_another_day(lead: Lead, passage: Passage, clause: Clause | None) -> bool:
    """``법안은 2월 13일 표결에서 ... 통과됨``: no news of the lead day."""
    if clause is None or lead.date is None:
        return False
    days = {d.notation.rstrip(".") for p in clause.phrases for d in p.dates if len(d.notation.rstrip(".")) == 10}
    return bool(days) and lead.date not in days


def _according(lead: Lead, passage: Passage, position: int) -> tuple[str, ...]:
    """``X에 따르면``, up to the end of the sentence."""
    for phrase in reversed(_sources(passage, position)):
        agents = _voice(lead, phrase)
        if agents:
            return agents
    return ()


def _voice(lead: Lead, phrase: Phrase) -> tuple[str, ...]:
    agents = lead.agents_of(phrase)
    if agents:
        return agents
    for owner in phrase.owners:
        found = tuple(m.entity for m in owner.mentions if lead.kind_of(m.entity) in ("Organization", "Person"))
        if found:
            return found[-1:]
    for clause in phrase.modifiers:  # X가 발표한 보고서에 따르면
        found = lead.agents_of(clause.subject)
        if found:
            return found
    return lead.agents[:1] if phrase.noun in _REPORTS and not phrase.mentions else ()


def _describing(lead: Lead, passage: Passage, position: int) -> tuple[str, ...]:
    """``가트너가 예측한 1,190억 달러``: who says it stands in the clause before it."""
    phrase = passage.phrase_at(position)
    for clause in phrase.modifiers if phrase is not None else ():
        if stem(clause.predicate)[0] in _SAYING and clause.subject is not None:
            return lead.agents_of(clause.subject)
    return ()


def _speaker(lead: Lead, clause: Clause | None) -> tuple[str, ...]:
    matrix = clause.matrix if clause is not None else None
    while matrix is not None:
        agents = lead.agents_of(matrix.agent)
        if agents:
            return agents
        matrix = matrix.matrix
    return ()


def _actor(lead: Lead, passage: Passage, clause: Clause | None) -> tuple[str, ...]:
    if clause is None:
        return ()
    for phrase in (clause.subject, clause.topic, clause.outer):
        agents = lead.agents_of(phrase)
        if phrase is not None and agents:
            return agents if len(phrase.heads) <= 3 else ()  # of many at once none speaks
    return ()
