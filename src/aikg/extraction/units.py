"""Units, counters and counted nouns, read from ``units.toml``; what a unit is called in the annotation bundle."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from aikg.model.extraction import Quantity

#: what may follow a unit in the same word: particles, copulas, and suffixes of extent
_SUFFIXES = (
    "이상|이하|이내|이후|이전|이나|이며|이고|이자|이다|이란|이라는|이라고|이라며|이라|이었던|이었으며|이었다|이었고|이지만|이므로|인데|입니다"
    "|에서|에게|에는|에도|에만|에야|에|으로|로|을|를|은|는|이|가|의|와|과|도|만|까지|부터|보다|마다|나|라는|라고|라며|라|며|고|다|인|임|일"
    "|였던|였으며|였다|였고|였으나|씩|쯤|가량|정도|미만|초과|내외|내|안팎|간|당|급|규모|상당|짜리|어치|중|등|뿐|전|후|뒤|동안|째|여|남짓"
    "|들|수준|치|꼴|가까이|넘게|밖에|처럼|만큼|대비|분량|분"
)
_TAIL = rf"(?=(?:{_SUFFIXES}){{0,4}}(?![가-힣A-Za-z0-9]))"
#: suffixes that only follow measures: 10%대, 100달러선
_TAIL_OF_MEASURE = rf"(?=(?:대|선|화|짜리)?(?:{_SUFFIXES}){{0,4}}(?![가-힣]))"
_NO_LATIN = r"(?![A-Za-z0-9])"


class Kind(StrEnum):
    """What a unit measures, as far as reading depends on it."""

    MEASURE = "measure"
    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    TIME = "time"
    RANK = "rank"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the scheme; ``code`` is its skos:notation, ISO 4217 for money."""

    name: str
    kind: Kind
    code: str = ""


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A unit as printed, up to ``end``; ``counter`` when the counted noun decides what it counts."""

    unit: Unit
    printed: str
    end: int
    counter: bool = False


@dataclass(frozen=True)
class _Table:
    units: Mapping[str, Unit]
    forms: Mapping[str, Unit]
    counters: frozenset[str]
    nouns: Mapping[str, str]
    pattern: re.Pattern[str]


@cache
def _table() -> _Table:
    text = files("aikg.extraction").joinpath("units.toml").read_text("utf-8")
    entries = tomllib.loads(text)
    units = {
        name: Unit(name, Kind(entry.get("kind", "measure")), entry.get("code", "")) for name, entry in entries.items()
    }
    forms = {form: units[name] for form, name in _named(entries, "words", "symbols", "counters")}
    counters = frozenset(form for form, _ in _named(entries, "counters"))
    return _Table(units, forms, counters, dict(_named(entries, "nouns")), _pattern(entries, units))


def _named(entries: Mapping[str, Mapping[str, Any]], *lists: str) -> Iterable[tuple[str, str]]:
    for name, entry in entries.items():
        for key in lists:
            yield from ((form, name) for form in entry.get(key, ()))


def _pattern(entries: Mapping[str, Mapping[str, Any]], units: Mapping[str, Unit]) -> re.Pattern[str]:
    """Return one pattern for every form, the longest first, each with what may follow it."""
    branches = []
    for form, name in _named(entries, "words", "symbols", "counters"):
        if not re.search("[가-힣]", form):
            tail = _NO_LATIN if form[-1].isalnum() else ""
        else:
            wide = units[name].kind in (Kind.MONEY, Kind.SHARE) or len(form) > 2
            tail = _TAIL_OF_MEASURE if wide else _TAIL
        branches.append((form, re.escape(form).replace(r"\ ", r"\s?") + tail))
    return re.compile("|".join(branch for _, branch in sorted(branches, key=lambda pair: -len(pair[0]))))


def units() -> Mapping[str, Unit]:
    """Return every unit by its name in the scheme."""
    return _table().units


def unit_at(text: str, position: int) -> UnitForm | None:
    """Return the unit that begins at ``position``, the longest that what follows allows.

    >>> unit_at("개월간의 훈련", 0).unit.name, unit_at("홍콩 달러(약 340억 원)", 0).unit.code, unit_at("개발", 0)
    ('month', 'HKD', None)
    """
    table = _table()
    match = table.pattern.match(text, position)
    if match is None:
        return None
    printed = re.sub(r"\s", " ", match[0])
    unit = table.forms.get(printed) or _spaced(table, printed)
    return UnitForm(unit, printed, match.end(), printed in table.counters)


def _spaced(table: _Table, printed: str) -> Unit:
    """Return the unit of a form whose blank is not printed."""
    tight = printed.replace(" ", "")
    return next(unit for form, unit in table.forms.items() if form.replace(" ", "") == tight)


def unit_of_noun(noun: str) -> str | None:
    """Return the unit that counts ``noun``, by its longest ending in the table.

    >>> unit_of_noun("중소기업"), unit_of_noun("GPUs"), unit_of_noun("바람")
    ('organization', 'gpu', None)
    """
    nouns = _table().nouns
    word = noun.lower()
    if word in nouns:
        return nouns[word]
    if word.isascii():
        return nouns.get(word.removesuffix("s")) or (nouns.get(word[:-3] + "y") if word.endswith("ies") else None)
    # a noun of one syllable is no ending: 주 is a state, but not in 광주
    return next((nouns[word[cut:]] for cut in range(1, len(word) - 1) if word[cut:] in nouns), None)


def is_noun(word: str) -> bool:
    """Tell whether ``word`` itself is a counted noun of the table, not only its ending."""
    return word.lower() in _table().nouns


def format_unit(quantity: Quantity) -> str:
    """Return what the annotation bundle calls the unit of ``quantity``.

    ISO 4217 and symbols where there are any, the counted noun for what has no unit of its own, "USD/month" for a rate.
    Sums of a year go without it: the year of a figure is told by its period.

    >>> format_unit(Quantity(0, 5, "월 8달러", "usd", per="month"))
    'USD/month'
    >>> format_unit(Quantity(0, 4, "12개", "item", counted="깃발"))
    '깃발'
    """
    name = quantity.counted if quantity.unit == "item" and quantity.counted else unit_label(quantity.unit)
    return f"{name}/{unit_label(quantity.per)}" if quantity.per and quantity.per != "year" else name


def unit_label(name: str) -> str:
    """Return the short English name of a unit: its code, except for shares, which the bundle spells out."""
    unit = units()[name]
    if unit.code and unit.kind is not Kind.SHARE:
        return unit.code
    return _BUNDLE.get(name, name.replace("-", " "))


#: units that the bundle merges with a plainer one
_BUNDLE = {"year-of-age": "year", "million-token": "1M tokens", "thousand-token": "1K tokens"}
