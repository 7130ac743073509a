"""Statements, and the figures, events, provisions, sanctions and discrepancies that they assert.

All references are IRIs. Labels are our own one-sentence renderings in Korean and English.
"""

from dataclasses import dataclass
from decimal import Decimal

from aikg.model.evidence import Locator

Iris = tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A number in full units; ``value`` is None for a pure range."""

    iri: str
    measure: str
    about: Iris
    unit: str
    bound: str
    original_text: str
    value: Decimal | int | None = None
    minimum: Decimal | int | None = None
    maximum: Decimal | int | None = None
    period: str | None = None
    baseline: Iris = ()
    share_of: Iris = ()
    converted_from: str | None = None
    per: str | None = None
    benchmark: str | None = None
    comment_ko: str = ""
    comment_en: str = ""


@dataclass(frozen=True)
class Event:
    """Something that happened, is planned or is expected."""

    iri: str
    kinds: Iris
    ko: str
    en: str
    modality: str
    period: str | None = None
    actors: Iris = ()
    concerns: Iris = ()
    legal_status: str | None = None
    place: str | None = None
    conditional_on: Iris = ()
    comment_ko: str = ""
    comment_en: str = ""


@dataclass(frozen=True)
class Provision:
    """A rule of a law as the article describes it."""

    iri: str
    law: str
    kind: str
    ko: str
    en: str
    targets: Iris = ()
    regulates: Iris = ()
    risk_tiers: Iris = ()
    exception_to: str | None = None
    sanctions: Iris = ()


@dataclass(frozen=True)
class Sanction:
    """A fine or another remedy."""

    iri: str
    ko: str
    en: str
    fixed_amount: str | None = None
    turnover_share: str | None = None
    selection_rule: str | None = None


@dataclass(frozen=True)
class Discrepancy:
    """A recorded mismatch; ``review_status`` is set where a machine found it."""

    iri: str
    kind: str
    about: Iris
    ko: str
    en: str
    review_status: str | None = None


@dataclass(frozen=True)
class Statement:
    """A claim that an article reports: every subject stands in the predicate to every object."""

    iri: str
    article: str
    ko: str
    en: str
    modality: str
    claimants: Iris
    evidence: tuple[Locator, ...] = ()
    subjects: Iris = ()
    predicate: str | None = None
    objects: Iris = ()
    relayed_by: Iris = ()
    roles: Iris = ()
    outcome: str | None = None
    period: str | None = None
    asserts: Iris = ()
    about: Iris = ()
    conditional_on: Iris = ()
    restates: Iris = ()
    conflicts_with: Iris = ()
    figures: tuple[Figure, ...] = ()
    review_status: str = "reviewed"
    confidence: str | None = None
    rule: str | None = None
    comment_ko: str = ""
    comment_en: str = ""
