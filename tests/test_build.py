"""A build is reproducible; on bad input it says which file and line, and leaves what is in service alone."""

import gzip
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from aikg.build import Sources, build, ensure, validate, validate_files
from aikg.errors import AikgError, SourceError, StoreError, UsageError, ViolationsFoundError
from aikg.graph.canonical import digest
from aikg.graph.revision import Revision, current
from aikg.vocabulary.namespaces import PREFIXES

HEAD = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
#: line of the first triple of a file that starts with HEAD and a blank line
FIRST = HEAD.count("\n") + 2
A = "https://w3id.org/ai-policy-kg/id/article/x-2031-05/01"
B = "https://w3id.org/ai-policy-kg/id/brief/x-2031-05"
V = "https://w3id.org/ai-policy-kg/voc"

REGISTRY = """
organization:example a org:Organization ; skos:prefLabel "Example Works"@en , "보기 회사"@ko ;
  org:classification <{V}/org-type/company> ; skos:exactMatch <https://example.org/1> .
product:paintbot a aikg:Product ; skos:prefLabel "Paintbot"@en , "페인트봇"@ko .
work:report a aikg:Work ; skos:prefLabel "Report"@en , "보고서"@ko .
"""
BRIEF = """
<{B}> a aikg:Brief ; dcterms:title "Example brief"@en ; dcterms:issued "2031-05"^^xsd:gYearMonth ;
  dcterms:publisher organization:example ; schema:issueNumber "2031-05" .
"""
STATEMENT = """
<{A}/s01> a aikg:Statement ; rdfs:label "Example Works makes the Paintbot."@en , "보기 회사는 페인트봇을 만든다."@ko ;
  rdf:subject product:paintbot ; rdf:predicate aikg:developer ; rdf:object organization:example ;
  aikg:figure <{A}/f01> ; aikg:evidence <{A}/b1.0-9> ; aikg:statedIn <{A}> ; aikg:claimant organization:example ;
  aikg:modality modality:fact ; aikg:reviewStatus <{V}/review-status/reviewed> .
"""
FIGURE = """
<{A}/f01> a aikg:Figure ; aikg:measure measure:price ; qudt:hasUnit unit:krw ; aikg:bound bound:exact ;
  aikg:originalText "1만 원" ; schema:observationAbout product:paintbot ; schema:value 10000 .
"""
ARTICLE = """
<{A}> a aikg:Article ; dcterms:title "Robots paint a lighthouse"@en ; dcterms:isPartOf <{B}> ; schema:position 1 ;
  cito:citesAsSourceDocument work:report .
<{A}/b1.0-9> a aikg:Evidence ; aikg:block "b1" ; oa:start 0 ; oa:end 9 ; aikg:digest "0123456789abcdef" .
"""


def turtle(*parts: str) -> str:
    body = "".join(parts).replace("{A}", A).replace("{B}", B).replace("{V}", V)
    return HEAD + body


def small(root: Path) -> Sources:
    """A data set of one article, typed by hand, with the packaged ontology and shapes."""
    packaged = Sources.packaged()
    for name, text in {
        "registry/all.ttl": turtle(REGISTRY),
        "briefs/x-2031-05/brief.ttl": turtle(BRIEF),
        "briefs/x-2031-05/01.ttl": turtle(STATEMENT, FIGURE, ARTICLE),
    }.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Sources(root / "data", packaged.ontology, packaged.shapes)


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder with its digest."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    return small(tmp_path)


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Revision:
    """The whole of the packaged sources, built once."""
    return build(Sources.packaged(), tmp_path_factory.mktemp("full"))


# ---------- good input ----------


def test_small_data_set(sources: Sources, tmp_path: Path) -> None:
    steps: list[str] = []
    revision = build(sources, tmp_path / "store", steps.append)
    assert steps == ["reading", "validating", "inferring", "storing"]
    assert current(tmp_path / "store") == revision
    graph = revision.load()
    query = "SELECT ?by { product:paintbot aikg:developer ?by }"
    assert graph.rows(query) == [{"by": PREFIXES["organization"] + "example"}]
    assert (revision.manifest.quads, revision.manifest.inferred > 0) == (len(graph), True)
    assert (revision.manifest.warnings, revision.manifest.notes) == (0, 0)


