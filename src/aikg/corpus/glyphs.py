"""The characters of a PDF page as PDFium prints them: place, size, colour, and the marks that only fonts tell."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from aikg.corpus.document import WINGDINGS

#: words in the names of fonts whose letters are marks
_SYMBOLS = (b"wingdings", b"webdings", b"dingbats")


@dataclass(slots=True)
class Glyph:
    """One character as printed; ``generated`` says that PDFium put it in, as it does with blanks between words."""

    character: str
    index: int
    x: float
    y: float
    size: float
    colour: int
    generated: bool


class _Letters(NamedTuple):
    """How the letters of one text object are printed."""

    size: float
    symbol: bool
    colour: int


class Glyphs:
    """The characters of one page."""

    def __init__(self, text: Any, count: int) -> None:
        self._text = text
        self._count = count
        self._letters: dict[int, _Letters] = {}
        self._fonts: dict[int, bool] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._rgba = tuple(ctypes.c_uint() for _ in range(4))

    def __iter__(self) -> Iterator[Glyph]:
        x, y = ctypes.c_double(), ctypes.c_double()
        letters = _Letters(0.0, False, 0)
        for index, code in enumerate(self._codes()):
            character = _character(code)
            if not character:
                continue
            generated = character.isspace() and pdfium.FPDFText_IsGenerated(self._text, index) == 1
            if not generated:
                letters = self._letters_of(index)
            pdfium.FPDFText_GetCharOrigin(self._text, index, x, y)
            shown = WINGDINGS.get(character, character) if letters.symbol else character
            yield Glyph(shown, index, x.value, y.value, letters.size, letters.colour, generated)

    def right(self, glyph: Glyph) -> float:
        """Return where a character ends."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._text, glyph.index, left, right, bottom, top)
        return max(right.value, glyph.x)

    def unseen(self, page: Any) -> list[tuple[float, float]]:
        """Return where the page has text objects without characters: blanks at a line's end that PDFium leaves out.

        The characters must have been gone through before.
        """
        blanks = []
        for number in range(pdfium.FPDFPage_CountObjects(page)):
            item = pdfium.FPDFPage_GetObject(page, number)
            if _address(item) in self._letters or pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            if pdfium.FPDFPageObj_GetMatrix(item, self._matrix):
                blanks.append((self._matrix.e, self._matrix.f))
        return blanks

    def _codes(self) -> list[int]:
        buffer = (ctypes.c_ushort * (self._count + 1))()
        written = pdfium.FPDFText_GetText(self._text, 0, self._count, buffer)
        if written == self._count + 1:
            return buffer[: self._count]
        # some characters take two units: one by one then
        return [pdfium.FPDFText_GetUnicode(self._text, i) for i in range(self._count)]

    def _letters_of(self, index: int) -> _Letters:
        """Return how a character is printed, asked once for each text object."""
        item = pdfium.FPDFText_GetTextObject(self._text, index)
        address = _address(item)
        if address not in self._letters:
            self._letters[address] = self._measured(index, item)
        return self._letters[address]

    def _measured(self, index: int, item: Any) -> _Letters:
        scale, font, colour = 1.0, 0, 0
        if item:
            if pdfium.FPDFPageObj_GetMatrix(item, self._matrix):
                scale = hypot(self._matrix.c, self._matrix.d)
            font, colour = _address(pdfium.FPDFTextObj_GetFont(item)), self._colour(item)
        if not font or font not in self._fonts:
            self._fonts[font] = self._is_symbol(index)
        return _Letters(pdfium.FPDFText_GetFontSize(self._text, index) * scale, self._fonts[font], colour)

    def _colour(self, item: Any) -> int:
        pdfium.FPDFPageObj_GetFillColor(item, *self._rgba)
        red, green, blue, _ = (part.value for part in self._rgba)
        return red << 16 | green << 8 | blue

    def _is_symbol(self, index: int) -> bool:
        name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._text, index, name, 256, flags)
        return any(word in name.value.lower() for word in _SYMBOLS)


def _address(pointer: Any) -> int:
    return ctypes.addressof(pointer.contents) if pointer else 0


def _character(code: int) -> str:
    """Return the character of a code of PDFium: its mark for a hyphen at a line's end, and nothing for controls."""
    if 0x20 <= code < 0xD800:
        return chr(code)
    if code in (0x2, 0xFFFE):
        return "-"
    if 0xF020 <= code <= 0xF0FF:  # the private area where symbol fonts keep their letters
        return WINGDINGS.get(chr(code - 0xF000), chr(code))
    if 0xD800 <= code <= 0xDFFF or (code < 0x20 and chr(code) not in "\r\n\t"):
        return ""
    return chr(code)
