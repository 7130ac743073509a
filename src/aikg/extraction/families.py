"""Relations that names themselves tell: 영국 과학기술부, 구글 검색, 그록 3 미니.

A name that begins with another name of the same article belongs to it: an organization stands in the place, a product
comes from the maker, a longer product name is a variant or, where only a number is added, a version.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aikg.extraction.cues import cues
from aikg.extraction.kinds import head_kind

_PRODUCTS = frozenset(("AIModel", "Service", "Hardware", "Product"))
_EDITIONS = cues("families", "editions")
_SIZE = re.compile(r"\d+(\.\d+)?[BM]")
_VERSION = re.compile(r"v?\d+(\.\d+)*")


@dataclass(frozen=True, slots=True)
class Named:
    """A name of an entity, as it is printed."""

    entity: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Kinship:
    """A relation between two names, and the rule that found it."""

    rule: str
    subject: Named
    predicate: str
    object: Named


def kinships(names: Iterable[Named]) -> Iterator[Kinship]:
    """Yield the relations among the ``names`` of one article."""
    known = sorted(set(names), key=lambda n: (n.name, n.entity))
    for name in known:
        shorter = [n for n in known if n.entity != name.entity and _begins(name, n)]
        for other in shorter:
            rule = _rule(name, other)
            if rule is not None:
                yield Kinship(rule[0], name, rule[1], other)
        yield from _family(name, [n for n in shorter if n.kind in _PRODUCTS])


def _begins(name: Named, beginning: Named) -> bool:
    if len(beginning.name) < 2 or not name.name.startswith(beginning.name):
        return False
    rest = name.name[len(beginning.name) :]
    glued = beginning.kind == "Place" and name.kind == "Organization" and head_kind(rest) is not None  # 미국항공우주국
    return rest[:1] in (" ", "의", "-") or glued


def _rule(name: Named, other: Named) -> tuple[str, str] | None:
    if other.kind == "Place" and name.kind in ("Organization", "Conference"):
        return "named-after-place", "locatedIn"
    if other.kind == "Organization" and name.kind in _PRODUCTS:
        return "named-after-maker", "releasedBy"
    if other.kind == "Organization" and name.kind == "Organization":
        return "named-after-parent", "partOf"
    return None


def _family(name: Named, shorter: list[Named]) -> Iterator[Kinship]:
    if name.kind not in _PRODUCTS or not shorter:
        return
    numbered = [n for n in shorter if re.search(r"\d", n.name)]
    edition = [n for n in shorter if name.name.split(" ")[-1] in _EDITIONS]
    if not numbered and not edition:
        yield from _of_family(name, shorter)
        return
    base = min(numbered, key=lambda n: len(n.name)) if numbered else max(edition, key=lambda n: len(n.name))
    added = name.name[len(base.name) :].strip(" -")
    if _VERSION.fullmatch(added) or "버전" in added:
        yield Kinship("version", name, "versionOf", base)
    else:
        yield Kinship("variant", name, "variantOf", base)


def _of_family(name: Named, shorter: list[Named]) -> Iterator[Kinship]:
    """``클로드 2.1`` is a version of 클로드, ``올모 7B`` a size of 올모."""
    base = max(shorter, key=lambda n: len(n.name))
    added = name.name[len(base.name) :].strip(" -")
    if _VERSION.fullmatch(added):
        yield Kinship("version", name, "versionOf", base)
    elif _SIZE.fullmatch(added):
        yield Kinship("size", name, "variantOf", base)
