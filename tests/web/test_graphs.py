"""The relations around a thing, drawn, in words and as data."""

import pytest
from flask.testing import FlaskClient
from rdflib import ORG, URIRef

from aikg.vocabulary.namespaces import ID
from tests.web.reading import rdf, text

IBM, ALLIANCE = ID + "org/ibm", ID + "org/ai-alliance"


def test_neighbours_have_names_kinds_and_pages(client: FlaskClient) -> None:
    content = client.get("/graph.json?focus=org/ai-alliance&lang=en").get_json()
    nodes = {node["id"]: node for node in content["nodes"]}
    assert nodes[IBM] == {
        "id": IBM,
        "label": "IBM",
        "kind": "org",
        "focus": False,
        "page": "/page/org/ibm",
        "graph": "/graph?focus=org/ibm",
    }
    assert nodes[ALLIANCE]["focus"]
    links = [(link["source"], link["label"], link["target"]) for link in content["links"]]
    assert (IBM, "member of", ALLIANCE) in links
    assert all(link["source"] in nodes and link["target"] in nodes for link in content["links"])


def test_deeper_is_more_but_never_too_much(client: FlaskClient) -> None:
    sizes = [len(client.get(f"/graph.json?depth={n}").get_json()["nodes"]) for n in (1, 2, 3)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[2] <= 120


def test_a_small_drawing_keeps_what_relates_directly(client: FlaskClient) -> None:
    nodes = client.get("/graph.json?focus=org/ai-alliance&most=11").get_json()["nodes"]
    assert len(nodes) == 11
    assert {node["kind"] for node in nodes} == {"org"}


def test_the_relations_in_words_need_no_script(client: FlaskClient) -> None:
    assert "IBM 소속 AI 얼라이언스" in text(client, "/graph?focus=org/ai-alliance")


def test_links_as_triples(client: FlaskClient) -> None:
    assert (URIRef(IBM), ORG.memberOf, URIRef(ALLIANCE)) in rdf(client.get("/graph.ttl?focus=org/ibm"))


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("focus=org/nobody", 404),
        ("focus=a%20b", 404),
        ("depth=4", 400),
        ("depth=x", 400),
        ("most=1", 400),
        ("most=9999", 400),
    ],
)
def test_what_makes_no_sense_is_refused(client: FlaskClient, query: str, status: int) -> None:
    assert client.get(f"/graph.json?{query}").status_code == status
    if "most" not in query:
        assert client.get(f"/graph?{query}").status_code == status
