"""Meetings named by letters and a year: ``CES 2024``, ``NVIDIA GTC 2025``."""

import re
from collections.abc import Iterator

from aikg.extraction.boundaries import ends_well, starts_well
from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.models import BILL
from aikg.extraction.quoting import enclosing_quote
from aikg.extraction.reading import Reading
from aikg.model.extraction import Confidence

_YEARED = re.compile(r"(?:[A-Z][A-Za-z&]*[A-Z][A-Za-z&]*|[A-Z][a-z]+)(?: (?:[A-Z][A-Za-z&]+|&)){0,4} 20\d\d(?!년)")
_CONFERENCE = Typed("Conference", None, "year")


def meetings(reading: Reading) -> Iterator[Candidate]:
    """Yield what is named like a yearly meeting."""
    for match in _YEARED.finditer(reading.text):
        if BILL.fullmatch(match.group()):
            continue
        quote = enclosing_quote(reading.text, match.start())
        if quote is not None and quote[1] != match.end():
            continue
        if starts_well(reading.text, match.start()) and ends_well(reading.text, match.end()):
            short = match.group().rsplit(" ", 1)[0]
            aliases = (short,) if short.isupper() and " " not in short else ()
            yield Candidate(
                reading.article,
                reading.block.id,
                match.start(),
                match.end(),
                match.group(),
                "year",
                _CONFERENCE,
                "",
                aliases,
                Confidence.HIGH,
            )
