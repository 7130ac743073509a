"""From the lines of one leaf to an article: title, key points, subheads, bullets, notes, captions, sources."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aikg.corpus.blocks import Maker
from aikg.corpus.citations import DATE, source, split_citations
from aikg.corpus.contents import Contents
from aikg.corpus.document import Line
from aikg.corpus.leaves import is_chrome
from aikg.corpus.marks import LONGEST_SUBHEAD, Mark, Marked, marked
from aikg.corpus.traced import Traced
from aikg.model.brief import Article, Block, Kind

#: a title is printed at least this much larger than the body
TITLE_SIZE = 1.15
#: a title has no more lines than this
MOST_TITLE_LINES = 3
#: sizes closer than this are the same size
SAME_SIZE = 0.04
#: a wrapped line starts no further right of its bullet than this, in letter heights; that of a source further
FURTHEST, FURTHEST_SOURCE = 2.0, 5.0
#: nor further below the line before, unless a note stands between them
LARGEST_STEP = 2.6

_HANGUL = re.compile(r"[가-힣]")
#: cells of a table, as converters that keep the layout print them
_CELLS = re.compile(r"\S\s{4,}\S.*\S\s{4,}\S")

_KINDS = {
    Mark.SUBHEAD: Kind.SUBHEAD,
    Mark.BULLET: Kind.BULLET,
    Mark.SUB_BULLET: Kind.SUB_BULLET,
    Mark.NOTE: Kind.NOTE,
    Mark.CAPTION: Kind.CAPTION,
}


@dataclass(slots=True)
class Paragraph:
    """Lines that make one block."""

    kind: Kind
    lines: list[Marked]

    @property
    def first(self) -> Line:
        """The line with the mark."""
        return self.lines[0].line


@dataclass(slots=True)
class Draft:
    """An article while its lines are sorted."""

    title: list[Marked] = field(default_factory=list)
    key_points: list[Paragraph] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    sources: list[Marked] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    paragraphs: bool = False


def draft(lines: Sequence[Line], contents: Contents, heads: frozenset[str], paragraphs: bool = False) -> Draft:
    """Sort the lines of a leaf; ``paragraphs`` says that the file tells where paragraphs begin."""
    article = Draft(paragraphs=paragraphs)
    marks = []
    for line in lines:
        if is_chrome(line, heads):
            article.rest.append(line)
        else:
            marks.append(marked(line))
    marks = _take_title(marks, article, contents)
    for item in marks:
        _sort(item, article)
    _settle(article)
    return article


def _take_title(marks: list[Marked], article: Draft, contents: Contents) -> list[Marked]:
    """Take the title out: the largest line, or the one the contents know, or the last before the first mark."""
    first = next((i for i, m in enumerate(marks) if m.mark is not Mark.PLAIN), len(marks))
    large = [m for m in marks if m.mark is Mark.PLAIN and m.line.size >= TITLE_SIZE]
    top = max((m.line.size for m in large), default=0.0)
    chosen = [m for m in large if abs(m.line.size - top) <= SAME_SIZE]
    if not chosen:
        chosen = _listed(marks[:first], contents) or marks[:first][-1:]
    article.title = chosen
    article.rest += [m.line for m in marks[:first] if m not in chosen and m.mark is Mark.PLAIN]
    article.rest += [m.line for m in marks if m.mark is Mark.KEY]
    return [m for i, m in enumerate(marks) if m not in chosen and m.mark is not Mark.KEY and (i >= first)]


def _listed(marks: Sequence[Marked], contents: Contents) -> list[Marked]:
    """Return the line whose words the contents have as a title, or the lines that are it together."""
    for count in range(1, MOST_TITLE_LINES + 1):
        for start in range(len(marks) - count + 1):
            lines = list(marks[start : start + count])
            if contents.entry(" ".join(m.words.text for m in lines)):
                return lines
    return []


def _sort(item: Marked, article: Draft) -> None:
    """Put one line where it belongs."""
    last = _last(article)
    if item.mark is Mark.SOURCES or (article.sources and _continues_source(item, article)):
        article.sources.append(item)
    elif item.mark is Mark.PLAIN:
        _continue(item, last, article)
    elif not re.search(r"\w", item.words.text):
        article.rest.append(item.line)
    else:
        kind = _KINDS.get(item.mark, Kind.FIGURE)
        target = article.body if article.body or kind is not Kind.BULLET else article.key_points
        target.append(Paragraph(kind, [item]))


def _last(article: Draft) -> Paragraph | None:
    paragraphs = article.body or article.key_points
    return paragraphs[-1] if paragraphs else None


def _continues_source(item: Marked, article: Draft) -> bool:
    """Tell whether a line after the mark of the sources is one of them; some converters make it a list item."""
    if item.mark is not Mark.PLAIN:
        return item.line.listed > 0 and DATE.search(item.words.text) is not None
    first = article.sources[0].line
    return _same_size(item.line, first) and _near(item.line, first, FURTHEST_SOURCE)


def _continue(item: Marked, last: Paragraph | None, article: Draft) -> None:
    """Add a line without mark to the paragraph it continues; a line that continues none is a figure's."""
    if article.paragraphs and item.line.opens:
        subhead = item.line.heading and len(_HANGUL.findall(item.words.text)) > len(item.words) / 3
        article.body.append(Paragraph(Kind.SUBHEAD if subhead else Kind.FIGURE, [item]))
        return
    for paragraph in _open(last, article):
        if _continues(item.line, paragraph) and not (paragraph is last and _far_below(item.line, paragraph)):
            paragraph.lines.append(item)
            return
    article.body.append(Paragraph(Kind.FIGURE, [item]))


