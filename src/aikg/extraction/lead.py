"""What an article is about: who acts in its lead bullet, when, with what; the genre puts it there.

The lead bullet is the first one with a full date. A clause without an agent of its own is about that agent.
"""

from __future__ import annotations

from dataclasses import dataclass

from aikg.extraction.cues import cues
from aikg.extraction.groups import resolve_definite, resolve_groups, resolve_notes
from aikg.extraction.passages import Kinds, Passage
from aikg.extraction.phrases import Phrase
from aikg.model.brief import Kind
from aikg.model.extraction import DateMention, Mention

AGENTS = frozenset(("Organization", "Person", "Group"))
#: kinds that can act in a headline, but only where no agent does
_STATES = frozenset(("Place",))
_PRODUCTS = frozenset(("AIModel", "Service", "Hardware", "Product", "Technology", "Benchmark", "Dataset"))


@dataclass(slots=True)
class Lead:
    """The lead of an article: ``agents`` and ``objects`` as entity keys, ``date`` in the notation of time spans.

    ``about_law``, ``about_product``, ``by_court``, ``by_gathering`` and ``foresees`` tell what title and lead bullet
    speak of.
    """

    number: int
    passages: list[Passage]
    kind_of: Kinds
    agents: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    date: str | None = None
    about_law: bool = False
    about_product: bool = False
    by_court: bool = False
    by_gathering: bool = False
    foresees: bool = False
    places: tuple[tuple[str, str], ...] = ()  # key and name of the places of the article

    def above(self, passage: Passage) -> Passage | None:
        """Return the bullet that a sub-bullet or note belongs to."""
        parent = passage.block.parent or passage.block.id.rpartition(".")[0]
        return next((p for p in self.passages if p.block.id == parent), None)

    def agents_of(self, phrase: Phrase | None) -> tuple[str, ...]:
        """Return the agents that a phrase is; persons and organizations before states."""
        if phrase is None:
            return ()
        heads = phrase.bearers or phrase.heads
        found = [m.entity for m in heads if self.kind_of(m.entity) in AGENTS]
        if not found:
            named = [m.entity for m in phrase.mentions if self.kind_of(m.entity) in AGENTS]
            found = named[-1:] if phrase.noun in _SPEAKERS else []
        return tuple(dict.fromkeys(found or [m.entity for m in heads if self.kind_of(m.entity) in _STATES]))


#: nouns behind an agent that speak for it
_SPEAKERS = cues("attribution", "speakers")
_RULINGS = cues("lead", "rulings")
_HOLDING = cues("lead", "holding")
_FORESIGHT = cues("modality", "nouns", "forecast")


def read_lead(
    number: int, passages: list[Passage], publishers: tuple[str, ...], kind_of: Kinds, issued: str | None = None
) -> Lead:
    """Return the lead of an article.

    ``publishers`` of its sources speak where nobody else does; ``issued``, the day of the first source, dates it where
    the body does not.
    """
    resolve_groups(passages, kind_of)
    lead = Lead(number, passages, kind_of)
    body = [p for p in passages if p.block.kind is Kind.BULLET]
    first = next((p for p in body if _full(p.dates)), body[0] if body else None)
    heading = next((p for p in passages if p.block.kind is Kind.TITLE), None)
    dated = [d for p in ([first] if first else []) + body for d in _full(p.dates)]
    lead.date = dated[0].notation if dated else issued
    for passage in [p for p in (first, heading) if p is not None]:
        lead.agents = lead.agents or _acting(lead, passage)
    if not lead.agents and first is not None:
        lead.agents = tuple(m.entity for m in first.mentions if kind_of(m.entity) in AGENTS)[:1]
    lead.agents = lead.agents or publishers[:1]
    lead.objects = _objects(lead, [p for p in (heading, first) if p is not None])
    resolve_definite(passages, kind_of, lead.objects, lead.agents)
    resolve_notes(passages)
    kinds = {kind_of(o) for o in lead.objects}
    lead.about_law = "Law" in kinds
    lead.about_product = bool(kinds & _PRODUCTS)
    nouns = {w.noun for p in (heading, first) if p is not None for w in p.words}
    lead.by_court = bool(nouns & _RULINGS)
    lead.foresees = bool(nouns & _FORESIGHT)
    held = [c.predicate for c in first.clauses if c.head is None][-1:] if first is not None else []
    lead.by_gathering = bool(kinds & {"Conference"}) and bool({v.removesuffix("하다") for v in held} & _HOLDING)
    return lead


def _full(dates: tuple[DateMention, ...]) -> list[DateMention]:
    return [d for d in dates if len(d.notation) == 10 and d.notation[4] == "-"]


def _acting(lead: Lead, passage: Passage) -> tuple[str, ...]:
    for clause in reversed([c for c in passage.clauses if c.head is None]):
        agents = lead.agents_of(clause.agent)
        if agents:
            return agents
    first = passage.phrases[0] if passage.phrases else None
    return lead.agents_of(first)


def _objects(lead: Lead, passages: list[Passage]) -> tuple[str, ...]:
    named: list[Mention] = [m for p in passages for m in p.mentions]
    return tuple(dict.fromkeys(m.entity for m in named if lead.kind_of(m.entity) not in AGENTS | _STATES))
