"""What the citations of an article tell: who published what, when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from aikg.extraction.folding import key
from aikg.extraction.keys import slug
from aikg.model.brief import Article, Brief, Source
from aikg.model.extraction import Assertion, Confidence, FoundEvent, FoundRelation, NamedEntity, Span

RULE = "citation"
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(slots=True)
class Bibliography:
    """The cited works of a brief, as entities beside those named in it."""

    entities: dict[str, NamedEntity]
    relations: list[FoundRelation] = field(default_factory=list)
    events: list[FoundEvent] = field(default_factory=list)
    publishers: dict[int, tuple[str, ...]] = field(default_factory=dict)


def bibliography(brief: Brief, entities: Mapping[str, NamedEntity]) -> Bibliography:
    """Return publisher, work and day of every source; a title that an entity bears is that entity."""
    found = Bibliography(dict(entities))
    bearers = {key(_plain(name)): e.key for e in entities.values() for name in _names(e) if e.kind in ("Law", "Work")}
    agents = {key(name): e.key for e in entities.values() for name in _names(e) if e.kind in ("Organization", "Person")}
    for article in brief.articles:
        for source in article.sources:
            publisher = agents.get(key(source.publisher))
            if publisher is not None and source.title:
                _add(found, article, source, publisher, bearers.get(key(_plain(source.title))))
    return found


def _names(entity: NamedEntity) -> tuple[str, ...]:
    return (entity.ko, entity.en, *entity.aliases)


def _plain(title: str) -> str:
    return _BRACKETED.sub("", title)


def _add(found: Bibliography, article: Article, source: Source, publisher: str, known: str | None) -> None:
    work = known or _new_work(found, article, source, publisher)
    assertion = Assertion(article.number, (Span("t", 0, 1),), "fact", (publisher,), RULE, Confidence.HIGH)
    found.publishers[article.number] = (*found.publishers.get(article.number, ()), publisher)
    found.relations.append(FoundRelation(assertion, publisher, "publishes", work))
    if source.date is not None:
        found.events.append(FoundEvent(assertion, "publication", (publisher,), (work,), source.date))


def _new_work(found: Bibliography, article: Article, source: Source, publisher: str) -> str:
    parts = (publisher.split("/")[-1], source.date or "", slug(source.title, 40))
    name = f"work/{'-'.join(part for part in parts if part)}"
    before = found.entities.get(name)
    numbers = sorted({article.number, *(before.articles if before else ())})
    found.entities[name] = NamedEntity(
        name, "Work", source.title, source.title, (), tuple(numbers), False, RULE, Confidence.HIGH
    )
    return name
