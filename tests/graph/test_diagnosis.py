"""What is wrong with a query is told to the person who wrote it."""

import pytest

from aikg.errors import QueryError
from aikg.graph.store import KnowledgeGraph

WRONG = {
    "SELEC * {}": "begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not with 'SELEC'",
    "": "a query begins with SELECT",
    "PREFIX foo: <urn:foo>\nASK { ?x a\n  bar:Baz }": "the prefix 'bar:' is not declared (line 3, column 3)",
    "SELECT ?x { ?x a 없는:것 }": "the prefix '없는:' is not declared",
    "SELECT * { ?x a aikg:Law": "ends before a '{' is closed",
    "SELECT ?x WHERE ?x a aikg:Law }": "not understood from '?x a aikg:Law }' on (line 1, column 17): expected {",
    "SELECT ?y (COUNT(?x) AS ?n) { ?x a ?y }": "the SELECT contains a variable that is unbound",
    "SELECT * { ?x ?y ?z } LIMIT many": "not understood from 'many' on (line 1, column 29)",
}


@pytest.mark.parametrize(("query", "words"), WRONG.items())
def test_a_query_that_cannot_be_run_is_explained(query: str, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        KnowledgeGraph.from_nquads(b"").query(query)
    assert words in str(caught.value)
    assert "\\u{" not in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?x ?y "no:prefix" } LIMIT many',
        "SELECT * { ?x ?y <http://example.org/> } # a:comment\nLIMIT many",
        "SELECT * { _:x org:memberOf ?y } LIMIT many",
    ],
)
def test_what_is_no_prefix_is_not_taken_for_one(query: str) -> None:
    with pytest.raises(QueryError) as caught:
        KnowledgeGraph.from_nquads(b"").query(query)
    assert "prefix" not in str(caught.value).replace("no:prefix", "")
