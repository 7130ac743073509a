"""What kind of thing a name stands for: shown by its last part, the class nouns beside it, and its English form."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from aikg.extraction.boundaries import skip_gloss
from aikg.extraction.candidates import Typed
from aikg.extraction.morphology import is_ordinary
from aikg.extraction.proper import is_proper
from aikg.extraction.reading import Reading, Word
from aikg.extraction.words import acronyms, common_words, kinds_by_word, word_list

_FORMAT = {"AIModel": "Product", "Service": "Product", "Hardware": "Product", "Work": "Report"}
_NAMING = re.compile(r"\s?(?:이?라는|이라고 (?:불리는|하는)|라고 (?:불리는|하는)|이란|란)\s")
_LISTING = re.compile(r"\s?(?:등|등의|[와과] 같은|[이]?나 [^ ]+ 같은|같은|[을를] 비롯한|[을를] 포함한|[을를] 비롯해)\s")


def format_type(kind: str) -> str:
    """Return the type of the annotation bundle for a class of ours.

    >>> format_type("AIModel"), format_type("Law")
    ('Product', 'Law')
    """
    return _FORMAT.get(kind, kind)


@cache
def class_noun(word: str) -> Typed | None:
    """Return the kind that a class noun tells: ``침구업체`` ends in 업체, so it is a company."""
    return _by_ending(word, "classes", "class noun")


def head_kind(name: str) -> Typed | None:
    """Return the kind that the last part of a name tells; a bare head is no name.

    >>> head_kind("맥거번 재단").classification
    'non-profit'
    """
    parts = name.split()
    last = parts[-1] if parts else ""
    table = kinds_by_word("heads")
    for length in range(len(last), 0, -1):
        head = last[-length:]
        if head in table and (length < len(last) or len(parts) > 1):
            fits = length > 1 or (head in "大법" and len(name) > 2)
            return Typed.of(table[head], "head") if fits and not _is_ware(name, head) else None
    return None


def _is_ware(name: str, head: str) -> bool:
    """``AI 반도체`` and ``공용 클라우드`` are wares: common words alone make no company of such a head."""
    is_company = kinds_by_word("heads")[head] == "Organization/company"
    if " " not in name or not is_company or head not in word_list("agents", "soft"):
        return False
    others = re.findall("[가-힣]+|[A-Za-z]+", name.removesuffix(head))
    return all(word.casefold() in acronyms() or word in common_words() or is_ordinary(word) for word in others)


def whole_kind(name: str) -> Typed | None:
    """Return the kind of an institution that is called by the noun alone (``국방부``)."""
    is_whole = name in word_list("agents", "whole") and name in kinds_by_word("heads")
    return Typed.of(kinds_by_word("heads")[name], "head") if is_whole else None


def english_kind(english: str) -> Typed | None:
    """Return the kind that an English name tells: its last word, or the one before ``of``, ``for``, ``on``.

    A code is a law when it is one of something: ``Code of Practice``, but not ``Visual Studio Code``.
    """
    table = kinds_by_word("english")
    words = re.findall(r"[A-Za-z]+|\b(?:of|for|on|to)\b", english)
    cut = next((index for index, word in enumerate(words) if index and word in ("of", "for", "on", "to")), len(words))
    for word in (words[cut - 1 : cut] + words[-1:]) if words else ():
        if word in table and len(words) > 1 and not (word == "Code" and cut == len(words)):
            return Typed.of(table[word], "English")
    return None


def shown_after(reading: Reading, end: int) -> Typed | None:
    """Return the kind that the words behind a name tell: ``X 플랫폼``, ``X라는 모델``, ``X와 같은 서비스``."""
    text = reading.text
    rest = skip_gloss(text, end)
    following = reading.words_after(rest)
    if naming := _NAMING.match(text, rest):
        return _first_class(reading.words_after(naming.end()), past_verbs=3)
    if listing := _LISTING.match(text, rest):
        return _first_class(reading.words_after(listing.end()), past_verbs=4)
    if rest < len(text) and text[rest] == " " and following and not following[0].fresh:
        return _head_class(following)
    return None


def shown_before(reading: Reading, start: int) -> Typed | None:
    """Return the kind that the word before a name tells: ``AI 기업 X``, ``도구인 ‘X’``, ``도구를 개발하는 X``."""
    before = reading.words_before(start)
    if not before:
        return None
    last = before[-1]
    if last.is_bare or last.tail == "copula":
        return class_noun(last.text)
    if last.particle == "의" and is_proper(last):
        return Typed("Product", None, "owner")
    made = last.text in word_list("agents", "made") and any(t.tag == "ETM" for t in last.tokens)
    if made and len(before) > 1 and before[-2].particle in ("이", "가") and is_proper(before[-2]):
        return Typed("Product", None, "made")
    makes = last.text in word_list("agents", "makes") and any(t.tag == "ETM" for t in last.tokens)
    if makes and len(before) > 1 and before[-2].particle in ("을", "를"):
        return Typed("Organization", None, "maker")
    return None


def phrase_after(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that go on the noun phrase: bare ones up to the first with a particle."""
    found: list[Word] = []
    for word in words[:5]:
        if not word.text or word.text[0].isdigit():
            break
        found.append(word)
        if not word.is_bare:
            break
    return tuple(found)


def _head_class(words: Sequence[Word]) -> Typed | None:
    """Korean noun phrases end in their head: the last word of the phrase tells, not the first."""
    for word in reversed(phrase_after(words)):
        if word.text in word_list("agents", "parties"):
            return None
        if typed := class_noun(word.text):
            return typed
        if word.text not in word_list("agents", "acts"):
            return None
    return None


def _first_class(words: Iterable[Word], past_verbs: int) -> Typed | None:
    """Return the class of the first noun phrase that ends in a class noun, past some modifiers."""
    found = list(words)[: past_verbs + 5]
    for index, word in enumerate(found[: past_verbs + 3]):
        modifies = word.particle in ("을", "를") and any(
            t.tag == "ETM" for w in found[index + 1 :][:2] for t in w.tokens
        )
        if word.text and not word.is_bare and not modifies and (typed := class_noun(word.text)):
            return typed
        if word.tail == "particle" and word.particle[:1] in "은는이가을를" and not modifies:
            return None
    return None


def _by_ending(word: str, table: str, by: str) -> Typed | None:
    known = kinds_by_word(table)
    for length in range(len(word), 0, -1):
        ending = word[-length:]
        if ending in known and (length == len(word) or (length > 1 and is_ordinary(word[:-length]))):
            return Typed.of(known[ending], by)
    return None


def is_generic(name: str) -> bool:
    """Does ``name`` consist of common words alone?

    >>> is_generic("AI 모델"), is_generic("퍼플 라마")
    (True, False)
    """
    return all(
        word in common_words() or word in kinds_by_word("classes") for word in re.findall(r"[가-힣A-Za-z]+", name)
    )
