"""One date at a position: its period, and the day, month or year that later dates may lean on."""

import re
from dataclasses import dataclass, replace

from aikg.extraction import date_forms as forms
from aikg.extraction.anchors import Anchor, Day, shifted

#: how far a plan may be told after a month
_SENTENCE = 60


@dataclass(frozen=True, slots=True)
class Point:
    """A date of ``text[start:end]``.

    ``closed`` when it is a range or points back already; ``carries`` when later dates may lean on it; ``cited`` when it
    is printed in numbers alone.
    """

    start: int
    end: int
    notation: str
    first: Day
    last: Day
    inherited: bool = False
    closed: bool = False
    carries: bool = True
    quarterly: bool = False
    cited: bool = False


def point_at(text: str, position: int, anchor: Anchor) -> Point | None:
    """Return the date that begins at ``position`` of a folded text, or None."""
    for read in (_decade, _years, _numbered, _full, _relative, _bare, _day, _month_word, _back, _within_year):
        if point := read(text, position, anchor):
            return point
    return None


def end_point_at(text: str, position: int, anchor: Anchor, first: Point) -> Point | None:
    """Return the second date of a range; what it does not print it takes from ``first``."""
    if point := _numbered(text, position, anchor) or _full(text, position, anchor) or _relative(text, position, anchor):
        return point
    if match := forms.IN_YEAR.match(text, position):
        point = _in_year(match, position, first.first.year, inherited=False)
        later = point.first.month and first.first.month and point.first.month < first.first.month
        return _in_year(match, position, first.first.year + 1, inherited=False) if later else point
    if (match := forms.END_DAY.match(text, position)) and first.first.day and first.first.month:
        day = int(match["day"])
        months = 1 if day < first.first.day else 0
        return _of_days(position, match.end(), Day(*shifted(first.first.year, first.first.month, months), day), None)
    return None


def _iso(day: Day) -> str:
    parts = [f"{day.year:04d}", *(f"{part:02d}" for part in (day.month, day.day) if part)]
    return "-".join(parts)


def _of_days(start: int, end: int, first: Day, last: Day | None, inherited: bool = False) -> Point:
    """Return the point of one day or month, or of a range of them."""
    if last is None:
        return Point(start, end, _iso(first), first, first, inherited)
    return Point(start, end, f"{_iso(first)}/{_iso(last)}", first, last, inherited, closed=True)


def _decade(text: str, position: int, anchor: Anchor) -> Point | None:
    match = forms.DECADE.match(text, position)
    if match is None:
        return None
    first = int(match["decade"])
    return replace(_of_days(position, match.end(), Day(first), Day(first + 9)), carries=False)


def _years(text: str, position: int, anchor: Anchor) -> Point | None:
    match = forms.YEARS.match(text, position)
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second"])
    second += first // 100 * 100 if second < 100 else 0
    return _of_days(position, match.end(), Day(first), Day(second)) if second > first else None


def _numbered(text: str, position: int, anchor: Anchor) -> Point | None:
    """Read "2031.2.19.", "2031.3.11~15", "’31.3월", "2031-03-11"."""
    point = _iso_printed(text, position) or _dotted(text, position, anchor)
    return replace(point, cited=True) if point else None


def _iso_printed(text: str, position: int) -> Point | None:
    if match := forms.ISO.match(text, position):
        day = int(match["day"]) if match["day"] else None
        return _of_days(position, match.end(), Day(int(match["year"]), int(match["month"]), day), None)
    return None


def _dotted(text: str, position: int, anchor: Anchor) -> Point | None:
    match = forms.DOTTED.match(text, position)
    if match is None:
        return None
    year = int(match["year"]) if match["year"] else _century(int(match["short"]), anchor)
    first = Day(year, int(match["month"]), int(match["day"]) if match["day"] else None)
    if not match["day2"] or first.day is None:
        return _of_days(position, match.end("day2") if match["day2"] else match.end(), first, None)
    return _of_days(position, match.end(), first, _last_day(first, match["month2"], int(match["day2"])))


def _last_day(first: Day, month: str | None, day: int) -> Day:
    """Return the last day of a range that prints no year, and a month only where it is another one."""
    if month is None:
        return Day(*shifted(first.year, first.month or 1, 1 if day < (first.day or 1) else 0), day)
    return Day(first.year + (int(month) < (first.month or 1)), int(month), day)


def _century(short: int, anchor: Anchor) -> int:
    """Return the year of two digits that is nearest to the issue."""
    century = anchor.issue.year // 100 * 100
    return min((century + short + shift for shift in (-100, 0, 100)), key=lambda year: abs(year - anchor.issue.year))


def _full(text: str, position: int, anchor: Anchor) -> Point | None:
    match = forms.YEAR.match(text, position)
    if match is None:
        return None
    year = int(match["year"]) if match["year"] else _century(int(match["short"]), anchor)
    return _with_rest(text, position, match.end(), year, inherited=False)


