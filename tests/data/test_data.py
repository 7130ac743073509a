"""The curated data: tidy, complete, verified against the briefs where they are at hand, and free of their words."""

import csv
import hashlib
import json
import re
import subprocess
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rdflib import DCTERMS, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from aikg.corpus.reader import read_brief
from aikg.mapping.timespans import add_time_span
from aikg.mapping.turtle import tidy
from aikg.vocabulary import iris
from aikg.vocabulary.namespaces import AIKG, OA, SCHEMA

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
#: what stands beside the project where it is developed; not part of it
SHARED = ROOT.parent / "shared"
IDENTIFIERS = SHARED / "research" / "identifiers.tsv"
NO_COPIED_SENTENCES = SHARED / "tools" / "no_copied_sentences.py"

FILES = sorted(DATA.rglob("*.ttl"))
REGISTRY = sorted((DATA / "registry").glob("*.ttl"))
ALL_ARTICLES = sorted((DATA / "briefs").glob("*/[0-9][0-9].ttl"))
#: what a machine read and nobody has finished reviewing
CANDIDATES = [path for path in ALL_ARTICLES if "review:candidate" in path.read_text("utf-8")]
ARTICLES = [path for path in ALL_ARTICLES if "review:reviewed" in path.read_text("utf-8") and path not in CANDIDATES]


def label(path: Path) -> str:
    return path.relative_to(DATA).with_suffix("").as_posix()


@cache
def graph_of(path: Path) -> Graph:
    return Graph().parse(path, format="turtle")


@cache
def registry() -> Graph:
    graph = Graph()
    for path in REGISTRY:
        graph += graph_of(path)
    return graph


def article_iri(path: Path) -> str:
    return iris.article(path.parent.name, int(path.stem))


# ---------- the briefs, as blocks ----------


def normal(text: str) -> str:
    """Block text as locators count it; on purpose not the code under test."""
    folded = "".join(unicodedata.normalize("NFKC", c) if "\u2e80" <= c <= "\u2fdf" else c for c in text)
    return " ".join(unicodedata.normalize("NFC", folded).split())


