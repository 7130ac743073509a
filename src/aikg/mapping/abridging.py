"""Names that are as long as a sentence, abridged: what a brief prints at length is its prose, and labels want names."""

from __future__ import annotations

from dataclasses import replace

from aikg.model.extraction import Extraction, NamedEntity

#: from this many letters on, blanks left out, a name of a new thing is abridged
LONGEST = 24


def abridged(extraction: Extraction) -> Extraction:
    """Return the extraction with the long names of new things abridged; titles of works stay as they are cited."""
    return replace(extraction, entities=tuple(_abridged(entity) for entity in extraction.entities))


def _abridged(entity: NamedEntity) -> NamedEntity:
    if entity.known or entity.kind == "Work":
        return entity
    aliases = tuple(dict.fromkeys(map(shortened, entity.aliases)))
    return replace(entity, ko=shortened(entity.ko), en=shortened(entity.en), aliases=aliases)


def shortened(name: str) -> str:
    """Return a Korean name of many words by its first two and its last; others as they are.

    >>> shortened("모든 강과 모든 시내를 맑고 깨끗하게 지키기 위한 온 누리의 다짐")
    '모든 강과 … 다짐'
    """
    words = name.split()
    is_long = len("".join(words)) >= LONGEST and len(words) > 3
    korean = sum("가" <= letter <= "힣" for letter in name) * 2 >= LONGEST
    return f"{words[0]} {words[1]} … {words[-1]}" if is_long and korean else name
