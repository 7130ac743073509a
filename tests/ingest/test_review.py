"""A curator reads counts, what to look at first and why, in either language."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from aikg.ingest import extractor
from aikg.ingest.console import MOST_LINES, errors, told
from aikg.ingest.extractor import Tools
from aikg.ingest.review import words
from aikg.ingest.run import Outcome
from aikg.model.brief import Brief
from aikg.model.extraction import Confidence, Extraction
from tests.ingest.reader import small_extraction

Run = Callable[..., list[Outcome]]


def review(data: Path) -> str:
    return (data / "briefs" / "spri-2024-05" / "review.md").read_text("utf-8")


def doubtful(brief: Brief) -> Extraction:
    """Two sums for one budget, a name for two things, and rules that are unsure."""
    found = small_extraction(brief)
    more = replace(found.figures[0].quantity, text="4,100만 유로", value=Decimal(41_000_000))
    said = replace(found.relations[0].assertion, confidence=Confidence.LOW)
    twin = replace(found.entities[0], key="product/pureunseom", kind="Service", confidence=Confidence.HIGH)
    return replace(
        found,
        entities=(*found.entities, twin),
        figures=(*found.figures, replace(found.figures[0], quantity=more)),
        relations=(replace(found.relations[0], assertion=said, object=twin.key), *found.relations[1:]),
    )


@pytest.fixture
def with_doubts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractor, "tools", lambda data: Tools(doubtful, lambda name: None))


def test_counts(data: Path, brief_file: Callable[..., Path], run: Run) -> None:
    run(brief_file())
    text = review(data)
    assert "- 21 candidate statements: 5 figures, 11 relations, 5 events" in text
    assert "- modality: fact 16, plan 5" in text
    assert "read with a few patterns" in text
    assert "갈매기 · Gull · Hardware · `product/gull`" in text
    assert "(no English name)" in text


def test_the_articles_are_counted_and_linked(data: Path, brief_file: Callable[..., Path], run: Run) -> None:
    run(brief_file())
    rows = [line.strip("| ").split(" | ") for line in review(data).splitlines() if line.startswith("| [")]
    assert [row[0] for row in rows] == [f"[{n:02d}]({n:02d}.ttl)" for n in range(1, 6)]
    assert sum(int(number) for row in rows for number in row[2:5]) <= 21


@pytest.mark.usefixtures("with_doubts")
def test_a_doubt_leads_to_the_line_and_the_block(data: Path, brief_file: Callable[..., Path], run: Run) -> None:
    run(brief_file())
    line = next(line for line in review(data).splitlines() if line.startswith("- low confidence"))
    found = re.search(r"\[(\S+)/(c-\w+)\]\((\d\d\.ttl)#L(\d+)\) (\w[\d.]*):", line)
    assert found is not None, line
    file = data / "briefs" / "spri-2024-05" / found[3]
    assert f":{found[2]} a aikg:Statement" in file.read_text("utf-8").splitlines()[int(found[4]) - 1]


@pytest.mark.usefixtures("with_doubts")
def test_what_to_look_at_first(data: Path, brief_file: Callable[..., Path], run: Run) -> None:
    run(brief_file())
    first = review(data).split("## Look at these first")[1].split("##")[0].strip().splitlines()
    reasons = [line.removeprefix("- ").split(",")[0].split(":")[0] for line in first]
    assert reasons[0] == "contradiction"
    assert {"low confidence", "one name for two things", "new name of unsure kind"} <= set(reasons)
    assert reasons.index("one name for two things") < reasons.index("low confidence"), "much hangs on a name"
    hanging = [int(found) for line in first for found in re.findall(r"statements with it: (\d+)", line)]
    assert hanging and hanging == sorted(hanging, reverse=True)


@pytest.mark.usefixtures("with_doubts")
def test_in_korean(data: Path, brief_file: Callable[..., Path], run: Run) -> None:
    run(brief_file(), lang="ko")
    text = review(data)
    assert "## 먼저 볼 것" in text and "- 모순, " in text and "낮은 신뢰도" in text
    assert "candidate" not in text.replace("`review:candidate`", "")


def test_both_languages_have_the_same_words() -> None:
    assert set(words("ko")) == set(words("en"))


@pytest.mark.usefixtures("with_doubts")
def test_the_console_tells_a_few_lines(data: Path, brief_file: Callable[..., Path], run: Run) -> None:
    (outcome,) = run(brief_file())
    lines = told(outcome, "en")
    assert lines[0] == f"spri-2024-05: written to {data / 'briefs' / 'spri-2024-05'}"
    assert len([line for line in lines if line.startswith("    ")]) <= MOST_LINES + 1
    (again,) = run(brief_file())
    assert told(again, "en")[0].startswith("spri-2024-05: nothing has changed")


def test_errors_name_their_file(run: Run, tmp_path: Path) -> None:
    outcomes = run(tmp_path / "missing.pdf")
    assert told(outcomes[0], "en") == []
    ((message, status),) = errors(outcomes)
    assert "missing.pdf" in message and status == 3


def test_markup_in_a_name_is_shown_as_it_is(
    data: Path, brief_file: Callable[..., Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def marked(brief: Brief) -> Extraction:
        found = small_extraction(brief)
        return replace(found, entities=tuple(replace(e, ko=f"<b>{e.ko}</b>") for e in found.entities))

    monkeypatch.setattr(extractor, "tools", lambda data: Tools(marked, lambda name: None))
    run(brief_file())
    assert "<b>" not in review(data) and "&lt;b>" in review(data)
