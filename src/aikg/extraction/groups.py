"""``참여사들``, ``양사``, ``이들 기업``: the agents that an earlier phrase of the article lists together."""

from __future__ import annotations

from dataclasses import replace

from aikg.extraction.cues import cues
from aikg.extraction.passages import Kinds, Passage
from aikg.model.extraction import Mention, Span

_NOUNS = cues("groups", "nouns")
_DETERMINERS = cues("groups", "determiners")
_WHOLE = frozenset(("참여사", "회원사", "양사", "양국", "회원국", "참여국"))


def resolve_groups(passages: list[Passage], kind_of: Kinds) -> None:
    """Let each phrase that means a group stand for its members, as the article listed them last."""
    listed: list[Mention] = []
    for passage in passages:
        for phrase in passage.phrases:
            agents = [m for m in phrase.heads if kind_of(m.entity) == "Organization"]
            if len(agents) > 1:
                listed = agents
            elif (
                listed and not phrase.mentions and _means_group(passage.text[phrase.start : phrase.words[-1].stem_end])
            ):
                here = Span(passage.block.id, phrase.start, phrase.end)
                phrase.stands_for = [replace(m, span=here) for m in listed]


def _means_group(words: str) -> bool:
    *determiners, noun = words.strip().removesuffix("들").split(" ")
    if noun in _WHOLE:
        return not determiners
    return len(determiners) == 1 and determiners[0] in _DETERMINERS and noun in _NOUNS
