"""Invented sentences in the style of the briefs, read as passages.

A sentence marks its pieces: ``[라온AI:Organization]`` is a name, ``{1,200만 달러:usd}`` a figure,
``<2024년 5월 2일:2024-05-02>`` a date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from aikg.extraction.lead import Lead, read_lead
from aikg.extraction.morphology import tokens
from aikg.extraction.passages import Passage, read_passage
from aikg.model.brief import Block, Kind
from aikg.model.extraction import DateMention, Mention, Quantity, Span

_MARK = re.compile(
    r"\[(?P<name>[^]:]+):(?P<kind>\w+)\]|\{(?P<figure>[^}:]+):(?P<unit>[\w-]+)\}|<(?P<date>[^>:]+):(?P<notation>[^>]+)>"
)


def kind_of(entity: str) -> str:
    """The key of an invented entity is ``Kind/name``."""
    return entity.split("/", 1)[0]


def passage(sentence: str, kind: Kind = Kind.BULLET, block: str = "b1") -> Passage:
    """Read a marked sentence."""
    text, at = "", 0
    mentions: list[Mention] = []
    quantities: list[Quantity] = []
    dates: list[DateMention] = []
    for mark in _MARK.finditer(sentence):
        text += sentence[at : mark.start()]
        start = len(text)
        text += mark["name"] or mark["figure"] or mark["date"]
        if mark["name"]:
            mentions.append(Mention(Span(block, start, len(text)), f"{mark['kind']}/{mark['name']}", mark["name"]))
        elif mark["figure"]:
            quantities.append(Quantity(start, len(text), mark["figure"], mark["unit"], value=Decimal(1)))
        else:
            dates.append(DateMention(start, len(text), mark["date"], mark["notation"]))
        at = mark.end()
    text += sentence[at:]
    kept = [(m.span.start, m.span.end) for m in mentions]
    kept += [(q.start, q.end) for q in quantities]
    kept += [(d.start, d.end) for d in dates]
    return read_passage(Block(block, kind, text), text, mentions, dates, quantities, tokens(text, kept), kind_of)


def article(*sentences: str, title: str = "", notes: Sequence[str] = ()) -> Lead:
    """Read marked sentences as the bullets of one article under a title, with notes behind them."""
    blocks = [passage(title, Kind.TITLE, "t")] if title else []
    blocks += [passage(text, Kind.BULLET, f"b{number}") for number, text in enumerate(sentences, 1)]
    blocks += [passage(text, Kind.NOTE, f"n{number}") for number, text in enumerate(notes, 1)]
    return read_lead(1, blocks, (), kind_of)
