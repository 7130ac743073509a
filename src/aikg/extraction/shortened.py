"""Full names first, then shorter ones: persons by their last name, laws and meetings by some of their words."""

from collections.abc import Sequence

from aikg.extraction.clusters import Cluster
from aikg.extraction.folding import key
from aikg.extraction.kinds import head_kind
from aikg.extraction.words import kinds_by_word, word_list

#: bodies of a state or a union: without the noun their name is that of the state
_STATE = ("government-agency", "government", "eu-institution", "collective-body", "court")
_KINDS = frozenset({"Law", "Conference", "Programme", "Organization"})


def joined(groups: Sequence[Cluster]) -> list[Cluster]:
    """Join who and what is named by a part of a name to the one of the same article that the full name stands for."""
    gone: set[int] = set()
    for group in groups:
        full = [other for other in groups if other is not group and id(other) not in gone and _is_part(group, other)]
        if len(full) == 1:
            if group.typed is not None and group.typed.kind != "Person":
                full[0].shorter += group.names
                full[0].shortened |= group.articles
            full[0].extend(group.candidates)
            gone.add(id(group))
    return [group for group in groups if id(group) not in gone]


def _is_part(short: Cluster, full: Cluster) -> bool:
    if short.typed is None and full.typed is not None and full.typed.kind == "Person":
        called = {key(name) for name in full.names}
        return bool(short.articles & full.articles) and {key(name) for name in short.names} <= called
    if short.typed is None and full.typed is not None and full.typed.kind == "Organization":
        part = short.names[0].split()
        return bool(short.articles & full.articles) and any(_is_unit(name.split(), part) for name in full.names)
    if short.typed is None or full.typed is None or short.typed.kind != full.typed.kind:
        return False
    everywhere = short.typed.kind in ("Person", "Law", "Conference")
    if not (short.articles & full.articles if everywhere else short.articles <= full.articles):
        return False
    part, names = short.names[0].split(), [name.split() for name in full.names]
    if short.typed.kind == "Person":
        return any(_begins_or_ends(part, name) for name in names)
    if short.typed.kind == "Organization" and any(_is_headless(part, name) for name in names):
        return True
    if short.typed.kind == "Organization" and any(_is_unit(part, name) for name in names):
        return True
    if short.typed.classification == "government-agency" and any(_is_clipped(part, name) for name in names):
        return True
    return short.typed.kind in _KINDS and len(part) > 1 and any(_is_thinned(part, name) for name in names)


def _begins_or_ends(part: list[str], name: list[str]) -> bool:
    return len(part) < len(name) and part in (name[-len(part) :], name[: len(part)])


def _is_headless(part: list[str], name: list[str]) -> bool:
    """Is it the name without the noun for its kind: ``버들글래스`` of ``버들글래스 연구소``?"""
    head = kinds_by_word("heads").get(name[-1], "") if name[-1] not in word_list("agents", "soft") else ""
    is_called = head.partition("/")[2] not in ("", *_STATE)
    return is_called and part == name[:-1] and part[-1] not in word_list("agents", "whole")


def _is_unit(part: list[str], name: list[str]) -> bool:
    """Is it the name without the university or company that it belongs to: ``가온大 물결연구소``?"""
    owner = head_kind(name[0])
    return part == name[1:] and owner is not None and owner.classification in ("university", "company")


def _is_clipped(part: list[str], name: list[str]) -> bool:
    """Is it one word of some syllables of the name: ``과기정통부`` of ``과학기술정보통신부``?"""
    short, full = part[-1], name[-1]
    syllables = iter(full)
    ends = short[-1] == full[-1] and short[0] == full[0] and len(part) == len(name)
    return ends and 3 < len(short) < len(full) - 1 and all(syllable in syllables for syllable in short)


def _is_thinned(part: list[str], name: list[str]) -> bool:
    """Is it the name with words left out, but not the last one?"""
    words = iter(name)
    return len(part) < len(name) and part[-1] == name[-1] and all(word in words for word in part)
