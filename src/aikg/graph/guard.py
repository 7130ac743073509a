"""The guard before the parser: what the endpoint never does, and what would break the engine's parser or planner.

Nothing here replaces the walls behind it: the store is read-only, and queries run in processes without a network
that are stopped at their time limit. It refuses early and says why.
"""

from __future__ import annotations

import re

from aikg.errors import QueryError, QueryRefusedError
from aikg.graph import lexical

#: longest query, in bytes of UTF-8; five thousand nested calls fit into 5 kB and end the engine's process
MAX_BYTES = 16 * 1024
MAX_NESTING = 64
#: the planner takes seconds for some 350 patterns, even on an empty store
MAX_PATTERNS = 100
MAX_OPERATORS = 250

_UPDATE = re.compile(r"(?<![\w.-])(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)(?![\w:-])", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_OPERATOR = re.compile(
    r"\|\||&&|[-+*/|!=<>^]|\b(?:UNION|OPTIONAL|MINUS|FILTER|BIND|EXISTS|SELECT|GRAPH)\b", re.IGNORECASE
)
_SEPARATOR = re.compile(r"[(){}\[\];,]|\.(?!\d)")
_CLOSES = {"(": ")", "[": "]", "{": "}"}


class QueryTooLongError(QueryError):
    """A query of more bytes than the endpoint reads."""


def check_query(text: str) -> None:
    """Pass a query that may be given to the engine.

    Raises QueryRefusedError for updates and SERVICE, QueryTooLongError and QueryError for what is beyond the limits.

    >>> check_query("SELECT ?s { ?s ?p 'DROP' } # SERVICE")
    """
    _check_size(text)
    decoded = lexical.unescaped(text)
    _check_characters(decoded)
    for reading in (text, decoded):
        _check_service(reading)
        _check_update(reading)
    _check_structure(lexical.skeleton(text))


def _check_size(text: str) -> None:
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise QueryTooLongError(
            f"the query has {size} bytes; {MAX_BYTES} are allowed", "ask for less at a time, or use the downloads"
        )
    if not text.strip():
        raise QueryError("the query is empty", "write a SELECT, ASK, CONSTRUCT or DESCRIBE query")


def _check_characters(text: str) -> None:
    found = _CONTROL.search(text)
    if found:
        raise QueryError(f"the query has the control character U+{ord(found[0]):04X}", "take it out")


def _check_service(text: str) -> None:
    # Oxigraph takes SERVICE without blanks around it, so any name with these letters counts
    seen = text if lexical.is_ambiguous(text) else lexical.skeleton(text)
    if "service" in seen.lower():
        raise QueryRefusedError(
            "this endpoint asks no other endpoints: SERVICE is not allowed",
            "ask the other endpoint itself; rename a prefix or write out an IRI that only has the word in it",
        )


def _check_update(text: str) -> None:
    found = _UPDATE.search(lexical.skeleton(text))
    if found:
        raise QueryRefusedError(
            f"this endpoint is read only: {found[0].upper()} is not allowed",
            "ask with SELECT, ASK, CONSTRUCT or DESCRIBE",
        )


def _check_structure(skeleton: str) -> None:
    nesting, patterns = _measure(skeleton)
    operators = sum(1 for _ in _OPERATOR.finditer(skeleton))
    for found, limit, what in (
        (nesting, MAX_NESTING, "levels of brackets"),
        (patterns, MAX_PATTERNS, "triple patterns and groups"),
        (operators, MAX_OPERATORS, "operators"),
    ):
        if found > limit:
            raise QueryError(f"the query has {found} {what}; {limit} are allowed", "split it into several queries")


def _measure(skeleton: str) -> tuple[int, int]:
    """Return the deepest nesting and about how many triple patterns and groups there are."""
    open_brackets: list[str] = []
    deepest = patterns = 0
    for sign in _SEPARATOR.findall(skeleton):
        if sign in _CLOSES:
            open_brackets.append(sign)
            deepest = max(deepest, len(open_brackets))
            patterns += sign == "{"
        elif open_brackets and sign == _CLOSES[open_brackets[-1]]:
            open_brackets.pop()
        # commas between parentheses separate arguments
        elif sign in ".;," and open_brackets[-1:] != ["("]:
            patterns += 1
    return deepest, patterns
