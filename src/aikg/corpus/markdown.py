"""Markdown, typed or made by optical recognition: blocks by markdown-it, each line traced to its place in the file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from aikg.corpus.document import BULLET, SUBHEAD, Document, Line
from aikg.corpus.plain import canonical
from aikg.corpus.traced import Traced, inserted, traced

#: nesting beyond this is an attack on the parser, not a list
DEEPEST = 20

_BOLD = re.compile(r"(?<![^\s(|>･·‘“/-])(\*\*)(?=\S)[^*]*[^\s*](\*\*)")
#: a footnote mark: stars glued to the word they explain
_STAR = re.compile(r"(?<=[^\s*])\*{1,2}(?![\w*](?<![가-힣]))")
_MARKUP = re.compile(
    r"</?(?:sup|sub|b|i|u|strong|em|span|p|div)\b[^<>]*>|!\[[^\]]*\]\([^)]*\)|\\(?=[!-/:-@\[-`{-~])", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
#: a note run into the block it explains, where that has a starred word
_NOTE = re.compile(r"(?:(?<=\s)|^)(?=\*{1,2}\s?[가-힣A-Za-z])")
_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)


def is_markdown(text: str) -> bool:
    """Tell whether a text without a telling name is Markdown: it has headings, or bold words in several places."""
    return len(_HEADING.findall(text)) >= 2 or len(re.findall(r"\*\*[^*\n]+\*\*", text)) >= 4


def read_markdown(name: str, text: str, warnings: tuple[str, ...] = ()) -> Document:
    """Read Markdown into lines; the position of each is that in the file."""
    source = _Source(text)
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).enable("table").disable("inline")
    lines = list(_lines(parser.parse(text), source))
    return Document(name, tuple(_levelled(canonical(lines))), paragraphs=True, warnings=warnings)


class _Source:
    """The lines of the file and where each starts."""

    def __init__(self, text: str) -> None:
        self.lines = re.split(r"\r\n|\r|\n", text)
        self.starts = [0]
        for match in re.finditer(r"\r\n|\r|\n", text):
            self.starts.append(match.end())

    def find(self, content: str, number: int, start: int) -> Traced:
        """Return ``content`` as it stands on line ``number`` from column ``start`` on."""
        if number >= len(self.lines):
            return traced(content, self.starts[-1])
        column = self.lines[number].find(content, start)
        return traced(content, self.starts[number] + max(column, 0))


@dataclass(slots=True)
class _Place:
    """Where in the tree of blocks the parser is."""

    listed: int = 0
    heading: int = 0
    opens: bool = False
    starred: bool = False
    dashes: bool = False


def _lines(tokens: Sequence[Token], source: _Source) -> Iterator[Line]:
    place = _Place()
    for token in tokens:
        if token.type in ("list_item_open", "list_item_close"):
            place.listed += token.nesting
        elif token.type == "bullet_list_open":
            place.starred = token.markup == "*" and place.dashes
            place.dashes |= token.markup == "-"
        elif token.type == "bullet_list_close":
            place.starred = False
        elif token.type in ("heading_open", "heading_close"):
            place.heading = int(token.tag[1:]) if token.nesting > 0 else 0
        elif token.type in ("inline", "code_block", "fence", "html_block"):
            place.opens = token.type == "inline"
            yield from _block(token, source, place)


def _block(token: Token, source: _Source, place: _Place) -> Iterator[Line]:
    first = token.map[0] if token.map else 0
    first += token.type == "fence"
    column = 0
    for number, content in enumerate(token.content.split("\n")):
        words = source.find(content, first + number, column)
        for piece in _pieces(words):
            place.opens |= bool(_NOTE.match(piece.text))
            if piece.text.strip():
                if place.starred and place.opens:  # a note's star, taken for a list's where lists have dashes
                    piece = inserted("* ") + piece
                yield Line(piece, None, listed=place.listed, heading=place.heading, opens=place.opens)
                place.opens = False


def _pieces(words: Traced) -> Iterator[Traced]:
    """Yield the parts of a source line between breaks, without markup."""
    start = 0
    starred = _STAR.search(words.text)
    notes = [m for m in _NOTE.finditer(words.text) if starred and starred.end() < m.start()]
    for match in [*sorted([*_BREAK.finditer(words.text), *notes], key=re.Match.start), None]:
        piece = words[start : match.start() if match else len(words)]
        piece = piece.without(_MARKUP)
        yield piece.without_spans(m.span(i) for m in _BOLD.finditer(piece.text) for i in (1, 2)).strip()
        start = match.end() if match else 0


def _levelled(lines: Sequence[Line]) -> Iterator[Line]:
    """Give list items their level: where bullets keep their marks, unmarked items are the level below.

    Converters take the star of a note for a list's, so an item that follows a starred word is its note.
    """
    marks = any(line.text.text.startswith(BULLET) for line in lines)
    stars = 0
    for line in lines:
        if not line.listed or not line.opens:
            yield replace(line, listed=0)
            continue
        unmarked = marks and line.text.text[0] not in (BULLET, SUBHEAD, "*")
        if unmarked and stars:
            line = replace(line, text=inserted("* ") + line.text)
            stars -= 1
        else:
            stars = len(_STAR.findall(line.text.text))
        yield replace(line, listed=2 if marks else line.listed)
