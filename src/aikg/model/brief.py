"""A brief as read: articles of levelled blocks, sources and conferences, each character with its way back to the file.

Block ids are stable, because evidence points at them: ``t`` the title, ``k1`` key points, ``h1`` subheads, ``b1``
bullets counted through the article, ``b1.2`` sub-bullets (``b0.1`` before any bullet), ``n1`` notes, ``c1`` captions,
``x1`` words of tables and figures, ``p1`` prose of a document without the structure of a brief.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a block is."""

    TITLE = "title"
    KEY_POINT = "key point"
    SUBHEAD = "subhead"
    BULLET = "bullet"
    SUB_BULLET = "sub-bullet"
    NOTE = "note"
    CAPTION = "caption"
    FIGURE = "figure"
    PROSE = "prose"
    FURNITURE = "furniture"


#: how deep a block of the body stands: a subhead holds bullets, a bullet holds sub-bullets
LEVELS = {Kind.SUBHEAD: 0, Kind.BULLET: 1, Kind.SUB_BULLET: 2}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a block's text that stands together in the file.

    ``start`` and ``length`` count characters of the block; ``offset`` counts those of the page in a PDF, and those of
    the whole file in a text. Characters outside all runs are not in the file (the blank put in where two lines join).
    """

    start: int
    length: int
    page: int | None
    offset: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A slip of character recognition that was mended: ``before`` stands in the file, ``after`` in the block."""

    start: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text with a stable id.

    ``parent`` is the bullet that a note or caption stands under; ``raised`` are the stretches printed above the line,
    as the exponent of a power of ten, which the text alone does not show.
    """

    id: str
    kind: Kind
    text: str
    runs: tuple[Run, ...] = ()
    repairs: tuple[Repair, ...] = ()
    parent: str = ""
    raised: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A work that an article cites; ``date`` is ISO 8601 as far as printed, ``printed`` the citation itself."""

    publisher: str
    title: str
    date: str | None
    printed: Block


@dataclass(frozen=True, slots=True)
class Conference:
    """A coming event of the last page, first and last day in ISO 8601."""

    name: str
    start: str | None
    end: str | None
    place: str
    url: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article: by the rule of the genre one page, two key points, subheads, bullets, one line of sources."""

    number: int
    page: int | None
    section: str
    title: Block
    key_points: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    notes: tuple[Block, ...] = ()
    captions: tuple[Block, ...] = ()
    figures: tuple[Block, ...] = ()
    sources: tuple[Source, ...] = ()
    printed_page: int | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks that evidence can point at."""
        return (self.title, *self.key_points, *self.body, *self.notes, *self.captions, *self.figures)


@dataclass(frozen=True, slots=True)
class Brief:
    """One issue.

    ``rest`` is what stands outside the articles (cover, contents, running heads, the events as printed), ``prose``
    what has not the form of a brief.
    """

    issue: str
    title: str
    publisher: str
    layout: str
    articles: tuple[Article, ...] = ()
    conferences: tuple[Conference, ...] = ()
    prose: tuple[Block, ...] = ()
    rest: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = ()
