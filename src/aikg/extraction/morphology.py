"""Morphemes of Korean text, from Kiwi: the one place that loads it, once and only when asked for the first time.

Quotation marks and brackets cut a name off from its particle, so they are masked: what stands in brackets is analysed
by itself, quotation marks are passed over, and a protected stretch (a name, a quantity) stays one token. Offsets always
count characters of the text as given, and the same text has the same tokens whatever was analysed before it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

#: a stretch that must stay one token: start, end and its tag (``NNP`` when left out)
Protected = tuple[int, int] | tuple[int, int, str]

_QUOTES = frozenset("‘’“”'\"「」『』《》〈〉<>*")
_OPENING, _CLOSING = "([（［", ")]）］"
#: longer texts are analysed in pieces cut at blanks: no sentence of a brief is as long
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Token:
    """A morpheme with its part of speech in the Sejong tag set; ``unknown`` when the dictionary lacks it."""

    form: str
    tag: str
    start: int
    end: int
    unknown: bool = False

    @property
    def is_noun(self) -> bool:
        """Can the token be part of a name?"""
        return self.tag in _NOUNS

    @property
    def is_particle(self) -> bool:
        """Is it a particle or the copula?"""
        return self.tag.startswith("J") or self.tag == "VCP"


_NOUNS = frozenset({"NNG", "NNP", "SL", "SN", "SH", "XPN", "XSN", "XR", "NNB", "NR"})


@cache
def _kiwi() -> Any:
    """Load the analyser: two or three seconds, 600 MB."""
    from kiwipiepy import Kiwi

    kiwi = Kiwi(num_workers=1)
    for word in ("챗봇", "언어모델", "데이터셋", "빅테크", "기반모델", "오픈소스", "머신러닝", "미세조정", "챗GPT"):
        kiwi.add_user_word(word, "NNG" if word != "챗GPT" else "NNP")
    return kiwi


def tokens(text: str, protected: Iterable[Protected] = ()) -> tuple[Token, ...]:
    """Return the morphemes of ``text`` in their order, the ``protected`` stretches as one token each."""
    return _tokens(text, tuple(sorted(set(protected))))


@lru_cache(maxsize=4096)
def _tokens(text: str, protected: tuple[Protected, ...]) -> tuple[Token, ...]:
    found: list[Token] = []
    for layer in layers(text):
        for piece in _pieces(text, layer):
            found += _analyse(text, piece, protected)
    return tuple(sorted(found, key=lambda token: (token.start, token.end)))


@lru_cache(maxsize=4096)
def layers(text: str) -> tuple[tuple[int, ...], ...]:
    """Return the offsets of characters that read on together: those outside brackets, then each bracket's by itself.

    >>> [["구글(Google)이"[offset] for offset in layer] for layer in layers("구글(Google)이")][0]
    ['구', '글', '이']
    """
    found: list[list[int]] = [[]]
    open_layers = [0]
    for offset, character in enumerate(text):
        if character in _OPENING:
            open_layers.append(len(found))
            found.append([])
        elif character in _CLOSING:
            if len(open_layers) > 1:
                open_layers.pop()
        elif character not in _QUOTES:
            found[open_layers[-1]].append(offset)
    return tuple(tuple(layer) for layer in found if layer)


def _pieces(text: str, layer: Sequence[int]) -> Iterable[Sequence[int]]:
    """Cut a layer at blanks into pieces that the analyser can take."""
    while len(layer) > _LONGEST:
        cut = next((i for i in range(_LONGEST, _LONGEST // 2, -1) if text[layer[i]].isspace()), _LONGEST)
        yield layer[:cut]
        layer = layer[cut:]
    yield layer


def _analyse(text: str, layer: Sequence[int], protected: Sequence[Protected]) -> list[Token]:
    view = "".join(text[offset] if text[offset].isprintable() else " " for offset in layer)
    kept = _kept(layer, protected)
    found: list[Token] = []
    for t in _kiwi().tokenize(view, pretokenized=kept or None):
        whole = any(start <= t.start < end for start, end, _ in kept)
        for start, end in [(t.start, t.start + t.len)] if whole else _words(view, t.start, t.start + t.len):
            form = t.form if end - start == t.len else view[start:end]
            found.append(Token(form, t.tag, layer[start], layer[end - 1] + 1, bool(t.oov)))
    return found


def _words(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut an entry of the dictionary that spans blanks into its words; a morpheme without letters has none."""
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", view[start:end])]


def _kept(layer: Sequence[int], protected: Sequence[Protected]) -> list[tuple[int, int, str]]:
    """Return the protected stretches in the offsets of a layer, those that stand in it as one piece."""
    place = {offset: index for index, offset in enumerate(layer)}
    found: list[tuple[int, int, str]] = []
    for stretch in protected:
        inside = [place[offset] for offset in range(stretch[0], stretch[1]) if offset in place]
        if inside and inside[-1] - inside[0] + 1 == len(inside) and (not found or inside[0] >= found[-1][1]):
            found.append((inside[0], inside[-1] + 1, stretch[2] if len(stretch) == 3 else "NNP"))
    return found


@cache
def is_ordinary(word: str) -> bool:
    """Is ``word`` also a common word of Korean, so that it needs a fitting context to be a name?

    >>> is_ordinary("나노"), is_ordinary("삼성전자")
    (True, False)
    """
    if not re.search("[가-힣]", word):
        return False
    analysed = tokens(word)
    return not any(token.tag in ("NNP", "SL") or token.unknown for token in analysed)
