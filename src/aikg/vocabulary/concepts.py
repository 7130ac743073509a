"""The concept schemes of ``ontology/concepts``: whether a concept exists and what it is called."""

from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from aikg import resources
from aikg.vocabulary.namespaces import VOC

_SKOS = "http://www.w3.org/2004/02/skos/core#"


@dataclass(frozen=True)
class Concept:
    """A concept with its names and, where it has one, its notation (the ISO 4217 code of a currency)."""

    ko: str
    en: str
    notation: str = ""


@cache
def concepts() -> dict[str, Concept]:
    """Return every concept by its path.

    >>> concepts()["unit/usd"]
    Concept(ko='달러', en='US dollar', notation='USD')
    """
    names: dict[str, dict[str, str]] = {}
    for path in sorted((resources.folder("ontology") / "concepts").glob("*.ttl")):
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                kind = quad.object.language or quad.predicate.value.removeprefix(_SKOS)
                names.setdefault(quad.subject.value.removeprefix(VOC), {})[kind] = quad.object.value
    found = {path: Concept(n.get("ko", ""), n.get("en", ""), n.get("notation", "")) for path, n in names.items()}
    return {path: concept for path, concept in found.items() if "/" in path}
