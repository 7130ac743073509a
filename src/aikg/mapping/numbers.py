"""Numbers with their units in English, exact to the last digit, and printed numbers made fit for a Korean sentence."""

import re
from decimal import Decimal

from aikg.mapping.cleaning import clean
from aikg.mapping.english import plural
from aikg.mapping.wording import fill, template, templates
from aikg.model.extraction import Quantity
from aikg.vocabulary.concepts import concepts

#: a number with more significant digits than this is written out
_MOST_DIGITS = 4
#: a number from here on is written as a power of ten, unless it has a name
_POWERS = Decimal(10) ** 15
#: units that the measure says already
_UNSAID = frozenset({"rank"})
_CODE = re.compile("[A-Z]{3}")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FRACTION = re.compile(r"([0-9]+)분의 ?([0-9]+)")
_HALF = "절반"
#: "수백만": some hundreds of ten thousands
_ORDER = re.compile(r"수 ?[십백천만억조]")
_SEVERAL = re.compile(r"(?<![가-힣])수 [가-힣]")
#: words of a printed form that tell of a bound
_BOUNDED = re.compile(
    r"약|여 ?[가-힣]|[이초]상|초과|넘|최[대소고]|이[하내]|미만|내$|수 ?[가-힣]|가량|정도|남짓|안팎|수준|[~∼]|에서"
)
_POWER_OF_TEN = re.compile(r"10([0-9]{2})(?![0-9])")
_DEFINING = re.compile(r"^(?:[가-힣]+(?:하는|되는|달하는)|이르는)\s+")
_TAIL = re.compile(r"(?<=번째)(?:로|에|의)$")


def in_english(quantity: Quantity) -> str:
    """Return a quantity as English prints it.

    >>> in_english(Quantity(0, 0, "", "usd", "at-least", Decimal("3200000000")))
    'at least USD 3.2 billion'
    >>> in_english(Quantity(0, 0, "", "percent", "range", minimum=Decimal("5"), maximum=Decimal("7.5")))
    '5 to 7.5%'
    >>> in_english(Quantity(0, 0, "수백만 개", "work", "at-least", Decimal(1_000_000)))
    'millions of works'
    """
    shown = _bounded(quantity)
    if quantity.unit == "item" and quantity.counted:
        shown = fill(template("en", "bounds", "counted"), value=shown, counted=clean(quantity.counted))
    if quantity.per:
        return fill(template("en", "bounds", "per"), value=shown, per=_unit_name(quantity.per))
    return shown


def is_one(quantity: Quantity) -> bool:
    """Tell whether a verb that follows the quantity is singular: one, or an amount or share taken as one."""
    return quantity.value == 1 or _is_currency(quantity.unit) or quantity.unit in ("percent", "rank")


def _bounded(quantity: Quantity) -> str:
    forms = templates("en")["bounds"]
    if quantity.value is None and quantity.minimum is not None and quantity.maximum is not None:
        least, most = _number(quantity.minimum), _number(quantity.maximum)
        return _with_unit(fill(forms["range"], minimum=least, maximum=most), quantity)
    number = next((n for n in (quantity.value, quantity.minimum, quantity.maximum) if n is not None), Decimal(0))
    if (vague := _vague(quantity, number)) is not None:
        return vague
    bound = quantity.bound if quantity.bound in forms and quantity.bound != "range" else "exact"
    return fill(forms[bound], value=_fraction(quantity) or _with_unit(_number(number), quantity))


def _vague(quantity: Quantity, number: Decimal) -> str | None:
    """Return a number of which only the order of magnitude is printed, as 수백만 or 수 시간."""
    forms = templates("en")
    units = plural(_unit_name(quantity.unit))
    if quantity.bound == "at-least" and _ORDER.search(quantity.text):
        order = forms["numbers"]["powers"].get(str(number.adjusted()))
        return fill(forms["bounds"]["order"], order=order, units=units) if order else None
    if quantity.bound == "at-least" and _SEVERAL.search(quantity.text):
        return fill(forms["bounds"]["several"], units=units)
    return None


def _fraction(quantity: Quantity) -> str | None:
    """Return the words of a share that is printed as a fraction: one third is not quite 33.3%."""
    parts = _FRACTION.search(quantity.text)
    key = f"{parts[2]}-{parts[1]}" if parts else "1-2" if _HALF in quantity.text else ""
    found: str | None = templates("en")["numbers"]["fractions"].get(key) if quantity.unit == "percent" else None
    return found


def _number(value: Decimal) -> str:
    for word in ("trillion", "billion", "million"):
        size = templates("en")["numbers"][word]
        if abs(value) >= size:
            part = (value / size).normalize()
            if len(part.as_tuple().digits) <= _MOST_DIGITS and abs(value) < _POWERS:
                return f"{part:,f} {word}"
    return _as_power(value) if abs(value) >= _POWERS else f"{value.normalize():,f}"


def _as_power(value: Decimal) -> str:
    power = value.adjusted()
    part, raised = (value / Decimal(10) ** power).normalize(), str(power).translate(_RAISED)
    return f"10{raised}" if part == 1 else f"{part:f} × 10{raised}"


def _is_currency(unit: str) -> bool:
    """Tell whether a unit has a code of ISO 4217 for its notation; GPU and CPU are names, not codes."""
    concept = concepts().get(f"unit/{unit}")
    return concept is not None and bool(_CODE.fullmatch(concept.notation)) and concept.en != concept.notation


def _with_unit(number: str, quantity: Quantity) -> str:
    if quantity.unit == "percent":
        return f"{number}%"
    if _is_currency(quantity.unit):
        return f"{concepts()[f'unit/{quantity.unit}'].notation} {number}"
    if quantity.unit in _UNSAID:
        return number
    name = _unit_name(quantity.unit)
    return f"{number} {name if number == '1' else plural(name)}"


def _unit_name(unit: str) -> str:
    concept = concepts().get(f"unit/{unit}")
    return concept.en if concept is not None else unit


def in_korean(quantity: Quantity) -> str:
    """Return the printed form of a quantity, fit for a sentence: with its bound, without what hung on it in print.

    >>> in_korean(Quantity(0, 0, "1026 플롭스", "flops", "more-than", Decimal(10) ** 26))
    '10²⁶ 플롭스 초과'
    >>> in_korean(Quantity(0, 0, "5년 내", "year", "up-to", Decimal(5)))
    '5년 이내'
    """
    text = _TAIL.sub("", _DEFINING.sub("", clean(quantity.text)))
    value = quantity.value if quantity.value is not None else Decimal(0)
    if (power := _POWER_OF_TEN.search(text)) and value == Decimal(10) ** int(power[1]):
        text = f"{text[: power.start()]}10{power[1].translate(_RAISED)}{text[power.end() :]}"
    forms: dict[str, str] = templates("ko")["bounds"]
    if re.search(r"[^이]내$", text):
        return fill(forms["within"], value=text.removesuffix("내").rstrip())
    if quantity.bound in forms and not _BOUNDED.search(text):
        return fill(forms[quantity.bound], value=text)
    return text
