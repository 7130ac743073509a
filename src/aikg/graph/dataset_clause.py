"""Does a query name its own dataset? Then the union default graph must stand back (SPARQL 1.1 Query, section 13.2)."""

import re

#: strings, IRIs and comments, in which the word FROM means nothing
_OPAQUE = re.compile(
    r"\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r"|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|<[^<>\"{}|^`\\\s]*>|#[^\n]*",
    re.DOTALL,
)
_FROM = re.compile(r"(?<![\w?$:-])FROM(?![\w:-])", re.IGNORECASE)


def without_literals(query: str) -> str:
    """Return the query with strings, IRIs and comments blanked out.

    >>> without_literals('SELECT * { ?s ?p "FROM" } # FROM')
    'SELECT * { ?s ?p   }  '
    """
    return _OPAQUE.sub(" ", query)


def has_dataset_clause(query: str) -> bool:
    """Tell whether the query has FROM or FROM NAMED.

    >>> has_dataset_clause("SELECT * FROM <urn:g> { ?s ?p ?o }"), has_dataset_clause("ASK { ?from ?p 'FROM' }")
    (True, False)
    """
    return bool(_FROM.search(without_literals(query)))
