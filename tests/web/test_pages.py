"""Pages say what people come for: who is a member, who claims what as what, and where it stands."""

import re

import pytest
from flask.testing import FlaskClient

from aikg.graph.store import KnowledgeGraph
from aikg.web.site import Site
from tests.web.reading import Page, html, text

MEMBERS_KO = [
    "AMD",
    "IBM",
    "UC 버클리",
    "국립과학재단",
    "다트머스대학교",
    "메타",
    "미국 항공우주국",
    "오라클",
    "인텔",
    "코넬대학교",
]
MEMBERS_EN = ["AMD", "IBM", "Intel", "Meta", "Oracle", "Cornell University", "Dartmouth College"]
MEMBERS_EN += ["University of California, Berkeley", "NASA", "National Science Foundation"]
STATEMENT = "/page/article/spri-2024-01/11/s29"


def members(source: str) -> list[tuple[str, str]]:
    """The names on the cards of members, and what stands below them."""
    (cards,) = re.findall(r'<ul class="members">(.*?)</ul>', source, re.DOTALL)
    return re.findall(r"<b>(.*?)</b> <span>(.*?)</span>", cards)


@pytest.mark.parametrize(("lang", "names", "kind"), [("ko", MEMBERS_KO, "대학"), ("en", MEMBERS_EN, "university")])
def test_the_alliance_lists_its_ten_named_members_with_what_they_are(
    client: FlaskClient, lang: str, names: list[str], kind: str
) -> None:
    found = members(html(client, "/page/org/ai-alliance", lang))
    assert sorted(name for name, _ in found) == sorted(names)
    assert [what for name, what in found if "코넬" in name or "Cornell" in name] == [kind]
    assert all(what for _, what in found)


def test_a_statement_says_who_claims_it_as_what_for_when_and_where_it_stands(client: FlaskClient) -> None:
    shown = text(client, STATEMENT, "en")
    for words in ("Lisa Su", "forecast", "until 2027", "USD 400 billion", "AI chip market", "4,000억 달러", "body 4.1"):
        assert words in shown
    assert "reviewed" in shown
    assert "Conflicts with" in shown


def test_a_statement_leads_to_its_neighbours_and_article(client: FlaskClient) -> None:
    links = Page(html(client, STATEMENT)).links
    assert "/page/article/spri-2024-01/11" in links
    assert len({link for link in links if link.startswith("/page/article/spri-2024-01/11/s")}) >= 2


def test_an_article_has_its_statements_in_the_order_of_the_article(client: FlaskClient) -> None:
    shown = text(client, "/page/article/spri-2024-01/09")
    places = [shown.index(f" {word} ") for word in ("제목", "핵심 내용", "본문")]
    assert places == sorted(places)
    assert "월스트리트저널" in shown
    assert "← " in shown and " →" in shown


def test_a_figure_shows_the_printed_form_and_what_it_is_compared_with(
    client: FlaskClient, curated_graph: KnowledgeGraph
) -> None:
    (row,) = curated_graph.rows(
        "SELECT ?f { ?s aikg:claimant organization:gartner ; aikg:figure ?f . ?f aikg:measure measure:market-size }"
    )
    shown = text(client, "/page" + row["f"].split("/id")[1])
    assert "1,190억 달러" in shown
    assert "엇갈리는 수치" in shown and "4,000억 달러" in shown


def test_a_brief_lists_its_articles_by_section_and_its_conferences(client: FlaskClient) -> None:
    source = html(client, "/page/brief/spri-2024-01")
    assert len({link for link in Page(source).links if re.fullmatch(r"/page/article/spri-2024-01/\d\d", link)}) == 17
    assert source.index("정책/법제") < source.index("기업/산업") < source.index("인력/교육")
    for name in ("HRI 2024", "CDAO"):
        assert name in source


