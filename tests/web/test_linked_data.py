"""Names of things lead to pages or data (303), data comes in every form, and every page has its data twin."""

import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse
from rdflib import ORG, Graph, URIRef

from aikg.graph.formats import GRAPH_FORMATS
from aikg.vocabulary.namespaces import ID
from tests.web.reading import BROWSER, Page, html, rdf

ALLIANCE = URIRef(ID + "org/ai-alliance")


@pytest.mark.parametrize(
    ("accept", "location"),
    [
        (BROWSER, "/page/org/ibm"),
        ("*/*", "/page/org/ibm"),
        ("", "/page/org/ibm"),
        ("text/turtle", "/data/org/ibm.ttl"),
        ("application/ld+json", "/data/org/ibm.jsonld"),
        ("application/n-triples", "/data/org/ibm.nt"),
        ("application/rdf+xml", "/data/org/ibm.rdf"),
        ("application/trig", "/data/org/ibm.trig"),
        ("application/n-quads", "/data/org/ibm.nq"),
        ("text/html;q=0.5, text/turtle", "/data/org/ibm.ttl"),
        ("text/turtle;q=0.5, text/html", "/page/org/ibm"),
        ("application/json", "/data/org/ibm.jsonld"),
        ("application/json, image/png;q=0.1", "/data/org/ibm.jsonld"),
        ("application/json;q=0.9, application/rdf+xml;q=0.8", "/data/org/ibm.rdf"),
    ],
)
def test_a_name_leads_to_what_is_wanted(client: FlaskClient, accept: str, location: str) -> None:
    response = client.get("/id/org/ibm", headers={"Accept": accept} if accept else {})
    assert (response.status_code, response.headers["Location"]) == (303, location)
    assert "Accept" in response.headers["Vary"]


def test_plain_json_is_linked_data_too(client: FlaskClient) -> None:
    response = client.get("/data/org/ibm", headers={"Accept": "application/json"})
    assert response.mimetype == "application/ld+json"
    assert (ALLIANCE, ORG.hasMember, URIRef(ID + "org/ibm")) in rdf(client.get("/data/org/ai-alliance.json"), "json-ld")


@pytest.mark.parametrize(
    "address", ["/id/org/ibm", "/data/org/ibm.ttl", "/data/org/nobody.ttl", "/id/org/nobody", "/ns"]
)
def test_pages_of_other_sites_may_follow_a_name_to_its_data(client: FlaskClient, address: str) -> None:
    headers = {"Accept": "text/turtle", "Origin": "https://example.org"}
    assert client.get(address, headers=headers).headers["Access-Control-Allow-Origin"] == "*"
    asked = client.options(address, headers=headers | {"Access-Control-Request-Method": "GET"})
    assert asked.headers["Access-Control-Allow-Origin"] == "*"
    assert "Accept" in asked.headers["Access-Control-Allow-Headers"]


def test_pages_for_people_are_not_shared(client: FlaskClient) -> None:
    response = client.get("/page/org/ibm", headers={"Accept": BROWSER, "Origin": "https://example.org"})
    assert "Access-Control-Allow-Origin" not in response.headers


def test_concepts_have_names_too(client: FlaskClient) -> None:
    response = client.get("/voc/modality/forecast", headers={"Accept": "text/turtle"})
    assert (response.status_code, response.headers["Location"]) == (303, "/data/voc/modality/forecast.ttl")
    assert client.get("/page/voc/modality/forecast").status_code == 200


@pytest.mark.parametrize(
    "path", ["/id/org/ibm", "/data/org/ibm", "/ontology", "/shapes", "/questions/alliance-members"]
)
def test_what_nobody_can_give_is_406_with_a_list(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers={"Accept": "image/png"})
    assert response.status_code == 406
    assert "text/turtle" in response.json["detail"] or "text/csv" in response.json["detail"]  # type: ignore[index]


