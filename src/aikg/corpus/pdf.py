"""PDF: PDFium's characters gathered into lines, with their place, their size and the marks that only fonts tell."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from aikg.corpus.document import WINGDINGS, Document, Line
from aikg.corpus.traced import Traced, inserted
from aikg.errors import SourceError
from aikg.model.brief import Box

#: more than any brief has; a file beyond it is refused before its pages are opened
MOST_PAGES = 400
#: characters of one page beyond which the page is no page of text
MOST_CHARACTERS = 200_000

#: a piece of a line this many letter widths away from the last one is a cell of its own
CELL_GAP = 1.0


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as printed."""

    character: str
    index: int
    x: float
    y: float
    size: float
    generated: bool


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
    broken: list[int] = []
    base = 0
    for number in range(1, len(pdf) + 1):
        bases[number] = base
        try:
            page_lines, count = _page(pdf, number, base)
        except pypdfium2.PdfiumError:
            broken.append(number)
            continue
        lines += page_lines
        base += count
    if not any(line.text.text.strip() for line in lines):
        raise SourceError(
            f"{path.name} has no text layer, only images", "recognise its text first, for example: ocrmypdf -l kor"
        )
    warnings = tuple(f"page {number} is damaged and could not be read" for number in broken)
    return Document(path.name, _relative(lines), paged=True, fonts=True, bases=bases, warnings=warnings)


def _refusal(path: Path, reason: str) -> SourceError:
    if "password" in reason.lower():
        return SourceError(f"{path.name} is encrypted", "save a copy without a password")
    return SourceError(f"{path.name} is damaged or no PDF", "download it again")


def _page(pdf: pypdfium2.PdfDocument, number: int, base: int) -> tuple[list[Line], int]:
    page = pdf[number - 1]
    text = page.get_textpage()
    try:
        count = min(text.count_chars(), MOST_CHARACTERS)
        fonts: dict[int, tuple[float, bool]] = {}
        pieces = list(_pieces(_glyphs(text.raw, count, fonts), text.raw))
        blanks = _dropped_blanks(page.raw, fonts)
        return [_line(piece, number, base, text.raw, blanks) for piece in pieces], count
    finally:
        text.close()
        page.close()


def _glyphs(text: object, count: int, fonts: dict[int, tuple[float, bool]]) -> Iterator[Glyph]:
    x, y = ctypes.c_double(), ctypes.c_double()
    size, symbol = 0.0, False
    for index in range(count):
        character = _character(pdfium.FPDFText_GetUnicode(text, index))
        if not character:
            continue
        generated = character.isspace() and pdfium.FPDFText_IsGenerated(text, index) == 1
        if not generated:
            size, symbol = _font(text, index, fonts)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        shown = WINGDINGS.get(character, character) if symbol else character
        yield Glyph(shown, index, x.value, y.value, size, generated)


def _character(code: int) -> str:
    """Return the character of a code of PDFium: its mark for a hyphen at a line's end, and nothing for controls."""
    if code in (0x2, 0xFFFE):
        return "-"
    if 0xF020 <= code <= 0xF0FF:  # the private area where symbol fonts keep their letters
        return WINGDINGS.get(chr(code - 0xF000), chr(code))
    if 0xD800 <= code <= 0xDFFF or (code < 0x20 and chr(code) not in "\r\n\t"):
        return ""
    return chr(code)


def _font(text: object, index: int, known: dict[int, tuple[float, bool]]) -> tuple[float, bool]:
    """Return size on the page and whether the font holds symbols, asked once for each text object."""
    text_object = pdfium.FPDFText_GetTextObject(text, index)
    address = ctypes.cast(text_object, ctypes.c_void_p).value or 0
    if address not in known:
        known[address] = _measure(text, index, text_object)
    return known[address]


def _measure(text: object, index: int, text_object: object) -> tuple[float, bool]:
    name, flags, matrix = ctypes.create_string_buffer(256), ctypes.c_int(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetFontInfo(text, index, name, 256, flags)
    scale = 1.0
    if text_object and pdfium.FPDFPageObj_GetMatrix(text_object, matrix):
        scale = math.hypot(matrix.c, matrix.d)
    symbol = any(word in name.value.lower() for word in (b"wingdings", b"webdings", b"dingbats"))
    return pdfium.FPDFText_GetFontSize(text, index) * scale, symbol


def _dropped_blanks(page: object, known: dict[int, tuple[float, bool]]) -> list[tuple[float, float]]:
    """Return where the page has text objects without characters: blanks at a line's end that PDFium leaves out."""
    blanks = []
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        matrix = pdfium.FS_MATRIX()
        unseen = ctypes.cast(item, ctypes.c_void_p).value not in known
        if unseen and pdfium.FPDFPageObj_GetMatrix(item, matrix):
            blanks.append((matrix.e, matrix.f))
    return blanks


def _pieces(glyphs: Iterator[Glyph], text: object) -> Iterator[list[Glyph]]:
    piece: list[Glyph] = []
    for glyph in glyphs:
        if glyph.character in "\r\n":
            continue
        if piece and not glyph.generated and _apart(piece, glyph, text):
            yield piece
            piece = []
        if piece or not glyph.generated:
            piece.append(glyph)
    if piece:
        yield piece


def _apart(piece: list[Glyph], glyph: Glyph, text: object) -> bool:
    """Tell whether ``glyph`` begins another line, or another cell of the same line."""
    last = next(g for g in reversed(piece) if not g.generated)
    height = max(last.size, glyph.size, 1.0)
    step = abs(glyph.y - last.y)
    if step > 0.6 * height or glyph.x < last.x - 2 * height:
        return True
    marked = len(piece) <= 2 and not piece[0].character.isalnum()
    if marked or not (piece[-1].generated or step > 0.2 * height):
        return False
    return glyph.x - _right(last, text) > CELL_GAP * height


def _right(glyph: Glyph, text: object) -> float:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, glyph.index, left, right, bottom, top)
    return max(right.value, glyph.x)


def _line(piece: list[Glyph], page: int, base: int, text: object, blanks: list[tuple[float, float]]) -> Line:
    while piece[-1].generated:
        piece.pop()
    words = Traced("".join(g.character for g in piece), tuple(base + g.index for g in piece))
    size = Counter(g.size for g in piece if not g.character.isspace() or len(piece) == 1).most_common(1)
    height = size[0][0] if size else piece[0].size
    box = Box(piece[0].x, piece[0].y - 0.2 * height, _right(piece[-1], text), piece[0].y + 0.8 * height)
    if any(abs(y - piece[-1].y) < 1 and -1 < x - box.right < height for x, y in blanks):
        words += inserted(" ")
    raised = tuple(base + g.index for g in piece if _is_raised(g, piece[0], height))
    return Line(words, page, height, piece[0].x, box, raised=raised)


def _is_raised(glyph: Glyph, first: Glyph, height: float) -> bool:
    return glyph.character.isdigit() and glyph.size < 0.8 * height and glyph.y > first.y + 0.2 * height


def _relative(lines: list[Line]) -> tuple[Line, ...]:
    """Give sizes as shares of the body's, which is the size most of the text is printed in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0] or 1.0
    return tuple(replace(line, size=round(line.size / body, 2)) for line in lines)
