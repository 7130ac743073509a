"""Everything by kind: who and what is in the dataset."""

import pytest
from flask.testing import FlaskClient

from aikg.graph.things import KINDS
from tests.web.reading import Page, html, text


def test_organizations_come_first_the_most_named_on_top(client: FlaskClient) -> None:
    things = client.get("/browse.json").get_json()["things"]
    assert len(things) > 40
    counts = [thing["articles"] for thing in things]
    assert counts == sorted(counts, reverse=True)
    assert things[0]["names"]["ko"] in text(client, "/browse")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_list(client: FlaskClient, kind: str) -> None:
    for lang in ("ko", "en"):
        assert Page(html(client, f"/browse?kind={kind}", lang)).links
    assert client.get(f"/browse.json?kind={kind}").get_json()["things"]


def test_kinds_of_organizations(client: FlaskClient) -> None:
    universities = client.get("/browse.json?kind=org&nature=university").get_json()["things"]
    everybody = client.get("/browse.json?kind=org").get_json()["things"]
    assert 0 < len(universities) < len(everybody)
    assert all(thing["nature"].endswith("/university") for thing in universities)


def test_in_alphabetical_order(client: FlaskClient) -> None:
    names = [thing["names"]["en"] for thing in client.get("/browse.json?sort=name&lang=en").get_json()["things"]]
    assert names == sorted(names, key=str.casefold)


def test_long_lists_come_in_pages(client: FlaskClient) -> None:
    found = set()
    for number in range(1, 5):
        found |= {
            link for link in Page(html(client, f"/browse?kind=topic&page={number}")).links if "/page/topic/" in link
        }
    assert len(found) == len(client.get("/browse.json?kind=topic").get_json()["things"]) > 180


@pytest.mark.parametrize("query", ["kind=nonsense", "sort=size", "kind=", "page=x"])
def test_what_makes_no_sense_is_refused(client: FlaskClient, query: str) -> None:
    assert client.get(f"/browse?{query}").status_code == 400
