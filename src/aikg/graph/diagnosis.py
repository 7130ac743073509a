"""What is wrong with a query, told to the person who wrote it.

The engine's own message lists every token that its grammar would take next, character classes and all.
"""

from __future__ import annotations

import re

from aikg.graph.lexical import skeleton
from aikg.vocabulary.namespaces import PREFIXES

_MESSAGE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): expected (?:one of )?(?P<expected>.*)", re.DOTALL)
#: what may come next: a sign in quotation marks, a class of characters, a keyword, or a whole sentence
_EXPECTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|\[(?:[^\]]*)\]|([^,\[\"]+)")
_DECLARED = re.compile(r"PREFIX\s+([^\s:]*):", re.IGNORECASE)
_USED = re.compile(r"([^\W\d_][\w.-]*):")
_PROLOGUE = re.compile(r"\s*(?:BASE|PREFIX\s+[^\s:]*:)\s*", re.IGNORECASE)
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
#: more signs than this do not help
_MOST_SIGNS = 8
#: longest part of the query that a message repeats, in characters
_SHOWN = 30


def explain(message: str, query: str) -> str:
    """Return what is wrong with ``query``, given the engine's message, in one line.

    >>> explain("error at 1:25: expected one of Prefix not found, ['%']", "SELECT ?x { ?x a foo:Bar }")
    "the prefix 'foo:' is not declared (line 1, column 18)"
    >>> explain("error at 1:10: expected CONSTRUCT", "SELEC * {}")
    "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not with 'SELEC'"
    >>> explain('error at 1:24: expected one of ".", "}", [_]', "SELECT * { ?x a aikg:Law")
    "the query ends before a '{' is closed"
    >>> explain('error at 1:18: expected "{"', "SELECT ?x WHERE  ?x a aikg:Law }")
    "not understood from '?x a aikg:Law }' on (line 1, column 18): expected {"

    The engine knows the prefixes of the dataset, declared or not.
    """
    match = _MESSAGE.search(message)
    if match is None:
        return " ".join(message.split())
    lines = query.splitlines() or [""]
    line, column = int(match["line"]), int(match["column"])
    # columns count from 1; the grammar may stop behind the last line
    text = lines[line - 1] if line <= len(lines) else ""
    signs, sentences = _read(match["expected"])
    return (
        _of_beginning(query)
        or _of_prefix(query)
        or _of_sentence(sentences, line, column)
        or _of_end(query, lines, line, column)
        or _of_place(signs, text, line, column)
    )


def _read(expected: str) -> tuple[list[str], list[str]]:
    """Return the signs that may come next, and what the engine says in sentences.

    Keywords are left out: the engine names those that it tried last, not those that are missing.
    """
    signs, sentences = [], []
    for quoted, bare in _EXPECTED.findall(expected):
        if quoted and "\\" not in quoted:
            signs.append(quoted)
        elif " " in bare.strip() and bare.strip() != "Prefix not found":
            sentences.append(bare.strip())
    return signs, sentences


def _of_prefix(query: str) -> str:
    """Name a prefix that is used but not declared, which the engine does not always."""
    rest = skeleton(query)
    declared = {*PREFIXES, "_", *(name for name in _DECLARED.findall(rest))}
    missing = next((name for name in _USED.findall(_DECLARED.sub(" ", rest)) if name not in declared), "")
    return f"the prefix '{missing}:' is not declared" + _first_place(query, missing + ":") if missing else ""


def _first_place(query: str, word: str) -> str:
    before, found, _ = query.partition(word)
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    return f" (line {line}, column {column})" if found else ""


def _of_beginning(query: str) -> str:
    rest = skeleton(query)
    while (declared := _PROLOGUE.match(rest)) is not None:
        rest = rest[declared.end() :]
    word = re.split(r"[\s({*?$]", rest.strip(), maxsplit=1)[0]
    if word.upper() in _FORMS:
        return ""
    found = f", not with '{word[:_SHOWN]}'" if word else ""
    return f"a query begins with {', '.join(_FORMS[:-1])} or {_FORMS[-1]}{found}"


def _of_sentence(sentences: list[str], line: int, column: int) -> str:
    if not sentences:
        return ""
    start = sentences[0][:2].lower() if sentences[0][1:2].islower() else sentences[0][:2]
    return f"{start}{sentences[0][2:]} (before line {line}, column {column})"


def _of_end(query: str, lines: list[str], line: int, column: int) -> str:
    if (line, column) < (len(lines), len(lines[-1].rstrip())):
        return ""
    left = skeleton(query)
    return next(
        (f"the query ends before a '{a}' is closed" for a, b in ("{}", "()") if left.count(a) > left.count(b)), ""
    )


def _of_place(signs: list[str], text: str, line: int, column: int) -> str:
    rest = text[column - 1 :].strip()
    where = f"from '{rest[:_SHOWN]}' on" if rest else "up to the end"
    wanted = f": expected {' or '.join(signs)}" if 0 < len(signs) <= _MOST_SIGNS else ""
    return f"not understood {where} (line {line}, column {column}){wanted}"
