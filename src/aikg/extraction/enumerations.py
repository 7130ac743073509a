"""Lists share a kind: ``A, B와 C 같은 기업``, ``기업(A, B 외)``; what one member is, all are."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.kinds import class_noun, head_kind, shown_after
from aikg.extraction.morphology import is_ordinary
from aikg.extraction.proper import is_proper_name
from aikg.extraction.reading import Reading, Word
from aikg.extraction.sounds import alike
from aikg.extraction.territories import country_names
from aikg.extraction.words import kinds_by_word, spellings, technologies, word_list
from aikg.model.extraction import Confidence

#: a list that goes on: commas, conjunctions, or nothing behind its last member
_CLOSING = re.compile(r"(?: 외| 등)?$")

_GLOSS = re.compile(r"\(([A-Z][A-Za-z0-9 .-]+)\)")
#: behind a class noun that the members of a list are: ``참여 기업은 A, B, C``
_TOPICS = ("은", "는", "으로는", "로는", "에는")


def enumerations(reading: Reading) -> Iterator[tuple[Candidate, ...]]:
    """Yield the lists of proper names in a block, their kind where a class noun before or behind shows it."""
    for layer in reading.layers:
        for first, last in _runs(layer):
            members = tuple(_members(reading, layer, first, last))
            if len(members) > 1:
                yield members


def _runs(layer: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield first and last word of stretches of bare words and list signs that hold at least one list sign."""
    start = 0
    while start < len(layer):
        end = start
        while end < len(layer) and layer[end].text and (layer[end].is_bare or layer[end].tail == "list"):
            end += 1
        end = min(end, len(layer) - 1)
        if any(word.tail == "list" for word in layer[start:end]):
            yield start, end
        start = end + 1


def _members(reading: Reading, layer: Sequence[Word], first: int, last: int) -> Iterator[Candidate]:
    shown = _shown(reading, layer, first, last)
    begin = first
    for index in range(first, last + 1):
        word = layer[index]
        ends = word.tail == "list" or not word.is_bare or index == last or layer[index + 1].text in ("등", "외")
        if not ends:
            continue
        if member := _member(reading, layer[begin : index + 1], shown):
            yield member
        begin = index + 1
        if word.is_bare and index < last:
            return


def _member(reading: Reading, words: Sequence[Word], shown: Typed | None) -> Candidate | None:
    words, introduced = (words, None) if _is_spelt(reading, words) else _without_introduction(words)
    while len(words) > 1 and words[-1].text in word_list("agents", "staff"):
        words = words[:-1]
    closed = class_noun(words[-1].text) if len(words) > 1 and is_proper_name(words[:-1]) else None
    if (
        closed is not None
        and closed.kind in ("Benchmark", "AIModel", "Service", "Hardware", "Product")
        and words[-1].text != "AI"
    ):
        words, introduced = words[:-1], closed
    named = _is_spelt(reading, words) or bool(spellings(reading.text[words[0].start : words[-1].stem] if words else ""))
    while len(words) > 1 and not named and is_ordinary(words[-1].text) and not _belongs(words[-1].text):
        words = words[:-1]
    if len(words) > 1 and any(token.tag in ("XSV", "XSA") for token in words[-1].tokens):
        words = words[:-1]
    if reading.is_heading and words and words[-1].end >= len(reading.text.rstrip()):
        while len(words) > 1 and is_ordinary(words[-1].text) and words[-1].text not in kinds_by_word("heads"):
            words = words[:-1]
    if not words or len(words) > 3 or not words[-1].text:
        return None
    if not (named or is_proper_name(words)) or (not named and _is_described(reading, words[0])):
        return None
    name = reading.text[words[0].start : words[-1].stem]
    if re.search(r"[‘’“”(),<>△]", name) or name in country_names() or name in _terms():
        return None
    typed = head_kind(name) or introduced or shown
    if typed is not None and typed.by == "head" and typed.kind in ("Programme", "Work"):
        return None
    return Candidate(
        reading.article,
        reading.block.id,
        words[0].start,
        words[-1].stem,
        name,
        "list",
        typed,
        "",
        (),
        Confidence.MEDIUM,
    )


def _is_described(reading: Reading, word: Word) -> bool:
    """Does an adjective stand before it, as before no name: ``더 높은 인텔리전스``?"""
    before = reading.words_before(word.start)[-1:]
    return bool(before) and [token.tag for token in before[0].tokens[-2:]] == ["VA", "ETM"]


def _belongs(word: str) -> bool:
    """Can a common word end a name: a head, or the service of a company?"""
    is_service = word in word_list("agents", "lines") or bool(spellings(word))
    return is_service or class_noun(word) is not None or word in kinds_by_word("heads")


def _is_spelt(reading: Reading, words: Sequence[Word]) -> bool:
    """Does a gloss behind it spell it as a name: ``커서(Cursor)``?"""
    if not words or words[0].text in country_names():
        return False
    start, end = words[0].start, words[-1].stem
    gloss = _GLOSS.match(reading.text, end)
    return gloss is not None and alike(reading.text[start:end], gloss[1]) >= 0.7


@cache
def _terms() -> frozenset[str]:
    return frozenset(name for names in technologies().values() for name in names)


def _without_introduction(words: Sequence[Word]) -> tuple[Sequence[Word], Typed | None]:
    """Drop countries and what ends in a class noun before the name: ``오픈소스 소프트웨어 기업 X`` is X, a company."""
    for index in range(len(words) - 2, -1, -1):
        typed = class_noun(words[index].text)
        if typed is not None or words[index].text in country_names():
            return words[index + 1 :], typed
    return words, None


def _shown(reading: Reading, layer: Sequence[Word], first: int, last: int) -> Typed | None:
    """The class noun behind the list, before its bracket, or as the topic before its first member."""
    for index in range(last, max(first, last - 2) - 1, -1):
        if index < last and layer[index + 1].text == "AI":
            continue
        if typed := shown_after(reading, layer[index].stem):
            return typed
    topic = layer[first - 1] if first else None
    if topic is not None and topic.particle in _TOPICS and (typed := class_noun(topic.text)):
        return Typed("Product", None, typed.by) if typed.kind == "Technology" else typed
    opening = reading.text.rfind("(", 0, layer[first].start + 1)
    if opening > 0 and re.fullmatch(r"(?:예:? ?)?", reading.text[opening + 1 : layer[first].start]):
        word = reading.word_at(opening - 1)
        return class_noun(word.text) if word else None
    return None