def blocks(article: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Id and normalised text of the blocks of an article as the printed structure has it."""
    yield "t", normal(article["title"])
    for number, text in enumerate(article["key"], 1):
        yield f"k{number}", normal(text)
    counts: dict[str, int] = defaultdict(int)
    for kind, text, *_ in article["blocks"]:
        letter = {"n": "b", "s": "s", "h": "h", "note": "n"}.get(kind, "c")
        counts[letter] += 1
        if letter == "b":
            counts["s"] = 0
        yield (f"b{counts['b']}.{counts['s']}" if letter == "s" else f"{letter}{counts[letter]}"), normal(text)


def printed(path: Path) -> dict[str, Any]:
    """The printed article of a data file; skips the test where the briefs are not at hand."""
    structure = SHARED / "gold" / "structure" / f"{path.parent.name}.json"
    if not structure.is_file():
        pytest.skip(f"the structure of {path.parent.name} is not at hand")
    found: dict[str, Any] = json.loads(structure.read_text("utf-8"))["articles"][int(path.stem) - 1]
    return found


def test_block_ids() -> None:
    body = [["h", "H"], ["n", "A"], ["s", "A1"], ["s", "A2"], ["n", "B"], ["s", "B1"], ["note", "N"], ["cap", "C"]]
    article = {"title": "T", "key": ["K", "K"], "blocks": body}
    assert [name for name, _ in blocks(article)] == [
        *("t", "k1", "k2", "h1", "b1", "b1.1", "b1.2", "b2", "b2.1", "n1", "c1")
    ]
    assert normal(" \u2f00 \u1112\u1161\u11ab\n글 ") == "一 한 글"


# ---------- every file ----------


def test_all_articles_of_the_brief_are_there() -> None:
    assert [path.stem for path in ARTICLES if path.parent.name == "spri-2024-01"] == [f"{n:02d}" for n in range(1, 18)]
    conferences = graph_of(DATA / "briefs" / "spri-2024-01" / "conferences.ttl")
    listed = [c for c in conferences.subjects(RDF.type, AIKG.Conference) if (c, SCHEMA.url, None) in conferences]
    assert len(listed) == 3


@pytest.mark.parametrize("path", FILES, ids=label)
def test_file_is_tidy(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text == tidy(text), f"rewrite it with: python -m aikg.mapping.turtle {path.relative_to(ROOT)}"


def test_no_sentence_of_a_brief_is_copied() -> None:
    if not NO_COPIED_SENTENCES.is_file():
        pytest.skip("the checker of copied sentences is not at hand")
    if not (ROOT / ".git").exists():
        pytest.skip("the checker needs a git checkout")
    done = subprocess.run([sys.executable, str(NO_COPIED_SENTENCES), str(ROOT)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


# ---------- registry ----------


@pytest.mark.parametrize("path", REGISTRY, ids=label)
def test_names_are_not_empty_and_aliases_are_new(path: Path) -> None:
    graph = graph_of(path)
    for node in set(graph.subjects()):
        names = [n for p in (SKOS.prefLabel, RDFS.label) for n in graph.objects(node, p)]
        aliases = list(graph.objects(node, SKOS.altLabel))
        assert {n.language for n in names if isinstance(n, Literal)} == {"ko", "en"}, node
        for name in [*names, *aliases]:
            assert str(name) == normal(str(name)) != "", (node, name)
        assert set(aliases) & set(names) == set(), node


@pytest.mark.parametrize("path", REGISTRY, ids=label)
def test_entities_and_aliases_are_sorted(path: Path) -> None:
    """Sorted by type and slug, and aliases by text within a language, so that a diff shows what was added."""
    text = path.read_text("utf-8")
    found = re.findall(r'skos:altLabel ((?:"(?:[^"\\]|\\.)*"@\w+,?\s*)+)', text)
    assert len(found) == len(set(graph_of(path).subjects(SKOS.altLabel)))
    for aliases in found:
        listed = re.findall(r'"((?:[^"\\]|\\.)*)"@(\w+)', aliases)
        for language in ("ko", "en"):
            names = [name for name, tag in listed if tag == language]
            assert names == sorted(names)
    slugs: dict[str, list[str]] = defaultdict(list)
    for slug, kind in re.findall(r"^(\S+) a (\S+)", text, re.MULTILINE):
        slugs[kind].append(slug.rstrip("."))
    assert slugs
    assert all(names == sorted(names) for names in slugs.values())


def test_no_two_entities_of_a_class_have_one_name() -> None:
    owners: dict[tuple[Node | None, Node], set[Node]] = defaultdict(set)
    for node, name in registry().subject_objects(SKOS.prefLabel):
        owners[registry().value(node, RDF.type), name].add(node)
    assert {name: nodes for (_, name), nodes in owners.items() if len(nodes) > 1} == {}


def test_time_spans_are_what_their_notation_says() -> None:
    known = graph_of(DATA / "registry" / "times.ttl")
    expected = Graph()
    for node in set(known.subjects()):
        notation = iris.slug(str(node)).replace("_", "/")
        notation = re.sub(r"^until-(.*)", r"..\1", re.sub(r"^from-(.*)", r"\1..", notation))
        assert add_time_span(expected, notation) == node
    assert set(known) == set(expected)


def verified() -> dict[str, set[str]]:
    """The verified identifiers as IRIs (or codes), and whose they are."""
    forms = {
        "Wikidata": "http://www.wikidata.org/entity/{}",
        "GeoNames": "https://sws.geonames.org/{}/",
        "CELEX": "http://publications.europa.eu/resource/celex/{}",
    }
    found: dict[str, set[str]] = defaultdict(set)
    with IDENTIFIERS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["verified"] == "yes":
                found[forms.get(row["scheme"], "{}").format(row["id"])].add(row["entity"])
    return found


def test_only_verified_identifiers() -> None:
    if not IDENTIFIERS.is_file():
        pytest.skip("the list of verified identifiers is not at hand")
    known = verified()
    links = [
        (iris.slug(str(node)), str(target))
        for predicate in (SKOS.exactMatch, SCHEMA.leiCode, DCTERMS.relation)
        for node, target in registry().subject_objects(predicate)
    ]
    assert links
    assert [(slug, target) for slug, target in links if slug not in known.get(target, ())] == []


def test_nothing_is_declared_the_same() -> None:
    assert [path.name for path in FILES if "sameAs" in path.read_text("utf-8")] == []


# ---------- articles ----------


@pytest.mark.parametrize("path", ALL_ARTICLES, ids=label)
def test_what_an_article_says_stands_under_its_iri(path: Path) -> None:
    graph, article = graph_of(path), article_iri(path)
    for kind in (AIKG.Statement, AIKG.Evidence, AIKG.Figure, AIKG.Discrepancy):
        assert [n for n in graph.subjects(RDF.type, kind) if not str(n).startswith(f"{article}/")] == []
    assert set(graph.objects(None, AIKG.statedIn)) <= {URIRef(article)}
    assert graph.value(URIRef(article), SCHEMA.position) == Literal(int(path.stem))


@pytest.mark.parametrize("path", ALL_ARTICLES, ids=label)
def test_nothing_lies_about_unused(path: Path) -> None:
    graph = graph_of(path)
    for kind in (AIKG.Evidence, AIKG.Figure):
        assert [n for n in graph.subjects(RDF.type, kind) if (None, None, n) not in graph] == []


@pytest.mark.parametrize("path", ARTICLES, ids=label)
def test_every_statement_is_reviewed_and_says_so_in_both_languages(path: Path) -> None:
    graph = graph_of(path)
    statements = list(graph.subjects(RDF.type, AIKG.Statement))
    assert statements
    for node in statements:
        words = {n.language: str(n) for n in graph.objects(node, RDFS.label) if isinstance(n, Literal)}
        hangul, latin = (len(re.findall(letters, words["en"])) for letters in ("[가-힣]", "[A-Za-z]"))
        assert re.search("[가-힣]", words["ko"]) and hangul < latin, node
        assert graph.value(node, AIKG.reviewStatus) == URIRef(iris.concept("review-status/reviewed")), node


@pytest.mark.parametrize("path", ARTICLES, ids=label)
def test_locators_point_to_the_words_they_were_made_from(path: Path) -> None:
    graph, text = graph_of(path), dict(blocks(printed(path)))
    wrong, seen = [], 0
    for node in graph.subjects(RDF.type, AIKG.Evidence):
        block, start, end, digest = (str(graph.value(node, p)) for p in (AIKG.block, OA.start, OA.end, AIKG.digest))
        words = text.get(block, "")[int(start) : int(end)]
        found = hashlib.sha256("".join(words.split()).encode()).hexdigest()[:16]
        seen += 1
        if found != digest or words != words.strip() or str(node) != f"{article_iri(path)}/{block}.{start}-{end}":
            wrong.append(str(node))
    assert seen
    assert wrong == []


@pytest.mark.parametrize("path", ARTICLES, ids=label)
def test_every_key_point_is_covered(path: Path) -> None:
    keys = {name for name, _ in blocks(printed(path)) if name.startswith("k")}
    cited = {str(block) for block in graph_of(path).objects(None, AIKG.block)}
    assert keys
    assert keys - cited == set()


@pytest.mark.parametrize("path", ARTICLES, ids=label)
def test_title_is_that_of_the_print(path: Path) -> None:
    graph, article, found = graph_of(path), URIRef(article_iri(path)), printed(path)
    titles = {t.language: str(t) for t in graph.objects(article, DCTERMS.title) if isinstance(t, Literal)}
    assert titles["ko"] == normal(found["title"])
    assert titles["en"]


# ---------- candidates ----------


@pytest.mark.parametrize("path", CANDIDATES, ids=label)
def test_a_candidate_says_how_sure_the_machine_is_and_which_rule_found_it(path: Path) -> None:
    graph = graph_of(path)
    for node in graph.subjects(AIKG.reviewStatus, URIRef(iris.concept("review-status/candidate"))):
        if (node, RDF.type, AIKG.Statement) in graph:
            assert graph.value(node, AIKG.rule) and graph.value(node, AIKG.confidence), node
            assert {n.language for n in graph.objects(node, RDFS.label) if isinstance(n, Literal)} == {"ko", "en"}


@cache
def read(issue: str) -> dict[tuple[int, str], str]:
    """The blocks of a brief at hand, by article and block; skips the test where it is not."""
    path = SHARED / "briefs" / f"{issue}.pdf"
    if not path.is_file():
        pytest.skip(f"the brief {issue} is not at hand")
    return {(a.number, b.id): normal(b.text) for a in read_brief(path).articles for b in a.blocks}


@pytest.mark.parametrize("path", CANDIDATES, ids=label)
def test_locators_of_candidates_point_into_the_brief(path: Path) -> None:
    graph, texts, number = graph_of(path), read(path.parent.name), int(path.stem)
    for node in graph.subjects(RDF.type, AIKG.Evidence):
        block, start, end, digest = (str(graph.value(node, p)) for p in (AIKG.block, OA.start, OA.end, AIKG.digest))
        words = texts[number, block][int(start) : int(end)]
        assert hashlib.sha256("".join(words.split()).encode()).hexdigest()[:16] == digest, node
