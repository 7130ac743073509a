"""Locators point to words exactly, and only whoever has the words can tell what they are."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aikg.model.evidence import Locator, digest, locate, normalize

TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \t\n\u00a0\u2f00가각é")))


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("  등대에   불이\n켜졌다 ", "등대에 불이 켜졌다"),
        ("\u1112\u1161\u11ab", "한"),
        ("e\u0301", "é"),
        ("\u2f00과 \u2f46", "一과 无"),
        ("\u2e9f", "母"),
        ("㎏ ① Ａ", "㎏ ① Ａ"),
        ("", ""),
    ],
)
def test_normal_form(raw: str, normal: str) -> None:
    assert normalize(raw) == normal


@given(TEXTS)
def test_normalizing_twice_changes_nothing(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


@given(TEXTS)
def test_white_space_is_single_blanks(text: str) -> None:
    normal = normalize(text)
    assert normal == normal.strip()
    assert re.findall(r"\s", normal) == [" "] * normal.count(" ")
    assert "  " not in normal


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Z", "Cc"]), min_size=1), min_size=1))
def test_the_digest_ignores_white_space(words: list[str]) -> None:
    assert digest(" ".join(words)) == digest("".join(words)) == digest("\n\t".join(words))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_digest_is_sixteen_hexadecimal_digits(text: str) -> None:
    assert re.fullmatch("[0-9a-f]{16}", digest(text))


def test_digests_are_stable() -> None:
    """What is committed in the data must keep its meaning."""
    assert digest("등대 불빛") == digest("등대불빛") == "7990ef99e068d6f2"
    assert digest("등대 불빛") != digest("등대 불꽃")


@given(TEXTS, st.integers(0), st.integers(0))
def test_located_words_are_found_again(text: str, start: int, length: int) -> None:
    normal = normalize(text)
    assume(normal)
    start %= len(normal)
    words = normal[start : start + 1 + length % 12]
    assume(words == normalize(words) and normal.count(words) == 1)
    found = locate("b1", text, words)
    assert normal[found.start : found.end] == words
    assert found == Locator("b1", start, start + len(words), digest(words))


def test_words_may_be_written_with_other_white_space() -> None:
    assert locate("k1", "게가  동전을\n고른다", "동전을 고른다") == locate("k1", "게가 동전을 고른다", "동전을  고른다")


@pytest.mark.parametrize("words", ["", "  ", "없는 말", "동전"])
def test_words_must_occur_exactly_once(words: str) -> None:
    with pytest.raises(ValueError, match=r"occurrences in block b2\.1"):
        locate("b2.1", "동전을 세고 또 동전을 센다", words)


def test_locators_sort_by_place() -> None:
    first, second = Locator("b1", 2, 4, "b"), Locator("b1", 3, 4, "a")
    assert sorted([second, first]) == [first, second]
