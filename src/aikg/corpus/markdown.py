"""Markdown, typed or made by optical recognition: blocks by markdown-it, each line traced to its place in the file."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from aikg.corpus.document import BULLET, SUB_BULLET, SUBHEAD, Document, Line
from aikg.corpus.marks import Mark, marked
from aikg.corpus.markup import NOTE, STAR, Piece, pieces
from aikg.corpus.plain import canonical
from aikg.corpus.traced import Traced, inserted, traced

#: so many marked paragraphs make a brief, in which printed lines can be told from paragraphs
LEAST_MARKS = 10

#: list items with so many blanks before them are not of the first level
LEAST_INDENT = 2

#: nesting beyond this is an attack on the parser, not a list
DEEPEST = 20

_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)


def is_markdown(text: str) -> bool:
    """Tell whether a text without a telling name is Markdown: it has headings, or bold words in several places."""
    return len(_HEADING.findall(text)) >= 2 or len(re.findall(r"\*\*[^*\n]+\*\*", text)) >= 4


def read_markdown(name: str, text: str, warnings: tuple[str, ...] = ()) -> Document:
    """Read Markdown into lines; the position of each is that in the file."""
    source = _Source(text)
    parser = (
        MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).enable("table").disable(["inline", "code"])
    )
    lines = tuple(_levelled(canonical(list(_lines(parser.parse(text), source)))))
    return Document(name, lines, paragraphs=not _one_paragraph_a_line(lines), warnings=warnings)


def _one_paragraph_a_line(lines: Sequence[Line]) -> bool:
    """Tell whether a converter made a paragraph of every printed line: then many begin without a mark."""
    opening = [line for line in lines if line.opens and not line.heading]
    marks = [marked(line).mark for line in opening]
    return 2 * marks.count(Mark.PLAIN) > len(marks) - marks.count(Mark.PLAIN) > LEAST_MARKS


class _Source:
    """The lines of the file and where each starts."""

    def __init__(self, text: str) -> None:
        text = text.replace("\0", "\ufffd")  # as CommonMark 2.3 has it
        self.lines = re.split(r"\r\n|\r|\n", text)
        self.starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
        self._found = dict.fromkeys(range(len(self.lines)), 0)

    def indent(self, token: Token) -> int:
        """Return how many blanks stand before a token."""
        line = self.lines[token.map[0]] if token.map else ""
        return len(line) - len(line.lstrip(" "))

    def find(self, content: str, number: int) -> Traced:
        """Return ``content`` as it stands on line ``number``, after what was found there before (cells of a table).

        What the parser made, and the line has not, is without a place.
        """
        words = content.strip()
        column = self.lines[number].find(words, self._found[number]) if number in self._found else -1
        if column < 0:
            return inserted(words)
        self._found[number] = column + len(words)
        return traced(words, self.starts[number] + column)


@dataclass(slots=True)
class _Place:
    """Where in the tree of blocks the parser is."""

    listed: int = 0
    heading: int = 0
    opens: bool = False
    starred: bool = False
    indented: bool = False


def _lines(tokens: Sequence[Token], source: _Source) -> Iterator[Line]:
    place = _Place()
    items = Counter(token.markup for token in tokens if token.type == "list_item_open")
    for token in tokens:
        if token.type in ("list_item_open", "list_item_close"):
            place.listed += token.nesting
            place.indented = token.type == "list_item_open" and source.indent(token) >= LEAST_INDENT
        elif token.type == "bullet_list_open":
            place.starred = token.markup == "*" and items["*"] < items["-"]
        elif token.type == "bullet_list_close":
            place.starred = False
        elif token.type in ("heading_open", "heading_close"):
            place.heading = int(token.tag[1:]) if token.nesting > 0 else 0
        elif token.type in ("inline", "fence", "html_block"):
            place.opens = token.type == "inline"
            yield from _block(token, source, place)


def _block(token: Token, source: _Source, place: _Place) -> Iterator[Line]:
    first = token.map[0] if token.map else 0
    first += token.type == "fence"
    for number, content in enumerate(token.content.split("\n")):
        words = source.find(content, first + number).folded()
        for piece in pieces(words):
            if piece.text.text:
                place.opens |= bool(NOTE.match(piece.text.text))
                yield _line(piece, place)
                place.opens = False


def _line(piece: Piece, place: _Place) -> Line:
    # a note's star is taken for a list's where lists have dashes
    text = inserted("* ") + piece.text if place.starred and place.opens else piece.text
    # a sub-bullet that a paragraph parts from its list begins a list of its own, but keeps its indent
    listed = 2 if place.listed == 1 and place.indented else place.listed
    return Line(text, None, 0.0, 0.0, None, listed, place.heading, place.opens, piece.raised, piece.looks)


def _levelled(lines: Sequence[Line]) -> Iterator[Line]:
    """Give list items their level: where bullets keep their marks, unmarked items are the level below.

    Converters take the star of a note for a list's, so an item that follows a starred word is its note. Where
    sub-bullets keep their marks too, any other item is a printed line that began with a sign of its own.
    """
    first = [line.text.text[0] for line in lines]
    items = sum(_is_unmarked(line) for line in lines)
    marks, sub_marks = BULLET in first, first.count(SUB_BULLET) > items
    stars = 0
    for line in lines:
        item = line.listed > 0 and line.opens
        if line.text.text[0] in (BULLET, SUBHEAD):
            stars = 0
        unmarked = marks and _is_unmarked(line)
        if unmarked and stars > 0:
            line = replace(line, text=inserted("* ") + line.text)
        elif unmarked and sub_marks:
            line, item = replace(line, opens=False), False
        notes = NOTE.findall(line.text.text)
        stars += len(STAR.findall(line.text.text)) - max(len(notes), line.text.text.startswith("*"))
        yield replace(line, listed=(2 if marks else line.listed) if item else 0)


def _is_unmarked(line: Line) -> bool:
    return line.listed > 0 and line.opens and line.text.text[0] not in (BULLET, SUBHEAD, SUB_BULLET, "*")
