"""What the citations of an article tell: who published what, when."""

from __future__ import annotations

from dataclasses import dataclass

from aikg.extraction.names import Names
from aikg.model.brief import Article
from aikg.model.extraction import Assertion, Confidence, FoundEvent, FoundRelation, Span


@dataclass(frozen=True, slots=True)
class Published:
    """Relations and events of publication."""

    relations: tuple[FoundRelation, ...]
    events: tuple[FoundEvent, ...]


def published(article: Article, names: Names) -> Published:
    """Return publisher and work of every source of ``article``, and the day where one is printed."""
    relations, events = [], []
    for source in article.sources:
        publisher, work = names.publisher(source), names.work(source)
        if publisher is None or work is None:
            continue
        assertion = Assertion(article.number, (Span("t", 0, 1),), "fact", (publisher,), "citation", Confidence.HIGH)
        relations.append(FoundRelation(assertion, publisher, "publishes", work))
        if source.date is not None:
            events.append(FoundEvent(assertion, "publication", (publisher,), (work,), source.date))
    return Published(tuple(relations), tuple(events))
