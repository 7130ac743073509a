"""Word lists of the lexicon: which words tell the kind of a name, and which are no names at all."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from aikg.extraction.folding import key


@cache
def _lists(name: str) -> dict[str, Any]:
    return tomllib.loads((files("aikg.extraction") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def kinds_by_word(table: str) -> dict[str, str]:
    """Return word to kind for a table of ``kinds.toml``: ``classes``, ``heads`` or ``english``."""
    found: dict[str, str] = {}
    for kind, words in _lists("kinds")[table].items():
        for word in words.split():
            found.setdefault(word, kind)
    return found


@cache
def word_list(table: str, name: str) -> frozenset[str]:
    """Return a list of words of ``kinds.toml``."""
    return frozenset(_lists("kinds")[table][name].split())


@cache
def acronyms() -> frozenset[str]:
    """Acronyms of common things, folded: ``AI``, ``CEO``, ``GPU``."""
    return frozenset(key(word) for word in _lists("vocabulary")["acronyms"].split())


@cache
def common_words() -> frozenset[str]:
    """Common nouns and modifiers of the genre."""
    return frozenset(_lists("vocabulary")["words"].split())


@cache
def technologies() -> dict[str, tuple[str, ...]]:
    """Return the established terms of the field: English name to its Korean names, the usual one first."""
    return {english: tuple(names) for english, names in _lists("vocabulary")["technologies"].items()}


@cache
def spellings(name: str) -> frozenset[str]:
    """Return all forms that the lexicon has of a name, folded: ``Reuters`` is ``로이터``; none when it has none."""
    return _spellings().get(key(name), frozenset())


@cache
def _spellings() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for _, english, names in (*unglossed(), *_entries("publishers")):
        forms = frozenset(key(form) for form in (english, *names))
        for form in forms:
            found[form] = found.get(form, frozenset()) | forms
    return found


@cache
def unglossed() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return the names that briefs print without a gloss: kind, form in Latin letters, Korean spellings."""
    return _entries("names")


@cache
def _entries(table: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    found = []
    for kind, lines in _lists("names")[table].items():
        for entry in filter(None, (part.strip() for line in lines.splitlines() for part in line.split(";"))):
            korean, _, english = entry.partition(" = ")
            found.append((kind, english, tuple(dict.fromkeys(korean.split(", ")))))
    return tuple(found)
