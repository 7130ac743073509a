"""Making PDFs of the invented brief, with fonts and sizes as in the genre."""

from pathlib import Path

from fpdf import FPDF

from tests.corpus.sample import CALENDAR, ISSUE, SECTIONS, Item, contents_lines, events_lines, wrapped

#: Debian's fonts-nanum
FONT = Path("/usr/share/fonts/truetype/nanum/NanumGothic.ttf")

TITLE, SUBHEAD, BODY, SUB, SMALL = 15.0, 13.5, 12.0, 11.5, 9.0


def book() -> FPDF:
    """Return an empty document with the Korean font."""
    pdf = FPDF(unit="pt", format="a4")
    pdf.set_auto_page_break(False)
    pdf.add_font("Nanum", fname=str(FONT))
    return pdf


def put(pdf: FPDF, x: float, y: float, words: str, size: float = BODY) -> None:
    """Print words at a place."""
    pdf.set_font("Nanum", size=size)
    pdf.text(x, y, words)


def mark(pdf: FPDF, x: float, y: float, letter: str, size: float = 10.0) -> None:
    """Print a letter of the symbol font: "n" is a square, "l" a disc."""
    pdf.set_font("zapfdingbats", size=size)
    pdf.text(x, y, letter)


def paragraph(pdf: FPDF, x: float, y: float, words: str, size: float = BODY, width: int = 36) -> float:
    """Print wrapped words and return the height of the next line."""
    for line in wrapped(words, width):
        put(pdf, x, y, line, size)
        y += 17
    return y + 3


def article_page(pdf: FPDF, item: Item, later: bool = False) -> None:
    """Print an article: the name of the box comes after its bullets in the stream, as in the genre."""
    pdf.add_page()
    put(pdf, 106, 40, " ".join(f"{i}. {s}" for i, s in enumerate(SECTIONS, 1)), SMALL)
    put(pdf, 65, 70, item.title, TITLE)
    y = 120.0
    for key in item.keys:
        mark(pdf, 87, y, "n")
        y = paragraph(pdf, 102, y, key)
    put(pdf, 102, 95, "KEY Contents", BODY)
    y += 10
    for sign, words in item.body:
        y = _block(pdf, sign, words, y)
    put(pdf, 65, y, "출처 | " if later else "☞ 출처: ", SMALL)
    put(pdf, 105, y, item.sources[0] + " ", SMALL)
    put(pdf, 105, y + 13, item.sources[1], SMALL)


def _block(pdf: FPDF, sign: str, words: str, y: float) -> float:
    if sign == "h":
        mark(pdf, 65, y, "l")
        return paragraph(pdf, 80, y, words, SUBHEAD)
    if sign == "b":
        mark(pdf, 73, y, "n")
        return paragraph(pdf, 88, y, words)
    if sign == "s":
        put(pdf, 79, y, "·", SUB)
        return paragraph(pdf, 89, y, words, SUB)
    return paragraph(pdf, 90 if sign == "n" else 150, y, words, SMALL, 60)


def earlier(path: Path) -> Path:
    """Write the issue in the layout of 2023 and 2024."""
    pdf = book()
    pdf.add_page()
    put(pdf, 260, 300, "2024년 5월호", 14)
    for lines in (contents_lines(), ["Ⅰ. 인공지능 산업 동향 브리프"]):
        _page(pdf, lines)
    for item in ISSUE.items:
        article_page(pdf, item)
    _page(pdf, events_lines())
    _page(pdf, ["홈페이지 : https://spri.kr/", "보고서와 관련된 문의는 연구실로 연락주시기 바랍니다."])
    pdf.output(str(path))
    return path


def later(path: Path) -> Path:
    """Write the issue in the layout of 2025: dividers, a bar after the word for source, a calendar."""
    pdf = book()
    _page(pdf, ["2025년", "3월호", "인공지능 산업의 최신 동향"])
    _later_contents(pdf)
    for section in SECTIONS:
        _page(pdf, ["| 2025년 3월호 |", section.replace("/", "·")])
        for item in ISSUE.items:
            if item.section == section:
                article_page(pdf, item, later=True)
    calendar(pdf)
    _page(pdf, ["홈페이지 : https://spri.kr"])
    pdf.output(str(path))
    return path


def _page(pdf: FPDF, lines: list[str]) -> None:
    pdf.add_page()
    for i, line in enumerate(lines):
        put(pdf, 65, 60 + 18 * i, line)


def _later_contents(pdf: FPDF) -> None:
    _page(pdf, ["CONTENTS"])
    y = 100.0
    for section in SECTIONS:
        put(pdf, 65, y, section.replace("/", "·"))
        for page, item in enumerate(ISSUE.items, 2):
            if item.section == section:
                put(pdf, 150, y, f"·{item.title}", 10)
                put(pdf, 540, y, str(page), 10)
                y += 18
    put(pdf, 65, y, "주요행사일정")


def calendar(pdf: FPDF, rows_of_a_page: int = 99) -> None:
    """Print the calendar of events; the heading and the columns' names stand on its first page alone."""
    for first in range(0, len(CALENDAR), rows_of_a_page):
        pdf.add_page()
        if first == 0:
            put(pdf, 65, 40, "주요행사일정", TITLE)
            for x, word in zip((60, 100, 220, 350, 460), ("월", "기간", "행사명", "장소", "홈페이지"), strict=True):
                put(pdf, x, 70, word, SMALL)
        _rows(pdf, CALENDAR[first : first + rows_of_a_page])


def _rows(pdf: FPDF, rows: tuple[tuple[str, ...], ...]) -> None:
    months = [month for month, *_ in rows]
    for i, (month, days, name, place, url, *_) in enumerate(rows):
        y = 95.0 + 24 * i
        if months.index(month) == i:  # the month's cell spans its rows, its name stands in their middle
            put(pdf, 60, y + 12 * (months.count(month) - 1), month, SMALL)
        put(pdf, 100, y, days, SMALL)
        put(pdf, 150, y, name, SMALL)
        put(pdf, 360, y, place, SMALL)
        put(pdf, 460, y, url, SMALL)
