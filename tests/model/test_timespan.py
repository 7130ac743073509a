"""Periods keep their precision and never claim more than was said."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aikg.model.timespan import parse_time_span
from aikg.vocabulary import iris

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31))
YEARS = st.integers(1000, 9998).map(str)
MONTHS = st.builds(lambda year, month: f"{year}-{month:02d}", YEARS, st.integers(1, 12))
PARTS = st.sampled_from(["early", "mid", "late"])
POINTS = st.one_of(
    DAYS.map(date.isoformat),
    MONTHS,
    YEARS,
    st.builds("{}-{}".format, MONTHS, PARTS),
    st.builds("{}-{}".format, YEARS, PARTS),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-H{}".format, YEARS, st.integers(1, 2)),
)


@pytest.mark.parametrize(
    ("notation", "precision", "earliest", "latest", "korean", "english"),
    [
        ("2031", "year", "2031-01-01", "2031-12-31", "2031년", "2031"),
        ("2031-02", "month", "2031-02-01", "2031-02-28", "2031년 2월", "February 2031"),
        ("2032-02", "month", "2032-02-01", "2032-02-29", "2032년 2월", "February 2032"),
        ("2031-02-03", "day", "2031-02-03", "2031-02-03", "2031년 2월 3일", "3 February 2031"),
        ("2031-Q1", "quarter", "2031-01-01", "2031-03-31", "2031년 1분기", "Q1 2031"),
        ("2031-Q4", "quarter", "2031-10-01", "2031-12-31", "2031년 4분기", "Q4 2031"),
        ("2031-H1", "half-year", "2031-01-01", "2031-06-30", "2031년 상반기", "H1 2031"),
        ("2031-H2", "half-year", "2031-07-01", "2031-12-31", "2031년 하반기", "H2 2031"),
        ("2031-early", "early", "2031-01-01", "2031-04-30", "2031년 초", "early 2031"),
        ("2031-mid", "mid", "2031-05-01", "2031-08-31", "2031년 중반", "mid 2031"),
        ("2031-late", "late", "2031-09-01", "2031-12-31", "2031년 말", "late 2031"),
        ("2031-02-early", "early", "2031-02-01", "2031-02-10", "2031년 2월 초", "early February 2031"),
        ("2031-02-mid", "mid", "2031-02-11", "2031-02-20", "2031년 2월 중반", "mid February 2031"),
        ("2031-02-late", "late", "2031-02-21", "2031-02-28", "2031년 2월 말", "late February 2031"),
        ("..2031-02", "until", None, "2031-02-28", "2031년 2월까지", "until February 2031"),
        ("2031-02..", "from", "2031-02-01", None, "2031년 2월부터", "from February 2031"),
        ("2031-02/2031-03-05", "interval", "2031-02-01", "2031-03-05", None, "February 2031 to 5 March 2031"),
    ],
)
def test_examples(
    notation: str, precision: str, earliest: str | None, latest: str | None, korean: str | None, english: str
) -> None:
    span = parse_time_span(notation)
    assert (span.notation, span.precision) == (notation, precision)
    assert (span.earliest and span.earliest.isoformat()) == earliest
    assert (span.latest and span.latest.isoformat()) == latest
    assert span.label_en == english
    assert korean is None or span.label_ko == korean


@pytest.mark.parametrize(
    "notation",
    [
        "",
        "..",
        "/",
        "2031/",
        "/2031",
        "31",
        "20311",
        "0000",
        "2031-13",
        "2031-00",
        "2031-2",
        "2031-02-30",
        "2031-02-1",
        "2031-Q5",
        "2031-H3",
        "2031-02-Q1",
        "2031-02-H1",
        "2031-02-03-early",
        "2031-soon",
        " 2031",
        "2031 ",
        "2031\n",
        "spring 2031",
        "..2031..",
        "2031-03/2031-02",
        "2031/2032/2033",
        "2031-02-03T04:05",
        "２０３１",
    ],
)
def test_anything_else_is_refused(notation: str) -> None:
    with pytest.raises(ValueError):
        parse_time_span(notation)


def test_an_interval_may_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        parse_time_span("2031-05-02/2031-05-01")


@given(POINTS)
def test_a_point_begins_no_later_than_it_ends(notation: str) -> None:
    span = parse_time_span(notation)
    assert span.earliest is not None and span.latest is not None
    assert span.earliest <= span.latest


@given(POINTS)
def test_the_notation_comes_back(notation: str) -> None:
    assert parse_time_span(notation).notation == notation


@given(DAYS)
def test_a_day_is_that_day(day: date) -> None:
    span = parse_time_span(day.isoformat())
    assert (span.precision, span.earliest, span.latest) == ("day", day, day)


@given(POINTS)
def test_open_ends_keep_the_other_bound(notation: str) -> None:
    point, until, start = (parse_time_span(n) for n in (notation, f"..{notation}", f"{notation}.."))
    assert (until.earliest, until.latest) == (None, point.latest)
    assert (start.earliest, start.latest) == (point.earliest, None)


@given(POINTS, POINTS)
def test_an_interval_spans_both_points_or_is_refused(first: str, second: str) -> None:
    begin, end = parse_time_span(first), parse_time_span(second)
    assert begin.earliest is not None and end.latest is not None
    if begin.earliest > end.latest:
        with pytest.raises(ValueError):
            parse_time_span(f"{first}/{second}")
    else:
        span = parse_time_span(f"{first}/{second}")
        assert (span.earliest, span.latest) == (begin.earliest, end.latest)


@given(YEARS, st.sampled_from([("Q1", "Q2", "Q3", "Q4"), ("H1", "H2"), ("early", "mid", "late")]))
def test_parts_divide_the_year(year: str, parts: tuple[str, ...]) -> None:
    whole = parse_time_span(year)
    spans = [parse_time_span(f"{year}-{part}") for part in parts]
    assert (spans[0].earliest, spans[-1].latest) == (whole.earliest, whole.latest)
    for before, after in pairwise(spans):
        assert before.latest is not None
        assert after.earliest == before.latest + timedelta(days=1)


@given(st.text(max_size=12))
def test_any_text_is_a_period_or_a_value_error(text: str) -> None:
    try:
        span = parse_time_span(text)
    except ValueError:
        return
    assert span.earliest or span.latest


@given(st.lists(POINTS, min_size=2, max_size=2, unique=True))
def test_different_notations_have_different_iris(notations: list[str]) -> None:
    assert iris.time_span(notations[0]) != iris.time_span(notations[1])