def _open(last: Paragraph | None, article: Draft) -> list[Paragraph]:
    """Return the paragraphs that a line may continue: the last one, and the bullet that a note interrupts."""
    if last is None:
        return []
    bullets = [p for p in article.body if p.kind in (Kind.BULLET, Kind.SUB_BULLET)]
    interrupted = last.kind in (Kind.NOTE, Kind.CAPTION) and bullets and last.first.size > 0
    return [last, bullets[-1]] if interrupted else [last]


def _continues(line: Line, paragraph: Paragraph) -> bool:
    first = paragraph.first
    if not first.size:
        closed = paragraph.kind is Kind.CAPTION and not _unbalanced(paragraph)
        return not closed and paragraph.kind is not Kind.FIGURE and not _CELLS.search(line.text.text)
    if paragraph.kind is Kind.CAPTION:
        return _unbalanced(paragraph) and _same_size(line, first)
    return paragraph.kind is not Kind.FIGURE and _same_size(line, first) and _near(line, first, FURTHEST)


def _far_below(line: Line, paragraph: Paragraph) -> bool:
    above = paragraph.lines[-1].line.box
    if line.box is None or above is None:
        return False
    return above.bottom - line.box.bottom > LARGEST_STEP * (above.top - above.bottom)


def _unbalanced(paragraph: Paragraph) -> bool:
    return len(paragraph.lines) == 1 and not any(c in paragraph.lines[0].words.text for c in ">＞〉")


def _same_size(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) <= SAME_SIZE


def _near(line: Line, first: Line, furthest: float) -> bool:
    """Tell whether a line starts at the paragraph's left edge, if the format knows edges."""
    if line.box is None or first.box is None:
        return True
    height = first.box.top - first.box.bottom
    return -0.3 * height <= line.box.left - first.box.left <= furthest * height


def _settle(article: Draft) -> None:
    """Give back what was sorted before enough was seen.

    Without a subhead, bullets beyond the box are the body's; a "subhead" longer than any, with sub-bullets right
    below, is a bullet printed with the wrong mark.
    """
    for paragraph, following in pairwise(article.body):
        long = sum(len(m.words.text.strip()) for m in paragraph.lines) > LONGEST_SUBHEAD
        if paragraph.kind is Kind.SUBHEAD and long and following.kind is Kind.SUB_BULLET:
            paragraph.kind = Kind.BULLET
    if not any(p.kind is Kind.SUBHEAD for p in article.body) and len(article.key_points) > 2:
        article.body[:0] = article.key_points[2:]
        del article.key_points[2:]


def finish(article: Draft, number: int, section: str, printed: int | None, make: Maker) -> Article:
    """Return the article with its blocks numbered."""
    title = make.block("t", Kind.TITLE, [m.words for m in article.title])
    keys = [make.block(f"k{i}", Kind.KEY_POINT, _words(p)) for i, p in enumerate(article.key_points, 1)]
    blocks = _numbered(article.body, make)
    page = next((m.line.page for m in article.title), None)
    cited = split_citations(make.text([m.words for m in article.sources]))
    sources = [source(c.text, make.made(f"s{i}", Kind.NOTE, c)) for i, c in enumerate(cited, 1)]
    return Article(
        number,
        page,
        section,
        title,
        tuple(keys),
        tuple(b for b in blocks if b.kind in (Kind.SUBHEAD, Kind.BULLET, Kind.SUB_BULLET)),
        tuple(b for b in blocks if b.kind is Kind.NOTE),
        tuple(b for b in blocks if b.kind is Kind.CAPTION),
        tuple(b for b in blocks if b.kind is Kind.FIGURE),
        tuple(sources),
        printed,
    )


def _words(paragraph: Paragraph) -> list[Traced]:
    return [m.words for m in paragraph.lines]


def _numbered(paragraphs: Sequence[Paragraph], make: Maker) -> list[Block]:
    """Number the blocks: bullets through the article, sub-bullets within their bullet."""
    counts = dict.fromkeys(Kind, 0)
    prefixes = {Kind.SUBHEAD: "h", Kind.BULLET: "b", Kind.NOTE: "n", Kind.CAPTION: "c", Kind.FIGURE: "x"}
    blocks: list[Block] = []
    parent = ""
    for paragraph in paragraphs:
        kind = paragraph.kind
        counts[kind] += 1
        if kind is Kind.BULLET:
            counts[Kind.SUB_BULLET] = 0
        prefix = f"b{counts[Kind.BULLET]}." if kind is Kind.SUB_BULLET else prefixes[kind]
        name = f"{prefix}{counts[kind]}"
        apart = kind in (Kind.NOTE, Kind.CAPTION, Kind.FIGURE)
        blocks.append(make.block(name, kind, _words(paragraph), parent if apart else ""))
        parent = parent if apart else name
    return blocks
