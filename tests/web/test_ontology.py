"""The vocabulary and the shapes as pages and as RDF."""

import pytest
from flask.testing import FlaskClient
from rdflib import OWL, RDF, SH, URIRef

from aikg.vocabulary.namespaces import AIKG, BASE
from tests.web.reading import html, rdf, text


def test_every_term_is_explained_under_its_own_anchor(client: FlaskClient) -> None:
    for lang in ("ko", "en"):
        source = html(client, "/ontology", lang)
        for name in AIKG.__annotations__:
            if name[0] != "_":
                assert f'id="{name}"' in source, name
    assert "예측" in text(client, "/ontology") or "전망" in text(client, "/ontology")


@pytest.mark.parametrize(
    ("suffix", "form"), [("ttl", "turtle"), ("json", "json-ld"), ("jsonld", "json-ld"), ("rdf", "xml"), ("nt", "nt")]
)
def test_as_rdf(client: FlaskClient, suffix: str, form: str) -> None:
    ontology = rdf(client.get(f"/ontology.{suffix}"), form)
    assert (URIRef(BASE + "ns"), RDF.type, OWL.Ontology) in ontology
    assert list(rdf(client.get(f"/shapes.{suffix}"), form).subjects(RDF.type, SH.NodeShape))


def test_negotiated(client: FlaskClient) -> None:
    assert client.get("/ontology", headers={"Accept": "application/rdf+xml"}).mimetype == "application/rdf+xml"
    assert client.get("/shapes", headers={"Accept": "text/turtle"}).mimetype == "text/turtle"


def test_namespace_iris_lead_there(client: FlaskClient) -> None:
    assert client.get("/ns").headers["Location"] == "/ontology"
    assert client.get("/ns/shapes").headers["Location"] == "/shapes"


def test_an_unknown_form_is_not_found(client: FlaskClient) -> None:
    for path in ("/ontology.pdf", "/shapes.trig", "/ontology.x"):
        assert client.get(path).status_code == 404
