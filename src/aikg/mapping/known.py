"""What is described before a brief is ingested: the registry, other briefs, the ontology."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad

from aikg.vocabulary.iris import concept, slug
from aikg.vocabulary.namespaces import AIKG, ID

#: names shorter than this, folded, resemble too much; two names are alike from this share of common letters on
_SHORTEST_ALIKE, _ALIKE, _MOST_ALIKE = 4, 0.85, 3
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_STATUS, _CANDIDATE = str(AIKG.reviewStatus), NamedNode(concept("review-status/candidate"))
_PREF_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
_ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"


@dataclass(frozen=True)
class Name:
    """A name in two languages; where only one is known both are the same."""

    ko: str
    en: str


def fold(name: str) -> str:
    """Fold a name for comparison: compatibility form, case, spaces and punctuation gone.

    >>> fold("HRI 2024") == fold("hri-2024")
    True
    """
    return "".join(c for c in unicodedata.normalize("NFKC", name).casefold() if c.isalnum())


@dataclass(frozen=True)
class Known:
    """``described`` are the IRIs that need no description; names and kinds are by key (``org/ibm``).

    ``accepted`` are the keys of new things whose proposed description a person accepted.
    """

    described: frozenset[str] = frozenset()
    names: dict[str, Name] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, tuple[str, ...]] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Known:
        """Gather what the quads describe."""
        kinds: dict[str, str] = {}
        names: dict[str, dict[str, str]] = defaultdict(dict)
        called: dict[str, set[str]] = defaultdict(set)
        for quad in quads:
            iri = getattr(quad.subject, "value", "")
            if quad.predicate.value == _TYPE and isinstance(quad.object, NamedNode):
                kinds.setdefault(iri, slug(quad.object.value))
            elif quad.predicate.value in (_PREF_LABEL, _ALT_LABEL) and isinstance(quad.object, Literal):
                called[fold(quad.object.value)].add(iri.removeprefix(ID))
                if quad.predicate.value == _PREF_LABEL:
                    names[iri][quad.object.language or "en"] = quad.object.value
        return cls(
            frozenset(kinds),
            {iri.removeprefix(ID): _name(found) for iri, found in names.items() if iri.startswith(ID)},
            {iri.removeprefix(ID): kind for iri, kind in kinds.items() if iri.startswith(ID)},
            {name: tuple(sorted(keys)) for name, keys in called.items()},
        )

    def accepting(self, quads: Iterable[Quad]) -> Known:
        """Return what is known with the names and kinds of proposals that a person accepted, among ``quads``."""
        quads = list(quads)
        accepted = {q.subject for q in quads if q.predicate.value == _STATUS and q.object != _CANDIDATE}
        found = Known.of(quad for quad in quads if quad.subject in accepted)
        names, kinds = found.names | self.names, found.kinds | self.kinds
        return replace(self, names=names, kinds=kinds, accepted=self.accepted | found.kinds.keys())

    def called(self, name: str, *kinds: str) -> str | None:
        """Return the key of the one entity of these kinds that has this name; None when there is none or several."""
        found = [key for key in self.by_name.get(fold(name), ()) if self.kinds.get(key) in kinds]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _by_sort(self) -> dict[str, list[tuple[str, str]]]:
        """Folded names with the keys of what bears them, by the sort of thing: the first part of the key."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, keys in self.by_name.items():
            for key in keys:
                found[key.partition("/")[0]].append((name, key))
        return found

    def resembling(self, key: str, *names: str) -> tuple[str, ...]:
        """Return the keys of known things of the same sort of which one of ``names`` may be another name.

        A name within the other, or both but for a few letters; at most three.
        """
        folded = {fold(name) for name in names} - {""}
        same_sort = self._by_sort.get(key.partition("/")[0], ())
        found = {other for known, other in same_sort if other != key and any(_alike(known, name) for name in folded)}
        return tuple(sorted(found)[:_MOST_ALIKE])


def _alike(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    within = 2 * len(short) >= len(long) and short in long
    as_long = 2 * len(short) >= _ALIKE * (len(short) + len(long))
    if len(short) < _SHORTEST_ALIKE or not (within or as_long):
        return False
    if re.findall("[0-9]", one) != re.findall("[0-9]", other):
        return False  # another number is another version, year or edition
    matcher = SequenceMatcher(None, one, other)
    return within or (matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE)


def _name(found: dict[str, str]) -> Name:
    either = found.get("ko") or found.get("en") or ""
    return Name(found.get("ko") or either, found.get("en") or either)
