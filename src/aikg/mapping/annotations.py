"""What an extraction found as an annotation bundle: one JSON object a line, in files by kind.

The bundle is for measuring and checking; it quotes the brief and is no part of the dataset.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from aikg.mapping.articles import CITATION
from aikg.mapping.conferences import Meeting, PlaceNamed, meetings, with_years
from aikg.mapping.documents import cited_works
from aikg.mapping.known import Known, fold
from aikg.mapping.roster import Roster
from aikg.model.brief import Brief
from aikg.model.evidence import normalize
from aikg.model.extraction import Extraction, FoundEvent, FoundFigure, NamedEntity, Quantity, Span
from aikg.model.timespan import parse_time_span
from aikg.vocabulary.concepts import concepts

#: a quote is cut to this length, around what it is about
LONGEST_QUOTE = 120
Rows = list[dict[str, Any]]


@cache
def names_of(table: str) -> Mapping[str, str]:
    """Return the bundle's names for ours, by table: types, modalities, comparators, events ..."""
    text = (files("aikg.mapping") / "annotations.toml").read_text(encoding="utf-8")
    found: Mapping[str, str] = tomllib.loads(text)[table]
    return found


def bundle(brief: Brief, extraction: Extraction, place_named: PlaceNamed = lambda name: None) -> dict[str, str]:
    """Return the files of the bundle by name (``articles.jsonl`` ...); the same input gives the same text."""
    extraction = with_years(brief, extraction)
    roster = Roster.of(Known(), extraction.entities)
    cited = {article.number: cited_works(article, extraction, roster) for article in brief.articles}
    laws = {fold(name) for e in extraction.entities if e.kind == "Law" for name in (e.ko, e.en, *e.aliases)}
    texts = {w.key for works in cited.values() for w in works if fold(w.title) in laws}  # no second thing beside a law
    held = meetings(brief, roster, place_named)
    quotes = _Quotes(brief)
    where = _articles_of(roster, {n: [w.key for w in works] for n, works in cited.items()}, held)
    rows = {
        "articles": list(_articles(brief)),
        "entities": [
            _entity(roster.entities[key], found)
            for key, found in where.items()
            if key in roster.entities and key not in texts
        ],
        "figures": [_figure(f, quotes) for f in extraction.figures],
        "relations": [*_relations(extraction, quotes), *_conference_relations(held)],
        "events": [*(_event(e, quotes) for e in extraction.events), *_conference_events(held)],
    }
    return {f"{name}.jsonl": _lines(name, found) for name, found in rows.items()}


