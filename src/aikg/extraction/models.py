"""Names of models, chips and versions: ``GPT-4``, ``MI300X``, ``라마2 7B``, ``제미나이 1.5 프로``."""

import re
from collections.abc import Iterable, Iterator, Sequence

from aikg.extraction.boundaries import ends_well, starts_well
from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.kinds import head_kind, shown_after, shown_before
from aikg.extraction.matching import Hit
from aikg.extraction.persons import is_title
from aikg.extraction.proper import is_proper
from aikg.extraction.reading import Reading, Word
from aikg.extraction.territories import country_names
from aikg.extraction.words import acronyms
from aikg.model.extraction import Confidence

#: words that tell sizes and editions of one product apart
TIERS = (
    "프로|울트라|나노|플래시|라이트|플래시-라이트|미니|터보|맥스|플러스|라지|스몰|미디엄|엔터프라이즈|어드밴스드|프리미엄|오푸스|소네트|하이쿠|코더|씽킹|비전|프리뷰|베이직|팀|인스트럭트"
    "|Pro|Ultra|Nano|Flash|Mini|mini|Turbo|Max|Plus|Large|Small|Opus|Sonnet|Haiku|Thinking|Preview|Instruct|Lite|Coder"
)
_NUMBER = r"v?\d+(?:\.\d+)*[A-Za-z]{0,2}(?![\d.,%]|\s?(?:년|월|일|개|조|억|만|명|건|회|차|배|종|곳|달러|위|점|가지|단계|시간|분|초|주|세대))"
_SUFFIX = re.compile(rf"(?:[ -]?{_NUMBER}|-[A-Z]{{2,4}}(?![A-Za-z0-9])|[ -](?:{TIERS})(?![A-Za-z가-힣]{{2}}))(?:[ -](?:{_NUMBER}|(?:{TIERS})(?![A-Za-z가-힣]{{2}})))*")
_CODE = re.compile(r"[A-Za-z]+(?:[-.]?[A-Za-z]+)*[- ]?\d+(?:\.\d+)*[A-Za-z]*(?:-(?:[A-Za-z0-9.]+|[가-힣]{2,3}))*")
_CHIP = re.compile(r"[A-Z]{1,3}\d{2,4}[A-Z]?(?: [A-Z]{2,4})?$")


def versions(reading: Reading, hits: Iterable[Hit]) -> Iterator[tuple[Candidate, str]]:
    """Yield what goes on a product's name as version, size or edition, and the name that it goes on."""
    for hit in hits:
        suffix = _SUFFIX.match(reading.text, hit.end)
        if suffix and ends_well(reading.text, suffix.end()):
            name = reading.text[hit.start : suffix.end()]
            found = Candidate(reading.article, reading.block.id, hit.start, suffix.end(), name, "version")
            yield found, hit.name


def codes(reading: Reading) -> Iterator[Candidate]:
    """Yield names of letters and digits: models and chips."""
    for match in _CODE.finditer(reading.text):
        name = match.group()
        if not starts_well(reading.text, match.start()) or not ends_well(reading.text, match.end()) or _is_common(name):
            continue
        typed = _typed(reading, match.start(), match.end(), name)
        if typed is None or typed.kind in ("AIModel", "Hardware", "Service", "Product", "Benchmark"):
            yield Candidate(reading.article, reading.block.id, match.start(), match.end(), name, "code", typed, "", (), Confidence.MEDIUM)


def _typed(reading: Reading, start: int, end: int, name: str) -> Typed | None:
    shown = shown_after(reading, end) or shown_before(reading, start)
    if shown is not None:
        return shown
    if _CHIP.match(name):
        return Typed("Hardware", None, "code")
    return Typed("AIModel", None, "code") if re.match(r"(?:GPT|[A-Z][A-Za-z]+)-\d|[A-Za-z.]+[- ]?\d+(?:\.\d+)?B?", name) else None


def _is_common(name: str) -> bool:
    letters = re.match(r"[A-Za-z]+", name)
    return letters is None or letters.group().casefold() in acronyms() or len(name) < 2 or bool(re.match(r"[A-Z]\d?$|CES|v\d", name))


def owned(reading: Reading, hits: Iterable[Hit]) -> Iterator[Candidate]:
    """Yield products named after the organization that makes them: ``아마존 베드락``, ``구글 AI 스튜디오``."""
    starts = {hit.start for hit in hits}
    for hit in hits:
        following = reading.words_after(hit.end)
        if not following or following[0].start != hit.end + 1 or following[0].start in starts:
            continue
        index = 1 if following[0].text == "AI" and len(following) > 1 and following[0].is_bare else 0
        word = following[index]
        if _is_product_word(word, with_ai=index == 1) and not _names_more(following[index + 1 : index + 2], word):
            name = reading.text[hit.start : word.stem]
            yield Candidate(reading.article, reading.block.id, hit.start, word.stem, name, "owned", Typed("Service", None, "owner"))


def _is_product_word(word: Word, with_ai: bool) -> bool:
    if is_title(word.text) or word.text in country_names() or re.search(r"[^가-힣A-Za-z]", word.text) or head_kind("X " + word.text):
        return False
    return is_proper(word) or (with_ai and word.text in ("스튜디오", "어시스턴트", "스택", "허브"))


def _names_more(following: Sequence[Word], word: Word) -> bool:
    """A title or a second proper noun behind it makes it a person or a longer name."""
    return bool(word.is_bare and following and (is_title(following[0].text) or is_proper(following[0])))
