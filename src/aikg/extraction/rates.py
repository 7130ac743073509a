"""Rates: what a number is counted per, before it ("월 8달러", "1인당", "토큰 100만 개당") or after it ("$8/월")."""

import re
from dataclasses import dataclass
from decimal import Decimal

from aikg.extraction.numerals import read_folded
from aikg.extraction.units import unit_at, unit_of_noun

_PERIODS = {
    "year": r"연간|연평균|연|매년|해마다|연당",
    "month": r"월간|월|매월|매달|달마다|월평균|월당",
    "week": r"주간|주|매주|주당|주마다",
    "day": r"하루\s?평균|하루에|하루|매일|일일|일평균|일당|하루당",
    "hour": r"시간당|매시간|한 시간에",
    "minute": r"분당|매분",
    "second": r"초당|매초",
}
#: a period right before a number; 월 after a digit is a month of the calendar
_PERIOD = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?:" + "|".join(f"(?P<{unit}>{words})" for unit, words in _PERIODS.items()) + r")\s?$"
)
#: "토큰 100만 개당", "100만 토큰당", "1인당", "사용자당", "와트당"
_PER = re.compile(r"(?P<words>(?:[가-힣A-Za-z]+\s)?(?:[\d,.만천백억]+\s?)?[가-힣A-Za-z]+)당\s?(?:[가-힣]{1,6}\s)?$")
#: "주당 근무 시간을 40시간": the rate stands with the noun
_WEEKLY = re.compile(r"주당\s[가-힣\s]{1,12}시간[은는을를이가의]\s?(?:[약총]\s|최[대소]\s|평균\s)?$")
_AFTER = re.compile(r"\s?/\s?(?P<unit>[가-힣A-Za-z]+)|\s(?:per|a)\s(?P<english>[a-z]+)")
_SLASHED = {
    "월": "month",
    "년": "year",
    "연": "year",
    "주": "week",
    "일": "day",
    "시간": "hour",
    "분": "minute",
    "초": "second",
    "mo": "month",
}
#: compound units that the scheme has for a rate
_COMPOUNDS = {
    ("frame", "second"): "frame-per-second",
    ("megabyte", "second"): "megabyte-per-second",
    ("gigabyte", "second"): "gigabyte-per-second",
    ("terabyte", "second"): "terabyte-per-second",
    ("token", "second"): "token-per-second",
    ("hour", "week"): "hour-per-week",
}
#: rounds of things that prices are given per
_LOTS = {("token", Decimal(10**6)): "million-token", ("token", Decimal(1000)): "thousand-token"}
_REACH = 28


@dataclass(frozen=True, slots=True)
class Rate:
    """The unit that a number is counted per, None where it is no single one; ``edge`` is where its words stop."""

    per: str | None
    edge: int


def rate_before(text: str, start: int) -> Rate | None:
    """Return what the words right before ``start`` count per.

    >>> rate_before("월 8달러", 2), rate_before("토큰 100만 개당 3달러", 11), rate_before("9월 8달러", 3)
    (Rate(per='month', edge=0), Rate(per='million-token', edge=0), None)
    """
    window = max(0, start - _REACH)
    if match := _PERIOD.search(text, window, start):
        return Rate(match.lastgroup, match.start())
    if _WEEKLY.search(text, window, start):
        return Rate("week", start)
    if match := _PER.search(text, window, start):
        return _counted(text, match)
    return None


def _counted(text: str, match: re.Match[str]) -> Rate | None:
    """Read "[noun] [number] [counter or noun]당"."""
    digits = re.search(r"\d", match["words"])
    noun = match["words"].split()[-1]
    if digits is None:
        per = _unit(noun)
        return Rate(per, match.end("words") - len(noun)) if per else None
    numeral = read_folded(text, match.start() + digits.start())
    if numeral is None:
        return None
    counted = text[numeral.end : match.end("words")].strip()
    before = match["words"][: digits.start()].strip()
    per = _unit(before) if counted in ("개", "건") and before else _unit(counted)
    edge = match.start() if before and _unit(before) == per else match.start() + digits.start()
    if per is None:
        return None
    return Rate(per if numeral.value == 1 else _LOTS.get((per, numeral.value)), edge)


def _unit(word: str) -> str | None:
    if (form := unit_at(word, 0)) and form.end == len(word):
        return form.unit.name
    return unit_of_noun(word)


def rate_after(text: str, end: int) -> Rate | None:
    """Return what the words right after ``end`` count per: "$8/월", "$8 per month".

    >>> rate_after("$8/월", 2), rate_after("$8 per user", 2)
    (Rate(per='month', edge=4), Rate(per='person', edge=11))
    """
    match = _AFTER.match(text, end)
    if match is None:
        return None
    word = match["unit"] or match["english"]
    per = _SLASHED.get(word) or _unit(word)
    return Rate(per, match.end()) if per else None


def compound(unit: str, per: str | None) -> tuple[str, str | None]:
    """Return unit and per, merged where the scheme has one unit for both.

    >>> compound("frame", "second"), compound("usd", "month")
    (('frame-per-second', None), ('usd', 'month'))
    """
    merged = _COMPOUNDS.get((unit, per or ""))
    return (merged, None) if merged else (unit, per)
