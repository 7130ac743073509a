"""What was found in a brief, before it becomes quads.

Keys of entities are their paths (``org/ibm``), of the registry or proposed. Words are never kept, only where they
stand; the exceptions are names and the printed form of a figure. Modalities, bounds, event types, units and measures
are local names of the concept schemes in ``ontology/concepts``.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Confidence(StrEnum):
    """How far a rule is trusted; what is low is for a person to look at first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a block's normalised text (see ``aikg.model.evidence``)."""

    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as printed: ``start`` and ``end`` count characters of the text it was read from.

    ``value`` is exact and in full units; a pure range has ``minimum`` and ``maximum`` alone. ``unit`` is a local name
    of the unit scheme, or ``item`` with the counted noun in ``counted``. ``per`` is the unit of a rate (``month`` of
    "월 8달러"). ``kind`` is ``quantity``, ``rank`` (1위), ``ordinal`` (a place in a series: 3차, 2세대) or
    ``list-count``.
    ``doubt`` says what may be misread, empty where nothing is.
    """

    start: int
    end: int
    text: str
    unit: str
    bound: str = "exact"
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    per: str | None = None
    counted: str = ""
    converted_from: int | None = None  # index of the quantity that this one only converts
    kind: str = "quantity"
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as printed, with its period in the notation of ``aikg.model.timespan``.

    ``inherited`` tells that year or month were taken from an earlier date of the article.
    """

    start: int
    end: int
    text: str
    notation: str
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entity is named."""

    span: Span
    entity: str
    text: str


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """An entity that the brief names; ``known`` when the registry has it.

    ``kind`` is the local name of its class (``Organization``, ``AIModel`` ...), ``aliases`` the surface forms met,
    ``articles`` the numbers of the articles that name it, ``classification`` a local name of the org-type scheme.
    """

    key: str
    kind: str
    ko: str
    en: str
    aliases: tuple[str, ...]
    articles: tuple[int, ...]
    known: bool
    rule: str
    confidence: Confidence = Confidence.HIGH
    classification: str | None = None


@dataclass(frozen=True, slots=True)
class Assertion:
    """What every finding carries: article, evidence, modality, claimants, and the rule that found it."""

    article: int
    evidence: tuple[Span, ...]
    modality: str
    claimants: tuple[str, ...]
    rule: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A quantity with what it measures and of what."""

    assertion: Assertion
    quantity: Quantity
    measure: str
    about: tuple[str, ...]
    period: str | None = None
    baseline: tuple[str, ...] = ()
    share_of: tuple[str, ...] = ()
    benchmark: str | None = None


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """Subject and object in a relation; ``predicate`` is one of ``RELATIONS``."""

    assertion: Assertion
    subject: str
    predicate: str
    object: str
    role: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """Something that happened or is planned; ``kind`` is a local name of the event-type scheme."""

    assertion: Assertion
    kind: str
    agents: tuple[str, ...]
    objects: tuple[str, ...]
    period: str | None
    place: str | None = None


#: relations that the rules look for, by the names of the annotation bundle
RELATIONS: tuple[str, ...] = (
    "memberOf",
    "foundedBy",
    "releasedBy",
    "providedThrough",
    "variantOf",
    "versionOf",
    "successorOf",
    "basedOn",
    "integratedInto",
    "competitorOf",
    "partnerOf",
    "partOf",
    "locatedIn",
    "holdsPosition",
    "publishes",
    "enactedBy",
    "regulates",
    "decidedBy",
    "invests",
    "evaluatedOn",
    "comparedWith",
    "targets",
    "offers",
    "participatesIn",
    "supports",
    "trainedOn",
)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one brief."""

    issue: str
    entities: tuple[NamedEntity, ...] = ()
    mentions: tuple[tuple[int, Mention], ...] = ()
    figures: tuple[FoundFigure, ...] = ()
    relations: tuple[FoundRelation, ...] = ()
    events: tuple[FoundEvent, ...] = ()
    notes: tuple[str, ...] = ()
