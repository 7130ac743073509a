"""What the rules find before it is settled which entity is meant."""

from dataclasses import dataclass, field

from aikg.model.extraction import Confidence


@dataclass(frozen=True, slots=True)
class Typed:
    """A kind of entity with the type of an organization; ``by`` tells what showed it."""

    kind: str
    classification: str | None = None
    by: str = ""

    @classmethod
    def of(cls, entry: str, by: str) -> "Typed":
        """Return the kind that a word list writes as ``Organization/company``."""
        kind, _, classification = entry.partition("/")
        return cls(kind, classification or None, by)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name as printed at a place: without quotes and gloss, with what the place tells of it."""

    article: int
    block: str
    start: int
    end: int
    name: str
    rule: str
    typed: Typed | None = None
    english: str = ""
    aliases: tuple[str, ...] = ()
    confidence: Confidence = field(default=Confidence.MEDIUM)
