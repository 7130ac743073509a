"""An extraction of a few patterns, enough for the invented brief: amounts of euros, the robot, who shows it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from aikg.mapping.slugs import slug
from aikg.model.brief import Article, Brief
from aikg.model.evidence import normalize
from aikg.model.extraction import (
    Assertion,
    Confidence,
    Extraction,
    FoundEvent,
    FoundFigure,
    FoundRelation,
    Mention,
    NamedEntity,
    Quantity,
    Span,
)

_AMOUNT = re.compile(r"([0-9,]+)만 유로")
_ROBOT = re.compile(r"갈매기\((Gull)\)")


def subject_of(article: Article) -> NamedEntity:
    """Who the article is about: its title up to the comma."""
    name = article.title.text.split(",")[0]
    return NamedEntity(
        f"org/{slug(name)}", "Organization", name, "", (), (article.number,), False, "title", Confidence.MEDIUM
    )


def small_extraction(brief: Brief) -> Extraction:
    """Return figures, relations and events of a brief."""
    subjects = {article.number: subject_of(article) for article in brief.articles}
    robot = NamedEntity("product/gull", "Hardware", "갈매기", "Gull", (), tuple(subjects), False, "gloss")
    shown = [found for article in brief.articles for found in _shown(article, subjects[article.number].key)]
    return Extraction(
        issue=brief.issue,
        entities=(*subjects.values(), *([robot] if shown else [])),
        mentions=tuple((n, m) for n, m, _, _ in shown),
        figures=tuple(f for a in brief.articles for f in _figures(a, subjects[a.number].key)),
        relations=tuple(relation for _, _, relation, _ in shown),
        events=tuple(event for _, _, _, event in shown),
        notes=("read with a few patterns",),
    )


def _figures(article: Article, about: str) -> Iterator[FoundFigure]:
    for block in article.blocks:
        for match in _AMOUNT.finditer(normalize(block.text)):
            value = Decimal(match[1].replace(",", "")) * 10_000
            quantity = Quantity(match.start(), match.end(), match.group(), "eur", value=value)
            said = Assertion(
                article.number, (Span(block.id, *match.span()),), "plan", (), "figure.eur", Confidence.HIGH
            )
            yield FoundFigure(said, quantity, "investment", (about,), "2024")


def _shown(article: Article, maker: str) -> Iterator[tuple[int, Mention, FoundRelation, FoundEvent]]:
    for block in article.blocks:
        for match in _ROBOT.finditer(normalize(block.text)):
            span = Span(block.id, *match.span())
            said = Assertion(article.number, (span,), "fact", (), "frame.show", Confidence.HIGH)
            event = FoundEvent(said, "release", (maker,), ("product/gull",), f"2024-04-{article.number:02d}")
            mention = Mention(span, "product/gull", match.group())
            yield article.number, mention, FoundRelation(said, "product/gull", "releasedBy", maker), event
