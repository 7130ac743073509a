"""Ranges: "5~10배", "20~30만 명", "수십만에서 100만 개", and changes that share a unit ("10에서 20%로")."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from aikg.extraction.amounts import Amount, amount_at, numeral_may_stand
from aikg.extraction.numerals import EXACT, Form, Numeral, read_folded
from aikg.extraction.special_amounts import amounts_at
from aikg.extraction.units import Kind

_TILDE = re.compile(r"\s?[~∼〜～]\s?(?=[\d수$€£¥₩])")
_HYPHEN = re.compile(r"\s?[-‑–—]\s?(?=[\d$€£])")
_FROM = re.compile(r"에서\s?(?=[\d수])|\s내지\s(?=[\d수])")
#: "…(으)로" after the second number makes it a change, not a range
_CHANGE = re.compile(r"(?:으)?로(?![가-힣])")
_BETWEEN = re.compile(r"에서\s(?=[\d수$])")
_AMID = re.compile(r"\s?사이")


def amounts_from(text: str, position: int, raised: Sequence[tuple[int, int]] = ()) -> tuple[Amount, ...]:
    """Read the amount or range that begins at ``position``; a change gives its two ends, no number nothing.

    >>> [(str(a.low), str(a.high), a.unit.name) for a in amounts_from("5~10만 명", 0)]
    [('50000', '100000', 'person')]
    >>> [(str(a.low), a.unit.name) for a in amounts_from("10에서 20%로", 0)]
    [('10', 'percent'), ('20', 'percent')]
    """
    amounts = amounts_at(text, position, raised)
    if len(amounts) > 1:
        return amounts
    if amounts and (merged := _two_amounts(text, amounts[0], raised)):
        return (merged,)
    return amounts or _shared(text, position, raised)


def _two_amounts(text: str, first: Amount, raised: Sequence[tuple[int, int]]) -> Amount | None:
    """Join "10%~30%", "$10-20", "10%에서 30% 사이"."""
    link = _TILDE.match(text, first.end) or _HYPHEN.match(text, first.end) or _BETWEEN.match(text, first.end)
    if link is None or first.high is not None:
        return None
    second = amount_at(text, link.end(), raised) or _money_without_unit(text, link.end(), first)
    if second is None or second.unit != first.unit or second.high is not None or second.low <= first.low:
        return None
    if link.re is _BETWEEN and not _AMID.match(text, second.end):
        return None
    return replace(
        second, start=first.start, low=first.low, high=second.low, bound=None, doubt=first.doubt or second.doubt
    )


def _money_without_unit(text: str, position: int, first: Amount) -> Amount | None:
    """Read the second number of "$10-20"."""
    numeral = read_folded(text, position)
    signed = first.unit.kind is Kind.MONEY and not text[first.start].isdigit()
    if numeral is None or not signed or not numeral_may_stand(text, numeral):
        return None
    return replace(first, start=position, end=numeral.end, low=EXACT.multiply(numeral.value, Decimal(1)))


def _shared(text: str, position: int, raised: Sequence[tuple[int, int]]) -> tuple[Amount, ...]:
    """Read two numbers with one unit, printed after the second."""
    numeral = read_folded(text, position, raised)
    if (
        numeral is None
        or numeral.form not in (Form.DIGITS, Form.INDEFINITE, Form.SINO)
        or not numeral_may_stand(text, numeral)
    ):
        return ()
    link = _TILDE.match(text, numeral.end) or _HYPHEN.match(text, numeral.end) or _FROM.match(text, numeral.end)
    second = amount_at(text, link.end(), raised) if link else None
    if link is None or second is None or second.high is not None:
        return ()
    low = _low(numeral, second)
    if link.re is _FROM and _CHANGE.match(text, second.end):
        return replace(second, start=position, end=numeral.end, low=numeral.value, scale=numeral.scale), second
    if low is None:
        return ()
    return (replace(second, start=position, low=low, high=second.low, bound=None, doubt=numeral.doubt or second.doubt),)


def _low(first: Numeral, second: Amount) -> Decimal | None:
    """Return the lower end: a plain first number shares the power of ten of the second where it then stays below it."""
    if first.scale == 1 and first.form is Form.DIGITS and second.scale > 1:
        shared = EXACT.multiply(first.value, Decimal(second.scale))
        if shared < second.low:
            return shared
    return first.value if first.value < second.low else None
