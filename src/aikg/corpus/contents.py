"""The contents page: which articles it lists, in which section, on which printed page."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from aikg.corpus.document import BULLET, Document, Line
from aikg.corpus.furniture import SECTION_BEFORE, printed_number, section_name
from aikg.corpus.marks import Mark, marked

#: two titles are the same from this likeness on, punctuation and blanks left out
ALIKE = 0.85

_MARK = re.compile(r"^[\s|]*[▹▷▶►▸∙•·‧・ㆍ-]\s*")
_SEVERAL = re.compile(r"(?<=\S)\s+(?=[▹▷▶►▸])")
_LEADER = re.compile(r"\s*[·.…‥⋯․・ㆍ]{3,}[\s·.…‥⋯․・ㆍ]*(\d{0,3})\s*$")
_GLUED = re.compile(r"(?<=\S)\s+(\d{1,3})\s*$")
_LATIN = re.compile(r"[A-Za-z0-9]{2,}")
_EVENTS = re.compile(r"주요\s*행사")
_CONTENTS = re.compile(r"[\W_]*(?:CONTENTS|목\s*차|차\s*례)[\W_]*", re.IGNORECASE)
#: an event that lost its mark is not longer than this
LONGEST_UNMARKED = 60
#: entries that make a page one of contents
LEAST_ENTRIES = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    title: str
    section: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents page; ``lines`` are the positions of its lines in the document."""

    articles: tuple[Entry, ...] = ()
    events: tuple[Entry, ...] = ()
    lines: frozenset[int] = field(default=frozenset())

    def entry(self, title: str) -> Entry | None:
        """Return the entry with this title, allowing for a word put otherwise."""
        key = title_key(title)
        if same := next((e for e in self.articles if title_key(e.title) == key), None):
            return same
        best = max(self.articles, key=lambda e: likeness(title_key(e.title), key), default=None)
        return best if best and likeness(title_key(best.title), key) >= ALIKE else None


@lru_cache(maxsize=1024)
def title_key(title: str) -> str:
    """Return what of a title is compared: letters and digits, with look-alikes made one.

    >>> title_key("구글. 멀티모달 Al") == title_key("구글, 멀티모달 AI")
    True
    """
    letters = (c for c in unicodedata.normalize("NFKC", title).casefold() if c.isalnum())
    return "".join(letters).replace("l", "i")


def likeness(left: str, right: str) -> float:
    """Return how alike two keys are, from 0 to 1."""
    if not left or not right or abs(len(left) - len(right)) > 0.3 * max(len(left), len(right)):
        return 0.0
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def read_contents(document: Document) -> Contents:
    """Return the contents of a brief, empty if it has none."""
    span = _pages_span(document.lines) if document.paged else _stream_span(document)
    lines = [document.lines[i] for i in span]
    articles: list[Entry] = []
    events: list[Entry] = []
    numbers: list[int] = []
    section, entries_since, in_events, torn = "", 0, False, False
    for text in _texts(lines):
        if name := section_name(text):
            # a converter that lists all sections before all entries does not tell whose they are
            torn = torn or (bool(section) and not entries_since)
            section, entries_since = name, 0
        elif _EVENTS.search(text) and len(text) < 30:
            in_events = bool(articles)
        elif (number := printed_number(text)) is not None:
            numbers.append(number)
        elif entry := _entry(text, "" if torn else section):
            entries_since += 1
            (events if in_events else articles).append(entry)
        elif in_events and len(_LATIN.findall(text)) >= 2:
            events.append(Entry(text, section))
    return Contents(tuple(_paged(articles, numbers)), tuple(events), frozenset(span))


def _texts(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the lines of the contents, one for each entry: some converters put a section or two entries on one line."""
    for line in lines:
        text = line.text.text.strip()
        if match := SECTION_BEFORE.match(text):
            yield text[: match.end()]
            text = text[match.end() :]
        yield from (piece for piece in _SEVERAL.split(text) if piece.strip())


def _entry(text: str, section: str) -> Entry | None:
    title = _MARK.sub("", text)
    if title == text and not _LEADER.search(text):
        return None
    page: int | None = None
    for pattern in (_LEADER, _GLUED):
        if match := pattern.search(title):
            page = int(match[1]) if match[1] else None
            title = title[: match.start()]
            break
    return Entry(" ".join(title.split()), section, page) if title_key(title) else None


def _paged(entries: Sequence[Entry], numbers: Sequence[int]) -> list[Entry]:
    """Give entries the page numbers that stand on lines of their own, if there is one for each."""
    bare = [entry for entry in entries if entry.page is None]
    if not bare or len(numbers) < len(bare):
        return list(entries)
    given = iter(numbers)
    return [e if e.page is not None else Entry(e.title, e.section, next(given)) for e in entries]


def _pages_span(lines: Sequence[Line]) -> list[int]:
    """Return the positions of the contents' lines in a file with pages."""
    by_page: dict[int | None, list[int]] = {}
    for i, line in enumerate(lines):
        by_page.setdefault(line.page, []).append(i)
    span: list[int] = []
    for positions in by_page.values():
        if _is_contents([lines[i] for i in positions], goes_on=bool(span)):
            span += positions
        elif span:
            break
    return span


def _is_contents(lines: Sequence[Line], goes_on: bool = False) -> bool:
    if any(marked(line).mark in (Mark.KEY, Mark.SOURCES, Mark.BULLET) for line in lines):
        return False
    entries = sum(_entry(line.text.text.strip(), "") is not None for line in lines)
    sections = sum(bool(section_name(line.text.text)) for line in lines)
    titled = any(_CONTENTS.fullmatch(line.text.text) for line in lines)
    return entries >= LEAST_ENTRIES and (titled or goes_on or sections >= 2)


def _stream_span(document: Document) -> list[int]:
    """Return the contents of a file without pages: from the start to the first key points, less what follows them."""
    lines = document.lines
    stop = next((i for i, line in enumerate(lines) if marked(line).mark in (Mark.KEY, Mark.SOURCES)), 0)
    entries = [i for i in range(stop) if _entry(lines[i].text.text.strip(), "")]
    # the box's name may come after its bullets, whose wrapped lines can begin with a sign of the contents
    stop = next((i for i in range(entries[0] if entries else stop, stop) if _is_point(lines[i])), stop)
    entries = [i for i in entries if i < stop]
    if len(entries) < LEAST_ENTRIES:
        return []
    return list(range(_after_last_entry(document, entries[-1], stop)))


def _is_point(line: Line) -> bool:
    text = line.text.text.lstrip()
    return text.startswith(BULLET) and not section_name(text[1:])


def _after_last_entry(document: Document, last: int, stop: int) -> int:
    """Return where the contents end: after the last entry and the page numbers that follow it."""
    lines, end = document.lines, last + 1
    while end < stop and (
        printed_number(lines[end].text.text.strip()) is not None or (document.paragraphs and _same_block(lines[end]))
    ):
        end += 1
    return end


def _same_block(line: Line) -> bool:
    """Tell whether a file that marks paragraphs goes on with one."""
    return not line.opens and line.listed + line.heading == 0 and len(line.text.text) < LONGEST_UNMARKED


def resembles(left: str, right: str) -> bool:
    """Tell whether two titles are the same but for punctuation, look-alikes and a word."""
    return likeness(title_key(left), title_key(right)) >= ALIKE
