"""Clauses: which phrases a predicate takes, who acts, what an adnominal clause stands before."""

import pytest

from aikg.extraction.eojeol import Role
from aikg.extraction.passages import Passage
from aikg.extraction.phrases import Clause
from aikg.model.brief import Kind
from tests.extraction.sentences import passage


def clause(read: Passage, predicate: str) -> Clause:
    found = [c for c in read.clauses if c.predicate == predicate]
    assert found, [c.predicate for c in read.clauses]
    return found[0]


def words(read: Passage, start: int, end: int) -> str:
    return read.text[start:end]


def agent(read: Passage, predicate: str) -> str:
    phrase = clause(read, predicate).agent
    return words(read, phrase.start, phrase.end) if phrase else ""


@pytest.mark.parametrize(
    ("sentence", "predicate", "acting"),
    [
        ("[라온AI:Organization]가 새 모델을 공개", "공개하다", "라온AI가"),
        ("[라온AI:Organization]는 모델을 공개하고 칩을 출시", "출시하다", "라온AI는"),
        ("[라온AI:Organization]가 <2024년 5월 2일:2024-05-02> 문서를 요약하는 모델을 공개", "공개하다", "라온AI가"),
        ("[라온AI:Organization]가 개발한 모델을 [한솔:Organization]이 도입", "개발하다", "라온AI가"),
        ("[라온AI:Organization]가 개발한 모델을 [한솔:Organization]이 도입", "도입하다", "한솔이"),
        ("[라온AI:Organization]는 시장이 성장할 것으로 예상", "성장하다", "시장이"),
        ("[라온AI:Organization]는 시장이 성장할 것으로 예상", "예상하다", "라온AI는"),
        ("[라온AI:Organization]에 따르면 [한솔:Organization]은 칩을 출시", "출시하다", "한솔은"),
        ("[한솔:Organization]은 칩을 공개했으며, [라온AI:Organization]도 새 칩을 시장에 출시", "출시하다", "라온AI도"),
    ],
)
def test_agent(sentence: str, predicate: str, acting: str) -> None:
    assert agent(passage(sentence), predicate) == acting


def test_headline_begins_with_its_agent() -> None:
    assert agent(passage("[라온AI:Organization], 새 모델 공개", Kind.TITLE), "공개하다") == "라온AI,"


def test_adnominal_clause_knows_what_it_stands_before() -> None:
    read = passage("[라온AI:Organization]가 <2021년:2021> 설립한 [다온:Organization]은 칩을 개발")
    head = clause(read, "설립하다").head
    assert head is not None
    assert words(read, head.start, head.end) == "다온은"


def test_date_behind_the_subject_belongs_to_the_main_clause() -> None:
    read = passage("[라온AI:Organization]가 <2024년 5월 2일:2024-05-02> 영상을 만드는 [나래:AIModel]를 공개")
    assert [d.notation for p in clause(read, "공개하다").phrases for d in p.dates] == ["2024-05-02"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("[가람:Organization], [나루:Organization], [다온:Organization]이 참여", ["가람", "나루", "다온"]),
        ("[가람:Organization]과 [나루:Organization] 등 국내 기업이 참여", ["가람", "나루"]),
        ("[가람:Organization]을 비롯한 여러 기업이 참여", ["가람"]),
        ("[가람:Organization] 및 [나루:Organization]가 참여", ["가람", "나루"]),
        ("[가람:Organization](Garam)이 참여", ["가람"]),
        ("[김하늘:Person] [가람:Organization] 대표가 참여", ["김하늘"]),
        ("[가람:Organization]의 [김하늘:Person] 대표가 참여", ["김하늘"]),
    ],
)
def test_members_of_a_list(sentence: str, names: list[str]) -> None:
    subject = clause(passage(sentence), "참여하다").subject
    assert subject is not None
    assert [m.text for m in subject.heads] == names


def test_companion_is_no_subject() -> None:
    read = passage("[가람:Organization]이 [나루:Organization]와 함께 칩을 개발")
    found = clause(read, "개발하다")
    assert found.subject is not None
    assert [m.text for m in found.subject.heads] == ["가람"]
    assert [m.text for p in found.with_role(Role.WITH) for m in p.heads] == ["나루"]


@pytest.mark.parametrize(
    "text", ["", " ", "()", "(((", ")", "△", "가", "을 를 이 가", "다고 다며", "<script>alert(1)</script>", "a" * 5000]
)
def test_nothing_crashes(text: str) -> None:
    passage(text)
