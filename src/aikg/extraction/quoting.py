"""Names in quotation marks: ‘…’, “…”, 「…」, 『…』, 《…》, 〈…〉."""

import re
from collections.abc import Iterator

from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.kinds import english_kind, head_kind, is_generic, shown_after, shown_before
from aikg.extraction.reading import Reading
from aikg.model.extraction import Confidence

_PAIRS = {"‘": "’", "“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉", "<": ">"}
#: an apostrophe between letters closes nothing (Humanity’s)
_QUOTE = re.compile("[‘“「『《〈<]((?:[^‘’“”「」『』《》〈〉<>]|(?<=[A-Za-z])’(?=s )){1,80})[’'”」』》〉>]")
#: what ends like this is said, not named
_SPOKEN = re.compile(r"(?:다|요|까|나|라|것|함|음|임|는가|인가|[.?!…])$")
_DATE = re.compile(r"\d+(?:년|월|일|세기)?$|’?\d{2}[.]\d")


def enclosing_quote(text: str, offset: int) -> tuple[int, int] | None:
    """Return start and end of what is quoted around ``offset``, without the marks."""
    for quote in _QUOTE.finditer(text):
        if quote.start(1) <= offset < quote.end(1):
            return quote.start(1), quote.end(1)
    return None


def quoted(reading: Reading) -> Iterator[Candidate]:
    """Yield the names that stand in quotation marks; those with a gloss inside are left to ``glosses``."""
    if reading.block.id.startswith(("c", "x")):
        return
    for quote in _QUOTE.finditer(reading.text):
        inside = quote[1].strip(" *")
        if not _is_name(inside) or "(" in inside:
            continue
        start = quote.start(1) + quote[1].index(inside)
        end = start + len(inside)
        typed = _kind(reading, start, end, inside)
        if (typed is None or typed.kind == "Technology") and is_generic(inside):
            continue
        confidence = Confidence.HIGH if typed else Confidence.LOW
        yield Candidate(reading.article, reading.block.id, start, end, inside, "quote", typed, "", (), confidence)


def _kind(reading: Reading, start: int, end: int, name: str) -> Typed | None:
    return shown_after(reading, end) or head_kind(name) or shown_before(reading, start) or english_kind(name)


def _is_name(inside: str) -> bool:
    words = inside.split()
    spoken = _SPOKEN.search(inside) and not re.search("[A-Za-z0-9]$", inside) and len(words) > 1
    return bool(inside) and len(words) <= 9 and not spoken and not _DATE.match(inside)
