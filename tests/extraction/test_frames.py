"""Relations by verbs and by the order of names: each rule with a sentence that says it and one that does not."""

import pytest

from aikg.extraction.adjacency import adjacent
from aikg.extraction.evaluation import evaluations
from aikg.extraction.families import Named, kinships
from aikg.extraction.frames import frames, stem, tellings
from aikg.extraction.relations import relations
from aikg.model.brief import Kind
from aikg.model.extraction import RELATIONS
from tests.extraction.sentences import article, kind_of, passage


def told(sentence: str) -> set[str]:
    read = passage(sentence)
    found = {f"{t.subject.text} {t.predicate} {t.object.text}" for c in read.clauses for t in tellings(c, kind_of)}
    others = [*adjacent(read, kind_of), *evaluations(read, kind_of)]
    return found | {f"{a.subject.text} {a.predicate} {a.object.text}" for a in others}


def test_frames_speak_of_known_relations_and_slots() -> None:
    for frame in frames():
        for left, predicate, right in frame.say:
            assert predicate in RELATIONS, frame.name
            assert {left, right} <= set(frame.slots), frame.name


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[가람:Organization]이 <2024년 3월 5일:2024-03-05> 모델 ‘[나래:AIModel]’를 공개", {"나래 releasedBy 가람"}),
        ("[나래:AIModel]는 [가람:Organization]에서 공개", set()),
        ("[가람:Organization]이 개발한 [나래:AIModel]가 인기", {"나래 releasedBy 가람"}),
        ("[가람:Organization]이 [나루:Organization]를 설립", {"나루 foundedBy 가람"}),
        ("[김하늘:Person]이 <2021년:2021> 설립한 [나루:Organization]는 모델을 개발", {"나루 foundedBy 김하늘"}),
        ("[가람:Organization]이 [나루:Organization]에 {3억 달러:usd}를 투자", {"가람 invests 나루"}),
        ("[가람:Organization]이 [나루:Organization]에 {3억 달러:usd}의 투자 계획을 공개", {"가람 invests 나루"}),
        ("[가람:Organization]이 [나루:Organization]에서 {3억 달러:usd}를 유치", set()),
        (
            "[가람:Organization], [나루:Organization]가 참여하는 [한빛연합:Organization]이 기금을 조성",
            {"가람 memberOf 한빛연합", "나루 memberOf 한빛연합"},
        ),
        (
            "[한빛연합:Organization]에는 [가람:Organization], [나루:Organization] 등이 참여",
            {"가람 memberOf 한빛연합", "나루 memberOf 한빛연합"},
        ),
        ("[가람:Organization]이 [나루:Organization]와 협력해 칩을 개발", {"가람 partnerOf 나루"}),
        ("[나래:AIModel]는 [다솜:AIModel]보다 빠른 속도를 기록", {"나래 comparedWith 다솜"}),
        ("[나래:AIModel]는 [다솜:AIModel]을 능가", {"나래 comparedWith 다솜"}),
        ("[나래:AIModel]는 [다솜:AIModel]을 기반으로 개발", {"나래 basedOn 다솜"}),
        ("[다솜:AIModel]을 기반으로 한 [나래:AIModel]를 공개", {"나래 basedOn 다솜"}),
        ("강점을 바탕으로 [나래:AIModel]를 확대", set()),
        ("[가람:Organization]은 [나래:AIModel]를 [누리앱:Service]에 탑재", {"나래 integratedInto 누리앱"}),
        ("[나래:AIModel]는 [누리앱:Service]에서 이용 가능", {"나래 providedThrough 누리앱"}),
        ("[나래:AIModel]는 [큰시험:Benchmark]에서 {90점:score}을 기록", {"나래 evaluatedOn 큰시험"}),
        ("[가람:Organization]의 [나래:AIModel]가 인기", {"나래 releasedBy 가람"}),
        ("[한국:Place] [가람:Organization]이 발표", {"가람 locatedIn 한국"}),
        ("[김하늘:Person] [가람:Organization] 대표는 칩을 소개", {"김하늘 holdsPosition 가람"}),
        ("[김하늘:Person]과 [가람:Organization]은 칩을 소개", set()),
        ("[가람:Organization]이 [새법:Law]을 제정", {"새법 enactedBy 가람"}),
        ("[나래:AIModel]는 [큰말:AIModel], [작은말:AIModel]로 구성", {"큰말 variantOf 나래", "작은말 variantOf 나래"}),
        ("[가람:Organization]이 [큰잔치:Conference]를 개최", {"가람 offers 큰잔치"}),
        ("[나래:AIModel]의 후속 모델 [다솜:AIModel]을 공개", {"다솜 successorOf 나래"}),
        (
            "[가람:Organization]은 모델 ‘[나래:AIModel]’를, [나루:Organization]는 로봇 ‘[마루:Hardware]’를 공개",
            {"나래 releasedBy 가람", "마루 releasedBy 나루"},
        ),
        (
            "[가람:Organization]은 효율을 높이는 ‘[나래:AIModel]’와 로봇이 짐을 옮기도록 돕는 ‘[마루:AIModel]’도 공개",
            {"나래 releasedBy 가람", "마루 releasedBy 가람"},
        ),
        (
            "[가람:Organization]과 [나루:Organization]가 참여하는 AI 협의체인 [한빛연합:Organization]이 지침을 발표",
            {"가람 memberOf 한빛연합", "나루 memberOf 한빛연합"},
        ),
        ("[한국:Place]은 [독일:Place]과 최대 {500억 유로:eur} 규모의 투자에 합의", {"한국 partnerOf 독일"}),
        ("[가람:Organization]의 장기 전략인 ‘[새길:Programme]’을 추진", {"가람 offers 새길"}),
        ("[나래:AIModel]는 별도의 [다솜:AIModel] 버전을 기반으로 많은 양의 글을 분석", {"나래 basedOn 다솜"}),
        ("[다솜:AIModel]은 에이전트의 기반이 되는 기능과 [나래:AIModel]를 제공", set()),
        (
            "[한국:Place] [부산:Place]에서 열린 [큰잔치:Conference]에서 칩을 소개",
            {"부산 partOf 한국", "큰잔치 locatedIn 부산"},
        ),
        (
            "[김하늘:Person] [가람:Organization] CEO는 [나래:AIModel]를 공개",
            {"김하늘 holdsPosition 가람", "나래 releasedBy 가람"},
        ),
        ("[가람:Organization]은 ‘[큰생각:Work]’ 보고서에서 로봇을 혁신 기술로 선정", {"가람 publishes 큰생각"}),
        ("[나래:AIModel]는 [누리앱:Service]과 연동되어 활용", {"나래 integratedInto 누리앱"}),
        ("[가람:Organization]은 [다솜:AIModel]과 통합된 [나래:AIModel]를 공개", {"나래 releasedBy 가람"}),
        ("[가람:Organization]이 [한국:Place] 기업과 소비자를 돕는 칩을 출시", set()),
        ("[가람:Organization] 공동 창립자인 [김하늘:Person]이 강연", {"가람 foundedBy 김하늘"}),
        ("[다솜:Service]용 [나래:Service] 앱을 출시", {"나래 providedThrough 다솜"}),
        ("[가람:Organization]은 ‘[나래:AIModel]’ [언어모델:Topic]을 개발", {"나래 releasedBy 가람"}),
        (
            "[가람:Organization]은 [나루:Organization]에 {3억 달러:usd} 투자로 협력 강화",
            {"가람 partnerOf 나루", "가람 invests 나루"},
        ),
        (
            "[나래:AIModel]는 빨랐으나 [큰시험:Benchmark]에서는 {28점:score}을 기록해 [다솜:AIModel]보다 낮게 평가",
            {"나래 evaluatedOn 큰시험", "다솜 evaluatedOn 큰시험", "나래 comparedWith 다솜"},
        ),
        ("분쟁 [큰소송:CourtCase]에서 [윗법원:Organization]은 원고 승소로 판결", {"큰소송 decidedBy 윗법원"}),
        ("[김하늘:Person]은 [큰소송:CourtCase]을 제기", {"김하늘 participatesIn 큰소송"}),
        ("[가람:Organization]은 ‘[나래:Hardware]’라는 자체 설계 칩을 공개", {"나래 releasedBy 가람"}),
        ("[가람:Organization]은 자사가 운영하는 [누리앱:Service]에 라벨을 적용", {"누리앱 releasedBy 가람"}),
        (
            "[나래:AIModel] 및 [다솜:AIModel] 연구 결과를 기반으로 한 [마루:AIModel]는 인기",
            {"마루 basedOn 나래", "마루 basedOn 다솜"},
        ),
        ("[가람:Organization]은 [위원회:Organization]에서 [새법:Law]을 승인했다고 발표", {"새법 enactedBy 위원회"}),
        ("주요 언론들이 [부산:Place]에서 열린 [큰잔치:Conference]를 소개", {"큰잔치 locatedIn 부산"}),
    ],
)
def test_told(sentence: str, expected: set[str]) -> None:
    assert told(sentence) == expected


