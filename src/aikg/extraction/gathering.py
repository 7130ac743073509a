"""All names that the rules find in a brief, before it is settled what they stand for."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from aikg.extraction import (
    agents,
    enumerations,
    glosses,
    institutions,
    introductions,
    meetings,
    models,
    persons,
    places,
    quoting,
    wellknown,
)
from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.clusters import QUOTED
from aikg.extraction.context import is_homely
from aikg.extraction.folding import key
from aikg.extraction.kinds import class_noun, format_type
from aikg.extraction.notes import noted
from aikg.extraction.reading import Reading
from aikg.model.extraction import Confidence

#: what finds names in a block
Rule = Callable[[Reading], Iterator[Candidate]]


def marked(readings: Iterable[Reading]) -> tuple[Candidate, ...]:
    """Return the names that the text marks itself: glossed, quoted or given a short form."""
    rules = (glosses.mine, glosses.short_forms, quoting.quoted)
    return tuple(candidate for reading in readings for rule in rules for candidate in rule(reading))


def unmarked(readings: Iterable[Reading]) -> tuple[Candidate, ...]:
    """Return the names that show by their form and place alone."""
    rules: tuple[Rule, ...] = (
        institutions.institutions,
        persons.titled,
        meetings.meetings,
        models.codes,
        models.letters,
        models.bills,
        models.shops,
        models.tests,
        models.addresses,
        places.venues,
        agents.agents,
        introductions.introduced,
        places.states,
        wellknown.well_known,
    )
    return tuple(c for reading in readings for rule in rules for c in rule(reading) if not _is_inside(reading, c))


def _is_inside(reading: Reading, candidate: Candidate) -> bool:
    """Does it begin in the middle of a name that is known already?"""
    return any(start < candidate.start < end for start, end in reading.protected)


def with_notes(candidates: Iterable[Candidate], readings: Sequence[Reading]) -> tuple[Candidate, ...]:
    """Give the names that a star marks the kinds that their notes tell."""
    kinds, texts = noted(readings), {(r.article, r.block.id): r.text for r in readings}

    def typed(candidate: Candidate) -> Candidate:
        place = candidate.article, candidate.block
        text, star = texts[place], candidate.end
        while text[star : star + 1] and text[star] in "’”」』)":
            star += 1
        told = kinds.get((*place, star))
        return candidate if told is None else replace(candidate, typed=told)

    return tuple(typed(candidate) for candidate in candidates)


def with_pairs(candidates: Iterable[Candidate], readings: Sequence[Reading]) -> tuple[Candidate, ...]:
    """Let quoted names that stand side by side be of one kind, where that of one is shown: ``데이터셋 ‘A’와 ‘B’``."""
    found, texts = list(candidates), {(r.article, r.block.id): r.text for r in readings}
    order = sorted(range(len(found)), key=lambda i: (found[i].article, found[i].block, found[i].start))
    quoted = [index for index in order if found[index].rule in QUOTED]
    for indices in (quoted, quoted[::-1]):
        for one, other in pairwise(indices):
            typed = found[one].typed
            if typed is not None and found[other].typed is None and _side_by_side(found[one], found[other], texts):
                found[other] = replace(found[other], typed=Typed(typed.kind, None, "list"), confidence=Confidence.HIGH)
    return tuple(found)


def _side_by_side(one: Candidate, other: Candidate, texts: Mapping[tuple[int, str], str]) -> bool:
    if (one.article, one.block) != (other.article, other.block):
        return False
    first, last = sorted((one, other), key=lambda candidate: candidate.start)
    return bool(_BETWEEN.fullmatch(texts[one.article, one.block][first.end : last.start]))


#: what stands between names quoted side by side, the end of the first one's gloss included
_BETWEEN = re.compile(r"(?:\([^()]*\))?\*?[’”](?:[와과,]| 및)? ?[‘“]")


def with_methods(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Let a method be called by its bare name (``별결`` for ``별결 방식``) where no product has that name."""
    found = tuple(candidates)
    products = {key(c.name) for c in found if c.typed and format_type(c.typed.kind) == "Product"}
    return tuple(
        replace(c, aliases=(*c.aliases, c.name.split()[0]))
        if c.rule == "gloss.method" and key(c.name.split()[0]) not in products
        else c
        for c in found
    )


def listed(readings: Iterable[Reading], kinds: Mapping[str, Typed]) -> tuple[Candidate, ...]:
    """Return the members of lists: of the kind shown beside the list, or of the members whose ``kinds`` are known."""
    found: list[Candidate] = []
    for reading in readings:
        for members in enumerations.enumerations(reading):
            shared = _shared_kind(members, kinds)
            found += [m if m.typed or shared is None else replace(m, typed=shared) for m in members]
    return tuple(candidate for candidate in found if candidate.typed)


def branched(readings: Iterable[Reading], kinds: Mapping[str, Typed]) -> Iterator[Candidate]:
    """Yield what is quoted, or labels a paragraph, and goes on a name whose kind is known: ``(오로라 오픈)``.

    Common words that go on it make a name where the article has them twice.
    """
    stretches = [(r, *span) for r in readings for span in (*quoting.quotes(r.text), *quoting.labels(r))]
    printed = Counter((r.article, key(r.text[start:end])) for r, start, end in stretches)
    for reading, start, end in stretches:
        name = reading.text[start:end]
        base, _, rest = name.rpartition(" ")
        typed = kinds.get(key(base)) if rest and not class_noun(rest) else None
        named = "(" not in name and (not is_homely(rest) or printed[reading.article, key(name)] > 1)
        if typed is not None and named and format_type(typed.kind) in _BRANCHING:
            found = Typed(typed.kind, None, "list")
            yield Candidate(
                reading.article, reading.block.id, start, end, name, "branch", found, "", (), Confidence.HIGH
            )


_BRANCHING = frozenset({"Programme", "Product", "Benchmark", "Dataset"})


def _shared_kind(members: Sequence[Candidate], kinds: Mapping[str, Typed]) -> Typed | None:
    known = [kinds[key(member.name)] for member in members if key(member.name) in kinds]
    if not known:
        return None
    usual, count = Counter(format_type(typed.kind) for typed in known).most_common(1)[0]
    typed = next(typed for typed in known if format_type(typed.kind) == usual)
    agreed = count == len(known) and usual not in ("Place", "Technology", "Report")
    return Typed(typed.kind, typed.classification if count > 1 else None, "list") if agreed else None
