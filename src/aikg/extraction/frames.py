"""Relations that a verb tells, by the frames of ``frames.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from aikg.extraction.clauses import MOOD_NOUNS
from aikg.extraction.cues import cues
from aikg.extraction.eojeol import Role
from aikg.extraction.passages import Kinds
from aikg.extraction.phrases import Clause, Phrase
from aikg.extraction.slots import Slots, slots_of
from aikg.model.extraction import Mention

_AGENTS = frozenset(("Organization", "Person", "Group"))
_DECIDING = cues("frames", "deciding")
_OF_BODIES = frozenset(("releasedBy", "offers"))
_PASSIVE = ("되다", "받다", "당하다", "지다")


@dataclass(frozen=True)
class Frame:
    """A frame: see the head of ``frames.toml``."""

    name: str
    verbs: frozenset[str]
    slots: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    say: tuple[tuple[str, str, str], ...]
    passive: str
    event: str
    without: frozenset[str] = frozenset()
    main: bool = False

    def fits(self, verb: str) -> bool:
        """Tell whether the frame is one of ``verb``."""
        return verb in self.verbs or ("*" in self.verbs and verb not in self.without)


@dataclass(frozen=True, slots=True)
class Telling:
    """What a frame found in a clause."""

    frame: Frame
    clause: Clause
    subject: Mention
    predicate: str
    object: Mention
    implied: bool


@cache
def frames() -> tuple[Frame, ...]:
    """Return the frames in their order."""
    table = tomllib.loads((files("aikg.extraction") / "frames.toml").read_text(encoding="utf-8"))
    kinds: dict[str, str] = table["kinds"]
    return tuple(
        Frame(
            name=row["name"],
            verbs=frozenset(row["verbs"].split()),
            slots={
                slot: frozenset(k for group in groups.split() for k in kinds[group].split())
                for slot, groups in row["slots"].items()
            },
            nouns={slot: frozenset(words.split()) for slot, words in row.get("nouns", {}).items()},
            say=tuple((s, p, o) for s, p, o in (line.split() for line in row["say"])),
            passive=row.get("passive", ""),
            event=row.get("event", ""),
            without=frozenset(row.get("not", "").split()),
            main=row.get("main", False),
        )
        for row in table["frame"]
    )


def stem(predicate: str) -> tuple[str, bool]:
    """Return the stem of a predicate and whether it is passive.

    >>> stem("공개하다"), stem("공개되다"), stem("선보이다")
    (('공개', False), ('공개', True), ('선보이', False))
    """
    for ending in ("하다", *_PASSIVE):
        if predicate.endswith(ending) and len(predicate) > len(ending):
            return predicate.removesuffix(ending), ending in _PASSIVE
    return predicate.removesuffix("다"), False


def tellings(clause: Clause, kind_of: Kinds) -> Iterator[Telling]:
    """Yield every relation that a frame finds in ``clause``: in its verb, in verbal nouns (``투자 계획을 공개``)."""
    slots = slots_of(clause)
    verb, passive = stem(clause.predicate)
    if clause.quoted and clause.subject is None and verb in _DECIDING:  # A는 위원회에서 법을 승인했다고 발표
        slots.names["subject"] = slots.of_kind("at", ("Organization",), kind_of) or slots.get("subject")
    yield from _told(verb, clause, slots, passive=passive, kind_of=kind_of)
    if clause.ending == "ETN" and clause.matrix is not None and not clause.matrix.phrases:  # -기로 약속
        yield from _told(stem(clause.matrix.predicate)[0], clause, slots, passive=False, kind_of=kind_of)
    for phrase in clause.phrases:
        for noun in _verbal_nouns(phrase):
            if noun != verb:
                yield from _told(noun, clause, _with_own(slots, phrase), passive=False, kind_of=kind_of)


def _verbal_nouns(phrase: Phrase) -> list[str]:
    """Verbal nouns that close a phrase, a noun of mood behind them or none."""
    nouns = [w.noun for w in phrase.words if w.noun and not w.pieces]
    closing = [n for n in nouns[-2:] if n not in MOOD_NOUNS][-1:]
    return [n for n in closing if n in _known_verbs()] if phrase.role is not Role.SUBJECT else []


@cache
def _known_verbs() -> frozenset[str]:
    return frozenset(verb for frame in frames() for verb in frame.verbs)


@cache
def _frames_of(verb: str) -> tuple[Frame, ...]:
    return tuple(frame for frame in frames() if frame.fits(verb))


def _with_own(slots: Slots, phrase: Phrase) -> Slots:
    """The slots with the names inside the phrase as objects of its noun."""
    names = {**slots.names, "object": [*slots.get("object"), *phrase.mentions]}
    return Slots(names, {**slots.nouns, "object": slots.nouns.get("object", set())}, slots.implied)


def _told(verb: str, clause: Clause, slots: Slots, *, passive: bool, kind_of: Kinds) -> Iterator[Telling]:
    for frame in _frames_of(verb):
        if frame.main and clause.head is not None:
            continue
        filled = _filled(frame, slots, passive=passive, kind_of=kind_of)
        if filled is None:
            continue
        for left, predicate, right in frame.say:
            if predicate == "partnerOf" and len(filled[left]) > 1 and len(filled[right]) > 1:
                continue  # who of them works with whom is not said
            for subject in _bodies(filled[left], slots, predicate, kind_of):
                for other in _bodies(filled[right], slots, predicate, kind_of):
                    if subject.entity != other.entity:
                        yield Telling(frame, clause, subject, predicate, other, slots.implied)


def _bodies(names: list[Mention], slots: Slots, predicate: str, kind_of: Kinds) -> list[Mention]:
    """``오픈AI CEO가 공개``: who speaks for a body releases for it."""
    if predicate not in _OF_BODIES or not all(kind_of(m.entity) == "Person" for m in names):
        return names
    return slots.of_kind("subject-body", ("Organization",), kind_of)[-1:] or names


def _filled(frame: Frame, slots: Slots, *, passive: bool, kind_of: Kinds) -> dict[str, list[Mention]] | None:
    for slot, words in frame.nouns.items():
        if not words & slots.nouns.get(slot, set()):
            return None
    found = {}
    for slot, kinds in frame.slots.items():
        source = _source(frame, slot, passive=passive)
        found[slot] = slots.of_kind(source, kinds, kind_of) if source else []
        if not found[slot] and source == "subject":  # 콴다와 개발한 모델: who develops stands outside
            found[slot] = slots.of_kind("outer", kinds & _AGENTS, kind_of)
        if not found[slot]:
            return None
    return found


def _source(frame: Frame, slot: str, *, passive: bool) -> str:
    if not passive or not frame.passive or frame.passive == "subject":
        return slot
    if slot == frame.passive:
        return "subject"
    return "" if slot == "subject" else slot
