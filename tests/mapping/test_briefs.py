"""A brief with its findings becomes graphs that satisfy the shapes, whatever its titles and names say."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef

from aikg import resources
from aikg.errors import BriefError
from aikg.graph.sources import read_sources
from aikg.mapping.briefs import Mapped, map_brief
from aikg.mapping.conferences import PlaceNamed
from aikg.mapping.documents import cited_works
from aikg.mapping.known import Known
from aikg.mapping.roster import Roster
from aikg.mapping.turtle import to_turtle
from aikg.model.brief import Brief, Conference
from aikg.model.extraction import Extraction, NamedEntity
from aikg.validation.integrity import check_integrity
from aikg.validation.shapes import check_shapes, load_shapes, to_rdflib
from aikg.vocabulary import iris
from aikg.vocabulary.iris import concept
from aikg.vocabulary.namespaces import AIKG, CITO, OA, SCHEMA
from tests.corpus.sample import CALENDAR
from tests.mapping.sample import ENTITIES, ISSUE, MAKER, ROBOT, assertion, brief, event, extraction, figure, relation

HOSTILE = [
    '"""@ko . <urn:evil> a <urn:Thing> . "',
    "<script>alert(1)</script> & <b>",
    "줄\n바꿈\t과\r탭",
    "\x00\x07\x1b[31m\u202e거꾸로\ufeff",
    '\\u0022 \\" \\',
    "}} . PREFIX x: <x>",
    "가" * 20_000,
    "👩🏽‍🚀 등대",
    "'; DROP GRAPH <urn:x>",
]


@cache
def ontology() -> Known:
    return Known.of(
        q
        for file in read_sources(resources.folder("ontology"), resources.folder("ontology") / "none")
        for q in file.quads
    )


def mapped(
    found: Extraction | None = None, document: Brief | None = None, place: PlaceNamed = lambda name: None
) -> Mapped:
    return map_brief(document or brief(), found or extraction(), ontology(), place)


def graphs(made: Mapped) -> dict[str, Graph]:
    return {**made.graphs, "proposals": made.proposed()}


def problems(made: Mapped) -> list[str]:
    """What shapes and integrity checks say of the written Turtle."""
    files = read_sources(resources.folder("ontology"), resources.folder("ontology") / "none")
    texts = {name: to_turtle(graph) for name, graph in graphs(made).items()}
    quads = {name: list(parse(text, format=RdfFormat.TURTLE)) for name, text in texts.items()}
    around = [q for file in files for q in file.quads]
    found = check_integrity([*quads.items(), ("ontology", around)])
    found += check_shapes(
        to_rdflib([*around, *(q for own in quads.values() for q in own)]), load_shapes(resources.folder("shapes"))
    )
    return [r.to_line("en") for r in found if r.severity == "Violation"]


def test_the_sample_conforms() -> None:
    assert problems(mapped()) == []


def test_the_files_of_a_brief() -> None:
    assert set(graphs(mapped())) == {"brief", "01", "02", "03", "04", "05", "conferences", "proposals"}
    assert set(graphs(mapped(document=replace(brief(), conferences=())))) >= {"brief", "01"}
    assert "conferences" not in mapped(document=replace(brief(), conferences=())).graphs


def test_the_issue_and_its_sections() -> None:
    graph, node = mapped().graphs["brief"], URIRef(iris.brief(ISSUE))
    assert set(graph.objects(node, DCTERMS.title)) == {
        Literal("SPRi AI Brief, May 2024", lang="en"),
        Literal("SPRi AI Brief 2024년 5월호", lang="ko"),
    }
    assert str(graph.value(node, DCTERMS.issued)) == "2024-05"
    sections = {
        str(graph.value(s, SCHEMA.position)): graph.value(s, DCTERMS.subject)
        for s in graph.subjects(RDF.type, AIKG.Section)
    }
    assert sections == {
        "1": URIRef(concept("category/policy-law")),
        "2": URIRef(concept("category/industry")),
        "3": URIRef(concept("category/research")),
        "4": URIRef(concept("category/talent")),
        "5": None,
    }


