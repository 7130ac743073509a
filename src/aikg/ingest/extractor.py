"""Read a brief and extract from it: the only place from which the extraction is called.

The extraction loads a morphological analyser of some hundred megabytes, so it is imported when the first brief is
read, never by importing this package.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aikg.corpus.reader import read_brief
from aikg.errors import BriefError
from aikg.model.brief import Brief
from aikg.model.extraction import Confidence, Extraction, NamedEntity

_LETTERS = re.compile(r"[A-Za-z가-힣]")
_HANGUL = re.compile("[가-힣]")
#: a Korean brief is full of Latin names, but never this far
_LEAST_HANGUL = 0.2


@dataclass(frozen=True)
class Tools:
    """``extract`` returns what a brief says; ``place_named`` finds a place that is known before any brief."""

    extract: Callable[[Brief], Extraction]
    place_named: Callable[[str], NamedEntity | None]


@cache
def tools(data: Path) -> Tools:
    """Return the tools that know the names of the registry under ``data``; loaded once in a process."""
    from aikg.extraction.gazetteer import Gazetteer
    from aikg.extraction.pipeline import extract

    gazetteer = Gazetteer.load(data)

    def place_named(name: str) -> NamedEntity | None:
        found = [entry for entry in gazetteer.named(name) if entry.kind == "Place"]
        if len(found) != 1:
            return None
        entry = found[0]
        return NamedEntity(entry.key, "Place", entry.ko, entry.en, (), (), True, "gazetteer", Confidence.HIGH)

    return Tools(lambda brief: extract(brief, gazetteer), place_named)


def read_korean_brief(path: Path) -> Brief:
    """Read a brief that can be ingested.

    Raises SourceError when the file cannot be read, BriefError when it has no article or is not in Korean.
    """
    brief = read_brief(path)
    if not brief.articles:
        raise BriefError(f"{path.name} has no article in the form of a brief", "look at it with: aikg read")
    text = "".join(block.text for article in brief.articles for block in article.blocks)
    letters = _LETTERS.findall(text)
    if len(_HANGUL.findall(text)) < _LEAST_HANGUL * len(letters) or not letters:
        raise BriefError(f"{path.name} is not in Korean", "aikg reads briefs in Korean")
    return brief
