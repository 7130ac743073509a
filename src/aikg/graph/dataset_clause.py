"""Does a query name its own dataset? Then the union default graph must stand back (SPARQL 1.1 Query, section 13.2)."""

import re

from aikg.graph.lexical import without_literals

__all__ = ["has_dataset_clause", "without_literals"]

_NAME = re.compile(r"[?$]\w+|@[\w-]+|[\w.-]*:[\w:%.-]*|[\w.-]+|[{}]")
_PREFIX_FROM = re.compile(r"\bPREFIX\s+FROM:", re.IGNORECASE)


def has_dataset_clause(query: str) -> bool:
    """Tell whether the query has FROM or FROM NAMED, which stand outside all braces.

    >>> has_dataset_clause("SELECT * FROM <urn:g> { ?s ?p ?o }"), has_dataset_clause("ASK { ?from ?p 'FROM' }")
    (True, False)
    >>> has_dataset_clause("SELECT * FROM:g { ?s ?p ?o }"), has_dataset_clause("DESCRIBE :a.from ex:from")
    (True, False)
    """
    bare = without_literals(query)
    # FROM:g is the keyword and the name :g, unless the query has a prefix of that name
    words = {"from"} if _PREFIX_FROM.search(bare) else {"from", "from:"}
    depth = 0
    for name in _NAME.findall(bare):
        depth += {"{": 1, "}": -1}.get(name, 0)
        prefix, colon, _ = name.partition(":")
        if depth == 0 and (prefix + colon).lower() in words:
            return True
    return False
