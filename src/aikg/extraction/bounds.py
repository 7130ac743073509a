"""Words around a number that bound it: 약, 최대, 이상, 미만, 돌파 ... as concepts of the bound scheme."""

import re
from dataclasses import dataclass

_BEFORE = {
    "about": r"약|대략|대개|거의|어림잡아|줄잡아|얼추|평균\s?약|about|around|approximately|roughly|nearly|almost|some",
    "up-to": r"최대|최고|많게는|많아야|길게는|up to|at most|as many as|as much as",
    "at-least": r"최소|최소한|적어도|최저|적게는|at least|a minimum of|no less than",
    "more-than": r"over|more than|above|exceeding|in excess of",
    "less-than": r"under|less than|fewer than|below",
    "exact": r"총|무려|불과|합계|도합|겨우|a total of",
}
_PREFIX = re.compile(
    r"(?<![가-힣A-Za-z])(?:"
    + "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in _BEFORE.items())
    + r")\s?$"
)
#: right after the unit, with nothing between
_ADJACENT = {
    "at-least": r"이상",
    "up-to": r"이하|이내|내(?=[에의\s,)]|$)|안에(?=[\s,.)]|$)",
    "more-than": r"초과",
    "less-than": r"미만",
    "some-over": r"남짓",
    "about": r"가량|정도|안팎|내외|전후|쯤|수준(?!의\s?\S+보다)|(?<=[가-힣%])대(?=[의를로에\s,)]|$)",
}
#: verbs that bound, after a particle or none
_VERBS = {
    "more-than": r"초과|넘(?:는|어|게|을|긴|길|으|었|기)|돌파|상회|웃도|웃돌",
    "less-than": r"못\s?미치|못\s?미쳤|미달|하회|밑도|밑돌",
    "about": r"육박|근접|가까(?:이|운|워)|맞먹",
}


def _alternatives(bounds: dict[str, str]) -> str:
    return "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in bounds.items())


_SUFFIX = re.compile(r"(?:여\s?)?\s?(?:" + _alternatives(_ADJACENT) + ")")
_VERB = re.compile(r"(?:\s?\([^()]{1,60}\))?(?:을|를|이|가|은|는|에|도|선을)?\s?(?:" + _alternatives(_VERBS) + ")")
#: words before a number reach no further back than this
_REACH = 24


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound and the edge of the words that give it: a start before the number, an end after it."""

    name: str
    edge: int


def bound_before(text: str, start: int) -> Bound | None:
    """Return what the words right before ``start`` say, together with how far back they reach.

    >>> bound_before("총 약 30명", 4), bound_before("계약 30명", 3)
    (Bound(name='about', edge=0), None)
    """
    found: Bound | None = None
    while match := _PREFIX.search(text, max(0, start - _REACH), start):
        name = (match.lastgroup or "").replace("_", "-")
        found = Bound(name if found is None or found.name == "exact" else found.name, match.start())
        start = match.start()
    return found


def bound_after(text: str, end: int) -> Bound | None:
    """Return what the words right after ``end`` say; the edge is ``end`` where a verb says it.

    >>> bound_after("30명 이상의", 3), bound_after("30명을 넘어섰", 3), bound_after("30명이 참가", 3)
    (Bound(name='at-least', edge=6), Bound(name='more-than', edge=3), None)
    """
    if match := _SUFFIX.match(text, end):
        return Bound((match.lastgroup or "").replace("_", "-"), match.end())
    if match := _VERB.match(text, end):
        return Bound((match.lastgroup or "").replace("_", "-"), end)
    return None


def combine(before: str | None, within: str | None, after: str | None) -> str:
    """Return the bound that holds when several words speak: the stricter after the number, then the one before it.

    >>> combine("about", None, "at-least"), combine("up-to", None, "about"), combine(None, "some-over", None)
    ('at-least', 'up-to', 'some-over')
    """
    if after and after != "about":
        return after
    if before and before != "exact":
        return before
    return within or after or "exact"
