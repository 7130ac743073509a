"""Records become exactly the triples that the model promises, and those conform to the shapes."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from rdflib import RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from aikg.mapping.entities import add_entity, class_of
from aikg.mapping.statements import (
    add_discrepancy,
    add_event,
    add_figure,
    add_provision,
    add_sanction,
    add_statement,
    evidence_iri,
)
from aikg.mapping.terms import literal, number
from aikg.mapping.timespans import add_time_span
from aikg.model.entity import Entity
from aikg.model.evidence import Locator
from aikg.model.statement import Discrepancy, Event, Figure, Provision, Sanction, Statement
from aikg.vocabulary import iris
from aikg.vocabulary.namespaces import AIKG, ELI, OA, QUDT, SCHEMA, SEM

ARTICLE = iris.article("x-2031-05", 7)
MAKER, TOOL, TOPIC = (iris.entity(path) for path in ("org/example", "product/paintbot", "topic/paint"))
WHERE = Locator("b2.1", 4, 12, "00ff00ff00ff00ff")
FORECAST, FACT = (iris.concept(f"modality/{name}") for name in ("forecast", "fact"))
FIGURE = Figure(
    iri=f"{ARTICLE}/f01",
    measure=iris.concept("measure/price"),
    about=(TOOL,),
    unit=iris.concept("unit/usd"),
    bound=iris.concept("bound/about"),
    original_text="약 12.50달러",
    value=Decimal("12.50"),
)


def statement(**changes: object) -> Statement:
    values: dict[str, object] = {
        "iri": f"{ARTICLE}/s01",
        "article": ARTICLE,
        "ko": "보기 회사는 페인트봇을 만든다.",
        "en": "Example Works makes the Paintbot.",
        "modality": FACT,
        "claimants": (MAKER,),
        "evidence": (WHERE,),
    }
    return Statement(**{**values, **changes})  # type: ignore[arg-type]


def graph_of(add: Callable[..., object], record: object) -> Graph:
    graph = Graph()
    add(graph, record)
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)
    return graph


def pairs(graph: Graph, iri: str) -> set[tuple[Node, Node]]:
    return set(graph.predicate_objects(URIRef(iri)))


def test_statement_with_relation() -> None:
    graph = graph_of(add_statement, statement(subjects=(TOOL,), predicate=str(AIKG.developer), objects=(MAKER,)))
    where = URIRef(evidence_iri(ARTICLE, WHERE))
    assert where == URIRef(f"{ARTICLE}/b2.1.4-12")
    assert pairs(graph, f"{ARTICLE}/s01") == {
        (RDF.type, AIKG.Statement),
        (RDFS.label, Literal("보기 회사는 페인트봇을 만든다.", lang="ko")),
        (RDFS.label, Literal("Example Works makes the Paintbot.", lang="en")),
        (AIKG.statedIn, URIRef(ARTICLE)),
        (AIKG.evidence, where),
        (AIKG.claimant, URIRef(MAKER)),
        (AIKG.modality, URIRef(FACT)),
        (AIKG.reviewStatus, URIRef(iris.concept("review-status/reviewed"))),
        (RDF.subject, URIRef(TOOL)),
        (RDF.predicate, AIKG.developer),
        (RDF.object, URIRef(MAKER)),
    }
    assert pairs(graph, str(where)) == {
        (RDF.type, AIKG.Evidence),
        (AIKG.block, Literal("b2.1")),
        (OA.start, Literal(4)),
        (OA.end, Literal(12)),
        (AIKG.digest, Literal("00ff00ff00ff00ff")),
    }


def test_the_plain_triple_is_left_to_the_build() -> None:
    graph = graph_of(add_statement, statement(subjects=(TOOL,), predicate=str(AIKG.developer), objects=(MAKER,)))
    assert (URIRef(TOOL), AIKG.developer, URIRef(MAKER)) not in graph


def test_every_field_of_a_statement_is_written() -> None:
    other = f"{ARTICLE}/s02"
    record = statement(
        modality=FORECAST,
        subjects=(TOOL, MAKER),
        predicate=str(AIKG.uses),
        objects=(TOPIC,),
        relayed_by=(MAKER,),
        roles=(iris.concept("role/member"),),
        outcome=iris.concept("outcome/similar"),
        period="2032-H1",
        asserts=(f"{ARTICLE}/e01",),
        about=(TOPIC,),
        conditional_on=(other,),
        restates=(other,),
        conflicts_with=(other,),
        figures=(FIGURE,),
        review_status="candidate",
        confidence="low",
        rule="maker-of",
        comment_ko="지어낸 말.",
        comment_en="Invented.",
    )
    found = pairs(graph_of(add_statement, record), record.iri)
    assert found >= {
        (RDF.subject, URIRef(TOOL)),
        (RDF.subject, URIRef(MAKER)),
        (AIKG.relayedBy, URIRef(MAKER)),
        (URIRef("http://www.w3.org/ns/org#role"), URIRef(iris.concept("role/member"))),
        (AIKG.outcome, URIRef(iris.concept("outcome/similar"))),
        (AIKG.period, URIRef(iris.time_span("2032-H1"))),
        (AIKG.asserts, URIRef(f"{ARTICLE}/e01")),
        (SCHEMA.about, URIRef(TOPIC)),
        (AIKG.conditionalOn, URIRef(other)),
        (AIKG.restates, URIRef(other)),
        (AIKG.conflictsWith, URIRef(other)),
        (AIKG.figure, URIRef(FIGURE.iri)),
        (AIKG.reviewStatus, URIRef(iris.concept("review-status/candidate"))),
        (AIKG.confidence, URIRef(iris.concept("confidence/low"))),
        (AIKG.rule, Literal("maker-of")),
        (RDFS.comment, Literal("지어낸 말.", lang="ko")),
        (RDFS.comment, Literal("Invented.", lang="en")),
    }


def test_figure_is_in_canonical_form() -> None:
    assert pairs(graph_of(add_figure, FIGURE), FIGURE.iri) == {
        (RDF.type, AIKG.Figure),
        (AIKG.measure, URIRef(FIGURE.measure)),
        (AIKG.bound, URIRef(FIGURE.bound)),
        (QUDT.hasUnit, URIRef(FIGURE.unit)),
        (SCHEMA.observationAbout, URIRef(TOOL)),
        (AIKG.originalText, Literal("약 12.50달러")),
        (SCHEMA.value, Literal("12.5", datatype=XSD.decimal)),
    }


def test_range_has_no_value() -> None:
    record = Figure("urn:f", "urn:m", (TOOL,), "urn:u", "urn:b", "2~3배", minimum=2, maximum=3, baseline=(MAKER,))
    graph = graph_of(add_figure, record)
    assert graph.value(URIRef("urn:f"), SCHEMA.value) is None
    assert graph.value(URIRef("urn:f"), SCHEMA.minValue) == Literal(2)
    assert graph.value(URIRef("urn:f"), SCHEMA.maxValue) == Literal(3)
    assert graph.value(URIRef("urn:f"), AIKG.baseline) == URIRef(MAKER)


@pytest.mark.parametrize(("period", "start"), [("2031-04-05", "2031-04-05"), ("2031-04", None), (None, None)])
def test_an_event_starts_on_a_day_only_when_the_day_is_known(period: str | None, start: str | None) -> None:
    record = Event("urn:e", ("urn:kind",), "점등", "Lamp lit", FACT, period=period, actors=(MAKER,))
    graph = graph_of(add_event, record)
    expected = Literal(start, datatype=XSD.date) if start else None
    assert graph.value(URIRef("urn:e"), SCHEMA.startDate) == expected
    assert graph.value(URIRef("urn:e"), AIKG.actor) == URIRef(MAKER)


def test_provision_sanction_and_discrepancy() -> None:
    provision = Provision("urn:p", "urn:law", "urn:kind", "의무", "Duty", sanctions=("urn:x",), exception_to="urn:q")
    assert pairs(graph_of(add_provision, provision), "urn:p") >= {
        (ELI.is_part_of, URIRef("urn:law")),
        (AIKG.provisionType, URIRef("urn:kind")),
        (AIKG.sanction, URIRef("urn:x")),
        (AIKG.exceptionTo, URIRef("urn:q")),
    }
    sanction = Sanction("urn:x", "벌금", "Fine", "urn:amount", "urn:share", "urn:higher-of")
    assert pairs(graph_of(add_sanction, sanction), "urn:x") >= {
        (AIKG.fixedAmount, URIRef("urn:amount")),
        (AIKG.turnoverShare, URIRef("urn:share")),
        (AIKG.selectionRule, URIRef("urn:higher-of")),
    }
    discrepancy = Discrepancy("urn:d", "urn:type", ("urn:a", "urn:b"), "다르다.", "They differ.")
    assert pairs(graph_of(add_discrepancy, discrepancy), "urn:d") == {
        (RDF.type, AIKG.Discrepancy),
        (AIKG.discrepancyType, URIRef("urn:type")),
        (SCHEMA.about, URIRef("urn:a")),
        (SCHEMA.about, URIRef("urn:b")),
        (RDFS.label, Literal("다르다.", lang="ko")),
        (RDFS.label, Literal("They differ.", lang="en")),
    }


@pytest.mark.parametrize(
    ("notation", "bounds"),
    [
        ("2031", {(SEM.hasEarliestBeginTimeStamp, "2031-01-01"), (SEM.hasLatestEndTimeStamp, "2031-12-31")}),
        ("..2031", {(SEM.hasLatestEndTimeStamp, "2031-12-31")}),
        ("2031..", {(SEM.hasEarliestBeginTimeStamp, "2031-01-01")}),
    ],
)
def test_time_span_has_the_bounds_it_has(notation: str, bounds: set[tuple[URIRef, str]]) -> None:
    graph = graph_of(add_time_span, notation)
    found = {(p, str(o)) for p, o in graph.predicate_objects() if isinstance(o, Literal) and o.datatype == XSD.date}
    assert found == bounds


def test_entity() -> None:
    record = Entity(
        "org/example",
        "Organization",
        "보기 회사",
        "Example Works",
        aliases=(("보기", "ko"), ("EW", "en")),
        links=((str(SKOS.exactMatch), "https://example.org/1"),),
        values=((str(SCHEMA.leiCode), "EXAMPLE0000000000012"),),
    )
    assert pairs(graph_of(add_entity, record), MAKER) == {
        (RDF.type, class_of("Organization")),
        (SKOS.prefLabel, Literal("보기 회사", lang="ko")),
        (SKOS.prefLabel, Literal("Example Works", lang="en")),
        (SKOS.altLabel, Literal("보기", lang="ko")),
        (SKOS.altLabel, Literal("EW", lang="en")),
        (SKOS.exactMatch, URIRef("https://example.org/1")),
        (SCHEMA.leiCode, Literal("EXAMPLE0000000000012")),
    }


def test_kinds_are_ours_or_reused() -> None:
    assert (class_of("AIModel"), class_of("Person")) == (AIKG.AIModel, SCHEMA.Person)
    with pytest.raises(AttributeError):
        class_of("Organisation")


@pytest.mark.parametrize(
    ("value", "text", "datatype"),
    [
        (0, "0", XSD.integer),
        (-3, "-3", XSD.integer),
        (Decimal("1E+12"), "1000000000000", XSD.integer),
        (Decimal("2.0"), "2", XSD.integer),
        (Decimal("0.10"), "0.1", XSD.decimal),
        (Decimal("-1E-7"), "-0.0000001", XSD.decimal),
        (10**30, "1" + "0" * 30, XSD.integer),
        (Decimal("123456789012345678901234567890.5"), "123456789012345678901234567890.5", XSD.decimal),
    ],
)
def test_numbers_are_exact_and_canonical(value: Decimal | int, text: str, datatype: URIRef) -> None:
    found = number(value)
    assert (str(found), found.datatype) == (text, datatype)


def test_literals() -> None:
    assert literal(("등대", "ko")) == Literal("등대", lang="ko")
    assert literal(date(2031, 5, 6)) == Literal("2031-05-06", datatype=XSD.date)
    assert literal(7) == Literal("7", datatype=XSD.integer)
    assert literal("text") == Literal("text")
