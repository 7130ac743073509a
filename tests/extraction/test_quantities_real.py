"""Quantities of real briefs, where they are at hand, against those that a person annotated."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from aikg.corpus.reader import read_brief
from aikg.extraction.dates import Anchor, find_dates
from aikg.extraction.quantities import find_quantities
from aikg.extraction.units import format_unit
from aikg.model.brief import Article

SHARED = Path(__file__).resolve().parents[3] / "shared"
ISSUES = ["2023-12", "2025-03"]
#: what counts as one unit when people and machines name it
MERGED = {"sample": "data point", "worker": "person", "student": "person"}
#: units that a figure must agree in; any other is a counted noun, which may be named in many ways
STRICT = {"percent", "times", "USD", "EUR", "KRW", "token", "parameter", "person", "month", "year", "day", "USD/month"}

pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the annotated briefs are not here")

Number = tuple[float, float | None, str]


@cache
def annotated(issue: str) -> list[dict[str, Any]]:
    lines = (SHARED / "gold" / issue / "figures.jsonl").read_text("utf-8").splitlines()
    return [figure for figure in map(json.loads, lines) if figure["article"].startswith("a")]


def numbers(article: Article, issue: str) -> list[Number]:
    """Return what is read in an article: value or least value, most value, unit."""
    anchor, read = Anchor.of_issue(f"spri-{issue}"), []
    for block in article.blocks:
        dates = find_dates(block.text, anchor)
        for each in find_quantities(block.text, raised=block.raised, dates=dates):
            least = each.value if each.value is not None else each.minimum
            assert least is not None
            most = None if each.maximum is None else float(each.maximum)
            read.append((float(least), most, format_unit(each)))
    return read


@cache
def read_by_article(issue: str) -> dict[str, list[Number]]:
    brief = read_brief(SHARED / "briefs" / f"spri-{issue}.pdf")
    wanted = {figure["article"] for figure in annotated(issue)}
    named = {f"a{article.number:02d}": article for article in brief.articles}
    return {key: numbers(named[key], issue) for key in sorted(wanted)}


def agree(figure: dict[str, Any], number: Number) -> bool:
    low, high, unit = number
    names = {MERGED.get(figure["unit"], figure["unit"]), MERGED.get(unit, unit)}
    same_unit = len(names) == 1 or not names & STRICT
    same_most = figure["value_max"] is None or figure["value_max"] == high
    return same_unit and same_most and abs(figure["value"] - low) <= 1e-6 * max(1.0, abs(low))


def required(issue: str) -> list[list[dict[str, Any]]]:
    """Return the figures to be found, each with the variants of it that are as good."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for figure in annotated(issue):
        if figure["kind"] == "quantity" and not figure.get("implicit") and figure.get("tier", 1) == 1:
            groups.setdefault(figure.get("variant_group") or figure["id"], []).append(figure)
    return list(groups.values())


def is_found(variants: list[dict[str, Any]], issue: str) -> bool:
    return any(agree(figure, number) for figure in variants for number in read_by_article(issue)[figure["article"]])


@pytest.mark.parametrize("issue", ISSUES)
def test_annotated_figures_are_read(issue: str) -> None:
    wanted = required(issue)
    missed = [variants[0]["id"] for variants in wanted if not is_found(variants, issue)]
    assert len(missed) <= 0.03 * len(wanted), missed


@pytest.mark.parametrize("issue", ISSUES)
def test_what_is_read_was_annotated(issue: str) -> None:
    read = [(key, number) for key, all_numbers in read_by_article(issue).items() for number in all_numbers]
    figures = annotated(issue)
    spurious = [
        (key, number)
        for key, number in read
        if not any(figure["article"] == key and agree(figure, number) for figure in figures)
    ]
    assert len(spurious) <= 0.05 * len(read), spurious


@pytest.mark.parametrize("issue", ISSUES)
def test_no_number_is_off_by_a_power_of_ten(issue: str) -> None:
    for variants in required(issue):
        figure = variants[0]
        off = [
            number
            for number in read_by_article(issue)[figure["article"]]
            for power in (10, 100, 1000, 10**4, 10**8)
            if number[2] == figure["unit"] and number[0] in (figure["value"] * power, figure["value"] / power)
        ]
        assert not off or is_found(variants, issue)
