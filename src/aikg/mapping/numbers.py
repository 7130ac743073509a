"""Numbers with their units in English, exact to the last digit."""

from decimal import Decimal

from aikg.mapping.wording import fill, template, templates
from aikg.model.extraction import Quantity
from aikg.vocabulary.concepts import concepts

#: a number with more significant digits than this is written out
_MOST_DIGITS = 4
#: units that the measure says already
_UNSAID = frozenset({"item", "rank"})


def in_english(quantity: Quantity) -> str:
    """Return a quantity as English prints it.

    >>> in_english(Quantity(0, 0, "", "usd", "at-least", Decimal("3200000000")))
    'at least USD 3.2 billion'
    >>> in_english(Quantity(0, 0, "", "percent", "range", minimum=Decimal("5"), maximum=Decimal("7.5")))
    '5 to 7.5%'
    """
    shown = _bounded(quantity)
    if quantity.per:
        return fill(template("en", "bounds", "per"), value=shown, per=_unit_name(quantity.per))
    return shown


def _bounded(quantity: Quantity) -> str:
    if quantity.value is None and quantity.minimum is not None and quantity.maximum is not None:
        least, most = _number(quantity.minimum), _number(quantity.maximum)
        return _with_unit(fill(template("en", "bounds", "range"), minimum=least, maximum=most), quantity)
    number = next((n for n in (quantity.value, quantity.minimum, quantity.maximum) if n is not None), Decimal(0))
    bound = quantity.bound if quantity.bound in templates("en")["bounds"] and quantity.bound != "range" else "exact"
    return fill(template("en", "bounds", bound), value=_with_unit(_number(number), quantity))


def _number(value: Decimal) -> str:
    for word, size in templates("en")["numbers"].items():
        if abs(value) >= size:
            part = (value / size).normalize()
            if len(part.as_tuple().digits) <= _MOST_DIGITS:
                return f"{part:,f} {word}"
    return f"{value.normalize():,f}"


def _with_unit(number: str, quantity: Quantity) -> str:
    concept = concepts().get(f"unit/{quantity.unit}")
    if quantity.unit == "percent":
        return f"{number}%"
    if concept is not None and len(concept.notation) == 3 and concept.notation.isupper():
        return f"{concept.notation} {number}"
    if quantity.unit in _UNSAID:
        return number
    name = _unit_name(quantity.unit)
    return f"{number} {name if number == '1' else _plural(name)}"


def _unit_name(unit: str) -> str:
    concept = concepts().get(f"unit/{unit}")
    return concept.en if concept is not None else unit


def _plural(name: str) -> str:
    irregular: dict[str, str] = templates("en")["plurals"]
    if name in irregular:
        return irregular[name]
    head, per, rest = name.partition(" per ")
    return f"{head}s{per}{rest}"
