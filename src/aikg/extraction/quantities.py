"""Every quantity of a block: value, unit, bound, range, rate, what is counted.

The grammar speaks of Korean alone: a numeral, what stands right before and after it, and the noun it counts. Numerals
in names, codes, dates and references to articles of law are left out (``aikg.extraction.exclusions``); names and dates
that others found are passed in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from aikg.extraction.amounts import Amount
from aikg.extraction.bounds import bound_after, bound_before, combine
from aikg.extraction.counted import counted_after, counted_before
from aikg.extraction.exclusions import excluded
from aikg.extraction.linking import linked
from aikg.extraction.numerals import fold
from aikg.extraction.ranges import amounts_from
from aikg.extraction.rates import compound, rate_after, rate_before
from aikg.extraction.units import Kind
from aikg.model.extraction import DateMention, Quantity

#: where a number can begin: a digit, a sign or code of money, a first syllable of a numeral in Hangul
_START = re.compile(
    r"[A-Z]{0,3}[$€£¥￥₩₹]\s?(?=\d)|(?<![A-Za-z])[A-Z]{3}\s?(?=\d)|\d|(?<![가-힣])[수몇한두세네석넉다여일아열스서마쉰예절반과이삼사오육칠팔구십백천만하닷엿보나너대]",
    re.ASCII,
)
_MINUS = re.compile(r"(?:^|[\s(])(-|−|–|마이너스\s?)$")
#: a count of steps says how they are divided; any other number before 단계 is a step
_STEPS = re.compile(
    r"(?:로|의)?\s?(?:구분|분류|나누|나뉘|구성|세분|과정|절차|프로세스|체계|로드맵|위험|구조|척도|접근)"
)
_TENS_OF_AGE = re.compile(
    r"\s?(?:이상|이하|초반|중반|후반|남성|여성|남녀|청년|응답자|직장인|근로자|인구|이용자|사용자|취업자|기자|와|는|가|에서|\(|·|,|~)"
)
_RANKED = re.compile(r"번째로")
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

    ``raised`` are the stretches printed above the line (exponents), ``protected`` those of names that are not to be read
    as numbers, ``dates`` the dates found before. Any text is accepted; what is not understood gives nothing.

    >>> [(q.text, str(q.value), q.unit, q.bound) for q in find_quantities("최대 3,500만 유로 또는 매출의 7%")]
    [('최대 3,500만 유로', '35000000', 'eur', 'up-to'), ('7%', '7', 'percent', 'up-to')]
    >>> [(q.text, q.unit, q.counted) for q in find_quantities("라마 3 모델이 2만 개 이상의 최신 GPU를 사용")]
    [('2만 개 이상', 'gpu', 'GPU')]
    """
    folded = fold(text)
    closed = sorted([*protected, *((date.start, date.end) for date in dates), *excluded(folded)])
    found: list[Quantity] = []
    for amount in _amounts(folded, raised, closed):
        floor = found[-1].end if found else 0
        if (quantity := _quantity(text, folded, amount, floor)) is not None:
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
        amounts = amounts_from(text, start, raised)
        yield from amounts
        position = amounts[-1].end if amounts else _past(text, start)


def _past(text: str, start: int) -> int:
    """Return where to look on after a number that is no quantity: behind all its digits."""
    match = re.compile(r"[\d,.]*\d", re.ASCII).match(text, start)
    return match.end() if match else start + 1


def _quantity(text: str, folded: str, amount: Amount, floor: int) -> Quantity | None:
    """Complete an amount with what stands before and after it; ``floor`` is where the quantity before it ends."""
    amount = _sorted(folded, amount)
    start, before, per = _before(folded, amount, floor)
    if amount.unit.name == "day" and folded[: amount.end].endswith("일제") and per != "week":
        return None
    after = bound_after(folded, amount.end)
    end = after.edge if after else amount.end
    if per is None and amount.unit.kind is Kind.MONEY and (rate := rate_after(folded, end)):
        end, per = rate.edge, rate.per
    unit, counted = _unit_and_noun(folded, amount)
    unit, per = compound(unit, per)
    printed = text[start:end] if end - start <= _LONGEST_TEXT else text[amount.start : amount.end][:_LONGEST_TEXT]
    whole = amount.high is not None
    return Quantity(
        start=start,
        end=end,
        text=printed,
        unit=unit,
        bound="range" if whole else combine(before, amount.bound, after.name if after else None),
        value=None if whole else amount.low,
        minimum=amount.low if whole else None,
        maximum=amount.high,
        per=per,
        counted=counted,
        kind=amount.kind,
        doubt=amount.doubt,
    )


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
    counted = amount.counted
    if counted is None and (amount.counter or amount.unit.name in ("person", "item")):
        before = counted_before(text, amount.start)
        after = counted_after(text, amount.end)
        exact = before is not None and before.unit in ("token", "parameter", "gpu", "qubit")
        counted = before if exact or after is None else after
        if counted is after and after is not None and after.unit is None and before is not None:
            counted = before
    if counted is None:
        return amount.unit.name, ""
    return (counted.unit or amount.unit.name) if amount.counter or amount.counted else amount.unit.name, counted.noun


def _sorted(text: str, amount: Amount) -> Amount:
    """Return an amount with its sign and its kind: quantity, rank, or a place in a series."""
    if amount.unit.kind is Kind.SHARE and (minus := _MINUS.search(text, max(0, amount.start - 6), amount.start)):
        amount = replace(amount, start=minus.start(1), low=-amount.low)
    if text[: amount.start].endswith(("제", "제 ")):
        return replace(amount, kind="ordinal")
    printed = text[amount.start : amount.end]
    if printed.endswith("단계") and not (_STEPS.match(text, amount.end) or re.search(r"총\s?$", text[: amount.start])):
        return replace(amount, kind="ordinal")
    if (
        amount.counter == "대"
        and amount.low in {Decimal(n) for n in range(10, 100, 10)}
        and _TENS_OF_AGE.match(text, amount.end)
    ):
        return replace(amount, kind="ordinal", counter="")
    return amount