def _lines(name: str, rows: Rows) -> str:
    prefix = {"figures": "f", "relations": "r", "events": "v"}.get(name)
    if prefix:
        rows = [{"id": f"{prefix}{number:03d}", **row} for number, row in enumerate(rows, 1)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _id(article: int) -> str:
    return f"a{article:02d}"


def _articles(brief: Brief) -> Iterator[dict[str, Any]]:
    for article in brief.articles:
        sources = [{"publisher": s.publisher, "title": s.title, "date": s.date} for s in article.sources]
        yield {
            "id": _id(article.number),
            "section_ko": article.section,
            "title_ko": article.title.text,
            "page": article.printed_page or article.page,
            "sources": sources,
        }


def _articles_of(roster: Roster, cited: Mapping[int, Sequence[str]], held: Sequence[Meeting]) -> dict[str, list[str]]:
    """Return the ids of the articles and list entries that name each entity, by key."""
    found = {key: {_id(n) for n in entity.articles} for key, entity in roster.entities.items()}
    for number, keys in cited.items():
        for key in keys:
            found.setdefault(key, set()).add(_id(number))
    for number, meeting in enumerate(held, 1):
        for key in (meeting.key, *meeting.places):
            found.setdefault(key, set()).add(f"c{number:02d}")
    return {key: sorted(found[key]) for key in sorted(found) if found[key]}


def _entity(entity: NamedEntity, articles: Sequence[str]) -> dict[str, Any]:
    names = dict.fromkeys(name for name in (entity.ko, entity.en, *entity.aliases) if name)
    row = {"id": entity.key, "type": names_of("types").get(entity.kind, "Technology")}
    subtype = names_of("subtypes").get(entity.kind) or _camel(entity.classification or "")
    if subtype:
        row["subtype"] = subtype
    labels = {"label_ko": entity.ko or entity.en, "label_en": entity.en or None}
    return {**row, **labels, "aliases": list(names), "articles": list(articles)}


def _camel(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("-"))


class _Quotes:
    """The words of stretches, cut around what they are about."""

    def __init__(self, brief: Brief) -> None:
        self._texts = {(a.number, b.id): normalize(b.text) for a in brief.articles for b in a.blocks}

    def __call__(self, article: int, spans: Sequence[Span], center: int | None = None) -> str:
        if not spans:
            return ""
        text, span = self._texts.get((article, spans[0].block), ""), spans[0]
        start, end = span.start, span.end
        if end - start > LONGEST_QUOTE and center is not None:
            start = min(max(start, center - LONGEST_QUOTE // 2), end - LONGEST_QUOTE)
        return text[start:end][:LONGEST_QUOTE]


def _figure(found: FoundFigure, quotes: _Quotes) -> dict[str, Any]:
    quantity, said = found.quantity, found.assertion
    value = next((n for n in (quantity.value, quantity.minimum, quantity.maximum) if n is not None), None)
    is_range = quantity.value is None and None not in (quantity.minimum, quantity.maximum)
    return {
        "article": _id(said.article),
        "about": found.about[0] if found.about else None,
        "measure": found.measure,
        "value": _number(value),
        "value_max": _number(quantity.maximum) if is_range else None,
        "unit": unit_of(quantity),
        "comparator": names_of("comparators").get(quantity.bound, "eq"),
        "modality": names_of("modalities").get(said.modality, said.modality),
        "claimant": said.claimants[0] if said.claimants else None,
        "time": interval(found.period),
        "quote": quotes(said.article, said.evidence, quantity.start),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def unit_of(quantity: Quantity) -> str:
    """Return the unit as the bundle has it: a code, a name, or the counted noun; with what it is counted per.

    >>> unit_of(Quantity(0, 0, "", "usd", per="month")), unit_of(Quantity(0, 0, "", "item", counted="등대"))
    ('USD/month', '등대')
    """
    concept = concepts().get(f"unit/{quantity.unit}")
    code = concept.notation if concept is not None and concept.notation != "%" else ""
    unit = code or quantity.unit.replace("-", " ")
    if quantity.unit == "item" and quantity.counted:
        unit = quantity.counted
    return f"{unit}/{quantity.per}" if quantity.per else unit


def interval(notation: str | None) -> str | None:
    """Return a period in ISO 8601, as an interval where it is vague or open.

    >>> [interval(n) for n in ("2024-12", "2024-Q4", "..2026", "2023-12-06..", None)]
    ['2024-12', '2024-10/2024-12', '../2026', '2023-12-06/..', None]
    """
    if not notation:
        return None
    if notation.startswith(".."):
        return f"../{notation[2:]}"
    if notation.endswith(".."):
        return f"{notation[:-2]}/.."
    if re.search("[A-Za-z]", notation):
        return _vague(notation)
    return notation


def _vague(notation: str) -> str:
    try:
        span = parse_time_span(notation)
    except ValueError:
        return notation
    days = [str(day)[:7] if day else ".." for day in (span.earliest, span.latest)]
    return "/".join(dict.fromkeys(days))


def edtf(notation: str | None) -> str | None:
    """Return the date of an event in EDTF, where quarters have a code of their own.

    >>> edtf("2024-Q4"), edtf("2024-early")
    ('2024-36', '2024-01/2024-04')
    """
    quarter = re.fullmatch(r"([0-9]{4})-Q([1-4])", notation or "")
    return f"{quarter[1]}-{32 + int(quarter[2])}" if quarter else interval(notation)


def _event(found: FoundEvent, quotes: _Quotes) -> dict[str, Any]:
    said = found.assertion
    return {
        "article": _id(said.article),
        "type": names_of("events-by-modality").get(said.modality) or names_of("events").get(found.kind, "Other"),
        "agents": list(found.agents),
        "objects": list(found.objects),
        "date": edtf(found.period),
        "quote": "" if said.rule == CITATION else quotes(said.article, said.evidence),
    }


def _relations(extraction: Extraction, quotes: _Quotes) -> Iterator[dict[str, Any]]:
    seen = set()
    for found in extraction.relations:
        said = found.assertion
        triple = (said.article, found.subject, found.predicate, found.object)
        if triple not in seen:
            seen.add(triple)
            quote = "" if said.rule == CITATION else quotes(said.article, said.evidence)
            yield _relation(_id(said.article), found.subject, found.predicate, found.object, quote)


def _relation(article: str, subject: str, predicate: str, other: str, quote: str) -> dict[str, Any]:
    return {"article": article, "subject": subject, "predicate": predicate, "object": other, "quote": quote}


def _conference_relations(held: Iterable[Meeting]) -> Iterator[dict[str, Any]]:
    for number, meeting in enumerate(held, 1):
        article, quote = f"c{number:02d}", meeting.printed.place[:LONGEST_QUOTE]
        if meeting.places:
            yield _relation(article, meeting.key, "locatedIn", meeting.places[-1], quote)
        for outer, inner in zip(meeting.places, meeting.places[1:], strict=False):
            yield _relation(article, inner, "partOf", outer, quote)


def _conference_events(held: Iterable[Meeting]) -> Iterator[dict[str, Any]]:
    for number, meeting in enumerate(held, 1):
        yield {
            "article": f"c{number:02d}",
            "type": "Conference",
            "agents": [],
            "objects": [meeting.key],
            "date": edtf(meeting.period.notation) if meeting.period else None,
            "quote": meeting.printed.name[:LONGEST_QUOTE],
        }
