"""Names that the text itself glosses: ``한글(English, ABBR)``, ``ABBR(한글)``, ``이하 X``, and what goes on behind."""

import re
from collections.abc import Iterator
from dataclasses import replace

from aikg.extraction.brackets import Gloss, expands, find_glosses
from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.folding import key
from aikg.extraction.gloss_edges import heard, run_before, translated
from aikg.extraction.glossed_kinds import as_term, field_shown, is_term, kind_of, no_name, shown
from aikg.extraction.kinds import head_kind, is_generic, shown_before
from aikg.extraction.proper import is_proper
from aikg.extraction.quoting import enclosing_quote
from aikg.extraction.reading import Reading
from aikg.extraction.sounds import alike
from aikg.extraction.territories import country_names
from aikg.extraction.versions import TIERS
from aikg.extraction.words import acronyms
from aikg.model.extraction import Confidence

_COUNTERS = "년|월|일|개|조|억|만|명|건|회|차|배|종|%|달러|곳"
_TIER = rf"(?:{TIERS})(?![가-힣])"
#: a version, a size or a series that goes on behind the gloss
_VERSION = re.compile(
    r"[ -]?(?:v?\d+(?:\.\d+)*(?:[BbMTK]|k)?|[A-Z]{1,4}-?\d+[A-Z]?|AI(?![A-Za-z0-9])|[A-Z]{2,3}(?=[’']))"
    rf"(?![\d.]|\s?(?:{_COUNTERS}))"
    rf"(?:[ -](?:\d+(?:\.\d+)?[BbMTK]?(?![\d.년월일개조억만명])|{_TIER}))*"
    rf"|(?:[ -]{_TIER})+"
)
_METHOD = re.compile(r" (?:방식|기법|기술|방법론|알고리즘|프레임워크|프로토콜)(?=$|[ ,.]|[은는이가을를의로와과]|으로)")
_BRACKETED = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")


def mine(reading: Reading) -> Iterator[Candidate]:
    """Yield the names that a block glosses, with the edges and the kind that the place shows.

    Of a version, its family is a name too (``클로드(Claude) 2.1``): it may stand alone elsewhere.
    """
    for gloss in find_glosses(reading.text):
        if gloss.short:
            continue
        found = _quoted(reading, gloss) or _bare(reading, gloss)
        if found is not None:
            yield found
            family = reading.text[found.start : gloss.opening].strip()
            if found.name.startswith(family) and family != found.name and _is_version(found.name[len(family) :]):
                short = (
                    (gloss.abbreviation,) if gloss.abbreviation and key(gloss.abbreviation) not in acronyms() else ()
                )
                named = replace(found, end=gloss.closing + 1, name=family, english=gloss.english, aliases=short)
                yield replace(named, rule="gloss.family")


def _is_version(rest: str) -> bool:
    return bool(re.match(r"[ -]?v?\d", rest))


def short_forms(reading: Reading) -> Iterator[Candidate]:
    """Yield names with what they are called from there on: ``마이크로소프트(이하 MS)``."""
    for gloss in find_glosses(reading.text):
        word = reading.word_at(gloss.opening - 1) if gloss.short else None
        if word is not None and word.text:
            start = word.start
            for before in reversed(run_before(reading, word)):
                if not (before.is_bare and is_proper(before) and before.text not in country_names()):
                    break
                start = before.start
            name = reading.text[start : gloss.opening]
            typed = head_kind(name) or shown_before(reading, start)
            span = (start, gloss.opening)
            yield Candidate(reading.article, reading.block.id, *span, name, "gloss.short", typed, "", (gloss.short,))


def _quoted(reading: Reading, gloss: Gloss) -> Candidate | None:
    """A gloss within quotation marks: all that is quoted is the name."""
    quote = enclosing_quote(reading.text, gloss.opening)
    if quote is None:
        return None
    start, end = quote
    inside = reading.text[start:end]
    name = re.sub(r"\s{2,}", " ", _BRACKETED.sub("", inside)).strip(" *")
    if not name or len(name) > 60:
        return None
    behind = inside[gloss.closing + 1 - start :].strip(" *")
    before = _unglossed(reading, gloss, start)
    english = f"{before} {gloss.english}".strip() if gloss.english else ""
    english = f"{english} {behind}".strip() if english and (not behind or behind.isascii()) else english
    typed = shown(reading, start, end, name, english)
    typed = None if typed is not None and typed.kind == "Person" else typed
    found = _candidate(reading, (start, end), name, english, gloss, typed, "gloss.quoted")
    shortened = f"{gloss.abbreviation} {behind}" if gloss.abbreviation and behind and not behind.isascii() else ""
    return replace(found, aliases=(*found.aliases, shortened)) if shortened else found


