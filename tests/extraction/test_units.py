"""The table of units says what the scheme of units says, and units are read with what stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.namespace import RDF, SKOS

from aikg import resources
from aikg.extraction.units import Kind, format_unit, unit_at, unit_of_noun, units
from aikg.model.extraction import Quantity
from aikg.vocabulary.namespaces import VOC

SCHEME = Graph().parse(resources.folder("ontology") / "concepts" / "unit.ttl")
UNIT = f"{VOC}unit/"
#: concepts that only gather others
GATHERING = {str(broader) for broader in SCHEME.objects(None, SKOS.broader)}
CONCEPTS = {str(c).removeprefix(UNIT): c for c in SCHEME.subjects(RDF.type, SKOS.Concept) if str(c) not in GATHERING}


def test_the_table_and_the_scheme_have_the_same_units() -> None:
    assert sorted(units()) == sorted(CONCEPTS)


@pytest.mark.parametrize("name", sorted(CONCEPTS))
def test_the_scheme_has_the_code_of_the_table(name: str) -> None:
    notation = SCHEME.value(CONCEPTS[name], SKOS.notation)
    assert units()[name].code == str(notation or "")


def test_money_and_nothing_else_is_a_currency() -> None:
    currencies = {str(c).removeprefix(UNIT) for c in SCHEME.subjects(SKOS.broader)}
    assert currencies == {unit.name for unit in units().values() if unit.kind is Kind.MONEY}
    assert all(len(units()[name].code) == 3 and units()[name].code.isupper() for name in currencies)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("달러를 투자", "usd"),
        ("홍콩 달러를 투자", "hkd"),
        ("홍콩달러 규모", "hkd"),
        ("원의 예산", "krw"),
        ("원칙을", None),
        ("엔비디아", None),
        ("%", "percent"),
        ("%p 하락", "percentage-point"),
        ("%포인트", "percentage-point"),
        ("배로 증가", "times"),
        ("배터리", None),
        ("개월간", "month"),
        ("개발자", None),
        ("명이 참가", "person"),
        ("명령을", None),
        ("년 이상", "year"),
        ("초당", "second"),
        ("GB 메모리", "gigabyte"),
        ("GBT", None),
        ("TB/s", "terabyte-per-second"),
        ("플롭스를", "flops"),
        ("개국이", "country"),
    ],
)
def test_a_unit_ends_where_its_word_ends(text: str, unit: str | None) -> None:
    form = unit_at(text, 0)
    assert (form.unit.name if form else None) == unit


@pytest.mark.parametrize(
    ("noun", "unit"),
    [
        ("중소기업", "organization"),
        ("언어모델", "model"),
        ("GPUs", "gpu"),
        ("companies", "organization"),
        ("광주", None),
        ("바람", None),
    ],
)
def test_a_counted_noun_gives_its_unit(noun: str, unit: str | None) -> None:
    assert unit_of_noun(noun) == unit


@pytest.mark.parametrize(
    ("quantity", "name"),
    [
        (Quantity(0, 0, "", "usd"), "USD"),
        (Quantity(0, 0, "", "usd", per="month"), "USD/month"),
        (Quantity(0, 0, "", "percent"), "percent"),
        (Quantity(0, 0, "", "percentage-point"), "percentage point"),
        (Quantity(0, 0, "", "times"), "times"),
        (Quantity(0, 0, "", "year-of-age"), "year"),
        (Quantity(0, 0, "", "gigabyte"), "GB"),
        (Quantity(0, 0, "", "terabyte-per-second"), "TB/s"),
        (Quantity(0, 0, "", "token", counted="토큰"), "token"),
        (Quantity(0, 0, "", "item", counted="깃발"), "깃발"),
        (Quantity(0, 0, "", "item"), "item"),
    ],
)
def test_units_of_the_annotation_bundle(quantity: Quantity, name: str) -> None:
    assert format_unit(quantity) == name


@given(st.text(max_size=30), st.integers(0, 30))
def test_any_text_has_a_unit_or_none(text: str, position: int) -> None:
    form = unit_at(text, position)
    assert form is None or position < form.end <= len(text)
