"""Names of models, chips and versions: ``GPT-4``, ``MI300X``, ``라마2 7B``, ``제미나이 1.5 프로``."""

import re
from collections.abc import Iterable, Iterator

from aikg.extraction.boundaries import ends_well, starts_well
from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.kinds import shown_after, shown_before
from aikg.extraction.matching import Hit
from aikg.extraction.reading import Reading
from aikg.extraction.words import acronyms
from aikg.model.extraction import Confidence

#: words that tell sizes and editions of one product apart
TIERS = (
    "프로|울트라|나노|플래시|라이트|플래시-라이트|미니|터보|맥스|플러스|라지|스몰|미디엄|엔터프라이즈|어드밴스드|프리미엄|오푸스|소네트|하이쿠|코더|씽킹|비전|프리뷰|베이직|팀|인스트럭트"
    "|Pro|Ultra|Nano|Flash|Mini|mini|Turbo|Max|Plus|Large|Small|Opus|Sonnet|Haiku|Thinking|Preview|Instruct|Lite|Coder"
)
_NUMBER = r"v?\d+(?:\.\d+)*[A-Za-z]{0,2}(?![\d.,%]|\s?(?:년|월|일|개|조|억|만|명|건|회|차|배|종|곳|달러|위|점|가지|단계|시간|분|초|주|세대))"
_SUFFIX = re.compile(rf"(?:[ -]?{_NUMBER}|[ -](?:{TIERS})(?![A-Za-z가-힣]{{2}}))(?:[ -](?:{_NUMBER}|(?:{TIERS})(?![A-Za-z가-힣]{{2}})))*")
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
