"""What an amount is in its place: a quantity with its sign, or only a place in a series."""

import re
from dataclasses import replace
from decimal import Decimal

from aikg.extraction.amounts import Amount
from aikg.extraction.counted import counted_after, counted_before
from aikg.extraction.units import Kind, units

_MINUS = re.compile(r"(?:^|[\s(])(-|−|–|마이너스\s?)$")
#: a count of steps says how they are divided; any other number before 단계 is a step
_STEPS = re.compile(
    r"(?:로|의)?\s?(?:구분|분류|나누|나뉘|구성|세분|과정|절차|프로세스|체계|로드맵|위험|구조|척도|접근)"
)
_TENS_OF_AGE = re.compile(
    r"\s?(?:이상|이하|초반|중반|후반|남성|여성|남녀|청년|청소년|소녀|소년|남학생|여학생|자녀|아동|응답자|직장인|근로자|인구|이용자|사용자|취업자"
    r"|기자|와|는|가|에서|\(|·|,|~)"
)
_TENS = {Decimal(tens) for tens in range(10, 100, 10)}
#: counters of parts and terms (2기, 3부), which count things only beside a noun of these units
_SERIES = {"기": {"satellite", "robot", "vehicle", "facility", "device", "server"}, "부": {"document", "paper", "work"}}
#: more than this is no part of a series
_MANY = 50
_IN_ALL = re.compile(r"총\s?$")
#: 제3차: a place in a series
_NUMBERED = re.compile(r"(?<![가-힣])제\s?$")


def in_place(text: str, amount: Amount) -> Amount:
    """Return an amount with its sign and its kind: quantity, rank, or a place in a series."""
    if amount.unit.kind is Kind.SHARE and (minus := _MINUS.search(text, max(0, amount.start - 6), amount.start)):
        amount = replace(amount, start=minus.start(1), low=-amount.low)
    if _NUMBERED.search(text, max(0, amount.start - 4), amount.start):
        return replace(amount, kind="ordinal")
    printed = text[amount.start : amount.end]
    if printed.endswith("단계") and not (
        _STEPS.match(text, amount.end) or _IN_ALL.search(text, max(0, amount.start - 3), amount.start)
    ):
        return replace(amount, kind="ordinal")
    if _is_part(text, amount):
        return replace(amount, kind="ordinal", counter="")
    if amount.counter == "대" and amount.low in _TENS and _TENS_OF_AGE.match(text, amount.end):
        return replace(amount, kind="ordinal", counter="", unit=units()["year-of-age"])
    return amount


def _is_part(text: str, amount: Amount) -> bool:
    """Tell whether 2기 or 3부 is a term or a part, and counts nothing."""
    things = _SERIES.get(amount.counter)
    if things is None or amount.low >= _MANY:
        return False
    nouns = (counted_before(text, amount.start), counted_after(text, amount.end))
    return not any(noun and noun.unit in things for noun in nouns)
