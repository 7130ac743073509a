"""PDF: PDFium's characters gathered into lines, with their place and their size beside the body's."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from aikg.corpus.document import Document, Line
from aikg.corpus.glyphs import Glyph, Glyphs
from aikg.corpus.traced import Traced, inserted
from aikg.errors import SourceError
from aikg.model.brief import Box

#: more than any brief has; a file beyond it is refused before its pages are opened
MOST_PAGES = 400
#: characters of one page beyond which the page is no page of text
MOST_CHARACTERS = 200_000

#: a piece of a line this many letter widths away from the last one is a cell of its own
CELL_GAP = 1.0


def read_pdf(path: Path) -> Document:
    """Read the text layer of a PDF into lines."""
    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _refusal(path, str(error)) from error
    try:
        return _document(path, pdf)
    finally:
        pdf.close()


def _document(path: Path, pdf: pypdfium2.PdfDocument) -> Document:
    if len(pdf) > MOST_PAGES:
        raise SourceError(f"{path.name} has {len(pdf)} pages, more than {MOST_PAGES}", "cut out the brief")
    lines: list[Line] = []
    bases: dict[int, int] = {}
    told: list[str] = []
    base = 0
    for number in range(1, len(pdf) + 1):
        bases[number] = base
        try:
            page_lines, count, is_image = _page(pdf, number, base)
        except pypdfium2.PdfiumError:
            told.append(f"page {number} is damaged and could not be read")
            continue
        if is_image:
            told.append(f"page {number} is only an image; recognise its text first, for example: ocrmypdf -l kor")
        lines += page_lines
        base += count
    if not any(line.text.text.strip() for line in lines):
        raise SourceError(
            f"{path.name} has no text layer, only images", "recognise its text first, for example: ocrmypdf -l kor"
        )
    return Document(path.name, _relative(lines), paged=True, fonts=True, bases=bases, warnings=tuple(told))


def _refusal(path: Path, reason: str) -> SourceError:
    if "password" in reason.lower():
        return SourceError(f"{path.name} is encrypted", "save a copy without a password")
    return SourceError(f"{path.name} is damaged or no PDF", "download it again")


def _page(pdf: pypdfium2.PdfDocument, number: int, base: int) -> tuple[list[Line], int, bool]:
    """Return a page's lines, the count of its characters, and whether it is a picture without text."""
    page = pdf[number - 1]
    text = page.get_textpage()
    try:
        count = min(text.count_chars(), MOST_CHARACTERS)
        glyphs = Glyphs(text.raw, count)
        pieces = list(_pieces(glyphs))
        blanks = glyphs.unseen(page.raw)
        lines = [_line(piece, number, base, glyphs, blanks) for piece in pieces]
        pictures = () if lines else page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE])
        return lines, count, next(iter(pictures), None) is not None
    finally:
        text.close()
        page.close()


def _pieces(glyphs: Glyphs) -> Iterator[list[Glyph]]:
    piece: list[Glyph] = []
    last = None
    for glyph in glyphs:
        if glyph.character in "\r\n":
            continue
        if last and not glyph.generated and _apart(piece, last, glyph, glyphs):
            yield piece
            piece = []
        if not glyph.generated:
            last = glyph
        if last:
            piece.append(glyph)
    if piece:
        yield piece


def _apart(piece: list[Glyph], last: Glyph, glyph: Glyph, glyphs: Glyphs) -> bool:
    """Tell whether ``glyph`` begins another line, or another cell of the same line."""
    height = max(last.size, glyph.size, 1.0)
    step = abs(glyph.y - last.y)
    if step > 0.6 * height or glyph.x < last.x - 2 * height:
        return True
    marked = len(piece) <= 2 and not piece[0].character.isalnum()
    if marked or not (piece[-1].generated or step > 0.2 * height):
        return False
    return glyph.x - glyphs.right(last) > CELL_GAP * height


def _line(piece: list[Glyph], page: int, base: int, glyphs: Glyphs, blanks: list[tuple[float, float]]) -> Line:
    while piece[-1].generated:
        piece.pop()
    words = Traced("".join(g.character for g in piece), tuple(base + g.index for g in piece)).folded()
    size = Counter(g.size for g in piece if not g.character.isspace() or len(piece) == 1).most_common(1)
    height = size[0][0] if size else piece[0].size
    box = Box(piece[0].x, piece[0].y - 0.2 * height, glyphs.right(piece[-1]), piece[0].y + 0.8 * height)
    if any(abs(y - piece[-1].y) < 1 and -1 < x - box.right < height for x, y in blanks):
        words += inserted(" ")
    raised = tuple(base + g.index for g in piece if _is_raised(g, piece[0], height))
    return Line(words, page, height, piece[0].x, box, raised=raised, looks=tuple(_looks(piece, base)))


def _is_raised(glyph: Glyph, first: Glyph, height: float) -> bool:
    return glyph.size < 0.8 * height and glyph.character.isdigit() and glyph.y > first.y + 0.2 * height


def _looks(piece: list[Glyph], base: int) -> Iterator[tuple[int, int]]:
    """Yield where the colour of the letters changes."""
    colour = None
    for glyph in piece:
        if glyph.colour != colour and not glyph.character.isspace():
            colour = glyph.colour
            yield base + glyph.index, colour


def _relative(lines: list[Line]) -> tuple[Line, ...]:
    """Give sizes as shares of the body's, which is the size most of the text is printed in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0] or 1.0
    return tuple(replace(line, size=round(line.size / body, 2)) for line in lines)
