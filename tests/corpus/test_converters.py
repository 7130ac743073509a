"""The text that other converters make of the same PDF gives the same articles, sections, sources and events."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from aikg.corpus.reader import read_brief
from aikg.model.brief import Brief
from tests.corpus.conftest import MONTHS

Read = Callable[[str], Brief]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def words(brief: Brief) -> list[list[str]]:
    """Return title, key points and body of each article, blanks left out."""
    return [[squeezed(b.text) for b in (a.title, *a.key_points, *a.body)] for a in brief.articles]


@pytest.mark.parametrize("paged", [True, False])
@pytest.mark.parametrize("option", ["", "-layout", "-raw"])
@pytest.mark.parametrize("month", MONTHS)
def test_pdftotext(
    month: str, option: str, paged: bool, read_real: Read, real: Callable[[str], Path], tmp_path: Path
) -> None:
    program = shutil.which("pdftotext")
    if not program:
        pytest.skip("pdftotext is not installed (poppler-utils)")
    text = tmp_path / "brief.txt"
    subprocess.run([program, *option.split(), str(real(f"spri-{month}.pdf")), str(text)], check=True)
    if not paged:
        text.write_text(text.read_text(encoding="utf-8").replace("\f", "\n"), encoding="utf-8")
    ours, theirs = read_real(f"spri-{month}.pdf"), read_brief(text)
    assert theirs.issue == ours.issue
    assert [a.section for a in theirs.articles] == [a.section for a in ours.articles]
    assert [len(a.key_points) for a in theirs.articles] == [len(a.key_points) for a in ours.articles]
    pairs = [(x, y) for a, b in zip(words(theirs), words(ours), strict=True) for x, y in zip(a, b, strict=True)]
    # a converter may move a star or put a table's cells into a bullet
    assert sum(x != y for x, y in pairs) <= 3
    dated = [sum(s.date is not None for s in a.sources) for a in ours.articles]
    assert [sum(s.date is not None for s in a.sources) for a in theirs.articles] == dated
    assert len(theirs.conferences) == len(ours.conferences)
    if option:  # without an option the columns of the calendar come apart, which is told
        assert [(c.start, c.end, c.url) for c in theirs.conferences] == [
            (c.start, c.end, c.url) for c in ours.conferences
        ]
