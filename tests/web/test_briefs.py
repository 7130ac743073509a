"""A reader finds every brief, sees how much of it was reviewed, and where it contradicts itself."""

import re

import pytest
from flask.testing import FlaskClient

from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.iris import issue
from tests.web.reading import Page, html, text

ISSUES = ("spri-2023-12", "spri-2024-01", "spri-2024-02", "spri-2024-03", "spri-2025-03")


def test_the_home_page_leads_to_every_brief_and_says_what_was_reviewed(whole_client: FlaskClient) -> None:
    source = html(whole_client, "/")
    (cards,) = re.findall(r'<section id="briefs">(.*?)</section>', source, re.DOTALL)
    assert Page(cards).links == [f"/page/brief/{name}" for name in sorted(ISSUES, reverse=True)]
    marks = {link: "candidate" in mark for mark, link in re.findall(r'<li(.*?)><a href="/page/brief/(.*?)"', cards)}
    assert marks == {name: name != "spri-2024-01" for name in ISSUES}


def test_a_brief_lists_its_own_contradictions_and_those_of_its_articles(
    client: FlaskClient, curated_graph: KnowledgeGraph
) -> None:
    rows = curated_graph.rows("SELECT DISTINCT ?d { ?d a aikg:Discrepancy }")
    wanted = {"/page" + row["d"].split("/id")[1] for row in rows if issue(row["d"]) == "spri-2024-01"}
    source = html(client, "/page/brief/spri-2024-01")
    assert wanted <= set(Page(source).links)
    assert "/page/brief/spri-2024-01/d01" in wanted
    assert f'<span class="count">{len(wanted)}</span>' in source
    assert "기사 11" in text(client, "/page/brief/spri-2024-01")


def test_a_brief_without_contradictions_has_no_box(whole_client: FlaskClient) -> None:
    assert "warn" not in html(whole_client, "/page/brief/spri-2025-03")


def test_a_brief_says_that_all_of_it_are_candidates(whole_client: FlaskClient) -> None:
    shown = text(whole_client, "/page/brief/spri-2025-03")
    assert "모두 후보" in shown and "원문과 대조" in shown
    assert "검토 완료" in text(whole_client, "/page/brief/spri-2024-01")


def test_a_brief_leads_to_the_one_before_and_after(whole_client: FlaskClient) -> None:
    links = Page(html(whole_client, "/page/brief/spri-2024-02")).tags
    ways = {known["rel"]: known["href"] for _, known in links if known.get("rel") in ("prev", "next")}
    assert ways == {"prev": "/page/brief/spri-2024-01", "next": "/page/brief/spri-2024-03"}


@pytest.mark.parametrize(("lang", "days"), [("ko", "2024년 3월 11일~15일"), ("en", "11 – 15 March 2024")])
def test_days_of_conferences_are_written_as_people_do(client: FlaskClient, lang: str, days: str) -> None:
    assert days in text(client, "/page/brief/spri-2024-01", lang)


def test_an_article_leads_to_its_brief_and_lists_say_which_issue(whole_client: FlaskClient) -> None:
    assert "/page/brief/spri-2025-03" in Page(html(whole_client, "/page/article/spri-2025-03/02")).links
    shown = html(whole_client, "/page/org/google")
    for month in ("2025년 3월호", "2024년 1월호", "2023년 12월호"):
        assert f'<span class="issue-name">{month}</span>' in shown


@pytest.mark.parametrize("name", ISSUES)
def test_lists_can_be_narrowed_to_an_issue(whole_client: FlaskClient, name: str) -> None:
    events = whole_client.get(f"/timeline.json?issue={name}").get_json()["events"]
    assert events and {issue(event["article"] or "") for event in events} == {name}
    figures = whole_client.get(f"/figures.json?issue={name}").get_json()["figures"]
    assert figures and {issue(figure["iri"]) for figure in figures} == {name}
    assert f'<option value="{name}" selected>' in html(whole_client, f"/timeline?issue={name}")


def test_statements_about_a_thing_can_be_narrowed_to_an_issue(whole_client: FlaskClient) -> None:
    source = html(whole_client, "/page/org/google?issue=spri-2024-01")
    statements = re.findall(r'class="sentence"><a href="(.*?)"', source)
    assert statements and all("/spri-2024-01/" in link for link in statements)
    assert "조건에 맞는 것이 없습니다" in text(whole_client, "/page/org/google?issue=spri-1999-01")


def test_figures_about_a_thing(whole_client: FlaskClient) -> None:
    assert "/figures?thing=org/google" in Page(html(whole_client, "/page/org/google")).links
    google = "https://w3id.org/ai-policy-kg/id/org/google"
    figures = whole_client.get("/figures.json?thing=org/google").get_json()["figures"]
    assert figures and all(google in (*figure["about"], *figure["claimants"]) for figure in figures)


