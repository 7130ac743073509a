"""What goes on the name of a product or its maker: versions, editions and the services named after a company."""

import re
from collections.abc import Iterable, Iterator, Sequence

from aikg.extraction.boundaries import COUNTED, ends_well, skip_gloss
from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.kinds import head_kind
from aikg.extraction.matching import Hit
from aikg.extraction.morphology import is_ordinary
from aikg.extraction.persons import is_title
from aikg.extraction.proper import is_proper
from aikg.extraction.reading import Reading, Word
from aikg.extraction.sounds import alike
from aikg.extraction.territories import country_names
from aikg.extraction.words import word_list

#: words that tell sizes and editions of one product apart
TIERS = "|".join(sorted(word_list("agents", "editions"), key=lambda word: (-len(word), word)))
_NUMBER = rf"v?\d+(?:\.\d+)*[A-Za-z]{{0,2}}(?!\d|[.,]\d|%|\s?(?:달러|시간|세대)|{COUNTED})"
_TIER = rf"(?:{TIERS})(?![A-Za-z가-힣]{{2}})"
_SUFFIX = re.compile(rf"(?:[ -]?{_NUMBER}|-[A-Z]{{2,4}}(?![A-Za-z0-9])|[ -]{_TIER})(?:[ -](?:{_NUMBER}|{_TIER}))*")
_NUMBERED = re.compile(rf"(?P<family>.*[가-힣A-Za-z])[ -]?{_NUMBER}(?:[ -]{_TIER})*$")
_EDITION = re.compile(r"\((?P<edition>[A-Z][a-z]{2,})\)")
_MARKS = "*’”」』"


def versions(reading: Reading, hits: Iterable[Hit]) -> Iterator[tuple[Candidate, str]]:
    """Yield what goes on a product's name as version, size or edition, and the name that it goes on."""
    for hit in hits:
        end = _version_end(reading, hit)
        if end > hit.end:
            name = reading.text[hit.start : end]
            name = re.sub(" 프리뷰$", "", name)
            end = hit.start + len(name)
        if end > hit.end:
            yield Candidate(reading.article, reading.block.id, hit.start, end, name, "version"), hit.name


def _version_end(reading: Reading, hit: Hit) -> int:
    suffix = _SUFFIX.match(reading.text, hit.end)
    end = suffix.end() if suffix and ends_well(reading.text, suffix.end()) else hit.end
    edition = _EDITION.match(reading.text, end)
    numbered = re.search(r"\d", reading.text[hit.start : end])
    if edition and numbered and alike(reading.text[hit.start : end], edition["edition"]) < 0.6:
        return edition.end()
    return end


def family(name: str) -> str:
    """Return the family that a numbered product belongs to, empty when it has none.

    >>> family("소리샘 3 프로"), family("별빛-2"), family("구름")
    ('소리샘', '별빛', '')
    """
    numbered = _NUMBERED.match(name)
    return numbered["family"] if numbered and len(numbered["family"]) > 1 else ""


def owned(reading: Reading, hits: Iterable[Hit]) -> Iterator[Candidate]:
    """Yield products named after the organization or product they belong to: ``아마존 베드락``, ``제미나이 앱``."""
    starts = {hit.start for hit in hits}
    for hit in hits:
        last = reading.word_at(hit.end - 1)
        if last is not None and last.stem <= skip_gloss(reading.text, hit.end):
            yield from _joined(reading, last)
        following = reading.words_after(hit.end)
        if not following or following[0].start != hit.end + 1 or following[0].start in starts:
            continue
        last = _last_word(following)
        if last is not None:
            end = last.stem - (last.text.endswith("용") and len(last.text) > 2)
            yield _candidate(reading, hit.start, end)
            yield from _joined(reading, last)


def _last_word(following: Sequence[Word]) -> Word | None:
    """The word that ends the product's name: ``베드락``, ``AI 스튜디오``, ``버텍스 AI``, ``검색``."""
    first, rest = following[0], following[1:3]
    if first.text in word_list("agents", "lines") and not _names_more(rest, first):
        return first
    if first.text == "AI" and first.is_bare and rest:
        first, rest = rest[0], rest[1:]
        fits = is_proper(first) or first.text in word_list("agents", "lines")
        return first if fits and _is_product_word(first) and not _names_more(rest, first) else None
    if not (is_proper(first) and _is_product_word(first)):
        return None
    if first.is_bare and rest and rest[0].text == "AI" and not rest[0].is_bare:
        return rest[0]
    return None if _names_more(rest, first) else first


def _joined(reading: Reading, last: Word) -> Iterator[Candidate]:
    """A second product of the same owner: ``구글 버텍스 AI와 AI 스튜디오``."""
    following = reading.words_after(last.end)[:2]
    joined = last.tail == "list" and len(following) == 2 and following[0].text == "AI" and following[0].is_bare
    if joined and following[1].text in word_list("agents", "lines"):
        yield _candidate(reading, following[0].start, following[1].stem)


def _candidate(reading: Reading, start: int, end: int) -> Candidate:
    following = reading.words_after(end)[:1]
    is_staffed = bool(following) and following[0].start == end + 1 and following[0].text in word_list("agents", "staff")
    typed = Typed("Organization" if is_staffed else "Service", None, "owner")
    return Candidate(
        reading.article, reading.block.id, start, end, reading.text[start:end].strip(_MARKS), "owned", typed
    )


def _is_product_word(word: Word) -> bool:
    is_line = word.text in word_list("agents", "lines")
    if is_title(word.text) or word.text in country_names() or re.search(r"[^가-힣A-Za-z]", word.text):
        return False
    if not is_line and (is_ordinary(word.text) or re.match(TIERS, word.text)):
        return False
    return head_kind("X " + word.text) is None or word.text in word_list("agents", "lines")


def _names_more(following: Sequence[Word], word: Word) -> bool:
    """A title or a second proper noun behind it makes it a person or a longer name."""
    return bool(word.is_bare and following and (is_title(following[0].text) or is_proper(following[0])))
