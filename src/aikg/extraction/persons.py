"""Who is a person: a title beside the name, or a foreign name glossed word for word."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from aikg.extraction.boundaries import skip_gloss
from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.kinds import class_noun, english_kind, head_kind
from aikg.extraction.reading import Reading, Word
from aikg.extraction.sounds import alike, korean_sounds, latin_sounds
from aikg.extraction.territories import country_names
from aikg.extraction.words import common_words, kinds_by_word, word_list
from aikg.model.extraction import Confidence

_ENGLISH_NAME = re.compile(
    r"(?:[A-Z][a-zà-ÿ’'-]+|[A-Z]\.|(?:Mc|Mac|De|La|Le|Di|Van|O’|O')[A-Z][a-z]+)"
    r"(?: (?:(?:Mc|Mac|De|La|Le|Di|Van|O’|O')?[A-Z][a-zà-ÿ’'.-]+|[A-Z]\.|de|van|von|bin|al|el|da|der|Al-[A-Z]\w+))"
    "{1,3}$"
)
_APPOINTED = re.compile(r"\s*[가-힣 ]{0,20}(?:임명|선임|영입|지명|발탁)")
_EDITIONS = word_list("agents", "editions") | {"Advanced", "Enterprise", "Premium"}
_PERSON = Typed("Person", None, "person")


@cache
def is_title(word: str) -> bool:
    """Is ``word`` a title of office, alone or with the field before it (상무부장관)?"""
    titles = word_list("persons", "titles")
    return word in titles or any(len(title) > 1 and word.endswith(title) for title in titles)


def looks_personal(korean: str, english: str) -> bool:
    """Is the gloss a first and a last name that the Korean renders word for word?"""
    if not _ENGLISH_NAME.match(english) or english_kind(english) or not re.fullmatch("[가-힣 ·]+", korean):
        return False
    ours, theirs = korean.split(), [part for part in english.split() if len(part) > 2]
    if not theirs or any(word in kinds_by_word("english") or word in _EDITIONS for word in theirs):
        return False
    if len(ours) == 1:
        return alike(korean, theirs[0]) >= 0.75 or alike(korean, theirs[-1]) >= 0.75 or alike(korean, english) >= 0.75
    return _heard(ours[0], theirs[0]) and _heard(ours[-1], theirs[-1])


def _heard(korean: str, english: str) -> bool:
    silent = not korean_sounds(korean) and not latin_sounds(english)
    return silent or alike(korean, english) >= 0.6


def person_shown(reading: Reading, start: int, end: int, english: str) -> Typed | None:
    """Return Person when a title, a profession or an appointment stands beside the name at ``start`` to ``end``."""
    name = reading.text[start:end]
    if english and not looks_personal(name, english):
        return _PERSON if _is_mononym(reading, start, name, english) else None
    after = reading.words_after(skip_gloss(reading.text, end))[:3]
    before = reading.words_before(start)
    if _title_follows(after, direct=_follows_directly(reading, end)):
        return _PERSON
    if before and (before[-1].is_bare or before[-1].tail == "copula") and is_profession(before[-1].text):
        return _PERSON
    appointed = english and _APPOINTED.search(reading.text[skip_gloss(reading.text, end) :][:40])
    return _PERSON if appointed else None


def _is_mononym(reading: Reading, start: int, name: str, english: str) -> bool:
    """One name behind what somebody does: ``수학자 가우스(Gauss)``."""
    before = reading.words_before(start)
    one = " " not in name and re.fullmatch(r"[A-Z][a-zà-ÿ]+", english) is not None and alike(name, english) >= 0.7
    return one and bool(before) and before[-1].is_bare and is_profession(before[-1].text)


def _follows_directly(reading: Reading, end: int) -> bool:
    rest = skip_gloss(reading.text, end)
    return rest < len(reading.text) and reading.text[rest] == " "


def _title_follows(after: tuple[Word, ...], direct: bool) -> bool:
    if not direct:
        return False
    for word in after:
        if is_title(word.text):
            return True
        if not word.is_bare:
            return False
    return False


def is_profession(word: str) -> bool:
    """Is ``word`` what somebody does, alone or with a field before it (``로봇공학자``)?"""
    return any(word == known or (len(known) > 1 and word.endswith(known)) for known in word_list("persons", "before"))


def titled(reading: Reading) -> Iterator[Candidate]:
    """Yield persons without a gloss: ``리사 수 CEO``, ``바이든 대통령``, ``요슈아 벤지오 교수``."""
    for layer in reading.layers:
        for index, word in enumerate(layer):
            if index and is_title(word.text) and (found := _person_before(reading, layer, index)):
                yield found


def _person_before(reading: Reading, layer: Sequence[Word], title: int) -> Candidate | None:
    """The one to three proper words before a title, past the office's organization: ``X 메타 CEO`` names X alone."""
    last = title - 1
    while last > 0 and _is_office(layer[last]) and layer[last - 1].is_bare:
        last -= 1
    if not layer[last].is_bare or layer[last].fresh:
        return None
    first = last
    while (
        first > 0
        and last - first < 2
        and layer[first - 1].is_bare
        and not layer[first].fresh
        and _is_personal(layer[first - 1])
    ):
        first -= 1
    words = layer[first : last + 1]
    name = reading.text[words[0].start : words[-1].stem]
    if reading.text[: words[0].start].rstrip().endswith(")"):
        return None
    if (
        not all(_is_personal(word) for word in words)
        or re.search(r"[^가-힣 ]", name)
        or not 2 <= len(name) <= 16
        or name[-1] in "학과부팀"
    ):
        return None
    return Candidate(
        reading.article,
        reading.block.id,
        words[0].start,
        words[-1].stem,
        name,
        "title",
        _PERSON,
        "",
        (),
        Confidence.MEDIUM,
    )


def _is_office(word: Word) -> bool:
    """What stands between a person and the title: a country, an institution, a company, an acronym."""
    return (
        word.text in country_names()
        or head_kind(word.text) is not None
        or word.text in kinds_by_word("heads")
        or is_title(word.text)
        or word.text.isascii()
    )


def _is_personal(word: Word) -> bool:
    if (
        word.text in country_names()
        or word.text in common_words()
        or is_title(word.text)
        or class_noun(word.text)
        or head_kind(word.text)
    ):
        return False
    nouns = [token for token in word.tokens if token.end <= word.stem]
    return (
        bool(nouns)
        and all(token.tag in ("NNP", "NNG", "NNB", "XSN", "NR", "MM") for token in nouns)
        and any(token.tag == "NNP" or token.unknown for token in nouns)
    )
