"""The annual calendar of events: rows of days under months whose cells span them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from aikg.corpus.days import days, month_span
from aikg.corpus.fragments import Fragment, Piece
from aikg.model.brief import Conference

#: one whole address
_ADDRESS = re.compile(r"(?:https?://)?(?!-)[\w-]+(?:\.(?!www\.)[\w-]+)+(?:/(?:(?!www\.)\S)*)?", re.IGNORECASE)


#: share of incomplete rows above which a table has been torn apart by a converter
TORN = 0.25


#: a month's name stands no further off the middle of its rows than this, in rows
MOST_OFFSET = 0.75


@dataclass(slots=True)
class Row:
    """The fragments of one event."""

    days: Fragment
    parts: list[Fragment] = field(default_factory=list)

    def text(self, piece: Piece, glue: str) -> str:
        """Return the fragments of one kind in reading order."""
        return glue.join(f.text for f in sorted(self.parts, key=lambda f: f.row) if f.piece is piece)

    @property
    def faults(self) -> int:
        """How many of name, place and address are missing or cannot be one."""
        missing = sum(not any(f.piece is p for f in self.parts) for p in (Piece.NAME, Piece.PLACE))
        return missing + (_ADDRESS.fullmatch(self.text(Piece.URL, "")) is None)


def read_calendar(found: Sequence[Fragment], year: int) -> tuple[list[Conference], list[str]]:
    """Return the events of a calendar and warnings."""
    body = _after_header(found)
    readings = [_in_sequence(body), _by_beginnings(body), _by_symmetry(body)]
    if _is_printed(body):
        readings.reverse()
    rows = min(readings, key=lambda rows: sum(row.faults for row in rows))
    months = _months(rows, [f for f in body if f.piece is Piece.MONTH])
    events = [_conference(rows, i, months, year) for i in range(len(rows))]
    missing = sum(row.faults > 0 for row in rows)
    if missing > TORN * len(rows):
        told = f"the calendar's columns came apart in conversion: {len(rows)} events without date, read the PDF instead"
        return [_loose(row) for row in rows], [told]
    return events, [f"{missing} of {len(rows)} events lack a name, a place or an address"] if missing else []


def _loose(row: Row) -> Conference:
    """Return an event of a table whose columns came apart: what belongs to it is not known."""
    return Conference("", None, None, "", "", row.days.page)


def _after_header(found: Sequence[Fragment]) -> list[Fragment]:
    headers = [i for i, f in enumerate(found) if f.piece is Piece.HEADER]
    first = next((i for i, f in enumerate(found) if f.piece in (Piece.MONTH, Piece.DAYS)), 0)
    start = max((i for i in headers if i < first + 3), default=-1) + 1
    return [f for f in found[start:] if f.piece is not Piece.HEADER]


def _is_printed(found: Sequence[Fragment]) -> bool:
    """Tell whether the order is that of printed lines: then days share theirs with a place whose name stands around."""
    level: dict[int, set[Piece]] = {}
    for fragment in found:
        level.setdefault(fragment.row, set()).add(fragment.piece)
    around = (p for p in level.values() if Piece.DAYS in p and Piece.NAME not in p)
    return any(Piece.PLACE in pieces or Piece.URL in pieces for pieces in around)


def _in_sequence(found: Sequence[Fragment]) -> list[Row]:
    """Read cell after cell: what follows days belongs to them."""
    rows: list[Row] = []
    for fragment in found:
        if fragment.piece is Piece.DAYS:
            rows.append(Row(fragment))
        elif rows and fragment.piece is not Piece.MONTH:
            rows[-1].parts.append(fragment)
    return rows


def _by_beginnings(found: Sequence[Fragment]) -> list[Row]:
    """Read cell after cell, but let what begins a second name or address wait for the next days."""
    rows: list[Row] = []
    waiting: list[Fragment] = []
    for fragment in found:
        if fragment.piece is Piece.DAYS:
            rows.append(Row(fragment, waiting))
            waiting = []
        elif fragment.piece is not Piece.MONTH:
            here = rows and not waiting and not _begins_another(fragment, rows[-1])
            (rows[-1].parts if here else waiting).append(fragment)
    return rows


def _begins_another(fragment: Fragment, row: Row) -> bool:
    """Tell whether a row has its name or address already when this one begins."""
    if fragment.piece not in (Piece.NAME, Piece.URL) or not any(f.piece is fragment.piece for f in row.parts):
        return False
    if fragment.piece is Piece.NAME:
        return fragment.text.startswith("(")
    return _ADDRESS.fullmatch(fragment.text) is not None and _ADDRESS.fullmatch(row.text(Piece.URL, "")) is not None


def _by_symmetry(found: Sequence[Fragment]) -> list[Row]:
    """Read printed lines: a cell of several lines is centred on its row, as many above the days as below."""
    rows = [Row(f) for f in found if f.piece is Piece.DAYS]
    for piece in (Piece.NAME, Piece.PLACE, Piece.URL):
        waiting = sorted((f for f in found if f.piece is piece), key=lambda f: f.row)
        for i, row in enumerate(rows):
            above = [f for f in waiting if f.row < row.days.row]
            level = [f for f in waiting if f.row == row.days.row]
            limit = rows[i + 1].days.row if i + 1 < len(rows) else row.days.row + 9
            below = [f for f in waiting if row.days.row < f.row < limit][: len(above)]
            taken = above + level + below
            row.parts += taken
            waiting = [f for f in waiting if f not in taken]
    return rows


def _months(rows: Sequence[Row], labels: Sequence[Fragment]) -> list[int]:
    """Return the month of each row.

    Either a month's name comes before its rows, or it stands in the middle of them. The first is believed unless days
    go back within a month; the second then, if the names do stand in the middle.
    """
    if not labels:
        return [0] * len(rows)
    ahead = _carried(rows, labels)
    if _descents(rows, ahead) == 0:
        return ahead
    centred, offset = _centred(rows, labels)
    return centred if offset < MOST_OFFSET and _descents(rows, centred) < _descents(rows, ahead) else ahead


def _position(fragment: Fragment) -> float:
    return -fragment.y if fragment.y is not None else float(fragment.row)


def _carried(rows: Sequence[Row], labels: Sequence[Fragment]) -> list[int]:
    months = []
    for row in rows:
        before = [f for f in labels if f.row <= row.days.row]
        months.append(int((before or labels)[-1 if before else 0].text))
    return months


def _descents(rows: Sequence[Row], months: Sequence[int]) -> int:
    """Count the rows that start before the one above in the same month, ranges over a month's end left out."""
    count = 0
    for i in range(1, len(rows)):
        (first, last), (next_first, _) = days(rows[i - 1].days.text), days(rows[i].days.text)
        count += months[i] == months[i - 1] and next_first < first <= last
    return count


