"""A brief as JSON for programs and as text for people."""

import json
from collections.abc import Iterator
from typing import Any

from aikg.model.brief import LEVELS, Article, Block, Brief, Conference, Kind

_SIGNS = {Kind.SUBHEAD: "  ◉ ", Kind.BULLET: "    ■ ", Kind.SUB_BULLET: "      ∙ "}


def as_json(brief: Brief) -> str:
    """Return the brief in the JSON form that programs rely on."""
    return json.dumps(as_record(brief), ensure_ascii=False, indent=2) + "\n"


def as_record(brief: Brief) -> dict[str, Any]:
    """Return the brief as the record that ``as_json`` writes."""
    return {
        "issue": brief.issue,
        "title": brief.title,
        "publisher": brief.publisher,
        "layout": brief.layout,
        "articles": [_article(article) for article in brief.articles],
        "events": [_conference(conference) for conference in brief.conferences],
        "prose": [block.text for block in brief.prose],
        "warnings": list(brief.warnings),
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "number": article.number,
        "page": article.page,
        "printed_page": article.printed_page,
        "section": article.section,
        "title": article.title.text,
        "key_points": [block.text for block in article.key_points],
        "blocks": [_block(block) for block in article.body],
        "notes": [{"id": b.id, "of": b.parent, "text": b.text} for b in article.notes],
        "captions": [block.text for block in article.captions],
        "figures": [block.text for block in article.figures],
        "sources": [{"publisher": s.publisher, "title": s.title, "date": s.date} for s in article.sources],
    }


def _block(block: Block) -> dict[str, Any]:
    record: dict[str, Any] = {"id": block.id, "level": LEVELS[block.kind], "text": block.text}
    return record | {"raised": [list(span) for span in block.raised]} if block.raised else record


def _conference(conference: Conference) -> dict[str, Any]:
    return {
        "name": conference.name,
        "start": conference.start,
        "end": conference.end,
        "place": conference.place,
        "url": conference.url,
    }


def as_text(brief: Brief) -> str:
    """Return the brief as text for people."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"{brief.title or brief.issue} [{brief.issue}]"
    sources = sum(len(article.sources) for article in brief.articles)
    yield f"{len(brief.articles)} articles, {sources} sources, {len(brief.conferences)} events"
    section = ""
    for article in brief.articles:
        if article.section != section:
            section = article.section
            yield f"\n== {section or 'no section'} =="
        yield from _article_lines(article)
    if brief.conferences:
        yield "\n== Events =="
    for conference in brief.conferences:
        parts = (_span(conference), conference.name, conference.place, conference.url)
        yield "  " + "  ".join(part for part in parts if part)
    yield from (f"\n{block.text}" for block in brief.prose)
    if brief.warnings:
        yield "\nWarnings:"
    yield from (f"  ! {warning}" for warning in brief.warnings)


def _article_lines(article: Article) -> Iterator[str]:
    page = f" (page {article.page})" if article.page else ""
    yield f"\n{article.number}. {article.title.text}{page}"
    yield from (f"  * {block.text}" for block in article.key_points)
    beside: dict[str, list[Block]] = {}
    for block in (*article.notes, *article.captions, *article.figures):
        beside.setdefault(block.parent, []).append(block)
    yield from (f"        {block.text}" for block in beside.get("", []))
    for block in article.body:
        yield _SIGNS[block.kind] + block.text
        yield from (f"        {note.text}" for note in beside.get(block.id, []))
    for source in article.sources:
        yield "  ☞ " + ", ".join(part for part in (source.publisher, source.title, source.date) if part)


def _span(conference: Conference) -> str:
    if not conference.start:
        return ""
    return conference.start if conference.start == conference.end else f"{conference.start}/{conference.end}"
