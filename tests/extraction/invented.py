"""Invented articles in the form of the briefs, and the names found in them."""

from __future__ import annotations

from aikg.extraction.gazetteer import Gazetteer
from aikg.extraction.names import Names, find_names
from aikg.extraction.registry import Entry
from aikg.model.brief import Article, Block, Brief, Conference, Kind, Source


def article(
    *bullets: str,
    title: str = "",
    notes: tuple[str, ...] = (),
    sources: tuple[tuple[str, str, str | None], ...] = (),
    number: int = 1,
) -> Article:
    """Return an article of bullets under a title."""
    return Article(
        number,
        number,
        "정책",
        Block("t", Kind.TITLE, title),
        body=tuple(Block(f"b{n}", Kind.BULLET, text) for n, text in enumerate(bullets, 1)),
        notes=tuple(Block(f"n{n}", Kind.NOTE, text) for n, text in enumerate(notes, 1)),
        sources=tuple(Source(who, what, when, Block("x1", Kind.FURNITURE, what)) for who, what, when in sources),
    )


def named(*articles: Article, known: tuple[Entry, ...] = (), conferences: tuple[Conference, ...] = ()) -> Names:
    """Return the names of a brief of these articles."""
    brief = Brief("spri-2031-05", "AI 브리프 2031년 5월호", "가온연구원", "modern", articles, conferences)
    return find_names(brief, Gazetteer.of((*Gazetteer.empty().entries.values(), *known)))


def kinds(*bullets: str, title: str = "", notes: tuple[str, ...] = (), known: tuple[Entry, ...] = ()) -> set[str]:
    """Return ``Kind/name`` of all that an article names, by Korean name."""
    names = named(article(*bullets, title=title, notes=notes), known=known)
    return {f"{entity.kind}/{entity.ko}" for entity in names.entities.values()}
