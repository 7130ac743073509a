"""What articles cite: publishers are organizations; titles are works, or the laws that the articles are about."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from aikg.extraction.clusters import heard_code
from aikg.extraction.folding import key
from aikg.extraction.gazetteer import Gazetteer
from aikg.extraction.keys import NewKeys, slug
from aikg.extraction.kinds import english_kind
from aikg.extraction.naming import Named
from aikg.extraction.sources import Cited, same_publisher
from aikg.extraction.words import spellings
from aikg.model.extraction import Confidence


@dataclass
class Bibliography:
    """Adds what is cited to the entities ``found`` so far; ``titles`` are those of the articles."""

    found: list[Named]
    gazetteer: Gazetteer
    keys: NewKeys
    titles: Mapping[int, str]

    def add(self, cited: Cited) -> None:
        """Take in the publisher and the title of a source."""
        if cited.publisher and not self._is_known(cited.publisher, "Organization"):
            self._add_publisher(cited)
        if key(cited.title) and not self._is_known(cited.title, "Work"):
            self._add_work(cited)

    def _is_known(self, name: str, kind: str) -> bool:
        return any(entry.kind == kind for entry in self.gazetteer.named(name))

    def _add_publisher(self, cited: Cited) -> None:
        publisher, named = cited.publisher, self._organization(cited)
        if named is not None:
            english = publisher if named.en == named.ko and publisher.isascii() else named.en
            self._replace(named, replace(named, names=tuple(dict.fromkeys((*named.names, publisher))), en=english))
        elif not heard_code(publisher):
            made = self.keys.new("Organization", publisher, publisher)
            self.found.append(Named(made, "Organization", publisher, publisher, (publisher,), "cited"))

    def _organization(self, cited: Cited) -> Named | None:
        """The organization that the publisher is: by its letters, else by its sound where nothing glosses it."""
        organizations = [named for named in self.found if named.kind == "Organization"]
        exact = (n for n in organizations if any(_same_letters(cited.publisher, name) for name in n.names))
        forms = spellings(cited.publisher)
        spelt = (n for n in organizations if any(key(name) in forms for name in n.names))
        initials = (n for n in organizations if n.en == n.ko and _is_called(cited.publisher, n.names))
        heard = (n for n in organizations if n.en == n.ko and same_publisher(cited.publisher, n.names))
        return next(exact, None) or next(spelt, None) or next(initials, None) or next(heard, None)

    def _add_work(self, cited: Cited) -> None:
        """Cited titles are works, the same as the reports that the text names by that title."""
        works = (
            n for n in self.found if n.kind == "Work" and any(_same_letters(cited.title, name) for name in n.names)
        )
        if next(works, None) is not None:
            return
        if (law := self._law(cited)) is not None:
            self._replace(law, replace(law, en=cited.title, names=(*law.names, cited.title)))
            return
        base = "-".join(part for part in (slug(cited.publisher), cited.date or "", slug(cited.title, 48)) if part)
        made, title = self.keys.new("Work", base, base), cited.title
        self.found.append(Named(made, "Work", title, title, (title,), "cited", False, Confidence.HIGH))

    def _law(self, cited: Cited) -> Named | None:
        """The law of the headline, where the source is the text of a law."""
        typed = english_kind(cited.title)
        if typed is None or typed.kind != "Law" or ":" in cited.title:
            return None
        title = key(self.titles.get(cited.article, ""))
        unglossed = [named for named in self.found if named.kind == "Law" and named.en == named.ko]
        laws = [law for law in unglossed if any(key(name) in title for name in law.names)]
        return laws[0] if len(laws) == 1 else None

    def _replace(self, old: Named, new: Named) -> None:
        self.found[self.found.index(old)] = new


def _is_called(publisher: str, names: Iterable[str]) -> bool:
    """Is a publisher of several words called by its initials: DSIT, FTC?"""
    initials = "".join(word[0] for word in re.findall(r"[A-Z][\w.-]+", publisher.removeprefix("The ")))
    return len(initials) > 2 and initials in {name.upper() for name in names if name.isascii()}


def _same_letters(one: str, other: str) -> bool:
    """Are the names one, apart from their article and a letter left out?"""
    first, second = (key(name.removeprefix("The ")) for name in (one, other))
    longer, shorter = max(first, second, key=len), min(first, second, key=len)
    return first == second or (len(shorter) > 6 and _is_slip(longer, shorter))


def _is_slip(longer: str, shorter: str) -> bool:
    """Has the longer one a letter more, anywhere?"""
    same = next((index for index, pair in enumerate(zip(longer, shorter, strict=False)) if pair[0] != pair[1]), None)
    return len(longer) == len(shorter) + 1 and (same is None or longer[same + 1 :] == shorter[same:])
