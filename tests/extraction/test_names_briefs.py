"""The names of whole invented briefs against what a careful annotator would list."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from aikg.extraction.folding import key
from aikg.extraction.kinds import format_type
from aikg.model.extraction import NamedEntity
from tests.extraction.invented import article, named

BRIEFS = sorted((Path(__file__).parent / "briefs").glob("*.toml"))


@dataclass(frozen=True)
class Expected:
    """An entity that an article names."""

    article: int
    names: frozenset[str]
    kinds: frozenset[str]
    required: bool

    @classmethod
    def of(cls, number: int, line: str) -> Expected:
        """Read ``name|Kind,Kind|optional = other, names``."""
        head, _, others = line.partition(" = ")
        name, kinds, *optional = head.split("|")
        names = frozenset(key(other) for other in (name, *others.split(", ")) if other)
        return cls(number, names, frozenset(kinds.split(",")), not optional)


def found_in(brief: dict[str, Any]) -> list[tuple[int, NamedEntity]]:
    articles = [
        article(*a["bullets"], title=a["title"], sources=tuple(tuple(s) for s in a["sources"]), number=number)
        for number, a in enumerate(brief["articles"], 1)
    ]
    entities = named(*articles).entities.values()
    return [(number, entity) for entity in entities for number in entity.articles]


def names_of(entity: NamedEntity) -> set[str]:
    return {key(name) for name in (entity.ko, entity.en, *entity.aliases)}


def compared(path: Path) -> tuple[list[str], list[str], list[str], int]:
    """Return what is missing, what is spurious, what is of a wrong kind, and how many are right."""
    brief = tomllib.loads(path.read_text(encoding="utf-8"))
    expected = [Expected.of(n, line) for n, a in enumerate(brief["articles"], 1) for line in a["expected"]]
    missing, spurious, mistyped, right = list(expected), [], [], 0
    for number, entity in found_in(brief):
        match = next((e for e in missing if e.article == number and e.names & names_of(entity)), None)
        if match is None:
            spurious.append(f"{number} {entity.kind} {entity.ko}")
            continue
        missing.remove(match)
        right += 1
        if format_type(entity.kind) not in match.kinds:
            mistyped.append(f"{number} {entity.kind} {entity.ko}")
    return [f"{e.article} {sorted(e.names)[0]}" for e in missing if e.required], spurious, mistyped, right


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_names_of_a_brief_nobody_has_seen(path: Path) -> None:
    missing, spurious, mistyped, right = compared(path)
    f1 = 2 * right / (2 * right + len(missing) + len(spurious))
    assert f1 >= 0.95, (f1, missing, spurious)
    assert len(mistyped) <= right * 0.04, mistyped
