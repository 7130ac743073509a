"""Errors help: a page in the reader's language, RDF for those who want data, a problem document for programs."""

import pytest
from flask.testing import FlaskClient
from rdflib import RDFS, Graph, Literal, Namespace

from aikg.graph.formats import GRAPH_FORMATS
from tests.web.reading import BROWSER, Page

HTTP = Namespace("http://www.w3.org/2011/http#")
UNKNOWN = ["/id/org/ai-alliannce", "/page/org/ai-alliannce", "/data/org/ai-alliannce", "/voc/modality/nonsense"]


@pytest.mark.parametrize("path", UNKNOWN)
@pytest.mark.parametrize(("lang", "words"), [("ko", "찾을 수 없습니다"), ("en", "Not found")])
def test_an_unknown_name_gets_a_helpful_page(client: FlaskClient, path: str, lang: str, words: str) -> None:
    response = client.get(path, headers={"Accept": BROWSER, "Accept-Language": lang})
    assert (response.status_code, response.mimetype) == (404, "text/html")
    assert words in response.text
    if "alliannce" in path:
        assert "/page/org/ai-alliance" in Page(response.text).links
    assert {"/browse", "/questions"} <= set(Page(response.text).links)


def test_the_reason_is_told_in_the_language_of_the_reader(client: FlaskClient) -> None:
    korean, english = (
        client.get("/page/org/nobody", headers={"Accept": BROWSER, "Accept-Language": lang}).text
        for lang in ("ko", "en")
    )
    assert "에 관한 내용이 없습니다" in korean
    assert "The dataset says nothing of" in english


@pytest.mark.parametrize(
    ("lang", "words"), [("ko", "이 주소에는 아무것도 없습니다."), ("en", "There is nothing at this address.")]
)
def test_what_the_framework_finds_wrong_is_told_in_our_words(client: FlaskClient, lang: str, words: str) -> None:
    shown = client.get("/nothing/here", headers={"Accept": BROWSER, "Accept-Language": lang}).text
    assert words in shown and "requested URL" not in shown
    assert client.get("/nothing/here").get_json()["detail"] == "There is nothing at this address."
    assert client.post("/timeline").get_json()["detail"] == "This address can only be read, with GET."


@pytest.mark.parametrize("form", GRAPH_FORMATS, ids=lambda form: form.suffix)
def test_an_unknown_name_as_rdf(client: FlaskClient, form) -> None:  # type: ignore[no-untyped-def]
    for response in (
        client.get("/id/org/nobody", headers={"Accept": form.media_type}),
        client.get(f"/data/org/nobody.{form.suffix}"),
    ):
        assert (response.status_code, response.mimetype) == (404, form.media_type)


def test_an_error_as_rdf_says_what_is_wrong_in_both_languages(client: FlaskClient) -> None:
    response = client.get("/id/org/nobody", headers={"Accept": "text/turtle"})
    graph = Graph().parse(data=response.data, format="turtle")
    assert set(graph.objects(None, HTTP.statusCodeValue)) == {Literal(404)}
    assert {getattr(comment, "language", "") for comment in graph.objects(None, RDFS.comment)} == {"ko", "en"}


@pytest.mark.parametrize("accept", ["*/*", "application/json", "application/problem+json", "text/csv", ""])
def test_programs_get_a_problem_document(client: FlaskClient, accept: str) -> None:
    response = client.get("/page/org/nobody", headers={"Accept": accept} if accept else {})
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")
    problem = response.get_json(force=True)
    assert (problem["status"], problem["title"]) == (404, "Not Found")
    assert "org/nobody" in problem["detail"]


@pytest.mark.parametrize("query", ["q=%FF", "q=%C0%80", "%FF=1", "a=1&q=%ED%A0%80", "q=%B0%A1"])
def test_a_parameter_that_is_not_utf8_is_named(client: FlaskClient, query: str) -> None:
    for path in ("/search", "/browse", "/suggest", "/timeline", "/", "/questions/alliance-members.csv"):
        response = client.get(f"{path}?{query}")
        assert response.status_code == 400
        assert "not UTF-8" in response.get_json(force=True)["detail"]
    assert "'q'" in client.get("/search?q=%FF").get_json(force=True)["detail"]


def test_a_path_that_is_not_utf8(client: FlaskClient) -> None:
    response = client.get("/page/org/%FF%FE")
    assert response.status_code == 400
    assert "not UTF-8" in response.get_json(force=True)["detail"]


STRANGE = [
    "/page/org/a%20b",
    "/page/org/%3Cscript%3E",
    "/page/org/%22%7B%7D%7C%5C%5E%60",
    "/page/%00",
    "/page/org/가나다",
]
STRANGE += [
    "/page/" + "x" * 5000,
    "/id/" + "%F0%9F%98%80" * 50,
    "/data/org/%3E%20.ttl",
    "/page/org/ibm/",
    "/page/",
    "/id/",
]


@pytest.mark.parametrize("path", STRANGE, ids=lambda path: path[:30])
def test_strange_names_are_not_found(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers={"Accept": BROWSER})
    assert response.status_code == 404
    assert "<script>" not in response.text.replace("<script src", "")


def test_far_too_long_parameters_are_refused(client: FlaskClient) -> None:
    assert client.get("/search?q=" + "a" * 40_000).status_code == 414


@pytest.mark.parametrize("path", ["/", "/page/org/ibm", "/download/aikg.ttl", "/questions", "/health"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(client: FlaskClient, path: str, method: str) -> None:
    response = client.open(path, method=method)
    assert response.status_code == 405
    assert {"GET", "HEAD"} <= set(response.headers["Allow"].replace(" ", "").split(","))


@pytest.mark.parametrize("path", ["/update", "/store", "/sparql/update"])
def test_there_is_no_way_to_write(client: FlaskClient, path: str) -> None:
    assert client.post(path, data="INSERT DATA { <urn:a> <urn:b> <urn:c> }").status_code == 404


def test_a_fault_of_ours_is_told_without_its_inside(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    client.application.config["PROPAGATE_EXCEPTIONS"] = False

    def fail(*_: object) -> None:
        raise RuntimeError("inside")

    monkeypatch.setattr("aikg.web.pages.describe", fail)
    response = client.get("/page/org/ibm", headers={"Accept": BROWSER})
    assert response.status_code == 500
    assert "서버에 문제가" in response.text or "Something went wrong" in response.text
    assert "inside" not in response.text


def test_pages_run_no_script_of_others(client: FlaskClient) -> None:
    for path in ("/", "/page/org/nobody", "/search?q=a"):
        headers = client.get(path, headers={"Accept": BROWSER}).headers
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe-inline'" not in headers["Content-Security-Policy"].split("style-src")[0]
        assert headers["X-Content-Type-Options"] == "nosniff"
