"""What notes tell of the names that a star marks: ``별시험*`` with ``* 수학 능력을 평가하는 벤치마크``."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from aikg.extraction.boundaries import starts_well
from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.kinds import class_noun
from aikg.extraction.reading import Reading
from aikg.extraction.words import acronyms
from aikg.model.brief import Kind
from aikg.model.extraction import Confidence

#: where a star stands: article, block and the offset of the first star
Place = tuple[int, str, int]
_STARS = re.compile(r"(?<=\S)\*+")
_NOTE = re.compile(r"(?:^|(?<=\s))\*+\s*")
_SAID = frozenset({Kind.BULLET, Kind.SUB_BULLET, Kind.KEY_POINT, Kind.PROSE})


def noted(readings: Iterable[Reading]) -> Mapping[Place, Typed]:
    """Return the kinds that notes tell, by the place of the star; articles with more stars than notes tell none."""
    stars: dict[int, list[tuple[Place, int]]] = defaultdict(list)
    notes: dict[int, list[str]] = defaultdict(list)
    for reading in readings:
        if reading.block.kind is Kind.NOTE:
            notes[reading.article] += [part for part in _NOTE.split(reading.text) if part.strip()]
        elif reading.block.kind in _SAID:
            found = _STARS.finditer(reading.text)
            stars[reading.article] += [((reading.article, reading.block.id, m.start()), len(m.group())) for m in found]
    return {
        place: typed
        for article, marked in stars.items()
        if len(marked) == len(notes[article])
        for (place, _), note in zip(marked, notes[article], strict=True)
        if (typed := _kind(note)) is not None
    }


def starred(readings: Iterable[Reading]) -> Iterator[Candidate]:
    """Yield the names in Latin letters that a star marks and a note tells the kind of."""
    by_place = {(r.article, r.block.id): r for r in readings}
    for (article, block, star), typed in noted(by_place.values()).items():
        text = by_place[article, block].text
        name = _LATIN.search(text, 0, star)
        if (
            name
            and name.group().casefold() not in acronyms()
            and typed.kind in _TOLD
            and starts_well(text, name.start())
        ):
            yield Candidate(article, block, name.start(), star, name.group(), "code", typed, "", (), Confidence.HIGH)


_LATIN = re.compile(r"[A-Z][A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$")
_TOLD = frozenset({"Benchmark", "Dataset", "AIModel", "Service"})


def _kind(note: str) -> Typed | None:
    """The note is a noun phrase: its last word tells."""
    words = note.rstrip(" .)").split()
    typed = class_noun(words[-1]) if words else None
    return Typed(typed.kind, typed.classification, "note") if typed else None