@pytest.mark.parametrize("issue", ["unknown", "spri-2024-13", "spri-2024", "../evil-2024-05", "SPRI-2024-05"])
def test_a_brief_that_names_no_issue_is_refused(issue: str) -> None:
    with pytest.raises(BriefError, match="which issue") as caught:
        mapped(document=replace(brief(), issue=issue))
    assert caught.value.exit_status == 6


def test_an_article() -> None:
    graph, node = mapped().graphs["02"], URIRef(iris.article(ISSUE, 2))
    assert graph.value(node, DCTERMS.isPartOf) == URIRef(iris.section(ISSUE, 1))
    assert str(graph.value(node, SCHEMA.pageStart)) == "2"
    assert len(list(graph.objects(node, CITO.citesAsSourceDocument))) == 2


def test_an_article_without_section_title_or_source_is_still_an_article() -> None:
    first = brief().articles[0]
    bare = replace(first, section="", sources=(), title=replace(first.title, text=""), page=None, printed_page=None)
    made = mapped(extraction(figures=(), relations=(), events=(), mentions=()), replace(brief(), articles=(bare,)))
    assert made.graphs["01"].value(URIRef(iris.article(ISSUE, 1)), DCTERMS.isPartOf) == URIRef(iris.brief(ISSUE))
    assert problems(made) == []


def test_only_what_is_spoken_of_is_proposed() -> None:
    proposed = graphs(mapped())["proposals"]
    assert (URIRef(iris.entity(MAKER)), RDF.type, None) in proposed
    silent = graphs(mapped(extraction(figures=(), relations=(), events=())))["proposals"]
    assert (URIRef(iris.entity(MAKER)), RDF.type, None) not in silent


def test_what_is_described_elsewhere_is_not_proposed() -> None:
    known = Known(
        ontology().described | {iris.entity(MAKER)}, ontology().names, ontology().kinds | {MAKER: "Organization"}
    )
    made = map_brief(brief(), extraction(), known)
    assert (URIRef(iris.entity(MAKER)), None, None) not in made.proposed()


def test_proposals_are_marked() -> None:
    proposed = graphs(mapped())["proposals"]
    entities = [s for s in proposed.subjects(RDF.type, None) if not str(s).startswith(iris.entity("time/"))]
    assert entities
    for node in entities:
        assert proposed.value(node, AIKG.reviewStatus) == URIRef(concept("review-status/candidate"))
        assert {n.language for n in proposed.objects(node, SKOS.prefLabel) if isinstance(n, Literal)} == {"ko", "en"}


def test_a_cited_work() -> None:
    work = URIRef(iris.entity("work/harbour-gazette-2024-04-01-a-robot-a-lamp-and-the-sea-no-1"))
    proposed = graphs(mapped())["proposals"]
    assert proposed.value(work, DCTERMS.issued).toPython() == date(2024, 4, 1)  # type: ignore[union-attr]
    assert proposed.value(work, DCTERMS.publisher) == URIRef(iris.entity("org/harbour-gazette"))


def test_a_cited_work_that_the_extraction_knows() -> None:
    title, cited = "A robot, a lamp and the sea No. 1", assertion(rule="citation")
    entities = (*ENTITIES, NamedEntity("work/lamp", "Work", title, title, (), (1,), False, "source"))
    found = extraction(entities=entities, relations=(relation("publishes", MAKER, "work/lamp", assertion=cited),))
    proposed = graphs(mapped(found))["proposals"]
    assert proposed.value(URIRef(iris.entity("work/lamp")), DCTERMS.publisher) == URIRef(iris.entity(MAKER))
    assert (URIRef(iris.entity("org/harbour-gazette")), None, None) in proposed, "the other articles cite it"


@pytest.mark.parametrize("printed", ["2024", "2024-04", "2024-04-31", "someday", ""])
def test_dates_of_works_are_as_precise_as_printed(printed: str) -> None:
    first = brief().articles[0]
    source = replace(first.sources[0], date=printed or None)
    made = mapped(
        document=replace(brief(), articles=(replace(first, sources=(source,)),)),
        found=extraction(figures=(), relations=(), events=(), mentions=()),
    )
    issued = list(graphs(made)["proposals"].objects(None, DCTERMS.issued))
    assert [str(d) for d in issued] == ([printed] if printed in ("2024", "2024-04") else [])
    assert problems(made) == []


