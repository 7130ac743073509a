"""A folder is written as a whole or not at all, and found whole again after an interruption."""

from pathlib import Path

import pytest

from aikg.errors import UsageError
from aikg.ingest.folder import BriefFolder, recover, write
from tests.test_build import turtle

FILES: dict[str, str | None] = {"01.ttl": "# one\n", "brief.ttl": "# brief\n"}
ARTICLE = "https://w3id.org/ai-policy-kg/id/article/x-2031-05/01"


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "briefs" / "x-2031-05"
    assert write(path, FILES)
    return path


def test_files_are_replaced_removed_and_left(folder: Path) -> None:
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    assert write(folder, {"01.ttl": "# two\n", "brief.ttl": None})
    assert texts(folder) == {"01.ttl": "# two\n", "notes.txt": "mine"}


def test_nothing_is_written_when_nothing_changes(folder: Path) -> None:
    before = (folder / "01.ttl").stat().st_ino
    assert not write(folder, {**FILES, "02.ttl": None})
    assert (folder / "01.ttl").stat().st_ino == before


def test_nothing_but_the_folder_is_left_behind(folder: Path) -> None:
    write(folder, {"01.ttl": "# two\n"})
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


@pytest.mark.parametrize("step", ["write_text", "rename"])
def test_an_error_leaves_the_old_folder(folder: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = getattr(Path, step), []

    def fail(self: Path, *arguments: object, **options: object) -> object:
        calls.append(self)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        return real(self, *arguments, **options)

    with monkeypatch.context() as patched:
        patched.setattr(Path, step, fail)
        with pytest.raises(UsageError, match="No space left") as caught:
            write(folder, {"01.ttl": "# two\n", "02.ttl": "# new\n"})
    assert "--out" in caught.value.remedy
    assert texts(folder) == FILES
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_an_interruption_leaves_the_old_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write(folder, {"01.ttl": "# two\n"})
    assert texts(folder) == FILES
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_process_that_died_between_the_steps_is_recovered_from(folder: Path) -> None:
    folder.rename(folder.with_name(f".{folder.name}.old"))
    recover(folder)
    assert texts(folder) == FILES
    recover(folder)
    assert texts(folder) == FILES


def test_an_old_folder_that_was_left_over_is_not_in_the_way(folder: Path) -> None:
    folder.with_name(f".{folder.name}.old").mkdir()
    assert write(folder, {"01.ttl": "# two\n"})
    assert texts(folder)["01.ttl"] == "# two\n"


def test_where_a_folder_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError):
        write(tmp_path / "file" / "x-2031-05", FILES)


# ---------- what is kept ----------

STATEMENTS = """
<{A}/s1> a aikg:Statement ; aikg:reviewStatus review:reviewed ; aikg:figure <{A}/f1> ; aikg:restates <{A}/s2> .
<{A}/s2> a aikg:Statement ; aikg:reviewStatus review:candidate ; aikg:asserts <{A}/e2> ; aikg:statedIn <{A}> .
<{A}/s3> a aikg:Statement ; aikg:reviewStatus review:candidate ; aikg:figure <{A}/f3> .
<{A}/f1> a aikg:Figure . <{A}/f3> a aikg:Figure . <{A}/e2> a aikg:Event . <{A}> a aikg:Article .
<{A}/d1> a aikg:Discrepancy ; schema:about <{A}/s1> .
<{A}/d2> a aikg:Discrepancy ; schema:about <{A}/s3> ; aikg:reviewStatus review:candidate .
"""


def test_what_is_reviewed_is_kept_with_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "01.ttl").write_text(turtle(STATEMENTS), encoding="utf-8")
    folder = BriefFolder.read(tmp_path)
    kept = {str(subject).removeprefix(ARTICLE + "/") for subject in folder.kept("01").subjects()}
    assert kept == {"s1", "f1", "s2", "e2", "d1"}
    assert (folder.reviewed, folder.is_finished("01"), folder.is_finished("02")) == (1, False, False)


def test_what_somebody_changed_meanwhile_is_not_overwritten(folder: Path) -> None:
    seen = BriefFolder.read(folder).seen
    (folder / "01.ttl").write_text("# reviewed\n", encoding="utf-8")
    with pytest.raises(UsageError, match="has changed") as caught:
        write(folder, {"01.ttl": "# two\n"}, seen)
    assert "ingest again" in caught.value.remedy
    assert texts(folder)["01.ttl"] == "# reviewed\n"
    assert write(folder, {"01.ttl": "# two\n"}, BriefFolder.read(folder).seen)
