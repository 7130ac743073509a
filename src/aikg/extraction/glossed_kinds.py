"""What kind of thing a glossed name stands for, and which glosses explain a common word rather than a name."""

import re

from aikg.extraction.boundaries import skip_gloss
from aikg.extraction.brackets import Gloss
from aikg.extraction.candidates import Typed
from aikg.extraction.kinds import class_noun, english_kind, head_kind, is_generic, shown_after, shown_before, whole_kind
from aikg.extraction.morphology import is_ordinary
from aikg.extraction.persons import is_title, looks_personal, person_shown
from aikg.extraction.proper import is_proper
from aikg.extraction.reading import Reading, Word
from aikg.extraction.sounds import alike
from aikg.extraction.territories import country_names
from aikg.extraction.words import word_list

_DOMAIN = re.compile(r"\b[\w-]+\.(?:com|org|net|ai|io|txt|gov|kr|md|edu)\b", re.I)
_OFFICE = re.compile("[가-힣A-Z]*(?:[가-힣A-Z]{3,}[청처부국위]|[가-힣]{2,}(?:연구|정책|기획)실)")


def kind_of(reading: Reading, gloss: Gloss, start: int, end: int, name: str, english: str) -> Typed | None:
    """Return the kind of an unquoted name: shown by its place, its parts, its gloss, or the abbreviation alone."""
    return shown(reading, start, end, name, english) or _unshown_person(name, english) or _agency(name, gloss)


def no_name(reading: Reading, word: Word, gloss: Gloss) -> bool:
    """Does the bracket gloss a unit, an office or an address?"""
    return _is_unit(word, reading, gloss) or _is_office(word, gloss) or _unsound_domain(reading, word, gloss)


def shown(reading: Reading, start: int, end: int, name: str, english: str) -> Typed | None:
    """Return the kind that the place, the parts and the English form of a name show."""
    head = whole_kind(name) or head_kind(name)
    sure = (
        head if head and head.kind == "Organization" and name.split()[-1] not in word_list("agents", "soft") else None
    )
    return (
        person_shown(reading, start, end if english == "" else start + len(name), english)
        or sure
        or shown_after(reading, end)
        or head
        or shown_before(reading, start)
        or english_kind(english)
        or _owned(reading, start, end)
    )


def _owned(reading: Reading, start: int, end: int) -> Typed | None:
    """A name right behind another one is what that makes: ``가온 하늬(Hanui)``."""
    before, after = reading.words_before(start), reading.words_after(skip_gloss(reading.text, end))[:1]
    if after and is_title(after[0].text):
        return None
    is_owner = bool(before) and before[-1].is_bare and before[-1].end == start - 1 and is_proper(before[-1])
    return Typed("Product", None, "owner") if is_owner and before[-1].text not in country_names() else None


def _unshown_person(name: str, english: str) -> Typed | None:
    """First and last name rendered word for word, and nothing beside them that tells of a thing."""
    is_personal = looks_personal(name, english) and " " in english
    return Typed("Person", None, "shape") if is_personal and not all(map(is_ordinary, name.split())) else None


def _agency(name: str, gloss: Gloss) -> Typed | None:
    """An office of state shows by its last syllable and the abbreviation behind it: ``해양관측청(OOA)``."""
    is_office = gloss.abbreviation.isalpha() and _OFFICE.fullmatch(name.split()[-1])
    return Typed("Organization", "government-agency", "head") if is_office and not gloss.english else None


def field_shown(reading: Reading, name: str, gloss: Gloss) -> Typed | None:
    """Common words that end in a class noun are a term where an abbreviation of their own stands behind."""
    if not gloss.abbreviation or " " not in name or not is_generic(name.replace("·", " ")):
        return None
    following = reading.words_after(gloss.closing + 1)[:1]
    ends = class_noun(name.split()[-1]) or (class_noun(following[0].text) if following else None)
    fits = ends is not None and ends.kind in ("AIModel", "Service", "Hardware", "Technology")
    return Typed("Technology", None, "term") if fits else None


def is_term(name: str, gloss: Gloss, typed: Typed | None) -> bool:
    """A translated name is one when its kind shows; a term when it has an abbreviation of its own."""
    if typed is not None and typed.kind not in ("Technology", "AIModel", "Service", "Hardware", "Product"):
        return True
    return bool(gloss.abbreviation and (gloss.english or not is_generic(name))) and len(name) > 2


def as_term(name: str, typed: Typed | None) -> Typed | None:
    """Common words with a gloss name a technology: ``범용 AI(AGI)`` is no model."""
    if is_generic(name) and (typed is None or typed.kind in ("AIModel", "Service", "Hardware", "Product")):
        return Typed("Technology", None, "term")
    return typed


def _is_unit(word: Word, reading: Reading, gloss: Gloss) -> bool:
    """``192기가바이트(GB)`` glosses a unit."""
    counted = re.search(r"[\d만억조] ?$", reading.text[: word.start])
    return bool(re.match(r"\d+[가-힣]", reading.text[word.start :])) or bool(
        counted and len(word.text) > 1 and not gloss.english
    )


def _is_office(word: Word, gloss: Gloss) -> bool:
    """``최고기술책임자(CTO)`` glosses an office."""
    is_chief = re.fullmatch(r"C[A-Z]{1,2}O", gloss.abbreviation) and not _OFFICE.fullmatch(word.text)
    return is_title(word.text) or bool(is_chief)


def _unsound_domain(reading: Reading, word: Word, gloss: Gloss) -> bool:
    """An address in brackets is no name, unless it sounds like the word (코드닷오알지(Code.org))."""
    written = gloss.english or gloss.abbreviation
    return bool(_DOMAIN.search(written)) and alike(reading.text[word.start : gloss.opening], written) < 0.5
