"""Revisions are immutable, come into service in one step, and a damaged one is refused."""

import os
from pathlib import Path

import pytest

from aikg.errors import StoreError
from aikg.graph.canonical import digest
from aikg.graph.revision import KEPT, Manifest, Revision, current, publish, write_manifest

NQUADS = b"<urn:a> <urn:b> <urn:c> <urn:g> .\n"


def published(store: Path, nquads: bytes = NQUADS, fingerprint: str = "0123456789") -> Revision:
    staging = store / "building"
    staging.mkdir(parents=True)
    (staging / "aikg.nq").write_bytes(nquads)
    manifest = Manifest(digest(nquads)[:16], fingerprint, 1, 0, 0, 0)
    write_manifest(staging, manifest)
    return publish(store, staging, manifest)


def test_nothing_built_yet(tmp_path: Path) -> None:
    assert current(tmp_path) is None
    assert current(tmp_path / "none") is None


def test_published_revision_is_current(tmp_path: Path) -> None:
    revision = published(tmp_path)
    assert current(tmp_path) == revision
    assert revision.folder.name == f"{revision.manifest.revision}-01234567"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["current", revision.folder.name])
    graph = revision.load()
    assert (len(graph), graph.revision) == (1, revision.manifest.revision)


def test_publishing_the_same_again_is_no_error(tmp_path: Path) -> None:
    assert published(tmp_path) == published(tmp_path) == current(tmp_path)


def test_old_revisions_are_forgotten_but_for_the_forerunner(tmp_path: Path) -> None:
    made = []
    for n in range(KEPT + 2):
        made.append(published(tmp_path, NQUADS.replace(b"urn:a", b"urn:a%d" % n)))
        os.utime(made[-1].folder, (n, n))
    kept = {path for path in tmp_path.iterdir() if path.is_dir()}
    assert kept == {revision.folder for revision in made[-KEPT:]}
    assert current(tmp_path) == made[-1]


def test_changed_dataset_is_refused(tmp_path: Path) -> None:
    revision = published(tmp_path)
    revision.dataset.write_bytes(NQUADS + b"<urn:a> <urn:b> <urn:d> <urn:g> .\n")
    with pytest.raises(StoreError, match="changed after it was built") as caught:
        revision.load()
    assert caught.value.remedy == "run: aikg build"


def test_truncated_dataset_is_refused(tmp_path: Path) -> None:
    revision = published(tmp_path)
    revision.dataset.write_bytes(NQUADS[:-8])
    with pytest.raises(StoreError):
        revision.load()


def test_missing_dataset_is_refused(tmp_path: Path) -> None:
    revision = published(tmp_path)
    revision.dataset.unlink()
    with pytest.raises(StoreError):
        revision.load()


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"revision": "x"}', '{"unknown": 1}'], ids=["empty", "broken", "list", "few", "other"]
)
def test_damaged_manifest_is_refused(tmp_path: Path, content: str) -> None:
    (published(tmp_path).folder / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match="damaged") as caught:
        current(tmp_path)
    assert caught.value.remedy == "run: aikg build"


def test_pointer_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "current").write_text("gone\n", encoding="utf-8")
    with pytest.raises(StoreError, match="damaged"):
        current(tmp_path)


def test_pointer_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "current").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StoreError, match="damaged"):
        current(tmp_path)
