"""Which names an article has: each rule with a text that names something and one that does not."""

from __future__ import annotations

import pytest

from tests.extraction.invented import kinds


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the number is part of the name of a product that the text names with a number
        ("모델 ‘소리샘 3’을 공개하고 소리샘 2보다 빠르다고 설명", {"AIModel/소리샘 3", "AIModel/소리샘 2"}),
        ("모델 ‘소리샘’을 공개하고 2보다 큰 값을 사용", {"AIModel/소리샘"}),
        # an edition in brackets is a product of its own; a bracket that sounds like the name only glosses it
        ("모델 ‘소리샘 3’을 공개. 소리샘 3(Think)는 느림", {"AIModel/소리샘 3", "AIModel/소리샘 3(Think)"}),
        ("모델 ‘소리샘 3’을 공개. 소리샘 3(Sorisaem)은 느림", {"AIModel/소리샘 3"}),
        # one model in two scripts
        ("도담2.5-32B-Chat, Dodam2.5-32B-Chat의 성능", {"AIModel/도담2.5-32B-Chat"}),
        ("도담2.5-32B-Chat, Dodam3.5-32B-Chat의 성능", {"AIModel/도담2.5-32B-Chat", "AIModel/Dodam3.5-32B-Chat"}),
        ("라온-R1은 빠르지만 온실-가스는 약 2.5배 증가", {"AIModel/라온-R1"}),
        # a platform of one letter shows by an edition of it
        ("Z 프리미엄 가입자는 Z에서 이용 가능", {"Service/Z", "Service/Z 프리미엄"}),
        ("A와 B의 차이를 설명하고 C에서 검증", set()),
        # an address is a service where the prose calls it so
        ("서비스는 Nuri.com에서 제공", {"Service/Nuri.com"}),
        ("서비스를 제공(Nuri.com)", set()),
        # services called after their owner
        ("가람소프트(Garam Soft)는 가람소프트 검색을 개편", {"Organization/가람소프트", "Service/가람소프트 검색"}),
        ("가람소프트(Garam Soft)는 검색을 개편", {"Organization/가람소프트"}),
        ("GPT 스토어를 공개", {"Service/GPT 스토어"}),
        ("AI 스토어를 공개", set()),
    ],
)
def test_products(text: str, found: set[str]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("해양관측청(OOA)이 자료를 공개", {"Organization/해양관측청"}),
        ("투자회수율(ROX)이 상승", set()),
        ("영국 정부가 2031년 5월 2일 계획을 발표", {"Organization/영국 정부", "Place/영국"}),
        ("각국 정부가 계획을 발표", set()),
        ("백악관 자문위원회가 보고서를 발표", {"Organization/백악관", "Organization/백악관 자문위원회"}),
        ("나루벤처스로부터 전략적 투자를 유치", {"Organization/나루벤처스"}),
        ("경험으로부터 교훈을 획득", set()),
        ("은하수大(EHU) 연구진이 논문을 공개", {"Organization/은하수大"}),
        ("연구진이 논문을 공개", set()),
        ("미국 애슐랜드에서 열린 행사", {"Place/미국", "Place/애슐랜드"}),
        ("미국 시장에서 열린 기회", {"Place/미국"}),
        # countries that are common words need a list or a government
        ("이집트, 수단, 케냐가 참여", {"Place/이집트", "Place/수단", "Place/케냐"}),
        ("수단과 방법을 가리지 않고 대응", set()),
    ],
)
def test_organizations_and_places(text: str, found: set[str]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("김나루 가람전자 대표는 “확대할 것”이라고 강조", {"Person/김나루", "Organization/가람전자"}),
        ("가람전자 대표는 “확대할 것”이라고 강조", {"Organization/가람전자"}),
        # by the last name from there on
        ("요나 메서린(Jonah Meserin) 교수가 발표. 메서린 교수는 “시작”이라고 강조", {"Person/요나 메서린"}),
        ("요나 메서린(Jonah Meserin) 교수가 발표. 김나루 교수도 참여", {"Person/요나 메서린", "Person/김나루"}),
        # common words rendered from English are no person
        ("구직자에게 소프트 스킬(Soft Skill)을 요구", set()),
    ],
)
def test_persons(text: str, found: set[str]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "note", "found"),
    [
        ("Starset*에서 1위", "* 수학 능력을 평가하는 벤치마크", {"Benchmark/Starset"}),
        ("Starset*에서 1위", "* 2031년 5월에 다시 계산", set()),
        ("모델들은 HelloBench와 Arena-Soft에서 평가", "", {"Benchmark/HelloBench", "Benchmark/Arena-Soft"}),
    ],
)
def test_benchmarks(text: str, note: str, found: set[str]) -> None:
    assert kinds(text, notes=(note,) if note else ()) == found


def test_a_method_and_a_model_of_one_name_are_two() -> None:
    text = "LYRA 모델은 LYRA(Learning Yields Robust Agents) 방식으로 훈련"
    assert kinds(text) == {"AIModel/LYRA", "Technology/LYRA 방식"}


@pytest.mark.parametrize(
    ("bullets", "title", "found"),
    [
        # common words make a name where the headline has it and the article keeps to it
        (("AI 안심 기금은 연구를 지원", "AI 안심 기금 운영"), "AI 안심 기금 조성", {"Programme/AI 안심 기금"}),
        (("AI 안심 기금은 연구를 지원",), "AI 안심 기금 조성", set()),
        (("AI 안심 기금은 연구를 지원", "AI 안심 기금 운영", "AI 안심 기금 확대"), "연구 지원", set()),
        (("기업 리더들은 AI 도구와 데이터 전략을 중시",), "기업, AI 도입 확대", set()),
    ],
)
def test_names_of_common_words(bullets: tuple[str, ...], title: str, found: set[str]) -> None:
    assert kinds(*bullets, title=title) == found
