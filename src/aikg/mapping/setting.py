"""What all findings of an article become statements by: stable IRIs, evidence, claimants, periods."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from aikg.mapping.labels import Voice
from aikg.mapping.roster import Roster
from aikg.mapping.tables import is_taken_for_granted
from aikg.model.brief import Article
from aikg.model.evidence import Locator, digest, normalize
from aikg.model.extraction import Assertion, Mention, Span
from aikg.model.timespan import TimeSpan, parse_time_span
from aikg.vocabulary import iris


@dataclass
class Setting:
    """An article being mapped: its IRI, the normalised text and the mentions of its blocks, who names are.

    ``issued`` is the last day of the month of the issue: what the article tells was told by then.
    """

    iri: str
    roster: Roster
    publisher: str
    texts: Mapping[str, str] = field(default_factory=dict)
    mentions: Mapping[str, Sequence[Mention]] = field(default_factory=dict)
    issued: date | None = None
    _taken: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(
        cls, issue: str, article: Article, mentions: Iterable[tuple[int, Mention]], roster: Roster, publisher: str
    ) -> Setting:
        """Return the setting of an article; ``publisher`` is the key of who claims what nobody else does."""
        texts = {block.id: normalize(block.text) for block in article.blocks}
        by_block: dict[str, list[Mention]] = defaultdict(list)
        for number, mention in mentions:
            if number == article.number:
                by_block[mention.span.block].append(mention)
        month = period_of(issue[-7:])
        issued = month.latest if month is not None else None
        return cls(iris.article(issue, article.number), roster, publisher, texts, by_block, issued)

    def stable(self, *basis: str) -> str:
        """Return a name for what ``basis`` tells apart: the same whatever else the article says.

        What has the same basis is counted, in the order in which it is found.
        """
        joined = "\x1f".join(basis)
        self._taken[joined] += 1
        count = self._taken[joined]
        return hashlib.sha256(f"{joined}\x1e{count}".encode()).hexdigest()[:10]

    def evidence(self, spans: Iterable[Span]) -> tuple[Locator, ...]:
        """Return where the words stand, without stretches that lie outside their block."""
        return tuple(locator for span in dict.fromkeys(spans) if (locator := self._locator(span)) is not None)

    def _locator(self, span: Span) -> Locator | None:
        words = self.texts.get(span.block, "")[max(span.start, 0) : span.end]
        if not words.strip() or span.start < 0:
            return None
        start = span.start + len(words) - len(words.lstrip())
        words = words.strip()
        return Locator(span.block, start, start + len(words), digest(words))

    def digests(self, spans: Iterable[Span]) -> str:
        """Return what identifies the words of some stretches, wherever they stand."""
        return " ".join(sorted(locator.digest for locator in self.evidence(spans)))

    def claimants(self, assertion: Assertion) -> tuple[str, ...]:
        """Return the keys of who claims it: agents that are named, else the publisher of the brief.

        What a name or a noun phrase takes for granted ("the US government", "Google's Bard") nobody there claims: it
        is the brief that says so.
        """
        if is_taken_for_granted(assertion.rule):
            return (self.publisher,)
        return tuple(key for key in assertion.claimants if self.roster.is_agent(key)) or (self.publisher,)

    def voice(self, assertion: Assertion, *concerned: str) -> Voice:
        """Return how a sentence is said; a claim of those it is about needs no claimant in its words."""
        claimants = set(self.claimants(assertion))
        others = not {self.publisher, *concerned} & claimants
        own = any(key in claimants and self.roster.is_agent(key) for key in concerned)
        claimant = self.roster.name(self.claimants(assertion)[0]) if others else None
        return Voice(assertion.modality, claimant, self.issued, own)

    def mentioned(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """Return the keys of what is named within some stretches."""
        return tuple(
            dict.fromkeys(
                mention.entity
                for span in spans
                for mention in self.mentions.get(span.block, ())
                if span.start <= mention.span.start and mention.span.end <= span.end
            )
        )


def period_of(notation: str | None) -> TimeSpan | None:
    """Return the period of a notation, or None where it is none."""
    try:
        return parse_time_span(notation) if notation else None
    except ValueError:
        return None
