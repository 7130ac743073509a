"""From a brief to all that it says: names, then figures, relations and events, article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from aikg.extraction import events, figures, relations
from aikg.extraction.citations import published
from aikg.extraction.context import Context, read_context
from aikg.extraction.dates import Anchor, find_dates
from aikg.extraction.gazetteer import Gazetteer
from aikg.extraction.morphology import tokens
from aikg.extraction.names import Names, find_names
from aikg.extraction.passages import Passage, read_passage
from aikg.extraction.quantities import find_quantities
from aikg.model.brief import Article, Block, Brief
from aikg.model.evidence import normalize
from aikg.model.extraction import Confidence, Extraction, FoundEvent, FoundFigure, FoundRelation

_STRENGTH = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}


def extract(brief: Brief, gazetteer: Gazetteer) -> Extraction:
    """Return what ``brief`` says, with the names of ``gazetteer`` as known ones.

    The same brief and gazetteer give the same result, in the order of articles and blocks.
    """
    names = find_names(brief, gazetteer)
    found_figures: list[FoundFigure] = []
    found_relations: list[FoundRelation] = []
    found_events: list[FoundEvent] = []
    for article in brief.articles:
        context = _read(brief, article, names)
        for passage in context.passages:
            found_figures += figures.figures(context, passage)
            found_events += events.events(context, passage)
        cited = published(article, names)
        found_relations += _once([*relations.relations(context), *cited.relations])
        found_events += cited.events
    return Extraction(
        issue=brief.issue,
        entities=tuple(names.entities.values()),
        mentions=tuple((a.number, m) for a in brief.articles for b in a.blocks for m in names.mentions(a.number, b.id)),
        figures=tuple(found_figures),
        relations=tuple(found_relations),
        events=tuple(found_events),
    )


def _read(brief: Brief, article: Article, names: Names) -> Context:
    anchor = Anchor.of_issue(brief.issue)
    passages = [_passage(article, block, names, anchor) for block in article.blocks]
    publishers = tuple(p for s in article.sources if (p := names.publisher(s)) is not None)
    return read_context(article.number, passages, publishers, names.kind_of)


def _passage(article: Article, block: Block, names: Names, anchor: Anchor) -> Passage:
    text = normalize(block.text)
    mentions = names.mentions(article.number, block.id)
    protected = [(m.span.start, m.span.end) for m in mentions]
    dates = tuple(d for d in find_dates(text, anchor) if not _touches(d.start, d.end, protected))
    quantities = find_quantities(text, raised=block.raised, protected=protected, dates=dates)
    kept = protected + [(p.start, p.end) for p in (*dates, *quantities)]
    return read_passage(block, text, mentions, dates, quantities, tokens(text, kept), names.kind_of)


def _touches(start: int, end: int, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in stretches)


def _once(found: Iterable[FoundRelation]) -> Iterator[FoundRelation]:
    """Merge relations of the same ends: fact before plan, trusted rule first, the evidence of all of them."""

    def key(r: FoundRelation) -> tuple[str, str, str, str]:
        return r.subject, r.predicate, r.object, r.assertion.modality

    ordered = sorted(found, key=lambda r: (key(r), _STRENGTH[r.assertion.confidence]))
    for _, same in groupby(ordered, key=key):
        yield next(same)
