"""What an extraction finds in the invented brief of ``tests/corpus/sample.py``, written by hand."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from aikg.corpus.briefs import brief_of
from aikg.corpus.plain import read_plain
from aikg.model.brief import Brief
from aikg.model.evidence import locate, normalize
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
from tests.corpus.sample import plain

ISSUE = "spri-2024-05"
MAKER, ROBOT, HARBOUR, LAW, SPRI = "org/gaon-robot", "product/gull", "org/hangdeul-port", "law/lamp-act", "org/spri"
ENTITIES = (
    NamedEntity(
        MAKER, "Organization", "가온로봇", "Gaon Robot", ("가온",), (1, 3), False, "head", classification="company"
    ),
    NamedEntity(ROBOT, "Hardware", "갈매기", "Gull", ("갈매기(Gull)",), (1,), False, "gloss"),
    NamedEntity(HARBOUR, "Organization", "한들시 항만청", "", (), (2,), False, "head", Confidence.MEDIUM),
    NamedEntity(LAW, "Law", "등대법", "Lamp Act", (), (2,), False, "head", Confidence.LOW),
)


@cache
def brief() -> Brief:
    """The invented brief as read."""
    return brief_of(read_plain(f"{ISSUE}.txt", plain(), ()))


def span(article: int, block: str, words: str) -> Span:
    """Where the words stand in a block."""
    text = next(b.text for b in brief().articles[article - 1].blocks if b.id == block)
    found = locate(block, text, words)
    return Span(block, found.start, found.end)


def text_of(article: int, where: Span) -> str:
    """The words of a stretch."""
    text = next(b.text for b in brief().articles[article - 1].blocks if b.id == where.block)
    return normalize(text)[where.start : where.end]


def assertion(article: int = 1, block: str = "b2", words: str = "3,500만 유로를 쓰기로", **changes: Any) -> Assertion:
    """An assertion of the budget line of an article."""
    made = Assertion(article, (span(article, block, words),), "fact", (), "test.rule", Confidence.HIGH)
    return replace(made, **changes)


def euros(value: int | None = 35_000_000, text: str = "3,500만 유로", **changes: Any) -> Quantity:
    """An amount of euros."""
    return replace(Quantity(0, len(text), text, "eur", value=None if value is None else Decimal(value)), **changes)


def figure(
    quantity: Quantity | None = None, measure: str = "investment", about: tuple[str, ...] = (MAKER,), **changes: Any
) -> FoundFigure:
    """The budget of the first article."""
    made = FoundFigure(assertion(), quantity or euros(), measure, about)
    return replace(made, **changes)


def relation(predicate: str = "releasedBy", subject: str = ROBOT, other: str = MAKER, **changes: Any) -> FoundRelation:
    """Who made the robot."""
    made = FoundRelation(assertion(1, "b1", "로봇 ‘갈매기(Gull)’를 선보이고"), subject, predicate, other)
    return replace(made, **changes)


def event(kind: str = "release", **changes: Any) -> FoundEvent:
    """The robot is shown."""
    made = FoundEvent(assertion(1, "b1", "로봇 ‘갈매기(Gull)’를 선보이고"), kind, (MAKER,), (ROBOT,), "2024-04-01")
    return replace(made, **changes)


def extraction(**changes: Any) -> Extraction:
    """A finding of each kind, in two articles."""
    plan = assertion(modality="plan", confidence=Confidence.MEDIUM)
    made = Extraction(
        issue=ISSUE,
        entities=ENTITIES,
        mentions=((1, Mention(span(1, "b1", "갈매기(Gull)"), ROBOT, "갈매기(Gull)")),),
        figures=(figure(assertion=plan, period="2024"), figure(assertion=assertion(2), about=(HARBOUR,))),
        relations=(relation(), relation("regulates", LAW, ROBOT, assertion=assertion(2, confidence=Confidence.LOW))),
        events=(event(),),
    )
    return replace(made, **changes)
