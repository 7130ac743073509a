"""Every quantity of a block: value, unit, bound, range, rate, what is counted.

The grammar speaks of Korean alone: a numeral, what stands right before and after it, and the noun it counts. Numerals
in names, codes, dates and references to articles of law are left out (``aikg.extraction.exclusions``); names and dates
that others found are passed in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aikg.extraction.amounts import Amount
from aikg.extraction.bounds import bound_after, bound_before, combine
from aikg.extraction.counted import Counted, counted_after, counted_before
from aikg.extraction.exclusions import excluded
from aikg.extraction.linking import linked
from aikg.extraction.numerals import fold
from aikg.extraction.ranges import amounts_from
from aikg.extraction.rates import rate_after, rate_before
from aikg.extraction.standing import in_place
from aikg.extraction.units import Kind
from aikg.model.extraction import DateMention, Quantity

#: where a number can begin: a digit, a sign or code of money, a first syllable of a numeral in Hangul
_START = re.compile(
    r"[A-Z]{0,3}[$€£¥￥₩₹]\s?(?=\d)|(?<![A-Za-z])[A-Z]{3}\s?(?=\d)|\d|(?<![가-힣])[수몇한두세네석넉다여일아열스서마쉰예절반과이삼사오육칠팔구십백천만하닷엿보나너대]",
    re.ASCII,
)
#: nouns that are units of their own, also before the number
_UNITS = {"token", "parameter", "gpu", "qubit"}
#: printed forms are kept up to this length
_LONGEST_TEXT = 60


def find_quantities(
    text: str,
    *,
    raised: Sequence[tuple[int, int]] = (),
    protected: Sequence[tuple[int, int]] = (),
    dates: Sequence[DateMention] = (),
) -> tuple[Quantity, ...]:
    """Return the quantities of ``text`` in order of their place.

    ``raised`` are the stretches printed above the line (exponents), ``protected`` those of names that are not to be
    read as numbers, ``dates`` the dates found before. Any text is accepted; what is not understood gives nothing.

    >>> [(q.text, str(q.value), q.unit, q.bound) for q in find_quantities("최대 3,500만 유로 또는 매출의 7%")]
    [('최대 3,500만 유로', '35000000', 'eur', 'up-to'), ('7%', '7', 'percent', 'up-to')]
    >>> [(q.text, q.unit, q.counted) for q in find_quantities("라마 3 모델이 2만 개 이상의 최신 GPU를 사용")]
    [('2만 개 이상', 'gpu', 'GPU')]
    """
    folded = fold(text)
    closed = sorted([*protected, *((date.start, date.end) for date in dates), *excluded(folded)])
    found: list[Quantity] = []
    for amount in _amounts(folded, raised, closed):
        floor, ceiling = _room(amount, found, closed, len(text))
        if (quantity := _quantity(text, folded, amount, floor, ceiling)) is not None:
            found.append(quantity)
    return linked(folded, found)


def _amounts(text: str, raised: Sequence[tuple[int, int]], closed: Sequence[tuple[int, int]]) -> Iterator[Amount]:
    """Yield the amounts from left to right; none begins in a closed stretch, and none overlaps another."""
    position, index = 0, 0
    while match := _START.search(text, position):
        start = match.start()
        while index < len(closed) and closed[index][1] <= start:
            index += 1
        inside = next((span for span in closed[index:] if span[0] <= start < span[1]), None)
        if inside:
            position = inside[1]
            continue
        amounts = [_clear(amount, text, closed[index:]) for amount in amounts_from(text, start, raised)]
        yield from (amount for amount in amounts if not _crosses(amount, closed[index:]))
        position = amounts[-1].end if amounts else _past(text, start)


def _crosses(amount: Amount, closed: Sequence[tuple[int, int]]) -> bool:
    return any(start < amount.end and amount.start < end for start, end in closed)


def _clear(amount: Amount, text: str, closed: Sequence[tuple[int, int]]) -> Amount:
    """Leave a counted noun to the name that it is part of."""
    noun = amount.counted.noun if amount.counted else ""
    cut = amount.end - len(noun)
    if noun and text.startswith(noun, cut) and _crosses(amount, closed):
        return replace(amount, end=cut - 1)
    return amount


def _room(amount: Amount, found: Sequence[Quantity], closed: Sequence[tuple[int, int]], length: int) -> tuple[int, int]:
    """Return how far the words of an amount may reach: to the quantity, name or date before and after it."""
    before = [end for _, end in closed if end <= amount.start]
    after = [start for start, _ in closed if start >= amount.end]
    return max([found[-1].end if found else 0, *before]), min([length, *after])


def _past(text: str, start: int) -> int:
    """Return where to look on after a number that is no quantity: behind all its digits."""
    match = re.compile(r"[\d,.]*\d", re.ASCII).match(text, start)
    return match.end() if match else start + 1


def _quantity(text: str, folded: str, amount: Amount, floor: int, ceiling: int) -> Quantity | None:
    """Complete an amount with what stands before and after it, from ``floor`` to ``ceiling``.

    What others are counted per ("1인당") is no quantity of its own.
    """
    if folded.startswith("당", amount.end):
        return None
    amount = in_place(folded, amount)
    start, before, per = _before(folded, amount, floor)
    if amount.unit.name == "day" and folded[amount.end - 2 : amount.end] == "일제" and per != "week":
        return None
    after = bound_after(folded, amount.end)
    end = after.edge if after and after.edge <= ceiling else amount.end
    if per is None and amount.unit.kind is Kind.MONEY and (rate := rate_after(folded, end)) and rate.edge <= ceiling:
        end, per = rate.edge, rate.per
    unit, counted = _unit_and_noun(folded, amount)
    printed = text[start:end] if end - start <= _LONGEST_TEXT else text[amount.start : amount.end][:_LONGEST_TEXT]
    whole = amount.high is not None
    return Quantity(
        start=start,
        end=end,
        text=printed,
        unit=unit,
        bound=_bound(amount, before, after.name if after else None),
        value=None if whole else amount.low,
        minimum=amount.low if whole else None,
        maximum=amount.high,
        per=per,
        counted=counted,
        kind=amount.kind,
        doubt=amount.doubt,
    )


def _bound(amount: Amount, before: str | None, after: str | None) -> str:
    if amount.high is not None:
        return "range"
    if amount.kind == "ordinal" and after == "about":
        after = None
    return combine(before, amount.bound, after)


def _before(text: str, amount: Amount, floor: int) -> tuple[int, str | None, str | None]:
    """Return where the words before an amount begin, the bound and the rate they give."""
    start, bound, per = amount.start, None, None
    while True:
        if (words := bound_before(text, start)) and words.edge >= floor:
            start, bound = words.edge, words.name if bound in (None, "exact") else bound
        elif per is None and _takes_rate(amount) and (rate := rate_before(text, start)) and rate.edge >= floor:
            start, per = rate.edge, rate.per
        else:
            return start, bound, per


def _takes_rate(amount: Amount) -> bool:
    return amount.unit.kind in (Kind.MONEY, Kind.MEASURE, Kind.TIME) and amount.kind == "quantity"


def _unit_and_noun(text: str, amount: Amount) -> tuple[str, str]:
    """Return the unit of an amount and the noun that it counts."""
    if amount.counted:
        return amount.counted.unit or amount.unit.name, amount.counted.noun
    if amount.counter:
        counted = _counted(text, amount)
        return (counted.unit or amount.unit.name, counted.noun) if counted else (amount.unit.name, "")
    if amount.unit.name == "person":
        people = (counted_after(text, amount.end), counted_before(text, amount.start))
        return "person", next((each.noun for each in people if each and each.unit == "person"), "")
    return amount.unit.name, ""


def _counted(text: str, amount: Amount) -> Counted | None:
    """Return the noun that a counter counts: before the number where it is a unit there, else after, else before it."""
    before, after = counted_before(text, amount.start), counted_after(text, amount.end)
    if before and (before.unit in _UNITS or after is None or after.unit is None):
        return before
    return after
