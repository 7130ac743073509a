"""A query result as a table for the terminal: prefixed names, columns that fit Hangul."""

import unicodedata
from collections.abc import Sequence

from aikg.graph.store import Row
from aikg.vocabulary.namespaces import PREFIXES

_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def compact(text: str) -> str:
    """Return an IRI with its prefix, anything else as it is.

    >>> compact("https://w3id.org/ai-policy-kg/id/org/ibm")
    'organization:ibm'
    """
    for prefix, namespace in _BY_LENGTH:
        if text.startswith(namespace):
            return f"{prefix}:{text[len(namespace) :]}"
    return text


def width(text: str) -> int:
    """Return how many terminal cells the text takes; Hangul takes two a syllable."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def to_table(variables: Sequence[str], rows: Sequence[Row]) -> str:
    """Return the rows under their variables, aligned, with a count below."""
    cells = [[compact(row.get(name, "")).replace("\n", " ") for name in variables] for row in rows]
    sizes = [max([width(name), *(width(line[i]) for line in cells)]) for i, name in enumerate(variables)]
    lines = [_line(list(variables), sizes), _line(["-" * size for size in sizes], sizes)]
    lines += [_line(line, sizes) for line in cells]
    return "\n".join([*lines, f"({len(rows)} rows)"])


def _line(cells: list[str], sizes: list[int]) -> str:
    return "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(cells, sizes, strict=True)).rstrip()
