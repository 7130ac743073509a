"""One amount at a position: a numeral with the unit or the counted noun that stands with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from aikg.extraction.counted import Counted, noun_after
from aikg.extraction.numerals import EXACT, Form, Numeral, read_folded
from aikg.extraction.units import Kind, Unit, UnitForm, unit_at, units

_SIGNS = {
    "US$": "usd", "$": "usd", "€": "eur", "£": "gbp", "¥": "jpy", "￥": "jpy", "₩": "krw", "₹": "inr",
    "HK$": "hkd", "NT$": "twd", "A$": "aud", "C$": "cad", "S$": "sgd", "NZ$": "nzd", "R$": "brl", "CN¥": "cny",
    "RMB": "cny",
}  # fmt: skip
_CODES = {unit.code: unit.name for unit in units().values() if unit.kind is Kind.MONEY}
_SIGN = re.compile(
    "(?<![A-Za-z])(" + "|".join(re.escape(s) for s in sorted([*_SIGNS, *_CODES], key=len, reverse=True)) + r")\s?(?=\d)"
)
_MONEY_SCALE = re.compile(r"\s?(K|k|M|m|mn|B|b|bn|T|tn)(?![A-Za-z0-9])")
_LETTER_SCALE = re.compile(r"\s?(K|M|B|T)\s?(?:개의?|여\s?개의?)?\s?(?=토큰|매개변수|파라미터|tokens?\b|parameters?\b)")
_FACTORS = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "t": 10**12, "tn": 10**12}
#: counters of one syllable that a blank may part from plain digits; others there are parts of names (픽셀 8 프로)
_APART = {"개", "명", "건", "년", "원", "배", "곳", "엔"}
#: what native numerals count; before other words the noun itself is counted (두 모델)
_NATIVE = {
    "명", "개", "건", "곳", "가지", "종", "종류", "달", "시간", "주", "해",
    "배", "차례", "번", "번째", "번째로", "대", "장", "편", "권", "쌍", "세트",
    "사람", "살", "군데", "갈래", "축", "프레임", "글자", "단어", "문장", "줄", "쪽",
    "페이지", "단계", "팀", "회", "개월", "년", "마리", "척", "채", "벌", "조각",
    "묶음",
}  # fmt: skip
#: 한 is "a certain" before most nouns, and part of adverbs before others (한번, 한편)
_ONE = {"명", "개", "건", "곳", "가지", "달", "시간", "장", "종", "종류", "차례", "문장", "쌍", "세트", "개월"}
_SINO = {"명", "개", "건", "곳", "년", "배", "인", "개월", "톤", "가구", "시간", "대", "가지", "종", "권", "편", "달"}
_SEVERAL = {"년", "개월", "시간", "차례", "일"}
_SEVERAL_APART = _SEVERAL | {"주", "분", "초", "명", "개", "건", "곳", "배", "가지", "종", "달"}
#: these nouns are counted by bare digits too (100만 토큰, 32 토큰)
_BARE = {"token", "parameter"}
#: "세 부담", "열 관리": homonyms of native numerals
_HOMONYMS = re.compile(r"(?:세\s(?:부담|감면|수입|혜택|인상|인하|제|율|금|액)|열\s|네\s(?:가|이|말|생각))")
_PARTIES = re.compile(r"\s?(?:간|협의|협상|회담|회의|합의|협력|구도|대화|체제|연합|동맹|통화|협약|대면)")
#: words that print without a blank before digits; after other syllables a weak unit may be part of a name (라마2)
_GLUED = re.compile(r"(?:약|총|최대|최소|최고|최저|월|연|주|각|매|평균|누적|무려|단|제|만|당|중)$")
_WEAK = set("세살대종회인점분초주일호차자위배국사층기장편권부")
_MODIFIER = re.compile(r"여\s?(?=[가-힣%A-Za-z])|\+\s?(?=[가-힣])")
_GLOSS = re.compile(r"\s?\(([A-Za-z/%²µ°]{1,8}(?:\s?[A-Za-z]{1,8}){0,5})\)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with its unit, ``text[start:end]``; ``counter`` when the counted noun is still to be found."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: Unit
    scale: int = 1
    bound: str | None = None
    counter: str = ""
    counted: Counted | None = None
    kind: str = "quantity"
    doubt: str = ""


def amount_at(text: str, position: int, raised: Sequence[tuple[int, int]] = ()) -> Amount | None:
    """Read the amount that begins at ``position`` of a folded text; None when there is no number or no unit."""
    if sign := _SIGN.match(text, position):
        return _money(text, position, sign)
    numeral = read_folded(text, position, raised)
    if numeral is None or not numeral_may_stand(text, numeral):
        return None
    return amount_of(text, numeral)


def _money(text: str, position: int, sign: re.Match[str]) -> Amount | None:
    numeral = read_folded(text, sign.end())
    if numeral is None or not _closed(text, numeral.end):
        return None
    value, end = numeral.value, numeral.end
    scale = _MONEY_SCALE.match(text, end)
    if scale and numeral.scale == 1:
        value, end = EXACT.multiply(value, Decimal(_FACTORS[scale[1].lower()])), scale.end()
    name = _SIGNS.get(sign[1]) or _CODES[sign[1]]
    doubt = numeral.doubt or ("¥: yen or yuan" if sign[1] in "¥￥" else "")
    return Amount(position, end, value, None, units()[name], numeral.scale, doubt=doubt)


def numeral_may_stand(text: str, numeral: Numeral) -> bool:
    """Tell whether what stands around a numeral lets it be one: no other digits, no word that it is part of."""
    before = text[numeral.start - 1] if numeral.start else " "
    if numeral.form in (Form.DIGITS, Form.POWER):
        return (
            not (before.isascii() and before.isalnum())
            and not _inside(text, numeral.start)
            and _closed(text, numeral.end)
        )
    if numeral.form is Form.SHARE:
        return not ("가" <= before <= "힣") or text[numeral.start].isdigit()
    if "가" <= before <= "힣" or before.isalnum():
        return False
    return numeral.form is not Form.SINO or not re.search(r"\d\s?$", text[max(0, numeral.start - 3) : numeral.start])


def _inside(text: str, start: int) -> bool:
    """Tell whether a numeral begins within another one: after "1,", "1." or a decimal point."""
    return start > 1 and text[start - 1] in ".," and text[start - 2].isdigit() and text[start - 2].isascii()


def _closed(text: str, end: int) -> bool:
    following = text[end : end + 2]
    return not (len(following) == 2 and following[0] in ".," and following[1].isdigit() and following[1].isascii())


def amount_of(text: str, numeral: Numeral) -> Amount | None:
    """Return the amount of a numeral, by the unit, the letters or the noun after it."""
    if numeral.form is Form.SHARE:
        bound = "more-than" if text.startswith("과반", numeral.start) else None
        return Amount(
            numeral.start, numeral.end, numeral.value, None, units()["percent"], bound=bound, doubt=numeral.doubt
        )
    end, bound = numeral.end, "at-least" if numeral.form is Form.INDEFINITE else None
    if modifier := _MODIFIER.match(text, end):
        end, bound = modifier.end(), "some-over" if modifier[0].startswith("여") else "at-least"
    if letters := _LETTER_SCALE.match(text, numeral.end):
        return _lettered(text, numeral, letters)
    form = _form_after(text, numeral, end)
    if form is None:
        return _of_noun(text, numeral, end, bound)
    return _with_form(text, numeral, form, bound)


def _lettered(text: str, numeral: Numeral, letters: re.Match[str]) -> Amount | None:
    """Read "70B 매개변수", "128K 토큰"."""
    form = unit_at(text, letters.end())
    if form is None:
        return None
    value = EXACT.multiply(numeral.value, Decimal(_FACTORS[letters[1].lower()]))
    return Amount(numeral.start, form.end, value, None, form.unit, doubt=numeral.doubt)


def _form_after(text: str, numeral: Numeral, end: int) -> UnitForm | None:
    """Return the unit after a numeral where numerals of this form may have it."""
    apart = text[end : end + 1] == " "
    form = unit_at(text, end + apart)
    if form is None:
        return None
    printed, tight = form.printed, not apart
    words = text[numeral.start : numeral.end]
    if numeral.form is Form.DIGITS:
        plain = numeral.scale == 1 and not set(words) & set(",천백십")
        fine = tight or not plain or len(printed) > 1 or printed in _APART or "%" in printed
        fine = fine and not (printed in _WEAK and _part_of_name(text, numeral.start))
    elif numeral.form is Form.NATIVE:
        fine = printed in (_ONE if words == "한" else _NATIVE)
    elif numeral.form is Form.SINO:
        fine = printed in _SINO or form.unit.kind is Kind.MONEY
    elif numeral.form is Form.INDEFINITE and len(words) == 1:
        fine = words == "수" and printed in (_SEVERAL_APART if apart and not _future(text, numeral.start) else _SEVERAL)
    else:
        fine = True
    return form if fine else None


def _part_of_name(text: str, start: int) -> bool:
    """Tell whether digits stand right after a syllable that is no word of extent, as in 라마2."""
    before = text[max(0, start - 3) : start]
    return "가" <= before[-1:] <= "힣" and not _GLUED.search(before)


def _future(text: str, start: int) -> bool:
    """Tell whether 수 follows a word in -ㄹ, where it is the noun of "can" (할 수 있는)."""
    before = text[max(0, start - 3) : start].rstrip()[-1:]
    return bool(before) and "가" <= before <= "힣" and (ord(before) - ord("가")) % 28 == 8


def _with_form(text: str, numeral: Numeral, form: UnitForm, bound: str | None) -> Amount | None:
    unit, kind, end = form.unit, "quantity", form.end
    if unit.kind in (Kind.RANK, Kind.ORDINAL):
        kind = str(unit.kind)
    if form.printed == "자" and numeral.form is Form.DIGITS:
        if numeral.value < 10 and not _PARTIES.match(text, end):
            return None
        unit = unit if numeral.value < 10 else units()["letter"]
    if form.printed in ("사", "국") and not 2 <= numeral.value < 100:
        return None
    if form.printed == "주" and numeral.value >= 1000:
        unit = units()["item"]
    if gloss := _GLOSS.match(text, end):
        unit, end = _glossed(unit, gloss)
    value = numeral.value
    if unit.kind is Kind.TIME and (
        half := re.compile(r"\s?반(?![가-힣])|\s?반(?=간|을|이|의|에|동안|만에)").match(text, end)
    ):
        value, end = EXACT.add(value, Decimal("0.5")), half.end()
    counter = form.printed if form.counter else ""
    return Amount(
        numeral.start, end, value, numeral.upper, unit, numeral.scale, bound, counter, kind=kind, doubt=numeral.doubt
    )


def _glossed(unit: Unit, gloss: re.Match[str]) -> tuple[Unit, int]:
    """Take in the symbol in brackets after a unit spelled out: "기가바이트(GB)"."""
    form = unit_at(gloss[1], 0)
    known = form is not None and form.unit == unit
    return unit, gloss.end() if known and unit.kind not in (Kind.MONEY, Kind.TIME) else gloss.start()


def _of_noun(text: str, numeral: Numeral, end: int, bound: str | None) -> Amount | None:
    """Read a number with a noun and no counter: 두 모델, 수백만 근로자, 100만 토큰."""
    if text[end : end + 1] != " " or _HOMONYMS.match(text, numeral.start):
        return None
    counted = noun_after(text, end + 1)
    if counted is None or not _countable(text, numeral, counted):
        return None
    unit = units()[counted.unit or "item"]
    if text.startswith(counted.noun, end + 1):
        end += 1 + len(counted.noun)
    return Amount(
        numeral.start,
        end,
        numeral.value,
        numeral.upper,
        unit,
        numeral.scale,
        bound,
        counted=counted,
        doubt=numeral.doubt,
    )


def _countable(text: str, numeral: Numeral, counted: Counted) -> bool:
    words = text[numeral.start : numeral.end]
    if numeral.form is Form.NATIVE:
        return (
            words != "한"
            and counted.noun[0] >= "가"
            and (counted.unit is not None or words in ("두", "세", "네", "다섯"))
        )
    if len(words) == 1 and numeral.form is not Form.DIGITS:
        return False
    if numeral.form is Form.SINO:
        return counted.unit is not None and words.endswith(("백만", "천만", "십만", "십억"))
    if numeral.scale >= 10**4 or numeral.form is Form.INDEFINITE:
        return counted.unit is not None
    return counted.unit in _BARE
