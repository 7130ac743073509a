"""Words that the rules look for, from ``cues.toml``."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("aikg.extraction") / "cues.toml").read_text(encoding="utf-8"))


@cache
def cues(*path: str) -> frozenset[str]:
    """Return the words under a path of the table.

    >>> "계획" in cues("modality", "nouns", "plan")
    True
    """
    found: Any = _table()
    for step in path:
        found = found[step]
    return frozenset(found.split())


@cache
def classes(*path: str) -> dict[str, str]:
    """Return word to class for a table whose keys are classes.

    >>> classes("modality", "nouns")["방침"]
    'plan'
    """
    found: Any = _table()
    for step in path:
        found = found[step]
    return {word: name for name, words in found.items() for word in words.split()}
