"""Names of one thing brought together: spelling variants, abbreviations and glosses of the same brief."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.folding import key
from aikg.extraction.kinds import head_kind
from aikg.extraction.sounds import korean_sounds, latin_sounds
from aikg.extraction.territories import country_names
from aikg.extraction.words import kinds_by_word, word_list
from aikg.model.extraction import Confidence

#: how much each sign of a kind weighs
_WEIGHTS = {
    "person": 6,
    "shape": 3,
    "maker": 2,
    "made": 4,
    "owner": 2,
    "script": 1,
    "staff": 2,
    "class noun": 4,
    "head": 4,
    "English": 3,
    "year": 5,
    "note": 5,
    "term": 4,
    "code": 1,
    "list": 2,
}
#: how much it shows an organization to stand where agents stand
_ACTING = {
    "agent.dated": 8,
    "agent.according": 6,
    "agent.speaks": 3,
    "agent.gives": 4,
    "agent.heading": 2,
    "agent.subject": 2,
}
#: how much it shows a product to stand in quotation marks with no kind beside it
QUOTED = {"gloss.quoted": 3, "quote": 1}
#: how much it weighs what a name is known as, however often it is printed
_KNOWN = 5
_STRENGTH = {Confidence.HIGH: 3, Confidence.MEDIUM: 2, Confidence.LOW: 1}


@dataclass
class Cluster:
    """Candidates that mean the same.

    ``shorter`` are names that mean it in the articles ``shortened``, or where a full one stands too.
    """

    candidates: list[Candidate] = field(default_factory=list)
    shorter: tuple[str, ...] = ()
    shortened: frozenset[int] = frozenset()

    @cached_property
    def typed(self) -> Typed | None:
        """The kind that most signs show, of equal ones the first seen."""
        votes: Counter[Typed] = Counter()
        taken_for_granted: set[Typed] = set()
        for candidate in self.candidates:
            if candidate.typed is not None and candidate.typed.by == "well-known":
                taken_for_granted.add(Typed(candidate.typed.kind, candidate.typed.classification))
            elif candidate.typed is not None:
                plain = Typed(candidate.typed.kind, candidate.typed.classification)
                votes[plain] += _WEIGHTS.get(candidate.typed.by, 1) * _STRENGTH[candidate.confidence]
            elif candidate.rule in QUOTED and any(c.typed for c in self.candidates):
                votes[Typed("Product")] += QUOTED[candidate.rule]
            elif candidate.rule in _ACTING and any(c.typed for c in self.candidates):
                votes[Typed("Organization")] += _ACTING[candidate.rule]
        votes.update(dict.fromkeys(taken_for_granted, _KNOWN))
        by_kind: Counter[str] = Counter()
        for typed, weight in votes.items():
            by_kind[typed.kind] += weight
        if not by_kind:
            return None
        kind = by_kind.most_common(1)[0][0]
        classified = [typed for typed, _ in votes.most_common() if typed.kind == kind]
        return next((typed for typed in classified if typed.classification), classified[0])

    def extend(self, candidates: Iterable[Candidate]) -> None:
        """Take in what means the same after all."""
        self.candidates.extend(candidates)
        self.__dict__.pop("typed", None)

    @property
    def rules(self) -> Counter[str]:
        """How often each rule found one of the names."""
        return Counter(candidate.rule for candidate in self.candidates)

    @property
    def names(self) -> tuple[str, ...]:
        """The printed names, each once, the most frequent first, abbreviations behind."""
        printed = Counter(candidate.name for candidate in self.candidates)
        short = [alias for candidate in self.candidates for alias in candidate.aliases]
        return tuple(dict.fromkeys([*(name for name, _ in printed.most_common()), *short]))

    @property
    def english(self) -> str:
        """The English name of a gloss, the longest of the most frequent ones."""
        counted = Counter(candidate.english for candidate in self.candidates if candidate.english)
        return max(counted, key=lambda name: (counted[name], len(name), name)) if counted else ""

    @property
    def articles(self) -> frozenset[int]:
        """The articles whose rules found the names."""
        return frozenset(candidate.article for candidate in self.candidates)


def cluster(candidates: Iterable[Candidate]) -> list[Cluster]:
    """Bring together what shares a folded name, an abbreviation or an English name, in the order of the text."""
    found = sorted(candidates, key=lambda c: (c.article,))
    groups = _Groups()
    for index, candidate in enumerate(found):
        for label in _labels(candidate):
            groups.join(index, label)
    members: dict[int, list[Candidate]] = defaultdict(list)
    for index, candidate in enumerate(found):
        members[groups.root(index)].append(candidate)
    return [Cluster(group) for group in members.values()]


def _labels(candidate: Candidate) -> list[str]:
    """Return what identifies a candidate: persons and things of one name stay apart."""
    typed = candidate.typed
    sort = "person" if typed and typed.kind == "Person" and typed.by in ("person", "well-known") else "thing"
    names = [bare_name(candidate.name), *candidate.aliases]
    if " " in candidate.english or len(candidate.english) > 4:
        names.append(re.sub(r"^(?:The|the) ", "", candidate.english))
    if code := _TAIL_CODE.search(candidate.name):
        names.append(code[1])
    labels = [f"{sort} {loose(name)}" for name in names if key(name)]
    labels += [f"{sort} without vowels {spelt}" for name in names if (spelt := _consonants(name))]
    heard = heard_code(candidate.name)
    return [*labels, f"code {heard}"] if heard else labels


def heard_code(name: str) -> str:
    """Return how a code sounds, so that both scripts of one model meet; empty when it says too little.

    >>> heard_code("소리샘2-7B") == heard_code("Sorisaem2-7B") != heard_code("소리샘3-7B")
    True
    """
    parts = _CODE_PARTS.fullmatch(name)
    if parts is None:
        return ""
    sounds = (latin_sounds if parts["head"].isascii() else korean_sounds)(parts["head"])
    return f"{sounds} {key(parts['tail'])}" if len(sounds) > 1 else ""


_CODE_PARTS = re.compile(r"(?P<head>[가-힣]{2,}|[A-Za-z]{3,})(?P<tail>[ -]?[A-Za-z]{0,2}\d[\w.-]*)")


#: a chip's or model's code at the end of its longer name: ``인스팅트 MI300``, ``MI300 시리즈``
_TAIL_CODE = re.compile(r"(?:[가-힣]+ |^)([A-Z]{2,3}\d{3}[A-Z]?)(?: 시리즈)?$")


def loose(name: str) -> str:
    """Fold a name past the usual slips of Korean spelling: ``스테빌리티`` and ``스태빌리티`` are one.

    >>> loose("스테빌리티AI") == loose("스태빌리티AI"), loose("메타") == loose("매타")
    (True, False)
    """
    folded = key(name)
    if len(folded) < 5:
        return folded
    return unicodedata.normalize("NFD", folded).translate(_SLIPS)


def _consonants(name: str) -> str:
    """Fold a long name past the vowels, in which spellings of foreign words differ; empty for a shorter one.

    >>> _consonants("가온-트레젝토리") == _consonants("가온-트라젝토리"), _consonants("트레젝토리")
    (True, '')
    """
    folded = key(name)
    if len(folded) < _LONG or not re.search("[가-힣]{4}", folded):
        return ""
    return "".join(c for c in unicodedata.normalize("NFD", folded) if not "\u1161" <= c <= "\u1175")


#: so long that names with the same consonants are one
_LONG = 7
_SLIPS = str.maketrans({"\u1162": "\u1166", "\u1164": "\u1168", "\u116b": "\u1170"})


def bare_name(name: str) -> str:
    """Return ``name`` without the country before it, when what is left is still a name.

    >>> bare_name("영국 AI 안전 연구소"), bare_name("미국 정부"), bare_name("EU AI 법")
    ('AI 안전 연구소', '미국 정부', 'AI 법')
    """
    first, _, rest = name.partition(" ")
    if (first in country_names() or first in ("EU", "유럽연합")) and rest:
        typed = head_kind(rest)
        if typed is not None and typed.classification != "government" and rest not in word_list("agents", "whole"):
            return rest
        if typed is None and rest in word_list("agents", "whole") and kinds_by_word("heads")[rest] != "Law":
            return rest
    return name


class _Groups:
    """Union of indices that share a label."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}
        self._labelled: dict[str, int] = {}

    def root(self, index: int) -> int:
        while (parent := self._parents.setdefault(index, index)) != index:
            index = parent
        return index

    def join(self, index: int, label: str) -> None:
        one, other = self.root(index), self.root(self._labelled.setdefault(label, index))
        self._parents[max(one, other)] = min(one, other)
