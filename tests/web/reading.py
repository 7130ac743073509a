"""Read answers of the site in tests: as text for people, as links, as RDF."""

from html.parser import HTMLParser

from flask.testing import FlaskClient
from rdflib import Graph
from werkzeug.test import TestResponse

#: what a browser sends
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
#: elements that are never closed
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source"}


def page(client: FlaskClient, address: str, lang: str = "ko", accept: str = BROWSER) -> TestResponse:
    """Ask for a page as a browser in this language does."""
    return client.get(address, headers={"Accept": accept, "Accept-Language": lang})


def html(client: FlaskClient, address: str, lang: str = "ko") -> str:
    """Return the source of a page that answers 200."""
    response = page(client, address, lang)
    assert response.status_code == 200, (address, response.status_code, response.text[:500])
    assert response.mimetype == "text/html"
    return response.text


def text(client: FlaskClient, address: str, lang: str = "ko") -> str:
    """Return what people read on a page, white space collapsed."""
    return Page(html(client, address, lang)).text


def rdf(response: TestResponse, form: str = "turtle") -> Graph:
    """Parse an answer with rdflib."""
    assert response.status_code == 200
    return Graph().parse(data=response.data, format=form)


class Page(HTMLParser):
    """The text and the links of a page; fails when its elements are not closed in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self._words: list[str] = []
        self.feed(source)
        assert self._open == [], f"never closed: {self._open}"

    @property
    def text(self) -> str:
        return " ".join(" ".join(self._words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append((tag, known))
        target = known.get("href") or known.get("src") or known.get("data-src")
        if target:
            self.links.append(target)
        if tag not in _VOID and not (self._open and self._open[-1] == "svg" and tag != "svg"):
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        assert self._open and self._open.pop() == tag, f"</{tag}> at {self.getpos()}"

    def handle_data(self, data: str) -> None:
        if "script" not in self._open and "style" not in self._open:
            self._words.append(data)
