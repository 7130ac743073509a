"""The dates that a date without year or month leans on: that of the article and that named last."""

import re
from dataclasses import dataclass, field

_ISSUE = re.compile(r"(\d{4})-(\d{2})$")
#: the article's own date lies at most this many months before its issue
_REACH = 12
#: a month named after a later one of the same year rather belongs to the next when that is nearer
_HALF_YEAR = 6


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a month (``day`` None) or a year (``month`` None too)."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(slots=True)
class Anchor:
    """What an article has dated so far, to be carried through its blocks in reading order.

    ``now`` is the day of the news: the first full date within a year before the issue, until one is met the month
    before it. ``latest`` is the last date with a month or a day, ``year`` the last year, ``quarter_year`` that of the
    last quarter or half.
    """

    issue: Day
    now: Day
    settled: bool = False
    latest: Day | None = None
    year: int | None = None
    quarter_year: int | None = None
    notation: str = ""
    in_block: bool = field(default=False, repr=False)

    @classmethod
    def of_issue(cls, issue: str, published: str | None = None) -> "Anchor":
        """Return the anchor at the beginning of an article of ``issue``.

        ``published`` is the date of its source, ISO 8601, where it is known. Raises ValueError for an issue without
        year and month.

        >>> Anchor.of_issue("spri-2031-01").now
        Day(year=2030, month=12, day=None)
        """
        match = _ISSUE.search(issue)
        if match is None or not 1 <= int(match[2]) <= 12 or int(match[1]) < 1:
            raise ValueError(f"no year and month at the end of {issue!r}")
        year, month = int(match[1]), int(match[2])
        anchor = cls(Day(year, month), Day(*shifted(year, month, -1)))
        if published and (printed := re.match(r"(\d{4})-(\d{2})", published)) and 1 <= int(printed[2]) <= 12:
            anchor.now = Day(int(printed[1]), int(printed[2]))
        return anchor

    def note(self, date: Day, notation: str, cited: bool = False) -> None:
        """Take in a date just read; ``notation`` is its period, ``cited`` that it is in numbers as in a citation."""
        self.year, self.notation = date.year, notation
        if date.month is None:
            return
        self.latest, self.in_block = date, True
        if date.day and not self.settled and not cited and 0 <= self._before_issue(date) <= _REACH:
            self.now, self.settled = date, True

    def _before_issue(self, date: Day) -> int:
        return 12 * (self.issue.year - date.year) + (self.issue.month or 1) - (date.month or 1)

    def year_of_month(self, month: int, toward: str, ahead: bool) -> int:
        """Return the year of a month printed without one.

        ``toward`` is 지난 or 오는 where the text says so; ``ahead`` tells that the text speaks of a plan.
        """
        now = self.now.month or 12
        if toward == "지난":
            return self.now.year - (month > now)
        if toward or (ahead and not self.in_block):
            return self.now.year + (month < now)
        if self.latest and self.in_block:
            return _onward(self.latest, month)
        return _nearest(self.now.year, now, month)


def _onward(latest: Day, month: int) -> int:
    """Return the year in which ``month`` follows a date named before it: the same, or the next when that is nearer."""
    back = (latest.month or 1) - month
    return latest.year + (back > _HALF_YEAR)


def _nearest(year: int, now: int, month: int) -> int:
    """Return the year in which ``month`` is nearest, the past one when both are as far."""
    ahead = (month - now) % 12
    if ahead < _HALF_YEAR:
        return year + (month < now)
    return year - (month > now)


def shifted(year: int, month: int, months: int) -> tuple[int, int]:
    """Return year and month ``months`` later.

    >>> shifted(2031, 1, -1), shifted(2031, 12, 1)
    ((2030, 12), (2032, 1))
    """
    total = 12 * year + month - 1 + months
    return total // 12, total % 12 + 1
