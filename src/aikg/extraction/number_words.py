"""Numbers written in Hangul: native (두, 스무), Sino-Korean (십, 오백만) and indefinite (수십억, 몇백)."""

import re
from decimal import Decimal

#: powers that multiply what stands before them and below the next
SMALL = {"십": 10, "백": 100, "천": 1000}
#: powers that close a group of four digits
LARGE = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}

_ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_TENS = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
#: forms that stand before some counters only, and pairs that leave the number open
_OTHERS = {
    "석": (3, None),
    "넉": (4, None),
    "스무": (20, None),
    "한두": (1, 2),
    "두세": (2, 3),
    "두서너": (2, 4),
    "서너": (3, 4),
    "너댓": (4, 5),
    "네댓": (4, 5),
    "대여섯": (5, 6),
    "예닐곱": (6, 7),
    "일고여덟": (7, 8),
}
_SINO = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}


def _native() -> dict[str, tuple[int, int | None]]:
    """Return every native numeral below a hundred with its value."""
    words: dict[str, tuple[int, int | None]] = {word: (value, None) for word, value in _ONES.items()}
    for tens, value in _TENS.items():
        words[tens] = value, None
        words |= {tens + ones: (value + unit, None) for ones, unit in _ONES.items()}
    return words | _OTHERS


NATIVE = _native()
_NATIVE = re.compile("|".join(sorted(NATIVE, key=len, reverse=True)))
_SINO_WORD = re.compile(r"(?:[일이삼사오육칠팔구]?[십백천만억조])+[일이삼사오육칠팔구]?")
#: several of a power: 수십, 몇백만, 십수 (ten and some)
_INDEFINITE = re.compile(r"(?:(?:수|몇)\s?(?:[십백천][만억조]?|[만억조])|십수(?:[만억조])?)")


def native_at(text: str, position: int) -> tuple[int, int, int | None] | None:
    """Read a native numeral: its end, its value, and the upper end of a pair such as 두세.

    >>> native_at("스무 개", 0), native_at("두세 곳", 0)
    ((2, 20, None), (2, 2, 3))
    """
    match = _NATIVE.match(text, position)
    return (match.end(), *NATIVE[match[0]]) if match else None


def sino_value(word: str) -> int | None:
    """Return the value of a Sino-Korean numeral, or None when the word is none.

    >>> sino_value("이십오"), sino_value("삼백만"), sino_value("천오백억"), sino_value("백십만십"), sino_value("만억")
    (25, 3000000, 150000000000, 1100010, None)
    """
    total = group = digit = 0
    small = large = 10**17
    for character in word:
        if character in _SINO:
            if digit:
                return None
            digit = _SINO[character]
        elif (power := SMALL.get(character)) is not None:
            if power >= small:
                return None
            group, digit, small = group + (digit or 1) * power, 0, power
        else:
            power = LARGE.get(character, 10**18)
            if power >= large or (total and not group and not digit):
                return None
            total += (group + digit or 1) * power
            group, digit, small, large = 0, 0, 10**17, power
    return total + group + digit or None


def sino_at(text: str, position: int) -> tuple[int, int] | None:
    """Read a Sino-Korean numeral of ten or more: its end and its value.

    The longest stretch that is a number counts: a last syllable may belong to the next word.

    >>> sino_at("이백만 달러", 0), sino_at("천연", 0), sino_at("오", 0)
    ((3, 2000000), (1, 1000), None)
    >>> sino_at("조사 응답자", 0), sino_at("만이", 0)
    (None, (1, 10000))
    """
    match = _SINO_WORD.match(text, position)
    if match is None:
        return None
    for end in range(match.end(), position, -1):
        value = sino_value(text[position:end])
        if value is not None and value >= 10 and not _ambiguous(text[position:end]):
            return end, value
    return None


def _ambiguous(word: str) -> bool:
    """Tell whether a word is rather a noun or a power with a particle: 조사, 만이; but 십이 and 백만 are numbers."""
    return word[0] in "억조경" or (word[-1] in _SINO and word[-2:-1] != "십")


def indefinite_at(text: str, position: int) -> tuple[int, Decimal] | None:
    """Read "several" of a power of ten: its end and the power, the least it can mean.

    >>> indefinite_at("수십억 달러", 0), indefinite_at("수 백만 명", 0), indefinite_at("십수 년", 0)
    ((3, Decimal('1000000000')), (4, Decimal('1000000')), (2, Decimal('10')))
    """
    match = _INDEFINITE.match(text, position)
    if match is None:
        return None
    least = Decimal(1)
    for character in match[0]:
        least *= SMALL.get(character) or LARGE.get(character) or 1
    return match.end(), least
