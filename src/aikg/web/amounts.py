"""Figures in words: bound, number, unit, as Korean and English write them."""

from __future__ import annotations

from decimal import Decimal

#: Korean counts large numbers in steps of ten thousand
_MYRIADS: tuple[tuple[int, str], ...] = ((10**12, "조"), (10**8, "억"), (10**4, "만"))
_THOUSANDS: tuple[tuple[int, str], ...] = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
#: from here on nobody says a number in words
_NAMELESS = 10**17
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: Korean bounds that stand behind the amount
_BEHIND = ("at-least", "more-than", "less-than")
_IRREGULAR = {"person": "people", "times": "times", "GPU": "GPUs"}


def number(value: Decimal | int, lang: str = "en") -> str:
    """Return a number, exact, with thousands separated; large round ones as people say them.

    >>> number(Decimal("35000000")), number(Decimal("90.04")), number(381000), number(3200000000)
    ('35 million', '90.04', '381,000', '3.2 billion')
    >>> number(35000000, "ko"), number(Decimal("381000"), "ko"), number(1430, "ko")
    ('3,500만', '38만 1,000', '1,430')
    """
    if value != int(value):
        return f"{value:,f}"
    whole = int(value)
    if abs(whole) >= _NAMELESS:
        return _as_power(Decimal(value))
    if lang == "ko" and abs(whole) >= 10_000:
        return _in_myriads(whole)
    for size, word in _THOUSANDS:
        scaled = Decimal(value) / size
        if abs(scaled) >= 1 and scaled == round(scaled, 2):
            return f"{scaled.normalize():,f} {word}"
    return f"{whole:,}"


def _as_power(value: Decimal) -> str:
    """Return a number for which there is no word in use.

    >>> _as_power(Decimal("1E+26")), _as_power(Decimal("25E+18"))
    ('10²⁶', '2.5×10¹⁹')
    """
    digits, _, exponent = f"{value.normalize():E}".partition("E+")
    power = "10" + exponent.translate(_RAISED)
    return power if digits == "1" else f"{digits}×{power}"


def _in_myriads(value: int) -> str:
    rest, parts = abs(value), []
    for size, word in _MYRIADS:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count:,}{word}")
    return ("-" if value < 0 else "") + " ".join([*parts, *([f"{rest:,}"] if rest else [])])


def amount(numbers: tuple[Decimal, ...], unit: str, bound: str, word: str, lang: str, currency: bool = False) -> str:
    """Return an amount; ``numbers`` are one or both ends, ``bound`` its slug, ``word`` the bound in the language.

    >>> amount((Decimal(50),), "개(기관)", "some-over", "여", "ko")
    '50여 개'
    >>> amount((Decimal(35000000),), "유로", "exact", "", "ko")
    '3,500만 유로'
    >>> amount((Decimal(400000000000),), "USD", "more-than", "more than", "en", currency=True)
    'more than USD 400 billion'
    >>> amount((Decimal(2), Decimal(4)), "초", "range", "", "ko"), amount((Decimal(1),), "person", "exact", "", "en")
    ('2~4초', '1 person')
    """
    if lang == "ko":
        return _korean("~".join(number(n, lang) for n in numbers), unit.split("(")[0], bound, word)
    written = "–".join(number(n, lang) for n in numbers)
    if currency:
        written = f"{unit} {written}"
    elif unit == "%":
        written += unit
    else:
        written += " " + plural(unit, numbers[-1])
    return written if bound in ("exact", "range") else f"{word} {written}"


def _korean(written: str, unit: str, bound: str, word: str) -> str:
    rate, unit = _rate(unit)
    written = rate + written
    if bound == "some-over":
        return f"{written}여 {unit}"
    # a counter stands close to digits, apart from 만 and 억
    close = unit == "%" or (written[-1].isdecimal() and "가" <= unit[:1] <= "힣")
    written += unit if close else f" {unit}"
    if bound in ("exact", "range"):
        return written
    return f"{written} {word}" if bound in _BEHIND else f"{word} {written}"


def _rate(unit: str) -> tuple[str, str]:
    """Take what a rate is per, which Korean puts before the number, off its unit.

    >>> _rate("초당 프레임"), _rate("시간/주"), _rate("명")
    (('초당 ', '프레임'), ('주 ', '시간'), ('', '명'))
    """
    per, blank, counted = unit.partition(" ")
    if blank and per.endswith("당"):
        return per + " ", counted
    counted, slash, per = unit.partition("/")
    return (per + " " if slash else ""), counted


def plural(unit: str, value: Decimal) -> str:
    """Return an English unit for a number; signs such as GB stay as they are.

    >>> plural("frame per second", Decimal(24)), plural("company", Decimal(2)), plural("GB", Decimal(192))
    ('frames per second', 'companies', 'GB')
    """
    head, per, rest = unit.partition(" per ")
    if head in _IRREGULAR and value != 1:
        return _IRREGULAR[head] + per + rest
    if value == 1 or not unit.islower():
        return unit
    head = head[:-1] + "ies" if head.endswith("y") and head[-2:-1] not in "aeou" else head + "s"
    return head + per + rest
