"""What is joined across a clause: gapped clauses, names before and behind a relative clause, subjects side by side."""

from __future__ import annotations

from itertools import pairwise

from aikg.extraction.cues import cues
from aikg.extraction.eojeol import Role, Word
from aikg.extraction.phrases import Phrase

_TOGETHER = cues("phrases", "together")


def gapped(phrases: list[Phrase]) -> tuple[list[list[Phrase]], list[Phrase]]:
    """Part the phrases of ``A는 B를, C는 D를`` from each other, the last of them apart."""
    cuts = [
        at
        for at in range(2, len(phrases))
        if phrases[at].role in (Role.TOPIC, Role.SUBJECT)
        and phrases[at - 1].words[-1].comma
        and phrases[at - 1].role in (Role.OBJECT, Role.TO, Role.BY)
    ]
    bounds = [0, *cuts, len(phrases)]
    parts = [phrases[a:b] for a, b in pairwise(bounds)]
    agents = all(p and p[0].role in (Role.TOPIC, Role.SUBJECT) for p in parts)
    return (parts[:-1], parts[-1]) if cuts and agents else ([], phrases)


def coordinated(words: list[Word], at: int) -> Phrase | None:
    """``A와`` of ``A와 로봇이 쓰는 B를 공개``: who acts is known, so 로봇이 belongs to the adnominal verb."""
    end = next((i for i in range(at, len(words)) if words[i].role is not Role.NONE or words[i].is_predicate), None)
    if end is None or words[end].role is not Role.WITH or not words[end].pieces:
        return None
    behind = next((i for i in range(end + 1, len(words)) if words[i].role is not Role.NONE), len(words))
    if behind >= len(words) or words[behind].role is not Role.SUBJECT:
        return None
    following = words[end + 1 : behind + 1]
    if any(w.pieces or w.is_predicate or w.adverb or w.noun in _TOGETHER for w in following):
        return None
    verbs = [w for w in words[behind + 1 :] if w.is_predicate]
    adnominal = next((i for i, w in enumerate(verbs) if w.ending == "ETM"), None)
    return Phrase(words[at : end + 1], Role.WITH) if adnominal is not None and adnominal < 3 else None


def beside(stack: list[Phrase]) -> list[Phrase]:
    """The subject of ``A가 x%,`` that goes on with ``B가 y%로``."""
    if len(stack) < 2 or not stack[-1].quantities or not stack[-1].words[-1].comma:
        return []
    return [stack[-2]] if stack[-2].role is Role.SUBJECT else []