def related(*bullets: str, notes: tuple[str, ...] = ()) -> set[str]:
    lead = article(*bullets, notes=notes)
    return {
        f"{r.subject.split('/')[1]} {r.predicate} {r.object.split('/')[1]}"
        for r in relations(lead)
        if r.predicate not in ("partnerOf",)
    }


def test_note_explains_the_name_with_its_star() -> None:
    note = (
        "* Hanbit Union: [나루:Organization]가 신뢰 보장을 위해 <2021년:2021> [다솜:Organization], "
        "[라온:Organization]과 함께 설립한 단체"
    )
    assert related("[가람:Organization]은 ‘[한빛연합:Organization](HU)*’의 인증을 적용", notes=(note,)) == {
        "한빛연합 foundedBy 나루",
        "한빛연합 foundedBy 다솜",
        "한빛연합 foundedBy 라온",
    }


def test_note_lists_what_the_bullet_counts() -> None:
    bullet = "회의에서 2개국*과 [나루:Organization] 등의 기업이 {4억 달러:usd}를 투자해 사업 ‘[새길:Programme]’도 출범"
    assert related(bullet, notes=("* [한국:Place], [독일:Place]",)) == {
        "한국 invests 새길",
        "독일 invests 새길",
        "나루 invests 새길",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "연구진은 [다솜:AIModel]을 미세조정해 ‘[나래:AIModel]’를 개발",
        "연구진은 {1천 개:item} 데이터로 [다솜:AIModel] 모델을 훈련",
    ],
)
def test_what_is_made_by_tuning_is_based_on_it(sentence: str) -> None:
    lead = "[가람:Organization]이 <2024년 3월 5일:2024-03-05> 모델 ‘[나래:AIModel]’를 공개"
    assert "나래 basedOn 다솜" in related(lead, sentence)


