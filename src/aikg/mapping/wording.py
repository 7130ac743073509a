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


def fill(text: str, **values: str) -> str:
    """Return a template with its gaps filled; ``{name|이/가}`` puts the right particle behind the name.

    >>> fill("{o|이/가} {s|을/를} 개발했다", s="Gemini", o="구글")
    '구글이 Gemini를 개발했다'
    """

    def filled(gap: re.Match[str]) -> str:
        value = values[gap[1]]
        return with_particle(value, gap[2]) if gap[2] else value

    return _GAP.sub(filled, text)


def listed(lang: str, names: Sequence[str]) -> str:
    """Return names in a row, the first ones alone when there are many.

    >>> listed("en", ["A", "B", "C", "D"]), listed("ko", ["가", "나"])
    ('A, B, C and others', '가, 나')
    """
    most = templates(lang)["lists"]["most"]
    shown = template(lang, "lists", "joint").join(names[:most])
    return fill(template(lang, "lists", "more"), names=shown) if len(names) > most else shown


def as_sentence(text: str) -> str:
    """Return ``text`` with one full stop, beginning as it does."""
    return re.sub(r"[.\s]*$", ".", text)
