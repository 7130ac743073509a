"""Who claims what a clause says: the nearest voice first, the agent of the article last."""

from __future__ import annotations

from aikg.extraction.cues import cues
from aikg.extraction.frames import stem
from aikg.extraction.lead import Lead
from aikg.extraction.passages import Passage
from aikg.extraction.phrases import Clause, Phrase

_SAYING = cues("attribution", "saying")
_REPORTS = cues("attribution", "reports")


def claimants(lead: Lead, passage: Passage, clause: Clause | None, position: int) -> tuple[str, ...]:
    """Return the entities that claim what stands at ``position`` of a passage."""
    voices = (
        _according(lead, passage, position),
        _describing(lead, passage, position),
        _speaker(lead, clause),
        _actor(lead, passage, clause),
        lead.agents[:1],
    )
    return next((v for v in voices if v), ())


def _according(lead: Lead, passage: Passage, position: int) -> tuple[str, ...]:
    """``X에 따르면``, up to the end of the sentence."""
    named = [p for p in passage.phrases if p.after in ("따르다", "의하다") and p.start <= position]
    for phrase in reversed(named):
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
    return lead.agents[:1] if phrase.noun in _REPORTS else ()


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
        if agents:
            return agents[:1] if len(agents) > 3 else agents
    return ()