def _relative(text: str, position: int, anchor: Anchor) -> Point | None:
    match = forms.RELATIVE_YEAR.match(text, position)
    if match is None:
        return None
    word = match["word"] or match["short"]
    if word in forms.FROM_NOW:
        return _with_rest(text, position, match.end(), anchor.now.year + forms.FROM_NOW[word], inherited=True)
    if anchor.year is None:
        return None
    return _with_rest(text, position, match.end(), anchor.year + forms.FROM_LATEST[word], inherited=True)


def _with_rest(text: str, start: int, end: int, year: int, inherited: bool) -> Point:
    match = forms.IN_YEAR.match(text, end)
    if match is None:
        return Point(start, end, f"{year:04d}", Day(year), Day(year), inherited)
    return _in_year(match, start, year, inherited)


def _in_year(match: re.Match[str], start: int, year: int, inherited: bool) -> Point:
    """Return the point of a year with what stands after it."""
    if match["month"]:
        return _in_month(match, start, year, inherited)
    quarter = match["quarter"] or match["quarterlist"]
    part = f"Q{quarter}" if quarter else forms.PARTS[match["half"] or match["part"] or match["yearend"]]
    point = Point(start, match.end(), f"{year:04d}-{part}", Day(year), Day(year), inherited)
    if second := match["quarter2"] or match["quarterlist2"]:
        point = replace(point, notation=f"{point.notation}/{year:04d}-Q{second}", closed=True)
    return replace(point, quarterly=bool(quarter or match["half"]))


def _in_month(match: re.Match[str], start: int, year: int, inherited: bool) -> Point:
    month = int(match["month"])
    if match["month2"]:
        last = int(match["month2"])
        return _of_days(start, match.end(), Day(year, month), Day(year + (last < month), last), inherited)
    if match["day"]:
        first = Day(year, month, int(match["day"]))
        last_day = _last_day(first, None, int(match["day2"])) if match["day2"] else None
        return _of_days(start, match.end("day2") + 1 if last_day else match.end(), first, last_day, inherited)
    point = _of_days(start, match.end(), Day(year, month), None, inherited)
    if match["monthpart"]:
        return replace(point, notation=f"{point.notation}-{forms.PARTS[match['monthpart']]}")
    return point


def _bare(text: str, position: int, anchor: Anchor) -> Point | None:
    """Read a month, quarter, half or end of year without its year."""
    lead = forms.BARE.match(text, position)
    match = forms.IN_YEAR.match(text, lead.end()) if lead else None
    if lead is None or match is None:
        return None
    if match["month"]:
        ahead = bool(forms.AHEAD.search(text, match.end(), match.end() + _SENTENCE))
        year = anchor.year_of_month(int(match["month"]), lead["toward"] or "", ahead)
    elif match["yearend"]:
        year = anchor.now.year
    else:
        year = anchor.quarter_year or anchor.now.year
    return _in_year(match, position, year, inherited=True)


def _day(text: str, position: int, anchor: Anchor) -> Point | None:
    """Read a day without its month: 지난 27일, 27일(현지시간)."""
    match = forms.DAY.match(text, position)
    base = anchor.latest or anchor.now
    if match is None or base.month is None:
        return None
    day = int(match["day"] or match["local"])
    first = Day(*shifted(base.year, base.month, _month_of(day, base, match["toward"])), day)
    last = _last_day(first, None, int(match["day2"])) if match["day2"] else None
    return _of_days(position, match.end(), first, last, inherited=True)


def _month_of(day: int, base: Day, toward: str | None) -> int:
    """Return how many months from ``base`` a day lies that comes after or before it."""
    if base.day is None or toward is None:
        return 0
    return -1 if toward == "지난" and day > base.day else int(toward == "오는" and day < base.day)


def _month_word(text: str, position: int, anchor: Anchor) -> Point | None:
    match = forms.MONTH_WORD.match(text, position)
    if match is None or anchor.now.month is None:
        return None
    month = Day(*shifted(anchor.now.year, anchor.now.month, forms.MONTHS_FROM_NOW[match["word"]]))
    point = _of_days(position, match.end(), month, None, inherited=True)
    if match["part"]:
        return replace(point, notation=f"{point.notation}-{forms.PARTS[match['part']]}")
    return point


def _back(text: str, position: int, anchor: Anchor) -> Point | None:
    """Read a word that means the date named last, or its month."""
    match = forms.BACK_WORD.match(text, position)
    latest = anchor.latest
    if match is None:
        return None
    reach = forms.BACK[match["word"]]
    if reach == "any":
        alone = anchor.notation and forms.SENTENCE_START.search(text, max(0, position - 2), position)
        day = latest or Day(anchor.year or anchor.now.year)
        return (
            Point(position, match.end(), anchor.notation, day, day, True, closed=True, carries=False) if alone else None
        )
    if latest is None or (reach == "day" and latest.day is None):
        return None
    day = latest if reach == "day" else Day(latest.year, latest.month)
    return replace(_of_days(position, match.end(), day, None, inherited=True), carries=False)


def _within_year(text: str, position: int, anchor: Anchor) -> Point | None:
    match = forms.WITHIN_YEAR.match(text, position)
    year = Day(anchor.now.year)
    return Point(position, match.end(), f"..{year.year:04d}", year, year, True, closed=True) if match else None
