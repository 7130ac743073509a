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
_YEARED = re.compile(r" 20\d\d$|^20\d\d ")
_HELD = re.compile(r"(?:에서|에|을|의)? ?(?:개막|폐막|개최|기조연설|행사|전시|참가|열|부스)|에서 ")
_LABEL = re.compile(r"^\(([^()]{2,40})\)(?= )")
_ITEM = re.compile(r"△ ?([^△()‘’,]{2,30}?)(?= ?[△(]|,|$)")
_DATE = re.compile(r"\d+(?:년|월|일|세기)?$|’?\d{2}[.]\d")


def enclosing_quote(text: str, offset: int) -> tuple[int, int] | None:
    """Return start and end of what is quoted around ``offset``, without the marks."""
    for quote in _QUOTE.finditer(text):
        if quote.start(1) <= offset < quote.end(1):
            return quote.start(1), quote.end(1)
    return None


def quotes(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of everything that is quoted, without the marks."""
    for quote in _QUOTE.finditer(text):
        yield quote.start(1), quote.end(1)


def labels(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield start and end of the label in brackets that a paragraph begins with, and of the items of a list."""
    for label in (*_LABEL.finditer(reading.text), *_ITEM.finditer(reading.text)):
        yield label.start(1), label.end(1)


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
        typed = _kind(reading, start, end, inside) or _held(reading, start, end, inside)
        if (typed is None or typed.kind == "Technology") and is_generic(inside):
            continue
        confidence = Confidence.HIGH if typed else Confidence.LOW
        yield Candidate(reading.article, reading.block.id, start, end, inside, "quote", typed, "", (), confidence)


def _kind(reading: Reading, start: int, end: int, name: str) -> Typed | None:
    return (
        shown_after(reading, end)
        or head_kind(name)
        or shown_before(reading, start)
        or english_kind(name)
        or (Typed("Dataset", None, "English") if re.search("(?i)data ?set$", name) else None)
        or (Typed("Programme", None, "script") if name.startswith("프로젝트 ") else None)
    )


def _held(reading: Reading, start: int, end: int, name: str) -> Typed | None:
    """A name with its year that something happens at is a meeting: ``서울에서 열린 ‘가온 페스타 2031’에서``."""
    if not _YEARED.search(name):
        return None
    before = re.search(r"(?:열린|열리는|개최된|개최한|개최하는) [‘“]?$", reading.text[max(0, start - 8) : start])
    happens = _HELD.match(reading.text, end + 1)
    return Typed("Conference", None, "year") if before or happens else None


def _is_name(inside: str) -> bool:
    words = inside.split()
    spoken = _SPOKEN.search(inside) and not re.search("[A-Za-z0-9]$", inside) and len(words) > 1
    return bool(inside) and len(words) <= 9 and not spoken and not _DATE.match(inside)
