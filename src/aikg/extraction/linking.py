"""What quantities of one text take from each other: counted nouns, bounds, rates, and the amounts they only convert."""

import re
from collections.abc import Sequence
from dataclasses import replace

from aikg.extraction.rates import compound
from aikg.extraction.units import Kind, units
from aikg.model.extraction import Quantity

#: between two numbers that share the noun after the second
_COORDINATED = re.compile(r"\s?(?:와|과|및|,|·|~|또는|혹은|이나|나|에서|대비)\s?")
#: between an amount and its conversion: "500위안(약 9만 원)"
_OPENED = re.compile(r"(?:[을를이가의은는]|에)?\s?\(\s?(?:(?:한화|우리 돈|원화|미화|달러화)(?:로|\s)?\s?)?")
#: "최대 A 또는 전체의 B": a bound before the first holds for both
_LEADING = re.compile("최대|최소|약")
_ALTERNATIVE = re.compile(r"[가-힣\s]{0,8}(?:또는|혹은)\s[^.,;()\d]{0,24}")
#: "월 25달러(조건)~30달러": the rate holds for both
_ALSO = re.compile(r"(?:\([^()]{0,40}\))?\s?[~∼,·]\s?(?:[가-힣]{1,6}\s)?|(?:에서|과|와|이나|또는|\s또는)\s")
_FAR = 60


def linked(text: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the quantities with what they take from their neighbours in ``text``."""
    result = list(quantities)
    for index in range(len(result)):
        result[index] = _counted_like_next(text, result, index)
    for index in range(1, len(result)):
        result[index] = _counted_like_previous(text, result, index)
        result[index] = _bound_and_rate(text, result[index - 1], result[index])
        result[index] = _converted(text, result, index)
    return tuple(_merged(quantity) for quantity in result)


def _merged(quantity: Quantity) -> Quantity:
    unit, per = compound(quantity.unit, quantity.per)
    return replace(quantity, unit=unit, per=per)


def _bare(quantity: Quantity) -> bool:
    return quantity.unit == "item" and not quantity.counted and quantity.kind == "quantity"


def _counted_like_next(text: str, quantities: Sequence[Quantity], index: int) -> Quantity:
    """Give "70억 개와 130억 개의 매개변수" one noun."""
    quantity = quantities[index]
    if not _bare(quantity) or index + 1 == len(quantities):
        return quantity
    following = quantities[index + 1]
    if _bare(following) or not _COORDINATED.fullmatch(text, quantity.end, following.start):
        return quantity
    if not following.counted and units()[following.unit].kind is not Kind.MEASURE:
        return quantity
    return replace(quantity, unit=following.unit, counted=following.counted)


def _counted_like_previous(text: str, quantities: Sequence[Quantity], index: int) -> Quantity:
    """Give "문제 30개 중 25개" one noun: a bare count counts what was counted last."""
    quantity = quantities[index]
    if not _bare(quantity):
        return quantity
    for previous in reversed(quantities[max(0, index - 3) : index]):
        if (
            previous.counted
            and _counter(previous.text) == _counter(quantity.text)
            and quantity.start - previous.end < _FAR
        ):
            return replace(quantity, unit=previous.unit, counted=previous.counted)
    return quantity


def _counter(printed: str) -> str:
    match = re.search(r"[개건종곳대편장](?![가-힣])", printed)
    return match[0] if match else ""


def _bound_and_rate(text: str, previous: Quantity, quantity: Quantity) -> Quantity:
    between = previous.end, quantity.start
    leads = previous.bound in ("up-to", "at-least", "about") and _LEADING.match(previous.text)
    if leads and quantity.bound == "exact" and _ALTERNATIVE.fullmatch(text, *between):
        quantity = replace(quantity, bound=previous.bound)
    if previous.per and not quantity.per and previous.unit == quantity.unit and _ALSO.fullmatch(text, *between):
        quantity = replace(quantity, per=previous.per)
    return quantity


def _converted(text: str, quantities: Sequence[Quantity], index: int) -> Quantity:
    """Mark an amount of money in brackets after one in another currency as its conversion."""
    previous, quantity = quantities[index - 1], quantities[index]
    money = all(units()[each.unit].kind is Kind.MONEY for each in (previous, quantity))
    if not money or previous.unit == quantity.unit or not _OPENED.fullmatch(text, previous.end, quantity.start):
        return quantity
    return replace(quantity, converted_from=index - 1, per=quantity.per or previous.per)
