"""A query, seen without what cannot matter: strings, comments, IRIs, variables and local names.

Oxigraph's grammar has no tokens of its own: it takes ``?a<?b#>`` for a comparison and a comment where a lexer sees
an IRI, and ``5SERVICE:x{}`` for a number and a keyword. So every reading here errs on the side of showing too much.
"""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN = re.compile(
    r"(?P<string>\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r"|\"(?:[^\"\\\r\n]|\\.)*\"|'(?:[^'\\\r\n]|\\.)*')"
    r"|(?P<iri><(?:[^<>\"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)"
    # a comment ends at a carriage return as well
    r"|(?P<comment>#[^\r\n]*)"
    r"|(?P<variable>[?$]\w+)"
    r"|(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)"
    # no dot: where a name ends before a dot is told by what follows
    r"|(?P<local>:[\w:%-]*)",
    re.DOTALL,
)
#: what can only be an IRI: no expression goes on with ``//`` after a prefix
_CLEARLY_IRI = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://")


def unescaped(query: str) -> str:
    r"""Return the query with its codepoint escapes replaced, as SPARQL 1.1 section 19.2 wants before parsing.

    >>> unescaped(r"\u0053ELECT")
    'SELECT'
    """
    return _ESCAPE.sub(_character, query)


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= 0x10FFFF else escape[0]


def without_literals(query: str) -> str:
    """Return the query with strings, IRIs and comments blanked out.

    >>> without_literals('SELECT * { ?s ?p "FROM" } # FROM')
    'SELECT * { ?s ?p   }  '
    """
    return _TOKEN.sub(lambda token: " " if token.lastgroup in ("string", "iri", "comment") else token[0], query)


def skeleton(query: str) -> str:
    """Return the query without names, strings, IRIs and comments: keywords, prefixes with their colon and signs.

    >>> skeleton("SELECT ?from { ?s ex:from 5FROM:x }").split()
    ['SELECT', '{', 'ex:', '5FROM:', '}']
    """
    return _TOKEN.sub(lambda token: ": " if token.lastgroup == "local" else " ", query)


def is_ambiguous(query: str) -> bool:
    """Tell whether something in angle brackets may be no IRI and yet begin a string or comment.

    >>> is_ambiguous("{ FILTER(?a<?b#>) }"), is_ambiguous("{ ?s <http://example.org/#it's> ?o }")
    (True, False)
    """
    brackets = (token[0] for token in _TOKEN.finditer(query) if token.lastgroup == "iri")
    return any(("'" in text or "#" in text) and not _CLEARLY_IRI.match(text) for text in brackets)
