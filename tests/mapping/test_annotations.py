"""The bundle has the fields and vocabularies of its format, and quotes that stand in the brief."""

import json
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from aikg.mapping.annotations import LONGEST_QUOTE, bundle
from aikg.model.extraction import RELATIONS, Quantity
from aikg.vocabulary.concepts import concepts
from tests.mapping.sample import MAKER, ROBOT, assertion, brief, euros, event, extraction, figure, relation

FIELDS = {
    "articles": {"id", "section_ko", "title_ko", "page", "sources"},
    "entities": {"id", "type", "label_ko", "label_en", "aliases", "articles"},
    "figures": {
        "id",
        "article",
        "about",
        "measure",
        "value",
        "value_max",
        "unit",
        "comparator",
        "modality",
        "claimant",
        "time",
        "quote",
    },
    "relations": {"id", "article", "subject", "predicate", "object", "quote"},
    "events": {"id", "article", "type", "agents", "objects", "date", "quote"},
}
TYPES = [
    "Organization",
    "Person",
    "Product",
    "Programme",
    "Law",
    "Report",
    "Dataset",
    "Benchmark",
    "Place",
    "Conference",
    "CourtCase",
    "Technology",
]
EVENTS = [
    "Announcement",
    "Release",
    "Agreement",
    "Ruling",
    "Investment",
    "Founding",
    "Publication",
    "Conference",
    "Forecast",
    "Planned",
    "Legislation",
    "Lawsuit",
    "Controversy",
    "Other",
]


def rows(name: str, **changes: Any) -> list[dict[str, Any]]:
    text = bundle(brief(), extraction(**changes))[f"{name}.jsonl"]
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("name", FIELDS)
def test_fields(name: str) -> None:
    found = rows(name)
    assert found
    assert all(FIELDS[name] <= set(row) <= FIELDS[name] | {"subtype"} for row in found)
    assert len({row["id"] for row in found}) == len(found)


def test_ids_point_to_something() -> None:
    entities, articles = {row["id"] for row in rows("entities")}, {row["id"] for row in rows("articles")}
    ends = [row[end] for row in rows("relations") for end in ("subject", "object")]
    ends += [key for row in rows("events") for key in (*row["agents"], *row["objects"])]
    ends += [row["about"] for row in rows("figures")]
    assert set(ends) <= entities
    assert {row["article"] for name in ("figures", "relations", "events") for row in rows(name)} <= articles | {
        "c01",
        "c02",
        "c03",
    }


def test_vocabularies() -> None:
    assert {row["type"] for row in rows("entities")} <= set(TYPES)
    assert {row["type"] for row in rows("events")} <= set(EVENTS)
    assert {row["predicate"] for row in rows("relations")} <= set(RELATIONS)


def every(scheme: str) -> Iterable[str]:
    return sorted(path.partition("/")[2] for path in concepts() if path.startswith(scheme + "/"))


@pytest.mark.parametrize("modality", every("modality"))
def test_every_modality_has_a_name(modality: str) -> None:
    (row,) = rows("figures", figures=(figure(assertion=assertion(modality=modality)),))
    assert row["modality"] in ("fact", "forecast", "plan", "claim", "rule", "recommendation")


@pytest.mark.parametrize("bound", every("bound"))
def test_every_bound_has_a_comparator(bound: str) -> None:
    (row,) = rows("figures", figures=(figure(euros(bound=bound)),))
    assert row["comparator"] in ("eq", "min", "max", "approx")


@pytest.mark.parametrize("kind", every("event-type"))
def test_every_type_of_event_has_a_name(kind: str) -> None:
    assert rows("events", events=(event(kind),))[0]["type"] in EVENTS


def test_a_plan_is_planned_whatever_the_verb() -> None:
    assert rows("events", events=(event(assertion=assertion(modality="plan")),))[0]["type"] == "Planned"


def test_numbers_are_exact_and_ranges_have_two_ends() -> None:
    big = figure(euros(3_200_000_000))
    part = figure(Quantity(0, 0, "90.04%", "percent", value=Decimal("90.04")))
    between = figure(Quantity(0, 0, "3~6개월", "month", "range", minimum=Decimal(3), maximum=Decimal(6)))
    found = rows("figures", figures=(big, part, between))
    assert [(row["value"], row["value_max"], row["unit"]) for row in found] == [
        (3_200_000_000, None, "EUR"),
        (90.04, None, "percent"),
        (3, 6, "month"),
    ]


def test_quotes_are_the_words_and_not_too_many() -> None:
    lead = brief().articles[0].body[1]
    whole = assertion(block="b1", words=lead.text)
    long = replace(figure(assertion=whole), quantity=replace(euros(), start=60))
    texts = {f"a{a.number:02d}": [b.text for b in a.blocks] for a in brief().articles}
    quoted = [*rows("figures", figures=(long, figure())), *rows("relations"), *rows("events")]
    for row in (row for row in quoted if row["article"] in texts):
        assert 0 < len(row["quote"]) <= LONGEST_QUOTE
        assert any(row["quote"] in text for text in texts[row["article"]])


def test_sources_tell_who_published_without_a_quote() -> None:
    cited = assertion(rule="citation")
    found = rows("relations", relations=(relation("publishes", MAKER, ROBOT, assertion=cited),))
    assert found[0]["quote"] == ""


def test_a_triple_is_told_once_an_article() -> None:
    again = assertion(3, "b2", "3,500만 유로를 쓰기로")
    found = rows("relations", relations=(relation(), relation(), relation(assertion=again)))
    assert [row["article"] for row in found if row["article"].startswith("a")] == ["a01", "a03"]


def test_conferences() -> None:
    held = [row for row in rows("events") if row["type"] == "Conference"]
    assert [(row["article"], row["date"]) for row in held] == [
        ("c01", "2024-07-11/2024-07-13"),
        ("c02", "2024-07-30/2024-08-02"),
        ("c03", "2024-08-20"),
    ]
    places = [(row["predicate"], row["object"]) for row in rows("relations") if row["article"] == "c03"]
    assert places == [("locatedIn", "place/kil"), ("partOf", "place/dogil")]


def test_the_same_input_gives_the_same_text() -> None:
    assert bundle(brief(), extraction()) == bundle(brief(), extraction())
