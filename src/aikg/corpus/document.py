"""What every format is turned into first: lines of traced text, page by page."""

from dataclasses import dataclass, field

from aikg.corpus.traced import Traced
from aikg.model.brief import Box

#: marks of the genre, as every reader writes them whatever the file used
BULLET, SUBHEAD, SUB_BULLET = "■", "◉", "∙"

#: symbol fonts print these letters as marks; some converters keep the letters
WINGDINGS = {
    "n": BULLET, "§": "▪", "q": "□", "o": "□", "l": "●", "¡": "○", "£": SUBHEAD, "¤": SUBHEAD, "m": "○",
    "u": "◆", "v": "◆", "w": "◆", "Ø": "▷", "F": "☞", "E": "☜", "ü": "✓", "à": "→", "è": "→", "ð": "⇨",
    "\x9f": "•", "\xb7": "•",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a piece of one that stands apart (a cell of a table).

    ``size`` is the size of its letters as a share of the body's (0: not known), ``indent`` how far in it starts,
    ``box`` where it stands; ``listed`` says how deep a list item the file itself makes it, ``heading`` how high a
    heading, and ``opens`` that a paragraph begins with it; ``raised`` are the origins of characters printed smaller
    and higher than the line; ``looks`` tells from which origins on letters look otherwise (a colour, or bold type);
    ``goes_on`` says that its first sign is part of the text, though it could be a mark.
    """

    text: Traced
    page: int | None = None
    size: float = 0.0
    indent: float = 0.0
    box: Box | None = None
    listed: int = 0
    heading: int = 0
    opens: bool = False
    raised: tuple[int, ...] = ()
    looks: tuple[tuple[int, int], ...] = ()
    goes_on: bool = False

    def look(self, origin: int) -> int:
        """Return how the letter at ``origin`` looks: equal numbers look alike."""
        return next((look for start, look in reversed(self.looks) if start <= origin), 0)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as lines, in reading order.

    ``paged`` says that page numbers are those of the file, ``fonts`` that marks and sizes come from fonts (so that a
    letter is never a bullet), ``paragraphs`` that the file tells where paragraphs begin, ``bases`` where each page's
    characters start among all (page number to first origin).
    """

    name: str
    lines: tuple[Line, ...]
    paged: bool = False
    fonts: bool = False
    paragraphs: bool = False
    bases: dict[int, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def place(self, origin: int, page: int | None) -> int:
        """Return the position of ``origin`` within its page (PDF) or file (text)."""
        return origin - self.bases.get(page, 0) if page is not None else origin
