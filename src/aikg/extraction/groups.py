"""Nouns that point back: ``참여사들``, ``양사`` to agents listed together, ``포럼은``, ``이 모델은`` to what was named."""

from __future__ import annotations

from dataclasses import replace

from aikg.extraction.cues import cues
from aikg.extraction.eojeol import Role
from aikg.extraction.passages import Kinds, Passage
from aikg.model.extraction import Mention, Span

_NOUNS = cues("groups", "nouns")
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


def resolve_definite(passages: list[Passage], kind_of: Kinds, objects: tuple[str, ...]) -> None:
    """Let a bare noun stand for the thing whose name ends in it, and ``이 모델`` for the product of the lead.

    Only agents and products are pointed at, and only where one thing of the article has such a name.
    """
    ending: dict[str, set[str]] = {}
    product = next((o for o in objects if kind_of(o) in _PRODUCTS), None)
    for passage in passages:
        for phrase in passage.phrases:
            words = passage.text[phrase.start : phrase.words[-1].stem_end].strip()
            if not phrase.mentions and not phrase.stands_for:
                meant = _meant(words, ending, product)
                if meant is not None:
                    here = Span(passage.block.id, phrase.start, phrase.end)
                    phrase.stands_for = [Mention(here, meant, words)]
        for mention in passage.mentions:
            last = mention.text.split(" ")[-1]
            if kind_of(mention.entity) in _POINTED and last != mention.text:
                ending.setdefault(last, set()).add(mention.entity)


def _meant(words: str, ending: dict[str, set[str]], product: str | None) -> str | None:
    if len(ending.get(words, ())) == 1 and len(words) > 1:
        return next(iter(ending[words]))
    first, _, noun = words.partition(" ")
    return product if first in _DEFINITE and noun in _PRODUCT_NOUNS else None


def _means_group(words: str) -> bool:
    *determiners, noun = words.strip().removesuffix("들").split(" ")
    if noun in _WHOLE:
        return not determiners
    return len(determiners) == 1 and determiners[0] in _DETERMINERS and noun in _NOUNS
