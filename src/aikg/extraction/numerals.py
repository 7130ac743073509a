"""Korean numerals: digits with 천·만·억·조, powers of ten, words, shares and halves, read at a position.

Values are exact. What the text leaves open stays open: 수백만 is read as its least value, 두세 as two to three. What
looks like a slip of recognition is read the likely way and told in ``doubt``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from aikg.extraction.number_words import LARGE, SMALL, indefinite_at, native_at, sino_at, sino_value

#: enough digits for any number that a brief can print
EXACT = Context(prec=80)
#: a longer row of digits is no number of a brief
_LONGEST = 30
_FOLD = str.maketrans("０１２３４５６７８９，．％＄（）～＋－", "0123456789,.%$()~+-")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
#: three decimals before a power of ten: the comma of the thousands, misread
_MISREAD = re.compile(r"\d{1,3}\.\d{3}", re.ASCII)
_POWER = re.compile(
    r"(?:(?P<factor>\d+(?:\.\d+)?)\s?[x×*·]\s?)?10\s?(?:\^\s?\{?(?P<caret>-?\d{1,2})\}?|(?P<super>[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})"
    r"|의\s?(?P<word>\d{1,2})\s?(?:제곱|승))(?!\d)",
    re.ASCII,
)
_SHARE = re.compile(
    r"(\d{1,4}|[이삼사오육칠팔구십백천]{1,4})\s?분의\s?(\d{1,4}|[일이삼사오육칠팔구십]{1,3})(?![\d.])", re.ASCII
)
_SLASHED = re.compile(
    r"(\d)/(10|\d)(?=\s?(?:이상|이하|미만|수준|가량|정도|을|를|은|는|이|가|의|로)(?![가-힣]))", re.ASCII
)
_HALF = re.compile(r"절반|과반수?|(?<=의\s)반(?=\s?(?:이상|가량|정도)|[을은이]\s)")
_ENGLISH_SCALE = re.compile(r"\s?(thousand|million|billion|trillion)s?\b", re.IGNORECASE)
_ENGLISH = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
#: a power set apart from its digits, and not the first syllable of a word
_APART = re.compile(r"\s[만억조](?:여)?(?![가-힣])")
#: a year, month or day that follows a number is no part of it
_CALENDAR = re.compile(r"(?:1[89]|20|21)\d\d년|\d{1,2}(?:월|일)", re.ASCII)


class Form(StrEnum):
    """How a numeral is written."""

    DIGITS = "digits"
    NATIVE = "native"
    SINO = "sino"
    INDEFINITE = "indefinite"
    POWER = "power"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral of ``text[start:end]``.

    ``value`` is the least of what it may mean, ``upper`` the most where the words give it (두세). ``scale`` is the
    power of ten that a range may share with its first number ("5~10억"), 1 without one. A share (3분의 1, 절반) is in
    percent.
    """

    start: int
    end: int
    value: Decimal
    form: Form
    upper: Decimal | None = None
    scale: int = 1
    doubt: str = ""


def fold(text: str) -> str:
    """Return ``text`` with full-width digits and signs as plain ones, character for character."""
    return text.translate(_FOLD)


def read_numeral(text: str, position: int, raised: Sequence[tuple[int, int]] = ()) -> Numeral | None:
    """Read the numeral that begins at ``position``, or return None.

    ``raised`` are the stretches printed above the line, where the exponent of a power of ten stands. Words are read as
    words: whether 한 or 수 is a number there, the counter that follows must tell.

    >>> read_numeral("1억 2,800만 명", 0).value, read_numeral("1026 플롭스", 0, [(2, 4)]).value == Decimal(10) ** 26
    (Decimal('128000000'), True)
    >>> read_numeral("4분의 3", 0).value, read_numeral("수십억 달러", 0).value, read_numeral("값", 0)
    (Decimal('75'), Decimal('1000000000'), None)
    """
    if not 0 <= position < len(text):
        return None
    folded = fold(text)
    return read_folded(folded, position, raised)


def read_folded(text: str, position: int, raised: Sequence[tuple[int, int]] = ()) -> Numeral | None:
    """Read a numeral as ``read_numeral`` does, in a text that is folded already."""
    if text[position].isascii():
        if not text[position].isdigit():
            return None
        return (
            _raised(text, position, raised)
            or _power(text, position)
            or _share(text, position)
            or _number(text, position)
        )
    return _share(text, position) or _half(text, position) or _words(text, position)


def _raised(text: str, position: int, raised: Sequence[tuple[int, int]]) -> Numeral | None:
    for start, end in raised:
        if position < start < end <= len(text) and end - start <= 2:
            base, exponent = text[position:start], text[start:end]
            if base == "10" and exponent.isascii() and exponent.isdigit():
                return Numeral(position, end, Decimal(10) ** int(exponent), Form.POWER)
    return None


