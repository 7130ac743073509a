"""Quantities are read with unit, bound, rate and range, and nothing else is taken for one."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aikg.extraction.dates import Anchor, find_dates
from aikg.extraction.quantities import find_quantities
from aikg.extraction.units import Kind, units
from aikg.model.extraction import Quantity

#: bounds by what stands before and after a number
BOUNDS = {
    ("", ""): "exact",
    ("약 ", ""): "about",
    ("최대 ", ""): "up-to",
    ("최소 ", ""): "at-least",
    ("", " 이상"): "at-least",
    ("", " 이하"): "up-to",
    ("", " 초과"): "more-than",
    ("", " 미만"): "less-than",
    ("", "를 넘어섰으며"): "more-than",
    ("총 ", ""): "exact",
    ("총 약 ", ""): "about",
}
MONEY = {"달러": "usd", "유로": "eur", "엔": "jpy", "홍콩 달러": "hkd"}
PIECES = st.sampled_from(
    re.findall(
        "[^|]+",
        "3|20|1,000|2.5|만|억|조|수|두|세|절반|분의|%|%p|배|달러|원|명|개|건|년|월|일|개월|시간|GPU|토큰|매개변수|모델|기업"
        "|약 |최대 | 이상|미만|~|에서|까지|사이| |,|(|)|월 |1인당|당|$|€|위|번째|제|대|기|10^|-|의 |２|x|GPT-4",
    )
)


def found(text: str) -> list[tuple[str, str]]:
    """Return value or range, and unit."""
    return [(numbers(quantity), quantity.unit) for quantity in find_quantities(text)]


def numbers(quantity: Quantity) -> str:
    return str(quantity.value) if quantity.value is not None else f"{quantity.minimum}~{quantity.maximum}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5년간 총 65조 원을 투입", [("5", "year"), ("65000000000000", "krw")]),
        ("94% 늘어난 351억 달러", [("94", "percent"), ("35100000000", "usd")]),
        ("순이익은 193억 900만 달러", [("19309000000", "usd")]),
        ("100억원과 4,500만달러", [("10000000000", "krw"), ("45000000", "usd")]),
        ("$1.5B와 US$ 3 million", [("1500000000.0", "usd"), ("3000000", "usd")]),
        ("응답자의 3분의 2는", [("66.7", "percent")]),
        ("절반 이상이 찬성", [("50", "percent")]),
        ("0.5%p 하락하고 3배 증가", [("0.5", "percentage-point"), ("3", "times")]),
        ("-3.4%로 줄어", [("-3.4", "percent")]),
        ("매개변수 70억 개를 가진", [("7000000000", "parameter")]),
        ("7B 매개변수 모델", [("7000000000", "parameter")]),
        ("128K 토큰을 처리", [("128000", "token")]),
        ("100만 개 토큰 길이", [("1000000", "token")]),
        ("2만 개 이상의 최신 GPU를", [("20000", "gpu")]),
        ("두 모델 모두 공개", [("2", "model")]),
        ("3대 클라우드 사업자가", [("3", "organization")]),
        ("14개국 1,200명의 임원", [("14", "country"), ("1200", "person")]),
        ("찬성 523표, 반대 46표", [("523", "vote"), ("46", "vote")]),
        ("80GB 메모리와 초당 4.8TB 대역폭", [("80", "gigabyte"), ("4.8", "terabyte-per-second")]),
        ("수 분이 걸리며", [("1", "minute")]),
        ("수백만 명이 사용", [("1000000", "person")]),
        ("향후 12개월 동안", [("12", "month")]),
        ("180일 이내", [("180", "day")]),
        ("10^26 플롭스를 초과", [(str(10**26), "flops")]),
    ],
)
def test_numbers_with_their_units(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(Decimal(value), unit) for value, unit in found(text)] == [(Decimal(v), u) for v, u in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3~6개월 내 도입", ("3~6", "month")),
        ("20∼30%를 차지", ("20~30", "percent")),
        ("5~10억 달러를", ("500000000~1000000000", "usd")),
        ("5억~10억 달러를", ("500000000~1000000000", "usd")),
        ("5,000~1만 명이", ("5000~10000", "person")),
        ("10%~15% 증가", ("10~15", "percent")),
        ("10%에서 15% 사이", ("10~15", "percent")),
        ("두세 곳에서", ("2~3", "item")),
    ],
)
def test_ranges(text: str, expected: tuple[str, str]) -> None:
    (quantity,) = find_quantities(text)
    assert (numbers(quantity), quantity.unit, quantity.bound) == (*expected, "range")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("640억에서 2,510억 달러로 성장", [("64000000000", "usd"), ("251000000000", "usd")]),
        ("10%에서 20%로 증가", [("10", "percent"), ("20", "percent")]),
        ("10에서 20%로 증가", [("10", "percent"), ("20", "percent")]),
    ],
)
def test_a_change_has_two_ends(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("월 8달러", "month"),
        ("연간 3억 달러", "year"),
        ("시간당 30달러", "hour"),
        ("1인당 300만 원", "person"),
        ("토큰 100만 개당 3달러", "million-token"),
        ("100만 토큰당 입력 3달러", "million-token"),
        ("9월 8달러", None),
    ],
)
def test_rates(text: str, per: str | None) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.per == per


def test_a_rate_holds_for_what_is_listed_after_it() -> None:
    assert [q.per for q in find_quantities("100만 토큰당 입력 3달러, 출력 15달러")] == ["million-token"] * 2


@pytest.mark.parametrize(
    "text", ["1,200만 달러(약 165억 원)", "1,200만 달러(한화 약 165억 원) 상당", "100억 유로(15조 원)를"]
)
def test_a_conversion_points_at_what_it_converts(text: str) -> None:
    first, second = find_quantities(text)
    assert (first.converted_from, second.converted_from) == (None, 0)


def test_a_bracket_with_another_sum_is_no_conversion() -> None:
    assert [q.converted_from for q in find_quantities("3억 달러(2억 달러 증가)")] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4와 MI300X, H100",
        "모델 2.0을 공개",
        "제10조와 제3조의2",
        "50조 1항",
        "www.example.org/2031/a12",
        "02-1234-5678",
        "그 5는",
        "한편 세상에 두말할 것 없이",
        "세 부담 완화",
        "조사 응답자는 만족",
        "여성만이 참가",
        "할 수 있는 일",
        "다양한 개발자",
        "2031년 5월 3일",
        "4분기와 상반기",
        "3개당",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1위를 차지", "rank"),
        ("4차 산업", "ordinal"),
        ("2기 정부", "ordinal"),
        ("20대 여성", "ordinal"),
        ("제2차 회의", "ordinal"),
    ],
)
def test_places_in_an_order_are_told_apart(text: str, kind: str) -> None:
    assert [quantity.kind for quantity in find_quantities(text)] == [kind]


@given(
    st.integers(1, 9999),
    st.sampled_from(["만", "억", "조"]),
    st.sampled_from(sorted(MONEY)),
    st.sampled_from(sorted(BOUNDS)),
)
def test_amounts_come_back(number: int, power: str, money: str, words: tuple[str, str]) -> None:
    printed = f"{number:,}{power} {money}"
    (quantity,) = find_quantities(f"기구가 {words[0]}{printed}{words[1]}")
    assert quantity.value == number * {"만": 10**4, "억": 10**8, "조": 10**12}[power]
    assert (quantity.unit, quantity.bound) == (MONEY[money], BOUNDS[words])
    assert printed in quantity.text


@given(
    st.sampled_from(sorted(unit.code for unit in units().values() if unit.kind is Kind.MONEY)), st.integers(1, 10**12)
)
def test_money_by_code_comes_back(code: str, number: int) -> None:
    (quantity,) = find_quantities(f"총액 {code} {number:,}")
    assert (quantity.value, units()[quantity.unit].code) == (Decimal(number), code)


def test_names_and_dates_keep_their_numbers() -> None:
    text = "라마 3 모델 20개를 5개 기업에 공개"
    name = (0, text.index(" 20"))
    assert [q.value for q in find_quantities(text, protected=[name])] == [20, 5]
    whole = (0, text.index("를"))
    assert [q.value for q in find_quantities(text, protected=[whole])] == [5]
    (two,) = find_quantities("두 모델 공개", protected=[(2, 4)])
    assert (two.text, two.unit) == ("두", "model")


@given(
    st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join)),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=3),
)
def test_any_text_gives_quantities_in_their_places(text: str, names: list[tuple[int, int]]) -> None:
    protected = [(start, start + length) for start, length in names]
    dates = find_dates(text, Anchor.of_issue("spri-2031-05"))
    quantities = find_quantities(text, protected=protected, dates=dates)
    taken = [*protected, *((date.start, date.end) for date in dates)]
    for quantity in quantities:
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert not any(start < quantity.end and quantity.start < end for start, end in taken)
        assert quantity.unit in units() and (quantity.per is None or quantity.per in units())
        assert (quantity.value is None) == (quantity.minimum is not None and quantity.maximum is not None)
        assert quantity.minimum is None or quantity.maximum is None or quantity.minimum < quantity.maximum
    assert all(one.end <= other.start for one, other in pairwise(quantities))
