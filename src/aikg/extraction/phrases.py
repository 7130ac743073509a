"""Noun phrases and clauses: words up to a particle, with what is coordinated and who owns it; a verb with its phrases.

``A, B와 C의 D, E를`` is one phrase: owners A, B, C; members D, E; role object.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from aikg.extraction.cues import cues
from aikg.extraction.eojeol import Piece, Role, Word
from aikg.extraction.members import Member, members_of
from aikg.model.extraction import DateMention, Mention, Quantity

#: adverbs behind a noun with 와/과 that make it a companion, not a member of a list
_TOGETHER = cues("phrases", "together")
_ASPECTS = cues("phrases", "aspects")
_AGAINST = cues("clauses", "against")


@dataclass(slots=True, eq=False)
class Phrase:
    """Words of a noun phrase, its role, and the relative clauses that stand before it."""

    words: list[Word]
    role: Role
    topic: bool = False
    modifiers: list[Clause] = field(default_factory=list)
    including: list[Phrase] = field(default_factory=list)
    beside: list[Phrase] = field(default_factory=list)  # subjects before it in ``A가 x%, B가 y%로``
    stands_for: list[Mention] = field(default_factory=list)  # what 참여사, 양사 mean
    _own: list[Mention] | None = None  # the names of its members, once found
    _with: list[Member] | None = None  # its companions, once found
    _parts: tuple[list[Member], list[Member], list[Member]] | None = None  # members: of all words, owned, owners
    after: str = (
        ""  # the verb that is a particle behind it: 따르다 of 에 따르면, 통하다 of 를 통해, 위하다 ETM of 을 위한
    )

    @property
    def start(self) -> int:
        """Where the phrase begins in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends, particle included."""
        return self.words[-1].end

    @property
    def noun(self) -> str:
        """The noun it ends in."""
        return self.words[-1].noun

    @property
    def _cut(self) -> int:
        owned = [i for i, w in enumerate(self.words[:-1]) if w.role is Role.OF and w.noun != "등"]
        return owned[-1] + 1 if owned else 0

    @property
    def possessions(self) -> list[tuple[Mention, Member]]:
        """Owner and owned: ``A의 B와 C의 D`` are two pairs, ``A의 B, C`` and ``A와 B의 C`` are too."""
        found: list[tuple[Mention, Member]] = []
        owners: list[Mention] = []
        for member in self._cut_up[0]:
            cut = [i for i, w in enumerate(member.words[:-1]) if w.role is Role.OF and w.noun != "등"]
            if not cut:
                found += [(o, member) for o in owners if len(member.mentions) < 2]  # 미국의 A, 독일 B
                continue
            own = Member(member.start, member.end, member.words[: cut[-1] + 1])
            kept = Member(member.start, member.end, member.words[cut[-1] + 1 :])
            owners = [h for h in [own.head or (own.mentions[-1] if own.mentions else None)] if h is not None]
            found += [(o, kept) for o in owners]
        return found

    @property
    def _cut_up(self) -> tuple[list[Member], list[Member], list[Member]]:
        if self._parts is None:
            cut = self._cut
            before = self.words[:cut]
            owned = [i for i, w in enumerate(before[:-1]) if w.role is Role.OF and w.noun != "등"]
            owners = members_of(before[owned[-1] + 1 if owned else 0 :]) if before else []
            whole = members_of(self.words)
            self._parts = (whole, members_of(self.words[cut:]) if cut else whole, owners)
        return self._parts

    @property
    def members(self) -> list[Member]:
        """The members of the list that the phrase is; one where it is none."""
        return self._cut_up[1]

    @property
    def owners(self) -> list[Member]:
        """The members before the last 의."""
        return self._cut_up[2]

    @property
    def heads(self) -> list[Mention]:
        """The names that the phrase is, one for each member that is a name."""
        if self._own is None:
            beside = {m.start for m in self.companions}
            self._own = [h for m in self.members if m.start not in beside for h in m.heads]
        if not (self.including or self.beside or self.modifiers):
            return [*self.stands_for, *self._own]
        named = [h for p in [*self.including, *self.beside, *self._such_as] for h in p.heads]
        return [*named, *self.stands_for, *self._own]

    @property
    def companions(self) -> list[Member]:
        """The named members before 와/과 where the last member is no name: ``콴다와 수학 모델`` is made with 콴다."""
        if self._with is None:
            self._with = self._found_companions()
        return self._with

    def _found_companions(self) -> list[Member]:
        members = self._cut_up[0]
        if len(members) < 2 or members[-1].head is not None or members[-1].mentions:
            return []
        with_names = [m for m in members[:-1] if m.words[-1].role is Role.WITH and m.head is not None]
        return [m for m in with_names if all(w.noun != "등" for w in m.words)]

    @property
    def _such_as(self) -> list[Phrase]:
        """``A, B 등`` before an adnominal clause that describes what they are."""
        return [p for c in self.modifiers for p in c.phrases if p.noun == "등" and p.role is Role.NONE]

    @property
    def bearers(self) -> list[Mention]:
        """The names that it is, or of which it is an aspect (``A의 성능``, ``A 기술``)."""
        measured = not self.noun and bool(self.quantities)
        last = self.members[-1]
        shared = len(self.members) > 1 and last.head is None and bool(last.mentions)  # A와 B의 성능
        heads = self.heads
        if (heads and not shared) or not (measured or self.noun in _ASPECTS):
            return heads
        named = [m for member in self.members for m in member.mentions[-1:]]
        return named or [h for o in self.owners for h in ([o.head] if o.head else o.mentions[-1:])]

    @property
    def mentions(self) -> list[Mention]:
        """All names in it, in order."""
        return [p.what for p in self.pieces if isinstance(p.what, Mention)]

    @property
    def quantities(self) -> list[Quantity]:
        """All figures in it, in order."""
        return [p.what for p in self.pieces if isinstance(p.what, Quantity)]

    @property
    def dates(self) -> list[DateMention]:
        """All dates in it, in order."""
        return [p.what for p in self.pieces if isinstance(p.what, DateMention)]

    @property
    def pieces(self) -> list[Piece]:
        """Names, figures and dates outside brackets, in order."""
        return [p for w in self.words for p in w.pieces]


@dataclass(slots=True, eq=False)
class Clause:
    """A predicate with its phrases.

    ``ending`` is that of the predicate, or ``noun`` for a verbal noun; ``mood`` the noun of mood behind it (계획, 것);
    ``head`` the phrase that an adnominal clause stands before; ``quoted`` tells that it is what somebody says;
    ``matrix`` the clause that it is said or expected in.
    """

    predicate: str
    word: Word
    start: int
    end: int
    ending: str
    phrases: list[Phrase] = field(default_factory=list)
    subject: Phrase | None = None
    topic: Phrase | None = None
    mood: str = ""
    quoted: bool = False
    head: Phrase | None = None
    matrix: Clause | None = None
    outer: Phrase | None = None  # who acts in the clause around an adnominal one

    def with_role(self, *roles: Role) -> list[Phrase]:
        """Return the phrases of these roles, in order."""
        return [p for p in self.phrases if p.role in roles]

    @property
    def connective_ends(self) -> bool:
        """Tell whether the clause stands against the next one (-나, -지만) instead of going on in it."""
        return self.word.connective in _AGAINST

    @property
    def agent(self) -> Phrase | None:
        """Who does it: subject, else topic."""
        return self.subject or self.topic


def joins(word: Word, following: Word | None) -> bool:
    """Tell whether ``word`` goes on into the noun phrase of the word behind it."""
    if following is None or following.is_predicate:
        return False
    if word.role is Role.NONE:
        return not following.adverb
    if word.role is Role.OF:
        return True
    if word.role is Role.WITH:
        return not following.adverb and following.noun not in _TOGETHER
    return False
