"""A dataset with everything that is derived from it once: names, search index, lists, counts."""

from __future__ import annotations

from functools import cached_property

from aikg.graph.briefs import BriefView, brief_views
from aikg.graph.events import DatedEvent, dated_events
from aikg.graph.figures import Comparison, FigureRow, comparisons, figure_rows
from aikg.graph.labels import Labels
from aikg.graph.queries import named_query
from aikg.graph.questions import questions
from aikg.graph.references import References
from aikg.graph.search import SearchIndex
from aikg.graph.statistics import Statistics, statistics
from aikg.graph.store import KnowledgeGraph, Row
from aikg.graph.things import Thing, natures, things


class Catalogue:
    """A dataset and its lists; each is made when it is first asked for, since the dataset does not change."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph

    @cached_property
    def labels(self) -> Labels:
        """All names."""
        return Labels(self.graph)

    @cached_property
    def index(self) -> SearchIndex:
        """All names, to be searched."""
        return SearchIndex(self.graph)

    @cached_property
    def statistics(self) -> Statistics:
        """Counts per class, modality and brief."""
        return statistics(self.graph)

    @cached_property
    def natures(self) -> dict[str, str]:
        """What each thing is in one word."""
        return natures(self.graph)

    @cached_property
    def things(self) -> list[Thing]:
        """Everything that people browse, the most named first."""
        return things(self.graph, self.natures)

    @cached_property
    def proposed(self) -> frozenset[str]:
        """Things and events that a machine proposes and nobody has accepted."""
        things = frozenset(thing.iri for thing in self.things if thing.is_candidate)
        return things | {event.iri for event in self.events if event.is_candidate}

    @cached_property
    def articles(self) -> list[Row]:
        """Every article with its brief and section, latest brief first."""
        return self.graph.rows(named_query("articles"))

    @cached_property
    def briefs(self) -> list[BriefView]:
        """Every brief with its counts, the latest first."""
        return brief_views(self.graph, self.references)

    @cached_property
    def references(self) -> References:
        """Every statement, by what it speaks of."""
        return References(self.graph)

    @cached_property
    def events(self) -> list[DatedEvent]:
        """Every dated event, earliest first."""
        return dated_events(self.graph)

    @cached_property
    def figures(self) -> list[FigureRow]:
        """Every figure, by measure, unit and size."""
        return figure_rows(self.graph)

    @cached_property
    def comparisons(self) -> list[Comparison]:
        """Figures that sources give differently for the same thing."""
        return comparisons(self.graph)

    @cached_property
    def answer_sizes(self) -> dict[str, int]:
        """How many rows the answer to each ready-made question has."""
        return {question.name: len(self.graph.rows(question.text)) for question in questions()}
