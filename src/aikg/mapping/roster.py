"""Who and what a brief names: names, kinds and IRIs of entities, known ones and new ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from aikg.mapping.cleaning import clean, cut, is_key, short_behind
from aikg.mapping.known import Known, Name
from aikg.mapping.tables import AGENTS
from aikg.model.extraction import Confidence, NamedEntity
from aikg.vocabulary import iris

_RANKS = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


@dataclass
class Roster:
    """Entities of a brief by key; ``add`` takes in those that the mapping itself finds (places of conferences)."""

    known: Known
    entities: dict[str, NamedEntity] = field(default_factory=dict)

    @classmethod
    def of(cls, known: Known, entities: Iterable[NamedEntity]) -> Roster:
        """Return the roster of what was found; keys that are unfit for an IRI are left out."""
        return cls(known, {entity.key: _with_tidy_names(entity) for entity in entities if is_key(entity.key)})

    def add(self, entity: NamedEntity) -> str:
        """Take in an entity unless its key is there, and return the key."""
        self.entities.setdefault(entity.key, entity)
        return entity.key

    def name(self, key: str) -> Name:
        """Return what an entity is called: as the registry says, else as the brief does."""
        if key in self.known.names:
            return self.known.names[key]
        entity = self.entities.get(key)
        ko, en = (cut(entity.ko), cut(entity.en)) if entity else ("", "")
        spelled = re.sub("[-/]", " ", key.partition("/")[2])
        return Name(ko or en or spelled, en or ko or spelled)

    def kind(self, key: str) -> str:
        """Return the local name of the class of an entity, or an empty string."""
        entity = self.entities.get(key)
        return self.known.kinds.get(key) or (entity.kind if entity else "")

    def is_agent(self, key: str) -> bool:
        """Tell whether an entity can act and claim."""
        return self.kind(key) in AGENTS

    def iris(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the IRIs of entities, each once, leaving out keys that are none."""
        return tuple(dict.fromkeys(iris.entity(key) for key in keys if is_key(key)))

    def least_sure(self, confidence: Confidence, keys: Sequence[str]) -> Confidence:
        """Return ``confidence``, lowered to that of the least sure new entity: no fact is surer than its names."""
        new = [e.confidence for key in keys if (e := self.entities.get(key)) and not self.is_settled(key)]
        return min([confidence, *new], key=_RANKS.index)

    def is_settled(self, key: str) -> bool:
        """Tell whether the registry or another brief describes an entity, or a person accepted its proposal."""
        return iris.entity(key) in self.known.described or key in self.known.accepted

    def aliases(self, key: str) -> tuple[str, ...]:
        """Return the other names of an entity that the brief uses, clean and sorted."""
        entity, name = self.entities.get(key), self.name(key)
        found = {clean(alias) for alias in (entity.aliases if entity else ())}
        return tuple(sorted(alias for alias in found - {name.ko, name.en, ""} if len(alias) <= 200))


def _with_tidy_names(entity: NamedEntity) -> NamedEntity:
    """Return a conference with its short name behind the full one, as names stand in a sentence."""
    if entity.kind != "Conference":
        return entity
    return replace(entity, ko=short_behind(entity.ko), en=short_behind(entity.en))
