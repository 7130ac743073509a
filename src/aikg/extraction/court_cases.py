"""Lawsuits, which the press hardly ever names: the case that an article is about, by who brings or decides it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from aikg.extraction.keys import NewKeys
from aikg.extraction.naming import Named, Naming
from aikg.extraction.reading import Reading, Word
from aikg.model.brief import Kind
from aikg.model.extraction import Confidence

_SUIT = "소송"
#: in a title or key point: the article is about a case
_LITIGATION = re.compile(r"고소|제소|소송|판결|패소|승소|기각|항소|상고")
#: words before 소송 that say what it is about, at most
_LONGEST = 4


def court_cases(naming: Naming, readings: Sequence[Reading], keys: NewKeys) -> list[Named]:
    """Return a case for each article about a lawsuit that no case of ``naming`` is named in.

    It bears the name of who stands first in the title: ``가람의 저작권 침해 소송``; in its article ``소송`` means it.
    """
    found = []
    for article, group in groupby(readings, key=lambda reading: reading.article):
        blocks = list(group)
        named = {n.kind for reading in blocks for _, n in naming.find(reading)}
        if "CourtCase" in named or not _is_about_one(blocks):
            continue
        suits = [suit for reading in blocks for suit in _suits(reading)]
        if suits:
            found.append(_case(article, blocks, suits, keys))
    return found


def _is_about_one(blocks: Iterable[Reading]) -> bool:
    headed = [reading for reading in blocks if reading.block.kind in (Kind.TITLE, Kind.KEY_POINT)]
    return any(_LITIGATION.search(reading.text) for reading in headed[:2])


def _suits(reading: Reading) -> Iterator[str]:
    """Yield each ``저작권 침해 소송``, the words before it as far as no particle parts them."""
    for words in reading.layers[:1]:
        for at, word in enumerate(words):
            if word.text.endswith(_SUIT):
                before = words[max(0, at - _LONGEST) : at]
                yield " ".join([*_bare(before), word.text])


def _bare(words: Sequence[Word]) -> list[str]:
    kept: list[str] = []
    for word in reversed(words):
        if not word.is_bare or re.search(r"\d", word.text):
            break
        kept.insert(0, word.text)
        if word.fresh:
            break
    return kept


def _case(article: int, blocks: Sequence[Reading], suits: Sequence[str], keys: NewKeys) -> Named:
    told = [suit for suit in suits if " " in suit or suit != _SUIT]
    suit = max(told, key=lambda name: (suits.count(name), len(name))) if told else _SUIT
    party, comma, _ = blocks[0].text.partition(",") if blocks[0].block.kind is Kind.TITLE else ("", "", "")
    label = f"{party.strip()}의 {suit}" if comma and len(party) <= 20 else suit
    return Named(
        key=keys.new("CourtCase", "", label),
        kind="CourtCase",
        ko=label,
        en=label,
        names=tuple(dict.fromkeys((label, *told, suit))),
        rule="lawsuit",
        confidence=Confidence.LOW,
        articles=frozenset({article}),
        short=(_SUIT,) if suit != _SUIT else (),
        shortened=frozenset({article}),
    )
