"""Fixtures of the reader's tests.

Most tests read the invented brief of ``sample``, as text or as a PDF made here. The real briefs are not part of the
repository; where their folder lies beside it they are read too, else those tests are skipped.
"""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aikg.corpus.reader import read_brief
from aikg.model.brief import Brief
from tests.corpus import pdfs, sample

SHARED = Path(__file__).resolve().parents[3] / "shared"

#: the issues that the reference structure has
MONTHS = ("2023-12", "2024-01", "2024-02", "2024-03", "2025-03")


@pytest.fixture(scope="session")
def real() -> Callable[[str], Path]:
    """Return the path of a real brief by file name."""

    def find(name: str) -> Path:
        path = SHARED / "briefs" / name
        if not path.exists():
            pytest.skip(f"the real brief {name} is not beside the repository")
        return path

    return find


@pytest.fixture(scope="session")
def read_real(real: Callable[[str], Path]) -> Callable[[str], Brief]:
    """Return a real brief, read once."""
    known: dict[str, Brief] = {}

    def read(name: str) -> Brief:
        path = real(name)
        if name not in known:
            known[name] = read_brief(path)
        return known[name]

    return read


@pytest.fixture(scope="session")
def reference() -> Callable[[str], dict[str, Any]]:
    """Return the reference structure of an issue."""

    def load(month: str) -> dict[str, Any]:
        path = SHARED / "gold" / "structure" / f"spri-{month}.json"
        if not path.exists():
            pytest.skip("the reference structure is not beside the repository")
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return record

    return load


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the invented brief as PDF in both layouts."""
    if not pdfs.FONT.exists():
        pytest.skip("no Korean font: install fonts-nanum")
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    folder = tmp_path_factory.mktemp("made")
    pdfs.earlier(folder / "spri-2024-05.pdf")
    pdfs.later(folder / "spri-2025-03.pdf")
    return folder


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a function that writes a text and returns its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def plain_brief(written: Callable[[str, str], Path]) -> Brief:
    """Return the invented brief read from plain text."""
    return read_brief(written("brief.txt", sample.plain()))
