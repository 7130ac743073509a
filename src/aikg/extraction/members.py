"""Members of the list that a noun phrase is: where each begins and ends, and the name that it is."""

from __future__ import annotations

from dataclasses import dataclass

from aikg.extraction.cues import cues
from aikg.extraction.eojeol import JOINING, Role, Word
from aikg.model.extraction import Mention

#: nouns behind a name that only say what it is
CLASSIFIERS = cues("phrases", "classifiers")
_CALLED = cues("groups", "called")
_CLOSING = cues("phrases", "closing")
_PRODUCTS = frozenset(("AIModel", "Service", "Hardware", "Product"))
_TITLES = cues("adjacency", "titles")


@dataclass(slots=True, eq=False)
class Member:
    """One member of a list within a phrase; ``head`` is the name that it is, if it is a name."""

    start: int
    end: int
    words: list[Word]
    _head: tuple[Mention | None, ...] = ()  # what it is, once found

    @property
    def mentions(self) -> list[Mention]:
        """Names in this member, in order."""
        return [p.what for w in self.words for p in w.pieces if isinstance(p.what, Mention)]

    @property
    def aside(self) -> list[Mention]:
        """Names in brackets behind this member."""
        return [p.what for w in self.words for p in w.asides if isinstance(p.what, Mention)]

    @property
    def heads(self) -> list[Mention]:
        """The name that it is, or the names in brackets behind a class of things: ``기업(A, B 외)``."""
        if self.head is not None:
            return [self.head]
        return self.aside if not self.mentions and len(self.aside) > 1 else []

    @property
    def _called(self) -> Mention | None:
        """``A라는 칩``: the name before a word that says what it is."""
        for word in self.words[:-1]:
            names = [p.what for p in word.pieces if isinstance(p.what, Mention)]
            if names and word.tail in _CALLED and not any(w.pieces for w in self.words[self.words.index(word) + 1 :]):
                return names[-1]
        return None

    def _is_product_before(self, word: Word) -> bool:
        at = self.words.index(word)
        pieces = self.words[at - 1].pieces[-1:] if at else []
        return any(isinstance(p.what, Mention) and p.kind in _PRODUCTS for p in pieces)

    @property
    def _is_place(self) -> bool:
        kinds = [p.kind for w in self.words for p in w.pieces if isinstance(p.what, Mention)]
        return kinds[-1:] == ["Place"]

    @property
    def _titled(self) -> Mention | None:
        """The person of ``인물 조직 대표`` and ``조직 인물 대표``."""
        if self.words[-1].noun not in _TITLES:
            return None
        people = [p.what for w in self.words for p in w.pieces if p.kind == "Person" and isinstance(p.what, Mention)]
        return people[0] if people else None

    @property
    def head(self) -> Mention | None:
        """The last name, when only words of kind follow it."""
        if not self._head:
            self._head = (self._found_head(),)
        return self._head[0]

    def _found_head(self) -> Mention | None:
        person = self._titled or self._called
        if person is not None:
            return person
        listed = [i for i, w in enumerate(self.words) if w.noun == "등" and i]
        for word in reversed(self.words[: listed[-1]] if listed else self.words):
            names = [p for p in word.pieces if isinstance(p.what, Mention)]
            if names and names[-1].kind == "Topic" and self._is_product_before(word):
                continue  # ‘클로드’ LLM: the field it is of
            if names:
                ends = names[-1].end >= word.stem_end or word.noun == "" or word.noun in CLASSIFIERS
                return names[-1].what if ends or word.pieces[-1] is names[-1] else None  # type: ignore[return-value]
            if word.pieces or (word.noun and word.noun not in CLASSIFIERS):
                return None
            if word.noun and word.noun not in _CLOSING and self.mentions and self._is_place:
                return None  # 유럽 기업: a company, not Europe
        return None


def members_of(words: list[Word]) -> list[Member]:
    """Return the members of the list that ``words`` are, parted by commas, 와/과 and joining words."""
    groups: list[list[Word]] = [[]]
    for word in words:
        if word.bullet and groups[-1]:
            groups.append([])
        if word.noun in JOINING and not word.pieces:
            groups.append([])
            continue
        groups[-1].append(word)
        if word.comma or word.role is Role.WITH:
            groups.append([])
    return [Member(g[0].start, g[-1].end, g) for g in groups if g]
