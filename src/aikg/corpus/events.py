"""The page of coming events, in either of its two forms."""

from collections.abc import Sequence

from aikg.corpus.announcements import read_announcements
from aikg.corpus.calendar import read_calendar
from aikg.corpus.contents import Entry
from aikg.corpus.document import Line
from aikg.corpus.fragments import Piece, fragments
from aikg.corpus.leaves import CONTACT
from aikg.model.brief import Conference


def upto_contact(lines: Sequence[Line]) -> list[Line]:
    """Return the lines before the imprint."""
    end = next((i for i, line in enumerate(lines) if CONTACT.search(line.text.text)), len(lines))
    return list(lines[:end])


def read_events(lines: Sequence[Line], listed: Sequence[Entry], year: int) -> tuple[list[Conference], list[str]]:
    """Return the events of a leaf and warnings."""
    found = fragments(lines)
    dates = [f.text for f in found if f.piece is Piece.DAYS]
    if not dates:
        return [], ["the page of events has no dates that can be read"]
    if sum("." in text for text in dates) * 2 >= len(dates):
        return read_announcements([f for f in found if f.piece is not Piece.DAYS or "." in f.text], listed)
    return read_calendar(found, year)
