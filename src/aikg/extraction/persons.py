"""Who is a person: a title beside the name, or a foreign name glossed word for word."""

import re

from aikg.extraction.boundaries import skip_gloss
from aikg.extraction.candidates import Typed
from aikg.extraction.kinds import english_kind
from aikg.extraction.reading import Reading, Word
from aikg.extraction.sounds import alike
from aikg.extraction.words import kinds_by_word, word_list

_ENGLISH_NAME = re.compile(
    r"(?:[A-Z][a-zà-ÿ’'-]+|[A-Z]\.|[A-Z][a-z]+[A-Z][a-z]+)(?: (?:[A-Z][A-Za-zà-ÿ’'.-]+|de|van|von|bin|al|el|da|der|Al-[A-Z]\w+)){1,3}$"
)
_APPOINTED = re.compile(r"\s*[가-힣 ]{0,20}(?:임명|선임|영입|지명|발탁)")
_PERSON = Typed("Person", None, "person")


def is_title(word: str) -> bool:
    """Is ``word`` a title of office, alone or with the field before it (상무부장관)?"""
    titles = word_list("persons", "titles")
    return word in titles or any(len(title) > 1 and word.endswith(title) for title in titles)


def looks_personal(korean: str, english: str) -> bool:
    """Is the gloss a first and a last name that the Korean renders word for word?"""
    if not _ENGLISH_NAME.match(english) or english_kind(english):
        return False
    ours, theirs = korean.split(), [part for part in english.split() if len(part) > 2]
    if any(word in kinds_by_word("english") for word in theirs) or not theirs:
        return False
    if len(ours) == 1:
        return alike(korean, theirs[0]) >= 0.75 or alike(korean, theirs[-1]) >= 0.75 or alike(korean, english) >= 0.75
    return alike(ours[0], theirs[0]) >= 0.6 and alike(ours[-1], theirs[-1]) >= 0.6


def person_shown(reading: Reading, start: int, end: int, english: str) -> Typed | None:
    """Return Person when a title, a profession or an appointment stands beside the name at ``start`` to ``end``."""
    name = reading.text[start:end]
    if english and not looks_personal(name, english):
        return None
    after = reading.words_after(skip_gloss(reading.text, end))[:3]
    before = reading.words_before(start)
    if _title_follows(after, direct=_follows_directly(reading, end)):
        return _PERSON
    if before and (before[-1].is_bare or before[-1].tail == "copula") and _is_profession(before[-1].text):
        return _PERSON
    appointed = english and _APPOINTED.search(reading.text[skip_gloss(reading.text, end) :][:40])
    return _PERSON if appointed else None


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


def _is_profession(word: str) -> bool:
    return any(word == known or (len(known) > 1 and word.endswith(known)) for known in word_list("persons", "before"))
