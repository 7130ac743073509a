"""Which entity a name means in which article."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from aikg.extraction.context import fits, fits_place, is_weak, needs_context
from aikg.extraction.folding import key
from aikg.extraction.matching import Hit, Matcher, longest
from aikg.extraction.reading import Reading
from aikg.model.extraction import Confidence


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with its names; ``articles`` limits where they mean it, None for everywhere.

    ``short`` are names that only count where a full one stands too, or in the articles ``shortened``.
    """

    key: str
    kind: str
    ko: str
    en: str
    names: tuple[str, ...]
    rule: str
    known: bool = False
    confidence: Confidence = Confidence.MEDIUM
    classification: str | None = None
    articles: frozenset[int] | None = None
    short: tuple[str, ...] = ()
    shortened: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Spelt:
    """A place where a name is printed with its gloss between its parts: ``클로드(Claude) 2.1``."""

    article: int
    block: str
    start: int
    end: int
    name: str


@dataclass(frozen=True)
class Naming:
    """All names of a brief: entities in the order of their claim to a name, the first claim counts."""

    entities: tuple[Named, ...]
    spans: tuple[Spelt, ...] = ()

    @cached_property
    def _claims(self) -> dict[str, list[Named]]:
        found: dict[str, list[Named]] = defaultdict(list)
        for named in self.entities:
            for name in dict.fromkeys(key(name) for name in (*named.names, *named.short)):
                found[name].append(named)
        return found

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(name for named in self.entities for name in (*named.names, *named.short))

    def meant(self, name: str, article: int) -> Named | None:
        """Return the entity that ``name`` means in ``article``."""
        claims = self._claims.get(key(name), ())
        return next((named for named in claims if named.articles is None or article in named.articles), None)

    def find(self, reading: Reading) -> tuple[tuple[Hit, Named], ...]:
        """Return the names in a block with what they mean, the longest where they overlap, short forms included."""
        allowed = [hit for hit in self.printed(reading) if self.meant(hit.name, reading.article)]
        edges = frozenset(edge for hit in allowed for edge in (hit.start, hit.end))
        spelt = frozenset(self._spelt(reading))
        fitting = [h for h in allowed if h in spelt or not needs_context(h.name) or self._fits(h, reading, edges)]
        found = []
        for hit in longest(fitting):
            named = self.meant(hit.name, reading.article)
            if named is not None:
                found.append((hit, named))
        return tuple(found)

    def printed(self, reading: Reading) -> tuple[Hit, ...]:
        """Return all places where a name is printed, also within longer ones, whatever it means there."""
        return (*self._spelt(reading), *self._matcher.find_all(reading.text))

    def _spelt(self, reading: Reading) -> list[Hit]:
        return [Hit(s.start, s.end, s.name) for s in self._spans.get((reading.article, reading.block.id), ())]

    @cached_property
    def _spans(self) -> dict[tuple[int, str], list[Spelt]]:
        found: dict[tuple[int, str], list[Spelt]] = defaultdict(list)
        for spelt in self.spans:
            found[spelt.article, spelt.block].append(spelt)
        return found

    def _fits(self, hit: Hit, reading: Reading, edges: frozenset[int]) -> bool:
        named = self.meant(hit.name, reading.article)
        is_place = named is not None and named.kind == "Place"
        return (fits_place if is_place else fits)(reading, hit, edges)

    def is_short(self, hit: Hit, named: Named, article: int) -> bool:
        """Is the hit a form that counts only beside a full name?"""
        return article not in named.shortened and key(hit.name) in {key(name) for name in named.short}


def split_names(names: Iterable[str], full: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return names and short forms: what only points back is short, unless it is a ``full`` name."""
    complete = {key(name) for name in full}
    strong = tuple(name for name in names if key(name) in complete or not is_weak(name))
    return strong, tuple(name for name in names if name not in strong)
