"""Fixtures strategy.

What is dear to build and never changed is a session fixture; everything else a test makes for itself.
"""

from collections.abc import Iterable

import pytest
from pyoxigraph import Store

from aikg import resources
from aikg.graph.canonical import to_nquads
from aikg.graph.inference import infer
from aikg.graph.sources import SourceFile, read_sources
from aikg.graph.store import KnowledgeGraph


@pytest.fixture(scope="session")
def knowledge_graph() -> KnowledgeGraph:
    """All data with the ontology and all that is inferred, in memory; do not change it."""
    return _graph(read_sources(resources.folder("data"), resources.folder("ontology")))


@pytest.fixture(scope="session")
def curated_graph() -> KnowledgeGraph:
    """The same without the briefs that only a machine has read."""
    sources = read_sources(resources.folder("data"), resources.folder("ontology"))
    return _graph(source for source in sources if not (source.path.parent / "proposals.ttl").exists())


def _graph(sources: Iterable[SourceFile]) -> KnowledgeGraph:
    store = Store()
    for source in sources:
        store.extend(source.quads)
    infer(store)
    return KnowledgeGraph.from_nquads(to_nquads(store))
