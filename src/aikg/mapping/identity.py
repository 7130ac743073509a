"""The same entity in two briefs is one: a new name takes the key under which an earlier issue has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from aikg.mapping.known import fold
from aikg.model.extraction import (
    Assertion,
    Extraction,
    FoundEvent,
    FoundFigure,
    FoundRelation,
    Mention,
    NamedEntity,
)

#: names shorter than this, folded, are too common to go by
_SHORTEST = 2


def keys_of_earlier(new: Iterable[NamedEntity], earlier: Iterable[NamedEntity]) -> dict[str, str]:
    """Return what new entities are called in earlier issues: new key to earlier key.

    Two entities are the same when they are of one sort (``org/``, ``product/`` ...) and share their Korean or English
    name; a name that several earlier entities have decides nothing.
    """
    by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in earlier:
        for name in _names(entity):
            by_name[_sort(entity.key), name].add(entity.key)
    found = {}
    for entity in new:
        same = {key for name in _names(entity) for key in by_name.get((_sort(entity.key), name), ())}
        if len(same) == 1 and entity.key not in same:
            found[entity.key] = same.pop()
    return found


def _sort(key: str) -> str:
    return key.partition("/")[0]


def _names(entity: NamedEntity) -> set[str]:
    return {name for name in (fold(entity.ko), fold(entity.en)) if len(name) >= _SHORTEST}


def renamed(extraction: Extraction, keys: Mapping[str, str]) -> Extraction:
    """Return the extraction with other keys for some entities; two entities that become one are one."""
    if not keys:
        return extraction
    merged: dict[str, NamedEntity] = {}
    for entity in extraction.entities:
        key = keys.get(entity.key, entity.key)
        merged[key] = _merged(merged[key], entity) if key in merged else replace(entity, key=key)
    return replace(
        extraction,
        entities=tuple(merged.values()),
        mentions=tuple((number, _mention(mention, keys)) for number, mention in extraction.mentions),
        figures=tuple(_figure(figure, keys) for figure in extraction.figures),
        relations=tuple(_relation(relation, keys) for relation in extraction.relations),
        events=tuple(_event(event, keys) for event in extraction.events),
    )


def _merged(entity: NamedEntity, other: NamedEntity) -> NamedEntity:
    aliases = (*entity.aliases, other.ko, other.en, *other.aliases)
    articles = tuple(sorted({*entity.articles, *other.articles}))
    return replace(entity, aliases=tuple(dict.fromkeys(filter(None, aliases))), articles=articles)


def _each(keys: Mapping[str, str], found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys.get(key, key) for key in found))


def _mention(mention: Mention, keys: Mapping[str, str]) -> Mention:
    return replace(mention, entity=keys.get(mention.entity, mention.entity))


def _assertion(assertion: Assertion, keys: Mapping[str, str]) -> Assertion:
    return replace(assertion, claimants=_each(keys, assertion.claimants))


def _figure(figure: FoundFigure, keys: Mapping[str, str]) -> FoundFigure:
    return replace(
        figure,
        assertion=_assertion(figure.assertion, keys),
        about=_each(keys, figure.about),
        baseline=_each(keys, figure.baseline),
        share_of=_each(keys, figure.share_of),
        benchmark=keys.get(figure.benchmark, figure.benchmark) if figure.benchmark else None,
    )


def _relation(relation: FoundRelation, keys: Mapping[str, str]) -> FoundRelation:
    return replace(
        relation,
        assertion=_assertion(relation.assertion, keys),
        subject=keys.get(relation.subject, relation.subject),
        object=keys.get(relation.object, relation.object),
    )


def _event(event: FoundEvent, keys: Mapping[str, str]) -> FoundEvent:
    return replace(
        event,
        assertion=_assertion(event.assertion, keys),
        agents=_each(keys, event.agents),
        objects=_each(keys, event.objects),
        place=keys.get(event.place, event.place) if event.place else None,
    )
