"""Dates are read with the precision that is printed, and what they lack comes from the article."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aikg.extraction.dates import Anchor, find_dates
from aikg.model.timespan import parse_time_span

#: years near the issue, as briefs print them
YEARS = st.integers(2000, 2099)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2098, 12, 31)).map(date.isoformat)
MONTHS = st.builds("{}-{:02d}".format, YEARS, st.integers(1, 12))
PARTS = st.sampled_from(["early", "mid", "late"])
POINTS = st.one_of(
    DAYS,
    MONTHS,
    YEARS.map(str),
    st.builds("{}-{}".format, YEARS, PARTS),
    st.builds("{}-{}".format, MONTHS, PARTS),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-H{}".format, YEARS, st.integers(1, 2)),
)
PERIODS = st.one_of(POINTS, POINTS.map("..{}".format), POINTS.map("{}..".format))
#: pieces that dates and what looks like them are made of
PIECES = st.sampled_from(
    [
        "2031",
        "’31",
        "31",
        "2",
        "30",
        "0",
        "년",
        "월",
        "일",
        "분기",
        "상반기",
        "하반기",
        "초",
        "말",
        "중반",
        "~",
        "-",
        ".",
        "/",
        "지난",
        "오는",
        "올해",
        "내년",
        "이날",
        "당시",
        "부터",
        "까지",
        "개월",
        "간",
        "대",
        "연내",
        "(",
        ")",
        ",",
        "２０３１",
        " ",
        "같은 해",
        "이듬해",
        "다음 달",
        "2031년",
        "2월 30일",
        "13월",
        "2031.2.30.",
        "2031-02-31",
    ]
)


def notations(text: str, anchor: Anchor | None = None) -> list[str]:
    return [found.notation for found in find_dates(text, anchor or Anchor.of_issue("spri-2031-05"))]


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("2031년", "2031"),
        ("2031년도 예산", "2031"),
        ("2031 회계연도", "2031"),
        ("2031년 4월", "2031-04"),
        ("2031년 4월 3일", "2031-04-03"),
        ("２０３１년 ４월 ３일", "2031-04-03"),
        ("2031년 초", "2031-early"),
        ("2031년 초반", "2031-early"),
        ("2031년 중반에", "2031-mid"),
        ("2031년 말에", "2031-late"),
        ("2031년 4월 초", "2031-04-early"),
        ("2031년 4월 중순", "2031-04-mid"),
        ("2031년 4월 하순", "2031-04-late"),
        ("2031년 3분기", "2031-Q3"),
        ("2031년 3/4분기", "2031-Q3"),
        ("2031년 상반기", "2031-H1"),
        ("2031년 하반기", "2031-H2"),
        ("2031년까지", "..2031"),
        ("2031년 말까지", "..2031-late"),
        ("2031년 4월 이전", "..2031-04"),
        ("2031년 4월부터", "2031-04.."),
        ("2031년 이후", "2031.."),
        ("2031년부터 2034년까지", "2031/2034"),
        ("2031년 4월부터 2032년 2월까지", "2031-04/2032-02"),
        ("2031~2034년", "2031/2034"),
        ("2031∼34년", "2031/2034"),
        ("2031년~2034년", "2031/2034"),
        ("2031년 2월 27일~3월 4일", "2031-02-27/2031-03-04"),
        ("2031년 12월 30일~1월 2일", "2031-12-30/2032-01-02"),
        ("2031년 3월 11~15일", "2031-03-11/2031-03-15"),
        ("2031년 3월 11일부터 15일까지", "2031-03-11/2031-03-15"),
        ("2031년 1~3월", "2031-01/2031-03"),
        ("2031년 1~3분기", "2031-Q1/2031-Q3"),
        ("2030년대", "2030/2039"),
        ("’31년", "2031"),
        ("'31년 4월", "2031-04"),
        ("‘31.4월", "2031-04"),
        ("2031.02.19.", "2031-02-19"),
        ("2031. 2. 19.", "2031-02-19"),
        ("2031.3.11.~15.", "2031-03-11/2031-03-15"),
        ("2031.2.27~3.4", "2031-02-27/2031-03-04"),
        ("2031-02-19", "2031-02-19"),
    ],
)
def test_dates_in_full(text: str, notation: str) -> None:
    found = find_dates(f"기구가 {text} 공개", Anchor.of_issue("spri-2031-05"))
    assert [each.notation for each in found] == [notation]
    assert not found[0].inherited


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("지난 2월", "2031-02"),
        ("지난 11월", "2030-11"),
        ("오는 6월", "2031-06"),
        ("오는 1월", "2032-01"),
        ("3월 2일", "2031-03-02"),
        ("12월 2일", "2030-12-02"),
        ("9월 시행 예정인 법을", "2031-09"),
        ("올해", "2031"),
        ("올해 말까지", "..2031-late"),
        ("올 하반기", "2031-H2"),
        ("내년 초", "2032-early"),
        ("작년 12월", "2030-12"),
        ("지난해 4분기", "2030-Q4"),
        ("이달 초", "2031-04-early"),
        ("지난달", "2031-03"),
        ("다음 달", "2031-05"),
        ("하반기", "2031-H2"),
        ("4분기", "2031-Q4"),
        ("연말까지", "..2031-late"),
        ("연내", "..2031"),
        ("2월 27일~3월 4일", "2031-02-27/2031-03-04"),
    ],
)
def test_dates_that_lean_on_the_article(text: str, notation: str) -> None:
    anchor = Anchor.of_issue("spri-2031-05")
    find_dates("연구원이 2031년 4월 15일 발표", anchor)
    found = find_dates(f"기구가 {text} 공개", anchor)
    assert [each.notation for each in found] == [notation]
    assert found[0].inherited


@pytest.mark.parametrize(
    "text",
    [
        "향후 5년간 지원",
        "12개월 동안",
        "2000년 동안",
        "10년 내 가능",
        "1년 이상",
        "3개월",
        "2031년간 이어진",
        "2월 30일 공개",
        "2031.2.30.",
        "13월",
        "2031-02-31",
        "3분기 연속 성장",
        "20대 여성",
        "버전 2.0 공개",
        "2031 전망",
        "1,024개",
        "하루 8시간",
        "2031번",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert notations(text) == []


def test_a_word_that_begins_like_a_part_is_none() -> None:
    assert notations("2031년 초거대 모델") == ["2031"]
    assert notations("2031년 말레이시아에서") == ["2031"]
    assert notations("2031년 중국") == ["2031"]


def test_years_pass_from_date_to_date() -> None:
    text = "2029년 11월 제정했고 같은 해 12월 공포, 이듬해 3월 시행"
    assert notations(text) == ["2029-11", "2029-12", "2030-03"]
    assert notations("2030년 2월 공개하고 9월 확대") == ["2030-02", "2030-09"]
    assert notations("2030년 12월 공개하고 2월 확대") == ["2030-12", "2031-02"]


def test_a_quarter_takes_the_year_of_the_quarter_before_it_even_across_blocks() -> None:
    anchor = Anchor.of_issue("spri-2031-05")
    assert notations("2031년 4월 2일 발표한 ‘2030년 4분기 현황’", anchor) == ["2031-04-02", "2030-Q4"]
    assert notations("1분기 조사에서는 낮았음", anchor) == ["2030-Q1"]


def test_a_forecast_does_not_date_the_news() -> None:
    anchor = Anchor.of_issue("spri-2031-05")
    find_dates("2031년 4월 15일 발표, 2036년까지 성장", anchor)
    assert notations("지난 2월 공개", anchor) == ["2031-02"]


def test_words_point_back_at_the_date_before_them() -> None:
    text = "2031년 4월 15일 개막했고 같은 날 협약을 체결, 이날 발표, 같은 달 종료. 당시 참가 기업은"
    assert notations(text) == ["2031-04-15", "2031-04-15", "2031-04-15", "2031-04", "2031-04-15"]
    assert notations("이날 발표, 같은 달 종료. 당시 참가 기업은") == []


def test_a_january_issue_tells_the_news_of_december() -> None:
    anchor = Anchor.of_issue("spri-2031-01")
    assert notations("올해 공개, 12월 6일 적용", anchor) == ["2030", "2030-12-06"]


def test_the_date_of_the_source_may_set_the_anchor() -> None:
    anchor = Anchor.of_issue("spri-2031-01", published="2031-01-04")
    assert notations("올해 공개", anchor) == ["2031"]


def test_a_date_in_numbers_does_not_date_the_news() -> None:
    anchor = Anchor.of_issue("spri-2031-05")
    find_dates("자료: 기관, 2030.06.17.", anchor)
    assert notations("올해 공개", anchor) == ["2031"]


@pytest.mark.parametrize("issue", ["", "spri", "spri-2031", "spri-2031-13", "spri-0000-01", "2031-00"])
def test_an_issue_without_a_month_is_refused(issue: str) -> None:
    with pytest.raises(ValueError, match="no year and month"):
        Anchor.of_issue(issue)


@given(PERIODS)
def test_what_a_period_is_called_in_korean_is_read_back(notation: str) -> None:
    label = parse_time_span(notation).label_ko
    assert notations(f"연구소가 {label} 추진") == [notation]


@given(POINTS, POINTS)
def test_two_periods_make_an_interval_or_stay_two(first: str, second: str) -> None:
    one, other = parse_time_span(first), parse_time_span(second)
    read = notations(f"{one.label_ko}부터 {other.label_ko}까지 지원")
    assert one.earliest is not None and other.latest is not None
    in_order = one.earliest <= other.latest
    assert read == ([f"{first}/{second}"] if in_order else [f"{first}..", f"..{second}"])


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join)))
def test_any_text_gives_true_periods_in_their_places(text: str) -> None:
    anchor, end = Anchor.of_issue("spri-2031-05"), 0
    for found in (*find_dates(text, anchor),):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text
        assert parse_time_span(found.notation).notation == found.notation
        end = found.end
