"""Names that are known before a brief is read, and where a text has them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from aikg.extraction.folding import key
from aikg.extraction.matching import Matcher
from aikg.extraction.registry import Entry, named_in, read_registry
from aikg.extraction.territories import cities, territories


@dataclass(frozen=True)
class Gazetteer:
    """Known entities by key."""

    entries: dict[str, Entry]

    @classmethod
    def load(cls, data_folder: Path, *, without_issue: str | None = None) -> "Gazetteer":
        """Return the registry below ``data_folder`` and the countries of the world.

        ``without_issue`` leaves out what only that brief names, for measuring how a brief is read that nobody has
        curated. Raises SourceError for a file that is no Turtle.
        """
        entries = read_registry(data_folder)
        if without_issue is not None:
            issues = named_in(data_folder)
            entries = tuple(entry for entry in entries if issues.get(entry.key) != frozenset({without_issue}))
        return cls.of((*territories(), *cities(), *entries))

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Gazetteer":
        """Return a gazetteer of ``entries``; entries of one key become one."""
        found: dict[str, Entry] = {}
        for entry in entries:
            other = found.get(entry.key)
            found[entry.key] = entry if other is None else _merged(entry, other)
        return cls(found)

    @classmethod
    def empty(cls) -> "Gazetteer":
        """Return a gazetteer that knows the countries alone."""
        return cls.of((*territories(), *cities()))

    def without(self, keys: Iterable[str]) -> "Gazetteer":
        """Return the gazetteer without the entities of ``keys``."""
        gone = frozenset(keys)
        return Gazetteer({name: entry for name, entry in self.entries.items() if name not in gone})

    def named(self, name: str) -> tuple[Entry, ...]:
        """Return the entities that ``name`` may stand for, folded: a company and its service can share it."""
        return self._by_name.get(key(name)) or self._by_name.get(key(name.removeprefix("The ")), ())

    @cached_property
    def _by_name(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            for name in entry.names:
                found[key(name)].append(entry)
        return {name: tuple(entries) for name, entries in found.items()}

    @cached_property
    def matcher(self) -> Matcher:
        """The automaton of all names."""
        return Matcher(name for entry in self.entries.values() for name in entry.names)


def _merged(entry: Entry, other: Entry) -> Entry:
    names = (*entry.aliases, other.ko, other.en, *other.aliases)
    aliases = tuple(name for name in dict.fromkeys(names) if name not in (entry.ko, entry.en))
    return Entry(entry.key, entry.kind, entry.ko, entry.en, aliases, entry.classification or other.classification)
