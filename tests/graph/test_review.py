"""Leaving candidates out leaves out what only they say, and nothing else."""

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from aikg.graph.review import has_candidates, reviewed
from aikg.vocabulary import iris
from aikg.vocabulary.namespaces import PREFIXES

ARTICLE = iris.article("x-2031-05", 7)
HEAD = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
HEAD += f"@prefix a: <{ARTICLE}/> .\n"
DATA = """
a:s01 a aikg:Statement ; aikg:reviewStatus review:reviewed ; aikg:figure a:f01 ; aikg:asserts event:shared .
a:s02 a aikg:Statement ; aikg:reviewStatus review:candidate ; aikg:figure a:f02 ; aikg:evidence a:b1.0-4 ;
  aikg:asserts event:shared , event:only ; aikg:restates a:s01 .
a:f01 a aikg:Figure . a:f02 a aikg:Figure ; aikg:baseline a:f03 . a:f03 a aikg:Figure . a:b1.0-4 a aikg:Evidence .
event:shared a aikg:Event . event:only a aikg:Event ; aikg:actor organization:ibm .
a:d01 a aikg:Discrepancy ; schema:about a:s01 . a:d02 a aikg:Discrepancy ; schema:about a:s01 , a:s02 .
"""


def quads(turtle: str, graph: str = ARTICLE) -> list[Quad]:
    triples = parse(HEAD + turtle, format=RdfFormat.TURTLE)
    return [Quad(t.subject, t.predicate, t.object, NamedNode(graph)) for t in triples]


def subjects(found: list[Quad]) -> set[str]:
    return {iris.slug(getattr(quad.subject, "value", "")) for quad in found}


def test_what_only_candidates_say_goes() -> None:
    assert subjects(reviewed(quads(DATA))) == {"s01", "f01", "shared", "d01"}


def test_what_a_reviewed_article_describes_too_stays_there() -> None:
    other = iris.article("x-2031-05", 8)
    both = reviewed(
        [
            *quads(
                "a:s01 aikg:reviewStatus review:reviewed ; aikg:asserts event:only . event:only a aikg:Event .", other
            ),
            *quads(DATA),
        ]
    )
    assert [
        getattr(q.graph_name, "value", "") for q in both if iris.slug(getattr(q.subject, "value", "")) == "only"
    ] == [other]


def test_the_registry_stays() -> None:
    registry = quads("organization:ibm a org:Organization .", iris.REGISTRY_GRAPH)
    assert "ibm" in subjects(reviewed([*quads(DATA), *registry]))


def test_things_that_a_brief_proposes_go() -> None:
    proposed = "organization:kelp a org:Organization ; aikg:reviewStatus review:candidate ."
    assert reviewed(quads(proposed, iris.brief("x-2031-05") + "/proposals")) == []


def test_the_graphs_of_candidates_go() -> None:
    plain = "organization:ibm org:memberOf organization:ai-alliance ."
    apart = [*quads(plain, ARTICLE + iris.CANDIDATES), *quads(plain, iris.INFERRED_CANDIDATES_GRAPH)]
    assert reviewed(apart) == []
    assert len(reviewed(quads(plain))) == 1


def test_a_statement_that_was_reviewed_later_stays() -> None:
    again = quads("a:s02 aikg:reviewStatus review:reviewed .")
    assert {"s02", "f02", "f03", "only"} <= subjects(reviewed([*quads(DATA), *again]))


def test_whether_there_are_candidates() -> None:
    assert has_candidates(quads(DATA))
    assert not has_candidates(reviewed(quads(DATA)))
