"""The command line: what it prints, its exit statuses, and a server that starts, answers and ends."""

import errno
import hashlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aikg.cli import DOWNLOADS, main
from aikg.publish.dumps import FORMATS

MEMBERS = "SELECT ?member { ?member org:memberOf organization:ai-alliance } ORDER BY ?member"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that is built once by the first command that needs it."""
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def run(store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    monkeypatch.setenv("AIKG_STORE", str(store))

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return status, told.out, told.err

    yield call


def test_a_query_builds_what_is_missing_and_prints_a_table(run: Run, store: Path) -> None:
    status, out, err = run("-v", "query", "-e", MEMBERS)
    assert status == 0
    assert "organization:ibm" in out and "(10 rows)" in out
    assert "validating ..." in err
    assert (store / "current").is_file()


@pytest.mark.parametrize(
    ("form", "first"), [("csv", "member"), ("tsv", "?member"), ("json", '{"head"'), ("table", "member")]
)
def test_forms_of_an_answer(run: Run, form: str, first: str) -> None:
    status, out, _ = run("query", "-e", MEMBERS, "--format", form)
    assert (status, out.startswith(first)) == (0, True)
    assert "org/ibm" in out or "organization:ibm" in out


def test_a_graph_is_turtle(run: Run) -> None:
    status, out, _ = run("query", "-e", "DESCRIBE organization:ibm", "--format", "ttl")
    assert (status, "organization:ibm" in out) == (0, True)


def test_a_query_from_a_file_and_from_standard_input(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "members.rq"
    file.write_text(MEMBERS, encoding="utf-8")
    assert "(10 rows)" in run("query", file)[1]
    monkeypatch.setattr("sys.stdin", file.open(encoding="utf-8"))
    assert "(10 rows)" in run("query", "-")[1]
    sys.stdin.close()


FAULTS = [
    (("query",), 2, "no query given"),
    (("query", "-e", "SELECT nonsense"), 5, "cannot be run"),
    (("query", "-e", "INSERT DATA { <urn:a> <urn:b> <urn:c> }"), 5, "read only"),
    (("query", "-e", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"), 5, "SERVICE"),
    (("query", "-e", MEMBERS, "--format", "ttl"), 2, "no Turtle form"),
    (("query", "no-such-file.rq"), 3, "cannot be read"),
    (("query", "--format", "xls", "-e", MEMBERS), 2, "Invalid value"),
    (("validate", "no-such-file.ttl"), 3, "no-such-file.ttl"),
    (("read", "no-such-file.pdf"), 3, "no-such-file.pdf"),
    (("serve", "--port", "99999"), 2, "99999"),
    (("serve", "--host", "256.256.256.256"), 2, "cannot listen"),
    (("export", "--format", "xls"), 2, "Invalid value"),
    (("no-such-command",), 2, "No such command"),
]


@pytest.mark.parametrize(("arguments", "status", "words"), FAULTS, ids=lambda value: str(value)[:30])
def test_a_fault_is_told_in_one_line_with_its_own_status(
    run: Run, arguments: tuple[str, ...], status: int, words: str
) -> None:
    found, out, err = run(*arguments)
    assert (found, out) == (status, "")
    assert words in err
    assert "Traceback" not in err


def test_statistics_in_both_languages(run: Run) -> None:
    english, korean = (run("stats", "--lang", lang)[1] for lang in ("en", "ko"))
    assert "reviewed statements" in english and "forecast" in english
    assert "전망" in korean


def test_the_packaged_data_is_valid(run: Run) -> None:
    status, out, _ = run("validate", "--format", "json")
    assert status == 0
    assert json.loads(out)


def test_a_violation_is_told_with_file_and_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text(
        "@prefix aikg: <https://w3id.org/ai-policy-kg/ns#> .\n\n"
        "<https://w3id.org/ai-policy-kg/id/topic/unnamed> a aikg:Topic .\n",
        encoding="utf-8",
    )
    status, out, _ = run("validate", file, "--lang", "ko")
    assert status == 1
    assert f"{file}, line 3" in out or f"{file}:3" in out
    assert re.search("[가-힣]", out)


def test_broken_turtle_is_told_with_file_and_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text("\n\n<urn:a> <urn:b> .\n", encoding="utf-8")
    status, _, err = run("validate", file)
    assert (status, f"{file}, line 3" in err) == (3, True)


def test_downloads_with_checksums(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("export", "--out", tmp_path / "all")
    assert status == 0
    assert len(out.splitlines()) == len(list((tmp_path / "all").iterdir())) == 12
    for line in (tmp_path / "all" / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / "all" / name).read_bytes()).hexdigest() == digest


def test_only_some_downloads(run: Run, tmp_path: Path) -> None:
    assert run("export", "--out", tmp_path / "some", "--format", "ttl", "--format", "nq")[0] == 0
    assert {path.name for path in (tmp_path / "some").iterdir()} == {"aikg.ttl", "aikg.nq.gz", "SHA256SUMS"}


def test_a_folder_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    status, _, err = run("export", "--out", tmp_path / "file" / "below")
    assert (status, "cannot write" in err) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
def test_the_server_prints_its_address_answers_and_ends_at_once(store: Path, run: Run) -> None:
    run("query", "-e", MEMBERS)
    server = subprocess.Popen(
        [sys.executable, "-m", "aikg", "serve", "--port", "0"],
        env={**os.environ, "AIKG_STORE": str(store)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # shells ignore it in the background
    )
    assert server.stdout
    try:
        line = server.stdout.readline()
        address = line.split()[0]
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address), line
        with urllib.request.urlopen(address + "health", timeout=30) as answer:
            assert json.load(answer)["status"] == "ok"
        with urllib.request.urlopen(address + "sparql?query=ASK%7B%7D", timeout=60) as answer:
            assert json.load(answer)["boolean"] is True
    finally:
        server.send_signal(signal.SIGINT)
        try:
            _, err = server.communicate(timeout=120)
        finally:
            server.kill()
            server.wait()
    assert (server.returncode, err) == (0, "")


def test_a_port_in_use_is_told(run: Run, store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        status, _, err = run("serve", "--port", str(taken.getsockname()[1]))
    assert (status, "cannot listen" in err) == (2, True)


# ---------- starting ----------

#: what takes long to load, and who needs it
HEAVY = ("flask", "networkx", "pyshacl", "rdflib", "markdown_it", "kiwipiepy", "waitress", "pyoxigraph")


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--help"], set()),
        (["ingest", "--help"], set()),
        (["read", "no-such-file.pdf"], {"markdown_it"}),
    ],
    ids=["help", "help-of-a-command", "read"],
)
def test_a_command_loads_what_it_needs_and_no_more(arguments: list[str], wanted: set[str]) -> None:
    program = (
        f"import sys; from aikg.cli import main; main({arguments!r}); "
        f"print('LOADED', *[name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = done.stdout.rpartition("LOADED")[2].split()
    assert set(loaded) == wanted


def test_what_can_be_exported_is_what_can_be_chosen() -> None:
    assert DOWNLOADS == FORMATS


# ---------- faults that nobody foresaw ----------


def test_a_fault_of_our_own_is_one_line_and_verbose_tells_where(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("one\ntwo")

    monkeypatch.setattr("aikg.corpus.reader.run_read", fail)
    status, out, err = run("read", "x.pdf")
    assert (status, out, err.count("\n")) == (70, "", 1)
    assert "ZeroDivisionError: one two" in err and "report" in err
    assert "Traceback" in run("-v", "read", "x.pdf")[2]


def test_a_full_disk_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/full/file")

    monkeypatch.setattr("aikg.corpus.reader.run_read", fail)
    status, _, err = run("read", "x.pdf")
    assert (status, err.count("\n")) == (2, 1)
    assert "/full/file: No space left" in err
