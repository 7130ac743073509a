"""Names that the press of the field does not gloss, as candidates like those that the text marks itself."""

from collections.abc import Iterator
from functools import cache

from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.context import fits, needs_context
from aikg.extraction.folding import key
from aikg.extraction.matching import Matcher, longest
from aikg.extraction.reading import Reading
from aikg.extraction.words import unglossed
from aikg.model.extraction import Confidence


def well_known(reading: Reading) -> Iterator[Candidate]:
    """Yield the names of the lexicon that a block prints, with their form in Latin letters.

    One that is also a common word counts where its place is that of a name.
    """
    names, matcher = _names(), _matcher()
    hits = longest(matcher.find_all(reading.text))
    edges = frozenset(edge for hit in hits for edge in (hit.start, hit.end))
    for hit in hits:
        typed, english = names[key(hit.name)]
        if needs_context(hit.name) and (typed.kind == "Place" or not fits(reading, hit, edges)):
            continue
        name = reading.text[hit.start : hit.end]
        yield Candidate(
            reading.article, reading.block.id, hit.start, hit.end, name, "well-known", typed,
            english, (), Confidence.HIGH,
        )  # fmt: skip


@cache
def _names() -> dict[str, tuple[Typed, str]]:
    found: dict[str, tuple[Typed, str]] = {}
    for kind, english, names in unglossed():
        for name in (*names, english):
            found.setdefault(key(name), (Typed.of(kind, "well-known"), english))
    return found


@cache
def _matcher() -> Matcher:
    return Matcher(name for _, english, names in unglossed() for name in (*names, english))
