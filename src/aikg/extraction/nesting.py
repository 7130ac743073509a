"""Names within names: the place or the institution that a longer name begins with is named as well."""

from collections.abc import Iterator

from aikg.extraction.matching import Hit
from aikg.extraction.naming import Named, Naming
from aikg.extraction.reading import Reading

_OUTER = frozenset({"Organization", "Conference", "Law"})


def nested(naming: Naming, reading: Reading, outer: Hit, named: Named) -> Iterator[tuple[Hit, Named]]:
    """Yield what a longer name begins with: the state of ``영국 정부``, the house of ``백악관 자문위원회``."""
    if named.kind not in _OUTER or named.classification == "university":
        return
    for hit in naming.printed(reading):
        inner = naming.meant(hit.name, reading.article)
        before_blank = hit.start == outer.start and hit.end < outer.end and reading.text[hit.end] == " "
        if before_blank and inner is not None and inner.key != named.key and _is_seat(inner, named):
            yield hit, inner


def _is_seat(inner: Named, named: Named) -> bool:
    if inner.kind == "Place":
        return True
    state = ("government", "government-agency", "eu-institution")
    return named.kind == inner.kind == "Organization" and inner.classification in state
