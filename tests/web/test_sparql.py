"""The endpoint over HTTP: the protocol, negotiation, limits, hostile requests."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import ChoiceLoader, DictLoader
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from aikg.graph.canonical import to_nquads
from aikg.graph.guard import MAX_BYTES
from aikg.graph.pool import QueryPool
from aikg.graph.store import KnowledgeGraph, fill
from aikg.web import sparql

SELECT = "SELECT ?o { <http://example.org/a> ?p ?o } ORDER BY ?o"
CONSTRUCT = "CONSTRUCT WHERE { <http://example.org/a> ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?s{n} ?p{n} ?o{n} ." for n in range(6)) + " }"
JSON = "application/sparql-results+json"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
FORM = "application/x-www-form-urlencoded"
SD = "http://www.w3.org/ns/sparql-service-description#"
BASE = (
    "<html><head>{% block head %}{% endblock %}</head>{% block main %}{% endblock %}{% block scripts %}{% endblock %}"
)


@dataclass(frozen=True)
class Site:
    """As little of a site as the endpoint needs."""

    graph: KnowledgeGraph
    pool: QueryPool
    revision: str = "r1"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("store") / "oxigraph"
    store = Store(str(folder))
    about = NamedNode("http://example.org/a"), NamedNode("http://example.org/p")
    quads = [Quad(*about, Literal(f"값 {n:03}"), NamedNode(f"http://example.org/g{n % 2}")) for n in range(200)]
    fill(store, to_nquads(quads))
    store.flush()
    del store
    app = Flask("aikg.web")
    app.jinja_loader = ChoiceLoader([DictLoader({"base.html": BASE}), app.jinja_loader])  # type: ignore[list-item]
    app.jinja_env.globals["_"] = str
    app.register_blueprint(sparql.blueprint)
    with QueryPool(folder, seconds=30.0, patience=60.0) as pool:
        app.extensions["aikg"] = Site(KnowledgeGraph.open(folder), pool)
        yield app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def ask(client: FlaskClient, query: str = SELECT, accept: str = "*/*", **parameters: str):  # type: ignore[no-untyped-def]
    return client.get("/sparql", query_string={"query": query, **parameters}, headers={"Accept": accept})


def values(response) -> list[str]:  # type: ignore[no-untyped-def]
    return [row["o"]["value"] for row in json.loads(response.data)["results"]["bindings"]]


def test_a_query_by_every_way_of_the_protocol(client: FlaskClient) -> None:
    by_get = ask(client)
    by_form = client.post("/sparql", data={"query": SELECT})
    direct = client.post("/sparql", data=SELECT, content_type="application/sparql-query; charset=UTF-8")
    for response in (by_get, by_form, direct):
        assert (response.status_code, response.mimetype) == (200, JSON)
        assert len(values(response)) == 200


def test_graphs_of_the_protocol_make_the_dataset(client: FlaskClient) -> None:
    graph = "http://example.org/g1"
    within = "SELECT ?o { GRAPH ?g { ?s ?p ?o } }"
    assert len(values(ask(client, **{"default-graph-uri": graph}))) == 100
    assert len(values(ask(client, within, **{"named-graph-uri": graph}))) == 100
    address = f"/sparql?default-graph-uri={quote(graph)}"
    direct = client.post(address, data=SELECT, content_type="application/sparql-query")
    assert len(values(direct)) == 100
    assert len(values(client.post("/sparql", data={"query": SELECT, "default-graph-uri": graph}))) == 100


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/json", JSON),
        ("text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("text/tab-separated-values, text/csv;q=0.9", "text/tab-separated-values"),
        (
            "application/sparql-results+xml;q=0.5, application/sparql-results+json;q=0.4",
            "application/sparql-results+xml",
        ),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("text/turtle, text/csv;q=0.1", "text/csv"),
        ("image/png, " + JSON + ";q=0.1", JSON),
    ],
)
def test_tables_are_negotiated(client: FlaskClient, accept: str, media_type: str) -> None:
    response = ask(client, accept=accept)
    assert (response.status_code, response.mimetype) == (200, media_type)
    assert "Accept" in response.headers["Vary"]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "text/turtle"),
        ("application/json", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/n-triples;q=0.9, text/turtle;q=0.8", "application/n-triples"),
        (f"{JSON}, */*;q=0.1", "text/turtle"),
    ],
)
def test_graphs_are_negotiated(client: FlaskClient, accept: str, media_type: str) -> None:
    response = ask(client, CONSTRUCT, accept)
    assert (response.status_code, response.mimetype) == (200, media_type)
    assert len({quad.object for quad in parse(response.data, RdfFormat.from_media_type(media_type))}) == 200


@pytest.mark.parametrize("name", ["json", "xml", "csv", "tsv"])
def test_the_format_parameter_wins_over_the_header(client: FlaskClient, name: str) -> None:
    assert name in ask(client, accept=BROWSER, format=name).content_type.replace("tab-separated-values", "tsv")
    assert ask(client, CONSTRUCT, BROWSER, format="rdf").mimetype == "application/rdf+xml"


@pytest.mark.parametrize("accept", ["image/png", "garbage", ";;;", "text/turtle", "*/*;q=0", "text/html;q=0"])
def test_what_cannot_be_given_is_406(client: FlaskClient, accept: str) -> None:
    response = ask(client, accept=accept)
    assert response.status_code == 406
    assert json.loads(response.data)["detail"]


@pytest.mark.parametrize("accept", [",", "a" * 5000, "text/csv;q=nan", "text/csv;q=x", "\xff\xfe", "*/*," * 500])
def test_a_bad_accept_header_never_breaks(client: FlaskClient, accept: str) -> None:
    assert ask(client, accept=accept).status_code in (200, 406)


def test_browsers_get_the_editor(client: FlaskClient) -> None:
    for address in ("/sparql", "/sparql?query=", "/sparql?query=" + quote("ASK { ?s ?p '</textarea><script>' }")):
        response = client.get(address, headers={"Accept": BROWSER})
        assert (response.status_code, response.mimetype) == (200, "text/html")
        assert 'data-endpoint="/sparql"' in response.text
        assert "'</textarea>" not in response.text
    assert "&lt;/textarea&gt;" in response.text
    assert "<script>" not in response.text


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "text/turtle"),
        ("", "text/turtle"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json, text/html;q=0.5", "application/ld+json"),
    ],
)
def test_rdf_clients_get_the_service_description(client: FlaskClient, accept: str, media_type: str) -> None:
    response = client.get("/sparql", headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (200, media_type)
    triples = {q.triple for q in parse(response.data, RdfFormat.from_media_type(media_type))}
    endpoints = [triple.object.value for triple in triples if triple.predicate.value == SD + "endpoint"]
    assert endpoints == ["http://localhost/sparql"]
    assert sum(triple.predicate.value == SD + "resultFormat" for triple in triples) == 8
    features = {triple.object.value for triple in triples if triple.predicate.value == SD + "feature"}
    assert features == {SD + "UnionDefaultGraph"}
    assert client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/sparql?format=nt").mimetype == "application/n-triples"
    assert client.get("/sparql?format=csv").status_code == 406


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * {", "cannot be run"),
        ("", "empty"),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", "read only"),
        ("DROP ALL", "read only"),
        ("\\u0044ROP ALL", "read only"),
        ("SELECT * { SERVICE <http://127.0.0.1/> {} }", "SERVICE"),
        ("SELECT * { seRVice<http://127.0.0.1/>{} }", "SERVICE"),
        ("SELECT * " + "{" * 5000, "levels of brackets"),
        ("SELECT (" + "STR(" * 3000 + "1", "levels of brackets"),
        ("ASK { ?s ?p '\x00' }", "control character"),
    ],
)
def test_bad_queries_are_400_with_the_reason(client: FlaskClient, query: str, said: str) -> None:
    for response in (ask(client, query), client.post("/sparql", data={"query": query})):
        assert (response.status_code, response.mimetype) == (400, "application/problem+json")
        assert said in json.loads(response.data)["detail"]
        assert {"type", "title", "status", "detail"} <= set(json.loads(response.data))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/sparql?query=%FF", "parameter 'query' is not UTF-8"),
        ("/sparql?query=ASK%7B%7D&format=%C3%28", "parameter 'format' is not UTF-8"),
        ("/sparql?update=DROP+ALL", "read only"),
        ("/sparql?query=ASK%7B%7D&update=DROP+ALL", "read only"),
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "2 times"),
        ("/sparql?query=ASK%7B%7D&format=docx", "choose json"),
        ("/sparql?query=ASK%7B%7D&timeout=soon", "timeout"),
        ("/sparql?query=ASK%7B%7D&timeout=-1", "timeout"),
        ("/sparql?query=ASK%7B%7D&timeout=nan", "timeout"),
        ("/sparql?query=ASK%7B%7D&default-graph-uri=no+iri", "IRI"),
        ("/sparql?" + "a=b&" * 300, "parameters"),
    ],
)
def test_bad_parameters_are_400_with_the_reason(client: FlaskClient, address: str, said: str) -> None:
    response = client.get(address)
    assert response.status_code == 400
    assert said in json.loads(response.data)["detail"]


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"query=%FF", FORM, 400),
        (b"\xff\xfe", "application/sparql-query", 400),
        (b"update=DROP+ALL", FORM, 400),
        (b"DROP ALL", "application/sparql-update", 400),
        (b"nothing=here", FORM, 400),
        (b"query=ASK%7B%7D", "text/plain", 415),
        (b"ASK {}", "", 415),
        (b"ASK {}", "application/json", 415),
        ("ASK {}".encode("utf-16"), "application/sparql-query; charset=UTF-16", 415),
        (b"ASK {}", "application/sparql-query; charset=nonsense", 415),
        (b"query=" + b"x" * 100_000, FORM, 413),
        (b"ASK {" + b" " * MAX_BYTES + b"}", "application/sparql-query", 413),
    ],
)
def test_bad_bodies(client: FlaskClient, body: bytes, content_type: str, status: int) -> None:
    response = client.post("/sparql", data=body, content_type=content_type)
    assert response.status_code == status
    assert json.loads(response.data)["status"] == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_405(client: FlaskClient, method: str) -> None:
    response = client.open("/sparql", method=method)
    assert response.status_code == 405
    assert "POST" in response.headers["Allow"]


def test_an_endless_query_is_504_and_others_are_answered(client: FlaskClient) -> None:
    response = ask(client, ENDLESS, timeout="1")
    assert (response.status_code, response.mimetype) == (504, "application/problem+json")
    assert "no partial answer" in json.loads(response.data)["detail"]
    assert ask(client, "ASK {}").json["boolean"] is True


def test_a_busy_endpoint_is_503(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pool = QueryPool(tmp_path, workers=0, patience=0.0)
    monkeypatch.setitem(app.extensions, "aikg", Site(app.extensions["aikg"].graph, pool))
    response = ask(client)
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    pool.close()


def test_people_get_errors_as_text(client: FlaskClient) -> None:
    response = ask(client, "SELECT * {", BROWSER, format="json")
    assert (response.status_code, response.mimetype) == (400, "text/plain")


def test_pages_elsewhere_may_read(client: FlaskClient) -> None:
    for response in (ask(client), ask(client, "nonsense"), client.get("/sparql"), client.options("/sparql")):
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in response.headers
    preflight = client.options("/sparql", headers={"Access-Control-Request-Method": "POST"})
    assert preflight.status_code == 204
    assert "Content-Type" in preflight.headers["Access-Control-Allow-Headers"]


def test_an_unchanged_answer_is_304(client: FlaskClient) -> None:
    first = ask(client)
    tag = first.headers["ETag"]
    again = client.get("/sparql", query_string={"query": SELECT}, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    assert "Accept" in again.headers["Vary"]
    assert ask(client).headers["ETag"] == tag


def test_another_question_form_or_revision_has_another_tag(app: Flask, client: FlaskClient) -> None:
    tags = [
        ask(client).headers["ETag"],
        ask(client, CONSTRUCT).headers["ETag"],
        ask(client, accept="text/csv").headers["ETag"],
        ask(client, **{"default-graph-uri": "http://example.org/g0"}).headers["ETag"],
    ]
    site = app.extensions["aikg"]
    app.extensions["aikg"] = Site(site.graph, site.pool, "r2")
    tags.append(ask(client).headers["ETag"])
    app.extensions["aikg"] = site
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize(
    "query", ["SELECT (NOW() AS ?o) {}", "SELECT (struuid() AS ?o) {}", "SELECT (RAND() AS ?o) {}"]
)
def test_what_changes_by_itself_has_no_tag(client: FlaskClient, query: str) -> None:
    response = client.get("/sparql", query_string={"query": query}, headers={"If-None-Match": "*"})
    assert response.status_code == 200
    assert "ETag" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"


def test_errors_have_no_tag_and_a_star_matches_nothing(client: FlaskClient) -> None:
    assert "ETag" not in ask(client, "SELECT * {").headers
    starred = client.get("/sparql", query_string={"query": SELECT}, headers={"If-None-Match": "*"})
    assert starred.status_code == 200


def test_head_is_get_without_the_body(client: FlaskClient) -> None:
    response = client.head("/sparql", query_string={"query": SELECT})
    assert (response.status_code, response.mimetype, response.data) == (200, JSON, b"")


def test_answers_are_not_run_by_browsers(client: FlaskClient) -> None:
    response = ask(client, "CONSTRUCT { ?s <http://www.w3.org/1999/xhtml#script> 'x' } { ?s ?p ?o }", format="rdf")
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_korean_goes_through(client: FlaskClient) -> None:
    response = ask(client, "SELECT ?o { ?s ?p ?o FILTER(?o = '값 007') }")
    assert values(response) == ["값 007"]
    assert json.loads(response.data)["head"]["vars"] == ["o"]
