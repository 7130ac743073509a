"""Nothing crosses the wire twice in vain."""

import gzip

import pytest
from flask.testing import FlaskClient

from tests.web.reading import Page, html


@pytest.mark.parametrize(
    "path", ["/", "/page/org/ibm", "/data/org/ibm.ttl", "/figures.json", "/ontology.ttl", "/suggest?q=a"]
)
def test_what_has_not_changed_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_another_language_is_another_page(client: FlaskClient) -> None:
    korean = client.get("/", headers={"Accept-Language": "ko"})
    english = client.get("/", headers={"Accept-Language": "en", "If-None-Match": korean.headers["ETag"]})
    assert english.status_code == 200
    assert {"Accept-Language", "Cookie", "Accept"} <= {name.strip() for name in korean.headers["Vary"].split(",")}


@pytest.mark.parametrize("path", ["/page/org/google", "/data/org/google.ttl", "/timeline.json", "/graph.json"])
def test_text_is_compressed_for_those_who_take_it(client: FlaskClient, path: str) -> None:
    plain = client.get(path)
    packed = client.get(path, headers={"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) * 2 < len(plain.data)
    assert "Content-Encoding" not in client.get(path, headers={"Accept-Encoding": "gzip;q=0"}).headers


def test_a_compressed_answer_is_revalidated_too(client: FlaskClient) -> None:
    headers = {"Accept-Encoding": "gzip"}
    tag = client.get("/timeline", headers=headers).headers["ETag"]
    assert client.get("/timeline", headers={**headers, "If-None-Match": tag}).status_code == 304


def test_static_files_are_named_by_their_content_and_kept(client: FlaskClient) -> None:
    links = [link for link in Page(html(client, "/")).links if link.startswith("/static/")]
    assert len(links) >= 5
    for link in links:
        assert "?v=" in link
        response = client.get(link, headers={"Accept-Encoding": "gzip"})
        assert response.status_code == 200
        assert "max-age=31536000" in response.headers["Cache-Control"]


def test_what_is_small_or_packed_already_stays_as_it_is(client: FlaskClient) -> None:
    headers = {"Accept-Encoding": "gzip"}
    assert "Content-Encoding" not in client.get("/health", headers=headers).headers
    assert "Content-Encoding" not in client.get("/download/aikg.nq.gz", headers=headers).headers