# ---------- conferences ----------


def calendar() -> Brief:
    rows = tuple(Conference(name, start, end, place, url) for _, _, name, place, url, start, end in CALENDAR)
    return replace(brief(), issue="spri-2025-01", conferences=rows)


def test_both_forms_of_the_list_of_events_conform() -> None:
    assert problems(mapped(document=calendar())) == []
    assert len(list(graphs(mapped(document=calendar()))["proposals"].subjects(RDF.type, AIKG.Conference))) == len(
        CALENDAR
    )
    assert len(list(graphs(mapped())["proposals"].subjects(RDF.type, AIKG.Conference))) == 3


def test_a_conference_has_days_place_and_web_page() -> None:
    proposed, node = graphs(mapped(document=calendar()))["proposals"], URIRef(iris.entity("event/lhs-2025"))
    assert proposed.value(node, SCHEMA.url) == URIRef("https://www.lhs.example.org")
    assert [str(proposed.value(node, p)) for p in (SCHEMA.startDate, SCHEMA.endDate)] == ["2025-01-07", "2025-01-10"]
    assert Literal("Lamp Show", lang="en") in set(proposed.objects(node, SKOS.altLabel))


def test_where_a_conference_is_held_is_a_statement() -> None:
    graph = mapped(document=calendar()).graphs["conferences"]
    held = {
        (iris.slug(str(graph.value(s, RDF.subject))), iris.slug(str(graph.value(s, RDF.object))))
        for s in graph.subjects(RDF.predicate, SCHEMA.location)
    }
    assert ("harbour-winter-2025", "gangnam") in held
    inside = {
        (iris.slug(str(graph.value(s, RDF.subject))), iris.slug(str(graph.value(s, RDF.object))))
        for s in graph.subjects(RDF.predicate, SCHEMA.containedInPlace)
    }
    assert ("gangnam", "seoul") in inside


@pytest.mark.parametrize(
    ("place", "expected"),
    [("온라인", 0), ("", 0), ("미국, 포틀랜드(온라인 병행)", 2), ("싱가포르", 1), (",,", 0), ("<>", 0)],
)
def test_places(place: str, expected: int) -> None:
    meeting = Conference("Lamp Show", "2024-07-11", "2024-07-13", place, "lamp.example.org")
    made = mapped(document=replace(brief(), conferences=(meeting,)))
    assert len(list(graphs(made)["proposals"].subjects(RDF.type, SCHEMA.Place))) == expected
    assert problems(made) == []


def test_places_that_are_known_before_any_brief() -> None:
    def named(name: str) -> NamedEntity | None:
        return (
            NamedEntity("place/us", "Place", "미국", "United States", (), (), True, "gazetteer")
            if name == "미국"
            else None
        )

    assert (URIRef(iris.entity("place/us")), RDF.type, SCHEMA.Place) in graphs(mapped(place=named))["proposals"]


@pytest.mark.parametrize("url", ["", "no address", "javascript:alert(1)", "https://x", 'https://a.example/"><x>'])
def test_an_address_that_is_none_is_left_out(url: str) -> None:
    meeting = Conference("Lamp Show", None, None, "킬", url)
    made = mapped(document=replace(brief(), conferences=(meeting,)))
    assert list(graphs(made)["proposals"].objects(None, SCHEMA.url)) == []
    assert problems(made) == []


# ---------- hostile text ----------


def hostile_brief(text: str) -> Brief:
    first = brief().articles[0]
    source = replace(first.sources[0], publisher=text, title=text)
    article = replace(first, title=replace(first.title, text=text), section=text, sources=(source,))
    meeting = Conference(text, "2024-07-11", "2024-07-13", text, text)
    return replace(brief(), title=text, publisher=text, articles=(article,), conferences=(meeting,))


