"""Figures: modality of the narrowest clause, claimant by the nearest voice, what they are about."""

import pytest

from aikg.extraction.figures import figures
from aikg.extraction.gazetteer import Gazetteer
from aikg.extraction.pipeline import extract
from aikg.model.brief import Brief
from aikg.model.extraction import FoundFigure
from tests.extraction.invented import article as invented
from tests.extraction.sentences import article

LEAD = "[가람:Organization]이 <2024년 3월 5일:2024-03-05> 모델 ‘[나래:AIModel]’를 공개"


def only(sentence: str, title: str = "[가람:Organization], 모델 ‘[나래:AIModel]’ 공개") -> FoundFigure:
    lead = article(LEAD, sentence, title=title)
    found = list(figures(lead, lead.passages[-1]))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("[가람:Organization]은 [나루:Organization]에 {3억 달러:usd}를 투자", "fact"),
        ("[가람:Organization]은 [나루:Organization]에 {3억 달러:usd}를 투자할 계획", "plan"),
        ("[가람:Organization]은 [나루:Organization]에 {3억 달러:usd}의 투자 계획을 공개", "plan"),
        ("[가람:Organization]은 공장에 {3억 달러:usd}를 투자하기로 합의", "plan"),
        ("[가람:Organization]은 {3억 달러:usd}의 투자에 합의했으며, 칩도 출시", "plan"),
        ("[가람:Organization]은 총 {3억 달러:usd} 규모의 공장 건설을 위한 민간 투자 계획도 발표", "plan"),
        ("시장은 <2027년:2027>까지 {3억 달러:usd}에 달할 전망", "forecast"),
        ("[나루:Organization]는 시장이 {3억 달러:usd}에 이를 것으로 예상", "forecast"),
        ("이는 [나루:Organization]가 예측한 {3억 달러:usd}를 넘는 수치", "forecast"),
        ("[나래:AIModel]는 시험에서 {92%:percent}의 정확도를 기록", "allegation"),
        ("응답자의 {92%:percent}가 만족한다고 답변", "fact"),
        ("[나래:AIModel]는 {100만 개 토큰:token}을 처리", "fact"),
    ],
)
def test_modality(sentence: str, mode: str) -> None:
    assert only(sentence).assertion.modality == mode


@pytest.mark.parametrize(
    ("sentence", "claimant"),
    [
        ("[나래:AIModel]는 {100만 개 토큰:token}을 처리", "Organization/가람"),
        ("[나루:Organization]에 따르면 시장은 {3억 달러:usd}로 성장", "Organization/나루"),
        ("[나루:Organization]는 시장이 {3억 달러:usd}에 이를 것으로 예상", "Organization/나루"),
        ("이는 [나루:Organization]가 예측한 {3억 달러:usd}를 넘는 수치", "Organization/나루"),
        ("[나루:Organization]도 [다온:Organization]에 {3억 달러:usd}를 투자", "Organization/나루"),
        ("[나루:Organization]의 보고서에 따르면 시장은 {3억 달러:usd}로 성장", "Organization/나루"),
        ("보고서에 따르면 시장은 {3억 달러:usd}로 성장", "Organization/가람"),
        ("[나루:Organization] [김하늘:Person] 대표는 시장이 {3억 달러:usd}에 이를 것으로 전망", "Person/김하늘"),
    ],
)
def test_claimant(sentence: str, claimant: str) -> None:
    assert only(sentence).assertion.claimants == (claimant,)


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("[나래:AIModel]([다솜:Dataset]으로 학습)는 {100만 개 토큰:token}을 처리", "AIModel/나래"),
        ("[다솜:AIModel]({80점:score})을 능가", "AIModel/다솜"),
        ("[나루:Organization]의 지분 {49%:percent}를 확보", "Organization/나루"),
        ("[나루:Organization]에 {3억 달러:usd}를 투자", "Organization/나루"),
        ("[가람:Organization]이 [나루:Organization]에 투자한 {3억 달러:usd}는 큰 금액", "Organization/나루"),
        ("[가람:Organization]은 [다솜:Technology] 시장이 {3억 달러:usd}로 성장할 것으로 예상", "Technology/다솜"),
        ("[다솜:Technology]은 인기가 많고 성장률은 {30%:percent}로 시장 전체를 상회", "Technology/다솜"),
    ],
)
def test_about(sentence: str, about: str) -> None:
    assert only(sentence).about == (about,)


def test_brief_itself_speaks_of_other_days_and_in_notes() -> None:
    lead = article(
        LEAD,
        "[새법:Law]은 <2024년 2월 1일:2024-02-01> 표결에서 찬성 {71표:item}로 통과됨",
        notes=["* {3천 개:item}의 문제로 구성", "* 약 {3만 원:krw}, 1년 계약 ([나루:Organization], '24.1)"],
    )
    said = [f.assertion.claimants for p in lead.passages for f in figures(lead, p)]
    assert said == [(), (), ("Organization/나루",)]


def test_who_asks_but_cannot_speak_is_not_taken_for_the_agent_of_the_article() -> None:
    lead = article(LEAD, "[누리앱:Service]의 설문조사에 따르면 응답자의 {74%:percent}가 만족")
    assert [f.assertion.claimants for f in figures(lead, lead.passages[-1])] == [()]


def test_answers_are_of_the_time_in_the_name_of_the_survey() -> None:
    told = invented(
        "가람연구소(Garam Institute)가 2031년 3월 5일 ‘2030년 4분기 강 현황’ 보고서를 발간",
        "조사 응답자의 74%는 강에 만족한다고 답했으며, 26%는 불만이라고 응답",
        title="가람연구소, ‘2030년 4분기 강 현황’ 보고서 발간",
    )
    brief = Brief("spri-2031-05", "AI 브리프 2031년 5월호", "가온연구원", "modern", (told,), ())
    found = extract(brief, Gazetteer.empty())
    assert {f.period for f in found.figures if f.quantity.unit == "percent"} == {"2030-Q4"}
    assert {(e.kind, e.period) for e in found.events if e.assertion.rule == "event.answer"} == {("study", "2030-Q4")}


def test_year_before_the_lead_day_is_no_forecast() -> None:
    lead = article(
        LEAD,
        "[나루:Organization]는 값이 <2022년:2022> {6억 달러:usd}에서 <2027년:2027> {9억 달러:usd}로 커질 것으로 예상",
    )
    assert [f.assertion.modality for f in figures(lead, lead.passages[-1])] == ["fact", "forecast"]


@pytest.mark.parametrize("group", ["이십대", "{30세:year}"])
def test_a_share_behind_a_group_is_of_nothing_named(group: str) -> None:
    lead = article(LEAD, f"[나래:AIModel]는 {group}({{62%:percent}})에서 인기")
    assert [f.about for f in figures(lead, lead.passages[-1]) if f.quantity.unit == "percent"] == [()]


def test_law_makes_rules() -> None:
    lead = article(
        "[한빛의회:Organization]가 <2024년 3월 5일:2024-03-05> [새법:Law]을 제정",
        "위반 기업에는 최대 {3억 원:krw}의 벌금을 부과",
        title="[한빛의회:Organization], [새법:Law] 제정",
    )
    assert [f.assertion.modality for f in figures(lead, lead.passages[-1])] == ["legal-text"]


def test_measure_and_period() -> None:
    found = only("시장 규모는 <2027년:2027>까지 {3억 달러:usd}에 달할 전망")
    assert (found.measure, found.period) == ("market-size", "2027")
