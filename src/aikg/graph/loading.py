"""Load a dataset into memory: the one that ships with aikg, or a download."""

from __future__ import annotations

import gzip
from pathlib import Path

from pyoxigraph import Store

from aikg import resources
from aikg.errors import StoreError
from aikg.graph.canonical import digest, to_nquads
from aikg.graph.inference import infer
from aikg.graph.sources import read_sources
from aikg.graph.store import KnowledgeGraph


def load(download: str | Path | None = None) -> KnowledgeGraph:
    """Return the dataset that ships with aikg, or the one in a downloaded file of N-Quads (``.nq`` or ``.nq.gz``).

    Nothing is written anywhere. Raises StoreError when the file cannot be read, SourceError when the installation is
    incomplete.

    >>> graph = load()
    >>> graph.rows("SELECT (COUNT(?member) AS ?members) { ?member org:memberOf organization:ai-alliance }")
    [{'members': '10'}]
    """
    nquads = _packaged() if download is None else _read(Path(download))
    return KnowledgeGraph.from_nquads(nquads, digest(nquads)[:16])


def _packaged() -> bytes:
    store = Store()
    for source in read_sources(resources.folder("data"), resources.folder("ontology")):
        store.extend(source.quads)
    infer(store)
    return to_nquads(store)


def _read(path: Path) -> bytes:
    try:
        content = path.read_bytes()
        return gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
    except (OSError, EOFError) as error:
        raise StoreError(f"{path} cannot be read: {error}", "name a file of N-Quads, such as aikg.nq.gz") from error
