"""Clauses: a predicate with the phrases that belong to it.

Korean puts the predicate last, so a stack of open phrases is enough: a predicate takes those before it. An adnominal
predicate takes its own and leaves the rest to the main one. Which of the two the subject belongs to is told by the
gap: a verb with an object of its own describes its agent, one without describes its object.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from aikg.extraction.coordination import beside, coordinated, gapped
from aikg.extraction.cues import cues
from aikg.extraction.eojeol import Role, Word
from aikg.extraction.phrases import Clause, Phrase, joins
from aikg.model.extraction import DateMention, Quantity

#: nouns that make a mood of the clause before them
MOOD_NOUNS = cues("clauses", "mood")
_POSTPOSITIONS = cues("clauses", "postpositions")
_AFTER = cues("clauses", "after")
_DUTY = cues("clauses", "duty")
_LISTING = cues("clauses", "listing")
_SAYING = cues("clauses", "saying")
_HAPPENING = ("열리다", "개최되다", "진행되다", "출범하다", "개막하다")
_PASSIVE = ("되다", "받다", "당하다", "지다", "있다", "없다", "같다", "다르다")


@dataclass(slots=True)
class _State:
    stack: list[Phrase] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    relative: list[Clause] = field(default_factory=list)
    subject: Phrase | None = None
    topic: Phrase | None = None
    waiting: list[Clause] = field(default_factory=list)
    including: list[Phrase] = field(default_factory=list)
    coordinated: list[Phrase] = field(default_factory=list)


def parse(words: list[Word], *, headline: bool = False) -> tuple[list[Clause], list[Phrase]]:
    """Return the clauses and the phrases of a block, in the order of their predicates and words.

    ``headline``: the first phrase, if a comma ends it, is the subject.
    """
    state, at = _State(), 0
    phrases: list[Phrase] = []
    while at < len(words):
        word = words[at]
        if word.is_predicate:
            at = _predicate(state, words, at)
        elif word.adverb and not word.pieces:
            at += 1
        else:
            apart = coordinated(words, at) if state.topic is not None else None
            if apart is not None:
                phrases.append(apart)
                _describe(state, apart)
                state.coordinated.append(apart)
                at += len(apart.words)
                continue
            phrase, at = _phrase(words, at, first=headline and not phrases)
            phrases.append(phrase)
            _describe(state, phrase)
            if state.coordinated and phrase.modifiers and phrase.heads:
                phrase.including, state.coordinated = [*state.coordinated, *phrase.including], []
            _place(state, phrase, last=at >= len(words) or _ends(words, at))
    return state.clauses, phrases


def _describe(state: _State, phrase: Phrase) -> None:
    phrase.modifiers, state.relative = state.relative, []
    phrase.including, state.including = state.including, []
    for clause in phrase.modifiers:
        clause.head = phrase


def _ends(words: list[Word], at: int) -> bool:
    return words[at - 1].comma and words[at - 1].role is Role.NONE


def _phrase(words: list[Word], at: int, *, first: bool) -> tuple[Phrase, int]:
    begin = at
    while True:
        word = words[at]
        at += 1
        following = words[at] if at < len(words) else None
        if first and word.comma and word.role is Role.NONE:
            return Phrase(words[begin:at], Role.SUBJECT), at
        if following is None or not joins(word, following) or _stands_alone(words[begin:at], following):
            return Phrase(words[begin:at], word.role, word.topic), at


def _stands_alone(words: list[Word], following: Word) -> bool:
    """Tell whether the words end here: a date that says when, a figure before a comma, ``등`` before a figure."""
    pieces = [p.what for w in words for p in w.pieces]
    figure = any(isinstance(p.what, Quantity) for p in following.pieces)
    if (words[-1].noun == "등" and figure) or (words[-1].noun in _AFTER and words[-1].comma):
        return True
    if len(words) != 1 or not pieces:
        return False
    if words[0].comma and all(isinstance(p, Quantity) for p in pieces):
        return True
    if all(isinstance(p, DateMention) and p.notation.endswith("..") for p in pieces):  # 3월 2일부터
        return True
    return not figure and all(isinstance(p, DateMention) for p in pieces)


def _place(state: _State, phrase: Phrase, *, last: bool) -> None:
    if phrase.role in (Role.TOPIC, Role.SUBJECT):
        phrase.beside = beside(state.stack)
    if phrase.role is Role.TOPIC or (phrase.topic and phrase.role is Role.SUBJECT):
        state.topic, state.subject = phrase, None
        state.stack = [p for p in state.stack if p.role is not Role.SUBJECT]
    if last and phrase.role is Role.NONE and phrase.noun:
        _verbal_noun(state, phrase)
        return
    state.stack.append(phrase)
    if phrase.role is Role.SUBJECT:
        state.subject = phrase


def _verbal_noun(state: _State, phrase: Phrase) -> None:
    nouns = [w for w in phrase.words if w.noun]
    mood, verb = "", nouns[-1]
    if verb.noun in MOOD_NOUNS and len(nouns) > 1:
        mood, verb = verb.noun, nouns[-2]
    elif verb.noun in _AFTER and len(nouns) > 1 and not nouns[-2].pieces:  # 출시 후,
        verb = nouns[-2]
    before = phrase.words[: phrase.words.index(verb)]
    if before:
        bare = Phrase(before, before[-1].role, modifiers=phrase.modifiers)
        state.stack.append(bare)
    _close(state, verb.noun + "하다", verb, "noun", mood, end=phrase.end)
    _release(state)


def _predicate(state: _State, words: list[Word], at: int) -> int:
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if word.connective in _DUTY and following is not None and following.lemma in ("하다", "되다"):
        behind = words[at + 2] if at + 2 < len(words) else None
        if following.ending == "ETM" and (behind is None or behind.noun not in MOOD_NOUNS):  # 해야 할 X
            _relative(state, word)
            return at + 2
    if word.ending == "ETM":
        if following is not None and following.noun in MOOD_NOUNS and not following.pieces:
            return _with_mood(state, words, at)
        listing = Role.WITH if word.lemma == "같다" else Role.OBJECT
        if word.lemma in _LISTING and state.stack and state.stack[-1].role is listing:
            state.including.append(state.stack.pop())
            return at + 1
        if word.lemma in _POSTPOSITIONS and state.stack and state.stack[-1].role is not Role.SUBJECT:
            state.stack[-1].after = f"{word.lemma} ETM"
            return at + 1
        _relative(state, word)
        return at + 1
    if word.lemma in _POSTPOSITIONS and word.ending in ("EC", "") and state.stack:
        state.stack[-1].after = word.lemma
        return at + 1
    if word.ending == "ETN" and word.role is Role.BY:
        return _agreed(state, words, at)
    mood = word.noun if word.lemma == "이다" and word.noun in MOOD_NOUNS else ""
    before = state.subject
    _close(state, word.lemma, word, word.ending or "EF", mood)
    if word.connective in _SAYING:
        state.clauses[-1].quoted = True
        state.waiting.append(state.clauses[-1])
        _outer_subject(state, before)
    else:
        _release(state)
    return at + 1


def _agreed(state: _State, words: list[Word], at: int) -> int:
    """-기로 합의, -기로 결정: what is agreed on waits for the verb behind it."""
    word = words[at]
    _close(state, word.lemma, word, "ETN", "")
    state.waiting.append(state.clauses[-1])
    return at + 1


def _with_mood(state: _State, words: list[Word], at: int) -> int:
    word, noun = words[at], words[at + 1]
    after = words[at + 2] if at + 2 < len(words) else None
    if noun.noun == "수" and after is not None and after.ending == "ETM":
        further = words[at + 3] if at + 3 < len(words) else None
        if further is None or further.noun not in MOOD_NOUNS:
            _relative(state, word)
            state.clauses[-1].mood = "가능"
            return at + 3
    before = state.subject
    _close(state, word.lemma, word, "ETM", noun.noun)
    clause = state.clauses[-1]
    if noun.noun == "것" and after is not None:
        clause.mood = after.noun or after.lemma.removesuffix("다")
        clause.quoted = noun.role is Role.BY
        state.waiting.append(clause)
        _outer_subject(state, before)
    elif noun.noun == "수":
        clause.mood = "가능" if after is None or after.lemma != "없다" else "불가능"
        return at + 3
    elif noun.is_predicate or (after is not None and after.is_predicate and after.lemma == "이다"):
        return at + 2
    return at + 2


def _close(state: _State, predicate: str, word: Word, ending: str, mood: str, end: int | None = None) -> None:
    phrases = list(state.stack)
    state.stack = []
    subjects = [p for p in phrases if p.role is Role.SUBJECT]
    if not subjects and phrases and phrases[0].role is Role.ALSO and phrases[0].mentions:
        others = any(p.role in (Role.OBJECT, Role.TO) for p in phrases[1:])
        subjects = phrases[:1] if others or state.topic is None else []
    if subjects:
        state.subject = subjects[-1]
    firsts, phrases = gapped(phrases)
    for first in firsts:  # A는 B를, C는 D를 공개: the verb is that of both
        agent = first[0]
        topic = agent if agent.role is Role.TOPIC else None
        state.clauses.append(
            Clause(predicate, word, agent.start, first[-1].end, ending, first, None if topic else agent, topic, mood)
        )
    start = min([p.start for p in phrases] + [word.start])
    clause = Clause(predicate, word, start, end or word.end, ending, phrases, state.subject, state.topic, mood)
    state.clauses.append(clause)


def _outer_subject(state: _State, before: Phrase | None) -> None:
    """What is said or expected has a subject of its own; who says it is the topic, or the subject before."""
    if state.topic is not None:
        state.subject = None
    elif before is not None and before is not state.subject:
        state.subject = before


def _release(state: _State) -> None:
    """The clause just closed is the one that the waiting ones are said in."""
    for clause in state.waiting:
        clause.matrix = state.clauses[-1]
    state.waiting = []


def _of_main(state: _State, word: Word, has_object: bool) -> bool:
    """Tell whether a date behind the subject belongs to the main clause."""
    below = state.stack[-2] if len(state.stack) > 1 else None
    if below is None:
        return False
    if below.role is Role.TOPIC or below.topic:
        return True
    return below.role is Role.SUBJECT and (has_object or word.lemma.endswith(_PASSIVE))


def _relative(state: _State, word: Word) -> None:
    taken: list[Phrase] = []
    has_object = False
    while state.stack:
        phrase = state.stack[-1]
        if phrase.role in (Role.TOPIC, Role.SINCE) or phrase.topic:
            break
        if phrase.role is Role.SUBJECT:
            placed = word.lemma in _HAPPENING and any(p.role is Role.AT for p in taken)  # its subject stands behind it
            if placed or has_object or (word.lemma.endswith(_PASSIVE) and len(state.stack) == 1 and phrase.heads):
                break
            taken.append(state.stack.pop())
            break
        if phrase.role is Role.NONE and phrase.dates and not phrase.mentions and _of_main(state, word, has_object):
            break
        if phrase.role in (Role.OBJECT, Role.ALSO) and not phrase.after:
            if has_object:
                break
            has_object = True
        taken.append(state.stack.pop())
    taken.reverse()
    subject = next((p for p in taken if p.role is Role.SUBJECT), None)
    if subject is not None and state.subject is subject:
        state.subject = next((p for p in reversed(state.stack) if p.role is Role.SUBJECT), None)
    clause = Clause(
        word.lemma, word, min([p.start for p in taken] + [word.start]), word.end, "ETM", taken, subject, None
    )
    done = state.subject is not None and not state.subject.mentions and state.subject not in state.stack
    if done and state.topic is not None:  # A는 로봇이 보고 옮기는 B를 공개: what the robot does ends here
        state.subject = None
    clause.outer = state.subject or state.topic
    state.clauses.append(clause)
    state.relative.append(clause)
    if word.lemma == "이다":  # A가 참여하는 연합체인 B: what describes the noun describes B
        state.relative += [c for p in taken if p.role is Role.NONE for c in p.modifiers]
