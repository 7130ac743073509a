"""All names that the rules find in a brief, before it is settled what they stand for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from aikg.extraction import agents, enumerations, glosses, institutions, meetings, models, persons, quoting
from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.folding import key
from aikg.extraction.kinds import format_type
from aikg.extraction.reading import Reading


def gather(readings: Iterable[Reading]) -> tuple[Candidate, ...]:
    """Return what each rule finds in each block, in their order."""
    return tuple(candidate for reading in readings for candidate in _in_block(reading))


def _in_block(reading: Reading) -> Iterator[Candidate]:
    yield from glosses.mine(reading)
    yield from quoting.quoted(reading)
    yield from institutions.institutions(reading)
    yield from persons.titled(reading)
    yield from meetings.meetings(reading)
    yield from models.codes(reading)
    yield from agents.agents(reading)


def listed(readings: Iterable[Reading], kinds: Mapping[str, Typed]) -> tuple[Candidate, ...]:
    """Return the members of lists: of the kind shown beside the list, or of the members whose ``kinds`` are known."""
    found: list[Candidate] = []
    for reading in readings:
        for members in enumerations.enumerations(reading):
            shared = _shared_kind(members, kinds)
            found += [m if m.typed or shared is None else replace(m, typed=shared) for m in members]
    return tuple(candidate for candidate in found if candidate.typed)


def _shared_kind(members: Sequence[Candidate], kinds: Mapping[str, Typed]) -> Typed | None:
    known = [kinds[key(member.name)] for member in members if key(member.name) in kinds]
    if not known:
        return None
    usual, count = Counter(format_type(typed.kind) for typed in known).most_common(1)[0]
    typed = next(typed for typed in known if format_type(typed.kind) == usual)
    agreed = count == len(known) and usual not in ("Place", "Technology", "Report")
    return Typed(typed.kind, typed.classification if count > 1 else None, "list") if agreed else None
