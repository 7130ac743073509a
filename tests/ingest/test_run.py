"""Ingesting writes whole folders that conform, again the same bytes, and never touches what a person reviewed."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from aikg import resources
from aikg.build import Sources, build, validate
from aikg.errors import BriefError, ReviewedError, SourceError, UsageError
from aikg.graph.store import KnowledgeGraph
from aikg.ingest.run import Outcome, default_jobs

Write = Callable[..., Path]
Run = Callable[..., list[Outcome]]
AMOUNT = "3,500만 유로"
TURTLE = {"brief.ttl", "01.ttl", "02.ttl", "03.ttl", "04.ttl", "05.ttl", "conferences.ttl", "proposals.ttl"}


def sources(data: Path) -> Sources:
    return Sources(data, resources.folder("ontology"), resources.folder("shapes"))


def snapshot(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir())}


def accept(file: Path, rule: str) -> str:
    """Accept the first candidate of a rule, and return its IRI as written."""
    parts = file.read_text("utf-8").split("\n\n")
    index = next(i for i, part in enumerate(parts) if f'aikg:rule "{rule}"' in part and " a aikg:Statement" in part)
    parts[index] = parts[index].replace("review:candidate", "review:reviewed")
    file.write_text("\n\n".join(parts), encoding="utf-8")
    return parts[index].strip().split(" ", 1)[0]


def test_a_folder_that_conforms_and_builds(data: Path, brief_file: Write, run: Run, tmp_path: Path) -> None:
    (outcome,) = run(brief_file())
    assert outcome.error is None and outcome.changed
    folder = data / "briefs" / "spri-2024-05"
    assert {p.name for p in folder.iterdir()} == TURTLE | {"review.md", "names.tsv"}
    report = validate(sources(data))
    assert report.conforms, report.to_text()
    built = build(sources(data), tmp_path / "store")
    graph = KnowledgeGraph.open(built.oxigraph)
    assert len(graph.rows("SELECT ?s { ?s a aikg:Statement ; aikg:reviewStatus review:candidate }")) == 21
    rows = graph.rows("SELECT ?g { GRAPH ?g { product:gull aikg:developer ?maker } }")
    assert rows and all(row["g"].endswith("/candidates") for row in rows)


def test_the_same_file_twice_gives_the_same_bytes(data: Path, brief_file: Write, run: Run) -> None:
    run(brief_file())
    before = snapshot(data / "briefs" / "spri-2024-05")
    (again,) = run(brief_file())
    assert not again.changed
    assert snapshot(data / "briefs" / "spri-2024-05") == before


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_bytes_do_not_depend_on_the_hash_seed(
    seed: str, data: Path, brief_file: Write, run: Run, tmp_path: Path
) -> None:
    run(brief_file())
    program = (
        "import sys; from pathlib import Path\n"
        "from aikg.ingest import extractor; from aikg.ingest.run import Order, ingest\n"
        "from tests.ingest.reader import small_extraction\n"
        "extractor.tools = lambda data: extractor.Tools(small_extraction, lambda name: None)\n"
        "file, data, out = map(Path, sys.argv[1:]); print(ingest(Order([file], data, out))[0].error)"
    )
    out = tmp_path / "out"
    arguments = [sys.executable, "-c", program, str(brief_file()), str(data), str(out)]
    environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}
    root = Path(__file__).parents[2]
    done = subprocess.run(arguments, capture_output=True, text=True, cwd=root, env=environment)
    assert done.stdout == "None\n", done.stderr
    assert snapshot(out / "spri-2024-05") == snapshot(data / "briefs" / "spri-2024-05")


def test_a_corrected_file_replaces_its_candidates_and_nothing_else(data: Path, brief_file: Write, run: Run) -> None:
    run(brief_file(), brief_file("spri-2024-06.txt", **{"5월호": "6월호"}))
    before = {name: snapshot(data / "briefs" / name) for name in ("spri-2024-05", "spri-2024-06")}
    registry = snapshot(data / "registry")
    old = (data / "briefs" / "spri-2024-05" / "01.ttl").read_text("utf-8")
    run(brief_file(**{AMOUNT: "3,600만 유로"}))
    after = (data / "briefs" / "spri-2024-05" / "01.ttl").read_text("utf-8")
    assert "35000000" in old and "35000000" not in after and "36000000" in after
    assert AMOUNT not in after
    assert snapshot(data / "briefs" / "spri-2024-06") == before["spri-2024-06"]
    assert snapshot(data / "registry") == registry
    same = [line for line in old.splitlines() if re.match(r"a01:c-\w+ a ", line) and line in after]
    assert len(same) == 2, "what was not corrected keeps its IRI"


def test_an_article_that_is_gone_takes_its_candidates_along(data: Path, brief_file: Write, run: Run) -> None:
    whole = brief_file()
    run(whole)
    text = whole.read_text("utf-8")
    pages = text.split("\f")
    whole.write_text("\f".join(page for page in pages if "물결교육원" not in page or "Ⅰ" in page), encoding="utf-8")
    run(whole)
    assert {p.name for p in (data / "briefs" / "spri-2024-05").glob("0*.ttl")} == {
        "01.ttl",
        "02.ttl",
        "03.ttl",
        "04.ttl",
    }
    assert validate(sources(data)).conforms


# ---------- reviewed data ----------


def test_an_accepted_statement_stays_as_it_is(data: Path, brief_file: Write, run: Run) -> None:
    run(brief_file())
    file = data / "briefs" / "spri-2024-05" / "01.ttl"
    accepted = accept(file, "figure.eur")
    (outcome,) = run(brief_file(**{AMOUNT: "3,600만 유로"}))
    text = file.read_text("utf-8")
    statement = next(part for part in text.split("\n\n") if part.startswith(accepted))
    assert "review:reviewed" in statement and "35000000" in text and "36000000" in text
    assert outcome.composition is not None and outcome.composition.reviewed == 1
    assert validate(sources(data)).conforms


def test_what_was_accepted_is_not_offered_again(data: Path, brief_file: Write, run: Run) -> None:
    run(brief_file())
    file = data / "briefs" / "spri-2024-05" / "01.ttl"
    accept(file, "figure.eur")
    accepted = file.read_text("utf-8")
    run(brief_file())
    assert file.read_text("utf-8") == accepted


def test_a_correction_made_on_review_stays(data: Path, brief_file: Write, run: Run) -> None:
    run(brief_file())
    file = data / "briefs" / "spri-2024-05" / "01.ttl"
    accept(file, "figure.eur")
    file.write_text(file.read_text("utf-8").replace("schema:value 35000000", "schema:value 34000000"), encoding="utf-8")
    run(brief_file())
    text = file.read_text("utf-8")
    assert "34000000" in text and "35000000" not in text


def test_a_finished_article_is_left_alone_and_the_others_are_not(data: Path, brief_file: Write, run: Run) -> None:
    run(brief_file())
    folder = data / "briefs" / "spri-2024-05"
    first = folder / "01.ttl"
    first.write_text(first.read_text("utf-8").replace("review:candidate", "review:reviewed"), encoding="utf-8")
    finished = first.read_bytes()
    (outcome,) = run(brief_file(**{AMOUNT: "3,600만 유로"}))
    assert first.read_bytes() == finished
    assert "36000000" in (folder / "02.ttl").read_text("utf-8")
    aside = (folder / "set-aside.txt").read_text("utf-8")
    assert "36000000" in aside and "# 01.ttl" in aside
    assert outcome.composition is not None and outcome.composition.finished == ("01",)
    assert validate(sources(data)).conforms


def test_a_brief_that_is_reviewed_is_refused_and_can_go_elsewhere(
    data: Path, brief_file: Write, run: Run, tmp_path: Path
) -> None:
    run(brief_file())
    folder = data / "briefs" / "spri-2024-05"
    for file in folder.glob("*.ttl"):
        file.write_text(file.read_text("utf-8").replace("review:candidate", "review:reviewed"), encoding="utf-8")
    for name in ("03", "04", "05"):
        assert "review:reviewed" in (folder / f"{name}.ttl").read_text("utf-8")
    before = snapshot(folder)
    (outcome,) = run(brief_file())
    assert isinstance(outcome.error, ReviewedError) and "--out" in outcome.error.remedy
    assert snapshot(folder) == before
    (elsewhere,) = run(brief_file(), out=tmp_path / "out")
    assert elsewhere.error is None and (tmp_path / "out" / "spri-2024-05" / "01.ttl").is_file()


def test_an_accepted_name_stays_and_a_title_that_somebody_added(data: Path, brief_file: Write, run: Run) -> None:
    run(brief_file())
    folder = data / "briefs" / "spri-2024-05"
    proposals, first = folder / "proposals.ttl", folder / "01.ttl"
    text = proposals.read_text("utf-8").replace('"Gull"@en', '"Gull robot"@en')
    start = text.index("product:gull a")
    proposals.write_text(
        text[:start] + text[start:].replace("review:candidate", "review:reviewed", 1), encoding="utf-8"
    )
    title = re.search(r'dcterms:title "[^"]+"@ko', first.read_text("utf-8"))
    assert title
    first.write_text(
        first.read_text("utf-8").replace(title[0], title[0] + ', "A robot for lighthouses"@en'), encoding="utf-8"
    )
    run(brief_file(**{AMOUNT: "3,600만 유로"}))
    assert '"Gull robot"@en' in proposals.read_text("utf-8") and '"Gull"@en' not in proposals.read_text("utf-8")
    assert '"A robot for lighthouses"@en' in first.read_text("utf-8")
    assert re.search(r'rdfs:label "[^"]*Gull robot[^"]*"@en', first.read_text("utf-8")), "sentences use it"
    assert validate(sources(data)).conforms


def test_what_a_reviewed_statement_speaks_of_stays_described(data: Path, brief_file: Write, run: Run) -> None:
    run(brief_file())
    accept(data / "briefs" / "spri-2024-05" / "01.ttl", "frame.show")
    run(brief_file(**{"(Gull)": ""}))
    assert "product:gull a aikg:Hardware" in (data / "briefs" / "spri-2024-05" / "proposals.ttl").read_text("utf-8")
    assert validate(sources(data)).conforms


def test_the_registry_takes_over_what_was_proposed(data: Path, brief_file: Write, run: Run) -> None:
    run(brief_file())
    registry = data / "registry" / "all.ttl"
    registry.write_text(
        registry.read_text("utf-8")
        + 'product:gull a aikg:Hardware ; skos:prefLabel "Gull robot"@en , "갈매기 로봇"@ko .\n',
        encoding="utf-8",
    )
    assert validate(sources(data)).conforms, "before the brief is ingested again"
    run(brief_file())
    assert "product:gull a " not in (data / "briefs" / "spri-2024-05" / "proposals.ttl").read_text("utf-8")
    assert validate(sources(data)).conforms


# ---------- several briefs ----------


def test_the_same_thing_in_two_briefs_is_one_entity_in_any_order(
    data: Path, brief_file: Write, run: Run, tmp_path: Path
) -> None:
    early = brief_file()
    late = brief_file("spri-2024-06.txt", **{"5월호": "6월호", "푸른섬 마을": "푸른 섬 마을"})
    together, apart, backwards = (tmp_path / name for name in ("together", "apart", "backwards"))
    run(early, late, out=together)
    run(early, out=apart)
    run(late, out=apart)
    run(late, out=backwards)
    run(early, out=backwards)
    run(late, out=backwards)
    for out in (apart, backwards):
        for issue in ("spri-2024-05", "spri-2024-06"):
            assert snapshot(out / issue) == snapshot(together / issue)
    assert "organization:pureunseom-maeul" in (together / "spri-2024-06" / "01.ttl").read_text("utf-8")
    run(early, late)
    assert validate(sources(data)).conforms


def test_a_later_brief_does_not_change_an_earlier_one(data: Path, brief_file: Write, run: Run) -> None:
    run(brief_file())
    before = snapshot(data / "briefs" / "spri-2024-05")
    run(brief_file("spri-2024-06.txt", **{"5월호": "6월호"}))
    run(brief_file())
    assert snapshot(data / "briefs" / "spri-2024-05") == before


def test_one_bad_file_does_not_stop_the_others(data: Path, brief_file: Write, run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("아무 기사도 없는 글입니다. 2024년 5월호", encoding="utf-8")
    outcomes = run(tmp_path / "missing.pdf", brief_file(), empty)
    assert [type(o.error) for o in outcomes] == [SourceError, type(None), BriefError]
    assert outcomes[1].changed


def test_a_brief_in_english_is_refused(brief_file: Write, run: Run) -> None:
    path = brief_file()
    text = re.sub(
        r"(출처|주요 행사 일정|[년월]호?|[일호])|[가-힣]+", lambda m: m[1] or "robots", path.read_text("utf-8")
    )
    path.write_text(text, encoding="utf-8")
    (outcome,) = run(path)
    assert isinstance(outcome.error, BriefError), outcome
    assert outcome.error.exit_status == 6


def test_two_files_of_one_issue_are_not_both_taken(brief_file: Write, run: Run) -> None:
    outcomes = run(brief_file(), brief_file("copy-2024-05.txt"))
    assert outcomes[0].changed
    assert isinstance(outcomes[1].error, UsageError) and "same issue" in outcomes[1].error.message


def test_a_file_named_twice_is_read_once(brief_file: Write, run: Run) -> None:
    assert len(run(brief_file(), brief_file())) == 1


def test_a_broken_file_in_the_folder_is_told(data: Path, brief_file: Write, run: Run) -> None:
    run(brief_file())
    (data / "briefs" / "spri-2024-05" / "02.ttl").write_text("half a tri", encoding="utf-8")
    (outcome,) = run(brief_file())
    assert isinstance(outcome.error, SourceError) and "02.ttl" in outcome.error.message


def test_a_folder_that_cannot_be_written_is_told(brief_file: Write, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (outcome,) = run(brief_file(), out=tmp_path / "file")
    assert isinstance(outcome.error, UsageError) and outcome.error.exit_status == 2


def test_jobs_fit_the_work() -> None:
    assert default_jobs(1) == 1
    assert 1 <= default_jobs(100) <= 4
