"""Every internal link of the site answers: a reader who clicks everything never meets an error."""

import re
from collections import Counter, deque
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from flask.testing import FlaskClient

from tests.web.reading import BROWSER, Page

#: addresses with parameters that lead to the same page: how many of each are followed
FEW = 12
#: forms of a thing's data that are asked for only now and then
DATA = re.compile(r"/data/.*\.(json|nt|rdf|ttl)$")
MANY = 150
_LINK = re.compile(r'(?:href|src|data-src)="([^"]+)"')
_ID = re.compile(r'\bid="([^"]+)"')


def test_every_internal_link_answers(whole_client: FlaskClient) -> None:
    waiting, seen = deque(["/"]), {"/"}
    followed: Counter[str] = Counter()
    broken, anchors = [], []
    while waiting:
        address = waiting.popleft()
        response = whole_client.get(address, headers={"Accept": BROWSER, "Accept-Language": "ko"})
        if response.status_code != 200:
            broken.append((address, response.status_code))
        if response.mimetype != "text/html":
            continue
        source = response.text
        ids = set(_ID.findall(source))
        for link in set(map(unescape, _LINK.findall(source))):
            target, fragment = urldefrag(urljoin(address, link))
            if fragment and target == address and fragment not in ids:
                anchors.append((address, fragment))
            if target not in seen and _is_followed(target, followed):
                seen.add(target)
                waiting.append(target)
    assert broken == []
    assert anchors == []
    assert len([address for address in seen if address.startswith("/page/article/")]) > 2000
    assert len(seen) > 4000


def _is_followed(target: str, followed: Counter[str]) -> bool:
    parts = urlsplit(target)
    if parts.scheme or not target.startswith("/") or "candidates=0" in parts.query:  # that choice hides pages
        return False
    form = DATA.match(target)
    if form:
        followed[form[1]] += 1
        return followed[form[1]] <= (MANY if form[1] == "ttl" else FEW)
    if parts.query and not target.startswith("/static/"):
        kind = parts.path.split("/")[1] + "?" + "&".join(sorted(p.split("=")[0] for p in parts.query.split("&")))
        followed[kind] += 1
        return followed[kind] <= FEW
    return True


def test_pages_are_well_formed(client: FlaskClient) -> None:
    for address in ("/", "/page/org/google", "/page/article/spri-2024-01/11/s29", "/page/article/spri-2024-01/11/f01"):
        Page(client.get(address, headers={"Accept": BROWSER}).text)
    for address in ("/browse", "/timeline", "/figures", "/graph", "/sparql", "/ontology", "/shapes", "/download/"):
        Page(client.get(address, headers={"Accept": BROWSER}).text)
