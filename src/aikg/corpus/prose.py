"""Text without the structure of a brief: paragraphs, none lost."""

from collections.abc import Iterable, Iterator, Sequence

from aikg.corpus.blocks import Maker
from aikg.corpus.document import Line
from aikg.model.brief import Block, Kind

#: a line further below the last one than this, in letter heights, begins a paragraph
PARAGRAPH_GAP = 2.2


def prose(lines: Sequence[Line], make: Maker, start: int = 1) -> list[Block]:
    """Return paragraphs as blocks ``p1``, ``p2``, counted from ``start``."""
    return [make.block(f"p{i}", Kind.PROSE, [line.text for line in p]) for i, p in enumerate(_paragraphs(lines), start)]


def furniture(lines: Iterable[Line], make: Maker) -> list[Block]:
    """Return lines outside the articles, one block for each."""
    kept = [line for line in lines if line.text.text.strip()]
    return [make.block(f"f{i}", Kind.FURNITURE, [line.text]) for i, line in enumerate(kept, 1)]


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        if not line.text.text.strip():
            continue
        if paragraph and _opens(line, paragraph[-1]):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _opens(line: Line, last: Line) -> bool:
    if line.opens or line.page != last.page:
        return True
    if line.box is None or last.box is None:
        return False
    height = last.box.top - last.box.bottom
    return not -0.5 * height < last.box.bottom - line.box.bottom < PARAGRAPH_GAP * height
