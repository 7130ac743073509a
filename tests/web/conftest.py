"""The whole site over the curated data, and the same with an invented article that nobody has reviewed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from werkzeug.test import TestResponse

from aikg.graph.canonical import to_nquads
from aikg.graph.inference import infer
from aikg.graph.pool import QueryPool
from aikg.graph.store import KnowledgeGraph, fill
from aikg.publish.dumps import write_dumps
from aikg.vocabulary.iris import article
from aikg.web.app import create_app
from aikg.web.site import Site

CANDIDATES = Path(__file__).with_name("candidates.ttl")


@pytest.fixture(scope="session")
def site(curated_graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The curated data as it is served, with a pool for queries and downloads."""
    yield from _served(curated_graph, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def whole_site(knowledge_graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """All data, with the briefs that only a machine has read, as it is served."""
    yield from _served(knowledge_graph, tmp_path_factory.mktemp("whole-site"))


def _served(knowledge_graph: KnowledgeGraph, folder: Path) -> Iterator[Site]:
    nquads = to_nquads(knowledge_graph.named())
    embedded = Store(str(folder / "oxigraph"))
    fill(embedded, nquads)
    del embedded
    write_dumps(nquads, folder / "download")
    (folder / "secret").write_text("not for visitors", encoding="utf-8")
    graph = KnowledgeGraph.from_nquads(nquads, "0123456789abcdef")
    with QueryPool(folder / "oxigraph", seconds=20.0, patience=30.0) as pool:
        yield Site(graph, pool, folder / "download")


@pytest.fixture(scope="session")
def site_with_candidates(curated_graph: KnowledgeGraph, site: Site) -> Site:
    """The curated data and an invented article of candidates."""
    store = Store()
    store.extend(curated_graph.named())
    graph = NamedNode(article("spri-2031-05", 1))
    triples = parse(CANDIDATES.read_bytes(), format=RdfFormat.TURTLE)
    store.extend(Quad(t.subject, t.predicate, t.object, graph) for t in triples)
    infer(store)
    return Site(KnowledgeGraph.from_nquads(to_nquads(store), "candidates"), site.pool, site.downloads)


class Reader(FlaskClient):
    """A client that reads every answer to its end, so that files are closed."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return super().open(*args, **{**kwargs, "buffered": True})


def reader(site: Site) -> FlaskClient:
    """Return a new reader of a site."""
    app = create_app(site)
    app.test_client_class = Reader
    return app.test_client()


@pytest.fixture
def client(site: Site) -> FlaskClient:
    """A reader without cookies."""
    return reader(site)


@pytest.fixture
def whole_client(whole_site: Site) -> FlaskClient:
    """A reader of the site with all data."""
    return reader(whole_site)


@pytest.fixture
def candidates_client(site_with_candidates: Site) -> FlaskClient:
    """A reader of the site with candidates."""
    return reader(site_with_candidates)
