"""As what and in which articles a brief prints its entities."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from aikg.extraction.boundaries import skip_gloss
from aikg.extraction.folding import key
from aikg.extraction.matching import Hit
from aikg.extraction.naming import Named, Naming
from aikg.extraction.nesting import nested
from aikg.extraction.reading import Reading
from aikg.extraction.sources import Cited

#: a block of an article
Place = tuple[int, str]
#: what a block names
Found = Mapping[Place, tuple[tuple[Hit, Named], ...]]
#: the people of an organization who act for it: ``해든大 연구진``
_STAFF = re.compile(r" (?:연구진|연구팀|개발팀|경영진)(?![가-힣]{2})")


@dataclass
class Surfaces:
    """The printed forms of every entity in the order of the text, and its articles."""

    forms: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    articles: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, entity: str, article: int, form: str) -> None:
        """Note that ``article`` prints ``form`` for ``entity``."""
        self.forms[entity][form] = None
        self.articles[entity].add(article)


def surfaces(naming: Naming, readings: Mapping[Place, Reading], found: Found, sources: Iterable[Cited]) -> Surfaces:
    """Return how blocks and sources print the entities, those within longer names and with their staff included."""
    printed = Surfaces()
    for place, hits in found.items():
        reading = readings[place]
        for hit, named in hits:
            for form in _forms(reading.text, hit, named):
                printed.add(named.key, place[0], form)
            for inner, other in nested(naming, reading, hit, named):
                printed.add(other.key, place[0], reading.text[inner.start : inner.end])
    for source in sources:
        for name, kind in ((source.publisher, "Organization"), (source.title, "Work"), (source.title, "Law")):
            for entity in _called(naming, name, kind):
                printed.add(entity, source.article, name)
    return printed


def _forms(text: str, hit: Hit, named: Named) -> Iterator[str]:
    name = text[hit.start : hit.end]
    yield name
    end = skip_gloss(text, hit.end)
    staff = _STAFF.match(text, end) if named.kind == "Organization" else None
    if staff:
        yield name + staff.group()
        if end > hit.end:
            yield text[hit.start : staff.end()]


def _called(naming: Naming, name: str, kind: str) -> Iterator[str]:
    """Yield the first entity of a kind that has the name."""
    folded = key(name)
    same = (n.key for n in naming.entities if n.kind == kind and folded in {key(other) for other in n.names})
    if folded and (entity := next(same, None)):
        yield entity
