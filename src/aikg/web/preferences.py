"""What a reader prefers, asked for in the address and kept in a cookie: the language, and whether to see candidates."""

from __future__ import annotations

from flask import Response, g, request

from aikg.graph.labels import LANGUAGES

#: how long a choice is remembered, in seconds
_REMEMBERED = 60 * 60 * 24 * 365
#: the parameters, which are the cookies too, with their values
_CHOICES = {"lang": LANGUAGES, "candidates": ("0", "1")}


def _chosen(name: str) -> str | None:
    for wanted in (request.args.get(name), request.cookies.get(name)):
        if wanted in _CHOICES[name]:
            return wanted
    return None


def language() -> str:
    """Return the reader's language: asked for in the address, chosen before, or preferred by the browser."""
    if "lang" not in g:
        g.lang = _chosen("lang") or request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]
    chosen: str = g.lang
    return chosen


def candidates_shown() -> bool:
    """Tell whether the reader wants to see what nobody has reviewed; so it is unless they said otherwise."""
    return _chosen("candidates") != "0"


def remember(response: Response) -> None:
    """Keep what this request chose for the next ones."""
    for name, values in _CHOICES.items():
        value = request.args.get(name)
        if value in values:
            response.set_cookie(name, str(value), max_age=_REMEMBERED, samesite="Lax", httponly=True)
