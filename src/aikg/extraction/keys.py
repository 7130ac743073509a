"""Keys of entities that the registry does not know yet: the same name gets the same key in every brief."""

import re
import unicodedata
from collections.abc import Container, Iterable
from itertools import chain

import hangulpy

_PREFIXES = {
    "Organization": "org",
    "Person": "person",
    "Place": "place",
    "Law": "law",
    "Work": "work",
    "Programme": "programme",
    "Benchmark": "benchmark",
    "Dataset": "dataset",
    "Conference": "event",
    "CourtCase": "case",
    "Technology": "technology",
}


def slug(name: str, longest: int = 60) -> str:
    """Return lower-case Latin letters, digits and single hyphens for ``name``, Hangul romanised.

    >>> slug("Data Provenance Explorer"), slug("업스테이지"), slug("大")
    ('data-provenance-explorer', 'eopseuteiji', '')
    """
    plain = unicodedata.normalize("NFKD", hangulpy.romanize(unicodedata.normalize("NFC", name)))
    ascii_only = plain.encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    return words[:longest].rstrip("-")


def new_key(kind: str, english: str, korean: str, taken: Container[str]) -> str:
    """Return ``org/cohere`` for a new entity: from its English name, else from its Korean name in Latin letters.

    When another entity has that key, the kind and then a number tell them apart.
    """
    prefix = _PREFIXES.get(kind, "product")
    base = slug(english) or slug(korean) or kind.casefold()
    for tail in chain(("", f"-{kind.casefold()}"), (f"-{number}" for number in range(2, 1000))):
        if (found := f"{prefix}/{base}{tail}") not in taken:
            return found
    raise ValueError(f"a thousand entities of one name: {base}")


class NewKeys:
    """Gives keys to the new entities of a brief; those ``taken`` are never given again."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def new(self, kind: str, english: str, korean: str) -> str:
        """Return the next free key (see ``new_key``)."""
        made = new_key(kind, english, korean, self._taken)
        self._taken.add(made)
        return made
