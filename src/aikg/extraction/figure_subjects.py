"""What a figure is of: the name beside it, whom money goes to, the nearest subject, what the article is about."""

from __future__ import annotations

from collections.abc import Iterator

from aikg.extraction.cues import classes, cues
from aikg.extraction.eojeol import Role
from aikg.extraction.lead import Lead
from aikg.extraction.passages import Passage
from aikg.extraction.phrases import Clause, Phrase
from aikg.model.extraction import Mention, Quantity

#: nouns that may stand behind what spends money
SPENDING = cues("figures", "spending")
#: units of money
MONEY = frozenset(["usd", "eur", "cny", "krw", "gbp", "jpy"])
_MEASURES = classes("figures", "measures")
_EXTENT = cues("figures", "extent")


def subject_of(
    lead: Lead, passage: Passage, phrase: Phrase | None, clause: Clause | None, quantity: Quantity
) -> tuple[str, ...]:
    """Return the key of the entity that a quantity is of, empty where nothing is named."""
    bracketed = next((w for w in passage.words if any(p.what is quantity for p in w.asides)), None)
    if bracketed is not None:  # A(62%): of the name before the bracket; 20대(62%): a share of what has no name
        beside = [p.what for p in bracketed.pieces if isinstance(p.what, Mention)]
        if beside:
            return (beside[-1].entity,)
        if quantity.unit == "percent":
            return ()
    funded = _funded(lead, passage, phrase, clause, quantity)
    if funded:
        return funded
    if phrase is not None:
        own = [m for m in phrase.mentions if m.span.end <= quantity.start] or [
            h for member in phrase.members for h in member.heads
        ]
        if own:
            return (own[-1].entity,)
    for candidate in _subjects(passage, clause, quantity) if clause is not None else ():
        names = _measured(candidate) or (
            candidate.mentions[:1] if clause is not None and candidate is clause.head else []
        )
        things = [m.entity for m in names if lead.kind_of(m.entity) != "Place"]
        if things:
            return tuple(things[-1:] if candidate.beside else things[:1])
    return lead.objects[:1] or lead.agents[:1]


def _funded(
    lead: Lead, passage: Passage, phrase: Phrase | None, clause: Clause | None, quantity: Quantity
) -> tuple[str, ...]:
    """Money that somebody puts in is that of whom it goes to: ``A에 20억 달러를 투자``, ``A에 투자한 30억 달러``."""
    if quantity.unit not in MONEY:
        return ()
    describing = phrase.modifiers if phrase is not None else []
    own = [*describing, *([clause] if clause is not None else [])]
    if not any(_spends(c) for c in own):
        return ()
    earlier = [c for c in passage.clauses if c.start < quantity.start and c not in own and _spends(c)]
    for spending in [*own, *reversed(earlier)]:
        given = [p for p in spending.with_role(Role.TO, Role.AT) if not p.after]
        found = [m.entity for p in given for m in _measured(p) if lead.kind_of(m.entity) != "Place"]
        if found:
            return tuple(found[:1])
    return ()


def _spends(clause: Clause) -> bool:
    nouns = {clause.predicate, clause.word.noun, *(w.noun for p in clause.phrases for w in p.words)}
    return bool(nouns & SPENDING)


def _subjects(passage: Passage, clause: Clause, quantity: Quantity) -> Iterator[Phrase]:
    """Yield the phrases that a quantity may be said of: the nearest subject before it first."""
    named = [p for p in (clause.subject, clause.topic, clause.head, clause.outer) if p is not None]
    beside = [b for p in named for b in p.beside]
    before = [p for p in [*clause.with_role(Role.SUBJECT, Role.TOPIC), *beside] if p.end <= quantity.start]
    yield from sorted(before, key=lambda p: -p.start)
    for candidate in named:
        if candidate not in before and not candidate.beside:
            yield candidate
    if not any(_measured(p) for p in named):  # ``A는 ..., 성장률은 32.6%``: of what the sentence is about
        earlier = [c for c in reversed(passage.clauses) if c.start < clause.start]
        yield from (p for c in earlier for p in (c.subject, c.topic) if p is not None)


def _measured(phrase: Phrase) -> list[Mention]:
    """The names that a phrase is, or of which it is what can be measured: ``A 시장``, ``A의 매출``."""
    if phrase.bearers or (phrase.noun not in _MEASURES and phrase.noun not in _EXTENT):
        return phrase.bearers
    return phrase.mentions[-1:]
