"""Korean numerals are read exactly, however they are written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aikg.extraction.number_words import native_at, sino_value
from aikg.extraction.numerals import Form, read_numeral

POWERS = ((10**12, "조"), (10**8, "억"), (10**4, "만"), (1, ""))
DIGITS = "일이삼사오육칠팔구"
TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
ONES = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
NUMBERS = st.integers(1, 10**16 - 1)


def printed(number: int, commas: bool, blank: str) -> str:
    """Write a number as briefs do: "1조 2,345억 600만"."""
    groups = []
    for power, word in POWERS:
        group, number = divmod(number, power)
        if group:
            groups.append((f"{group:,}" if commas else str(group)) + word)
    return blank.join(groups)


def spelled(number: int) -> str:
    """Write a number of up to sixteen digits in Hangul."""
    words = ""
    for power, word in POWERS:
        group, number = divmod(number, power)
        part = ""
        for small, name in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
            digit, group = divmod(group, small)
            part += (DIGITS[digit - 1] + name) if digit else ""
        words += part + word if part else ""
    return words


@given(NUMBERS, st.booleans())
def test_printed_numbers_come_back(number: int, commas: bool) -> None:
    text = printed(number, commas, "")
    numeral = read_numeral(f"{text} 달러", 0)
    assert numeral is not None
    assert (numeral.value, numeral.end, numeral.doubt) == (Decimal(number), len(text), "")


@given(NUMBERS.filter(lambda number: not 0 < number % 10**4 < 100))
def test_groups_apart_come_back(number: int) -> None:
    numeral = read_numeral(f"{printed(number, True, ' ')} 원", 0)
    assert numeral is not None and numeral.value == number


@given(NUMBERS)
def test_spelled_numbers_come_back(number: int) -> None:
    assert sino_value(spelled(number)) == number


@given(st.integers(1, 99))
def test_native_numbers_come_back(number: int) -> None:
    word = TENS[number // 10] + ONES[number % 10]
    assert native_at(f"{word} 개", 0) == (len(word), number, None)


@given(st.integers(1, 9999), st.integers(1, 99), st.sampled_from(POWERS[:3]))
def test_decimals_before_a_power_are_exact(whole: int, hundredths: int, power: tuple[int, str]) -> None:
    numeral = read_numeral(f"{whole}.{hundredths:02d}{power[1]}", 0)
    assert numeral is not None
    assert numeral.value == Decimal(f"{whole}.{hundredths:02d}") * power[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3,500만", 35_000_000),
        ("32억", 3_200_000_000),
        ("1억 2,800만", 128_000_000),
        ("2만 5천", 25_000),
        ("5천만", 50_000_000),
        ("2백만", 2_000_000),
        ("3천5백", 3_500),
        ("1조2천억", 1_200_000_000_000),
        ("38만 1,000", 381_000),
        ("１，２００", 1_200),
        ("1.5 million", 1_500_000),
        ("279 Billion", 279_000_000_000),
        ("10^26", 10**26),
        ("10의 26제곱", 10**26),
        ("10²⁶", 10**26),
        ("3x10^5", 300_000),
        ("이백만", 2_000_000),
        ("천오백", 1_500),
        ("스무", 20),
        ("4분의 3", 75),
        ("절반", 50),
        ("수십억", 1_000_000_000),
        ("수 백만", 1_000_000),
        ("몇천", 1_000),
    ],
)
def test_ways_of_writing(text: str, value: int) -> None:
    numeral = read_numeral(f"{text} ", 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (Decimal(value), len(text))


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("5만 2031년", 50_000, " 2031년"),
        ("3만 5", 30_000, " 5"),
        ("70.0%", 70, "%"),
        ("7, 8", 7, ", 8"),
        ("1,2345", 1, ",2345"),
        ("3천 명", 3_000, " 명"),
    ],
)
def test_a_number_ends_where_it_ends(text: str, value: int, rest: str) -> None:
    numeral = read_numeral(text, 0)
    assert numeral is not None
    assert (numeral.value, text[numeral.end :]) == (Decimal(value), rest)


def test_a_raised_exponent_is_a_power() -> None:
    raised = read_numeral("1026 플롭스", 0, [(2, 4)])
    plain = read_numeral("1026 플롭스", 0)
    assert raised is not None and plain is not None
    assert (raised.value, raised.form, plain.value) == (Decimal(10) ** 26, Form.POWER, Decimal(1026))


def test_pairs_stay_open() -> None:
    numeral = read_numeral("두세 곳", 0)
    assert numeral is not None and (numeral.value, numeral.upper) == (Decimal(2), Decimal(3))


def test_a_misread_comma_is_mended_and_told() -> None:
    numeral = read_numeral("3.500만", 0)
    assert numeral is not None and numeral.value == 35_000_000
    assert "3,500만" in numeral.doubt


@pytest.mark.parametrize("text", ["", "값", "3" * 31, "조사", "만이 아니라"[1:], "-5", "."])
def test_what_is_no_number(text: str) -> None:
    assert read_numeral(text, 0) is None


@given(st.text(alphabet="0123456789,. 십백천만억조경수몇두세한분의절반^x~-%년월가나", max_size=24), st.integers(-2, 26))
def test_any_text_is_read_or_not(text: str, position: int) -> None:
    numeral = read_numeral(text, position)
    if numeral is not None:
        assert position == numeral.start < numeral.end <= len(text)
        assert numeral.value.is_finite()
        assert numeral.upper is None or numeral.value < numeral.upper
