"""What the names of found things become in the graph, read from ``tables.toml``."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from aikg.vocabulary.concepts import concepts

#: kinds that can act, claim and employ
AGENTS = frozenset({"Organization", "Person", "Group"})


@cache
def table(name: str) -> dict[str, Any]:
    """Return a table of ``tables.toml``."""
    text = (files("aikg.mapping") / "tables.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)[name]
    return found


def property_of(predicate: str, subject_kind: str, object_kind: str) -> tuple[str, bool]:
    """Return the property that a relation becomes, and whether its ends change places.

    >>> property_of("publishes", "Organization", "Work")
    ('http://purl.org/dc/terms/publisher', True)
    >>> property_of("locatedIn", "Place", "Place")
    ('https://schema.org/containedInPlace', False)
    """
    if subject_kind == object_kind == "Place" and predicate in table("between-places"):
        return table("between-places")[predicate], False
    row = table("relations")[predicate]
    return row["property"], bool(row.get("reversed"))


def is_object_of(event: str, kind: str) -> bool:
    """Tell whether an event of this type can directly be about a thing of this kind."""
    return kind in table("event-objects").get(event, "").split()


def is_taken_for_granted(rule: str) -> bool:
    """Tell whether a rule reads what names and noun phrases presuppose, which no claimant asserts.

    >>> is_taken_for_granted("names.place-of"), is_taken_for_granted("names.measured-on")
    (True, False)
    """
    return rule.startswith("names.") and rule not in table("rules")["claimed"].split()


def stands_alone(event: str) -> bool:
    """Tell whether an event of this type says something without a thing that it is about.

    >>> stands_alone("founding"), stands_alone("release")
    (True, False)
    """
    return event in table("events-alone")["kinds"].split()


def measure_of(measure: str, unit: str) -> str:
    """Return what a figure measures: where only a count is known, the unit tells what of.

    >>> measure_of("count", "country"), measure_of("count", "flops"), measure_of("price", "usd")
    ('country-count', 'computing-power', 'price')
    """
    if measure != "count":
        return measure
    named = table("measures-of-units").get(unit) or f"{unit}-count"
    return named if f"measure/{named}" in concepts() else measure


def role_of(words: str | None) -> str | None:
    """Return the concept of the role scheme that the words of an office name.

    >>> role_of("공동창업자"), role_of("CEO"), role_of("이사"), role_of(None)
    ('founder', 'ceo', None, None)
    """
    said = re.split(r"[\s,·]+", (words or "").casefold())
    return next((role for role, known in table("roles").items() if set(known.split()) & set(said)), None)


def section_of(title: str) -> tuple[str, str] | None:
    """Return the category and the English title of a section of the brief.

    >>> section_of("정책･법제"), section_of("부록")
    (('policy-law', 'Policy and legislation'), None)
    """
    words = set(re.findall("[가-힣]+", title))
    for category, row in table("sections").items():
        if words == set(row["words"].split()):
            return category, row["en"]
    return None
