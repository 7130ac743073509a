"""Issues invented at random: the irregularities of the genre in words that mean nothing, with the structure to find.

A seed decides everything, so an issue that is read wrongly can be made again.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.corpus.sample import SECTIONS

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_NOUNS, _JOINERS, _ENDS, _LATIN = (_WORDS[name].split() for name in ("nouns", "joiners", "ends", "latin"))
_QUOTED, _FIGURES, _PUBLISHERS = (_WORDS[name] for name in ("quoted", "figures", "publishers"))
_SOURCE_TITLES, _CAPTIONS = _WORDS["source_titles"], _WORDS["captions"]


@dataclass(frozen=True)
class Citation:
    """A source as printed and in its parts."""

    printed: str
    publisher: str
    title: str
    date: str


@dataclass(frozen=True)
class Item:
    """An article; its body is of (sign, words): h subhead, b bullet, s sub-bullet, n note, c caption, x cell."""

    section: str
    title: str
    keys: tuple[str, str]
    body: tuple[tuple[str, str], ...]
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Volume:
    """An issue; ``listed`` are the articles in the order of the contents page."""

    year: int
    month: int
    items: tuple[Item, ...]
    listed: tuple[Item, ...]


def seeded(seed: int) -> Random:
    """Return the source of all chance."""
    return Random(seed)  # noqa: S311 - nothing secret hangs on it


def volume(rng: Random) -> Volume:
    """Return an issue."""
    titles: set[str] = set()
    items = [_item(rng, section, titles) for section in SECTIONS for _ in range(rng.randint(1, 4))]
    listed = list(items)
    i = rng.randrange(1, len(items))
    if items[i - 1].section == items[i].section:  # the contents may have two articles in the other order
        listed[i - 1 : i + 1] = items[i], items[i - 1]
    return Volume(rng.choice((2023, 2024, 2025)), rng.randint(1, 12), tuple(items), tuple(listed))


def _item(rng: Random, section: str, titles: set[str]) -> Item:
    body: list[tuple[str, str]] = []
    for _ in range(rng.choice((1, 1, 2, 2, 2, 3))):
        body.append(("h", words(rng, rng.randint(4, 7))))
        for _ in range(rng.randint(1, 3)):
            body += _bullet(rng)
    if rng.random() < 0.3:
        body.append(("c", rng.choice(_CAPTIONS).format(words(rng, 4))))
    if rng.random() < 0.2:
        body += [("x", words(rng, 2)) for _ in range(rng.randint(3, 6))]
    sources = tuple(_citation(rng) for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 4))))
    return Item(section, _title(rng, titles), (sentence(rng), sentence(rng)), tuple(body), sources)


def _title(rng: Random, known: set[str]) -> str:
    while True:
        subject = rng.choice((rng.choice(_NOUNS), rng.choice(_LATIN), "EU", "IDC", "한들⼤ 연구진"))
        title = f"{subject}, {words(rng, rng.randint(4, 6))} {rng.choice(_ENDS)}"
        if title not in known and len(title) <= 50:
            known.add(title)
            return title


def _bullet(rng: Random) -> list[tuple[str, str]]:
    blocks = _with_note(rng, "b", "*" if rng.random() < 0.3 else "")
    for _ in range(rng.randint(0, 3)):
        blocks += _with_note(rng, "s", "**" if rng.random() < 0.15 else "")
    return blocks


def _with_note(rng: Random, sign: str, star: str) -> list[tuple[str, str]]:
    note = [("n", f"{star} {words(rng, rng.randint(5, 25))}")] if star else []
    return [(sign, sentence(rng, star)), *note]


def words(rng: Random, count: int) -> str:
    """Return a phrase of so many words."""
    return " ".join(rng.choice(_NOUNS) + (rng.choice(_JOINERS) if rng.random() < 0.6 else "") for _ in range(count))


def sentence(rng: Random, star: str = "") -> str:
    """Return a line of news, perhaps with a label, a list, a name in Latin letters, a figure, a starred word."""
    name = f"{rng.choice(_NOUNS)}({rng.choice(_LATIN)} {rng.choice(_LATIN)}, {rng.choice(_LATIN)[:3].upper()})의"
    listed = " ".join(f"{rng.choice('△△△①')}{words(rng, 2)}" for _ in range(rng.randint(2, 6)))
    parts = [
        (0.3, f"({rng.choice(_NOUNS)} {rng.choice(_NOUNS)})"),
        (1.0, words(rng, rng.randint(3, 9))),
        (0.4, name),
        (0.4, f"{rng.choice(_QUOTED)}에 {rng.choice(_FIGURES)}를 들여"),
        (0.1, f"- {words(rng, 2)} - · {words(rng, 1)}"),
        (0.3, listed),
        (1.0 if star else 0.0, f"{rng.choice(_NOUNS)}{star}{rng.choice(('을', '의', ' 관련'))}"),
        (1.0, f"{words(rng, rng.randint(2, 8))} {rng.choice(_ENDS)}"),
    ]
    return " ".join(part for chance, part in parts if rng.random() < chance)


def _citation(rng: Random) -> Citation:
    publisher = rng.choice(_PUBLISHERS)
    title = " ".join(rng.choice(_LATIN) for _ in range(rng.randint(3, 16)))
    title = rng.choice(_SOURCE_TITLES).format(title)
    year, month, day = rng.choice((2023, 2024, 2025)), rng.randint(1, 12), rng.randint(1, 28)
    date = f"{year}-{month:02d}-{day:02d}"
    full, short, half = f"{year}.{month:02d}.{day:02d}.", f"{year}.{month}.{day}.", f"{year}.{month:02d}."
    printed = rng.choice((full, full, full, short, short, full[:-1], half))
    return Citation(f"{publisher}, {title}, {printed}", publisher, title, date[:7] if printed == half else date)