def _centred(rows: Sequence[Row], labels: Sequence[Fragment]) -> tuple[list[int], float]:
    """Assign rows to names that stand in the middle of their rows, by the cheapest cut into as many groups.

    Returns the months and how far off the middle the names stand, in rows.
    """
    positions = [_position(row.days) for row in rows]
    centres = [_position(label) for label in labels]
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    for group in range(1, len(labels) + 1):
        for end in range(group, len(rows) + 1):
            choices = [
                (best[group - 1, start][0] + _cost(rows, positions, start, end, centres[group - 1]), start)
                for start in range(group - 1, end)
                if (group - 1, start) in best
            ]
            if choices:
                best[group, end] = min(choices)
    if (len(labels), len(rows)) not in best:
        return _carried(rows, labels), MOST_OFFSET
    months = [0] * len(rows)
    end = len(rows)
    for group in range(len(labels), 0, -1):
        start = best[group, end][1]
        months[start:end] = [int(labels[group - 1].text)] * (end - start)
        end = start
    return months, best[len(labels), len(rows)][0] / len(labels)


def _cost(rows: Sequence[Row], positions: Sequence[float], start: int, end: int, centre: float) -> float:
    middle = (positions[start] + positions[end - 1]) / 2
    unit = abs(positions[-1] - positions[0]) / max(len(rows) - 1, 1) or 1.0
    going_back = _descents(rows[start:end], [0] * (end - start))
    first, last = days(rows[start].days.text)
    # a range over a month's end stands under the month it begins in, if nothing tells otherwise
    return abs(middle - centre) / unit + 3.0 * going_back + 0.2 * (last < first and end - start > 1)


def _conference(rows: Sequence[Row], i: int, months: Sequence[int], year: int) -> Conference:
    row = rows[i]
    start, end = (None, None)
    if year and 1 <= months[i] <= 12:
        start, end = month_span(year, months[i], row.days.text, _ends_here(rows, i, months))
    name = row.text(Piece.NAME, " ")
    return Conference(name, start, end, row.text(Piece.PLACE, " "), row.text(Piece.URL, ""), row.days.page)


def _ends_here(rows: Sequence[Row], i: int, months: Sequence[int]) -> bool:
    """Tell whether a range over a month's end stands under the month it ends in: first there, smaller days after it."""
    first, last = days(rows[i].days.text)
    if first <= last or (i > 0 and months[i - 1] == months[i]):
        return False
    after = [days(rows[j].days.text)[0] for j in range(i + 1, len(rows)) if months[j] == months[i]]
    return bool(after) and min(after) < first