def test_an_entity_has_dated_events_in_order(client: FlaskClient) -> None:
    source = html(client, "/page/org/google", "en")
    (events,) = re.findall(r'<ol class="timeline">(.*?)</ol>', source, re.DOTALL)[:1]
    dates = re.findall(r'class="when">(.*?)<', events)
    assert len(dates) == 10
    assert dates[1:4] == ["6 December 2023"] * 3


def test_the_home_page_says_what_this_is_and_compares_forecasts(client: FlaskClient) -> None:
    shown = text(client, "/", "en")
    assert "who said what" in shown
    for words in ("17 Articles", "USD 400 billion", "USD 119 billion", "Gartner", "Deloitte"):
        assert words in shown
    assert shown.count("rows →") == 6


@pytest.mark.parametrize("listed", ["/figures", "/timeline"])
def test_the_home_page_counts_as_the_lists_do(client: FlaskClient, listed: str) -> None:
    (counted,) = re.findall(rf'<a href="{listed}"><b>([\d,]+)</b>', html(client, "/"))
    assert f'<span class="count">{counted}</span></h1>' in html(client, listed)


@pytest.mark.parametrize("address", ["/", "/page/org/ai-alliance", "/timeline?year=2024", "/page/org/nobody-knows"])
def test_every_page_has_a_switch_to_the_other_language(client: FlaskClient, address: str) -> None:
    for lang, other in (("ko", "en"), ("en", "ko")):
        source = client.get(address, headers={"Accept": "text/html", "Accept-Language": lang}).text
        assert f'<html lang="{lang}">' in source
        (switch,) = (a for tag, a in Page(source).tags if a.get("class") == "switch")
        assert (switch["lang"], switch["hreflang"]) == (other, other)
        turned = client.get(str(switch["href"]), headers={"Accept": "text/html", "Accept-Language": lang}).text
        assert f'<html lang="{other}">' in turned
        client.delete_cookie("lang")


def test_a_chosen_language_is_remembered(client: FlaskClient) -> None:
    client.get("/?lang=en", headers={"Accept-Language": "ko"})
    assert '<html lang="en">' in html(client, "/questions", "ko")


def test_names_in_the_other_language_are_marked(client: FlaskClient) -> None:
    assert re.search(r'<span class="other" lang="en">AI Alliance</span>', html(client, "/page/org/ai-alliance", "ko"))


def test_statements_come_in_pages_and_by_modality(client: FlaskClient) -> None:
    first, second = (html(client, f"/page/org/spri?page={n}") for n in (1, 2))
    assert first.count('class="say ') == second.count('class="say ') == 30
    assert set(re.findall(r'class="sentence"><a href="(.*?)"', first)).isdisjoint(
        re.findall(r'class="sentence"><a href="(.*?)"', second)
    )
    plans = html(client, "/page/org/google?modality=plan")
    assert set(re.findall(r'class="say m-([\w-]+)', plans)) == {"plan"}


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "9" * 30, "%EF%BC%91"])
def test_a_page_number_that_is_none_is_refused(client: FlaskClient, number: str) -> None:
    assert client.get(f"/page/org/spri?page={number}").status_code == 400


def test_a_page_beyond_the_end_is_not_found(client: FlaskClient) -> None:
    assert client.get("/page/org/spri?page=99999").status_code == 404


def test_words_of_a_brief_at_hand_stand_beside_the_fact(
    client: FlaskClient, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "words", lambda *place: f"지어낸 말 {place[1]} <b>")
    assert "지어낸 말 b" in text(client, STATEMENT)
    assert "지어낸 말 b1 &lt;b&gt;" in html(client, "/page/article/spri-2024-01/09")


@pytest.mark.parametrize(
    "address", ["/page/law/eu-ai-act", "/page/person/lisa-su", "/page/time/2023-12-06", "/page/voc/unit/usd"]
)
def test_things_of_every_kind_have_a_page(client: FlaskClient, address: str) -> None:
    for lang in ("ko", "en"):
        assert len(text(client, address, lang)) > 200
