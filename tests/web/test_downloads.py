"""The whole dataset to take away, with checksums and a description; nothing else leaves the folder."""

import csv
import hashlib
import io
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from rdflib import DCAT, RDF, VOID, Dataset, Graph, URIRef

from aikg.web.site import Site
from tests.web.reading import Page, html, rdf, text

FILES = ["aikg.ttl", "aikg.trig", "aikg.nt", "aikg.jsonld", "aikg.rdf", "aikg.nq.gz", "SHA256SUMS", "relations.graphml"]
FILES += ["statements.csv", "figures.csv", "events.csv", "things.csv"]


def test_the_list_names_and_explains_every_file(client: FlaskClient) -> None:
    for lang in ("ko", "en"):
        links = Page(html(client, "/download/", lang)).links
        assert {f"/download/{name}" for name in FILES} <= set(links)
    assert "TriG" in text(client, "/download/")
    assert client.get("/download").headers["Location"] == "/download/"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("aikg.ttl", "text/turtle"),
        ("aikg.trig", "application/trig"),
        ("aikg.nt", "application/n-triples"),
        ("aikg.jsonld", "application/ld+json"),
        ("aikg.rdf", "application/rdf+xml"),
        ("aikg.nq.gz", "application/gzip"),
        ("statements.csv", "text/csv"),
        ("relations.graphml", "application/graphml+xml"),
        ("SHA256SUMS", "text/plain"),
    ],
)
def test_files_have_their_type_and_their_checksum(client: FlaskClient, name: str, media_type: str) -> None:
    response = client.get(f"/download/{name}")
    assert (response.status_code, response.mimetype) == (200, media_type)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    sums = dict(line.split("  ")[::-1] for line in client.get("/download/SHA256SUMS").text.splitlines())
    assert name == "SHA256SUMS" or sums[name] == hashlib.sha256(response.data).hexdigest()


def test_turtle_parses_in_another_tool_and_has_everything(client: FlaskClient, site: Site) -> None:
    graph = Graph().parse(data=client.get("/download/aikg.ttl").data, format="turtle")
    triples = {quad.triple for quad in site.everything.graph.named()}
    assert len(graph) == len(triples)


def test_named_graphs_survive(client: FlaskClient) -> None:
    dataset = Dataset().parse(data=client.get("/download/aikg.trig").data, format="trig")
    names = {str(graph.identifier) for graph in dataset.graphs()}
    assert "https://w3id.org/ai-policy-kg/id/article/spri-2024-01/09" in names


def test_tables_open_in_spreadsheets(client: FlaskClient) -> None:
    raw = client.get("/download/figures.csv").data
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    gartner = [row for row in rows if row["claimants_en"] == "Gartner" and row["measure_en"] == "market size"]
    assert [(row["value"], row["currency"], row["modality"]) for row in gartner] == [
        ("119000000000", "USD", "forecast")
    ]


def test_relations_open_in_network_tools(client: FlaskClient) -> None:
    root = ElementTree.fromstring(client.get("/download/relations.graphml").data)  # noqa: S314 (our own file)
    spaced = "{http://graphml.graphdrawing.org/xmlns}"
    assert len(list(root.iter(spaced + "edge"))) > len(list(root.iter(spaced + "node"))) / 2 > 100


def test_part_of_a_file(client: FlaskClient) -> None:
    response = client.get("/download/aikg.ttl", headers={"Range": "bytes=0-9"})
    assert (response.status_code, len(response.data)) == (206, 10)
    assert client.get("/download/aikg.ttl", headers={"If-None-Match": response.headers["ETag"]}).status_code == 304


PATHS = ["/download/../secret", "/download/..%2Fsecret", "/download/%2e%2e/secret", "/download/....//secret"]
PATHS += ["/download/..%5Csecret", "/download/%252e%252e%252fsecret", "/download//etc/passwd", "/download/aikg.ttl/"]
PATHS += ["/download/aikg.ttl%00.png", "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/templates/base.html"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_else_leaves_the_folder(client: FlaskClient, path: str) -> None:
    response = client.get(path, follow_redirects=True)
    assert response.status_code in (400, 404), path
    assert b"not for visitors" not in response.data
    assert b"create_app" not in response.data


@pytest.mark.parametrize("suffix", ["", ".ttl", ".json", ".rdf", ".nt"])
def test_the_description_names_every_file(client: FlaskClient, suffix: str) -> None:
    form = {"": "turtle", ".ttl": "turtle", ".json": "json-ld", ".rdf": "xml", ".nt": "nt"}[suffix]
    graph = rdf(client.get("/.well-known/void" + suffix), form)
    (dataset,) = graph.subjects(RDF.type, VOID.Dataset)
    distributions = {str(address).rsplit("/", 1)[-1] for address in graph.objects(dataset, DCAT.distribution)}
    assert distributions == set(FILES)
    assert (dataset, VOID.sparqlEndpoint, URIRef("http://localhost/sparql")) in graph


def test_the_description_is_negotiated(client: FlaskClient) -> None:
    assert client.get("/.well-known/void", headers={"Accept": "application/rdf+xml"}).mimetype == "application/rdf+xml"
    assert client.get("/.well-known/void", headers={"Accept": "text/html"}).mimetype == "text/turtle"
    assert client.get("/.well-known/void", headers={"Accept": "image/png"}).status_code == 406
