"""Korean and English: the messages in the reader's language."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from aikg.web.preferences import language


@cache
def texts(name: str) -> dict[str, dict[str, str]]:
    """Return the texts of ``messages/<name>.json`` by key and language.

    ``messages`` are those of pages, ``inverses`` what properties are called when they are read backwards (by the last
    part of their IRI), ``variables`` what the columns of answers are called, ``editor`` what the query editor says
    (``#`` stands for a number).
    """
    read: dict[str, dict[str, str]] = json.loads(
        (files("aikg.web") / "messages" / f"{name}.json").read_text(encoding="utf-8")
    )
    return read


def message(key: str, **values: object) -> str:
    """Return a message in the language of the request, with its blanks filled in."""
    return message_in(language(), key, **values)


def message_in(lang: str, key: str, **values: object) -> str:
    """Return a message in a language, with its blanks filled in.

    English says one thing otherwise than many: ``en_one`` where ``n`` is 1.
    """
    found = texts("messages")[key]
    one = found.get(f"{lang}_one") if values.get("n") == 1 else None
    return (one or found[lang]).format(**values)
