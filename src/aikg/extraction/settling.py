"""From what the rules found of one thing to an entity: its kind, its names, the registry's key where it is known."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from aikg.extraction.acceptance import accepted, default_kind
from aikg.extraction.candidates import Typed
from aikg.extraction.clusters import Cluster, bare_name
from aikg.extraction.context import is_homely
from aikg.extraction.countries import Countries
from aikg.extraction.folding import fold, key
from aikg.extraction.gazetteer import Gazetteer
from aikg.extraction.keys import NewKeys
from aikg.extraction.naming import Named, split_names
from aikg.extraction.products import PRODUCTS
from aikg.extraction.reading import Reading
from aikg.extraction.registry import Entry
from aikg.extraction.roles import role
from aikg.model.extraction import Confidence

_RELEASED = re.compile(
    r"(?:\([^()]*\))?[’'”]?(?: [가-힣]{2,4})?[을를] (?:[가-힣 ]{0,12})?(?:공개|출시|발표|개발|선보|도입|탑재)"
)
_CERTAIN = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


@dataclass(frozen=True)
class Settler:
    """Settles what the names of a brief stand for; ``terms`` are the established technologies."""

    readings: Sequence[Reading]
    gazetteer: Gazetteer
    countries: Countries
    keys: NewKeys
    terms: Sequence[Named]

    def entities(self, group: Cluster) -> list[Named]:
        """Return the entities of a group: none without enough evidence, several where countries tell them apart."""
        default = default_kind(group, self._is_released(group), self._roles(group))
        typed = group.typed or default
        if typed is None or not accepted(group, self._is_in_titles(group), self._printed(group), default):
            return []
        return [self._entity(part, typed, country) for part, country in self.countries.split(group, typed)]

    def _entity(self, group: Cluster, typed: Typed, country: str) -> Named:
        names = _ordered(group, country)
        articles = group.articles if country or is_homely(names[0]) else None
        if typed.kind == "Technology" and (term := self._term(names, group.english)):
            return replace(term, names=names, articles=group.articles)
        entry = self._entry(names, group, country)
        if entry is not None:
            english = (group.english,) if " " in group.english or len(group.english) > 3 else ()
            every = tuple(dict.fromkeys((*entry.names, *names, *english)))
            return replace(known(entry), names=every, articles=articles)
        return self._new(group, typed, names, articles)

    def _new(self, group: Cluster, typed: Typed, names: tuple[str, ...], articles: frozenset[int] | None) -> Named:
        english = group.english or (names[0] if names[0].isascii() else "")
        ko = next((name for name in names if re.search("[가-힣]", name)), names[0])
        full = (*names, english) if " " in english or len(english) > 3 else names
        homely = tuple(name for name in full if is_homely(name))
        weak = homely if typed.kind in PRODUCTS and names[0] not in homely else ()
        short = tuple(name for name in full if name in group.shorter or name in weak)
        strong = tuple(name for name in full if name not in short)
        return Named(
            self.keys.new(typed.kind, english, ko), typed.kind, ko, english or ko, strong,
            group.rules.most_common(1)[0][0], False, max((c.confidence for c in group.candidates), key=_CERTAIN.index),
            typed.classification, articles, short, group.shortened,
        )  # fmt: skip

    def _entry(self, names: Iterable[str], group: Cluster, country: str) -> Entry | None:
        """The registry's entity of one of the names: no place, no other country's, no person for a thing.

        Who announces something on a day is no product of that name.
        """
        typed, english = group.typed, group.english
        acts = typed is not None and typed.kind == "Organization" and bool(group.rules["agent.dated"])
        for name in (*names, english):
            for entry in self.gazetteer.named(name) if name else ():
                if entry.kind in ("Technology", "Place") or self.countries.conflict(entry, country):
                    continue
                if acts and entry.kind in PRODUCTS:
                    continue
                if typed is None or "Person" not in (entry.kind, typed.kind) or entry.kind == typed.kind:
                    return entry
        return None

    def _term(self, names: Iterable[str], english: str) -> Named | None:
        """The established term that the English name is, or without one a Korean name."""
        for name in (english,) if english else names:
            for term in self.terms:
                if key(name) in {key(other) for other in (term.en, *term.names)}:
                    return term
        return None

    def _is_released(self, group: Cluster) -> bool:
        return any(_RELEASED.match(self._texts[c.article, c.block], c.end) for c in group.candidates)

    def _roles(self, group: Cluster) -> Counter[str]:
        """What the places of the names show them to be."""
        shown = (role(self._texts[c.article, c.block], c.end) for c in group.candidates)
        return Counter(kind for kind in shown if kind)

    def _is_in_titles(self, group: Cluster) -> bool:
        titles = [self._texts.get((article, "t"), "") for article in group.articles]
        return any(key(name) in key(title) for name in group.names for title in titles)

    def _printed(self, group: Cluster) -> int:
        return max(self._folded[a].count(fold(name).text) for name in group.names for a in group.articles)

    @cached_property
    def _texts(self) -> dict[tuple[int, str], str]:
        return {(r.article, r.block.id): r.text for r in self.readings}

    @cached_property
    def _folded(self) -> dict[int, str]:
        """The words of each article as they are searched."""
        found: dict[int, str] = {}
        for reading in self.readings:
            found[reading.article] = found.get(reading.article, "") + "|" + fold(reading.text).text
        return found


def known(entry: Entry) -> Named:
    """Return an entity of the registry with its names; those that only point back count beside a full one."""
    strong, short = split_names(entry.names, (entry.ko, entry.en))
    return Named(
        entry.key,
        entry.kind,
        entry.ko,
        entry.en,
        strong,
        "known",
        True,
        Confidence.HIGH,
        entry.classification,
        None,
        short,
    )


def _ordered(group: Cluster, country: str) -> tuple[str, ...]:
    """The names, full ones before shorter ones, and with the country where it tells institutions apart."""
    is_person = group.typed is not None and group.typed.kind == "Person"
    names = sorted(group.names, key=lambda name: -len(name.split()) if is_person else name in group.shorter)
    every = [*names, *(bare_name(name) for name in names)]
    if country and not any(name.startswith(country) for name in names):
        every.insert(0, f"{country} {bare_name(names[0])}")
    elif country:
        every.sort(key=lambda name: not name.startswith(country))
    return tuple(dict.fromkeys(every))
