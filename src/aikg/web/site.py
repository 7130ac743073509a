"""What every view needs: the dataset, also without candidates, the pool for queries, the words of briefs at hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import cast

from flask import current_app

from aikg.graph.canonical import to_nquads
from aikg.graph.catalogue import Catalogue
from aikg.graph.pool import QueryPool
from aikg.graph.review import has_candidates, reviewed
from aikg.graph.store import KnowledgeGraph
from aikg.web.preferences import candidates_shown

#: given article IRI, block, start, end and digest: the words there, or None when the brief is not at hand
Words = Callable[[str, str, int, int, str], str | None]


def no_words(article: str, block: str, start: int, end: int, digest: str) -> str | None:
    """Know no words: no brief is at hand."""
    return None


class Site:
    """The dataset in service and everything derived from it once."""

    def __init__(self, graph: KnowledgeGraph, pool: QueryPool, downloads: Path, words: Words = no_words) -> None:
        self.everything = Catalogue(graph)
        self.pool = pool
        self.downloads = downloads
        self.words = words

    @cached_property
    def has_candidates(self) -> bool:
        """Whether any statement waits for review."""
        return has_candidates(self.everything.graph.store)

    @cached_property
    def reviewed(self) -> Catalogue:
        """The dataset without candidates; the very same when there are none."""
        if not self.has_candidates:
            return self.everything
        kept = to_nquads(quad for quad in reviewed(self.everything.graph.named()))
        return Catalogue(KnowledgeGraph.from_nquads(kept, self.revision))

    @property
    def revision(self) -> str:
        """The digest of the dataset."""
        return self.everything.graph.revision

    def warm(self) -> None:
        """Derive now what the first readers would wait for."""
        for catalogue in {id(c): c for c in (self.everything, self.reviewed)}.values():
            _ = (catalogue.labels, catalogue.index, catalogue.statistics, catalogue.things, catalogue.articles)
            _ = (catalogue.briefs, catalogue.events, catalogue.figures, catalogue.comparisons, catalogue.answer_sizes)


def site() -> Site:
    """Return the site of the current application."""
    return cast(Site, current_app.extensions["aikg"])


def catalogue() -> Catalogue:
    """Return the dataset as this reader wants it: with candidates or without."""
    return site().everything if candidates_shown() else site().reviewed
