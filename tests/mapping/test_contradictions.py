"""Numbers that exclude each other are told; numbers that can both hold are not."""

from decimal import Decimal

import pytest

from aikg.mapping.articles import article_candidates
from aikg.mapping.contradictions import contradictions
from aikg.model.extraction import FoundFigure
from tests.mapping.sample import MAKER, ROBOT, assertion, euros, extraction, figure
from tests.mapping.test_findings import setting

KEY = assertion(block="k1", words="점검 로봇의 시험 운영을 시작했으며")
BODY = assertion()


def kinds(*figures: FoundFigure) -> list[tuple[int, int, str]]:
    return [(c.one, c.other, c.kind) for c in contradictions(figures)]


def test_two_readings_of_one_measure() -> None:
    assert kinds(figure(euros(24)), figure(euros(25))) == [(0, 1, "internal-contradiction")]


def test_two_numbers_far_apart_are_two_things() -> None:
    assert kinds(figure(euros(20)), figure(euros(30))) == []


@pytest.mark.parametrize("measure", ["count", "share", "score", "price", "amount"])
def test_what_an_article_may_give_two_of_is_not_compared(measure: str) -> None:
    assert kinds(figure(euros(24), measure), figure(euros(25), measure)) == []


@pytest.mark.parametrize("unit", ["percent", "times"])
def test_ratios_are_not_compared(unit: str) -> None:
    assert kinds(figure(euros(24, unit=unit)), figure(euros(25, unit=unit))) == []


def test_a_key_point_that_the_body_does_not_bear_out() -> None:
    vague = [figure(euros(20), "amount", assertion=KEY), figure(euros(21), "amount", assertion=BODY)]
    assert kinds(*vague) == [(0, 1, "internal-contradiction")]
    assert kinds(*vague, figure(euros(20), "amount", assertion=BODY)) == []
    assert kinds(*vague, figure(euros(20), "amount", period="2031", assertion=BODY)) == []


@pytest.mark.parametrize(
    "other",
    [
        figure(euros(22), "revenue"),
        figure(euros(22), about=(ROBOT,)),
        figure(euros(22), about=()),
        figure(euros(22), period="2031"),
        figure(euros(22, unit="usd")),
        figure(euros(22, per="month")),
        figure(euros(22, counted="등대")),
        figure(euros(22, kind="rank")),
        figure(euros(22), benchmark="benchmark/beacon"),
        figure(euros(22), baseline=(ROBOT,)),
        figure(euros(22), assertion=assertion(modality="forecast")),
        figure(euros(22), assertion=assertion(claimants=(ROBOT,))),
        figure(euros(20, "20유로")),
    ],
)
def test_what_differs_in_scope_is_no_contradiction(other: FoundFigure) -> None:
    assert kinds(figure(euros(20)), other) == []


@pytest.mark.parametrize(
    ("bound", "value", "excluded"),
    [
        ("at-least", 22, True),
        ("at-least", 20, False),
        ("more-than", 19, False),
        ("some-over", 21, True),
        ("up-to", 20, False),
        ("up-to", 19, True),
        ("less-than", 22, False),
        ("about", 21, False),
        ("about", 22, True),
        ("exact", 21, True),
    ],
)
def test_bounds_are_heeded(bound: str, value: int, excluded: bool) -> None:
    assert bool(kinds(figure(euros(20)), figure(euros(value, bound=bound)))) == excluded


@pytest.mark.parametrize(("value", "excluded"), [(4.5, True), (5, False), (8, False), (5.5, False)])
def test_ranges_are_heeded(value: int, excluded: bool) -> None:
    between = euros(bound="range", value=None, minimum=Decimal(5), maximum=Decimal(8))
    assert bool(kinds(figure(between), figure(euros(value)))) == excluded


def test_a_key_point_far_from_the_body_speaks_of_something_else() -> None:
    assert kinds(figure(euros(20), "amount", assertion=KEY), figure(euros(900), "amount")) == []


def test_two_summaries_do_not_contradict_each_other() -> None:
    assert kinds(figure(euros(20), assertion=KEY), figure(euros(22), assertion=KEY)) == []


def test_forecasts_of_two_diverge() -> None:
    one, other = (
        figure(euros(n), assertion=assertion(modality="forecast", claimants=(c,)))
        for n, c in ((20, MAKER), (30, ROBOT))
    )
    assert kinds(one, other) == [(0, 1, "divergent-forecast")]


def test_a_contradiction_is_recorded_and_nobody_is_sure_of_its_sides() -> None:
    found = article_candidates(
        setting(),
        1,
        extraction(figures=(figure(euros(20, "20유로")), figure(euros(22, "22유로"))), relations=(), events=()),
    )
    (discrepancy,) = found.discrepancies
    first, second = found.statements
    assert discrepancy.about == (first.iri, second.iri)
    assert discrepancy.ko == "가온로봇의 투자액이 같은 기사에 20유로와 22유로로 다르게 적혔다."
    assert discrepancy.en == "The investment of Gaon Robot is given as EUR 20 and as EUR 22 in the same article."
    assert (first.conflicts_with, second.conflicts_with) == ((second.iri,), (first.iri,))
    assert {first.confidence, second.confidence} == {"low"}
    assert discrepancy.review_status == "candidate"
