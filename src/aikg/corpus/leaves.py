"""Cutting a document into leaves: cover, contents, dividers, one leaf for each article, events, contact."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from aikg.corpus.contents import Contents
from aikg.corpus.document import Document, Line
from aikg.corpus.fragments import Piece, fragments
from aikg.corpus.furniture import head_key, is_furniture, section_name
from aikg.corpus.marks import Mark, Marked, marked


class Role(Enum):
    """What a leaf of a brief holds."""

    ARTICLE = auto()
    EVENTS = auto()
    DIVIDER = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Leaf:
    """Lines that belong together: a page, or in a file without pages what would be one."""

    role: Role
    lines: tuple[Line, ...]
    section: str = ""

    @property
    def page(self) -> int | None:
        """The page of the file it stands on."""
        return self.lines[0].page if self.lines else None


#: the heading of the last page
EVENTS = re.compile(r"[\s\dⅠ-Ⅻ.|ⅠⅡ]*주요\s*행사(?:\s*일정)?[\s|]*")
_EVENT_CELLS = re.compile(r"행사명|기간.{0,40}장소|홈페이지")

#: the date of the issue between bars, as divider pages have it
_ISSUE_BAR = re.compile(r"\s*[|｜]\s*20\d\d\s*년\s*\d{1,2}\s*월\s*호\s*[|｜]\s*")

#: the imprint that follows the events
CONTACT = re.compile(r"홈페이지\s*[:：]|연락주시기|문의는|발행[인처일]")

#: a key point has no more printed lines than this
MOST_LINES = 8

#: a divider page carries a section's name and hardly anything else
LONGEST_DIVIDER = 60


def leaves(document: Document, contents: Contents, heads: frozenset[str]) -> list[Leaf]:
    """Return the leaves of a document in order."""
    lines = [line for i, line in enumerate(document.lines) if i not in contents.lines]
    if document.paged:
        pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    else:
        pages = _cut(lines, contents, heads)
    return list(_with_whole_events([_leaf(page, heads) for page in pages]))


def _with_whole_events(cut: Sequence[Leaf]) -> Iterator[Leaf]:
    """Yield the leaves with the pages of events as one: their table may go on without its heading."""
    events: list[Line] = []
    for leaf in cut:
        if leaf.role is Role.EVENTS or (events and leaf.role is Role.OTHER and _has_events(leaf.lines)):
            events += leaf.lines
            continue
        if events:
            yield Leaf(Role.EVENTS, tuple(events))
            events = []
        yield leaf
    if events:
        yield Leaf(Role.EVENTS, tuple(events))


def _has_events(lines: Sequence[Line]) -> bool:
    """Tell whether a page after the events has more of them: days and addresses, and nothing of an imprint."""
    found = {fragment.piece for fragment in fragments(lines)}
    return {Piece.DAYS, Piece.URL} <= found and not any(CONTACT.search(line.text.text) for line in lines)


def _leaf(lines: Sequence[Line], heads: frozenset[str]) -> Leaf:
    marks = [marked(line) for line in lines]
    if _is_events(lines):
        return Leaf(Role.EVENTS, tuple(lines))
    if _is_article(marks):
        return Leaf(Role.ARTICLE, tuple(lines))
    words = "".join(line.text.text.strip() for line in lines)
    named = [name for line in lines if (name := section_name(line.text.text))]
    if len(named) == 1 and len(words) < LONGEST_DIVIDER:
        return Leaf(Role.DIVIDER, tuple(lines), named[0])
    return Leaf(Role.OTHER, tuple(lines))


def _is_events(lines: Sequence[Line]) -> bool:
    texts = [line.text.text for line in lines]
    if any(marked(line).mark in (Mark.KEY, Mark.SOURCES) for line in lines):
        return False
    cells = sum(len(_EVENT_CELLS.findall(text)) for text in texts)
    return cells >= 2 and (cells >= 3 or any(EVENTS.fullmatch(text) for text in texts))


def _is_article(marks: Sequence[Marked]) -> bool:
    counts = {mark: sum(m.mark is mark for m in marks) for mark in Mark}
    if counts[Mark.KEY] or counts[Mark.SOURCES]:
        return counts[Mark.BULLET] + counts[Mark.SUB_BULLET] >= 1
    return counts[Mark.SUBHEAD] >= 1 and counts[Mark.BULLET] >= 2


def _cut(lines: Sequence[Line], contents: Contents, heads: frozenset[str]) -> list[list[Line]]:
    """Cut a stream of lines before each title, each section's name, and the events."""
    starts = sorted({0, *_titles(lines, contents, heads), *_events_start(lines), *_dividers(lines)})
    return [list(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True) if a < b]


def _dividers(lines: Sequence[Line]) -> set[int]:
    """Return where divider pages begin and end: a section's name below the date of the issue between bars."""
    names = (i for i, line in enumerate(lines) if i > 0 and section_name(line.text.text.strip()))
    found = [i for i in names if _ISSUE_BAR.fullmatch(lines[i - 1].text.text)]
    return {*found, *(i + 1 for i in found if i + 1 < len(lines))}


def _titles(lines: Sequence[Line], contents: Contents, heads: frozenset[str]) -> set[int]:
    """Return where titles stand: known from the contents, or else before a box of key points."""
    marks = [marked(line).mark for line in lines]
    plain = [mark is Mark.PLAIN and not is_chrome(line, heads) for mark, line in zip(marks, lines, strict=True)]
    starts = {i for i, line in enumerate(lines) if plain[i] and contents.entry(line.text.text)}
    boundary = 0
    for i, mark in enumerate(marks):
        if mark is Mark.KEY and not any(boundary <= start < i for start in starts):
            starts |= _before_key(i, lines, plain)
        if mark in (Mark.KEY, Mark.SOURCES):
            boundary = i
    return starts


def _before_key(key: int, lines: Sequence[Line], plain: Sequence[bool]) -> set[int]:
    """Return the title of the box at ``key``: just before the box's name, or before its bullets if those come first."""
    i = key - 1
    while i >= 0 and not plain[i] and marked(lines[i]).mark is Mark.PLAIN:
        i -= 1
    if i >= 0 and plain[i] and not _continues_bullet(i, key, lines):
        return {i}
    bullets = 0
    while i >= 0 and bullets < 2:
        bullets += marked(lines[i]).mark is Mark.BULLET
        i -= 1
    while i >= 0 and not plain[i]:
        i -= 1
    return {i} if i >= 0 and bullets == 2 else set()


def _continues_bullet(i: int, key: int, lines: Sequence[Line]) -> bool:
    """Tell whether the box's name comes after its bullets: then what follows it is a subhead, not a bullet."""
    after = next((marked(line).mark for line in lines[key + 1 : key + 4] if line.text.text.strip()), Mark.PLAIN)
    return after is Mark.SUBHEAD and any(
        marked(line).mark is Mark.BULLET for line in lines[max(0, i - MOST_LINES) : i + 1]
    )


def _events_start(lines: Sequence[Line]) -> set[int]:
    """Return where the events begin: at the last heading that names them, if their table follows."""
    found = [i for i, line in enumerate(lines) if EVENTS.fullmatch(line.text.text.strip())]
    tables = [i for i, line in enumerate(lines) if "행사명" in line.text.text]
    if found and tables and found[-1] < tables[-1]:
        return {found[-1]}
    return {tables[0]} if tables else set()


def is_chrome(line: Line, heads: frozenset[str]) -> bool:
    """Tell whether a line is page furniture."""
    return is_furniture(line.text.text.strip()) or head_key(line.text.text) in heads
