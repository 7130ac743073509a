"""The pool: answers in every form, limits that hold, workers that may die."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from aikg.errors import QueryError, QueryRefusedError, QueryTimeoutError, StoreError
from aikg.graph import worker
from aikg.graph.canonical import to_nquads
from aikg.graph.forms import UnacceptableError
from aikg.graph.pool import PoolBusyError, QueryPool
from aikg.graph.store import fill
from aikg.graph.worker_process import WorkerDiedError, WorkerProcess

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
#: more than any test waits; only a hang reaches it
LONG = 240.0  # far beyond what any query here needs, also on a busy machine


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a store of 1,000 quads in two graphs."""
    path = tmp_path_factory.mktemp("store") / "oxigraph"
    store = Store(str(path))
    fill(
        store,
        to_nquads(
            Quad(
                NamedNode(f"http://example.org/{number}"),
                NamedNode("http://example.org/p"),
                Literal(f"값 {number}", language="ko"),
                NamedNode(f"http://example.org/graph/{number % 2}"),
            )
            for number in range(1000)
        ),
    )
    store.flush()
    return path


@pytest.fixture(scope="module")
def pool(folder: Path) -> Iterator[QueryPool]:
    with QueryPool(folder, seconds=LONG, patience=LONG) as pool:
        yield pool


def count(pool: QueryPool, query: str = COUNT, **options: object) -> int:
    return int(pool.answer(query, "csv", **options).content.split()[1])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("accept", "media_type", "start"),
    [
        ("json", "application/sparql-results+json", b'{"head"'),
        ("xml", "application/sparql-results+xml", b"<?xml"),
        ("csv", "text/csv", b"s\r\n"),
        ("tsv", "text/tab-separated-values", b"?s\n"),
        (["text/turtle", "text/csv", "application/json"], "text/csv", b"s\r\n"),
        ([], "application/sparql-results+json", b"{"),
    ],
)
def test_tables_in_every_form(pool: QueryPool, accept: list[str], media_type: str, start: bytes) -> None:
    answer = pool.answer("SELECT ?s { ?s ?p '값 7'@ko }", accept)
    assert (answer.kind, answer.media_type) == ("SELECT", media_type)
    assert answer.content.startswith(start)
    assert b"http://example.org/7" in answer.content


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("ttl", "text/turtle"),
        ("nt", "application/n-triples"),
        ("jsonld", "application/ld+json"),
        ("rdf", "application/rdf+xml"),
        ("json", "application/ld+json"),
        ("xml", "application/rdf+xml"),
        (["text/csv", "application/rdf+xml"], "application/rdf+xml"),
        ([], "text/turtle"),
    ],
)
@pytest.mark.parametrize("query", ["DESCRIBE <http://example.org/7>", "CONSTRUCT WHERE { ?s ?p '값 7'@ko }"])
def test_graphs_in_every_form(pool: QueryPool, query: str, accept: list[str], media_type: str) -> None:
    answer = pool.answer(query, accept)
    assert (answer.kind, answer.media_type) == ("GRAPH", media_type)
    assert "값 7".encode() in answer.content


def test_truth_in_json_and_xml_only(pool: QueryPool) -> None:
    assert json.loads(pool.answer("ASK {}", "json").content)["boolean"] is True
    assert pool.answer("ASK {}", ["text/csv", "application/sparql-results+xml"]).media_type.endswith("+xml")
    with pytest.raises(UnacceptableError, match="true or false"):
        pool.answer("ASK {}", "csv")


@pytest.mark.parametrize(("query", "accept"), [(COUNT, "ttl"), ("CONSTRUCT WHERE { ?s ?p ?o }", "csv")])
def test_a_form_that_does_not_fit_is_told(pool: QueryPool, query: str, accept: str) -> None:
    with pytest.raises(UnacceptableError, match="ask for"):
        pool.answer(query, accept)


def test_an_unknown_form_is_told(pool: QueryPool) -> None:
    with pytest.raises(QueryError, match="choose json"):
        pool.answer(COUNT, "docx")
    with pytest.raises(UnacceptableError):
        pool.answer(COUNT, ["image/png"])


