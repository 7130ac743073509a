"""Making blocks: lines joined, characters folded, slips mended, and the way back kept as runs."""

from bisect import bisect_right
from collections.abc import Sequence

from aikg.corpus.document import Document
from aikg.corpus.joining import Joiner
from aikg.corpus.traced import INSERTED, Traced
from aikg.model.brief import Block, Kind, Repair, Run


class Maker:
    """Makes the blocks of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._joiner = Joiner(document.lines)
        starts = {line.text.origins[0]: line for line in document.lines if line.text.origins}
        self._starts = sorted(starts)
        self._lines = [starts[start] for start in self._starts]

    def text(self, pieces: Sequence[Traced]) -> Traced:
        """Return lines as one normalised text."""
        return self._joiner.join(pieces).folded().squeezed()

    def block(self, name: str, kind: Kind, pieces: Sequence[Traced], parent: str = "") -> Block:
        """Return a block of the given lines."""
        return self.made(name, kind, self.text(pieces), parent)

    def made(self, name: str, kind: Kind, text: Traced, parent: str = "") -> Block:
        """Return a block of a text already normalised."""
        return Block(name, kind, text.text, self._runs(text), (), parent)

    def _runs(self, text: Traced) -> tuple[Run, ...]:
        runs: list[Run] = []
        start = 0
        for i in range(1, len(text) + 1):
            if i < len(text) and text.origins[i] == text.origins[i - 1] + 1 and self._line(i, text) == self._line(i - 1, text):
                continue
            if text.origins[start] != INSERTED:
                runs.append(self._run(start, i, text))
            start = i
        return tuple(runs)

    def _line(self, i: int, text: Traced) -> int:
        return bisect_right(self._starts, text.origins[i]) - 1

    def _run(self, start: int, end: int, text: Traced) -> Run:
        line = self._lines[max(self._line(start, text), 0)]
        offset = self._document.place(text.origins[start], line.page)
        return Run(start, end - start, line.page, offset, line.box)


__all__ = ["Maker", "Repair"]
