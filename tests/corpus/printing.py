"""Printing invented issues: as the text of converters, with and without pages, and as PDF with fonts and sizes."""

import re
from dataclasses import dataclass
from pathlib import Path
from random import Random

from fpdf import FPDF

from tests.corpus import pdfs
from tests.corpus.sample import CALENDAR, SECTIONS, events_lines
from tests.corpus.variants import Citation, Item, Volume

_SIGNS = {"h": "£", "b": "n ", "s": "∙", "n": "", "c": "", "x": ""}


@dataclass(frozen=True)
class Manner:
    """How an issue is printed: the layout of 2025 or the one before, and what differs from issue to issue."""

    later: bool
    key_first: bool
    trailing: bool
    width: int
    gap: str
    same_line: bool
    source: str
    wrong_head: bool
    paged: bool = True


def manner(rng: Random) -> Manner:
    """Return a way to print."""
    later = rng.random() < 0.5
    marks = ("출처 | ", "출처 |", "출처|") if later else ("☞ 출처: ", "☞ 출처 : ", " ☞ 출처: ", "☞출처:")
    width, gap = rng.randint(36, 56), rng.choice(("", " "))
    odds = [rng.random() < 0.5 for _ in range(4)]
    return Manner(later, odds[0], odds[1], width, gap, odds[2], rng.choice(marks), odds[3])


def wrapped(text: str, width: int, rng: Random) -> list[str]:
    """Break a text into lines: mostly after a blank, which stays, now and then within a word or before a bracket."""
    lines = []
    while len(text) > width:
        end = text.rfind(" ", 0, width) + 1 or width
        if rng.random() < 0.05 and re.match(r"[가-힣]{2}", text[width - 1 :]):
            end = width
        lines.append(text[:end])
        text = text[end:]
    return [*lines, text]


def article(item: Item, page: int, how: Manner, issue: Volume, rng: Random) -> list[str]:
    """Return the lines of an article's page."""
    keys = [line for key in item.keys for line in wrapped("n " + key, how.width, rng)]
    box = ["KEY Contents", *keys] if how.key_first else [*keys, "KEY Contents"]
    body = [
        line
        for sign, words in item.body
        for line in wrapped(_sign(sign, how) + words, how.width + 20 * (sign == "n"), rng)
    ]
    lines = [*_head(page, how, issue), item.title, *box, *body, *citations(item.sources, how, rng)]
    return lines if how.trailing else [line.rstrip() for line in lines]


def _sign(sign: str, how: Manner) -> str:
    return _SIGNS[sign] + (how.gap if sign in "hs" else "")


def _head(page: int, how: Manner, issue: Volume) -> list[str]:
    month = issue.month % 12 + 1 if how.wrong_head else issue.month
    if how.later:
        return [f"| {issue.year}년 {issue.month}월호 |", str(page)]
    strip = " ".join(f"{i}. {section}" for i, section in enumerate(SECTIONS, 1))
    return [strip, str(page)] if page % 2 else [f"SPRi AI Brief |  {issue.year}-{month}월호", str(page)]


def citations(sources: tuple[Citation, ...], how: Manner, rng: Random) -> list[str]:
    """Return the lines of the sources: one line after the other, or all run together."""
    printed = [source.printed for source in sources]
    groups = [" ".join(printed)] if how.same_line else printed
    groups[0] = how.source + groups[0]
    return [line for group in groups for line in wrapped(group, how.width + 30, rng)]


def front(issue: Volume, how: Manner) -> list[list[str]]:
    """Return cover and contents."""
    if not how.later:
        contents = ["Ⅰ. 인공지능 산업 동향 브리프"]
        for number, section in enumerate(SECTIONS, 1):
            contents.append(f" {number}. {section} ")
            contents += [f"   ▹ {i.title} {'·' * 30} {p}" for p, i in _listed(issue, section)]
        return [["SPRi AI Brief", f"{issue.year}년 {issue.month}월호"], [*contents, "Ⅱ. 주요 행사"]]
    contents = ["CONTENTS"]
    for section in SECTIONS:
        contents.append(section.replace("/", "･"))
        contents += [line for p, i in _listed(issue, section) for line in (f"∙{i.title}", str(p))]
    return [["SPRi AI Brief", f"{issue.year}년", f"{issue.month}월호"], [*contents, "주요행사일정"]]


def _listed(issue: Volume, section: str) -> list[tuple[int, Item]]:
    return [(page, item) for page, item in enumerate(issue.listed, 1) if item.section == section]


