"""Nouns that point back: ``참여사들``, ``양사`` to agents listed together, ``포럼``, ``이 모델`` to what was named."""

from __future__ import annotations

import re
from dataclasses import replace

from aikg.extraction.cues import cues
from aikg.extraction.eojeol import Role
from aikg.extraction.passages import Kinds, Passage
from aikg.extraction.phrases import Phrase
from aikg.model.brief import Kind
from aikg.model.extraction import Mention, Span

_NOUNS = cues("groups", "nouns")
_EDITIONS = cues("groups", "editions")
_OURS = cues("groups", "ours")
_KINDS_OF_BODY = cues("groups", "kind-of-body")
_STARS = re.compile(r"\*+")
_BRACKETS = re.compile(r"\([^()]*\)")
_DETERMINERS = cues("groups", "determiners")
_DEFINITE = cues("discourse", "definite")
_PRODUCT_NOUNS = cues("discourse", "product-nouns")
_PRODUCTS = frozenset(("AIModel", "Service", "Hardware", "Product", "Technology"))
_POINTED = frozenset(("Organization", "Programme", "Conference"))
_WHOLE = frozenset(("참여사", "회원사", "양사", "양국", "회원국", "참여국"))


def resolve_groups(passages: list[Passage], kind_of: Kinds) -> None:
    """Let each phrase that means a group stand for its members, as the article listed them last."""
    listed: list[Mention] = []
    for passage in passages:
        for phrase in passage.phrases:
            agents = [m for m in phrase.heads if kind_of(m.entity) == "Organization"]
            if len(agents) > 1 and phrase.role in (Role.SUBJECT, Role.TOPIC):
                listed = agents
            elif (
                listed and not phrase.mentions and _means_group(passage.text[phrase.start : phrase.words[-1].stem_end])
            ):
                here = Span(passage.block.id, phrase.start, phrase.end)
                phrase.stands_for = [replace(m, span=here) for m in listed]


def resolve_notes(passages: list[Passage]) -> None:
    """Let what a star marks and its note explain each other.

    ``한빛연합*`` with ``* A가 설립한 단체``: the noun that the note ends in is that name. ``3개국*`` with a note that
    lists three names: these.
    """
    notes = [p for p in passages if p.block.kind is Kind.NOTE]
    for note in notes:
        if not note.phrases:
            continue
        opening = [m for m in note.mentions if note.text[m.span.end :].startswith(":")][:1]
        if opening and note.phrases[-1].noun in _KINDS_OF_BODY and not note.phrases[-1].mentions:
            note.phrases[-1].stands_for = opening
        marked = [(p, at) for p in passages if p.block.kind is not Kind.NOTE if (at := _star(p, note)) is not None]
        if len(marked) != 1:
            continue
        passage, star = marked[0]
        named = [m for m in passage.mentions if m.span.start < star and _is_bare(passage.text[m.span.end : star])]
        last = note.phrases[-1]
        if named and not last.mentions and not last.stands_for and last.noun in _KINDS_OF_BODY:
            last.stands_for = [replace(named[-1], span=Span(note.block.id, last.start, last.end))]
        listed = [m for p in note.phrases for m in p.heads]
        counted = next((p for p in passage.phrases if p.start < star <= p.end), None)
        if not named and counted is not None and len(listed) > 1 and not note.clauses:
            counted.stands_for = [replace(m, span=Span(passage.block.id, counted.start, star)) for m in listed]


def _star(passage: Passage, note: Passage) -> int | None:
    """Where as many stars stand in ``passage`` as before ``note``."""
    wanted = len(note.text) - len(note.text.lstrip("*"))
    found = [m for m in _STARS.finditer(passage.text) if len(m.group()) == wanted]
    return found[0].start() if wanted and len(found) == 1 else None


def _is_bare(between: str) -> bool:
    return not _BRACKETS.sub("", between).strip("’'”\"」』》) ")


def resolve_definite(
    passages: list[Passage], kind_of: Kinds, objects: tuple[str, ...], agents: tuple[str, ...] = ()
) -> None:
    """Let a bare noun stand for the thing whose name ends in it, and ``이 모델`` for the product of the lead.

    Only agents and products are pointed at, and only where one thing of the article has such a name. ``연구진은``
    stands for the agent of the lead where that is an organization.
    """
    ending: dict[str, set[str]] = {}
    ours = [a for a in agents[:1] if kind_of(a) == "Organization"]
    product = next((o for o in objects if kind_of(o) in _PRODUCTS), None)
    for passage in passages:
        for phrase in passage.phrases:
            words = _bare(passage, phrase)
            if not phrase.mentions and not phrase.stands_for:
                meant = _meant(words, ending, product)
                if meant is None and ours and words in _OURS and phrase.role in (Role.SUBJECT, Role.TOPIC):
                    meant = ours[0]
                if meant is not None:
                    here = Span(passage.block.id, phrase.start, phrase.end)
                    phrase.stands_for = [Mention(here, meant, words)]
        for mention in passage.mentions:
            last = mention.text.split(" ")[-1]
            if kind_of(mention.entity) in _POINTED and last != mention.text:
                ending.setdefault(last, set()).add(mention.entity)


def _bare(passage: Passage, phrase: Phrase) -> str:
    """The words of a phrase without the time and amounts before them: ``향후 10년간 연구소``."""
    timed = [w for w in phrase.words if w.pieces and not any(isinstance(p.what, Mention) for p in w.pieces)]
    start = timed[-1].end if timed and timed[-1] is not phrase.words[-1] else phrase.start
    return passage.text[start : phrase.words[-1].stem_end].strip()


def _meant(words: str, ending: dict[str, set[str]], product: str | None) -> str | None:
    if len(ending.get(words, ())) == 1 and len(words) > 1:
        return next(iter(ending[words]))
    first, _, noun = words.partition(" ")
    if noun == "버전" and first in _EDITIONS:
        return product
    return product if first in _DEFINITE and noun in _PRODUCT_NOUNS else None


def _means_group(words: str) -> bool:
    *determiners, noun = words.strip().removesuffix("들").split(" ")
    if noun in _WHOLE:
        return not determiners
    return len(determiners) == 1 and determiners[0] in _DETERMINERS and noun in _NOUNS
