"""Relations that stand in a noun phrase: owner and owned, place and organization, person and post.

``마이크로소프트의 애저``, ``영국 과학기술부``, ``메타 CEO``: no verb says it, the order of the names does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from aikg.extraction.cues import cues
from aikg.extraction.eojeol import JOINING, Role, Word
from aikg.extraction.members import Member
from aikg.extraction.passages import Kinds, Passage
from aikg.extraction.phrases import Clause, Phrase
from aikg.model.extraction import Mention

_PRODUCTS = frozenset(("AIModel", "Service", "Hardware", "Product", "Technology"))
_MADE = _PRODUCTS | {"Benchmark", "Dataset"}
_TITLES = cues("adjacency", "titles")
_FOUNDERS = cues("adjacency", "founders")
_SUBORDINATE = cues("adjacency", "subordinate")
_SUCCESSOR = cues("adjacency", "successor")
_RIVAL = cues("adjacency", "rival")
_BASE = cues("adjacency", "base")


@dataclass(frozen=True, slots=True)
class Adjacent:
    """A relation found in a phrase, and the rule that found it."""

    rule: str
    subject: Mention
    predicate: str
    object: Mention


def adjacent(passage: Passage, kind_of: Kinds) -> Iterator[Adjacent]:
    """Yield every relation that the order of names tells in a passage."""
    for phrase in passage.phrases:
        for member in [*phrase.owners, *phrase.members]:
            yield from _in_member(member, kind_of)
        yield from _owned(phrase, kind_of)
    yield from _bases(passage, kind_of)
    yield from _described(passage, kind_of)


def _described(passage: Passage, kind_of: Kinds) -> Iterator[Adjacent]:
    """``A의 장기 전략인 B``: whose B is stands before the noun that says what it is."""
    for clause in passage.clauses:
        if clause.predicate != "이다" or clause.ending != "ETM" or clause.head is None:
            continue
        yield from _founder(clause, kind_of)
        owners = [w for p in clause.phrases if p.role in (Role.NONE, Role.OF) for w in p.words if w.role is Role.OF]
        names = [p.what for w in owners[-1:] for p in w.pieces[-1:] if isinstance(p.what, Mention)]
        for owner, owned in [(o, h) for o in names for h in clause.head.heads[:1]]:
            kinds = kind_of(owner.entity), kind_of(owned.entity)
            if kinds[0] == "Organization" and kinds[1] in _MADE:
                yield Adjacent("described-product", owned, "releasedBy", owner)
            elif kinds == ("Organization", "Programme"):
                yield Adjacent("described-programme", owner, "offers", owned)
            elif kinds == ("Organization", "Organization") and clause.word.noun in _SUBORDINATE:
                yield Adjacent("described-subsidiary", owned, "partOf", owner)


def _founder(clause: Clause, kind_of: Kinds) -> Iterator[Adjacent]:
    """``A 공동 창립자인 B``."""
    people = [h for h in (clause.head.heads if clause.head else []) if kind_of(h.entity) == "Person"]
    if clause.word.noun not in _FOUNDERS or not people:
        return
    named = [p.what for p in clause.word.pieces if isinstance(p.what, Mention)]
    named += [m for p in clause.phrases for m in p.mentions]
    for body in [m for m in named if kind_of(m.entity) == "Organization"][-1:]:
        yield Adjacent("founder", body, "foundedBy", people[0])


def _in_member(member: Member, kind_of: Kinds) -> Iterator[Adjacent]:
    named = [(word, mention) for word in member.words for mention in _mentions(word)]
    for (word, left), (other, right) in pairwise(named):
        between = _between(member.words, word, other)
        yield from _pair(left, right, between, kind_of)
    yield from _posts(member, named, kind_of)


def _mentions(word: Word) -> list[Mention]:
    return [p.what for p in word.pieces if isinstance(p.what, Mention)]


def _between(words: list[Word], left: Word, right: Word) -> list[str]:
    at, to = words.index(left), words.index(right)
    return [w.noun for w in words[at + 1 : to]] + ([left.noun] if left.noun and at != to else [])


def _pair(left: Mention, right: Mention, between: list[str], kind_of: Kinds) -> Iterator[Adjacent]:
    kinds = kind_of(left.entity), kind_of(right.entity)
    if left.entity == right.entity:
        return
    if kinds == ("Place", "Organization"):
        yield Adjacent("place-organization", right, "locatedIn", left)
    elif kinds == ("Place", "Place") and not between:
        yield Adjacent("place-place", right, "partOf", left)
    elif kinds[0] == "Organization" and kinds[1] in _PRODUCTS and not between:
        yield Adjacent("maker-product", right, "releasedBy", left)
    elif {*kinds} <= _PRODUCTS and "용" in between:  # A용 B
        yield Adjacent("made-for", right, "providedThrough", left)
    elif kinds == ("Organization", "Organization") and set(between) & _SUBORDINATE:
        yield Adjacent("subordinate", right, "partOf", left)


def _posts(member: Member, named: list[tuple[Word, Mention]], kind_of: Kinds) -> Iterator[Adjacent]:
    """``ORG PERSON 대표``, ``PERSON ORG 대표``, ``ORG 대표 PERSON``."""
    nouns = {w.noun for w in member.words} | {m.text.split(" ")[-1] for _, m in named}
    if not nouns & _TITLES:
        return
    people = [m for _, m in named if kind_of(m.entity) == "Person"]
    bodies = [m for _, m in named if kind_of(m.entity) in ("Organization", "Place")]
    organizations = [m for m in bodies if kind_of(m.entity) == "Organization"] or bodies
    if len(people) == 1 and organizations:
        yield Adjacent("post", people[0], "holdsPosition", organizations[-1])
        if nouns & _FOUNDERS:
            yield Adjacent("founder", organizations[-1], "foundedBy", people[0])


def _owned(phrase: Phrase, kind_of: Kinds) -> Iterator[Adjacent]:
    joined = [w.start for w in phrase.words if w.noun in JOINING and not w.pieces]
    pairs = [(o, m) for o, m in phrase.possessions if not joined or m.words[0].start < joined[0]]
    shared = [(h, m) for o in phrase.owners if (h := o.head) for m in phrase.members]
    kinds = {kind_of(o.entity) for o, _ in shared}
    nouns = {w.noun for o in phrase.owners for w in o.words}
    seen = set()
    for owner, member in [*pairs, *(shared if len(kinds) == 1 and not joined and len(phrase.owners) > 1 else [])]:
        if member.head is None or member.head.entity == owner.entity or (owner.entity, member.head.entity) in seen:
            continue
        seen.add((owner.entity, member.head.entity))
        yield from _owner(owner, member.head, member, nouns, kind_of)


def _owner(owner: Mention, owned: Mention, member: Member, owner_nouns: set[str], kind_of: Kinds) -> Iterator[Adjacent]:
    kinds = kind_of(owner.entity), kind_of(owned.entity)
    before = {w.noun for w in member.words if w.start < owned.span.start}
    if before & _SUCCESSOR and kinds[0] in _PRODUCTS and kinds[1] in _PRODUCTS:
        yield Adjacent("successor", owned, "successorOf", owner)
    elif before & _RIVAL and (kinds[0] == kinds[1] or {*kinds} <= _PRODUCTS):
        yield Adjacent("rival", owned, "competitorOf", owner)
    elif kinds[0] == "Organization" and kinds[1] in _MADE:
        yield Adjacent("maker-of", owned, "releasedBy", owner)
    elif kinds == ("Place", "Organization"):
        yield Adjacent("place-of", owned, "locatedIn", owner)
    elif kinds == ("Organization", "Organization") and owner_nouns & _SUBORDINATE:
        yield Adjacent("subordinate-of", owned, "partOf", owner)
    elif kinds[0] == "Organization" and kinds[1] == "Person" and {w.noun for w in member.words} & _TITLES:
        yield Adjacent("post-of", owned, "holdsPosition", owner)
    elif kinds[0] in ("Organization", "Person") and kinds[1] == "Law":
        yield Adjacent("law-of", owned, "enactedBy", owner)
    elif kinds[0] == "Organization" and kinds[1] == "Work":
        yield Adjacent("work-of", owner, "publishes", owned)


def _bases(passage: Passage, kind_of: Kinds) -> Iterator[Adjacent]:
    """``A를 기반으로 한 B``, ``A 기반의 B``, ``B는 A를 바탕으로``."""
    for at, phrase in enumerate(passage.phrases):
        bases = [m for m in _bases_of(passage, at) if kind_of(m.entity) in _PRODUCTS]
        for product in _built(passage, at, phrase) if bases else ():
            for base in bases:
                if product.entity != base.entity and kind_of(product.entity) in _PRODUCTS:
                    yield Adjacent("base", product, "basedOn", base)


def _bases_of(passage: Passage, at: int) -> list[Mention]:
    phrase = passage.phrases[at]
    if phrase.noun in _BASE and phrase.role in (Role.BY, Role.NONE) and not phrase.mentions and at:
        return passage.phrases[at - 1].bearers
    nouns = [w for o in phrase.owners for w in o.words if w.noun in _BASE]
    return [m for m in phrase.mentions if m.span.start < nouns[0].start][-1:] if nouns else []


def _built(passage: Passage, at: int, phrase: Phrase) -> list[Mention]:
    if phrase.owners and phrase.heads:
        return phrase.heads
    following = passage.phrases[at + 1] if at + 1 < len(passage.phrases) else None
    if following is not None and following.modifiers and following.heads:
        return following.heads
    clause = next((c for c in passage.clauses if phrase in c.phrases), None)
    if clause is None:
        return []
    made = [h for p in clause.phrases if p is not phrase and p.start > phrase.start for h in p.heads]
    if made:
        return made
    if clause.head is not None:
        return clause.head.heads or (clause.outer.heads if clause.outer is not None else [])
    return clause.agent.heads if clause.agent is not None else []
