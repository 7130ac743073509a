"""Names that are also ordinary words, or very short, need a place that fits a name: 메타, 프로, 나노, 링, X."""

import re
from functools import cache

from aikg.extraction.boundaries import particle_after
from aikg.extraction.kinds import class_noun
from aikg.extraction.matching import Hit
from aikg.extraction.morphology import is_ordinary, tokens
from aikg.extraction.persons import is_title
from aikg.extraction.reading import Reading
from aikg.extraction.words import acronyms, common_words, word_list

_MARKS = "‘’“”「」『』《》<>"


@cache
def needs_context(name: str) -> bool:
    """Is ``name`` a single letter, a common word of Korean, or so short that it may be part of one?

    >>> needs_context("나노"), needs_context("X"), needs_context("삼성전자"), needs_context("구글")
    (True, True, False, False)
    """
    letters = [c for c in name if c.isalnum()]
    if len(letters) < 2 or is_ordinary(name):
        return True
    if len(letters) > 2 or name.isascii():
        return False
    return any(token.unknown or token.tag not in ("NNP", "SL", "SH") for token in tokens(name))


def fits(reading: Reading, hit: Hit, neighbours: frozenset[int]) -> bool:
    """Does the place show that the hit is a name?

    It is quoted or glossed, has a particle, stands beside a class noun, a title or the staff of an organization, or
    in a list with another name; ``neighbours`` are the offsets where other names begin and end.
    """
    text = reading.text
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    if (before and before in _MARKS) or (after and after in _MARKS) or after == "(":
        return True
    if not _is_noun_here(reading, hit):
        return False
    if particle_after(text, hit.end) or (reading.is_heading and after == ","):
        return True
    if after == "," and any(offset in neighbours for offset in range(hit.end + 1, hit.end + 3)):
        return True
    if before == " " and text[hit.start - 2 : hit.start - 1] == "," and hit.start - 2 in neighbours:
        return True
    return _beside_class_noun(reading, hit)


def _is_noun_here(reading: Reading, hit: Hit) -> bool:
    starting = [token for token in reading.tokens if token.start == hit.start]
    return bool(starting) and starting[0].is_noun


def _beside_class_noun(reading: Reading, hit: Hit) -> bool:
    following = reading.words_after(hit.end)
    if following and reading.text[hit.end : hit.end + 1] == " ":
        word = following[0].text or reading.text[following[0].start : following[0].end]
        if (
            class_noun(word)
            or is_title(word)
            or word in word_list("agents", "staff")
            or re.match("역시|등$|외$|및$", word)
        ):
            return True
    preceding = reading.words_before(hit.start)
    return bool(preceding) and preceding[-1].is_bare and class_noun(preceding[-1].text) is not None


def is_homely(name: str) -> bool:
    """Does it consist of common words alone, so that elsewhere it may mean what it says?

    >>> is_homely("AI 적용"), is_homely("구글 검색")
    (True, False)
    """
    words = re.findall(r"[가-힣]+|[A-Za-z&]+", name)
    return all(word.casefold() in acronyms() or word in common_words() or is_ordinary(word) for word in words)


def fits_place(reading: Reading, hit: Hit, neighbours: frozenset[int]) -> bool:
    """Is it a country whose name is a common word (수단, 가나)? It stands in a list or before its government."""
    text = reading.text
    listed = any(hit.end < offset <= hit.end + 2 for offset in neighbours) and text[hit.end] in ",·와과"
    closes = any(hit.start - 2 <= offset < hit.start for offset in neighbours) and text[hit.start - 1] in " ·"
    return listed or (closes and text[: hit.start].rstrip()[-1:] in (",", "·")) or bool(_GOVERNED.match(text, hit.end))


_GOVERNED = re.compile(r" (?:정부|대통령|총리|외교부)")


def is_weak(name: str) -> bool:
    """Is it a name that only points back: common words such as 정부, 프로젝트, 프로 버전?"""
    return len(name) < 2 or name in word_list("agents", "editions") or is_homely(name)
