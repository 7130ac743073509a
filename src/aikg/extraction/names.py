"""The names of a brief: which entities it names, where, and what points back at them."""

from dataclasses import dataclass, field

from aikg.extraction.gazetteer import Gazetteer
from aikg.extraction.matching import Hit
from aikg.extraction.morphology import Token, tokens
from aikg.extraction.naming import Named, Naming
from aikg.extraction.reading import Reading
from aikg.extraction.resolution import Resolver
from aikg.extraction.sources import cited
from aikg.extraction.surfaces import Found, Place, Surfaces, surfaces
from aikg.model.brief import Brief
from aikg.model.extraction import Mention, NamedEntity, Span


@dataclass(frozen=True)
class Names:
    """What ``find_names`` found.

    ``entities`` by key; the mentions of a block are sorted and do not overlap.
    """

    entities: dict[str, NamedEntity]
    _mentions: dict[Place, tuple[Mention, ...]] = field(default_factory=dict)
    _readings: dict[Place, Reading] = field(default_factory=dict)

    def mentions(self, article_number: int, block_id: str) -> tuple[Mention, ...]:
        """Return where a block names entities."""
        return self._mentions.get((article_number, block_id), ())

    def tokens(self, article_number: int, block_id: str) -> tuple[Token, ...]:
        """Return the morphemes of a block, each name one token."""
        reading = self._readings.get((article_number, block_id))
        if reading is None:
            return ()
        spans = [(m.span.start, m.span.end) for m in self.mentions(article_number, block_id)]
        return tokens(reading.text, spans)


def find_names(brief: Brief, gazetteer: Gazetteer) -> Names:
    """Find the entities that ``brief`` names; those in ``gazetteer`` keep their keys, the others get new ones."""
    readings = {(a.number, block.id): Reading(a.number, block) for a in brief.articles for block in a.blocks}
    sources = tuple(cited(brief.articles))
    naming = Resolver(tuple(readings.values()), gazetteer, sources, brief.conferences).resolve()
    found = _kept(naming, {place: naming.find(reading) for place, reading in readings.items()})
    mentions = {place: tuple(_mention(readings[place], *hit) for hit in hits) for place, hits in found.items()}
    return Names(_entities(naming, surfaces(naming, readings, found, sources)), mentions, readings)


def _kept(naming: Naming, found: Found) -> Found:
    """Short forms count only in articles that have a full name of the same entity."""
    full = {
        (p[0], named.key) for p, hits in found.items() for hit, named in hits if not naming.is_short(hit, named, p[0])
    }
    return {p: tuple(hit for hit in hits if (p[0], hit[1].key) in full) for p, hits in found.items()}


def _mention(reading: Reading, hit: Hit, named: Named) -> Mention:
    return Mention(Span(reading.block.id, hit.start, hit.end), named.key, reading.text[hit.start : hit.end])


def _entities(naming: Naming, printed: Surfaces) -> dict[str, NamedEntity]:
    found: dict[str, NamedEntity] = {}
    for named in naming.entities:
        if named.key in found or (named.key not in printed.articles and named.rule != "table"):
            continue
        aliases = dict.fromkeys((*printed.forms[named.key], *(() if named.known else named.names)))
        articles = tuple(sorted(printed.articles[named.key]))
        found[named.key] = _entity(named, tuple(aliases), articles)
    return dict(sorted(found.items()))


def _entity(named: Named, aliases: tuple[str, ...], articles: tuple[int, ...]) -> NamedEntity:
    return NamedEntity(
        named.key, named.kind, named.ko, named.en, aliases, articles, named.known,
        named.rule, named.confidence, named.classification,
    )  # fmt: skip
