"""Search by name and by words, in Korean and English, and suggestions while typing."""

import pytest
from flask.testing import FlaskClient

from tests.web.reading import html, text


def first(client: FlaskClient, query: str, lang: str = "ko") -> str:
    found = client.get("/suggest", query_string={"q": query, "lang": lang}).get_json()
    return str(found[0]["page"]) if found else ""


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("구글", "/page/org/google"),
        ("google", "/page/org/google"),
        ("GOOGLE ", "/page/org/google"),
        ("구글이", "/page/org/google"),
        ("메타는", "/page/org/meta"),
        ("제미나이", "/page/product/gemini"),
        ("AI 얼라이언스", "/page/org/ai-alliance"),
        ("얼라이언스", "/page/org/ai-alliance"),
        ("ai법", "/page/law/eu-ai-act"),
        ("마이크", "/page/org/microsoft"),
        ("없는이름입니다", ""),
        ("", ""),
        ("   ", ""),
        ("%_*", ""),
    ],
)
def test_the_best_name_comes_first(client: FlaskClient, query: str, page: str) -> None:
    assert first(client, query) == page


def test_a_suggestion_says_what_it_is(client: FlaskClient) -> None:
    found = client.get("/suggest?q=ibm&lang=en").get_json()[0]
    assert found == {
        "iri": "https://w3id.org/ai-policy-kg/id/org/ibm",
        "label": "IBM",
        "name": "IBM",
        "kind": "org",
        "nature": "company",
        "page": "/page/org/ibm",
    }


def test_suggestions_are_few(client: FlaskClient) -> None:
    assert len(client.get("/suggest?q=a").get_json()) == 8


def test_statements_are_found_by_their_words(client: FlaskClient) -> None:
    shown = html(client, "/search?q=chip+market&in=statements", "en")
    assert shown.count('class="say ') > 2
    assert "Lisa Su expects" in shown
    found = client.get("/search.json?q=저작권").get_json()
    assert found["statements"] and found["things"]


def test_where_no_name_fits_statements_are_shown(client: FlaskClient) -> None:
    assert 'class="say ' in html(client, "/search?q=expects+grow+2027", "en")


def test_questions_are_offered(client: FlaskClient) -> None:
    assert "/questions/alliance-members" in html(client, "/search?q=얼라이언스")


def test_nothing_found_says_what_to_do(client: FlaskClient) -> None:
    assert "찾은 것이 없습니다" in text(client, "/search?q=없는이름입니다")
    assert "Type a name" in text(client, "/search", "en")


@pytest.mark.parametrize("query", ["가" * 20_000, "<script>alert(1)</script>", "\x00\x01", "' OR 1=1 --", "𝔊𝔬𝔬𝔤𝔩𝔢"])
def test_strange_input_is_only_text(client: FlaskClient, query: str) -> None:
    response = client.get("/search", query_string={"q": query}, headers={"Accept": "text/html"})
    assert response.status_code in (200, 414)
    assert "<script>alert" not in response.text


def test_long_results_come_in_pages(client: FlaskClient) -> None:
    assert 'rel="next"' in html(client, "/search?q=AI")
    assert client.get("/search?q=AI&page=999", headers={"Accept": "text/html"}).status_code == 404
