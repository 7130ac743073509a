"""IRIs are minted in one place and in one way."""

from pathlib import PurePath

import pytest

from aikg.vocabulary import iris
from aikg.vocabulary.namespaces import ID, VOC


def test_things_and_concepts() -> None:
    assert iris.entity("org/example") == ID + "org/example"
    assert iris.concept("modality/plan") == VOC + "modality/plan"
    assert iris.brief("x-2031-05") == ID + "brief/x-2031-05"
    assert iris.section("x-2031-05", 2) == ID + "brief/x-2031-05/section/2"
    assert iris.article("x-2031-05", 7) == ID + "article/x-2031-05/07"


@pytest.mark.parametrize(
    ("notation", "step"),
    [
        ("2031", "2031"),
        ("2031-Q2", "2031-Q2"),
        ("..2031-06", "until-2031-06"),
        ("2031-06..", "from-2031-06"),
        ("2031-06-01/2031-06-02", "2031-06-01_2031-06-02"),
    ],
)
def test_time_spans_have_one_step(notation: str, step: str) -> None:
    assert iris.time_span(notation) == f"{ID}time/{step}"


@pytest.mark.parametrize(
    ("file", "graph"),
    [
        ("briefs/x-2031-05/07.ttl", iris.article("x-2031-05", 7)),
        ("briefs/x-2031-05/brief.ttl", iris.brief("x-2031-05")),
        ("briefs/x-2031-05/conferences.ttl", iris.brief("x-2031-05") + "/conferences"),
        ("registry/people.ttl", iris.REGISTRY_GRAPH),
        ("anything.ttl", iris.REGISTRY_GRAPH),
    ],
)
def test_every_file_has_a_graph(file: str, graph: str) -> None:
    assert iris.graph_of_file(PurePath(file)) == graph


@pytest.mark.parametrize(("iri", "slug"), [(ID + "org/example", "example"), ("https://example.org/ns#Thing", "Thing")])
def test_slug(iri: str, slug: str) -> None:
    assert iris.slug(iri) == slug
