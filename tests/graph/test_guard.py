"""The guard: what passes, what is refused, and the spellings that would slip past a simpler one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aikg.errors import QueryError, QueryRefusedError
from aikg.graph.guard import MAX_BYTES, MAX_NESTING, MAX_OPERATORS, MAX_PATTERNS, QueryTooLongError, check_query

EVIL = "<http://127.0.0.1:9/>"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT * { ?s ?p 'INSERT DATA { }' }",
        'SELECT * { ?s rdfs:label """SERVICE\n<http://x> "DROP" """ }',
        "SELECT * { ?s a aikg:Service } # SERVICE DROP",
        "SELECT * { <http://example.org/service/load> ?p ?service }",
        "SELECT ?load ?delete { ?load :add ?delete ; ex:move-copy ?o }",
        "PREFIX add: <http://example.org/> SELECT * { add:x ?p ?o }",
        "ASK { ?s <http://example.org/#it's> ?o }",
        "ASK { <urn:x#y> ?p 'a' }",
        'SELECT * { ?s ?p "한국어"@ko ; rdfs:label "\\uD55C" }',
        "SELECT (COUNT(*) AS ?n) { ?s (rdfs:subClassOf|^skos:broader)*/rdfs:label ?o FILTER(?o < 5 && ?o > 1.5) }",
        "SELECT * { VALUES ?x { " + "<http://example.org/a> " * 300 + "} }",
        "SELECT * { FILTER(?x IN (" + ", ".join(map(str, range(300))) + ")) }",
    ],
)
def test_reading_passes(query: str) -> None:
    check_query(query)


@pytest.mark.parametrize("word", ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"])
@pytest.mark.parametrize(
    "form", ["{} DATA {{ <a:b> <a:c> 1 }}", "# c\r{} ALL", "ASK {{}};{} <urn:x>", "{}<urn:x>", "{} :x"]
)
def test_updates_are_refused(word: str, form: str) -> None:
    for spelled in (word, word.lower(), f"\\u{ord(word[0]):04x}{word[1:]}", f"{word[:-1]}\\U{ord(word[-1]):08X}"):
        with pytest.raises(QueryRefusedError, match="read only"):
            check_query(form.format(spelled))


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {EVIL} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent {EVIL} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SeRvIcE{EVIL}{{}} }}",
        f"SELECT * {{ SERVICESILENT{EVIL}{{}} }}",
        f"SELECT * {{ ?s ?p 5SERVICE{EVIL}{{}} }}",
        f"SELECT * {{ ?s ?p trueSERVICE{EVIL}{{}} }}",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x{} }",
        "SELECT * { SERVICE?x{} }",
        f"SELECT * {{ # comment\rSERVICE {EVIL} {{}} }}",
        f"SELECT * {{ SERVICE # comment\n {EVIL} {{}} }}",
        f"SELECT * {{ \\u0053ERVICE {EVIL} {{}} }}",
        f"SELECT * {{ S\\U00000045RVICE {EVIL} {{}} }}",
        f'SELECT * {{ ?s ?p "\\u0022 SERVICE {EVIL} {{}} #" }}',
        f"SELECT * {{ FILTER EXISTS {{ SERVICE {EVIL} {{}} }} }}",
        f"SELECT * {{ {{ SELECT * {{ OPTIONAL {{SERVICE {EVIL} {{}}}} }} }} }}",
        f"SELECT * {{ ?s :a.SERVICE {EVIL} {{}} }}",
        # Oxigraph reads these angle brackets as comparisons: seen to reach the network without the guard
        f"SELECT * {{ VALUES (?a ?b) {{(1 2)}} FILTER(?a<?b)SERVICE#>\n{EVIL}{{}} }}",
        f"SELECT * {{ VALUES (?a ?b) {{(1 2)}} FILTER(?a<?b#>'''\n)SERVICE{EVIL}{{}}#'''\n }}",
        f"SELECT * {{ FILTER(?a<?b&&?c='>')SERVICE{EVIL}{{}}FILTER(?x='y') }}",
        f"SELECT * {{ FILTER(?a<x:b&&?c='>')SERVICE{EVIL}{{}}FILTER(?x='y') }}",
    ],
)
def test_federation_is_refused_however_it_is_spelled(query: str) -> None:
    with pytest.raises(QueryRefusedError, match="SERVICE"):
        check_query(query)


def nested(count: int) -> str:
    return "SELECT * " + "{" * count + "}" * count


def chained(count: int) -> str:
    return "SELECT * { BIND(" + "+".join("1" * count) + " AS ?x) }"


def listed(count: int) -> str:
    return "SELECT * { " + "?s ?p ?o . " * (count - 1) + "}"


@pytest.mark.parametrize(
    ("make", "limit"), [(nested, MAX_NESTING), (listed, MAX_PATTERNS), (chained, MAX_OPERATORS - 2)]
)
def test_limits_hold_exactly(make, limit: int) -> None:  # type: ignore[no-untyped-def]
    check_query(make(limit))
    with pytest.raises(QueryError, match="are allowed"):
        check_query(make(limit + 1))


def test_length_is_counted_in_bytes() -> None:
    query = "ASK { ?s ?p '%s' }"
    room = MAX_BYTES - len(query) + 2
    check_query(query % ("x" * room))
    for filler in ("x" * (room + 1), "가" * (room // 2)):
        with pytest.raises(QueryTooLongError, match="bytes"):
            check_query(query % filler)


@pytest.mark.parametrize(
    "text",
    ["STR(" * 1000, "{" * 3000, "!" * 5000, "FILTER EXISTS {" * 900, "(" * 130, "[ :p " * 300, "{} UNION " * 1500],
)
def test_what_breaks_the_parser_never_reaches_it(text: str) -> None:
    with pytest.raises(QueryError, match="are allowed"):
        check_query(f"SELECT * {{ {text}")


@pytest.mark.parametrize("text", ["\x00", "\x1b", "\x7f", "\ud800", "\\u0000", "\\U0000FFFF", "\\uD800"])
def test_control_characters_are_refused(text: str) -> None:
    with pytest.raises(QueryError, match=r"control character U\+"):
        check_query(f"ASK {{ ?s ?p '{text}' }}")


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_query_is_told(text: str) -> None:
    with pytest.raises(QueryError, match="empty"):
        check_query(text)


@given(st.text(alphabet="<>?:#'\"\\\r\n{}()=.@u05CaSERVICE ", max_size=60))
def test_any_text_gives_an_answer_or_one_line(text: str) -> None:
    try:
        check_query(text)
    except QueryError as error:
        assert "\n" not in str(error)
