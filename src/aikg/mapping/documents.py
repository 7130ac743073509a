"""The brief as a document: issue, sections, articles with their titles, pages and cited works."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rdflib import DCTERMS, RDF, Graph, Literal, URIRef
from rdflib.namespace import XSD

from aikg.errors import BriefError
from aikg.mapping.articles import CITATION
from aikg.mapping.cleaning import clean
from aikg.mapping.known import fold
from aikg.mapping.roster import Roster
from aikg.mapping.slugs import slug
from aikg.mapping.tables import section_of
from aikg.mapping.terms import add_links, number
from aikg.mapping.turtle import new_graph
from aikg.mapping.wording import template
from aikg.model.brief import Article, Brief
from aikg.model.extraction import Confidence, Extraction, NamedEntity
from aikg.vocabulary import iris
from aikg.vocabulary.namespaces import AIKG, CITO, SCHEMA

_ISSUE = re.compile(r"([a-z]+)-([0-9]{4})-(0[1-9]|1[0-2])")


def issue_parts(issue: str) -> tuple[str, int, int]:
    """Return publisher's slug, year and month of an issue; raises BriefError when it names none."""
    match = _ISSUE.fullmatch(issue)
    if match is None:
        raise BriefError(f"it does not say which issue it is ({issue})", "name the file like spri-2024-05.pdf")
    return match[1], int(match[2]), int(match[3])


def publisher_of(brief: Brief, roster: Roster) -> str:
    """Return the key of the publisher of a brief, taking it into the roster."""
    key = f"org/{issue_parts(brief.issue)[0]}"
    name = clean(brief.publisher) or key.partition("/")[2]
    numbers = tuple(article.number for article in brief.articles)
    roster.add(NamedEntity(key, "Organization", name, name, (), numbers, False, "brief.publisher"))
    return key


def section_numbers(brief: Brief) -> dict[str, int]:
    """Return the number of each section by its printed title, in order."""
    titles = dict.fromkeys(clean(article.section) for article in brief.articles if clean(article.section))
    return {title: position for position, title in enumerate(titles, 1)}


def brief_graph(brief: Brief, publisher: str) -> Graph:
    """Describe the issue and its sections; the list of events is the last section."""
    graph = new_graph()
    _, year, month = issue_parts(brief.issue)
    node = URIRef(iris.brief(brief.issue))
    graph.add((node, RDF.type, AIKG.Brief))
    graph.add((node, DCTERMS.issued, Literal(f"{year}-{month:02d}", datatype=XSD.gYearMonth)))
    graph.add((node, SCHEMA.issueNumber, Literal(f"{year}-{month:02d}")))
    graph.add((node, DCTERMS.language, URIRef(iris.concept("language/ko"))))
    graph.add((node, DCTERMS.publisher, URIRef(iris.entity(publisher))))
    for printed in _titles(brief, year, month):
        graph.add((node, DCTERMS.title, printed))
    sections = section_numbers(brief)
    for title, position in sections.items():
        _add_section(graph, node, URIRef(iris.section(brief.issue, position)), title, position)
    if brief.conferences:
        events = URIRef(iris.conferences(brief.issue))
        _add_section(graph, node, events, template("ko", "conferences", "section"), len(sections) + 1)
        graph.add((events, DCTERMS.title, Literal(template("en", "conferences", "section"), lang="en")))
    return graph


def _titles(brief: Brief, year: int, month: int) -> Iterator[Literal]:
    printed = clean(brief.title) or brief.issue
    yield Literal(printed, lang="ko")
    english = re.sub(r"\s*[0-9]{4}년\s*[0-9]{1,2}월호", f", {calendar.month_name[month]} {year}", printed)
    if english != printed and english.isascii():
        yield Literal(english, lang="en")


