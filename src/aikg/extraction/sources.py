"""Who publishes what an article cites: publishers are organizations, cited titles are works."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aikg.extraction.folding import key
from aikg.extraction.sounds import alike
from aikg.extraction.words import spellings
from aikg.model.brief import Article, Source


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of an article."""

    article: int
    publisher: str
    title: str
    date: str | None


def cited(articles: Iterable[Article]) -> Iterator[Cited]:
    """Yield the sources of all articles."""
    for article in articles:
        for source in article.sources:
            yield Cited(article.number, *_mended(source))


def _mended(source: Source) -> tuple[str, str, str | None]:
    """Publisher, title and date, the publisher whole where a comma within its name cut it."""
    publisher, title = source.publisher.strip(), source.title.strip()
    for cut in (match.start() for match in re.finditer(", ", title)):
        whole = f"{publisher}, {title[:cut]}"
        if spellings(whole) or (_OFFICE.match(publisher) and _FIELDS.fullmatch(title[:cut])):
            return whole, title[cut + 2 :], source.date
    return publisher, title, source.date


#: offices have lists of fields in their names: Department for Science, Innovation and Technology
_OFFICE = re.compile(r"(?:The )?(?:[A-Z][\w.]+ )*(?:Department|Ministry|Office|Committee|Agency|Bureau) (?:of|for|on) ")
_FIELDS = re.compile(r"(?:[A-Z][a-z]+(?: [A-Z][a-z]+)*,? )*(?:[A-Z][a-z]+, )*(?:and|&) [A-Z][a-z]+(?: [A-Z][a-z]+)*")


def same_publisher(publisher: str, names: Iterable[str]) -> bool:
    """Is the publisher called by one of ``names``, in the same letters or as it sounds in Korean?

    >>> same_publisher("Alibaba Cloud", ["알리바바 클라우드"]), same_publisher("Google", ["깃허브"])
    (True, False)
    """
    return any(key(publisher) == key(name) or sounds_like(publisher, name) for name in names)


def sounds_like(publisher: str, name: str) -> bool:
    """Does the Latin name of a publisher sound like the Korean name?"""
    if not publisher.isascii() or name.isascii() or (publisher.isupper() and len(publisher) < 5):
        return False
    bare = publisher.removeprefix("The ").removesuffix(".org").removesuffix(".com")
    syllables = sum(1 for c in name if "가" <= c <= "힣")
    return alike(name, bare) >= (0.85 if syllables > 2 else 0.9) and name[:1] != "" and _first_alike(name, bare)


def _first_alike(name: str, latin: str) -> bool:
    """The first word sounds alike too, so that the end alone does not deceive."""
    return alike(name.split()[0], latin) >= 0.85 or alike(name.split()[0], latin.split()[0]) >= 0.6
