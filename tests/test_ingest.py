"""``aikg ingest`` and ``aikg extract`` end with the right status, and tell what they did in a few lines."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from aikg import resources
from aikg.cli import main
from aikg.ingest import extractor
from aikg.ingest.extractor import Tools
from aikg.ingest.surroundings import Surroundings
from aikg.model.brief import Brief
from aikg.model.extraction import Extraction
from tests.corpus.sample import markdown, plain
from tests.ingest.reader import small_extraction

#: stands beside the project where it is developed; not part of it
BRIEFS = Path(__file__).parents[2] / "shared" / "briefs"


@pytest.fixture(autouse=True)
def small_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractor, "tools", lambda data: Tools(small_extraction, lambda name: None))


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "spri-2024-05.txt"
    path.write_text(plain(), encoding="utf-8")
    return path


def test_ingest_tells_what_it_did(brief: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", str(brief), "--out", str(tmp_path / "out")]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"spri-2024-05: written to {tmp_path / 'out' / 'spri-2024-05'}\n")
    assert "candidate statements" in out
    assert err == ""
    assert main(["validate", *map(str, sorted((tmp_path / "out" / "spri-2024-05").glob("*.ttl")))]) == 0


def test_ingest_in_korean(brief: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", str(brief), "--out", str(tmp_path / "out"), "--lang", "ko"]) == 0
    assert "후보 진술" in capsys.readouterr().out


def test_markdown_gives_the_same_facts(brief: Path, tmp_path: Path) -> None:
    (tmp_path / "spri-2024-05.md").write_text(markdown(), encoding="utf-8")
    for name in ("txt", "md"):
        assert main(["ingest", str(tmp_path / f"spri-2024-05.{name}"), "--out", str(tmp_path / name)]) == 0
    texts = [(tmp_path / name / "spri-2024-05" / "01.ttl").read_text("utf-8") for name in ("txt", "md")]
    statements = [set(re.findall(r"a01:c-\w+", text)) for text in texts]
    assert statements[0] == statements[1]


def test_without_out_it_goes_into_the_data(
    brief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data" / "registry").mkdir(parents=True)
    (tmp_path / "data" / "registry" / "all.ttl").write_text("", encoding="utf-8")
    real = resources.folder
    monkeypatch.setattr(resources, "folder", lambda name: tmp_path / "data" if name == "data" else real(name))
    assert main(["ingest", str(brief)]) == 0
    assert (tmp_path / "data" / "briefs" / "spri-2024-05" / "review.md").is_file()


@pytest.mark.parametrize(
    ("content", "status", "told"),
    [
        (None, 3, "does not exist"),
        (b"", 3, "empty"),
        (b"%PDF-1.7 not really", 3, "PDF"),
        ("한 편의 짧은 글입니다.".encode(), 6, "no article in the form of a brief"),
        ("오늘의 날씨\n\n비가 옵니다. 2024년 5월호\n".encode(), 6, "no article"),
    ],
)
@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_what_is_no_brief(
    content: bytes | None, status: int, told: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "input.pdf"
    if content is not None:
        path.write_bytes(content)
    option = ["--out"] if command == "ingest" else ["--annotations"]
    assert main([command, str(path), *option, str(tmp_path / "out")]) == status
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and err.startswith("aikg: ") and told in err
    assert "Traceback" not in err
    assert not (tmp_path / "out").exists()


def test_a_brief_without_issue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "brief.txt"
    path.write_text(re.sub("20[0-9]{2}", "이천이십사", plain()), encoding="utf-8")
    assert main(["ingest", str(path), "--out", str(tmp_path / "out")]) == 6
    assert "spri-2024-05.pdf" in capsys.readouterr().err


def test_the_first_failure_gives_the_status_and_the_rest_goes_in(
    brief: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(tmp_path / "missing.pdf"), str(brief)]
    assert main(["ingest", *files, "--jobs", "1", "--out", str(tmp_path / "out")]) == 3
    out, err = capsys.readouterr()
    assert "spri-2024-05: written" in out and "missing.pdf" in err


def test_a_fault_in_one_brief_is_told_in_a_line(
    brief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(document: Brief) -> Extraction:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(extractor, "tools", lambda data: Tools(fail, lambda name: None))
    assert main(["ingest", str(brief), "--out", str(tmp_path / "out")]) == 1
    assert "ZeroDivisionError: oops" in capsys.readouterr().err


def test_the_reviewed_brief_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "spri-2024-01.txt"
    path.write_text(plain().replace("5월호", "1월호"), encoding="utf-8")
    folder = resources.folder("data") / "briefs" / "spri-2024-01"
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    status = main(["ingest", str(path)])
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    assert status == 7
    assert "stay as they are" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["x.pdf", "--jobs", "0"], ["x.pdf", "--jobs", "many"]])
def test_wrong_arguments(arguments: list[str]) -> None:
    assert main(["ingest", *arguments]) == 2
    assert main(["extract", *arguments]) == 2


def test_extract_writes_a_bundle(brief: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "bundle"
    assert main(["extract", str(brief), "--annotations", str(folder)]) == 0
    names = ["articles", "entities", "figures", "relations", "events"]
    assert capsys.readouterr().out.split() == [str(folder / f"{name}.jsonl") for name in names]
    articles = [json.loads(line) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in articles] == ["a01", "a02", "a03", "a04", "a05"]
    before = [(folder / f"{name}.jsonl").read_bytes() for name in names]
    assert main(["extract", str(brief), "--annotations", str(folder)]) == 0
    assert [(folder / f"{name}.jsonl").read_bytes() for name in names] == before


def test_extract_where_it_cannot_write(brief: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(brief), "--annotations", str(brief / "x")]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_a_full_disk_leaves_the_earlier_bundle(
    brief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, real = tmp_path / "bundle", Path.write_text
    assert main(["extract", str(brief), "--annotations", str(folder)]) == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def fail(self: Path, text: str, **options: str) -> int:
        if self.name == "relations.jsonl":
            raise OSError(28, "No space left on device")
        return real(self, text, **options)

    monkeypatch.setattr(Path, "write_text", fail)
    assert main(["extract", str(brief), "--annotations", str(folder)]) == 2
    assert "No space left" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


# ---------- the real extraction, in processes of its own ----------


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    pytest.importorskip("aikg.extraction.pipeline", reason="the extraction is not there", exc_type=ImportError)
    yield os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "AIKG_STORE": str(tmp_path / "store")}


def aikg(environment: dict[str, str], *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-m", "aikg", *arguments], env=environment, capture_output=True, text=True)


@pytest.mark.slow
def test_two_processes_write_what_one_writes(environment: dict[str, str], brief: Path, tmp_path: Path) -> None:
    other = tmp_path / "spri-2024-06.txt"
    other.write_text(plain().replace("5월호", "6월호"), encoding="utf-8")
    for jobs in ("1", "2"):
        done = aikg(environment, "ingest", str(brief), str(other), "--jobs", jobs, "--out", str(tmp_path / jobs))
        assert done.returncode == 0, done.stderr
    one, two = (
        {p.relative_to(tmp_path / jobs).as_posix(): p.read_bytes() for p in (tmp_path / jobs).rglob("*") if p.is_file()}
        for jobs in ("1", "2")
    )
    assert one == two and len(one) >= 20


@pytest.mark.slow
def test_the_invented_brief_conforms(environment: dict[str, str], brief: Path, tmp_path: Path) -> None:
    done = aikg(environment, "ingest", str(brief), "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    files = sorted(map(str, (tmp_path / "out" / "spri-2024-05").glob("*.ttl")))
    checked = aikg(environment, "validate", *files)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.slow
@pytest.mark.parametrize("issue", ["spri-2023-12", "spri-2024-01", "spri-2024-02", "spri-2024-03", "spri-2025-03"])
def test_a_real_brief_conforms(environment: dict[str, str], issue: str, tmp_path: Path) -> None:
    path = BRIEFS / f"{issue}.pdf"
    if not path.is_file():
        pytest.skip("the briefs are not at hand")
    done = aikg(environment, "ingest", str(path), "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    (folder,) = (tmp_path / "out").iterdir()
    checked = aikg(environment, "validate", *sorted(map(str, folder.glob("*.ttl"))))
    assert checked.returncode == 0, checked.stdout


def test_importing_the_command_line_does_not_load_the_analyser() -> None:
    program = "import sys, aikg.cli; print([name for name in sys.modules if name.startswith('kiwi')])"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout == "[]\n"


def test_the_surroundings_are_read_once() -> None:
    data = resources.folder("data")
    assert Surroundings.of(data) is Surroundings.of(data)
