"""The irregularities of layouts: each named in the research on the genre, each in invented words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aikg.corpus.calendar import read_calendar
from aikg.corpus.citations import source
from aikg.corpus.contents import read_contents
from aikg.corpus.document import Line
from aikg.corpus.fragments import fragments
from aikg.corpus.issues import read_issue
from aikg.corpus.joining import Joiner
from aikg.corpus.plain import read_plain
from aikg.corpus.reader import read_brief
from aikg.corpus.slips import Mender
from aikg.corpus.traced import traced
from aikg.model.brief import Block, Brief, Kind
from tests.corpus import pdfs, sample

Write = Callable[[str, str], Path]


def lines(*texts: str) -> list[Line]:
    """Return texts as lines of one page."""
    return [Line(traced(text, 100 * i), 1) for i, text in enumerate(texts)]


def read(written: Write, text: str) -> Brief:
    return read_brief(written("brief.txt", text))


def test_words_cut_by_a_line_are_joined_where_the_document_knows_them() -> None:
    joiner = Joiner(
        lines(
            "새로운 등대로봇은 등대로봇끼리 등대로봇만 바다를 살핀다", "이 마을은 등대로봇을 좋아하고 바다를 아낀다 늘"
        )
    )
    assert joiner.join([traced("마을의 등대로", 0), traced("봇을 본다", 50)]).text == "마을의 등대로봇을 본다"
    assert joiner.join([traced("그 마을", 0), traced("을 본다", 50)]).text == "그 마을을 본다"
    assert joiner.join([traced("연구소", 0), traced("(Institute)를 연다", 50)]).text == "연구소(Institute)를 연다"
    assert joiner.join([traced("A robot and", 0), traced("the sea", 50)]).text == "A robot and the sea"


def test_blanks_at_line_ends_decide_where_the_document_keeps_them() -> None:
    long = "가나다라마바사아자차카타파하 가나다라마바사아자차카타파하 끝 "
    joiner = Joiner(lines(long, long, long))
    assert joiner.keeps_blanks
    assert joiner.join([traced("바다를 ", 0), traced("본다", 50)]).text == "바다를 본다"
    assert joiner.join([traced("바다", 0), traced("를 본다", 50)]).text == "바다를 본다"


def test_slips_are_mended_or_told() -> None:
    mender = Mender(["AI AI AI Alliance MI300 MI300X", "Al 모델"])
    assert mender.mend(traced("새로운 Al 모델", 0), Kind.BULLET).text.text == "새로운 AI 모델"
    assert mender.mend(traced("the Al Alliance", 0), Kind.BULLET).text.text == "the AI Alliance"
    doubtful = mender.mend(traced("Al Gore speaks", 0), Kind.BULLET)
    assert doubtful.text.text == "Al Gore speaks" and doubtful.doubts
    assert mender.mend(traced("칩 Ml300 발표", 0), Kind.BULLET).text.text == "칩 MI300 발표"
    assert mender.mend(traced("3.500만 명", 0), Kind.BULLET).text.text == "3,500만 명"
    assert mender.mend(traced("버전 2.100은", 0), Kind.BULLET).repairs == ()
    assert mender.mend(traced("푸른섬. 로봇 공개", 0), Kind.TITLE).text.text == "푸른섬, 로봇 공개"
    assert mender.mend(traced("푸른섬. 로봇 공개", 0), Kind.BULLET).repairs == ()


def test_the_cover_tells_the_issue_not_the_running_head() -> None:
    issue = read_issue(read_plain("x.txt", "2023년 3월호\n2024년\n5월호\f2024년 5월호\f SPRi AI Brief |  2023-5월호\n"))
    assert issue.id == "spri-2024-05"
    assert any("2023-03, 2023-05" in warning for warning in issue.warnings)
    assert read_issue(read_plain("spri-2024-07.txt", "SPRi")).id == "spri-2024-07"
    assert read_issue(read_plain("x.txt", "글")).id == "unknown"


def test_contents_and_body_disagree(written: Write) -> None:
    first, second = sample.ISSUE.items[0].title, sample.ISSUE.items[1].title
    text = sample.plain()
    head, body = text.split("Ⅱ. 주요 행사", 1)
    swapped = head.replace(first, "§").replace(second, first).replace("§", second) + "Ⅱ. 주요 행사" + body
    assert "contents and body have articles in another order" in read(written, swapped).warnings
    renamed = read(written, head.replace(first, "아주 다른 기사 하나의 이름") + "Ⅱ. 주요 행사" + body)
    assert renamed.articles[0].section == "정책/법제"  # from its neighbour
    assert any("listed in the contents but not in the body" in w for w in renamed.warnings)
    assert any("article 1 is not in the contents" in w for w in renamed.warnings)
    reworded = read(written, head.replace("시험 운영 시작", "시험 운영 개시") + "Ⅱ. 주요 행사" + body)
    assert reworded.warnings == ()


def test_contents_may_go_on_over_a_page() -> None:
    first = ["CONTENTS", "1. 정책/법제", *(f" ▹ 첫째 {name} ····· 1" for name in ("등대", "바다", "항로"))]
    second = ["2. 기업/산업", *(f" ▹ 둘째 {name} ····· 2" for name in ("부두", "선장", "갈매기"))]
    contents = read_contents(read_plain("x.txt", "\n".join(first) + "\f" + "\n".join(second) + "\f끝\n"))
    assert [(e.section, e.page) for e in contents.articles] == [("정책/법제", 1)] * 3 + [("기업/산업", 2)] * 3


def test_a_lost_source_takes_none_from_its_neighbour(written: Write) -> None:
    text = sample.plain()
    start = text.index("☞")
    brief = read(written, text[:start] + text[text.index("\f", start) :])
    assert [len(a.sources) for a in brief.articles] == [0, 2, 2, 2, 2]
    assert any("article 1 (page 4) has no sources" in w for w in brief.warnings)


def test_the_word_for_source_in_running_text(written: Write) -> None:
    text = sample.plain().replace("∙ 관리소 직원은", "∙ 자료 \n출처 탐색기를 쓰는 관리소 직원은")
    article = read(written, text).articles[0]
    assert len(article.sources) == 2
    assert "출처 탐색기를 쓰는" in article.body[3].text


def test_two_citations_on_a_line_and_rare_dates() -> None:
    assert source("European Body, 2024.1", Block("s1", Kind.NOTE, "")).date == "2024-01"
    assert source("https://a.org/b, c", Block("s1", Kind.NOTE, "")).publisher == ""
    assert source("経済産業省, 「燈台」について, 2024.2.3", Block("s1", Kind.NOTE, "")).title == "「燈台」について"


def test_a_long_subhead_above_sub_bullets_is_a_bullet(written: Write) -> None:
    long = "£ 어촌 주민들 구백 명이 함께 나눈 이야기를 모아 살펴본 결과 "
    long += "대부분의 집에서 등대가 밤마다 꺼지지 않기를 바라는 것으로 나타남"
    text = sample.plain().replace(
        "£ 푸른섬 마을의 등대 점검 로봇, 바람이 센 날에도 스스로 균형 유지", "£ 짧은 머리\n" + long + "\n∙ 딸린 글"
    )
    article = read(written, text).articles[0]
    assert [b.id for b in article.body][:3] == ["h1", "b1", "b1.1"]


def test_radicals_and_conjoined_letters_are_folded(written: Write) -> None:
    text = sample.plain().replace("다솜대 연구진", "다솜⼤ 연구진").replace("한들시", "\u1112\u1161\u11ab들시")
    brief = read(written, text)
    assert brief.articles[3].title.text.startswith("다솜大 연구진")
    assert brief.articles[1].title.text.startswith("한들시")


def test_tables_in_the_body_stand_apart(made: Path, tmp_path: Path) -> None:
    pdf = pdfs.book()
    pdfs.article_page(pdf, sample.ISSUE.items[0])
    for column, word in enumerate(("단계", "예시", "값")):
        pdfs.put(pdf, 120 + 140 * column, 780, word, pdfs.SMALL)
    pdf.output(str(tmp_path / "one.pdf"))
    article = read_brief(tmp_path / "one.pdf").articles[0]
    assert [b.text for b in article.figures] == ["단계", "예시", "값"]
    assert [b.text for b in article.body] == [words for sign, words in sample.ISSUE.items[0].body if sign in "hbs"]


def test_raised_digits_are_told(made: Path, tmp_path: Path) -> None:
    pdf = pdfs.book()
    pdfs.article_page(pdf, sample.ISSUE.items[1])
    pdfs.mark(pdf, 73, 780, "n")
    pdfs.put(pdf, 88, 780, "로봇은 하루에 10")
    x = 88 + pdf.get_string_width("로봇은 하루에 10")
    pdfs.put(pdf, x, 774, "23", 7)
    pdfs.put(pdf, x + 9, 780, "번을 셈함")
    pdf.output(str(tmp_path / "one.pdf"))
    block = read_brief(tmp_path / "one.pdf").articles[0].body[-1]
    assert block.text == "로봇은 하루에 1023번을 셈함"
    assert [block.text[a:b] for a, b in block.raised] == ["23"]


def printed_calendar() -> list[str]:
    """Return the calendar as converters print it: cells of several lines centred on their row, months on theirs."""
    rows = [["", days, name, place, url] for _, days, name, place, url, *_ in sample.CALENDAR]
    months = [month for month, *_ in sample.CALENDAR]
    for month in dict.fromkeys(months):
        rows[months.index(month) + (months.count(month) - 1) // 2][0] = month
    text = ["주요행사일정", "월   기간      행사명       장소      홈페이지"]
    for month, days, name, place, url in rows:
        middle = f"{month:6}{days:12}"
        if "International" in name or "Robots by" in name:
            first, second = name.rsplit(" ", 1)
            text += [" " * 24 + first, f"{middle}{'':30}{place}     {url}", " " * 30 + second]
        else:
            text.append(f"{middle}{name}     {place}      {url}")
    return text


@pytest.mark.parametrize("squeeze", [False, True])
def test_calendar_in_printed_lines(squeeze: bool) -> None:
    text = printed_calendar()
    if squeeze:  # as converters do that part cells by one blank
        text = [" ".join(line.split()) for line in text]
    found, _ = read_calendar(fragments(lines(*text)), 2025)
    assert [(c.name, c.start, c.end) for c in found] == [(n, s, e) for _, _, n, _, _, s, e in sample.CALENDAR]
    assert [(c.place, c.url) for c in found] == [(p, u) for _, _, _, p, u, *_ in sample.CALENDAR]


def test_a_calendar_torn_apart_gives_no_wrong_facts() -> None:
    days = [days for _, days, *_ in sample.CALENDAR]
    rest = [cell for _, _, name, place, url, *_ in sample.CALENDAR for cell in (url, name, place)]
    found, warnings = read_calendar(fragments(lines(*days, *rest)), 2025)
    assert len(found) == len(days)
    assert all(c.name == c.url == "" and c.start is None for c in found)
    assert "came apart" in warnings[0]


def test_a_pound_sign_before_an_amount_is_no_mark(written: Write) -> None:
    text = sample.plain().replace("\n‘갈매기(Gull)’를", "\n£30 million 상당의 배를")
    article = read(written, text).articles[0]
    assert [b.id for b in article.body][:3] == ["h1", "b1", "b1.1"]
    assert "로봇 £30 million 상당의 배를" in article.body[1].text


@pytest.mark.parametrize("rows", [7, 9])
def test_a_calendar_over_two_pages_is_read_as_one(rows: int, made: Path, tmp_path: Path) -> None:
    pdf = pdfs.book()
    for item in sample.ISSUE.items[:4]:
        pdfs.article_page(pdf, item, later=True)
    pdfs.calendar(pdf, rows_of_a_page=rows)
    pdf.output(str(tmp_path / "brief-2025-03.pdf"))
    found = [(c.name, c.start, c.end) for c in read_brief(tmp_path / "brief-2025-03.pdf").conferences]
    assert found == [(name, start, end) for _, _, name, _, _, start, end in sample.CALENDAR]
