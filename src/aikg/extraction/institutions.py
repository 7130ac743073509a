"""Institutions, laws and meetings whose last part shows that they are names: 저작권청, AI 안전 연구소, EU 저작권법."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.kinds import class_noun, head_kind
from aikg.extraction.persons import is_title
from aikg.extraction.reading import Reading, Word
from aikg.extraction.territories import country_names
from aikg.extraction.words import acronyms, common_words, kinds_by_word, word_list
from aikg.model.extraction import Confidence

#: kinds whose unquoted names are found by their last part; works and programmes need quotes or a gloss
_FOUND = frozenset({"Organization", "Law", "Conference"})
_GOVERNMENT = Typed("Organization", "government", "head")
_BUSINESSES = frozenset({"company", "financial-firm", "news-media"})
#: shorter compounds are common words
_SHORTEST = 3


def institutions(reading: Reading) -> Iterator[Candidate]:
    """Yield the institutions, laws and meetings of a block; sure ones high, those of common words low."""
    for layer in reading.layers:
        for index, word in enumerate(layer):
            if word.text and (found := _institution(reading, layer, index)):
                yield found
                yield from _seat(reading, found)


def _institution(reading: Reading, layer: Sequence[Word], index: int) -> Candidate | None:
    word = layer[index]
    if word.is_bare and index + 1 < len(layer) and _goes_on(layer[index + 1]):
        return None
    if word.text in kinds_by_word("heads"):
        return _own_name(reading, layer, index) or _with_words_before(reading, layer, index)
    typed = head_kind(word.text)
    if typed is None or typed.kind not in _FOUND or not _is_compound(word, typed):
        return None
    start = _with_places_before(layer, index, typed)
    name = reading.text[start : word.stem]
    return _candidate(reading, start, word.stem, name, typed, Confidence.HIGH)


def _with_places_before(layer: Sequence[Word], index: int, typed: Typed) -> int:
    """Courts and universities are named after where they are: ``캘리포니아 북부지방법원``."""
    start = index
    if typed.classification in ("court", "university", "eu-institution") and not layer[index].fresh:
        while (
            start > 0
            and layer[start - 1].is_bare
            and _is_proper(layer[start - 1])
            and not _is_country(layer[start - 1])
        ):
            start -= 1
    return layer[start].start


def _is_country(word: Word) -> bool:
    return word.text in country_names()


def _goes_on(word: Word) -> bool:
    """Does the next word carry on the name: another head, as in ``위원회 회의``?"""
    return word.text in kinds_by_word("heads") and word.text not in word_list("agents", "staff")


def _own_name(reading: Reading, layer: Sequence[Word], index: int) -> Candidate | None:
    """``상무부`` and ``백악관`` are names as they stand; a law of everywhere takes its country (``EU 저작권법``)."""
    word = layer[index]
    if word.text == "정부" and index and layer[index - 1].text == "연방" and layer[index - 1].is_bare:
        start = layer[index - 1].start
        return _candidate(reading, start, word.stem, reading.text[start : word.stem], _GOVERNMENT, Confidence.HIGH)
    if word.text not in word_list("agents", "whole") or (
        index and layer[index - 1].text in word_list("agents", "many")
    ):
        return None
    typed = Typed.of(kinds_by_word("heads")[word.text], "head")
    before = layer[index - 1] if index and not word.fresh else None
    of_country = before is not None and before.is_bare and (_is_country(before) or before.text in ("EU", "유럽연합"))
    start = before.start if before is not None and of_country and typed.kind == "Law" else word.start
    return _candidate(reading, start, word.stem, reading.text[start : word.stem], typed, Confidence.HIGH)


def _is_compound(word: Word, typed: Typed) -> bool:
    """Is the head a noun of its own behind others, and not the end of a common word such as 방법 or 일부?"""
    nouns = [token for token in word.tokens if token.end <= word.stem and token.is_noun]
    if (
        word.text in common_words()
        or word.text in kinds_by_word("classes")
        or word.text in word_list("agents", "no_names")
        or word.text[0].isdigit()
    ):
        return False
    if len(word.text) < _SHORTEST or not nouns:
        return False
    if any(token.tag == "NNP" or token.unknown for token in nouns):
        return True
    if typed.kind == "Law" and nouns[-1].form in word_list("agents", "soft"):
        return False
    if typed.kind == "Law" and nouns[-1].form == "법" and len(nouns) > 1:
        return nouns[-2].form not in word_list("agents", "methods")
    return len(nouns) > 1 and (nouns[-1].form in kinds_by_word("heads") or _ends_in_a_long_head(word.text))


def _ends_in_a_long_head(text: str) -> bool:
    """Does it end in a head that the dictionary takes apart: ``연방카르텔청``?"""
    return any(text[-length:] in kinds_by_word("heads") for length in range(3, len(text)))


def _with_words_before(reading: Reading, layer: Sequence[Word], index: int) -> Candidate | None:
    """A bare head takes the words before it as far as they are bare, but no class noun and no date."""
    head = layer[index]
    typed = Typed.of(kinds_by_word("heads")[head.text], "head")
    if typed.kind not in _FOUND | {"Programme"} or head.fresh:
        return None
    start = index
    while start > 0 and index - start < 5 and _belongs(layer[start - 1], layer[start]):
        start -= 1
    while start < index and _opens_badly(layer[start]):
        start += 1
    name = reading.text[layer[start].start : head.stem]
    if start == index or any(mark in name for mark in "‘’“”(),<>"):
        return None
    proper = any(_is_proper(word) for word in layer[start:index])
    national = re.match("(?:국가|국립|국제|중앙).{4,}", layer[index - 1].text) is not None
    before = layer[index - 1]
    if index - start == 1 and is_title(head.text) and _is_person(before):
        return None
    seated = _is_country(before) or before.text in word_list("agents", "whole")
    is_first_proper = _is_proper(layer[start]) and not _is_country(layer[start])
    is_named = _is_proper(before) and not seated
    soft = head.text in word_list("agents", "soft") and not (is_named or national)
    confidence = Confidence.HIGH if proper or national else Confidence.LOW
    found = _candidate(reading, layer[start].start, head.stem, name, typed, confidence)
    if typed.kind == "Programme":
        if head.text not in word_list("agents", "launched"):
            return None
        soft = soft or not is_first_proper
    if soft and typed.classification in _BUSINESSES:
        return None
    return replace(found, rule="head.soft", confidence=Confidence.LOW) if soft else found


def _seat(reading: Reading, found: Candidate) -> Iterator[Candidate]:
    """Yield the institution that the name of another one begins with: ``백악관 자문위원회``."""
    first = found.name.split()[0]
    if first != found.name and first in word_list("agents", "whole"):
        typed = Typed.of(kinds_by_word("heads")[first], "head")
        if typed.kind == "Organization":
            yield _candidate(reading, found.start, found.start + len(first), first, typed, Confidence.HIGH)


def _is_person(word: Word) -> bool:
    """Is it a Korean name of three syllables: who is ``김누리 연구원`` is no institute?"""
    return bool(re.fullmatch(f"[{_SURNAMES}][가-힣]{{2}}", word.text)) and head_kind(word.text) is None


_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허남심노하곽성차주우구민유나진지엄채원천방공현함변염여추"
)


def _belongs(word: Word, following: Word) -> bool:
    glued = re.search("[A-Za-z0-9][은는을를의]$", word.text)
    return (
        word.is_bare
        and not glued
        and not following.fresh
        and not word.text[0].isdigit()
        and word.end + 1 >= following.start
    )


def _opens_badly(word: Word) -> bool:
    typed = class_noun(word.text)
    introduces = typed is not None and typed.kind == "Organization"
    return introduces or word.text in word_list("agents", "modifiers") or word.text[-1] in "월일년"


def _is_proper(word: Word) -> bool:
    nouns = [token for token in word.tokens if token.is_noun]
    return any(
        token.tag == "NNP"
        or (token.unknown and token.tag != "SL" and token.form not in common_words())
        or (token.tag == "SL" and token.form.casefold() not in acronyms())
        for token in nouns
    )


def _candidate(reading: Reading, start: int, end: int, name: str, typed: Typed, confidence: Confidence) -> Candidate:
    return Candidate(reading.article, reading.block.id, start, end, name, "head", typed, "", (), confidence)