def _power(text: str, position: int) -> Numeral | None:
    match = _POWER.match(text, position)
    if match is None:
        return None
    exponent = match["caret"] or match["word"] or match["super"].translate(_SUPERSCRIPT)
    power = EXACT.power(Decimal(10), int(exponent))
    return Numeral(position, match.end(), EXACT.multiply(Decimal(match["factor"] or 1), power), Form.POWER)


def _share(text: str, position: int) -> Numeral | None:
    match = _SHARE.match(text, position) or _SLASHED.match(text, position)
    if match is None:
        return None
    whole, part = _plain(match[1]), _plain(match[2])
    if not whole or not part:
        return None
    if "분" not in match[0]:
        whole, part = part, whole
    if part >= whole:
        return None
    return Numeral(position, match.end(), _percent(part, whole), Form.SHARE)


def _plain(word: str) -> int | None:
    return int(word) if word.isascii() else sino_value(word)


def _percent(part: int, whole: int) -> Decimal:
    """Return a share in percent: exact where two decimals hold it, else to one decimal, as people write it."""
    exact = EXACT.divide(Decimal(100 * part), Decimal(whole))
    if exact == exact.quantize(Decimal("0.01")):
        return exact
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return rounded or exact.normalize(Context(prec=2))


def _half(text: str, position: int) -> Numeral | None:
    match = _HALF.match(text, position)
    return Numeral(position, match.end(), Decimal(50), Form.SHARE) if match else None


def _words(text: str, position: int) -> Numeral | None:
    if several := indefinite_at(text, position):
        return Numeral(position, several[0], several[1], Form.INDEFINITE)
    if native := native_at(text, position):
        end, value, upper = native
        return Numeral(position, end, Decimal(value), Form.NATIVE, Decimal(upper) if upper else None)
    if sino := sino_at(text, position):
        return Numeral(position, sino[0], Decimal(sino[1]), Form.SINO)
    if text[position] in "수몇":
        return Numeral(position, position + 1, Decimal(1), Form.INDEFINITE)
    return None


def _number(text: str, position: int) -> Numeral | None:
    """Read digits with the powers that follow, group by group, each below the one before."""
    total, end, scale, doubt = Decimal(0), position, 1, ""
    limit = 10**20
    while (group := _group(text, end if end == position else _next(text, end))) is not None:
        value, stop, power, note = group
        if power >= limit or (end != position and not _joins(text, end, group, limit)):
            break
        total, end, scale = EXACT.add(total, EXACT.multiply(value, Decimal(power))), stop, power
        doubt, limit = doubt or note, power
        if power == 1 or value != value.to_integral_value():
            break
    if end == position:
        return None
    if scale == 1 and (english := _ENGLISH_SCALE.match(text, end)):
        factor = _ENGLISH[english[1].lower()]
        return Numeral(position, english.end(), EXACT.multiply(total, Decimal(factor)), Form.DIGITS, scale=factor)
    return Numeral(position, end, total, Form.DIGITS, scale=scale, doubt=doubt)


def _next(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == " " else end


def _joins(text: str, end: int, group: tuple[Decimal, int, int, str], limit: int) -> bool:
    """Tell whether a further group belongs to the number: "38만 1,000", not "5만 2024년" nor "3만 5"."""
    value, stop, power, _ = group
    start = _next(text, end)
    if value >= limit or value != value.to_integral_value():
        return False
    if _CALENDAR.match(text, start):
        return False
    return power > 1 or any(mark in text[start:stop] for mark in "십백천") or start == end or value >= 100


def _group(text: str, position: int) -> tuple[Decimal, int, int, str] | None:
    """Read one group: digits, 천·백·십 among them, and a large power: value, end, power, doubt."""
    value, end, doubt = Decimal(0), position, ""
    limit = 10**5
    while (match := _DIGITS.match(text, end if end == position else _next(text, end))) is not None:
        if match.end() - match.start() > _LONGEST:
            return None
        small = SMALL.get(text[match.end() : match.end() + 1], 1)
        if end != position and (
            small >= limit or Decimal(match[0].replace(",", "")) >= limit or (match.start() > end and small == 1)
        ):
            break
        number, note = _amount(match[0], text[match.end() : match.end() + 1])
        value = EXACT.add(value, EXACT.multiply(number, Decimal(small)))
        end, doubt, limit = match.end() + (small > 1), doubt or note, small
        if small == 1:
            break
    if end == position:
        return None
    if _APART.match(text, end):
        end += 1
    power = LARGE.get(text[end : end + 1], 1)
    return value, end + (power > 1), power, doubt


def _amount(printed: str, power: str) -> tuple[Decimal, str]:
    """Return the value of printed digits; "3.500" before a power of ten is 3,500 with its comma misread.

    Before 조 three decimals are usual, so there only a last zero gives the slip away.
    """
    if _MISREAD.fullmatch(printed) and power in "천만억조" and power:
        if power == "조" and not printed.endswith("0"):
            return Decimal(printed), f"{printed}{power}: decimals or a misread comma"
        return Decimal(printed.replace(".", "")), f"{printed}{power} read as {printed.replace('.', ',')}{power}"
    return Decimal(printed.replace(",", "")), ""
