"""Last steps of IRIs for things that a brief names: lower-case Latin letters, digits and single hyphens."""

import re
import unicodedata

from hangulpy import romanize

_LONGEST = 60


def slug(name: str) -> str:
    """Return the slug of a name, Hangul in Latin letters; empty when nothing of it is left.

    >>> slug("Harbour Robots 2024"), slug("등대의 날"), slug("<>")
    ('harbour-robots-2024', 'deungdaeui-nal', '')
    """
    plain = unicodedata.normalize("NFKD", romanize(unicodedata.normalize("NFC", name)))
    letters = plain.encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].rstrip("-")
