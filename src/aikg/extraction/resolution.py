"""From what the rules found to entities: one for each thing, with the registry's key where it is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aikg.extraction.acceptance import sounding
from aikg.extraction.bibliographies import Bibliography
from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.clusters import cluster
from aikg.extraction.context import needs_context
from aikg.extraction.countries import Countries
from aikg.extraction.court_cases import court_cases
from aikg.extraction.folding import key
from aikg.extraction.gathering import branched, listed, marked, unmarked, with_methods, with_notes, with_pairs
from aikg.extraction.gazetteer import Gazetteer
from aikg.extraction.keys import NewKeys, slug
from aikg.extraction.matching import Matcher
from aikg.extraction.naming import Named, Naming, Spelt
from aikg.extraction.notes import starred
from aikg.extraction.products import families, numbered, services
from aikg.extraction.reading import Reading
from aikg.extraction.settling import Settler, known
from aikg.extraction.shortened import joined
from aikg.extraction.sources import Cited
from aikg.extraction.words import technologies
from aikg.model.brief import Conference
from aikg.model.extraction import Confidence


def _is_placed(candidate: Candidate) -> bool:
    """Does its rule know the place of a name better than its letters do?"""
    sure = candidate.rule == "head" and candidate.confidence is Confidence.HIGH
    return sure or candidate.rule.startswith(("gloss", "title"))


@dataclass
class Resolver:
    """Settles the names of one brief."""

    readings: Sequence[Reading]
    gazetteer: Gazetteer
    sources: Sequence[Cited]
    conferences: Sequence[Conference]

    def __post_init__(self) -> None:
        self._keys = NewKeys(self.gazetteer.entries)
        self._terms = self._technologies()
        self._countries = Countries(self.readings)

    def resolve(self) -> Naming:
        """Return the names of the brief with what they mean."""
        gathered = self._gathered()
        settler = Settler(self.readings, self.gazetteer, self._countries, self._keys, self._terms)
        found = [named for group in joined(cluster(gathered)) for named in settler.entities(group)]
        self._cite(found)
        entries = [entry for entry in self.gazetteer.entries.values() if entry.kind != "Technology"]
        every = _merged([*found, *self._meetings(), *self._terms, *(known(entry) for entry in entries)])
        spans = tuple(Spelt(c.article, c.block, c.start, c.end, c.name) for c in gathered if _is_placed(c))
        every += families(Naming(tuple(every), spans), self._keys)
        every += services(Naming(tuple(every), spans), self.readings, self._keys)
        every += numbered(Naming(tuple(every), spans), self.readings, self._keys)
        every += court_cases(Naming(tuple(every), spans), self.readings, self._keys)
        return Naming(tuple(every), spans)

    def _gathered(self) -> tuple[Candidate, ...]:
        """All that the rules find, in the order of trust: marked names, then others, then the members of lists."""
        gathered = with_pairs(marked(self.readings), self.readings)
        self._protect(gathered)
        gathered = with_methods(
            with_notes((*gathered, *unmarked(self.readings), *starred(self.readings)), self.readings)
        )
        gathered = self._countries.with_governments(gathered)
        kinds = self._kinds(gathered)
        return (*gathered, *listed(self.readings, kinds), *branched(self.readings, kinds))

    def _protect(self, gathered: Iterable[Candidate]) -> None:
        """Read the blocks again with the names that are sure by now as one token each."""
        names = {c.name for c in gathered if (c.typed or sounding(c)) and not needs_context(c.name)}
        entries = (e for e in self.gazetteer.entries.values() if e.kind != "Technology")
        names |= {n for e in entries for n in e.names if not needs_context(n)}
        matcher = Matcher(names)
        self.readings = [
            Reading(r.article, r.block, tuple((hit.start, hit.end) for hit in matcher.find(r.text)))
            for r in self.readings
        ]

    def _kinds(self, gathered: Iterable[Candidate]) -> dict[str, Typed]:
        kinds = {key(n): Typed(e.kind, e.classification) for e in self.gazetteer.entries.values() for n in e.names}
        for group in cluster(gathered):
            if group.typed is not None and any(c.confidence is not Confidence.LOW for c in group.candidates):
                for name in group.names:
                    kinds.setdefault(key(name), group.typed)
        return kinds

    def _cite(self, found: list[Named]) -> None:
        titles = {r.article: r.text for r in self.readings if r.block.id == "t"}
        bibliography = Bibliography(found, self.gazetteer, self._keys, titles)
        for cited in self.sources:
            bibliography.add(cited)

    def _technologies(self) -> list[Named]:
        """Established terms of the field."""
        found = []
        for english, names in technologies().items():
            entry = next((e for name in names for e in self.gazetteer.named(name) if e.kind == "Technology"), None)
            made = entry.key if entry else self._keys.new("Technology", english, names[0])
            ko = entry.ko if entry else names[0]
            found.append(Named(made, "Technology", ko, english, names, "term", entry is not None, Confidence.HIGH))
        return found

    def _meetings(self) -> list[Named]:
        """The meetings of the calendar that the registry does not know."""
        found = []
        for name in (conference.name for conference in self.conferences):
            if not any(e.kind == "Conference" for e in self.gazetteer.named(name)):
                made = self._keys.new("Conference", name if slug(name) else "", name)
                found.append(Named(made, "Conference", name, name, (name,), "table"))
        return found


def _merged(found: Sequence[Named]) -> list[Named]:
    """One entity a key and set of articles: the first description, all names."""
    by_key: dict[tuple[str, frozenset[int] | None], Named] = {}
    for named in found:
        place = (named.key, named.articles)
        other = by_key.get(place)
        names = named.names if other is None else tuple(dict.fromkeys((*other.names, *named.names)))
        first = named if other is None else other
        by_key[place] = replace(first, names=names, short=tuple(n for n in first.short if n not in names))
    return list(by_key.values())
