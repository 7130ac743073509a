"""The list of events of a brief: conferences with days, place and web page, and statements of where they are held."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from aikg.mapping.cleaning import clean, cut, short_behind, web_address
from aikg.mapping.identity import renamed
from aikg.mapping.known import Name, fold
from aikg.mapping.labels import Voice, named, relation_label
from aikg.mapping.periods import when
from aikg.mapping.roster import Roster
from aikg.mapping.setting import period_of
from aikg.mapping.slugs import slug
from aikg.mapping.tables import property_of
from aikg.mapping.wording import LANGUAGES, as_sentence, fill, template
from aikg.model.brief import Brief, Conference
from aikg.model.extraction import Assertion, Confidence, Extraction, FoundRelation, NamedEntity
from aikg.model.statement import Statement
from aikg.model.timespan import TimeSpan
from aikg.vocabulary import iris
from aikg.vocabulary.iris import concept

#: finds the place that a name stands for among those known before any brief: countries, cities
PlaceNamed = Callable[[str], NamedEntity | None]
_SHORT = re.compile(r"\((?P<short>[^()]{2,30})\)\s*(?P<long>\S.*)")
_NOWHERE = re.compile(r"온라인|버추얼|가상|virtual|online", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Meeting:
    """A conference of the list: its key, what is printed, period, and the keys of its places, the widest first."""

    key: str
    printed: Conference
    period: TimeSpan | None
    places: tuple[str, ...]
    url: str | None


def meetings(brief: Brief, roster: Roster, place_named: PlaceNamed) -> list[Meeting]:
    """Return the conferences of a brief, taking new ones and their places into the roster."""
    found: dict[str, Meeting] = {}
    for conference in brief.conferences:
        name = clean(conference.name)
        if not slug(name) and not fold(name):
            continue
        period = _period(conference)
        places = tuple(_places(conference.place, roster, place_named))
        meeting = Meeting(_key(name, period, roster), conference, period, places, web_address(conference.url))
        found.setdefault(meeting.key, meeting)
    return list(found.values())


def with_years(brief: Brief, extraction: Extraction) -> Extraction:
    """Return the extraction with the year in the key of every new conference of the list, which may be held yearly."""
    years: dict[str, set[str]] = defaultdict(set)
    for conference in brief.conferences:
        for name in _names(clean(conference.name)):
            years[fold(name)].add((conference.start or "")[:4])
    keys = {}
    for entity in extraction.entities:
        if entity.kind == "Conference" and not entity.known:
            found = {year for name in (entity.ko, entity.en) for year in years.get(fold(name), ())}
            year = found.pop() if len(found) == 1 else ""
            if year and year not in entity.key:
                keys[entity.key] = f"{entity.key}-{year}"
    return renamed(extraction, keys)


def _names(name: str) -> list[str]:
    """Return the name of a conference, and its short and long form where it has both."""
    short = _SHORT.fullmatch(name)
    return [name, *(short.groups() if short else ())]


def _period(conference: Conference) -> TimeSpan | None:
    if conference.start and conference.end and conference.end != conference.start:
        return period_of(f"{conference.start}/{conference.end}")
    return period_of(conference.start)


def _key(name: str, period: TimeSpan | None, roster: Roster) -> str:
    year = str(period.earliest.year) if period is not None and period.earliest else ""
    names = _names(name)
    known = [roster.known.called(each, "Conference") for each in names]
    folded = {fold(each) for each in (*names, short_behind(name))}
    known += [e.key for e in roster.entities.values() if e.kind == "Conference" and {fold(e.ko), fold(e.en)} & folded]
    for key in known:
        if key is not None and (not year or year in key or not re.search("20[0-9]{2}", key)):
            return key
    base = slug(names[1] if len(names) > 1 else name) or f"conference-{fold(name)}"
    entity = NamedEntity(
        key=f"event/{base}" if not year or year in base else f"event/{base}-{year}",
        kind="Conference",
        ko=cut(short_behind(name)),
        en=cut(short_behind(name)),
        aliases=tuple(map(clean, names[1:])),
        articles=(),
        known=False,
        rule="conference.name",
    )
    return roster.add(entity)


def _places(printed: str, roster: Roster, place_named: PlaceNamed) -> Iterator[str]:
    for part in re.split(r"[,，]", _ASIDE.sub(" ", printed)):
        name = clean(part)
        if slug(name) and not _NOWHERE.search(name):
            yield _place(name, roster, place_named)


def _place(name: str, roster: Roster, place_named: PlaceNamed) -> str:
    known = roster.known.called(name, "Place")
    if known is not None:
        return known
    same = [e for e in roster.entities.values() if e.kind == "Place" and fold(name) in (fold(e.ko), fold(e.en))]
    named = same[0] if same else place_named(name)
    if named is not None:
        return roster.add(named)
    rule = "conference.place"
    return roster.add(NamedEntity(f"place/{slug(name)}", "Place", name, name, (), (), False, rule, Confidence.MEDIUM))


def meeting_statements(issue: str, found: Sequence[Meeting], roster: Roster, publisher: str) -> list[Statement]:
    """Return what the list of events says: where and when each is held, and where its place lies."""
    where = iris.conferences(issue)
    said: dict[str, Statement] = {}
    for meeting in found:
        for statement in (_held(where, meeting, roster, publisher), *_lying(where, meeting, roster, publisher)):
            said.setdefault(statement.iri, statement)
    return list(said.values())


def _held(where: str, meeting: Meeting, roster: Roster, publisher: str) -> Statement:
    place = meeting.places[-1] if meeting.places else None
    kinds = {(True, True): "place", (True, False): "place-undated", (False, True): "time", (False, False): "listed"}
    form = kinds[place is not None, meeting.period is not None]
    label = Name(*(_label(lang, form, meeting, roster, place) for lang in LANGUAGES))
    return replace(
        _listed(where, ("held", meeting.key, place or ""), label, roster, publisher),
        subjects=(iris.entity(meeting.key),) if place else (),
        predicate=property_of("locatedIn", "Conference", "Place")[0] if place else None,
        objects=(iris.entity(place),) if place else (),
        asserts=() if place else (iris.entity(meeting.key),),
        period=meeting.period.notation if meeting.period else None,
        confidence=str(roster.least_sure(Confidence.HIGH, [meeting.key, *([place] if place else [])])),
        rule="conference.held",
    )


def _label(lang: str, form: str, meeting: Meeting, roster: Roster, place: str | None) -> str:
    name, held = (named(lang, roster, [key]).text for key in (meeting.key, place or meeting.key))
    return as_sentence(
        fill(template(lang, "conferences", form), name=name, place=held, when=when(lang, meeting.period))
    )


def _lying(where: str, meeting: Meeting, roster: Roster, publisher: str) -> Iterator[Statement]:
    for outer, inner in zip(meeting.places, meeting.places[1:], strict=False):
        assertion = Assertion(0, (), "fact", (), "conference.region", Confidence.HIGH)
        label = relation_label(roster, FoundRelation(assertion, inner, "locatedIn", outer), Voice("fact"))
        yield replace(
            _listed(where, ("lies", inner, outer), label, roster, publisher),
            subjects=(iris.entity(inner),),
            predicate=property_of("locatedIn", "Place", "Place")[0],
            objects=(iris.entity(outer),),
            confidence=str(roster.least_sure(Confidence.HIGH, [inner, outer])),
            rule="conference.region",
        )


def _listed(where: str, basis: Sequence[str], label: Name, roster: Roster, publisher: str) -> Statement:
    name = hashlib.sha256("\x1f".join(basis).encode()).hexdigest()[:10]
    return Statement(
        iri=f"{where}/c-{name}",
        article=where,
        ko=label.ko,
        en=label.en,
        modality=concept("modality/fact"),
        claimants=roster.iris([publisher]),
        review_status="candidate",
    )