def _unglossed(reading: Reading, gloss: Gloss, start: int) -> str:
    """What is quoted in Latin letters before the word that the gloss spells: ``‘AI 레디(Ready)’``."""
    word = reading.word_at(gloss.opening - 1)
    before = reading.text[start : word.start].strip() if word is not None else ""
    spelt = word is not None and alike(word.text, gloss.english) >= 0.7
    return before if spelt and before.isascii() and before not in gloss.english else ""


def _bare(reading: Reading, gloss: Gloss) -> Candidate | None:
    """A gloss behind an unquoted name: its beginning shows by sound, by the letters, or by the number of words."""
    word = reading.word_at(gloss.opening - 1)
    if (
        word is None
        or not re.match("[가-힣A-Za-z0-9大]", reading.text[gloss.opening - 1])
        or no_name(reading, word, gloss)
    ):
        return None
    sounded = word.start if expands(word.text, gloss) else heard(reading, word, gloss)
    if sounded == word.start and " " in gloss.english and is_generic(word.text):
        sounded = None
    if sounded is not None:
        return _method(reading, gloss, sounded) or _sounded(reading, gloss, sounded)
    start = translated(reading, word, gloss)
    return None if start is None else _translation(reading, gloss, start)


def _method(reading: Reading, gloss: Gloss, start: int) -> Candidate | None:
    """A method named by letters with its noun: ``ORCA(Open Reasoning Chains) 방식``."""
    name, noun = reading.text[start : gloss.opening], _METHOD.match(reading.text, gloss.closing + 1)
    if noun is None or not name.isascii() or key(name) in acronyms():
        return None
    typed = kind_of(reading, gloss, start, gloss.opening, name, gloss.english)
    if typed is None or typed.kind != "Technology":
        return None
    return _candidate(reading, (start, noun.end()), name + noun.group(), gloss.english, gloss, typed, "gloss.method")


def _sounded(reading: Reading, gloss: Gloss, start: int) -> Candidate:
    end, name, english = gloss.opening, reading.text[start : gloss.opening], gloss.english
    if version := _VERSION.match(reading.text, gloss.closing + 1):
        end, name = version.end(), name + version.group()
        english += version.group() if english and version.group().isascii() else ""
        if gloss.abbreviation and version.group().isascii():
            gloss = replace(gloss, abbreviation=gloss.abbreviation + version.group())
    typed = kind_of(reading, gloss, start, end, name, english) or field_shown(reading, name, gloss)
    return _candidate(reading, (start, end), name, english, gloss, as_term(name, typed), "gloss")


def _translation(reading: Reading, gloss: Gloss, start: int) -> Candidate | None:
    span, name = (start, gloss.opening), reading.text[start : gloss.opening]
    typed, field = kind_of(reading, gloss, *span, name, gloss.english), field_shown(reading, name, gloss)
    is_common = " " not in name and is_generic(name)
    if is_common or (field is None and not is_term(name, gloss, typed)):
        return None
    return _candidate(reading, span, name, gloss.english, gloss, field or as_term(name, typed), "gloss")


def _candidate(
    reading: Reading, span: tuple[int, int], name: str, english: str, gloss: Gloss, typed: Typed | None, rule: str
) -> Candidate:
    own = typed is not None and typed.kind == "Organization" and key(gloss.abbreviation) not in ("ai", "it", "ict")
    aliases = tuple(alias for alias in (gloss.abbreviation,) if alias and (own or key(alias) not in acronyms()))
    confidence = Confidence.HIGH if typed else Confidence.MEDIUM
    return Candidate(reading.article, reading.block.id, *span, name, rule, typed, english, aliases, confidence)
