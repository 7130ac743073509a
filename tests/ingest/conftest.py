"""A data folder of its own, an invented brief as a file, and a small extraction instead of the dear one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aikg.ingest import extractor
from aikg.ingest.extractor import Tools
from aikg.ingest.run import Order, Outcome, ingest
from aikg.ingest.surroundings import Surroundings
from tests.corpus.sample import plain
from tests.ingest.reader import small_extraction
from tests.test_build import turtle

REGISTRY = """
organization:spri a org:Organization ; skos:prefLabel "SPRi"@en , "소프트웨어정책연구소"@ko ;
  org:classification <{V}/org-type/research-institute> ; skos:exactMatch <https://example.org/1> .
place:de a schema:Place ; skos:prefLabel "Germany"@en , "독일"@ko .
"""


@pytest.fixture(autouse=True)
def small_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extract with a few patterns, in this process."""
    monkeypatch.setattr(extractor, "tools", lambda data: Tools(small_extraction, lambda name: None))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a registry of two."""
    folder = tmp_path / "data"
    (folder / "registry").mkdir(parents=True)
    (folder / "registry" / "all.ttl").write_text(turtle(REGISTRY), encoding="utf-8")
    return folder


@pytest.fixture
def brief_file(tmp_path: Path) -> Callable[..., Path]:
    """Write the invented brief, with some words replaced, and return the file."""

    def write(name: str = "spri-2024-05.txt", **changes: str) -> Path:
        text = plain()
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def run(data: Path) -> Callable[..., list[Outcome]]:
    """Ingest files into the data folder, which is read anew each time."""

    def ingested(*files: Path, out: Path | None = None, lang: str = "en") -> list[Outcome]:
        Surroundings.of.cache_clear()
        return ingest(Order(files, data, out or data / "briefs", 1, lang))

    return ingested
