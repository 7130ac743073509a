"""Issues invented at random come out as they were put in, whatever their layout and however a converter prints them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from aikg.corpus.briefs import brief_of
from aikg.corpus.markdown import read_markdown
from aikg.corpus.pdf import read_pdf
from aikg.corpus.plain import read_plain
from aikg.corpus.traced import traced
from aikg.model.brief import Article, Brief, Kind
from tests.corpus.markdowns import as_markdown, style
from tests.corpus.printing import Manner, as_pdf, as_text, manner
from tests.corpus.variants import Item, Volume, seeded, volume

KINDS = {Kind.SUBHEAD: "h", Kind.BULLET: "b", Kind.SUB_BULLET: "s", Kind.NOTE: "n", Kind.CAPTION: "c"}
KINDS |= {Kind.KEY_POINT: "k", Kind.FIGURE: "x", Kind.TITLE: "t"}


def read_back(text: str, blanks: bool) -> str:
    """Return a text as the reader writes it; without ``blanks`` only its letters are compared."""
    return traced(text if blanks else re.sub(r"\s", "", text), 0).folded().text


def invented(item: Item, blanks: bool) -> list[tuple[str, str]]:
    """Return what an article should be, each part with its sign: the body in its order, then the rest."""
    beside = "ncx"
    body = [*(b for b in item.body if b[0] not in beside), *(b for sign in beside for b in item.body if b[0] == sign)]
    found = [("t", item.title), *(("k", key) for key in item.keys), *body]
    found += [("source", f"{c.publisher}|{c.title}|{c.date}") for c in item.sources]
    return [(sign, read_back(words, blanks)) for sign, words in found]


def reading(article: Article, blanks: bool) -> list[tuple[str, str]]:
    """Return what an article was read as, in the same form."""
    blocks = (article.title, *article.key_points, *article.body, *article.notes, *article.captions, *article.figures)
    found = [(KINDS[block.kind], block.text) for block in blocks]
    found += [("source", f"{s.publisher}|{s.title}|{s.date}") for s in article.sources]
    return [(sign, read_back(words, blanks)) for sign, words in found]


def check(brief: Brief, issue: Volume, how: Manner, blanks: bool) -> None:
    """Compare a reading with what was invented."""
    assert brief.issue == f"spri-{issue.year}-{issue.month:02d}"
    assert brief.layout == ("B" if how.later else "A")
    assert [a.section for a in brief.articles] == [i.section for i in issue.items]
    for article, item in zip(brief.articles, issue.items, strict=True):
        assert reading(article, blanks) == invented(item, blanks)
    assert len(brief.conferences) == (15 if how.later else 3)


def without_tables(issue: Volume) -> Volume:
    """Return an issue without tables, whose cells plain text does not tell from a bullet's next line."""
    items = [replace(item, body=tuple(b for b in item.body if b[0] != "x")) for item in issue.items]
    return replace(issue, items=tuple(items))


@pytest.mark.parametrize("paged", [True, False])
@pytest.mark.parametrize("seed", range(12))
def test_text(seed: int, paged: bool) -> None:
    rng = seeded(seed)
    issue, how = without_tables(volume(rng)), replace(manner(rng), paged=paged)
    check(brief_of(read_plain("brief.txt", as_text(issue, how, rng))), issue, how, how.trailing)


@pytest.mark.usefixtures("made")  # skips without a Korean font
@pytest.mark.parametrize("seed", range(6))
def test_pdf(seed: int, tmp_path: Path) -> None:
    rng = seeded(seed)
    issue, how = volume(rng), manner(rng)
    check(brief_of(read_pdf(as_pdf(tmp_path / "brief.pdf", issue, how, rng))), issue, how, blanks=True)


@pytest.mark.parametrize("seed", range(12))
def test_markdown(seed: int) -> None:
    rng = seeded(seed)
    issue, how = without_tables(volume(rng)), replace(manner(rng), later=False)
    check(brief_of(read_markdown("brief.md", as_markdown(issue, style(rng)))), issue, how, blanks=False)
