"""The words behind a locator, for whoever has the brief at hand; verified by digest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from aikg.corpus.reader import read_brief
from aikg.errors import SourceError
from aikg.model.brief import Brief
from aikg.model.evidence import digest, normalize
from aikg.vocabulary import iris

#: suffixes of files that may be briefs, best first: the printed PDF is read before a rendition of it
SUFFIXES = (".pdf", ".hwpx", ".md", ".txt")
#: told of a file that cannot be read
Report = Callable[[str], None]


class Words:
    """The blocks of the briefs in a folder."""

    def __init__(self, briefs: Iterable[Brief]) -> None:
        self._blocks: dict[tuple[str, str], str] = {}
        for brief in briefs:
            for article in brief.articles:
                for block in article.blocks:
                    key = iris.article(brief.issue, article.number), block.id
                    self._blocks.setdefault(key, normalize(block.text))

    def __call__(self, article: str, block: str, start: int, end: int, expected: str) -> str | None:
        """Return the words of ``block`` from ``start`` to ``end``, or None when they are not those of the digest."""
        words = self._blocks.get((article, block), "")[start:end]
        return words if words and digest(words) == expected else None

    def __len__(self) -> int:
        return len(self._blocks)


def words_in(folder: Path, report: Report) -> Words:
    """Read every brief in ``folder``; files that are none are reported and left out.

    Raises SourceError when there is no such folder.
    """
    if not folder.is_dir():
        raise SourceError(f"{folder} is no folder", "point --briefs at the folder that holds the briefs")
    return Words(_readable(folder, report))


def _readable(folder: Path, report: Report) -> Iterator[Brief]:
    files = [path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file()]
    for path in sorted(files, key=lambda path: (SUFFIXES.index(path.suffix.lower()), path.name)):
        try:
            yield read_brief(path)
        except SourceError as error:
            report(str(error))
