"""Entities that are known before a brief is read: those of the registry in Turtle, and the countries of CLDR."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from aikg.errors import SourceError
from aikg.extraction.folding import key
from aikg.vocabulary.namespaces import ID, VOC

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_CLASSIFICATION = "http://www.w3.org/ns/org#classification"
#: classes that are no names: what the text counts or describes
_UNNAMED = frozenset({"Group", "Topic", "TimeSpan", "Article", "Statement", "Event"})
_GLOSSED = re.compile(r"^(?P<name>[^()]+)\((?P<gloss>[^()]+)\)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A known entity: its key, class, names in both languages, other names, and the type of an organization."""

    key: str
    kind: str
    ko: str
    en: str
    aliases: tuple[str, ...] = ()
    classification: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names, each once, the usual ones first; a label with its gloss in brackets is two names."""
        found: dict[str, str] = {}
        for name in (self.ko, self.en, *self.aliases):
            glossed = _GLOSSED.match(name)
            for part in (glossed["name"].strip(), glossed["gloss"].strip()) if glossed else (name,):
                if key(part):
                    found.setdefault(key(part), part)
        return tuple(found.values())


def read_registry(data: Path) -> tuple[Entry, ...]:
    """Return the named entities of ``data/registry`` and the conferences of ``data/briefs``, by key.

    Raises SourceError for a file that is no Turtle.
    """
    files = [*sorted((data / "registry").glob("*.ttl")), *sorted((data / "briefs").glob("*/conferences.ttl"))]
    facts: dict[str, dict[str, list[Quad]]] = defaultdict(lambda: defaultdict(list))
    for quad in (quad for file in files for quad in _quads(file)):
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(ID):
            facts[quad.subject.value.removeprefix(ID)][quad.predicate.value].append(quad)
    entries = (_entry(name, facts[name]) for name in sorted(facts))
    return tuple(entry for entry in entries if entry is not None)


@cache
def named_in(data: Path) -> dict[str, frozenset[str]]:
    """Return key to the issues under ``data/briefs`` whose statements name the entity."""
    found: dict[str, set[str]] = defaultdict(set)
    for file in sorted((data / "briefs").glob("*/*.ttl")):
        for quad in _quads(file):
            for node in (quad.subject, quad.object):
                if isinstance(node, NamedNode) and node.value.startswith(ID):
                    found[node.value.removeprefix(ID)].add(file.parent.name)
    return {name: frozenset(issues) for name, issues in found.items()}


def _quads(file: Path) -> list[Quad]:
    try:
        return list(parse(path=str(file), format=RdfFormat.TURTLE))
    except (SyntaxError, OSError) as error:
        raise SourceError(f"{file.name} is no Turtle: {error}", "run aikg validate") from error


def _entry(name: str, facts: dict[str, list[Quad]]) -> Entry | None:
    kinds = [re.split("[/#]", _iri(quad))[-1] for quad in facts[_RDF_TYPE]]
    labels = [quad.object for quad in facts[_SKOS + "prefLabel"] if isinstance(quad.object, Literal)]
    if not kinds or not labels or _UNNAMED & set(kinds):
        return None
    usual = {label.language or "": label.value for label in sorted(labels, key=lambda label: label.value)}
    others = _texts(facts[_SKOS + "altLabel"])
    types = sorted(_iri(quad).removeprefix(VOC + "org-type/") for quad in facts[_CLASSIFICATION])
    ko, en = usual.get("ko", ""), usual.get("en", "")
    return Entry(name, sorted(kinds)[0], ko or en, en or ko, others, types[0] if types else None)


def _iri(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, NamedNode) else ""


def _texts(quads: Iterable[Quad]) -> tuple[str, ...]:
    return tuple(sorted({quad.object.value for quad in quads if isinstance(quad.object, Literal)}))
