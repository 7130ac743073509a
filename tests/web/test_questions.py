"""Ready-made questions: pages, every result form, the query to take along."""

import csv
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
from rdflib import RDFS, Namespace

from aikg.graph.questions import questions
from aikg.web.site import Site
from tests.web.reading import Page, html, rdf, text

SH = Namespace("http://www.w3.org/ns/shacl#")
NAMES = [question.name for question in questions()]


def test_every_question_is_listed_in_both_languages(client: FlaskClient) -> None:
    for lang in ("ko", "en"):
        links = Page(html(client, "/questions", lang)).links
        assert {f"/questions/{name}" for name in NAMES} <= set(links)


@pytest.mark.parametrize("name", NAMES)
def test_every_question_is_answered_on_its_page(client: FlaskClient, name: str) -> None:
    for lang in ("ko", "en"):
        source = html(client, f"/questions/{name}", lang)
        assert re.search(r"<tbody>\s*<tr>", source)


def test_columns_have_names_and_numbers_are_written_as_people_do(client: FlaskClient) -> None:
    korean, english = (text(client, "/questions/chip-market-forecasts", lang) for lang in ("ko", "en"))
    assert "주장 대상 시기 금액 통화" in korean and "4,000억" in korean
    assert "Claimed by Scope Period Amount Currency" in english and "400 billion" in english


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [
        ("json", "application/sparql-results+json"),
        ("xml", "application/sparql-results+xml"),
        ("csv", "text/csv"),
        ("tsv", "text/tab-separated-values"),
    ],
)
def test_every_form_of_result_by_suffix_and_by_negotiation(client: FlaskClient, suffix: str, media_type: str) -> None:
    by_suffix = client.get(f"/questions/alliance-members.{suffix}")
    negotiated = client.get("/questions/alliance-members", headers={"Accept": media_type})
    assert by_suffix.mimetype == negotiated.mimetype == media_type
    assert by_suffix.data == negotiated.data
    assert b"org/ibm" in by_suffix.data


def test_csv_has_a_row_for_each_member(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/questions/alliance-members.csv").text)))
    assert len(rows) == 10


def test_the_query_runs_elsewhere_as_it_is_given(client: FlaskClient, site: Site) -> None:
    links = Page(html(client, "/questions/chip-market-forecasts")).links
    (editor,) = (link for link in links if link.startswith("/sparql?query="))
    query = parse_qs(urlsplit(editor).query)["query"][0]
    # a plain store knows no prefixes
    assert len(list(site.everything.graph.store.query(query))) == 4  # type: ignore[arg-type]


def test_questions_as_data(client: FlaskClient) -> None:
    graph = rdf(client.get("/questions.ttl"))
    assert (
        len(set(graph.subjects(SH.select))) == len(NAMES) == len(client.get("/questions.json").get_json()["questions"])
    )
    assert len(list(rdf(client.get("/questions/alliance-members.ttl")).objects(None, RDFS.label))) == 2


def test_an_unknown_question_is_not_found(client: FlaskClient) -> None:
    for path in ("/questions/no-such-question", "/questions/no-such-question.csv", "/questions/..%2F..%2Fsecret"):
        assert client.get(path).status_code == 404
