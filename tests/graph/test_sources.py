"""Sources are read file by file, and an error says which file and which line."""

from pathlib import Path

import pytest
from pyoxigraph import Literal

from aikg.errors import SourceError
from aikg.graph.sources import line_of, read_file, read_sources
from aikg.vocabulary import iris

GOOD = '@prefix : <https://w3id.org/ai-policy-kg/id/topic/> .\n\n:paint a <urn:Topic> ;\n  <urn:name> "등대"@ko .\n'


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_quads_stand_in_the_graph_of_the_file_in_their_order(tmp_path: Path) -> None:
    source = read_file(written(tmp_path / "a.ttl", GOOD), "data/a.ttl", "urn:graph")
    assert [quad.predicate.value.rsplit("#")[-1] for quad in source.quads] == ["type", "urn:name"]
    assert {str(quad.graph_name) for quad in source.quads} == {"<urn:graph>"}
    assert source.quads[1].object == Literal("등대", language="ko")


def test_broken_turtle_names_file_and_line(tmp_path: Path) -> None:
    path = written(tmp_path / "a.ttl", GOOD + "\n:colour a ; <urn:Topic> .\n")
    with pytest.raises(SourceError, match=r"^data/a\.ttl, line 6: ") as caught:
        read_file(path, "data/a.ttl", "urn:graph")
    assert caught.value.exit_status == 3
    assert caught.value.remedy


def test_unknown_prefix_names_file_and_line(tmp_path: Path) -> None:
    path = written(tmp_path / "a.ttl", GOOD + "nope:colour a <urn:Topic> .\n")
    with pytest.raises(SourceError, match=r"^data/a\.ttl, line 5: .*nope"):
        read_file(path, "data/a.ttl", "urn:graph")


def test_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = written(tmp_path / "a.ttl", GOOD.encode("cp949"))
    with pytest.raises(SourceError, match=r"^data/a\.ttl: cannot be read: .*utf-8") as caught:
        read_file(path, "data/a.ttl", "urn:graph")
    assert "UTF-8" in caught.value.remedy


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"^data/a\.ttl: cannot be read"):
        read_file(tmp_path / "a.ttl", "data/a.ttl", "urn:graph")


@pytest.mark.parametrize("text", ["[] <urn:b> <urn:c> .", "<urn:a> <urn:b> [ <urn:c> 1 ] .", "<urn:a> <urn:b> _:x ."])
def test_blank_nodes_are_refused(tmp_path: Path, text: str) -> None:
    path = written(tmp_path / "a.ttl", text)
    with pytest.raises(SourceError, match=r"^data/a\.ttl: a blank node"):
        read_file(path, "data/a.ttl", "urn:graph")


def test_folders_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    data, ontology = tmp_path / "data", tmp_path / "ontology"
    for place in ("registry/b.ttl", "briefs/x-2031-05/07.ttl", "registry/a.ttl"):
        written(data / place, GOOD)
    written(ontology / "concepts" / "c.ttl", GOOD)
    written(data / "README.md", "not Turtle")
    files = read_sources(data, ontology)
    assert [(file.name, file.graph) for file in files] == [
        ("data/briefs/x-2031-05/07.ttl", iris.article("x-2031-05", 7)),
        ("data/registry/a.ttl", iris.REGISTRY_GRAPH),
        ("data/registry/b.ttl", iris.REGISTRY_GRAPH),
        ("ontology/concepts/c.ttl", iris.ONTOLOGY_GRAPH),
    ]


def test_no_sources(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no Turtle files"):
        read_sources(tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (GOOD, 3),
        ("<https://w3id.org/ai-policy-kg/id/topic/paint> a <urn:Topic> .\n", 1),
        ("@prefix id: <https://w3id.org/ai-policy-kg/id/> .\nid:topic\\/paint a <urn:Topic> .\n", 2),
        ("@prefix : <https://w3id.org/ai-policy-kg/id/topic/> .\n:other <urn:b> :paint .\n", None),
    ],
    ids=["prefix", "whole", "escaped", "only an object"],
)
def test_line_of_a_node(tmp_path: Path, text: str, line: int | None) -> None:
    source = read_file(written(tmp_path / "a.ttl", text), "a.ttl", "urn:graph")
    assert line_of(source, "https://w3id.org/ai-policy-kg/id/topic/paint") == line
