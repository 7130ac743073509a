"""Long lists in pages: ``?page=2``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import request

from aikg.web.refusals import refuse

Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Generic[Item]):
    """One page of a list; ``number`` counts from 1."""

    items: Sequence[Item]
    number: int
    size: int
    total: int

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // self.size))

    @property
    def offset(self) -> int:
        """How many items stand before this page."""
        return (self.number - 1) * self.size

    def neighbours(self) -> list[int | None]:
        """Return the page numbers to link: first, last and those around this one; None for a gap.

        >>> Page([], 5, 10, 95).neighbours()
        [1, None, 4, 5, 6, None, 10]
        >>> Page([], 1, 10, 40).neighbours()
        [1, 2, 3, 4]
        """
        shown = sorted({1, self.last, *(n for n in range(self.number - 1, self.number + 2) if 1 <= n <= self.last)})
        numbers: list[int | None] = []
        for number in shown:
            missing = number - (numbers[-1] or 0) - 1 if numbers else 0
            # a gap of one page is filled by that page
            if missing:
                numbers.append(number - 1 if missing == 1 else None)
            numbers.append(number)
        return numbers


def paged(items: Sequence[Item], size: int) -> Page[Item]:
    """Return the page that the request asks for; 400 when ``page`` is no number, 404 beyond the end."""
    number = page_number()
    page = Page(items[(number - 1) * size : number * size], number, size, len(items))
    if number > page.last:
        refuse(404, "last_page", n=page.last)
    return page


def page_number() -> int:
    """Return the parameter ``page``, 1 when it is not given."""
    text = request.args.get("page", "1")
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text) > 0):
        refuse(400, "between", name="page", least=1, most=999_999)
    return int(text)
