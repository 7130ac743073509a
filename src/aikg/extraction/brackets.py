"""Brackets that gloss a name: its English form, its abbreviation, or the short form agreed on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aikg.extraction.boundaries import closing_bracket
from aikg.extraction.folding import key
from aikg.extraction.words import acronyms

_ENGLISH = re.compile(r"[A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9 .,&'’:;/+\-–·!?®™()]*$")
_SHORT = re.compile(r"이하,? *[‘'“\"]?([^‘’'“”\"]{1,20})[’'”\"]?$")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9&+.\-]{0,9}$")


@dataclass(frozen=True, slots=True)
class Gloss:
    """A bracket behind a name: the English form and the abbreviation in it, or the short form agreed on (이하)."""

    opening: int
    closing: int
    english: str
    abbreviation: str
    short: str = ""


def find_glosses(text: str) -> Iterator[Gloss]:
    """Yield the brackets of ``text`` that gloss a name, not examples, amounts, definitions and addresses."""
    for match in re.finditer(r"\(", text):
        closing = closing_bracket(text, match.start())
        if closing is None or match.start() == 0 or text[match.start() - 1].isspace():
            continue
        content = text[match.start() + 1 : closing].strip()
        if short := _SHORT.match(content):
            yield Gloss(match.start(), closing, "", "", short[1].strip())
        elif parsed := parse_gloss(content):
            yield Gloss(match.start(), closing, *parsed)


def parse_gloss(content: str) -> tuple[str, str] | None:
    """Return English name and abbreviation of a gloss, None when it is none.

    >>> parse_gloss("Artificial General Intelligence, AGI")
    ('Artificial General Intelligence', 'AGI')
    >>> parse_gloss("RAG"), parse_gloss("예: poem"), parse_gloss("14프레임")
    (('', 'RAG'), None, None)
    """
    content = re.sub(r"[,;]? *이하.*$", "", content)
    if not _ENGLISH.match(content) or len(content) > 150 or not re.search("[A-Za-z]", content):
        return None
    if re.match(r"\d", content) and not re.match(r"\d+[A-Za-z]", content):
        return None
    parts = [part.strip() for part in content.split(",")]
    if len(parts) > 1 and _ABBREVIATION.match(parts[-1]) and " " not in parts[-1]:
        return ", ".join(parts[:-1]), parts[-1]
    if len(parts) == 2 and parts[0].isupper() and _initials(parts[0], parts[1]):
        return parts[1], parts[0]
    if (" " not in content or len(content) < 9) and content.upper() == content and any(c.isalpha() for c in content):
        return "", content
    return content, ""


def _initials(short: str, long: str) -> bool:
    return short[:1].casefold() == long[:1].casefold() and len(long.split()) > 1


def expands(short: str, gloss: Gloss) -> bool:
    """Does the gloss spell out an abbreviation? Its words begin with the first letter, and have the others in order."""
    letters = iter(gloss.english.casefold())
    is_short = short.isascii() and short.isupper() and key(short) not in acronyms() and " " in gloss.english
    return is_short and short[0] == gloss.english[0].upper() and all(letter in letters for letter in short.casefold())
