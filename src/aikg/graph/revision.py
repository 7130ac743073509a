"""The built store on disk: immutable revisions and a pointer to the one in service.

::

    store/
    ├── current              name of the revision in service, replaced atomically
    └── <revision>/
        ├── manifest.json    fingerprint of the sources, counts, digest
        ├── aikg.nq          the dataset in canonical form
        ├── oxigraph/        the embedded store (RocksDB)
        └── download/        what others take away
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from aikg.errors import StoreError
from aikg.graph.canonical import digest
from aikg.graph.store import KnowledgeGraph

#: how many revisions stay on disk: the one in service and its forerunner
KEPT = 2


@dataclass(frozen=True)
class Manifest:
    """What a revision was built from and holds."""

    revision: str
    fingerprint: str
    quads: int
    inferred: int
    warnings: int
    notes: int


@dataclass(frozen=True)
class Revision:
    """A built revision."""

    folder: Path
    manifest: Manifest

    @property
    def dataset(self) -> Path:
        """The canonical N-Quads."""
        return self.folder / "aikg.nq"

    @property
    def oxigraph(self) -> Path:
        """The embedded store."""
        return self.folder / "oxigraph"

    @property
    def downloads(self) -> Path:
        """The folder of downloads."""
        return self.folder / "download"

    def load(self) -> KnowledgeGraph:
        """Load the dataset into memory; raises StoreError when the file is missing or damaged."""
        try:
            nquads = self.dataset.read_bytes()
        except OSError as error:
            raise StoreError(f"{self.dataset} cannot be read: {error.strerror}", "run: aikg build") from error
        if digest(nquads)[:16] != self.manifest.revision:
            raise StoreError(f"{self.dataset} was changed after it was built", "run: aikg build")
        return KnowledgeGraph.from_nquads(nquads, self.manifest.revision)


def current(store: Path) -> Revision | None:
    """Return the revision in service, or None when nothing has been built.

    Raises StoreError when the pointer leads to nothing readable.
    """
    pointer = store / "current"
    if not pointer.is_file():
        return None
    try:
        folder = store / pointer.read_text(encoding="utf-8").strip()
        content = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        return Revision(folder, Manifest(**content))
    except (OSError, ValueError, TypeError) as error:
        raise StoreError(f"the store at {store} is damaged: {error}", "run: aikg build") from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of a revision."""
    (folder / "manifest.json").write_text(json.dumps(asdict(manifest), indent=1) + "\n", encoding="utf-8")


def publish(store: Path, staging: Path, manifest: Manifest) -> Revision:
    """Put a finished revision into service in one step, and drop the oldest ones."""
    folder = store / f"{manifest.revision}-{manifest.fingerprint[:8]}"
    if folder.exists():
        shutil.rmtree(folder)
    staging.rename(folder)
    temporary = store / f"current.{os.getpid()}"
    temporary.write_text(folder.name + "\n", encoding="utf-8")
    temporary.replace(store / "current")
    _forget(store, folder)
    return Revision(folder, manifest)


def _forget(store: Path, newest: Path) -> None:
    revisions = [path for path in store.iterdir() if (path / "manifest.json").is_file() and path != newest]
    for old in sorted(revisions, key=lambda path: path.stat().st_mtime, reverse=True)[KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)