def test_scores_below_a_bullet_are_on_its_benchmark() -> None:
    lead = article("[나래:AIModel]는 [큰시험:Benchmark]에서 {26%:percent}의 정확도를 기록")
    below = passage(
        "[다솜:AIModel]({4%:percent}), [마루:AIModel]({5%:percent})도 낮은 정확도를 나타냄", Kind.SUB_BULLET, "b1.1"
    )
    other = passage("[보람:AIModel]({4달러:usd}), [소리:AIModel]({5달러:usd})도 인기", Kind.SUB_BULLET, "b1.2")
    lead.passages += [below, other]
    found = {r.subject for r in relations(lead) if r.predicate == "evaluatedOn"}
    assert found == {"AIModel/나래", "AIModel/다솜", "AIModel/마루"}


def test_bare_noun_is_the_thing_whose_name_ends_in_it() -> None:
    lead = "[가람:Organization]이 <2024년 3월 5일:2024-03-05> [나루 연구원:Organization]을 설립"
    assert "가람 invests 나루 연구원" in related(
        lead, "[가람:Organization]은 향후 {10년간:year} 연구원에 공공자금을 투자"
    )


def test_parties_and_courts_of_the_only_case_of_the_article() -> None:
    sued = "[가람:Organization]이 [나루:Organization]를 상대로 [큰소송:CourtCase]을 제기"
    lost = "[가람:Organization]은 [아랫법원:Organization]과 [윗법원:Organization]에서 패소"
    assert related(sued, lost) >= {
        "가람 participatesIn 큰소송",
        "나루 participatesIn 큰소송",
        "큰소송 decidedBy 아랫법원",
        "큰소송 decidedBy 윗법원",
    }


def test_an_edition_is_that_of_the_product_of_the_lead() -> None:
    lead = "[가람:Organization]이 <2024년 3월 5일:2024-03-05> 모델 ‘[나래:AIModel]’를 공개"
    assert "나래 providedThrough 누리앱" in related(lead, "프리뷰 버전은 [누리앱:Service]을 통해 제공")


def test_researchers_are_those_of_the_agent_of_the_article() -> None:
    lead = "[가람:Organization]이 <2024년 3월 5일:2024-03-05> 모델 ‘[나래:AIModel]’를 공개"
    assert "다솜 releasedBy 가람" in related(lead, "연구진은 ‘[다솜:AIModel]’도 개발")


@pytest.mark.parametrize(
    ("predicate", "expected"),
    [
        ("공개하다", ("공개", False)),
        ("공개되다", ("공개", True)),
        ("선보이다", ("선보이", False)),
        ("하다", ("하", False)),
    ],
)
def test_stem(predicate: str, expected: tuple[str, bool]) -> None:
    assert stem(predicate) == expected


def test_names_that_begin_with_names() -> None:
    names = [
        Named("p/korea", "Place", "한국"),
        Named("o/garam", "Organization", "가람"),
        Named("o/garam-lab", "Organization", "가람 연구소"),
        Named("o/gov", "Organization", "한국 정부"),
        Named("m/narae2", "AIModel", "나래 2"),
        Named("m/narae2mini", "AIModel", "나래 2 미니"),
        Named("m/narae21", "AIModel", "나래 2 2.1"),
        Named("s/search", "Service", "가람 검색"),
        Named("x/garamba", "Service", "가람바"),
    ]
    assert {(k.subject.entity, k.predicate, k.object.entity) for k in kinships(names)} == {
        ("o/gov", "locatedIn", "p/korea"),
        ("o/garam-lab", "partOf", "o/garam"),
        ("s/search", "releasedBy", "o/garam"),
        ("m/narae2mini", "variantOf", "m/narae2"),
        ("m/narae21", "versionOf", "m/narae2"),
    }
