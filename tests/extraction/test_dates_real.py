"""Dates of real briefs, where they are at hand: those that a person annotated are found, with their year."""

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from aikg.corpus.reader import read_brief
from aikg.extraction.dates import Anchor, find_dates
from aikg.extraction.quantities import find_quantities
from aikg.model.brief import Article

SHARED = Path(__file__).resolve().parents[3] / "shared"
ISSUES = ["2023-12", "2025-03"]
#: a date stands in the words of the annotation
DATED = re.compile(r"\d\s?[년월일]")

pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the annotated briefs are not here")


@cache
def articles(issue: str) -> dict[str, Article]:
    brief = read_brief(SHARED / "briefs" / f"spri-{issue}.pdf")
    return {f"a{article.number:02d}": article for article in brief.articles}


def found(article: Article, issue: str) -> set[str]:
    anchor = Anchor.of_issue(f"spri-{issue}")
    # what the annotation calls the day of a rise is printed as the day from which it holds
    return {date.notation.strip(".") for block in article.blocks for date in find_dates(block.text, anchor)}


@pytest.mark.parametrize("issue", ISSUES)
def test_annotated_dates_are_found(issue: str) -> None:
    lines = (SHARED / "gold" / issue / "events.jsonl").read_text("utf-8").splitlines()
    events = [event for event in map(json.loads, lines) if event["article"].startswith("a")]
    by_number = articles(issue)
    # a period of the annotation that is a season or open is printed otherwise or not at all
    plain = [
        e
        for e in events
        if re.fullmatch(r"\d{4}(-(0\d|1[012])(-\d\d)?)?", e["date"] or "") and DATED.search(e["quote"])
    ]
    missing = [e["id"] for e in plain if e["date"] not in found(by_number[e["article"]], issue)]
    assert len(plain) >= 5
    assert missing == []


@pytest.mark.parametrize("issue", ["2023-12", "2024-01", "2024-02", "2024-03", "2025-03"])
def test_dates_and_quantities_share_no_character(issue: str) -> None:
    for article in articles(issue).values():
        anchor = Anchor.of_issue(f"spri-{issue}")
        for block in article.blocks:
            dates = find_dates(block.text, anchor)
            quantities = find_quantities(block.text, raised=block.raised, dates=dates)
            spans = [(d.start, d.end) for d in dates] + [(q.start, q.end) for q in quantities]
            assert all(end <= start for (_, end), (start, _) in pairwise(sorted(spans)))
