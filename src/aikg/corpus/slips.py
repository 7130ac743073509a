"""Slips of character recognition: mended where there is no doubt, told where there is.

The text layer of a PDF is what was printed and is left alone; only texts and Markdown can hold such slips. Every
mending is one character for one character, so the way back to the file stays.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aikg.corpus.traced import Traced
from aikg.model.brief import Kind, Repair

#: "Al" for "AI": no letter on either side
_AL = re.compile(r"(?<![A-Za-z])Al(?![A-Za-z])")
#: what may follow "Al" and be a name, as in "Al Gore"
_NAME_AFTER = re.compile(r"\s([A-Z][a-z]+)")
_L_IN_NUMBER = re.compile(r"(?<![A-Za-z])[A-Z]{1,3}l(?=\d{2,})")
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}\.\d{3}(?=\s?(?:만|억|조|천|여\s?명|명|개))")
#: a title opens with its subject and a comma; a full stop there is the comma's slip
_SUBJECT = re.compile(r"^[^.,]{1,30}[가-힣A-Za-z0-9](\.)\s(?=[가-힣A-Za-z0-9‘'])")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after mending, with what was mended and what is in doubt."""

    text: Traced
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[str, ...] = ()


class Mender:
    """Mends the texts of one document, knowing which words it has elsewhere."""

    def __init__(self, texts: Iterable[str]) -> None:
        whole = " ".join(texts)
        self._names = set(re.findall(r"(?<![A-Za-z])AI\s([A-Z][a-z]+)", whole))
        self._models = set(re.findall(r"(?<![A-Za-z])[A-Z]{1,3}I\d{2,}", whole))
        self._usual = len(re.findall(r"(?<![A-Za-z])AI(?![A-Za-z])", whole)) > len(_AL.findall(whole))

    def mend(self, text: Traced, kind: Kind) -> Mended:
        """Return the text with the slips mended that are beyond doubt."""
        repairs: list[Repair] = []
        doubts: list[str] = []
        characters = list(text.text)
        for position, after, sure in sorted(self._slips(text.text, kind)):
            if sure:
                repairs.append(Repair(position, characters[position], after))
                characters[position] = after
            else:
                doubts.append(text.text[max(position - 8, 0) : position + 12].strip())
        return Mended(Traced("".join(characters), text.origins), tuple(repairs), tuple(doubts))

    def _slips(self, text: str, kind: Kind) -> Iterator[tuple[int, str, bool]]:
        """Yield where a character is wrong, what it should be, and whether that is beyond doubt."""
        yield from ((m.start() + 1, "I", self._is_ai(m, text)) for m in _AL.finditer(text))
        for match in _L_IN_NUMBER.finditer(text):
            digits = re.match(r"\d+", text[match.end() :])
            model = match[0][:-1] + "I" + (digits[0] if digits else "")
            yield match.end() - 1, "I", any(known.startswith(model) for known in self._models)
        for match in _THOUSANDS.finditer(text):
            yield match.start() + match[0].index("."), ",", True
        if kind in (Kind.TITLE, Kind.SUBHEAD) and (subject := _SUBJECT.match(text)):
            yield subject.start(1), ",", True

    def _is_ai(self, match: re.Match[str], text: str) -> bool:
        name = _NAME_AFTER.match(text, match.end())
        return self._usual and (name is None or name[1] in self._names or _before(text, match) in "‘'“(")

    def plain(self, text: str, kind: Kind) -> str:
        """Return a text mended, its origins not needed."""
        return self.mend(Traced(text, (0,) * len(text)), kind).text.text


def _before(text: str, match: re.Match[str]) -> str:
    return text[match.start() - 1] if match.start() else "\0"