def test_two_builds_give_the_same_bytes(sources: Sources, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    one, two = build(sources, tmp_path / "one"), build(small(tmp_path / "elsewhere"), tmp_path / "two")
    assert one.manifest == two.manifest
    assert one.dataset.read_bytes() == two.dataset.read_bytes()
    assert tree(one.downloads) == tree(two.downloads) != {}


def test_the_whole_of_the_sources_builds_without_warnings(full: Revision) -> None:
    assert full.manifest.warnings == 0
    assert full.manifest.quads > full.manifest.inferred > 0
    assert len(full.load()) == full.manifest.quads
    assert full.manifest.revision == digest(full.dataset.read_bytes())[:16]
    assert gzip.decompress((full.downloads / "aikg.nq.gz").read_bytes()) == full.dataset.read_bytes()


@pytest.mark.slow
def test_two_builds_of_everything_give_the_same_bytes(full: Revision, tmp_path: Path) -> None:
    again = build(Sources.packaged(), tmp_path / "store")
    assert again.manifest == full.manifest
    assert again.dataset.read_bytes() == full.dataset.read_bytes()
    assert tree(again.downloads) == tree(full.downloads)


# ---------- staleness ----------


def test_a_fresh_revision_is_not_built_again(sources: Sources, tmp_path: Path) -> None:
    steps: list[str] = []
    first = ensure(sources, tmp_path / "store", steps.append)
    before = (tree(tmp_path / "store"), list(steps))
    assert ensure(sources, tmp_path / "store", steps.append) == first
    assert (tree(tmp_path / "store"), steps) == before


@pytest.mark.parametrize("change", ["edit", "add", "remove", "rename"])
def test_a_changed_source_makes_the_store_stale(sources: Sources, tmp_path: Path, change: str) -> None:
    article = sources.data / "briefs" / "x-2031-05" / "01.ttl"
    first = ensure(sources, tmp_path / "store")
    if change == "edit":
        article.write_text(article.read_text("utf-8").replace("10000", "20000"), encoding="utf-8")
    elif change == "add":
        (sources.data / "registry" / "more.ttl").write_text(
            turtle('topic:paint a aikg:Topic ; skos:prefLabel "paint"@en , "페인트"@ko .'), encoding="utf-8"
        )
    elif change == "remove":
        article.unlink()
    else:
        article.rename(article.with_name("notes.ttl"))
    second = ensure(sources, tmp_path / "store")
    assert second.manifest.fingerprint != first.manifest.fingerprint
    assert second.manifest.revision != first.manifest.revision
    assert current(tmp_path / "store") == second


@pytest.mark.parametrize("part", ["ontology", "shapes"])
def test_the_fingerprint_covers_ontology_and_shapes(sources: Sources, tmp_path: Path, part: str) -> None:
    copies = {name: tmp_path / "copy" / name for name in ("ontology", "shapes")}
    for name, folder in copies.items():
        shutil.copytree(getattr(sources, name), folder)
    copied = Sources(sources.data, **copies)
    assert copied.fingerprint() == sources.fingerprint()
    path = next(iter(sorted(copies[part].glob("*.ttl"))))
    path.write_text(path.read_text("utf-8") + "# a remark\n", encoding="utf-8")
    assert copied.fingerprint() != sources.fingerprint()


def test_other_files_do_not_make_the_store_stale(sources: Sources) -> None:
    before = sources.fingerprint()
    (sources.data / "README.md").write_text("A remark.", encoding="utf-8")
    assert sources.fingerprint() == before


# ---------- bad input ----------


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


#: file, change, and what the message must say
VIOLATIONS = {
    "unknown class": ("briefs/x-2031-05/01.ttl", replaced("a aikg:Article", "a aikg:Artikle"), "Unknown term", "/01"),
    "unknown property": ("registry/all.ttl", replaced("Paintbot", 'x"@en ; aikg:uzes "y'), "Unknown term", "paintbot"),
    "unknown relation": (
        "briefs/x-2031-05/01.ttl",
        replaced("rdf:predicate aikg:developer", "rdf:predicate aikg:maker"),
        "Unknown term",
        "s01",
    ),
    "no evidence": (
        "briefs/x-2031-05/01.ttl",
        replaced(f"aikg:evidence <{A}/b1.0-9> ;", ""),
        "A statement without evidence",
        "s01",
    ),
    "no unit": ("briefs/x-2031-05/01.ttl", replaced("qudt:hasUnit unit:krw ;", ""), "A figure needs one unit", "f01"),
    "dangling reference": (
        "briefs/x-2031-05/01.ttl",
        replaced("work:report", "work:reprot"),
        "It points to a thing that no file describes",
        "work:reprot",
    ),
    "number with zeros": (
        "briefs/x-2031-05/01.ttl",
        replaced("schema:value 10000", "schema:value 10000.50"),
        "The store would keep this number in another form",
        "10000.50",
    ),
    "two names alike": (
        "registry/all.ttl",
        replaced('"페인트봇"@ko', '"Paintbot 2"@en'),
        "exactly one Korean",
        "paintbot",
    ),
}


def refused(sources: Sources, store: Path) -> AikgError:
    """Build bad sources on top of a good revision; return the error when nothing else has changed."""
    before, serving = tree(store), current(store)
    assert serving is not None
    with pytest.raises(AikgError) as caught:
        build(sources, store)
    assert tree(store) == before
    assert sorted(path.name for path in store.iterdir()) == sorted(["current", serving.folder.name])
    assert current(store) == serving
    assert len(serving.load()) == serving.manifest.quads
    return caught.value


@pytest.mark.parametrize("name", VIOLATIONS)
def test_violations_name_file_line_and_node(sources: Sources, tmp_path: Path, name: str) -> None:
    file, change, message, node = VIOLATIONS[name]
    build(sources, tmp_path / "store")
    path = sources.data / file
    path.write_text(change(path.read_text("utf-8")), encoding="utf-8")
    error = refused(sources, tmp_path / "store")
    assert isinstance(error, ViolationsFoundError)
    lines = [line for line in error.message.splitlines() if line.startswith("Violation") and message in line]
    assert lines, error.message
    assert all(line.startswith(f"Violation: data/{file}, line ") and node in line for line in lines)
    number = int(lines[0].split(", line ")[1].split(":")[0])
    assert path.read_text("utf-8").splitlines()[number - 1].split(" ")[1] == "a"
    assert "previous store stays in service" in error.remedy


def test_two_entities_with_one_slug(sources: Sources, tmp_path: Path) -> None:
    build(sources, tmp_path / "store")
    (sources.data / "registry" / "more.ttl").write_text(
        turtle('\nproduct:paintbot a aikg:Product ; skos:prefLabel "Other Paintbot"@en .\n'), encoding="utf-8"
    )
    error = refused(sources, tmp_path / "store")
    (line,) = [line for line in error.message.splitlines() if "Two things have this IRI" in line]
    assert line.startswith(f"Violation: data/registry/more.ttl, line {FIRST}: product:paintbot ")
    assert "data/registry/all.ttl" in line


def test_broken_turtle_names_file_and_line(sources: Sources, tmp_path: Path) -> None:
    build(sources, tmp_path / "store")
    path = sources.data / "registry" / "broken.ttl"
    path.write_text(HEAD + "\ntopic:paint a ; aikg:Topic .\n", encoding="utf-8")
    error = refused(sources, tmp_path / "store")
    assert isinstance(error, SourceError)
    assert error.message.startswith(f"data/registry/broken.ttl, line {FIRST}: ")


def test_file_that_is_not_utf_8(sources: Sources, tmp_path: Path) -> None:
    build(sources, tmp_path / "store")
    (sources.data / "registry" / "legacy.ttl").write_bytes(turtle('topic:a skos:prefLabel "등대"@ko .').encode("cp949"))
    error = refused(sources, tmp_path / "store")
    assert isinstance(error, SourceError)
    assert error.message.startswith("data/registry/legacy.ttl: cannot be read")


def test_no_sources(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no Turtle files"):
        build(Sources(tmp_path, tmp_path, tmp_path), tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_an_error_while_storing_leaves_nothing_behind(
    sources: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(sources, tmp_path / "store")

    def fail(nquads: bytes, folder: Path) -> None:
        folder.mkdir()
        (folder / "half").write_bytes(nquads[:10])
        raise AikgError("the disk is full")

    monkeypatch.setattr("aikg.publish.dumps.write_dumps", fail)
    assert refused(sources, tmp_path / "store").message == "the disk is full"


def test_store_that_cannot_be_written(sources: Sources, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot write to") as caught:
        build(sources, tmp_path / "file")
    assert "AIKG_STORE" in caught.value.remedy


def test_a_disk_that_is_full_leaves_nothing_behind(
    sources: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(nquads: bytes, folder: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("aikg.publish.dumps.write_dumps", fail)
    with pytest.raises(UsageError, match="No space left") as caught:
        build(sources, tmp_path / "store")
    assert "AIKG_STORE" in caught.value.remedy
    assert list((tmp_path / "store").iterdir()) == []


def test_damaged_dataset_is_refused(sources: Sources, tmp_path: Path) -> None:
    revision = build(sources, tmp_path / "store")
    content = revision.dataset.read_bytes()
    revision.dataset.write_bytes(content[: len(content) // 2])
    with pytest.raises(StoreError, match="changed after it was built"):
        revision.load()
    assert len(build(sources, tmp_path / "store").load()) == revision.manifest.quads


# ---------- validating ----------


def test_validate_finds_nothing_in_sound_sources(sources: Sources) -> None:
    assert validate(sources).results == ()


def test_validate_files_tells_only_of_those_files(sources: Sources, tmp_path: Path) -> None:
    registry = sources.data / "registry" / "all.ttl"
    registry.write_text(registry.read_text("utf-8").replace('"페인트봇"@ko', '"Bot"@en'), encoding="utf-8")
    extra = tmp_path / "extra.ttl"
    extra.write_text(turtle("\ntopic:paint a aikg:Topic .\n"), encoding="utf-8")
    report = validate_files(sources, [extra])
    assert {(result.file, result.line) for result in report.results} == {(str(extra), FIRST)}
    assert not validate_files(sources, [registry]).conforms
    assert validate_files(sources, [sources.data / "briefs" / "x-2031-05" / "brief.ttl"]).conforms


def test_a_brief_elsewhere_stands_for_the_packaged_one(sources: Sources, tmp_path: Path) -> None:
    elsewhere = tmp_path / "out" / "x-2031-05"
    shutil.copytree(sources.data / "briefs" / "x-2031-05", elsewhere)
    assert validate_files(sources, sorted(elsewhere.glob("*.ttl"))).conforms
    (elsewhere / "01.ttl").write_text(turtle(ARTICLE, STATEMENT), encoding="utf-8")
    assert not validate_files(sources, sorted(elsewhere.glob("*.ttl"))).conforms


def test_validate_files_refuses_a_missing_file(sources: Sources, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="missing"):
        validate_files(sources, [tmp_path / "missing.ttl"])
