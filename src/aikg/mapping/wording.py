"""Templates of what a machine says of its findings, in Korean and English, read from ``templates/*.toml``."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from aikg.mapping.particles import with_particle

#: languages of labels, the first one first
LANGUAGES = ("ko", "en")
_GAP = re.compile(r"\{([a-z]+)(?:\|([^}]+))?\}")
_CHOICE = re.compile(r"\[([^\]|]+)\|([^\]|]+)\]")
_COMMON_WORD = re.compile(r"[a-z]+(?=[\s,])")


@cache
def templates(lang: str) -> dict[str, Any]:
    """Return the templates of a language."""
    return tomllib.loads((files("aikg.mapping") / "templates" / f"{lang}.toml").read_text(encoding="utf-8"))


def template(lang: str, *steps: str) -> str:
    """Return one template, given the way to it."""
    found: Any = templates(lang)
    for step in steps:
        found = found[step]
    return str(found)


def fill(text: str, plural: bool = False, **values: str) -> str:
    """Return a template with its gaps filled.

    ``{name|이/가}`` puts the right particle behind the name; of ``[is|are]`` the second stands for a plural.

    >>> fill("{o|이/가} {s|을/를} 개발했다", s="Gemini", o="구글")
    '구글이 Gemini를 개발했다'
    >>> fill("{s} [is|are] here", plural=True, s="AI chips")
    'AI chips are here'
    """

    def filled(gap: re.Match[str]) -> str:
        value = values[gap[1]]
        return with_particle(value, gap[2]) if gap[2] else value

    return _GAP.sub(filled, _CHOICE.sub(lambda choice: choice[2 if plural else 1], text))


def listed(lang: str, names: Sequence[str]) -> str:
    """Return names in a row, the first ones alone when there are many.

    >>> listed("en", ["A", "B", "C", "D"]), listed("en", ["A", "B"]), listed("ko", ["가", "나"])
    ('A, B, C and others', 'A and B', '가, 나')
    """
    most: int = templates(lang)["lists"]["most"]
    joint, last = template(lang, "lists", "joint"), template(lang, "lists", "last")
    if len(names) > most:
        return fill(template(lang, "lists", "more"), names=joint.join(names[:most]))
    return last.join(part for part in (joint.join(names[:-1]), *names[-1:]) if part)


def as_sentence(text: str) -> str:
    """Return ``text`` as a sentence: a common word at its head begins with a capital letter, a name stays as it is.

    >>> as_sentence("the AI Alliance grows."), as_sentence("o3-mini is fast."), as_sentence("xAI plans.")
    ('The AI Alliance grows.', 'o3-mini is fast.', 'xAI plans.')
    """
    return text[0].upper() + text[1:] if _COMMON_WORD.match(text) else text
