"""What is printed on every page and belongs to no article: running heads, page numbers, strips of section names."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from aikg.corpus.document import Line
from aikg.corpus.marks import KEY, SOURCES

_PAIR = r"([가-힣]{2,6})\s{0,3}[/･·・‧ㆍ∙⋅／]\s{0,3}([가-힣]{2,6})"
#: a section's name: two short words with a bar or a dot of any kind between, perhaps numbered
SECTION = re.compile(rf"[\s\d.|*]*{_PAIR}[\s|*]*")
#: a section's name before the first title on the same line
SECTION_BEFORE = re.compile(rf"[\s\d.|]*{_PAIR}\s+(?=[∙•▹▷▶])")
_STRIP = re.compile(rf"(?:[\s\d.|*]*{_PAIR}[\s|*]*){{2,}}")
#: the words of the sections' names, which some converters part from one another
_WORDS = "정책|법제|기업|산업|기술|연구|인력|교육"
_TORN_STRIP = re.compile(rf"[\W\d_]*(?:{_WORDS})(?:[\W\d_]+(?:{_WORDS}))+[\W\d_]*")
_DOTS = re.compile(r"[\s|･·・‧∙…⋯Ⅰ-Ⅻ.]+")
_NUMBER = re.compile(r"[\s|–—-]*\d{1,3}[\s|–—-]*")
_ISSUE = re.compile(r"[\s|]*(?:SPR[iI]\s*A[Il]\s*Brief)?[\s|]*(?:20\d\d\s*(?:년|-)\s*)?(?:\d{1,2}\s*월호)?[\s|]*")
_LETTERS = re.compile(r"^[\W\d_]+|[\W\d_]+$|[\W_]+")

#: a strip names at least so many sections
LEAST_STRIP = 3

#: a running head is short and stands on at least so many pages, and on this share of them
LONGEST_HEAD, LEAST_PAGES, SHARE = 40, 4, 0.3
#: it is among the first lines of its page or the last
FIRST, LAST = 3, 1


def section_name(text: str) -> str:
    """Return the section that a line names, written with a bar, or nothing.

    >>> section_name("1. 정책/법제 "), section_name("정책･법제"), section_name("정책과 법제")
    ('정책/법제', '정책/법제', '')
    """
    match = SECTION.fullmatch(unicodedata.normalize("NFC", text))
    return f"{match[1]}/{match[2]}" if match else ""


def active_section(lines: Iterable[Line]) -> str:
    """Return the section that a strip of their names sets off by its colour or weight, or nothing."""
    looks: dict[str, int] = {}
    for line in lines:
        text = line.text.text
        if SECTION.fullmatch(text) or _STRIP.fullmatch(text):
            for match in re.finditer(_PAIR, text):
                looks[section_name(match[0])] = line.look(line.text.origins[match.start()])
    alike = Counter(looks.values())
    standing_out = [name for name, look in looks.items() if alike[look] == 1]
    return standing_out[0] if len(looks) >= LEAST_STRIP and len(standing_out) == 1 else ""


def printed_number(text: str) -> int | None:
    """Return the page number that a line consists of, if it does."""
    return int(re.sub(r"\D", "", text)) if _NUMBER.fullmatch(text) else None


def is_furniture(text: str) -> bool:
    """Tell whether a line of an article's page is page furniture whatever stands on other pages."""
    text = unicodedata.normalize("NFC", text)
    return any(p.fullmatch(text) for p in (_NUMBER, _ISSUE, SECTION, _STRIP, _TORN_STRIP, _DOTS))


def running_heads(pages: Iterable[Sequence[Line]]) -> frozenset[str]:
    """Return the keys of short lines that many pages repeat at their edges."""
    seen: defaultdict[str, int] = defaultdict(int)
    total = 0
    for page in pages:
        total += 1
        for key in {head_key(line.text.text) for line in (*page[:FIRST], *page[-LAST:])}:
            seen[key] += 1
    least = max(LEAST_PAGES, SHARE * total)
    return frozenset(key for key, count in seen.items() if key and count >= least)


def head_key(text: str) -> str:
    """Return what of a short line is compared between pages, without the number of the page."""
    if len(text.strip()) > LONGEST_HEAD or KEY.match(text.strip()) or SOURCES.match(text.strip()):
        return ""
    return _LETTERS.sub("", unicodedata.normalize("NFKC", text)).casefold()
