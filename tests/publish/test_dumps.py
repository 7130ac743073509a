"""Every download says the same, in the same bytes for the same dataset, with checksums."""

import gzip
import hashlib
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse
from rdflib import Dataset, Graph

from aikg.graph.canonical import from_nquads, to_nquads
from aikg.publish.dumps import CHECKSUMS, DUMPS, to_bytes, write_dumps

TURTLE = """
@prefix : <https://w3id.org/ai-policy-kg/id/topic/> .
@prefix aikg: <https://w3id.org/ai-policy-kg/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:paint a aikg:Topic ; skos:prefLabel "페인트"@ko , "paint"@en ;
  skos:altLabel "a \\"quoted\\"\\nname"@en ; skos:broader :colour .
:colour a aikg:Topic ; skos:notation 12.5 , 7 , "text & <markup>" .
"""
TABLES = {"statements.csv", "figures.csv", "events.csv", "things.csv", "relations.graphml"}
TRIPLES = list(parse(TURTLE, format=RdfFormat.TURTLE))
NQUADS = to_nquads(Quad(q.subject, q.predicate, q.object, NamedNode(f"urn:g{n % 2}")) for n, q in enumerate(TRIPLES))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dumps") / "deep" / "download"
    write_dumps(NQUADS, folder)
    return folder


def test_files(written: Path) -> None:
    expected = {name for name, _, _ in DUMPS} | {"aikg.nq.gz", CHECKSUMS} | TABLES
    assert {path.name for path in written.iterdir()} == expected
    assert all(path.stat().st_size for path in written.iterdir())


@pytest.mark.parametrize(("name", "form", "datasets"), DUMPS, ids=[name for name, _, _ in DUMPS])
def test_content_survives(written: Path, name: str, form: RdfFormat, datasets: bool) -> None:
    found = list(parse((written / name).read_bytes(), format=form))
    quads = from_nquads(NQUADS)
    if datasets:
        assert set(found) == set(quads)
    else:
        assert {quad.triple for quad in found} == {quad.triple for quad in quads}
        assert len(found) == len(set(found))


@pytest.mark.parametrize(("name", "parser"), [("aikg.ttl", "turtle"), ("aikg.nt", "nt"), ("aikg.rdf", "xml")])
def test_other_tools_read_it(written: Path, name: str, parser: str) -> None:
    assert len(Graph().parse(written / name, format=parser)) == len(TRIPLES)


@pytest.mark.parametrize(("name", "parser"), [("aikg.trig", "trig"), ("aikg.jsonld", "json-ld")])
def test_other_tools_read_named_graphs(written: Path, name: str, parser: str) -> None:
    assert len(list(Dataset().parse(written / name, format=parser).quads())) == len(TRIPLES)


def test_same_bytes_again(written: Path, tmp_path: Path) -> None:
    again = write_dumps(NQUADS, tmp_path)
    assert {path.name: path.read_bytes() for path in again} == {p.name: p.read_bytes() for p in written.iterdir()}


@pytest.mark.parametrize(("name", "form", "datasets"), DUMPS, ids=[name for name, _, _ in DUMPS])
def test_the_order_of_quads_does_not_matter(name: str, form: RdfFormat, datasets: bool) -> None:
    quads = from_nquads(NQUADS)
    assert to_bytes(reversed(quads), form, datasets) == to_bytes(quads, form, datasets)


def test_triple_in_two_graphs_is_written_once() -> None:
    triple = Triple(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c"))
    quads = [Quad(triple.subject, triple.predicate, triple.object, NamedNode(g)) for g in ("urn:g", "urn:h")]
    assert to_bytes(quads, RdfFormat.N_TRIPLES, False) == b"<urn:a> <urn:b> <urn:c> .\n"


def test_turtle_reads_well(written: Path) -> None:
    text = (written / "aikg.ttl").read_text("utf-8")
    assert "topic:paint a aikg:Topic" in text
    assert "페인트" in text
    assert "ns1:" not in text


def test_compressed_dataset_has_no_clock(written: Path) -> None:
    packed = (written / "aikg.nq.gz").read_bytes()
    assert gzip.decompress(packed) == NQUADS
    assert packed[4:8] == bytes(4)


def test_checksums_in_the_form_of_sha256sum(written: Path) -> None:
    lines = (written / CHECKSUMS).read_text("utf-8").splitlines()
    listed = {line[66:]: line[:64] for line in lines}
    files = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in written.iterdir() if p.name != CHECKSUMS}
    assert listed == files
    assert {line[64:66] for line in lines} == {"  "}


def test_a_full_disk_leaves_the_earlier_downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_dumps(NQUADS, tmp_path, ["ttl"])
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    real = Path.write_bytes

    def fail(self: Path, content: bytes) -> int:
        if self.name == CHECKSUMS:
            raise OSError(28, "No space left on device")
        return real(self, content)

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="No space"):
        write_dumps(NQUADS.splitlines(True)[0], tmp_path, ["ttl", "nt"])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