def _add_section(graph: Graph, brief: URIRef, node: URIRef, title: str, position: int) -> None:
    graph.add((node, RDF.type, AIKG.Section))
    graph.add((node, DCTERMS.isPartOf, brief))
    graph.add((node, DCTERMS.title, Literal(title, lang="ko")))
    graph.add((node, SCHEMA.position, number(position)))
    category = section_of(title)
    if category is not None:
        graph.add((node, DCTERMS.subject, URIRef(iris.concept(f"category/{category[0]}"))))
        graph.add((node, DCTERMS.title, Literal(category[1], lang="en")))


def add_article(graph: Graph, brief: Brief, article: Article, works: Sequence[str]) -> None:
    """Add title, place in the brief and cited works of an article."""
    node = URIRef(iris.article(brief.issue, article.number))
    section = section_numbers(brief).get(clean(article.section))
    parent = iris.section(brief.issue, section) if section else iris.brief(brief.issue)
    page = article.printed_page or article.page
    graph.add((node, RDF.type, AIKG.Article))
    graph.add((node, DCTERMS.title, Literal(clean(article.title.text) or f"{article.number}", lang="ko")))
    graph.add((node, SCHEMA.position, number(article.number)))
    add_links(graph, node, DCTERMS.isPartOf, [parent])
    add_links(graph, node, CITO.citesAsSourceDocument, map(iris.entity, works))
    if page:
        graph.add((node, SCHEMA.pageStart, number(page)))


@dataclass(frozen=True)
class CitedWork:
    """A work that an article cites: its key, title, day of issue as printed, and the key of its publisher."""

    key: str
    title: str
    date: str | None
    publisher: str | None


def cited_works(article: Article, extraction: Extraction, roster: Roster) -> list[CitedWork]:
    """Return the works of an article's line of sources, taking new ones into the roster.

    Which entity a printed source is the extraction tells; what it does not know gets a key from publisher, day and
    title. So does the text of a law: the source is the document, not the law.
    """
    told = [
        relation
        for relation in extraction.relations
        if relation.assertion.article == article.number and relation.assertion.rule == CITATION
    ]
    found = []
    for source in article.sources:
        title, publisher = clean(source.title) or clean(source.publisher), clean(source.publisher)
        match = next((r for r in told if fold(title) in _names(roster, r.object)), None)
        by_name = roster.known.called(publisher, "Organization")
        owner = match.subject if match else by_name or _new_publisher(roster, publisher, article)
        is_work = match is not None and roster.kind(match.object) == "Work"
        key = match.object if match and is_work else _new_work(roster, publisher, title, source.date, article)
        if title:
            found.append(CitedWork(key, title, source.date, owner))
    return list({work.key: work for work in reversed(found)}.values())[::-1]


def _names(roster: Roster, key: str) -> set[str]:
    name = roster.name(key)
    entity = roster.entities.get(key)
    aliases = entity.aliases if entity is not None else ()
    full = (entity.ko, entity.en) if entity is not None else ()
    return {fold(clean(text)) for text in (name.ko, name.en, *full, *aliases)}


def _new_publisher(roster: Roster, name: str, article: Article) -> str | None:
    same = [e.key for e in roster.entities.values() if e.kind == "Organization" and fold(name) in _names(roster, e.key)]
    if same or not slug(name):
        return same[0] if len(same) == 1 else None
    entity = NamedEntity(
        f"org/{slug(name)}",
        "Organization",
        name,
        name,
        (),
        (article.number,),
        False,
        "source.publisher",
        Confidence.MEDIUM,
    )
    return roster.add(entity)


def _new_work(roster: Roster, publisher: str, title: str, date: str | None, article: Article) -> str:
    steps = [slug(publisher)[:30].strip("-"), slug(date or ""), slug(title)]
    key = "work/" + ("-".join(step for step in steps if step) or f"source-{article.number}")
    rule = "source.title"
    return roster.add(NamedEntity(key, "Work", title, title, (), (article.number,), False, rule, Confidence.HIGH))
