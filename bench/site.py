"""Pages and queries of the site against rdflib, side by side in one run.

    python bench/site.py [--copies N] [--times N]

The dataset is the curated data and, with ``--copies``, copies of it under other issues as candidates, as if that many
briefs had been read by a machine. Each page is asked through the whole application without a network, each
ready-made question is asked of our store and of rdflib in memory; the least time counts. The last column says how
many times as long the peer takes: for the same question, or, beside a page, for one query of a page, the statements
about Google.
"""

import argparse
import logging
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store
from rdflib import Graph

from aikg import resources
from aikg.graph.canonical import to_nquads
from aikg.graph.inference import infer
from aikg.graph.pool import QueryPool
from aikg.graph.questions import question
from aikg.graph.sources import read_sources
from aikg.graph.store import KnowledgeGraph, fill
from aikg.publish.dumps import write_dumps
from aikg.vocabulary.namespaces import PREFIXES
from aikg.web.app import create_app
from aikg.web.site import Site

ISSUE = "spri-2024-01"
BASELINE = """SELECT ?statement ?label ?modality ?claimant {
  ?statement schema:about organization:google ; rdfs:label ?label ; aikg:modality ?modality ; aikg:claimant ?claimant
}"""
QUESTIONS = ("alliance-members", "chip-market-forecasts", "companies-in-several-articles", "risk-tiers")
PAGES = (
    "/",
    "/page/org/ai-alliance",
    "/page/org/google",
    "/page/org/spri",
    "/page/article/spri-2024-01/01",
    "/page/article/spri-2024-01/11/s29",
    "/page/voc/modality/fact",
    "/browse?kind=topic",
    "/questions",
    "/questions/events-in-order",
    "/timeline",
    "/figures",
    "/search?q=AI",
    "/suggest?q=구",
    "/graph",
    "/graph.json?depth=3",
    "/ontology",
    "/data/org/google.ttl",
    "/.well-known/void",
    "/metrics",
)


def copied(quads: list[Quad], copies: int) -> list[Quad]:
    """Return the quads and copies of those of the brief under other issues, as candidates."""
    made = list(quads)
    for n in range(copies):
        other = f"made-{2030 + n // 12}-{n % 12 + 1:02}"
        for quad in quads:
            if ISSUE in str(quad.graph_name):
                terms = (quad.subject, quad.predicate, quad.object, quad.graph_name)
                made.append(Quad(*(_renamed(term, other) for term in terms)))
    return made


def _renamed(term: object, issue: str) -> object:
    if not isinstance(term, NamedNode):
        return term
    return NamedNode(term.value.replace(ISSUE, issue).replace("review-status/reviewed", "review-status/candidate"))


def dataset(copies: int) -> bytes:
    """Return the dataset in canonical form."""
    files = read_sources(resources.folder("data"), resources.folder("ontology"))
    store = Store()
    store.extend(copied([quad for file in files for quad in file.quads], copies))
    infer(store)
    return to_nquads(store)


def least(work: Callable[[], object], times: int) -> float:
    """Return the least time of several runs in milliseconds."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return 1000 * min(taken)


def peer(nquads: bytes) -> Graph:
    """Return the union of the graphs in rdflib."""
    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    triples = {line.rsplit(b" <", 1)[0] + b" ." for line in nquads.splitlines()}
    return graph.parse(data=b"\n".join(triples), format="nt")


def main() -> None:
    """Print a table of times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=0)
    parser.add_argument("--times", type=int, default=5)
    arguments = parser.parse_args()
    logging.getLogger("rdflib").setLevel(logging.ERROR)
    nquads = dataset(arguments.copies)
    graph, other = KnowledgeGraph.from_nquads(nquads, "bench"), peer(nquads)
    print(f"{len(graph):,} quads in ours, {len(other):,} triples in rdflib")
    print(f"{'':<44}{'ms':>9}{'rdflib ms':>12}{'times ours':>12}")
    for name in QUESTIONS:
        asked = question(name)
        assert asked is not None
        both = (least(partial(_answer, one, asked.text), arguments.times) for one in (graph, other))
        _row(name, *both)
    baseline = least(lambda: list(other.query(BASELINE)), arguments.times)
    with tempfile.TemporaryDirectory() as folder:
        _pages(graph, nquads, Path(folder), baseline, arguments.times)


def _answer(graph: KnowledgeGraph | Graph, query: str) -> list[object]:
    return list(graph.query(query))  # type: ignore[arg-type]


def _pages(graph: KnowledgeGraph, nquads: bytes, folder: Path, baseline: float, times: int) -> None:
    embedded = Store(str(folder / "oxigraph"))
    fill(embedded, nquads)
    del embedded
    write_dumps(nquads, folder / "download")
    with QueryPool(folder / "oxigraph") as pool:
        site = Site(graph, pool, folder / "download")
        print(f"{'warming up':<44}{least(site.warm, 1):>9.1f}")
        client = create_app(site).test_client()
        for page in PAGES:
            _row(page, least(partial(client.get, page, headers={"Accept": "text/html"}), times), baseline)


def _row(name: str, ours: float, theirs: float) -> None:
    print(f"{name:<44}{ours:>9.1f}{theirs:>12.1f}{theirs / ours:>12.1f}")


if __name__ == "__main__":
    main()
