"""Products found by other names: services named after their owners, versions and editions of products."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from aikg.extraction.candidates import Candidate
from aikg.extraction.context import needs_context
from aikg.extraction.folding import key
from aikg.extraction.keys import NewKeys
from aikg.extraction.matching import Hit, Matcher
from aikg.extraction.naming import Named, Naming
from aikg.extraction.reading import Reading
from aikg.extraction.versions import family, owned, versions
from aikg.extraction.words import acronyms, common_words

PRODUCTS = frozenset({"AIModel", "Service", "Hardware", "Product"})


def families(naming: Naming, keys: NewKeys) -> list[Named]:
    """Return the families of which two or more numbered products are named, as products that may stand alone."""
    members: dict[str, list[Named]] = defaultdict(list)
    for named in naming.entities:
        for name in {family(name) for name in named.names} if named.kind in PRODUCTS and not named.known else ():
            members[name].append(named)
    return [
        Named(keys.new(group[0].kind, "", name), group[0].kind, name, name, (name,), "family")
        for name, group in members.items()
        if _is_name(name) and len(group) > 1 and key(name) not in {key(n) for e in naming.entities for n in e.names}
    ]


def _is_name(name: str) -> bool:
    return len(name) > 1 and not needs_context(name) and name.casefold() not in acronyms()


def services(naming: Naming, readings: Iterable[Reading], keys: NewKeys) -> list[Named]:
    """Return the new services that are named after organizations or products of ``naming``."""
    found: dict[str, Named] = {}
    for reading in readings:
        for candidate in _owned(naming, reading):
            if key(candidate.name) not in found and candidate.typed is not None:
                found[key(candidate.name)] = _new(candidate, candidate.typed.kind, keys)
    return list(found.values())


def _owned(naming: Naming, reading: Reading) -> Iterator[Candidate]:
    marked = naming.find(reading)
    starts = frozenset(hit.start for hit, _ in marked)
    for candidate in owned(reading, [hit for hit, named in marked if named.kind in ("Organization", *PRODUCTS)]):
        overlaps = any(candidate.start < start < candidate.end for start in starts)
        if not overlaps and naming.meant(candidate.name, reading.article) is None:
            yield candidate


def numbered(naming: Naming, readings: Sequence[Reading], keys: NewKeys) -> list[Named]:
    """Return the new versions, sizes and editions of the products of ``naming`` and of their families."""
    found: dict[str, Named] = {}
    families = {family(name): n.kind for n in naming.entities if n.kind in PRODUCTS for name in n.names}
    matcher = Matcher(name for name in families if len(name) > 1 and name not in common_words())
    for reading in readings:
        bases: list[tuple[Hit, str]] = [(hit, n.kind) for hit, n in naming.find(reading) if n.kind in PRODUCTS]
        bases += [(hit, families[hit.name]) for hit in matcher.find(reading.text)]
        kinds = {hit.name: kind for hit, kind in bases}
        for candidate, base in versions(reading, [hit for hit, _ in bases]):
            if naming.meant(candidate.name, reading.article) is None and key(candidate.name) not in found:
                found[key(candidate.name)] = _new(candidate, kinds[base], keys)
    return list(found.values())


def _new(candidate: Candidate, kind: str, keys: NewKeys) -> Named:
    name = candidate.name
    return Named(keys.new(kind, "", name), kind, name, name, (name,), candidate.rule)
