"""Modality of a clause: fact, forecast, plan and so on, by its own words first, then by the clause it is said in.

Names are those of the modality scheme. The narrowest clause decides; a linking ending without past tense
(-고, -며, -아) takes over the modality of the clause that follows, a past tense does not.
"""

from __future__ import annotations

from aikg.extraction.cues import classes, cues
from aikg.extraction.phrases import Clause, Phrase

FACT, FORECAST, PLAN = "fact", "forecast", "plan"

#: nouns that tell a modality when they follow what is planned or expected
NOUNS = classes("modality", "nouns")
_FORESEEING = cues("modality", "verbs", "foreseeing")
_FINDING = cues("modality", "verbs", "finding")
_AGREEING = cues("modality", "verbs", "agreeing")
_ADVISING = cues("modality", "verbs", "advising")
_CHAINING = cues("modality", "verbs", "chaining")


def of_clause(clause: Clause, clauses: list[Clause]) -> str:
    """Return the modality of ``clause``, one of the ``clauses`` of its block in their order."""
    own = _own(clause)
    if own is not None:
        return own
    if clause.word.ending == "ETM" and clause.head is not None:
        main = _main(clause, clauses)
        return FACT if is_over(clause) or main is None else of_clause(main, clauses)
    if clause.word.past or (clause.ending != "noun" and clause.connective_ends):
        return FACT
    following = _following(clause, clauses)
    return of_clause(following, clauses) if following is not None else FACT


def _own(clause: Clause) -> str | None:
    mood = clause.mood.removesuffix("하")
    if mood in NOUNS or mood in _FORESEEING:
        return NOUNS.get(mood, FORECAST)
    if mood.startswith(tuple(_FINDING)):
        return FACT
    if clause.mood == "필요" or clause.word.connective in ("어야", "아야", "여야"):
        return "recommendation"
    if clause.word.will:
        return PLAN
    if clause.matrix is not None:
        return _said(clause, clause.matrix)
    noun = clause.predicate.removesuffix("하다").removesuffix("되다")
    if noun in _FORESEEING:
        return NOUNS.get(noun, FORECAST)
    return None


def _said(clause: Clause, matrix: Clause) -> str | None:
    verb = matrix.predicate.removesuffix("다")
    verb = verb if verb == "하" else verb.removesuffix("하").removesuffix("되")
    if clause.ending == "ETN" and verb in _AGREEING:
        return PLAN
    if verb in _FORESEEING:
        return FORECAST
    if verb in _ADVISING and clause.word.connective in ("라고", "자고", "어야", "다고") and clause.mood:
        return "recommendation"
    return None


def is_over(clause: Clause) -> bool:
    """Tell whether an adnominal verb tells of what is done (``투자한``, not ``투자하는``)."""
    return clause.word.connective in ("ᆫ", "은") and not clause.word.adjective


def _main(clause: Clause, clauses: list[Clause]) -> Clause | None:
    """Return the clause that the head of an adnominal clause belongs to."""
    at = clauses.index(clause)
    return next((c for c in clauses[at + 1 :] if clause.head in c.phrases), None)


def _opens_ahead(clause: Clause) -> bool:
    first = clause.phrases[:2]
    ahead = any(w.noun in ("향후", "앞으로", "추후", "이후") for p in first for w in p.words)
    return ahead or any(p.dates and not p.mentions for p in first)


def _following(clause: Clause, clauses: list[Clause]) -> Clause | None:
    if clause.word.connective not in _CHAINING:
        return None
    at = clauses.index(clause) + 1
    for other in clauses[at:]:
        if (other.head is None and other.ending != "ETM") or other.mood:
            return other if other.subject in (None, clause.subject) and other.topic is clause.topic else None
    return None


def agrees(clause: Clause) -> bool:
    """Tell whether the verb of a clause is one of agreeing on what is to come (``투자에 합의``)."""
    return clause.predicate.removesuffix("다").removesuffix("하").removesuffix("되") in _AGREEING


def foresees(clause: Clause) -> bool:
    """Tell whether the verb of a clause is one of foreseeing (``가트너가 예측한``)."""
    return clause.predicate.removesuffix("다").removesuffix("하").removesuffix("되") in _FORESEEING


def of_phrase(phrase: Phrase, position: int) -> str | None:
    """Return what nouns behind ``position`` in the same phrase make of it (``40억 달러의 투자 계획``), if anything."""
    for word in phrase.words:
        if word.start >= position and word.noun in NOUNS:
            return NOUNS[word.noun]
    return None
