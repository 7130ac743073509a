"""What is joined across a clause: gapped clauses, names before and behind a relative clause, subjects side by side."""

from __future__ import annotations

from itertools import pairwise

from aikg.extraction.cues import cues
from aikg.extraction.eojeol import Role, Word
from aikg.extraction.phrases import Phrase

_TOGETHER = cues("phrases", "together")
#: with these verbs ``A와 x를 V한 B`` tells what B is made of
_COMBINING = ("결합", "통합", "연동", "접목", "합치")


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


def coordinated(words: list[Word], at: int, *, subject_known: bool) -> Phrase | None:
    """Return ``A와`` of ``A와 로봇이 쓰는 B를 공개`` or ``A와 그림을 그리는 B``, which goes with B.

    Before a subject (로봇이) that is so where ``subject_known`` tells who acts in the main clause; before an object
    where A and B are of one kind.
    """
    end = next((i for i in range(at, len(words)) if words[i].role is not Role.NONE or words[i].is_predicate), None)
    if end is None or words[end].role is not Role.WITH or not words[end].pieces:
        return None
    verb = next((i for i in range(end + 1, len(words)) if words[i].is_predicate), len(words))
    behind = next((i for i in range(end + 1, verb) if words[i].role not in (Role.NONE, Role.WITH, Role.OF)), verb)
    following = words[end + 1 : verb]
    if behind >= verb or any(p.kind for w in following for p in w.pieces) or following[0].noun in _TOGETHER:
        return None
    if following[0].adverb:
        return None
    joined = Phrase(words[at : end + 1], Role.WITH)
    if words[behind].role is Role.SUBJECT and subject_known:
        verbs = [w for w in words[behind + 1 :] if w.is_predicate]
        adnominal = next((i for i, w in enumerate(verbs) if w.ending == "ETM"), len(verbs))
        return joined if adnominal < min(3, len(verbs)) else None
    if words[behind].role in (Role.OBJECT, Role.BY, Role.TO) and verb + 1 < len(words):
        combined = words[verb].lemma.startswith(_COMBINING) and not any(w.role is Role.WITH for w in following)
        name = words[verb + 1]
        alike = name.pieces and name.pieces[0].kind == words[end].pieces[-1].kind != ""
        return joined if words[verb].ending == "ETM" and alike and not combined else None
    return None


def beside(stack: list[Phrase]) -> list[Phrase]:
    """The subject of ``A가 x%,`` that goes on with ``B가 y%로``."""
    if len(stack) < 2 or not stack[-1].quantities or not stack[-1].words[-1].comma:
        return []
    return [stack[-2]] if stack[-2].role is Role.SUBJECT else []