def test_the_default_graph_is_the_union_unless_a_dataset_is_named(pool: QueryPool) -> None:
    one, other = "http://example.org/graph/0", "http://example.org/graph/1"
    within = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert count(pool) == 1000
    assert count(pool, COUNT.replace("{", f"FROM <{one}> {{")) == 500
    assert count(pool, default_graphs=[one]) == 500
    assert count(pool, default_graphs=[one, other]) == 1000
    assert count(pool, named_graphs=[one]) == 0
    assert count(pool, within, named_graphs=[one]) == 500
    assert count(pool, within, default_graphs=[one]) == 0
    # the protocol wins over the query
    assert count(pool, COUNT.replace("{", f"FROM <{one}> {{"), default_graphs=["http://example.org/none"]) == 0


def test_our_prefixes_need_no_declaration(pool: QueryPool) -> None:
    assert count(pool, "SELECT (COUNT(*) AS ?n) { ?s rdfs:label ?o }") == 0


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("SELECT * { ?s ?p", {}),
        ("SELECT (<http://example.org/f>(1) AS ?x) {}", {}),
        ("ASK {}", {"default_graphs": ["no iri"]}),
        ("ASK { <relative> ?p ?o }", {}),
    ],
)
def test_errors_of_the_query_are_one_line(pool: QueryPool, query: str, options: dict[str, list[str]]) -> None:
    with pytest.raises(QueryError, match="cannot be run") as caught:
        pool.answer(query, "json", **options)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    assert count(pool) == 1000


def test_the_guard_stands_before_the_workers(folder: Path) -> None:
    with QueryPool(folder) as pool, pytest.raises(QueryRefusedError):
        pool.answer("DROP ALL")


def test_an_endless_query_is_killed_while_others_are_answered(folder: Path) -> None:
    with QueryPool(folder, workers=2, seconds=1.0, patience=LONG) as pool:
        caught: list[Exception] = []

        def attack() -> None:
            try:
                pool.answer(ENDLESS)
            except QueryTimeoutError as error:
                caught.append(error)

        attacker = threading.Thread(target=attack)
        attacker.start()
        while attacker.is_alive():
            assert b"http" in pool.answer("SELECT ?s { ?s ?p '값 1'@ko }", seconds=LONG).content
        attacker.join()
        assert "no partial answer" in str(caught[0])
        assert count(pool) == 1000


def test_a_request_can_shorten_the_limit_only(pool: QueryPool) -> None:
    started = time.monotonic()
    with pytest.raises(QueryTimeoutError, match=r"after 0\.5 s"):
        pool.answer(ENDLESS, seconds=0.5)
    assert time.monotonic() - started < LONG
    with QueryPool(pool._folder, seconds=0.5) as strict, pytest.raises(QueryTimeoutError, match=r"after 0\.5 s"):
        strict.answer(ENDLESS, seconds=100.0)


def test_who_waits_too_long_is_told_that_the_endpoint_is_busy(folder: Path) -> None:
    with QueryPool(folder, workers=1, seconds=LONG, patience=0.2) as pool:

        def attack() -> None:
            with pytest.raises(WorkerDiedError):
                pool.answer(ENDLESS)

        attacker = threading.Thread(target=attack)
        attacker.start()
        while not any(worker._ready for worker in list(pool._workers)):  # killed while it starts, it fails otherwise
            time.sleep(0.01)
        with pytest.raises(PoolBusyError, match="busy"):
            pool.answer(COUNT)
        pool.close()
        attacker.join(LONG)
        assert not attacker.is_alive()


def test_an_answer_beyond_the_limit_is_refused_not_cut(pool: QueryPool) -> None:
    with pytest.raises(QueryError, match="more than 50 MB"):
        pool.answer("SELECT * { ?a ?b ?c . ?d ?e ?f }", "json")
    long = f"BIND('{'x' * 4000}' AS ?x)"
    with pytest.raises(QueryError, match="more than 50 MB"):
        pool.answer(
            f"CONSTRUCT {{ ?a ?d ?s }} {{ {long} ?a ?b ?c . ?s ?e ?f BIND(IRI(CONCAT(STR(?a), STR(?s), ?x)) AS ?d) }}",
            "nt",
        )
    assert count(pool) == 1000


