"""Names of models, chips and addresses: ``GPT-4``, ``MI300X``, ``라마-2-70B``, ``X 프리미엄``, ``Example.com``."""

import re
from collections.abc import Iterator

from aikg.extraction.boundaries import ends_well, starts_well
from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.kinds import class_noun, shown_after, shown_before
from aikg.extraction.morphology import is_ordinary
from aikg.extraction.reading import Reading
from aikg.extraction.versions import TIERS
from aikg.extraction.words import acronyms, common_words
from aikg.model.brief import Kind
from aikg.model.extraction import Confidence

_TAIL = r"(?:-(?:[A-Za-z0-9.]*[A-Za-z0-9]|[가-힣]{1,3}))*"
_LATIN = re.compile(
    rf"(?:[A-Za-z]+(?:[-.]?[A-Za-z]+)*-?|[A-Z][A-Za-z]*(?:-[A-Za-z]+)* (?!(?:19|20)\d\d))\d+(?:\.\d+)*[A-Za-z]*{_TAIL}"
)
#: a name in Hangul with a decimal version or a code behind a hyphen
_HANGUL = re.compile(
    r"[가-힣]{2,}(?:-[A-Za-z]+\d[A-Za-z0-9.]*|-\d+(?:\.\d+)*[A-Za-z]+|(?: ?\d+\.|\d+)\d*(?:\.\d+)*(?=-[A-Za-z0-9])"
    r"| \d+(?:\.\d+)?B(?![A-Za-z]))"
    rf"{_TAIL}"
)
_CHIP = re.compile(r"[A-Z]{1,3}\d{2,4}[A-Z]?(?: [A-Z]{2,4})?$")
#: a platform named by one letter shows beside the edition of its service
_LETTER = re.compile(rf"(?<![A-Za-z0-9가-힣])[A-Z](?: (?:{TIERS})(?![A-Za-z가-힣]{{2}}))+")
_ADDRESS = re.compile(r"(?<![\w./@-])[A-Za-z][A-Za-z0-9-]*\.(?:com|ai|org|net|io|gov)(?![A-Za-z0-9/.])")
#: a shop or studio named in Latin letters: ``GPT 스토어``
_LINED = re.compile(r"(?<![A-Za-z0-9가-힣])(?P<name>[A-Z][A-Za-z]+) ?(?:스토어|스튜디오|허브)")
#: tests of models, named in Latin letters
_TEST = re.compile(
    r"(?<![A-Za-z0-9-])(?=[A-Z])[A-Za-z]*(?:-[A-Za-z]+)*(?:Bench|Arena|Eval)(?:-[A-Z][A-Za-z]+)*(?![a-z0-9])"
)
BILL = re.compile(r"(?<![A-Za-z0-9])(?:SB|AB|HB|HF|SF|H\.R\.|HR)[ -]?\d{2,5}(?![A-Za-z0-9])")
_CODED = frozenset({"AIModel", "Hardware", "Service", "Product", "Benchmark", "Dataset"})


def codes(reading: Reading) -> Iterator[Candidate]:
    """Yield names of letters and digits: models, chips, benchmarks."""
    for match in (*_LATIN.finditer(reading.text), *_HANGUL.finditer(reading.text)):
        name, start, end = match.group(), match.start(), match.end()
        if not starts_well(reading.text, start) or not ends_well(reading.text, end) or _is_common(name):
            continue
        if BILL.fullmatch(name):
            continue
        typed = _typed(reading, start, end, name)
        if typed is None or typed.kind in _CODED:
            yield _candidate(reading, start, end, name, typed)


def letters(reading: Reading) -> Iterator[Candidate]:
    """Yield platforms of one letter where the text names an edition of them too, and those editions."""
    for match in _LETTER.finditer(reading.text):
        service = Typed("Service", None, "code")
        yield _candidate(reading, match.start(), match.end(), match.group(), service)
        yield _candidate(reading, match.start(), match.start() + 1, match.group()[0], service)


def bills(reading: Reading) -> Iterator[Candidate]:
    """Yield bills of the states of America by their number: ``SB 2047``."""
    for match in BILL.finditer(reading.text):
        law = Typed("Law", None, "code")
        if ends_well(reading.text, match.end()):
            span = (match.start(), match.end())
            yield Candidate(
                reading.article, reading.block.id, *span, match.group(), "code", law, "", (), Confidence.HIGH
            )


def shops(reading: Reading) -> Iterator[Candidate]:
    """Yield stores, studios and hubs named in Latin letters."""
    for match in _LINED.finditer(reading.text):
        if match["name"].casefold() not in acronyms() and ends_well(reading.text, match.end()):
            yield _candidate(reading, match.start(), match.end(), match.group(), Typed("Service", None, "code"))


def tests(reading: Reading) -> Iterator[Candidate]:
    """Yield benchmarks that say so in their name: ``HelloBench``, ``Arena-Hard``."""
    for match in _TEST.finditer(reading.text):
        if ends_well(reading.text, match.end()):
            yield _candidate(reading, match.start(), match.end(), match.group(), Typed("Benchmark", None, "English"))


def addresses(reading: Reading) -> Iterator[Candidate]:
    """Yield services called by their address where the prose of the article does so, or says what it is.

    ``웹사이트(Example.org)`` does: the bracket stands behind a class noun.
    """
    if reading.block.kind in (Kind.NOTE, Kind.CAPTION, Kind.FIGURE):
        return
    for match in _ADDRESS.finditer(reading.text):
        bracketed = reading.text[match.start() - 1 : match.start()] == "("
        word = reading.word_at(match.start() - 2) if bracketed else None
        told = class_noun(word.text) if word is not None else None
        if told.kind == "Service" if told else not bracketed and match.group()[0].isupper():
            yield _candidate(reading, match.start(), match.end(), match.group(), Typed("Service", None, "address"))


def _candidate(reading: Reading, start: int, end: int, name: str, typed: Typed | None) -> Candidate:
    return Candidate(reading.article, reading.block.id, start, end, name, "code", typed, "", (), Confidence.MEDIUM)


def _typed(reading: Reading, start: int, end: int, name: str) -> Typed | None:
    shown = shown_after(reading, end) or shown_before(reading, start)
    if shown is not None:
        return shown
    if _CHIP.match(name):
        return Typed("Hardware", None, "code")
    model = re.match(r"[A-Za-z.가-힣-]+[- ]?\d+(?:\.\d+)?[A-Za-z]?", name)
    return Typed("AIModel", None, "code") if model else None


def _is_common(name: str) -> bool:
    """Acronyms of common things, single letters with a number, and common words with one are no names."""
    word = re.match(r"[A-Za-z]+|[가-힣]+", name)
    if word is None or len(name) < 2 or re.match(r"[A-Z]\d?$|CES|v\d", name):
        return True
    if "가" <= word.group()[0] <= "힣":
        return word.group() in common_words() or is_ordinary(word.group())
    return word.group().casefold() in acronyms()
