"""What nobody has reviewed can always be told apart, and can be left out of every page, list and answer."""

import re

import pytest
from flask.testing import FlaskClient
from rdflib import ORG, URIRef

from aikg.vocabulary.namespaces import ID
from tests.web.reading import BROWSER, Page, html, rdf, text

GOOGLE, ALLIANCE = URIRef(ID + "org/google"), URIRef(ID + "org/ai-alliance")
#: pages that the invented article reaches, with what it says there
REACHED = {
    "/page/org/ai-alliance": "구글은 AI 얼라이언스의 회원이다.",
    "/page/org/google": "구글의 AI 얼라이언스 가입",
    "/page/article/spri-2031-05/01": "구글은 얼라이언스에 500억 달러를 내놓는다.",
    "/timeline?year=2031": "구글의 AI 얼라이언스 가입",
    "/figures?measure=investment": "구글은 얼라이언스에 500억 달러를 내놓는다.",
    "/search?q=500억&in=statements": "구글은 얼라이언스에 500억 달러를 내놓는다.",
}


@pytest.mark.parametrize(("address", "words"), REACHED.items())
def test_candidates_are_marked_and_can_be_left_out(candidates_client: FlaskClient, address: str, words: str) -> None:
    source = html(candidates_client, address)
    assert words in source
    assert re.search(r'class="[^"]*\bcandidate\b', source)
    without = html(candidates_client, address + ("&" if "?" in address else "?") + "candidates=0")
    assert words not in without
    assert not re.search(r'class="[^"]*\bcandidate\b', without.replace('class="toggle"', ""))


def test_the_choice_is_a_switch_on_every_page_and_is_remembered(candidates_client: FlaskClient) -> None:
    def switch(source: str) -> dict[str, str | None]:
        (found,) = (a for tag, a in Page(source).tags if a.get("role") == "switch")
        return found

    shown = switch(html(candidates_client, "/browse?kind=law"))
    assert (shown["aria-checked"], shown["href"]) == ("true", "/browse?kind=law&candidates=0")
    assert switch(html(candidates_client, str(shown["href"])))["aria-checked"] == "false"
    assert switch(html(candidates_client, "/timeline"))["aria-checked"] == "false"
    html(candidates_client, "/timeline?candidates=1")
    assert switch(html(candidates_client, "/"))["aria-checked"] == "true"


def test_without_candidates_there_is_no_switch(client: FlaskClient) -> None:
    assert 'role="switch"' not in html(client, "/")


def test_a_member_that_only_a_candidate_names_is_drawn_apart(candidates_client: FlaskClient) -> None:
    cards = re.findall(r"<li(.*?)><a href=\"/page/org/([\w-]+)\"><b>", html(candidates_client, "/page/org/ai-alliance"))
    assert len(cards) == 11
    assert [name for marks, name in cards if "candidate" in marks] == ["google"]


def test_links_of_the_graph_are_marked(candidates_client: FlaskClient) -> None:
    links = candidates_client.get("/graph.json?focus=org/ai-alliance").get_json()["links"]
    assert [link["source"] for link in links if link["candidate"] and link["property"] == str(ORG.memberOf)] == [
        str(GOOGLE)
    ]
    left = candidates_client.get("/graph.json?focus=org/ai-alliance&candidates=0").get_json()["links"]
    assert not any(link["candidate"] for link in left)
    assert str(GOOGLE) not in {link["source"] for link in left}


def test_ready_made_questions_leave_candidates_out_when_asked(candidates_client: FlaskClient) -> None:
    def rows(address: str) -> int:
        return len(candidates_client.get(address).get_json(force=True)["results"]["bindings"])

    assert rows("/questions/alliance-members.json") >= 10
    assert rows("/questions/alliance-members.json?candidates=0") == 10
    assert "10행" in text(candidates_client, "/questions?candidates=0")


def test_data_leaves_candidates_out_when_asked(candidates_client: FlaskClient) -> None:
    def members(address: str) -> int:
        return len(set(rdf(candidates_client.get(address)).objects(ALLIANCE, ORG.hasMember)))

    assert members("/data/org/ai-alliance.ttl") == 11
    assert members("/data/org/ai-alliance.ttl?candidates=0") == 10


def test_lists_as_data_say_what_was_reviewed(candidates_client: FlaskClient) -> None:
    events = candidates_client.get("/timeline.json").get_json()["events"]
    assert {event["review"] for event in events} == {"reviewed", "candidate"}
    figures = candidates_client.get("/figures.json?candidates=0").get_json()["figures"]
    assert {figure["review"] for figure in figures} == {"reviewed"}


def test_the_article_of_candidates_is_gone_with_them_but_not_its_page(candidates_client: FlaskClient) -> None:
    shown = text(candidates_client, "/page/article/spri-2031-05/01?candidates=0")
    assert "진술 0" in shown


def test_a_thing_that_a_machine_proposes_is_marked(candidates_client: FlaskClient) -> None:
    assert 'class="chip candidate"' in html(candidates_client, "/page/org/kelp-works")
    listed = html(candidates_client, "/browse?kind=org")
    assert re.search(r'<li class="candidate"[^>]*><a href="/page/org/kelp-works">', listed)
    assert "kelp-works" not in html(candidates_client, "/browse?kind=org&candidates=0")
    candidates_client.delete_cookie("candidates")
    assert candidates_client.get("/suggest?q=켈프").get_json()
    assert candidates_client.get("/suggest?q=켈프&candidates=0").get_json() == []


def test_a_side_of_a_comparison_is_marked(candidates_client: FlaskClient) -> None:
    source = html(candidates_client, "/figures?measure=investment")
    (figure,) = re.findall(r'<figure class="versus">(.*?)</figure>', source, re.DOTALL)
    marks = re.findall(r'<li class="(m-\w+[^"]*)"', figure)
    assert sorted(marks) == ["m-fact candidate", "m-plan candidate"]
    assert figure.count("chip candidate") == 2


def test_what_is_left_out_can_be_asked_for(candidates_client: FlaskClient) -> None:
    thing = "/page/org/kelp-works"
    assert candidates_client.get(thing, headers={"Accept": BROWSER}).status_code == 200
    hidden = candidates_client.get(f"{thing}?candidates=0", headers={"Accept": BROWSER})
    assert hidden.status_code == 404
    assert 'href="?candidates=1"' in hidden.text
    assert candidates_client.get(f"{thing}?candidates=1", headers={"Accept": BROWSER}).status_code == 200
