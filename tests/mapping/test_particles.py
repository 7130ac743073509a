"""Particles fit the word before them, whatever its script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aikg.mapping.particles import with_particle


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("구글", "구글이"),
        ("메타", "메타가"),
        ("Google", "Google이"),
        ("Apple", "Apple이"),
        ("Meta", "Meta가"),
        ("Claude", "Claude가"),
        ("Bing", "Bing이"),
        ("Facebook", "Facebook이"),
        ("Copilot", "Copilot이"),
        ("GitHub", "GitHub가"),
        ("Microsoft", "Microsoft가"),
        ("Anthropic", "Anthropic이"),
        ("AMD", "AMD가"),
        ("IBM", "IBM이"),
        ("MIT", "MIT가"),
        ("GPT-4", "GPT-4가"),
        ("H100", "H100이"),
        ("MI300X", "MI300X가"),
        ("HRI 2024", "HRI 2024가"),
        ("50%", "50%가"),
        ("AI 얼라이언스(AI Alliance)", "AI 얼라이언스(AI Alliance)가"),
        ("‘옴니휴먼-1’", "‘옴니휴먼-1’이"),
        ("10억 달러(계획)", "10억 달러(계획)가"),
    ],
)
def test_subject_particle(word: str, expected: str) -> None:
    assert with_particle(word, "이/가") == expected


def test_the_sound_l_takes_ro() -> None:
    assert [with_particle(w, "으로/로") for w in ("구글", "Google", "Claude 2.1", "IBM", "Meta")] == [
        *("구글로", "Google로", "Claude 2.1로", "IBM으로", "Meta로")
    ]


def test_pairs_that_no_library_lists() -> None:
    assert [with_particle(w, "이다/다") for w in ("회원", "최고경영자")] == ["회원이다", "최고경영자다"]


def test_nothing_stays_nothing() -> None:
    assert with_particle("", "이/가") == ""


@given(st.text(min_size=1, max_size=12))
def test_any_text_gets_one_of_the_two(word: str) -> None:
    assert with_particle(word, "은/는") in (word + "은", word + "는")
