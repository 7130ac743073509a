"""Which issue it is: publisher, year and month, from the cover rather than from running heads, which can be wrong."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from aikg.corpus.document import Document, Line

_COVER = re.compile(r"(20\d\d)\s*년\s*(\d{1,2})\s*월\s*호")
_HEAD = re.compile(r"(20\d\d)\s*-\s*(\d{1,2})\s*월\s*호")
_FILE = re.compile(r"(20\d\d)[-_.년\s]{0,2}(0[1-9]|1[0-2])(?!\d)")
#: publishers by what their briefs say: slug and name
_PUBLISHERS = ((re.compile(r"SPR[iI1l]|소프트웨어정책연구소", re.IGNORECASE), "spri", "SPRi"),)
#: the cover and the contents are among the first pages
FIRST_PAGES, FIRST_LINES = 3, 60


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue: ``year`` and ``month`` are 0 where unknown."""

    year: int
    month: int
    slug: str
    publisher: str
    warnings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id as in ``spri-2024-01``."""
        return f"{self.slug}-{self.year}-{self.month:02d}" if self.year else self.slug

    @property
    def title(self) -> str:
        """The title as printed on the cover."""
        date = f" {self.year}년 {self.month}월호" if self.year else ""
        return f"{self.publisher} AI Brief{date}" if self.publisher else ""


def read_issue(document: Document) -> Issue:
    """Return the issue of a document, with warnings where its own dates disagree."""
    slug, publisher = _publisher(document)
    printed = _dates(_first(document), _COVER)
    everywhere = _dates(document.lines, _COVER)
    heads = _dates(document.lines, _HEAD)
    named = [(int(m[1]), int(m[2])) for m in _FILE.finditer(document.name)]
    for found, told in ((printed, ""), (everywhere, ""), (heads, "a running head"), (named, "the file name")):
        if found:
            chosen = _chosen(found, everywhere)
            warnings = [f"the date of the issue is only in {told}"] if told else []
            warnings += _conflicts(chosen, [*everywhere, *heads])
            return Issue(*chosen, slug or "brief", publisher, tuple(warnings))
    return Issue(0, 0, slug or "unknown", publisher, ("no date of an issue was found",))


def _publisher(document: Document) -> tuple[str, str]:
    text = " ".join(line.text.text for line in document.lines)
    return next(((slug, name) for pattern, slug, name in _PUBLISHERS if pattern.search(text)), ("", ""))


def _first(document: Document) -> Sequence[Line]:
    if document.paged:
        return [line for line in document.lines if (line.page or 0) <= FIRST_PAGES]
    return document.lines[:FIRST_LINES]


def _dates(lines: Sequence[Line], pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return the dates of issues in some lines, also where year and month stand on two."""
    text = re.sub(r"\*", "", "\n".join(line.text.text for line in lines))
    return [(int(m[1]), int(m[2])) for m in pattern.finditer(text) if 1 <= int(m[2]) <= 12]


def _chosen(found: Sequence[tuple[int, int]], everywhere: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the date that most of the document carries; of two, the later on the cover (the other is left over)."""
    counts = Counter(everywhere)
    return max(reversed(found), key=lambda date: counts[date])


def _conflicts(chosen: tuple[int, int], found: Sequence[tuple[int, int]]) -> list[str]:
    others = sorted({date for date in found if date != chosen})
    names = ", ".join(f"{year}-{month:02d}" for year, month in others)
    return [f"the issue is {chosen[0]}-{chosen[1]:02d} by its cover, but it also says {names}"] if others else []