@pytest.mark.parametrize("form", GRAPH_FORMATS, ids=lambda form: form.suffix)
def test_data_comes_in_every_form_and_says_the_same(client: FlaskClient, form) -> None:  # type: ignore[no-untyped-def]
    response = client.get(f"/data/org/ai-alliance.{form.suffix}")
    assert (response.status_code, response.mimetype) == (200, form.media_type)
    turtle = client.get("/data/org/ai-alliance.ttl")
    read = {quad.triple for quad in parse(response.data, format=form.rdf)}
    assert read == {quad.triple for quad in parse(turtle.data, format=RdfFormat.TURTLE)}


def test_data_is_negotiated_without_a_suffix(client: FlaskClient) -> None:
    assert client.get("/data/org/ibm").mimetype == "text/turtle"
    assert client.get("/data/org/ibm", headers={"Accept": "application/rdf+xml"}).mimetype == "application/rdf+xml"


def test_data_has_the_statements_and_names_its_page(client: FlaskClient) -> None:
    response = client.get("/data/org/ai-alliance.ttl")
    graph = rdf(response)
    assert len(set(graph.objects(ALLIANCE, ORG.hasMember))) == 10
    assert any(str(subject).startswith(ID + "article/spri-2024-01/09/s") for subject in graph.subjects())
    assert response.headers["Link"] == '</page/org/ai-alliance>; rel="alternate"; type="text/html"'
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_data_of_an_article_is_its_graph(client: FlaskClient) -> None:
    graph = rdf(client.get("/data/article/spri-2024-01/09.ttl"))
    assert URIRef(ID + "article/spri-2024-01/09/s01") in set(graph.subjects())


PAGES = ["/page/org/ai-alliance", "/page/article/spri-2024-01/09", "/page/article/spri-2024-01/09/s01"]
PAGES += ["/page/voc/modality/fact", "/page/brief/spri-2024-01", "/browse?kind=law", "/timeline?year=2024"]
PAGES += ["/figures?measure=market-size", "/questions", "/questions/alliance-members", "/search?q=gemini"]
PAGES += ["/graph?focus=org/ibm&depth=2", "/ontology", "/shapes", "/download/"]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_links_its_data_twins_which_parse(client: FlaskClient, address: str) -> None:
    found = {
        str(a.get("type")): str(a.get("href"))
        for tag, a in Page(html(client, address)).tags
        if "type" in a and "href" in a
    }
    turtle, json_like = found["text/turtle"], found.get("application/json") or found.get("application/ld+json")
    assert len(rdf(client.get(turtle))) > 0
    answer = client.get(json_like or found["application/sparql-results+json"])
    assert answer.status_code == 200
    assert answer.get_json(force=True)


def test_a_twin_of_a_list_says_what_the_list_says(client: FlaskClient) -> None:
    events = client.get("/timeline.json?year=2024").get_json()["events"]
    assert events
    assert all(event["page"] in html(client, "/timeline?year=2024") for event in events[:20])
    about = {str(subject) for subject in rdf(client.get("/timeline.ttl?year=2024")).subjects()}
    assert {event["iri"] for event in events} <= about


def test_a_suffix_on_the_page_is_the_data(client: FlaskClient) -> None:
    assert client.get("/page/org/ibm.ttl").data == client.get("/data/org/ibm.ttl").data


def test_head_has_the_headers_and_no_body(client: FlaskClient) -> None:
    for path in ("/", "/page/org/ibm", "/data/org/ibm.ttl", "/download/aikg.ttl", "/timeline", "/figures.json"):
        head, get = client.head(path), client.get(path)
        assert (head.status_code, head.data) == (200, b"")
        assert head.headers["Content-Type"] == get.headers["Content-Type"]
    assert client.head("/id/org/ibm").status_code == 303
    assert client.head("/id/org/nobody").status_code == 404


def test_an_endpoint_of_linked_data_can_be_followed_by_a_client(client: FlaskClient) -> None:
    response = client.get("/id/org/ibm", headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert (URIRef(ID + "org/ibm"), ORG.memberOf, ALLIANCE) in Graph().parse(data=response.data, format="turtle")
