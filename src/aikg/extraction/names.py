"""The names of a brief: which entities it names, where, and what points back at them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from aikg.extraction.folding import key
from aikg.extraction.gazetteer import Gazetteer
from aikg.extraction.matching import Hit
from aikg.extraction.morphology import Token, tokens
from aikg.extraction.naming import Named, Naming
from aikg.extraction.reading import Reading
from aikg.extraction.resolution import Resolver
from aikg.extraction.sources import Cited, cited
from aikg.model.brief import Brief
from aikg.model.extraction import Mention, NamedEntity, Span


@dataclass(frozen=True)
class Names:
    """What ``find_names`` found.

    ``entities`` by key; the mentions of a block are sorted and do not overlap.
    """

    entities: dict[str, NamedEntity]
    _mentions: dict[tuple[int, str], tuple[Mention, ...]] = field(default_factory=dict)
    _readings: dict[tuple[int, str], Reading] = field(default_factory=dict)

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
    readings = [Reading(article.number, block) for article in brief.articles for block in article.blocks]
    sources = tuple(cited(brief.articles))
    naming = Resolver(readings, gazetteer, sources, brief.conferences).resolve()
    found = {(reading.article, reading.block.id): naming.find(reading) for reading in readings}
    kept = _kept(naming, found)
    mentions = {place: tuple(_mention(place[1], hit, named, readings_text(readings, place)) for hit, named in hits) for place, hits in kept.items()}
    entities = _entities(naming, mentions, sources, gazetteer)
    return Names(entities, mentions, {(r.article, r.block.id): r for r in readings})


def readings_text(readings: Sequence[Reading], place: tuple[int, str]) -> str:
    """Return the text of a block."""
    return next(r.text for r in readings if (r.article, r.block.id) == place)


Found = dict[tuple[int, str], tuple[tuple[Hit, Named], ...]]


def _kept(naming: Naming, found: Found) -> Found:
    """Short forms count only in articles that have a full name of the same entity."""
    full = {(place[0], named.key) for place, hits in found.items() for hit, named in hits if not naming.is_short(hit, named)}
    return {
        place: tuple((hit, named) for hit, named in hits if (place[0], named.key) in full) for place, hits in found.items()
    }


def _mention(block: str, hit: Hit, named: Named, text: str) -> Mention:
    return Mention(Span(block, hit.start, hit.end), named.key, text[hit.start : hit.end])


def _entities(
    naming: Naming, mentions: dict[tuple[int, str], tuple[Mention, ...]], sources: Iterable[Cited], gazetteer: Gazetteer
) -> dict[str, NamedEntity]:
    surfaces: dict[str, dict[str, None]] = defaultdict(dict)
    articles: dict[str, set[int]] = defaultdict(set)
    for (article, _), marked in mentions.items():
        for mention in marked:
            surfaces[mention.entity][mention.text] = None
            articles[mention.entity].add(article)
    for source in sources:
        if publisher := _publisher(naming, gazetteer, source):
            surfaces[publisher][source.publisher] = None
            articles[publisher].add(source.article)
        if work := _work(naming, source):
            surfaces[work][source.title] = None
            articles[work].add(source.article)
    found = {}
    for named in naming.entities:
        if named.key in found or (named.key not in articles and named.rule != "table"):
            continue
        aliases = tuple(dict.fromkeys((*surfaces[named.key], *_printed(named))))
        found[named.key] = NamedEntity(
            named.key, named.kind, named.ko, named.en, aliases, tuple(sorted(articles[named.key])), named.known,
            named.rule, named.confidence, named.classification,
        )  # fmt: skip
    return dict(sorted(found.items()))


def _printed(named: Named) -> tuple[str, ...]:
    return () if named.known else named.names


def _publisher(naming: Naming, gazetteer: Gazetteer, source: Cited) -> str | None:
    folded = key(source.publisher)
    for named in naming.entities:
        if named.kind == "Organization" and folded in {key(name) for name in named.names}:
            return named.key
    return None


def _work(naming: Naming, source: Cited) -> str | None:
    folded = key(source.title)
    for named in naming.entities:
        if named.kind == "Work" and folded in {key(name) for name in named.names}:
            return named.key
    return None
