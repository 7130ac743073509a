"""The sources of an article: split at dates, each into publisher, title and date."""

import re

from aikg.corpus.traced import Traced
from aikg.model.brief import Block, Source

#: the date that ends a citation: year, month, day, the last parts and dots not always printed
DATE = re.compile(r"(?<![\d/.])((?:19|20)\d\d)\s?\.\s?(\d{1,2})(?:\s?\.\s?(\d{1,2}))?(?!\d)\s?\.?")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_COMMA = re.compile(r"[,，]\s*")
#: what may stand between two citations
_BETWEEN = re.compile(r"^[\s/;,·|]+")
#: a date in brackets belongs to the title if the citation's own date follows
_BRACKETED = re.compile(rf"\s?\)[」』》”’]?\s?[,，]?\s?{DATE.pattern}")
#: what is left after the last date is a citation if it has a word in it
_WORD = re.compile(r"[^\W\d_]{3,}|[가-힣]{2,}")
#: a publisher's name is not longer than this
LONGEST_PUBLISHER = 60


def split_citations(text: Traced) -> list[Traced]:
    """Return the citations of a line of sources: each ends with its date.

    >>> from aikg.corpus.traced import traced
    >>> [c.text for c in split_citations(traced("A, One, two, 2024.1.2. B, Three, 2024.01.", 0))]
    ['A, One, two, 2024.1.2.', 'B, Three, 2024.01.']
    """
    pieces: list[Traced] = []
    start = 0
    for match in DATE.finditer(text.text):
        # a date that opens a title is not the end of a citation: something must stand before it
        if len(re.sub(r"\W", "", text.text[start : match.start()])) < 3 or _BRACKETED.match(text.text, match.end()):
            continue
        pieces.append(text[start : match.end()])
        start = match.end()
    rest = text[start:]
    if pieces and not _WORD.search(rest.text):
        pieces[-1] = pieces[-1] + rest
    elif rest.text.strip():
        pieces.append(rest)
    return [_trimmed(piece) for piece in pieces]


def _trimmed(piece: Traced) -> Traced:
    match = _BETWEEN.match(piece.text)
    return (piece[match.end() :] if match else piece).strip()


def source(text: str, printed: Block) -> Source:
    """Return a citation in its parts.

    >>> s = source("Reuters, Paris, city of AI, 2025.02.11.", Block("", "", ""))
    >>> s.publisher, s.title, s.date
    ('Reuters', 'Paris, city of AI', '2025-02-11')
    """
    date, words = _date(text)
    parts = _COMMA.split(words, maxsplit=1)
    if len(parts) == 2 and len(parts[0]) <= LONGEST_PUBLISHER and not _URL.match(words):
        return Source(parts[0].strip(), parts[1].strip(), date, printed)
    return Source("", words, date, printed)


def _date(text: str) -> tuple[str | None, str]:
    """Return the last date in ISO form, and the text without it."""
    last = max(DATE.finditer(text), key=re.Match.start, default=None) or _ISO.search(text)
    if last is None:
        return None, text.strip(" ,.")
    words = (text[: last.start()] + text[last.end() :]).strip()
    return iso(last[1], last[2], last[3]), words.rstrip(" ,")


def iso(year: str, month: str | None, day: str | None) -> str:
    """Return a date with the precision given; an impossible month or day is left out.

    >>> iso("2024", "1", "9"), iso("2024", "13", "1"), iso("2024", "2", None)
    ('2024-01-09', '2024', '2024-02')
    """
    if not month or not 1 <= int(month) <= 12:
        return year
    if not day or not 1 <= int(day) <= 31:
        return f"{year}-{int(month):02d}"
    return f"{year}-{int(month):02d}-{int(day):02d}"
