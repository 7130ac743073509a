"""Making blocks: lines joined, characters folded, slips mended, and the way back kept as runs."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from aikg.corpus.document import Document
from aikg.corpus.joining import Joiner
from aikg.corpus.slips import Mended, Mender
from aikg.corpus.traced import INSERTED, Traced
from aikg.model.brief import Block, Kind, Run


class Maker:
    """Makes the blocks of one document; ``doubts`` gathers what may be a slip and was left as it is."""

    def __init__(self, document: Document) -> None:
        self.doubts: list[str] = []
        self.mended = 0
        self._document = document
        self._joiner = Joiner(document.lines)
        self._mender = None if document.fonts else Mender(line.text.text for line in document.lines)
        starts = {line.text.origins[0]: line for line in document.lines if line.text.origins}
        self._first = frozenset(starts)
        self._starts = sorted(starts)
        self._above = {origin for line in document.lines for origin in line.raised}
        self._lines = [starts[start] for start in self._starts]

    def text(self, pieces: Sequence[Traced]) -> Traced:
        """Return lines as one normalised text."""
        return self._joiner.join(pieces).folded().squeezed()

    def block(self, name: str, kind: Kind, pieces: Sequence[Traced], parent: str = "") -> Block:
        """Return a block of the given lines."""
        return self.made(name, kind, self.text(pieces), parent)

    def made(self, name: str, kind: Kind, text: Traced, parent: str = "") -> Block:
        """Return a block of a text already normalised."""
        mended = self._mender.mend(text, kind) if self._mender and kind is not Kind.FURNITURE else Mended(text)
        self.doubts += mended.doubts
        self.mended += len(mended.repairs)
        runs, raised = self._runs(mended.text), tuple(self._raised(mended.text))
        return Block(name, kind, mended.text.text, runs, mended.repairs, parent, raised)

    def plain(self, text: str) -> str:
        """Return words that are no block, mended like one."""
        return self._mender.plain(text, Kind.PROSE) if self._mender else text

    def _raised(self, text: Traced) -> Iterator[tuple[int, int]]:
        start = None
        for i, origin in enumerate((*text.origins, INSERTED)):
            if origin in self._above and start is None:
                start = i
            elif origin not in self._above and start is not None:
                yield start, i
                start = None

    def _runs(self, text: Traced) -> tuple[Run, ...]:
        runs: list[Run] = []
        start = 0
        for i in range(1, len(text) + 1):
            if i < len(text) and self._together(text, i):
                continue
            if text.origins[start] != INSERTED:
                runs.append(self._run(start, i, text))
            start = i
        return tuple(runs)

    def _together(self, text: Traced, i: int) -> bool:
        """Tell whether a character follows the one before it in the file, on the same line."""
        here, before = text.origins[i], text.origins[i - 1]
        return here == before == INSERTED or (here == before + 1 and here not in self._first)

    def _line(self, origin: int) -> int:
        return bisect_right(self._starts, origin) - 1

    def _run(self, start: int, end: int, text: Traced) -> Run:
        line = self._lines[max(self._line(text.origins[start]), 0)]
        offset = self._document.place(text.origins[start], line.page)
        return Run(start, end - start, line.page, offset, line.box)
