"""Shapes are loaded with errors that name the file, and the data reaches them as it was written."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import SH, XSD, Graph, URIRef

from aikg import resources
from aikg.errors import SourceError
from aikg.validation.shapes import check_shapes, load_shapes, to_rdflib

SHAPE = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
<urn:shape> a sh:NodeShape ; sh:targetClass <urn:Thing> ;
  sh:property [ sh:path <urn:name> ; sh:minCount 1 ; sh:message "A name is needed."@en , "이름이 필요합니다."@ko ] .
"""


def test_every_shape_file_is_loaded() -> None:
    shapes = load_shapes(resources.folder("shapes"))
    files = [path for path in resources.folder("shapes").glob("*.ttl") if "sh:NodeShape" in path.read_text("utf-8")]
    assert len(files) == 25
    assert len(set(shapes.subjects(SH.targetClass))) >= len(files)


def test_broken_shape_file(tmp_path: Path) -> None:
    (tmp_path / "good.ttl").write_text(SHAPE, encoding="utf-8")
    (tmp_path / "odd.ttl").write_text("<urn:a> <urn:b>\n\n<urn:c", encoding="utf-8")
    with pytest.raises(SourceError, match=r"shapes/odd\.ttl"):
        load_shapes(tmp_path)


def test_shape_file_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "odd.ttl").write_bytes("<urn:a> <urn:b> '등대' .".encode("cp949"))
    with pytest.raises(SourceError, match=r"shapes/odd\.ttl"):
        load_shapes(tmp_path)


def test_finding_has_both_messages() -> None:
    data = Graph().parse(data="<urn:x> a <urn:Thing> .", format="turtle")
    (result,) = check_shapes(data, Graph().parse(data=SHAPE, format="turtle"))
    assert (result.severity, result.focus_node, result.result_path) == ("Violation", "urn:x", "urn:name")
    assert (result.message_en, result.message_ko) == ("A name is needed.", "이름이 필요합니다.")


def test_lexical_forms_reach_the_shapes() -> None:
    """The store would turn 12.50 into 12.5; what is checked is what was written."""
    quads = parse('<urn:a> <urn:b> 12.50 , "등대"@ko , "plain" , <urn:c> .', format=RdfFormat.TURTLE)
    found = {o.n3() for o in to_rdflib(quads).objects(URIRef("urn:a"))}
    assert found == {f'"12.50"^^<{XSD.decimal}>', '"등대"@ko', f'"plain"^^<{XSD.string}>', "<urn:c>"}
