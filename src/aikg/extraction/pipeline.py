"""From a brief to all that it says: names, then figures, relations and events, article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from aikg.extraction import events, figures, relations
from aikg.extraction.citations import bibliography
from aikg.extraction.dates import Anchor, find_dates
from aikg.extraction.gazetteer import Gazetteer
from aikg.extraction.lead import read_lead
from aikg.extraction.morphology import tokens
from aikg.extraction.names import Names, find_names
from aikg.extraction.passages import Kinds, Passage, read_passage
from aikg.extraction.quantities import find_quantities
from aikg.model.brief import Article, Block, Brief
from aikg.model.evidence import normalize
from aikg.model.extraction import Confidence, Extraction, FoundEvent, FoundFigure, FoundRelation, NamedEntity

_STRENGTH = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}


def extract(brief: Brief, gazetteer: Gazetteer) -> Extraction:
    """Return what ``brief`` says, with the names of ``gazetteer`` as known ones.

    The same brief and gazetteer give the same result, in the order of articles and blocks.
    """
    names = find_names(brief, gazetteer)
    cited = bibliography(brief, names.entities)
    kinds = {name: _kind(entity) for name, entity in cited.entities.items()}

    def kind_of(name: str) -> str:
        return kinds.get(name, "")

    found_figures: list[FoundFigure] = []
    found_relations: list[FoundRelation] = list(cited.relations)
    found_events: list[FoundEvent] = list(cited.events)
    for article in brief.articles:
        passages = _read(brief, article, names, kind_of)
        issued = next((s.date for s in article.sources if s.date), None)
        lead = read_lead(article.number, passages, cited.publishers.get(article.number, ()), kind_of, issued)
        lead.places = tuple(
            (e.key, e.ko) for e in cited.entities.values() if e.kind == "Place" and article.number in e.articles
        )
        for passage in lead.passages:
            found_figures += figures.figures(lead, passage)
            found_events += events.events(lead, passage)
        found_relations += relations.relations(lead)
    return Extraction(
        issue=brief.issue,
        entities=tuple(cited.entities[name] for name in sorted(cited.entities)),
        mentions=tuple((a.number, m) for a in brief.articles for b in a.blocks for m in names.mentions(a.number, b.id)),
        figures=tuple(found_figures),
        relations=tuple(_once(found_relations)),
        events=tuple(dict.fromkeys(found_events)),
    )


def _kind(entity: NamedEntity) -> str:
    """Technologies by name are things that somebody makes; those that are terms of the field are topics."""
    return "Topic" if entity.kind == "Technology" and (entity.known or entity.rule == "term") else entity.kind


def _read(brief: Brief, article: Article, names: Names, kind_of: Kinds) -> list[Passage]:
    anchor = Anchor.of_issue(brief.issue)
    return [_passage(article, block, names, anchor, kind_of) for block in article.blocks]


def _passage(article: Article, block: Block, names: Names, anchor: Anchor, kind_of: Kinds) -> Passage:
    text = normalize(block.text)
    mentions = names.mentions(article.number, block.id)
    protected = [(m.span.start, m.span.end) for m in mentions]
    every = find_dates(text, anchor)
    dates = tuple(d for d in every if not _touches(d.start, d.end, protected))
    quantities = find_quantities(text, raised=block.raised, protected=protected, dates=dates)
    kept = [*protected, *((d.start, d.end) for d in dates), *((q.start, q.end) for q in quantities)]
    named = [d for d in every if d not in dates]
    return read_passage(block, text, mentions, dates, quantities, tokens(text, kept), kind_of, named)


def _touches(start: int, end: int, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in stretches)


def _once(found: Iterable[FoundRelation]) -> Iterator[FoundRelation]:
    """Keep one of the relations of the same article, ends and modality: that of the rule that is trusted most."""

    def key(r: FoundRelation) -> tuple[int, str, str, str, str]:
        return r.assertion.article, r.subject, r.predicate, r.object, r.assertion.modality

    ordered = sorted(found, key=lambda r: (key(r), _STRENGTH[r.assertion.confidence]))
    for _, same in groupby(ordered, key=key):
        yield next(same)
