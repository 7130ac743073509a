"""New names that the briefs of earlier issues hold, so that the same thing gets the same key.

Beside its Turtle a brief keeps ``names.tsv``: every name that the extraction found and the registry lacks, also those
of which nothing is said. What two briefs share depends on these lists alone, so it is the same whether briefs are
ingested together or one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from aikg.errors import SourceError
from aikg.mapping.cleaning import clean, is_key
from aikg.model.extraction import Extraction, NamedEntity

#: the list of new names beside a brief's Turtle
NAMES = "names.tsv"
_HEAD = "key\tkind\tko\ten\tarticles\trule"
_ISSUE = re.compile("[a-z]+-[0-9]{4}-[0-9]{2}")


def new_names(extraction: Extraction) -> tuple[NamedEntity, ...]:
    """Return the entities that the registry lacks, by key."""
    found = {entity.key: entity for entity in extraction.entities if not entity.known and is_key(entity.key)}
    return tuple(found[key] for key in sorted(found))


def as_table(entities: Iterable[NamedEntity]) -> str:
    """Return entities as tab-separated lines."""
    lines = [_HEAD]
    for entity in entities:
        articles = " ".join(map(str, entity.articles))
        lines.append("\t".join(map(clean, (entity.key, entity.kind, entity.ko, entity.en, articles, entity.rule))))
    return "\n".join(lines) + "\n"


def names_of_others(folders: Iterable[Path], without: Collection[str]) -> dict[str, tuple[NamedEntity, ...]]:
    """Return the new names of the briefs in some folders, by issue; of two folders of one issue the last one counts.

    ``without`` are the issues that are being ingested. Raises SourceError for a list that cannot be read.
    """
    found: dict[str, tuple[NamedEntity, ...]] = {}
    for folder in dict.fromkeys(folders):
        for file in sorted(folder.glob(f"*/{NAMES}")):
            issue = file.parent.name
            if _ISSUE.fullmatch(issue) and issue not in without:
                found[issue] = _read(file)
    return found


def _read(file: Path) -> tuple[NamedEntity, ...]:
    try:
        rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:]]
        return tuple(NamedEntity(key, kind, ko, en, (), (), False, rule) for key, kind, ko, en, _, rule in rows)
    except (OSError, ValueError) as error:
        raise SourceError(f"{file} cannot be read: {error}", "ingest that brief again") from error
