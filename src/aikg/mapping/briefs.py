"""A brief and what was found in it, as the files of its folder: brief, articles, list of events, proposals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from rdflib import Graph

from aikg.mapping.articles import ArticleCandidates, article_candidates
from aikg.mapping.conferences import PlaceNamed, meeting_statements, meetings, with_years
from aikg.mapping.documents import CitedWork, add_article, brief_graph, cited_works, publisher_of
from aikg.mapping.known import Known
from aikg.mapping.proposals import needed, proposals
from aikg.mapping.roster import Roster
from aikg.mapping.setting import Setting
from aikg.mapping.statements import add_discrepancy, add_event, add_statement
from aikg.mapping.turtle import new_graph
from aikg.model.brief import Brief
from aikg.model.extraction import Extraction
from aikg.model.statement import Statement

#: names of the files beside those of the articles
BRIEF, CONFERENCES, PROPOSALS = "brief", "conferences", "proposals"


@dataclass
class Mapped:
    """A brief's graphs by the stem of their file (``brief``, ``01`` ..., ``conferences``), and where works come from.

    ``proposed`` describes anew what the graphs speak of and nobody describes, so that it holds nothing that is not
    needed after statements were taken out.
    """

    issue: str
    roster: Roster
    graphs: dict[str, Graph] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    articles: list[ArticleCandidates] = field(default_factory=list)
    proposed: Callable[[], Graph] = Graph


def map_brief(
    brief: Brief, extraction: Extraction, known: Known, place_named: PlaceNamed = lambda name: None
) -> Mapped:
    """Return the candidates of a brief as graphs.

    The same brief, extraction and known entities give the same triples. Raises BriefError when the brief does not
    say which issue it is.
    """
    extraction = with_years(brief, extraction)
    roster = Roster.of(known, extraction.entities)
    publisher = publisher_of(brief, roster)
    mapped = Mapped(brief.issue, roster, {BRIEF: brief_graph(brief, publisher)})
    works: dict[str, CitedWork] = {}
    for article in brief.articles:
        cited = cited_works(article, extraction, roster)
        works |= {work.key: work for work in cited if work.key not in works}
        setting = Setting.of(brief.issue, article, extraction.mentions, roster, publisher)
        found = article_candidates(setting, article.number, extraction)
        graph = _article_graph(found)
        add_article(graph, brief, article, [work.key for work in cited])
        mapped.graphs[f"{article.number:02d}"] = graph
        mapped.articles.append(found)
        mapped.statements += found.statements
    held = {meeting.key: meeting for meeting in meetings(brief, roster, place_named)}
    listed = meeting_statements(brief.issue, list(held.values()), roster, publisher)
    if listed:
        mapped.graphs[CONFERENCES] = _graph_of(listed)
        mapped.statements += listed
    mapped.proposed = lambda: proposals(needed(mapped.graphs.values()), roster, works, held)
    return mapped


def _graph_of(statements: list[Statement]) -> Graph:
    graph = new_graph()
    for statement in statements:
        add_statement(graph, statement)
    return graph


def _article_graph(found: ArticleCandidates) -> Graph:
    graph = _graph_of(list(found.statements))
    for event in found.events:
        add_event(graph, event)
    for discrepancy in found.discrepancies:
        add_discrepancy(graph, discrepancy)
    return graph
