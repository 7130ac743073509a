"""Fixtures strategy.

What is dear to build and never changed is a session fixture; everything else a test makes for itself.
"""

import pytest
from pyoxigraph import Store

from aikg import resources
from aikg.graph.canonical import to_nquads
from aikg.graph.inference import infer
from aikg.graph.sources import read_sources
from aikg.graph.store import KnowledgeGraph


@pytest.fixture(scope="session")
def knowledge_graph() -> KnowledgeGraph:
    """The curated data with the ontology and all that is inferred, in memory; do not change it."""
    store = Store()
    for source in read_sources(resources.folder("data"), resources.folder("ontology")):
        store.extend(source.quads)
    infer(store)
    return KnowledgeGraph.from_nquads(to_nquads(store))
