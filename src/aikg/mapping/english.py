"""English names in a sentence: which take the article, which stand in the plural, and the plural of a noun."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from aikg.mapping.wording import fill, listed, templates

_BRACKETS = re.compile(r"\s*\([^()]*\)")
#: kinds of things whose names are brands
_MADE = frozenset({"AIModel", "Hardware", "Product", "Service"})
_KINDS_OF_TECHNOLOGY = frozenset({"Technology", "Topic"})


@dataclass(frozen=True)
class Noun:
    """Words that name something, and whether a verb after them is plural."""

    text: str
    plural: bool = False


def noun(name: str, kind: str) -> Noun:
    """Return a name as it stands in a sentence; ``kind`` is the class of what it names.

    >>> noun("European Commission", "Organization").text, noun("University of Oxford", "Organization").text
    ('the European Commission', 'the University of Oxford')
    >>> noun("Stanford University", "Organization").text, noun("AI chip", "Technology")
    ('Stanford University', Noun(text='AI chips', plural=True))
    """
    if kind in templates("en")["titles"]:
        return Noun(fill(templates("en")["titles"][kind], name=name))
    plain = _BRACKETS.sub("", name).strip()
    if kind in _KINDS_OF_TECHNOLOGY:
        is_counted = plain == name and plain.rpartition(" ")[2] in _words("counted") and plain.isascii()
        return Noun(plural(name), True) if is_counted else Noun(name)
    return Noun(f"the {name}" if _takes_article(plain, kind) else name)


def nouns(named: Sequence[tuple[str, str]]) -> Noun:
    """Return several names, each with its kind, in a row."""
    found = [noun(name, kind) for name, kind in named]
    return Noun(listed("en", [each.text for each in found]), len(found) > 1 or any(each.plural for each in found))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(templates("en")["nouns"][name].split())


def _takes_article(name: str, kind: str) -> bool:
    words = name.split()
    if not words or words[0].casefold() in ("the", "a", "an") or not name.isascii():
        return False
    link = next((index for index, word in enumerate(words) if index and word in _words("links")), len(words))
    head = words[link - 1].rstrip(",")
    if len(words) > 1 and head.islower() and head.isalpha():
        return head[-1] != "s"
    if kind in _MADE:
        return False
    return head in _words("heads") or (words[link : link + 1] == ["of"] and head in _words("heads-of"))


def plural(name: str) -> str:
    """Return the plural of a noun; of "hour per week" that of its head.

    >>> [plural(name) for name in ("token", "technology", "day", "person", "hour per week", "torch")]
    ['tokens', 'technologies', 'days', 'people', 'hours per week', 'torches']
    """
    irregular: dict[str, str] = templates("en")["plurals"]
    if name in irregular:
        return irregular[name]
    head, per, rest = name.partition(" per ")
    if re.search("[^aeiou]y$", head):
        return f"{head[:-1]}ies{per}{rest}"
    return f"{head}{'es' if re.search('(?:s|x|z|ch|sh)$', head) else 's'}{per}{rest}"


def with_article(text: str) -> str:
    """Return a noun with the indefinite article that its first letter calls for.

    >>> with_article("share"), with_article("amount")
    ('a share', 'an amount')
    """
    return fill(templates("en")["figures"]["an" if text[:1] in "aeio" else "a"], noun=text)
