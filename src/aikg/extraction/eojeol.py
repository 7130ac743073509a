"""Words between blanks (eojeol): what each is, its particle or its ending.

A word holds the names, figures and dates in it as one piece each; words in round brackets stand aside, at the word
before the bracket.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Protocol


class Morpheme(Protocol):
    """A morpheme as Kiwi gives it: form, tag of the Sejong set, offsets in the text."""

    @property
    def form(self) -> str: ...  # noqa: D102
    @property
    def tag(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


#: words that join members of a list
JOINING = frozenset(("및", "또는", "혹은", "내지", "겸"))


class Role(StrEnum):
    """What a particle makes of a noun."""

    NONE = ""
    SUBJECT = "subject"  # 이, 가, 께서
    TOPIC = "topic"  # 은, 는
    OBJECT = "object"  # 을, 를
    TO = "to"  # 에, 에게, 한테
    AT = "at"  # 에서
    BY = "by"  # 로, 으로
    WITH = "with"  # 와, 과
    OF = "of"  # 의
    THAN = "than"  # 보다
    ALSO = "also"  # 도, 만: subject or object, the verb tells
    SINCE = "since"  # 부터
    UNTIL = "until"  # 까지
    LIKE = "like"  # 처럼, 같은


_PARTICLES = {
    "이": Role.SUBJECT, "가": Role.SUBJECT, "께서": Role.SUBJECT, "은": Role.TOPIC, "는": Role.TOPIC,
    "을": Role.OBJECT, "를": Role.OBJECT, "에": Role.TO, "에게": Role.TO, "한테": Role.TO, "에서": Role.AT,
    "로": Role.BY, "으로": Role.BY, "로서": Role.BY, "으로서": Role.BY, "로써": Role.BY, "으로써": Role.BY,
    "와": Role.WITH, "과": Role.WITH, "랑": Role.WITH, "의": Role.OF, "보다": Role.THAN, "도": Role.ALSO,
    "만": Role.ALSO, "부터": Role.SINCE, "까지": Role.UNTIL, "처럼": Role.LIKE, "로부터": Role.AT, "으로부터": Role.AT,
    "에게서": Role.AT,
}  # fmt: skip
#: verbs by their form that are adverbs by their use
_ADVERBS = {"앞서", "이어", "이어서", "나아가", "더불어", "아울러", "통틀어", "대신"}
_VERBAL = ("VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA")
_NOMINAL = ("NNG", "NNP", "NNB", "NR", "NP", "SL", "SH", "SN", "XSN", "XR", "MM", "XPN", "W_SERIAL")


@dataclass(slots=True)
class Piece:
    """A name, figure or date within a word; ``what`` is the record itself, ``kind`` the class of a name."""

    start: int
    end: int
    what: object
    kind: str = ""


@dataclass(slots=True)
class Word:
    """A word with its morphemes: a nominal with ``role``, or a predicate with ``lemma`` and ``ending``.

    ``noun`` is the noun it ends in, ``comma`` tells of a comma behind it, ``past`` of a past tense. ``ending`` is
    ``ETM`` (adnominal), ``EC`` (connective), ``EF`` (final), ``ETN`` (nominal) or empty.
    """

    start: int
    end: int
    role: Role = Role.NONE
    topic: bool = False
    noun: str = ""
    lemma: str = ""
    ending: str = ""
    connective: str = ""
    past: bool = False
    will: bool = False
    adjective: bool = False
    comma: bool = False
    adverb: bool = False
    bullet: bool = False  # starts with △ or a circled number: a member of a list
    stem_end: int = 0
    tail: str = ""  # what stands behind the names, figures and brackets in it
    pieces: list[Piece] = field(default_factory=list)
    asides: list[Piece] = field(default_factory=list)

    @property
    def is_predicate(self) -> bool:
        """Tell whether the word is a verb or adjective."""
        return bool(self.lemma)


def brackets(text: str) -> list[tuple[int, int]]:
    """Return the outermost round brackets of ``text``, unclosed ones left out."""
    found, depth, start = [], 0, 0
    for position, character in enumerate(text):
        if character == "(":
            start = position if depth == 0 else start
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            if depth == 0:
                found.append((start, position + 1))
    return found


_BULLETS = "△▲▵①②③④⑤⑥⑦⑧⑨⑩⑪⑫"
_QUOTES = "‘’“”'\"「」『』《》〈〉*†"


def split_words(text: str, morphemes: Iterable[Morpheme], pieces: Sequence[Piece]) -> list[Word]:
    """Cut ``text`` into words; ``pieces`` (sorted, apart from each other) are never cut."""
    outside = [b for b in brackets(text) if not any(p.start < b[1] and b[0] < p.end and p.end > b[1] for p in pieces)]
    stretches = _stretches(text, outside, pieces)
    found = [Word(start, end, bullet=text[start] in _BULLETS) for start, end in stretches]
    _fill(found, text, list(morphemes), pieces, outside)
    for word, following in pairwise(found):  # X 역시: 역시 marks its topic
        if text[following.start : following.end] == "역시" and word.role is Role.NONE and not word.is_predicate:
            word.role, word.topic = Role.TOPIC, True
    return found


def _stretches(text: str, aside: list[tuple[int, int]], pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    whole = [False] * len(text)
    for start, end in [*aside, *((p.start, p.end) for p in pieces)]:
        whole[start:end] = [True] * (end - start)
    found, start = [], -1
    for position, character in enumerate(text):
        cut = character == " " and not whole[position]
        cut_before = character in _BULLETS and not whole[position]
        if (cut or cut_before) and start >= 0:
            found.append((start, position))
            start = -1
        if not cut and start < 0:
            start = position
    return [*found, (start, len(text))] if start >= 0 else found


def _fill(
    words: list[Word],
    text: str,
    morphemes: list[Morpheme],
    pieces: Sequence[Piece],
    aside: list[tuple[int, int]],
) -> None:
    for word in words:
        within = [b for b in aside if word.start <= b[0] < word.end]
        inside = [p for p in pieces if word.start <= p.start < word.end]
        word.asides = [p for p in inside if any(b[0] < p.start < b[1] for b in within)]
        word.pieces = [p for p in inside if p not in word.asides]
        closed = max([p.end for p in word.pieces] + [b[1] for b in within], default=word.start)
        word.tail = text[closed : word.end].strip(_QUOTES)
        own = [
            m for m in morphemes if word.start <= m.start < word.end and not any(b[0] <= m.start < b[1] for b in within)
        ]
        _describe(word, text, own)


def _describe(word: Word, text: str, own: list[Morpheme]) -> None:
    bare = text[word.start : word.end].rstrip("".join(_QUOTES))
    word.comma = bare.endswith((",", ";", "，"))
    tail = [m for m in own if not m.tag.startswith("S") or m.tag in ("SL", "SH", "SN", "SW")]
    tail = [m for m in tail if text[m.start : m.end].strip(_QUOTES + ",.·")]
    covered = max((p.end for p in word.pieces), default=word.start)
    after = [m for m in tail if m.start >= covered]
    if word.pieces and len(after) == 1 and after[0].form in _PARTICLES and after[0].end >= len(bare) + word.start - 1:
        word.role, word.stem_end = _PARTICLES[after[0].form], after[0].start
        return
    if word.pieces == [] and text[word.start : word.end].strip(",") in _ADVERBS:
        word.adverb = True
        return
    verbal = [i for i, m in enumerate(tail) if m.tag.split("-")[0] in _VERBAL]
    if verbal:
        _predicate(word, tail, verbal[0])
    else:
        _nominal(word, tail)


def _nominal(word: Word, tail: list[Morpheme]) -> None:
    cut = len(tail)
    while cut and tail[cut - 1].tag.startswith(("J", "X", "E")) and tail[cut - 1].tag not in ("XSN", "XR", "XPN"):
        cut -= 1
    particles = [m for m in tail[cut:] if m.tag.startswith("J")]
    covered = [(p.start, p.end) for p in word.pieces]
    nouns = [m for m in tail[:cut] if m.tag in _NOMINAL and not any(a <= m.start < b for a, b in covered)]
    word.noun = nouns[-1].form if nouns else ""
    if len(nouns) > 1 and nouns[-1].tag == "XSN":
        word.noun = nouns[-2].form + nouns[-1].form
    word.stem_end = particles[0].start if particles else word.end
    word.adverb = not nouns and not word.pieces
    if word.adverb and any(m.form in JOINING for m in tail):
        word.adverb, word.noun = False, tail[-1].form
    for particle in particles:
        role = _PARTICLES.get(particle.form, Role.NONE)
        if word.role is Role.NONE:
            word.role = role
        word.topic = word.topic or role is Role.TOPIC


def _predicate(word: Word, tail: list[Morpheme], first: int) -> None:
    verb = tail[first]
    stem = verb.form
    word.adjective = verb.tag.split("-")[0] in ("VA", "XSA", "VCP", "VCN")
    if verb.tag.startswith("XS"):
        nouns = [m for m in tail[:first] if m.tag in (*_NOMINAL, "MAG")]
        stem = (nouns[-1].form if nouns else "") + stem
        word.noun = nouns[-1].form if nouns else ""
    elif verb.tag == "VCP":
        nouns = [m for m in tail[:first] if m.tag in _NOMINAL]
        word.noun = nouns[-1].form if nouns else ""
    elif verb.tag == "VV" and first and tail[first - 1].tag in ("NNG", "XR"):
        stem = tail[first - 1].form + stem
    word.lemma = stem + "다"
    word.stem_end = verb.start
    endings = [m for m in tail[first:] if m.tag.startswith("E")]
    word.past = any(m.tag == "EP" and m.form in ("었", "았", "였") for m in endings)
    word.will = any(m.tag == "EP" and m.form == "겠" for m in endings)
    closing = [m for m in endings if m.tag != "EP"]
    if closing:
        word.ending, word.connective = closing[-1].tag, closing[-1].form
    last = tail[-1]
    if last.tag.startswith("J"):
        word.role = _PARTICLES.get(last.form, Role.NONE)