def test_what_counts_anything_at_all_comes_last(whole_client: FlaskClient) -> None:
    measures = [figure["measure"] for figure in whole_client.get("/figures.json").get_json()["figures"]]
    assert "count" in measures and "market-size" in measures
    assert max(i for i, name in enumerate(measures) if name == "market-size") < measures.index("count")


def test_a_publication_known_from_a_candidate_says_so_and_where_it_is_cited(whole_client: FlaskClient) -> None:
    events = whole_client.get("/timeline.json?type=publication").get_json()["events"]
    proposed = [event for event in events if "/event/publication-" in event["iri"] and event["review"] == "candidate"]
    assert proposed and all(event["article"] for event in proposed)
    source = html(whole_client, proposed[0]["page"])
    assert 'class="chip candidate"' in source
    assert "/page" + proposed[0]["article"].split("/id")[1] in Page(source).links


def test_conferences_that_nobody_reviewed_are_marked(whole_client: FlaskClient) -> None:
    (listed,) = re.findall(
        r'<ol class="timeline">(.*?)</ol>', html(whole_client, "/page/brief/spri-2025-03"), re.DOTALL
    )
    assert listed.count('class="m-plan candidate"') == listed.count('class="when"') > 10
    assert (
        "candidate"
        not in re.findall(
            r'<ol class="timeline">(.*?)</ol>', html(whole_client, "/page/brief/spri-2024-01"), re.DOTALL
        )[0]
    )


def test_counts_of_candidates_are_counts_of_statements(whole_client: FlaskClient) -> None:
    source = text(whole_client, "/about")
    reviewed, candidates = map(
        int, re.findall(r"진술 ([\d,]+)건은 사람이 검토했고 ([\d,]+)건", source.replace(",", ""))[0]
    )
    (total,) = re.findall(r"([\d,]+) 진술", text(whole_client, "/"))[:1]
    assert reviewed + candidates == int(total.replace(",", ""))


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_site_explains_itself(client: FlaskClient, lang: str) -> None:
    source = html(client, "/about", lang)
    assert '<span class="chip m-forecast">' in source
    assert "0123456789abcdef" in source  # the revision to cite


def test_questions_say_which_brief_they_are_about(client: FlaskClient) -> None:
    assert "모두 SPRi AI Brief 2024년 1월호에 관한 질문입니다." in text(client, "/questions")
    assert "/page/brief/spri-2024-01" in Page(html(client, "/questions")).links


def test_how_an_event_is_meant_stands_above_its_name(client: FlaskClient) -> None:
    source = html(client, "/page/event/2023-2027-genai-spending-forecast")
    assert source.index('class="chip m-forecast"') < source.index("<h1")
    assert "양태" not in source


def test_tables_say_what_is_in_them(client: FlaskClient) -> None:
    rows = re.findall(r"download>(\w+)\.csv</a></td><td>(.*?)</td>", html(client, "/download/"))
    assert len(rows) == len({words for _, words in rows}) == 4


def test_a_section_does_not_repeat_its_name(client: FlaskClient) -> None:
    assert "Policy and legislation" not in re.sub(
        r'<span class="other".*?</span>', "", html(client, "/page/brief/spri-2024-01/section/1")
    )


def test_an_article_leads_to_the_questions_that_it_answers(client: FlaskClient) -> None:
    assert "/questions/alliance-members" in Page(html(client, "/page/article/spri-2024-01/09")).links
    assert "/questions/alliance-members" not in Page(html(client, "/page/article/spri-2024-01/10")).links


def test_people_are_listed_with_where_they_work(client: FlaskClient) -> None:
    cards = dict(
        re.findall(r'href="(/page/person/[\w-]+)".*?class="foot">(.*?)</span>', html(client, "/browse?kind=person"))
    )
    assert cards["/page/person/lisa-su"].startswith("AMD")
    assert cards["/page/person/enrique-lores"].startswith("HP")


def test_no_two_places_of_a_page_have_the_same_name(client: FlaskClient) -> None:
    for address in ("/ontology", "/", "/page/org/ai-alliance", "/sparql", "/about"):
        names = [known["id"] for _, known in Page(html(client, address)).tags if known.get("id")]
        assert len(names) == len(set(names)), address


def test_what_is_left_out_is_told_and_one_click_away(whole_client: FlaskClient) -> None:
    for address in ("/page/brief/spri-2025-03", "/page/article/spri-2025-03/02"):
        source = html(whole_client, address + "?candidates=0")
        assert "지금은 후보를 빼고 보고 있습니다" in source
        assert f"{address}?candidates=1" in Page(source).links
    assert "후보만 있음" in text(whole_client, "/")


@pytest.mark.parametrize(("lang", "day"), [("ko", "2023년 12월 7일"), ("en", "7 December 2023")])
def test_days_in_answers_are_written_as_people_do(client: FlaskClient, lang: str, day: str) -> None:
    assert day in text(client, "/questions/ai-act-agreement-date", lang)
    sources = {"ko": "2023년 12월 9일", "en": "9 December 2023"}[lang]
    assert sources in text(client, "/page/article/spri-2024-01/01", lang)
