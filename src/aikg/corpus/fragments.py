"""The events page as fragments: each piece of a line by what it looks like, month, days, name, place or address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from aikg.corpus.document import Line


class Piece(Enum):
    """What a fragment is."""

    MONTH = auto()
    DAYS = auto()
    NAME = auto()
    PLACE = auto()
    URL = auto()
    NOTE = auto()
    HEADER = auto()


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of the events' table.

    ``row`` counts printed lines; ``y`` is the height if known, lower on later pages.
    """

    piece: Piece
    text: str
    row: int
    page: int | None = None
    left: float = 0.0
    y: float | None = None


#: about what the text of a page takes, in points
PAGE_HEIGHT = 750.0

_MONTH = re.compile(r"(\d{1,2})\s?월(?!\s?호)(?=\s|$|\d)")
_RANGE = r"\s?[~∼〜～–—-]\s?"
#: days under a month ("7~10일"), or full dates ("2024.3.26.~27", "2024.4.30.~5.2")
DAYS = re.compile(
    rf"(?:20\d\d)\s?\.\s?\d{{1,2}}\s?\.\s?\d{{1,2}}\s?\.?(?:{_RANGE}(?:\d{{1,2}}\s?\.\s?)?\d{{1,2}}\s?\.?(?!\d))?"
    rf"|(?<![\d.~])\d{{1,2}}\s?일?{_RANGE}(?:\d{{1,2}}\s?월\s?)?\d{{1,2}}\s?일|(?<![\d.~월])\d{{1,2}}\s?일(?![가-힣])"
)
_WEB = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@.])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[^\s가-힣]*)?(?![\w가-힣])", re.IGNORECASE
)
#: the rest of an address after a break: one word without capitals, or one with a bar or a dash in it
_WEB_REST = re.compile(
    r"(?<!\S)(?:(?=\S*[-./_])[a-z\d\-./_#?=&%~]{3,}|(?=\S*/)[A-Za-z\d\-./_#?=&%~]{3,})(?!\S)|^[a-z][a-z\d]{2,}$"
)
#: a word that can be the rest of an address after a blank put into it
_WEB_WORD = re.compile(r"[a-z\d\-./_?=&%#~]+|[A-Za-z\d\-_?=&%#~]*[/.][A-Za-z\d\-./_?=&%#~]*")
#: countries whose states or provinces may stand between them and the town
_COUNTRY = "미국|캐나다|영국|독일|프랑스|일본|중국|대만|인도|호주|이탈리아|스페인|네덜란드|스위스|벨기에"
#: a country and its town, perhaps with a remark in brackets
_PLACE = re.compile(
    rf"(?<!\S)(?:(?:{_COUNTRY})(?:\s[가-힣]{{1,8}}){{1,3}}|[가-힣]{{2,}}),\s?[가-힣]+(?:\s[가-힣]+){{0,2}}(?:\s?\([^)]*\))?$"
)
_PLACE_REMARK = re.compile(r"^\((?:온라인|오프라인|하이브리드|[가-힣]+\s?병행)[^)]*\)$")
_PLACE_ALONE = re.compile(r"(?<!\S)(?:싱가포르|홍콩|온라인|마카오|모나코)(?:\s?\([^)]*\))?$")
#: blanks that part the cells of a table where a converter keeps the layout
_CELLS = re.compile(r"\s{3,}|\t")
#: the columns' names, also those that a converter gives to columns without one
_HEADER = re.compile(r"^[\s|]*(?:(?:월|기간|행사명|행사\s?주요\s?개요|장소|홈페이지|Col\d+)[\s|]*)+$")
_DASH = re.compile(r"^[-–]\s+\S")


def fragments(lines: Sequence[Line]) -> list[Fragment]:
    """Return the fragments of the events page in the order of the file."""
    found: list[Fragment] = []
    for row, line in enumerate(lines):
        text = line.text.text.strip()
        left = line.box.left if line.box else float(line.indent)
        # the heights of several pages run on
        y = line.box.bottom - PAGE_HEIGHT * (line.page or 0) if line.box else None
        for cell in _CELLS.split(text):
            for piece, words in _pieces(re.sub(r"\s+", " ", cell)):
                found.append(Fragment(piece, words, row, line.page, left, y))
    return found


def _pieces(text: str) -> Iterator[tuple[Piece, str]]:
    """Yield the pieces of a line: month and days first, address last, what is between is name and place."""
    if _HEADER.match(text):
        yield Piece.HEADER, text
        return
    if _DASH.match(text):
        yield Piece.NOTE, text
        return
    if month := _MONTH.match(text):
        yield Piece.MONTH, month[1]
        text = text[month.end() :].strip()
    start = 0
    for days in DAYS.finditer(text):
        yield from _named(text[start : days.start()].strip())
        yield Piece.DAYS, days[0].strip()
        start = days.end()
    yield from _named(text[start:].strip())


def _named(text: str) -> Iterator[tuple[Piece, str]]:
    addresses = [*_WEB.finditer(text)] or [*_WEB_REST.finditer(text)]
    start = addresses[0].start() if addresses and _is_address(addresses, text) else len(text)
    words = text[:start].strip()
    places = _PLACE.search(words) or _PLACE_REMARK.match(words) or _PLACE_ALONE.search(words)
    name = words[: places.start()] if places else words
    if name.strip():
        yield Piece.NAME, name.strip()
    if places:
        yield Piece.PLACE, places[0].strip()
    if address := text[start:].strip():
        yield Piece.URL, re.sub(r"\s+", "", address)


def _is_address(found: Sequence[re.Match[str]], text: str) -> bool:
    """Tell whether what looks like an address ends the line: a version number within a name does not."""
    return all(_WEB_WORD.fullmatch(word) for word in text[found[0].end() :].split())