def pages(issue: Volume, how: Manner, rng: Random) -> list[list[str]]:
    """Return the pages of an issue."""
    leaves = front(issue, how)
    before = ""
    for page, item in enumerate(issue.items, 1):
        if how.later and item.section != before:
            before = item.section
            leaves.append([f"| {issue.year}년 {issue.month}월호 |", before.replace("/", "･")])
        leaves.append(article(item, page, how, issue, rng))
    return [*leaves, calendar() if how.later else events_lines(), ["홈페이지 : https://spri.kr/"]]


def calendar() -> list[str]:
    """Return the calendar of events, cell after cell."""
    lines, month = ["주요행사일정", "월", "기간", "행사명", "장소", "홈페이지"], ""
    for row in CALENDAR:
        lines += ([row[0]] if row[0] != month else []) + list(row[1:5])
        month = row[0]
    return lines


def as_text(issue: Volume, how: Manner, rng: Random) -> str:
    """Return an issue as the text of a converter."""
    end = "\f" if how.paged else ""
    return "".join("\n".join(page) + "\n" + end for page in pages(issue, how, rng))


def as_pdf(path: Path, issue: Volume, how: Manner, rng: Random) -> Path:
    """Write an issue as PDF, with sizes and the letters of a symbol font."""
    pdf = FPDF(unit="pt", format=(595, 2000))
    pdf.set_auto_page_break(False)
    pdf.add_font("Nanum", fname=str(pdfs.FONT))
    for leaf in front(issue, how):
        _plain_page(pdf, leaf)
    before = ""
    for page, item in enumerate(issue.items, 1):
        if how.later and item.section != before:
            before = item.section
            _plain_page(pdf, [f"| {issue.year}년 {issue.month}월호 |", before.replace("/", "·")])
        _article_page(pdf, item, _head(page, how, issue), how, rng)
    _plain_page(pdf, calendar() if how.later else events_lines())
    pdf.output(str(path))
    return path


def _plain_page(pdf: FPDF, lines: list[str]) -> None:
    pdf.add_page()
    for i, line in enumerate(lines):
        pdfs.put(pdf, 65, 60 + 18 * i, line.replace("･", "·").replace("∙", "•"))


#: how each kind of line is printed: letter or sign of its mark, left edge of the mark, of the words, and their size
_PRINTED = {
    "k": ("n", 87, 102, pdfs.BODY),
    "h": ("l", 65, 80, pdfs.SUBHEAD),
    "b": ("n", 73, 88, pdfs.BODY),
    "s": ("•", 79, 89, pdfs.SUB),
    "n": ("", 90, 90, pdfs.SMALL),
    "c": ("", 150, 150, pdfs.SMALL),
    "r": ("", 65, 65, pdfs.SMALL),
}


def _article_page(pdf: FPDF, item: Item, head: list[str], how: Manner, rng: Random) -> None:
    pdf.add_page()
    for i, line in enumerate(head):
        pdfs.put(pdf, 106, 40 + 12 * i, line, pdfs.SMALL)
    pdfs.put(pdf, 65, 80, item.title, pdfs.TITLE)
    y = 120.0
    if how.key_first:
        pdfs.put(pdf, 102, 100, "KEY Contents")
    for key in item.keys:
        y = _printed(pdf, "k", wrapped(key, how.width, rng), y)
    if not how.key_first:
        pdfs.put(pdf, 102, 100, "KEY Contents")
    for i, (sign, words) in enumerate(item.body):
        if sign == "x":  # the cells of a table, three in a row
            y += 17 * (i % 3 == 0)
            pdfs.put(pdf, 110 + 150 * (i % 3), y + 17, words, pdfs.SMALL)
        else:
            y = _printed(pdf, sign, wrapped(words, how.width + 20 * (sign in "nc"), rng), y + 6)
    y += 50
    for line in citations(item.sources, how, rng):
        y = _printed(pdf, "r", [line], y)


def _printed(pdf: FPDF, sign: str, lines: list[str], y: float) -> float:
    """Print a paragraph and return the height of the next."""
    letter, edge, left, size = _PRINTED[sign]
    if letter.isalpha():
        pdfs.mark(pdf, edge, y, letter)
    elif letter:
        pdfs.put(pdf, edge, y, letter, size)
    for line in lines:
        pdfs.put(pdf, left, y, line, size)
        y += 17
    return y
