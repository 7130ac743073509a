"""From what the rules found to entities: one for each thing, with the registry's key where it is known."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.clusters import Cluster, accepted, bare_name, cluster, default_kind
from aikg.extraction.countries import Countries
from aikg.extraction.folding import fold, key
from aikg.extraction.gathering import listed, marked, unmarked
from aikg.extraction.gazetteer import Gazetteer
from aikg.extraction.keys import new_key, slug
from aikg.extraction.kinds import format_type
from aikg.extraction.models import owned, versions
from aikg.extraction.context import needs_context
from aikg.extraction.matching import Matcher
from aikg.extraction.naming import Named, Naming, Spelt, split_names
from aikg.extraction.reading import Reading
from aikg.extraction.registry import Entry
from aikg.extraction.sources import Cited, same_publisher
from aikg.extraction.words import technologies
from aikg.model.brief import Conference
from aikg.model.extraction import Confidence

_PRODUCTS = frozenset({"AIModel", "Service", "Hardware", "Product"})
_RELEASED = re.compile(r"(?:\([^()]*\))?[’'”]?(?: [가-힣]{2,4})?[을를] (?:[가-힣 ]{0,12})?(?:공개|출시|발표|개발|선보|도입|탑재)")


@dataclass
class Resolver:
    """Settles the names of one brief."""

    readings: Sequence[Reading]
    gazetteer: Gazetteer
    sources: Sequence[Cited]
    conferences: Sequence[Conference]

    def __post_init__(self) -> None:
        self._taken = set(self.gazetteer.entries)
        self._countries = Countries(self.readings)
        self._titles = {r.article: fold(r.text).text for r in self.readings if r.block.id == "t"}
        self._texts: dict[int, str] = {}
        for reading in self.readings:
            self._texts[reading.article] = self._texts.get(reading.article, "") + "|" + fold(reading.text).text

    def resolve(self) -> Naming:
        """Return the names of the brief with what they mean."""
        gathered = marked(self.readings)
        self._protect(gathered)
        gathered += unmarked(self.readings)
        gathered += listed(self.readings, self._kinds(gathered))
        found = [named for group in cluster(gathered) for named in self._entities(group)]
        found = self._works(self._publishers(found)) + self._meetings() + self._technologies()
        known = [self._known(entry) for entry in self.gazetteer.entries.values() if entry.kind != "Technology"]
        merged = tuple(_merged([*found, *known]))
        spans = tuple(Spelt(c.article, c.block, c.start, c.end, c.name) for c in gathered if c.rule.startswith("gloss"))
        merged = (*merged, *self._owned(Naming(merged, spans)))
        return Naming((*merged, *self._versions(Naming(merged, spans))), spans)

    def _protect(self, gathered: Iterable[Candidate]) -> None:
        """Read the blocks again with the names that are sure by now as one token each."""
        names = {c.name for c in gathered if c.typed and not needs_context(c.name)}
        names |= {n for e in self.gazetteer.entries.values() for n in e.names if not needs_context(n)}
        matcher = Matcher(names)
        self.readings = [
            Reading(r.article, r.block, tuple((hit.start, hit.end) for hit in matcher.find(r.text))) for r in self.readings
        ]

    def _kinds(self, gathered: Iterable[Candidate]) -> dict[str, Typed]:
        kinds = {key(n): Typed(e.kind, e.classification) for e in self.gazetteer.entries.values() for n in e.names}
        for candidate in gathered:
            if candidate.typed is not None and candidate.confidence is Confidence.HIGH:
                kinds.setdefault(key(candidate.name), candidate.typed)
        return kinds

    def _entities(self, group: Cluster) -> list[Named]:
        titled = any(key(name) in key(self._titles.get(a, "")) for name in group.names for a in group.articles)
        printed = max(self._texts[a].count(fold(name).text) for name in group.names for a in group.articles)
        default = default_kind(group, self._is_released(group))
        typed = group.typed or default
        if typed is None or not accepted(group, titled, printed, default):
            return []
        return [self._entity(part, typed, country) for part, country in self._countries.split(group, typed)]

    def _entity(self, group: Cluster, typed: Typed, country: str) -> Named:
        names = list(group.names)
        names += [bare_name(name) for name in names]
        if country:
            names = [f"{country} {bare_name(group.names[0])}", *names]
        ordered = tuple(dict.fromkeys(names))
        entry = self._entry(ordered, group.english, typed, country)
        articles = group.articles if country else None
        if entry is not None:
            return replace(self._known(entry), names=tuple(dict.fromkeys((*entry.names, *ordered))), articles=articles)
        english = group.english or (ordered[0] if ordered[0].isascii() else "")
        confidence = max((c.confidence for c in group.candidates), key=lambda c: -list(Confidence).index(c))
        ko = next((name for name in ordered if re.search("[가-힣]", name)), ordered[0])
        made = self._new(typed.kind, english, ko)
        rule = group.rules.most_common(1)[0][0]
        named = (*ordered, english) if " " in english or len(english) > 3 else ordered
        return Named(made, typed.kind, ko, english or ko, named, rule, False, confidence, typed.classification, articles)

    def _new(self, kind: str, english: str, ko: str) -> str:
        made = new_key(kind, english, ko, self._taken)
        self._taken.add(made)
        return made

    def _entry(self, names: Iterable[str], english: str, typed: Typed, country: str) -> Entry | None:
        for name in (*names, english):
            for entry in self.gazetteer.named(name) if name else ():
                if entry.kind in ("Technology", "Place") or self._countries.conflict(entry, country):
                    continue
                if "Person" not in (entry.kind, typed.kind) or entry.kind == typed.kind:
                    return entry
        return None

    def _known(self, entry: Entry) -> Named:
        strong, short = split_names(entry.names, (entry.ko, entry.en))
        return Named(entry.key, entry.kind, entry.ko, entry.en, strong, "known", True, Confidence.HIGH, entry.classification, None, short)

    def _is_released(self, group: Cluster) -> bool:
        texts = {(r.article, r.block.id): r.text for r in self.readings}
        return any(_RELEASED.match(texts[c.article, c.block], c.end) for c in group.candidates)

    def _publishers(self, found: list[Named]) -> list[Named]:
        """Give publishers to the organizations that they are, and make new ones of the rest."""
        for cited in self.sources:
            named = self._organization(found, cited)
            entry = next((e for e in self.gazetteer.named(cited.publisher) if e.kind == "Organization"), None)
            if named is not None and entry is None:
                joined = tuple(dict.fromkeys((*named.names, cited.publisher)))
                english = cited.publisher if named.en == named.ko and cited.publisher.isascii() else named.en
                found[found.index(named)] = replace(named, names=joined, en=english)
            elif entry is None and cited.publisher and named is None:
                made = self._new("Organization", cited.publisher, cited.publisher)
                found.append(Named(made, "Organization", cited.publisher, cited.publisher, (cited.publisher,), "cited"))
        return found

    @staticmethod
    def _organization(found: Sequence[Named], cited: Cited) -> Named | None:
        """The organization that the publisher is: by its letters, else by its sound."""
        organizations = [named for named in found if named.kind == "Organization"]
        exact = (n for n in organizations if key(cited.publisher) in {key(name) for name in n.names})
        heard = (n for n in organizations if same_publisher(cited.publisher, n.names))
        return next(exact, None) or next(heard, None)

    def _works(self, found: list[Named]) -> list[Named]:
        """Cited titles are works, the same as the reports that the text names by that title."""
        for cited in self.sources:
            known = any(entry.kind == "Work" for entry in self.gazetteer.named(cited.title))
            if known or not key(cited.title):
                continue
            named = next((n for n in found if n.kind == "Work" and key(cited.title) in {key(name) for name in n.names}), None)
            if named is None:
                made = self._new_work(cited)
                found.append(Named(made, "Work", cited.title, cited.title, (cited.title,), "cited", False, Confidence.HIGH))
        return found

    def _new_work(self, cited: Cited) -> str:
        base = "-".join(part for part in (slug(cited.publisher), cited.date or "", slug(cited.title, 48)) if part)
        return self._new("Work", base, base)

    def _technologies(self) -> list[Named]:
        """Established terms of the field."""
        found = []
        for english, names in technologies().items():
            entry = next((e for name in names for e in self.gazetteer.named(name) if e.kind == "Technology"), None)
            made = entry.key if entry else self._new("Technology", english, names[0])
            found.append(Named(made, "Technology", names[0], english, names, "term", entry is not None, Confidence.HIGH))
        return found

    def _meetings(self) -> list[Named]:
        found = []
        for conference in self.conferences:
            if not any(e.kind == "Conference" for e in self.gazetteer.named(conference.name)):
                made = self._new("Conference", conference.name if slug(conference.name) else "", conference.name)
                found.append(Named(made, "Conference", conference.name, conference.name, (conference.name,), "table"))
        return found

    def _owned(self, naming: Naming) -> list[Named]:
        """Products named after their organizations."""
        found: dict[str, Named] = {}
        for reading in self.readings:
            marked = naming.find(reading)
            makers = [hit for hit, named in marked if named.kind == "Organization"]
            others = frozenset(hit.start for hit, _ in marked)
            for candidate in owned(reading, makers):
                inside = any(candidate.start < start < candidate.end for start in others)
                if not inside and naming.meant(candidate.name, reading.article) is None and key(candidate.name) not in found:
                    name = candidate.name
                    found[key(name)] = Named(self._new("Service", "", name), "Service", name, name, (name,), "owned")
        return list(found.values())

    def _versions(self, naming: Naming) -> list[Named]:
        """Versions, sizes and editions of the products named so far."""
        found: dict[str, Named] = {}
        for reading in self.readings:
            bases = [(hit, named) for hit, named in naming.find(reading) if named.kind in _PRODUCTS]
            kinds = {hit.name: named.kind for hit, named in bases}
            for candidate, base in versions(reading, [hit for hit, _ in bases]):
                if naming.meant(candidate.name, reading.article) is None and key(candidate.name) not in found:
                    kind, name = kinds[base], candidate.name
                    found[key(name)] = Named(self._new(kind, "", name), kind, name, name, (name,), "version")
        return list(found.values())


def _merged(found: Sequence[Named]) -> list[Named]:
    """One entity a key: the first description, all names."""
    by_key: dict[tuple[str, frozenset[int] | None], Named] = {}
    for named in found:
        place = (named.key, named.articles)
        other = by_key.get(place)
        if other is None:
            by_key[place] = named
        else:
            names = tuple(dict.fromkeys((*other.names, *named.names)))
            by_key[place] = replace(other, names=names, short=tuple(n for n in other.short if n not in names))
    return list(by_key.values())


def counted(names: Iterable[str]) -> Counter[str]:
    """Count folded names."""
    return Counter(key(name) for name in names)


__all__ = ["Resolver", "format_type"]
