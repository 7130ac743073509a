"""Modality by clause: the narrowest decides, a past tense does not take over what follows."""

import pytest

from aikg.extraction import modality
from tests.extraction.sentences import passage


def of(sentence: str, predicate: str) -> str:
    read = passage(sentence)
    clause = next(c for c in read.clauses if c.predicate == predicate)
    return modality.of_clause(clause, read.clauses)


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("[가람:Organization]이 칩을 출시", "출시하다", "fact"),
        ("[가람:Organization]이 칩을 출시했으며 공장을 세울 계획", "출시하다", "fact"),
        ("[가람:Organization]이 칩을 출시할 계획", "출시하다", "plan"),
        ("[가람:Organization]이 칩을 출시할 예정", "출시하다", "plan"),
        ("[가람:Organization]이 칩을 출시할 방침이라고 설명", "출시하다", "plan"),
        ("[가람:Organization]이 칩을 출시하겠다고 발표", "출시하다", "plan"),
        ("[가람:Organization]이 [나루:Organization]에 투자하기로 합의", "투자하다", "plan"),
        ("시장이 두 배로 성장할 전망", "성장하다", "forecast"),
        ("[가람:Organization]은 시장이 성장할 것으로 예상", "성장하다", "forecast"),
        ("시장이 성장할 것으로 예상됨", "성장하다", "forecast"),
        ("[가람:Organization]은 비용이 줄어들 것으로 기대", "줄어들다", "forecast"),
        ("조사에서 이용자가 늘어난 것으로 나타남", "늘어나다", "fact"),
        ("매출이 크게 늘며 시장을 넘어설 전망", "늘다", "forecast"),
        ("매출이 크게 늘었으며 시장을 넘어설 전망", "늘다", "fact"),
        ("[가람:Organization]은 칩을 도입해 비용을 절감할 계획", "도입하다", "plan"),
        ("기업은 위험을 평가해야 한다고 권고", "평가하다", "recommendation"),
    ],
)
def test_of_clause(sentence: str, predicate: str, expected: str) -> None:
    assert of(sentence, predicate) == expected


def test_noun_of_a_plan_behind_a_figure() -> None:
    read = passage("[가람:Organization]이 {3억 달러:usd}의 투자 계획을 공개")
    figure = read.quantities[0]
    phrase = read.phrase_at(figure.start)
    assert phrase is not None
    assert modality.of_phrase(phrase, figure.end) == "plan"
    assert modality.of_phrase(phrase, phrase.end) is None
