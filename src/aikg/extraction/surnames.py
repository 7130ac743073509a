"""Persons called by their full name first and by their last name from there on."""

from collections.abc import Sequence

from aikg.extraction.clusters import Cluster


def joined(groups: Sequence[Cluster]) -> list[Cluster]:
    """Join a person named by a part of the name to the one person of the brief whose name ends or begins with it."""
    persons = [group for group in groups if group.typed is not None and group.typed.kind == "Person"]
    gone: set[int] = set()
    for group in persons:
        full = [other for other in persons if other is not group and id(other) not in gone and _is_part(group, other)]
        if len(full) == 1:
            full[0].extend(group.candidates)
            gone.add(id(group))
    return [group for group in groups if id(group) not in gone]


def _is_part(short: Cluster, full: Cluster) -> bool:
    names = [name.split() for name in full.names]
    return bool(short.articles & full.articles) and any(_within(short.names[0].split(), name) for name in names)


def _within(part: list[str], name: list[str]) -> bool:
    return len(part) < len(name) and part in (name[-len(part) :], name[: len(part)])
