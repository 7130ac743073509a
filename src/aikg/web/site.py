"""What every view needs: the graph, its names, the search index, the words of briefs at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from flask import current_app

from aikg.graph.labels import Labels
from aikg.graph.pool import QueryPool
from aikg.graph.search import SearchIndex
from aikg.graph.store import KnowledgeGraph

#: given article IRI, block, start, end and digest: the words there, or None when the brief is not at hand
Words = Callable[[str, str, int, int, str], str | None]


def no_words(article: str, block: str, start: int, end: int, digest: str) -> str | None:
    """Know no words: no brief is at hand."""
    return None


@dataclass(frozen=True)
class Site:
    """The dataset in service and everything derived from it once."""

    graph: KnowledgeGraph
    pool: QueryPool
    downloads: Path
    words: Words = no_words
    labels: Labels = field(init=False)
    index: SearchIndex = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "labels", Labels(self.graph))
        object.__setattr__(self, "index", SearchIndex(self.graph))

    @property
    def revision(self) -> str:
        """The digest of the dataset."""
        return self.graph.revision


def site() -> Site:
    """Return the site of the current application."""
    return cast(Site, current_app.extensions["aikg"])
