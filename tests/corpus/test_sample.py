"""The invented brief, read from every format, comes out as it was put in."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from aikg.corpus.reader import read_brief
from aikg.model.brief import Brief, Kind
from tests.corpus import sample

Write = Callable[[str, str], Path]


def check(brief: Brief) -> None:
    """Compare a brief with what was invented."""
    assert [a.title.text for a in brief.articles] == [i.title for i in sample.ISSUE.items]
    assert [a.section for a in brief.articles] == [i.section for i in sample.ISSUE.items]
    for article, item in zip(brief.articles, sample.ISSUE.items, strict=True):
        assert [b.text for b in article.key_points] == list(item.keys)
        assert [b.text for b in article.body] == [words for sign, words in item.body if sign in "hbs"]
        assert [b.text for b in article.notes] == [words for sign, words in item.body if sign == "n"]
        assert [b.text for b in article.captions] == [words for sign, words in item.body if sign == "c"]
        assert article.figures == ()
        assert [s.date for s in article.sources] == [f"2024-04-0{article.number}", f"2024-04-1{article.number}"]
        assert [s.publisher for s in article.sources] == ["Harbour Gazette", "바다신문"]


def check_events(brief: Brief) -> None:
    expected = [
        ("Harbour Robots 2024", "2024-07-11", "2024-07-13"),
        ("Lighthouse Days", "2024-07-30", "2024-08-02"),
        ("Coastal AI Forum", "2024-08-20", "2024-08-20"),
    ]
    assert [(c.name, c.start, c.end) for c in brief.conferences] == expected
    assert [(c.place, c.url) for c in brief.conferences] == [(p, u) for _, _, p, u in sample.ISSUE.events]


@pytest.mark.parametrize("key_first", [False, True])
@pytest.mark.parametrize("blanks", [False, True])
def test_plain_text(written: Write, key_first: bool, blanks: bool) -> None:
    brief = read_brief(written("brief.txt", sample.plain(key_first, blanks)))
    check(brief)
    check_events(brief)
    assert brief.issue == "spri-2024-05"
    assert brief.warnings == ()


@pytest.mark.parametrize("name", ["brief.txt", "brief.md"])
def test_letters_taken_apart(written: Write, name: str) -> None:
    text = sample.plain() if name.endswith("txt") else sample.markdown()
    brief = read_brief(written(name, unicodedata.normalize("NFD", text)))
    check(brief)
    check_events(brief)


def test_plain_text_without_pages(written: Write) -> None:
    brief = read_brief(written("brief.txt", sample.plain().replace("\f", "\n")))
    assert [a.title.text for a in brief.articles] == [i.title for i in sample.ISSUE.items]
    assert [a.section for a in brief.articles] == [i.section for i in sample.ISSUE.items]
    assert all(a.page is None for a in brief.articles)


def test_markdown_with_slips(written: Write) -> None:
    brief = read_brief(written("brief.md", sample.markdown()))
    check(brief)
    check_events(brief)
    assert any("slips" in warning for warning in brief.warnings)
    repairs = [r for a in brief.articles for b in a.blocks for r in b.repairs]
    assert {(r.before, r.after) for r in repairs} == {(".", ",")}


def test_earlier_pdf(made: Path) -> None:
    brief = read_brief(made / "spri-2024-05.pdf")
    check(brief)
    check_events(brief)
    assert (brief.issue, brief.layout, brief.warnings) == ("spri-2024-05", "A", ())
    assert [a.page for a in brief.articles] == [4, 5, 6, 7, 8]


def test_later_pdf(made: Path) -> None:
    brief = read_brief(made / "spri-2025-03.pdf")
    check(brief)
    assert (brief.issue, brief.layout, brief.warnings) == ("spri-2025-03", "B", ())
    found = [(c.name, c.start, c.end, c.place, c.url) for c in brief.conferences]
    assert found == [(name, start, end, place, url) for _, _, name, place, url, start, end in sample.CALENDAR]


def test_block_ids(plain_brief: Brief) -> None:
    first = plain_brief.articles[0]
    ids = [b.id for b in first.blocks]
    assert ids == ["t", "k1", "k2", "h1", "b1", "b1.1", "b1.2", "b2", "h2", "b3", "b3.1", "n1"]
    assert [n.parent for n in first.notes] == ["b2"]
    assert {b.kind for b in first.body} == {Kind.SUBHEAD, Kind.BULLET, Kind.SUB_BULLET}