def test_the_bound_lets_through_what_just_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "MAX_ANSWER_BYTES", 4)
    output = worker._Bounded()
    assert output.write(b"1234") == 4
    with pytest.raises(worker.AnswerTooLargeError):
        output.write(b"5")


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux")
def test_a_memory_bomb_ends_its_worker_only(pool: QueryPool) -> None:
    doublings = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}, ?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(16))
    with pytest.raises(WorkerDiedError, match="memory"):
        pool.answer(f"SELECT (STRLEN(?x16) AS ?n) {{ BIND('{'x' * 100}' AS ?x0) {doublings} }}")
    assert count(pool) == 1000


def test_a_worker_that_died_in_the_night_is_replaced_unnoticed(folder: Path) -> None:
    with QueryPool(folder, workers=1) as pool:
        assert count(pool) == 1000
        (old,) = pool._workers
        os.kill(old.pid, signal.SIGKILL)
        old._process.wait(LONG)
        assert count(pool) == 1000
        (new,) = pool._workers
        assert new.pid != old.pid


def test_a_worker_killed_during_a_query_fails_that_query_only(folder: Path) -> None:
    with QueryPool(folder, workers=1, seconds=LONG) as pool:
        count(pool)
        (victim,) = pool._workers
        threading.Timer(0.3, victim.kill).start()
        with pytest.raises(WorkerDiedError):
            pool.answer(ENDLESS)
        assert count(pool) == 1000


def test_workers_are_used_again_and_no_more_are_started_than_needed(folder: Path) -> None:
    with QueryPool(folder, workers=4) as pool:
        assert not pool._workers
        for _ in range(20):
            count(pool)
        assert len(pool._workers) == 1


def test_many_threads_get_their_own_answers(pool: QueryPool) -> None:
    wrong: list[int] = []

    def ask(first: int) -> None:
        for number in range(first, first + 25):
            if (
                f"값 {number}".encode()
                not in pool.answer(f"SELECT ?o {{ <http://example.org/{number}> ?p ?o }}").content
            ):
                wrong.append(number)

    threads = [threading.Thread(target=ask, args=(first,)) for first in range(0, 200, 25)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG)
    assert not wrong


def test_workers_outlive_the_thread_that_asked_first(folder: Path) -> None:
    with QueryPool(folder, workers=1) as pool:
        thread = threading.Thread(target=count, args=(pool,))
        thread.start()
        thread.join(LONG)
        (first,) = pool._workers
        assert count(pool) == 1000
        assert pool._workers == {first}


def test_closing_ends_every_worker_and_refuses_further_queries(folder: Path) -> None:
    pool = QueryPool(folder)
    count(pool)
    (only,) = pool._workers
    pool.close()
    pool.close()
    assert not only.is_alive()
    with pytest.raises(QueryError, match="closed"):
        pool.answer(COUNT)


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    with QueryPool(tmp_path / "none") as pool, pytest.raises(StoreError, match="aikg build"):
        pool.answer(COUNT)


def test_workers_die_with_their_parent(folder: Path) -> None:
    program = (
        "import os, pathlib, sys; from aikg.graph.pool import QueryPool; "
        "pool = QueryPool(pathlib.Path(sys.argv[1])); pool.answer('ASK {}'); "
        "print(*[worker.pid for worker in pool._workers], flush=True); os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True)
    deadline = time.monotonic() + LONG
    while _runs(int(done.stdout)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(int(done.stdout))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").split(")")[1].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are of Linux")
def test_even_past_the_guard_no_packet_leaves_a_worker(folder: Path) -> None:
    process = WorkerProcess(folder)
    try:
        with socket.create_server(("127.0.0.1", 0)) as canary:
            query = f"ASK {{ SERVICE <http://127.0.0.1:{canary.getsockname()[1]}/> {{ ?s ?p ?o }} }}"
            forms = {"select": "json", "ask": "json", "graph": "ttl"}
            request = {"query": query, "forms": forms, "default_graphs": [], "named_graphs": []}
            with pytest.raises(QueryError, match="Network is unreachable"):
                process.ask(request, LONG)
            canary.settimeout(0.2)
            with pytest.raises(TimeoutError):
                canary.accept()
    finally:
        process.kill()
        process.reap()