def hostile_extraction(text: str) -> Extraction:
    entities = tuple(replace(entity, ko=text, en=text, aliases=(text,), rule=text) for entity in ENTITIES)
    quantity = replace(figure().quantity, text=text, counted=text, unit="item")
    said = assertion(rule=text)
    return extraction(
        entities=entities,
        mentions=(),
        figures=(figure(quantity, "count", assertion=said),),
        relations=(relation(assertion=said, role=text, period=text),),
        events=(event(assertion=said, period=text),),
    )


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_makes_valid_turtle(text: str) -> None:
    made = mapped(hostile_extraction(text), hostile_brief(text))
    assert problems(made) == []
    evil = URIRef("urn:evil")
    for graph in graphs(made).values():
        again = Graph().parse(data=to_turtle(graph), format="turtle")
        assert set(again) == set(graph)
        assert (evil, None, None) not in again
        assert not any(ord(c) < 32 for term in again.objects() if isinstance(term, Literal) for c in term)


@given(st.text(max_size=60))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_text_survives_the_round_trip(text: str) -> None:
    made = mapped(hostile_extraction(text), hostile_brief(text))
    for graph in graphs(made).values():
        assert set(Graph().parse(data=to_turtle(graph), format="turtle")) == set(graph)


@pytest.mark.parametrize("key", ["org/x> . <urn:evil", "", "org", "org/", "org/Ä", "../../etc", "org/a b"])
def test_a_key_that_is_none_reaches_no_iri(key: str) -> None:
    bad = NamedEntity(key, "Organization", "나쁜 이름", "", (), (1,), False, "r")
    found = extraction(
        entities=(*ENTITIES, bad), relations=(relation(other=key),), events=(event(agents=(key, MAKER)),)
    )
    made = mapped(found)
    assert all(set(Graph().parse(data=to_turtle(g), format="turtle")) == set(g) for g in graphs(made).values())
    named = {str(term) for g in graphs(made).values() for term in g.all_nodes() if isinstance(term, URIRef)}
    assert iris.entity(key) not in named


def test_a_thing_of_unknown_kind_is_a_topic() -> None:
    odd = replace(ENTITIES[0], kind="Lighthouse", classification="no-such-type")
    proposed = graphs(mapped(extraction(entities=(odd, *ENTITIES[1:]))))["proposals"]
    assert (URIRef(iris.entity(MAKER)), RDF.type, AIKG.Topic) in proposed


def test_only_the_digest_of_words_is_published() -> None:
    for name, graph in graphs(mapped()).items():
        text = to_turtle(graph)
        for article in brief().articles:
            for block in (*article.key_points, *article.body, *article.notes):
                assert block.text not in text, name
    assert len(list(mapped().graphs["01"].subjects(RDF.type, AIKG.Evidence))) == len(
        set(mapped().graphs["01"].subjects(OA.start))
    )


@pytest.mark.parametrize("change", [lambda e: e, lambda e: replace(e, entities=e.entities[::-1])])
def test_the_same_input_gives_the_same_turtle(change: Callable[[Extraction], Extraction]) -> None:
    texts = [[to_turtle(g) for g in graphs(mapped(found)).values()] for found in (extraction(), change(extraction()))]
    assert texts[0] == texts[1]


def test_the_robot_is_named_as_the_brief_names_it() -> None:
    proposed, node = graphs(mapped())["proposals"], URIRef(iris.entity(ROBOT))
    assert set(proposed.objects(node, SKOS.prefLabel)) == {Literal("갈매기", lang="ko"), Literal("Gull", lang="en")}


def test_the_text_of_a_law_that_is_cited_is_a_work_of_its_own() -> None:
    title, cited = "A robot, a lamp and the sea No. 1", assertion(rule="citation")
    entities = (*ENTITIES, NamedEntity("law/lamp-code", "Law", title, title, (), (1,), False, "cited"))
    found = extraction(entities=entities, relations=(relation("publishes", MAKER, "law/lamp-code", assertion=cited),))
    roster = Roster.of(Known(), found.entities)
    (work,) = cited_works(brief().articles[0], found, roster)[:1]
    assert work.key.startswith("work/") and roster.kind(work.key) == "Work"
    assert work.publisher == MAKER
