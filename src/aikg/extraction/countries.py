"""Whose institution it is: every country has a 국방부, so the country of the article tells which is meant."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.clusters import Cluster, bare_name
from aikg.extraction.folding import key
from aikg.extraction.reading import Reading
from aikg.extraction.registry import Entry
from aikg.extraction.territories import CALLED, country_names
from aikg.extraction.words import acronyms, kinds_by_word, word_list
from aikg.model.brief import Kind

_NATIONAL = frozenset({"government-agency", "court", "research-institute", "government"})


class Countries:
    """The countries that the articles of a brief speak of."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {(r.article, r.block.id): r for r in readings}
        self._of_article: dict[int, str] = {}
        for reading in readings:
            leads = reading.block.kind in (Kind.TITLE, Kind.KEY_POINT) or reading.block.id == "b1"
            if leads and not self._of_article.get(reading.article):
                self._of_article[reading.article] = _first_country(reading)

    def with_governments(self, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """Let the federal government be that of the article's country."""
        return tuple(self._governed(candidate) for candidate in candidates)

    def _governed(self, candidate: Candidate) -> Candidate:
        country = self._of_article.get(candidate.article, "")
        is_federal = country and key(candidate.name) == "연방정부"
        return replace(candidate, aliases=(f"{country} 정부",)) if is_federal else candidate

    def split(self, group: Cluster, typed: Typed) -> list[tuple[Cluster, str]]:
        """Return the parts of a cluster by country, the country empty when the name says enough by itself."""
        is_law = typed.kind == "Law" and all(self._is_law(c.name) for c in group.candidates)
        if not is_law and (
            typed.classification not in _NATIONAL
            or not all(self._is_national(c.article, c.block, c.name) for c in group.candidates)
        ):
            return [(group, "")]
        parts: dict[str, Cluster] = {}
        for candidate in group.candidates:
            country = self._country(candidate.name) or self._before(candidate)
            country = country or self._of_article.get(candidate.article, "")
            parts.setdefault(country, Cluster()).candidates.append(candidate)
        return [(part, country) for country, part in parts.items()]

    def _is_law(self, name: str) -> bool:
        """Is it a law that every country has, such as 저작권법?"""
        bare = name.split(" ", 1)[-1] if self._country(name) else name
        return bare in word_list("agents", "whole") and kinds_by_word("heads").get(bare) == "Law"

    def _before(self, candidate: Candidate) -> str:
        """The country that stands before the name: ``미국 특허상표청``, ``한국의 특허청``."""
        before = self._readings[candidate.article, candidate.block].words_before(candidate.start)
        stands = bool(before) and (before[-1].is_bare or before[-1].particle == "의")
        country = CALLED.get(before[-1].text, before[-1].text) if stands else ""
        return country if country in country_names() else ""

    def conflict(self, entry: Entry, country: str) -> bool:
        """Does a known entity belong to another country?"""
        own = {name.split()[0] for name in entry.names if name.split()[0] in country_names() and " " in name}
        return bool(country and own and country not in own)

    @staticmethod
    def _country(name: str) -> str:
        first = name.split()[0]
        return first if first in country_names() else ""

    def _is_national(self, article: int, block: str, name: str) -> bool:
        """Do common words alone make the name, so that other countries have one too?"""
        bare = bare_name(name)
        if bare != name or self._country(name):
            bare = bare.split(" ", 1)[-1] if self._country(bare) else bare
        reading = self._readings[article, block]
        start = reading.text.find(bare)
        inside = [t for t in reading.tokens if start <= t.start and t.end <= start + len(bare)]
        whole = bare in word_list("agents", "whole") and bare.endswith(("청", "법원"))
        return whole or (
            bool(inside)
            and all(t.tag in ("NNG", "XSN", "XPN", "JKG") or t.form.casefold() in acronyms() for t in inside)
        )


def _first_country(reading: Reading) -> str:
    """The country that a headline or a lead names first; none where it is the European Union."""
    for word in reading.layers[0] if reading.layers else ():
        if word.text in country_names():
            return word.text
        if word.text in ("EU", "유럽연합"):
            return ""
    return ""
