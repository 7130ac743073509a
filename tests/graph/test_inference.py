"""Each rule concludes what it promises, and nothing from forecasts, plans and opinions."""

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from aikg.graph.inference import conclusions, infer, rules, working_store
from aikg.graph.sources import read_sources
from aikg.resources import folder
from aikg.vocabulary import iris
from aikg.vocabulary.namespaces import PREFIXES

ARTICLE = iris.article("x-2031-05", 7)
HEAD = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
ONTOLOGY = [quad for f in read_sources(folder("ontology"), folder("ontology") / "none") for quad in f.quads]


def infer_from(turtle: str) -> Store:
    store = Store()
    store.extend(ONTOLOGY)
    store.extend(
        Quad(t.subject, t.predicate, t.object, NamedNode(ARTICLE))
        for t in parse(HEAD + turtle, format=RdfFormat.TURTLE)
    )
    infer(store)
    return store


def node(name: str) -> NamedNode:
    prefix, step = name.split(":", 1)
    return NamedNode(PREFIXES[prefix] + step)


def graphs(store: Store, s: str, p: str, o: str) -> list[str]:
    """The named graphs in which a triple stands."""
    found = store.quads_for_pattern(node(s), node(p), node(o), None)
    return sorted(quad.graph_name.value for quad in found if not isinstance(quad.graph_name, DefaultGraph))


def statement(
    relation: str, modality: str = "fact", review: str = "reviewed", name: str = "topic:s", more: str = ""
) -> str:
    s, p, o = relation.split()
    return (
        f"{name} a aikg:Statement ; rdf:subject {s} ; rdf:predicate {p} ; rdf:object {o} ; aikg:statedIn <{ARTICLE}> ;"
        f" aikg:modality modality:{modality} ; aikg:reviewStatus <{PREFIXES['voc']}review-status/{review}> {more} .\n"
    )


MEMBER = ("organization:a", "org:memberOf", "organization:b")


@pytest.mark.parametrize("modality", ["fact", "legal-text"])
def test_facts_hold_as_plain_triples_in_the_graph_of_their_article(modality: str) -> None:
    assert graphs(infer_from(statement(" ".join(MEMBER), modality)), *MEMBER) == [ARTICLE]


@pytest.mark.parametrize("modality", ["forecast", "plan", "expectation", "opinion", "allegation", "recommendation"])
def test_nobody_queries_a_plan_as_if_it_had_happened(modality: str) -> None:
    assert graphs(infer_from(statement(" ".join(MEMBER), modality)), *MEMBER) == []


def test_candidates_stand_apart() -> None:
    assert graphs(infer_from(statement(" ".join(MEMBER), review="candidate")), *MEMBER) == [f"{ARTICLE}/candidates"]


def test_what_follows_from_candidates_alone_stands_apart() -> None:
    store = infer_from(statement(" ".join(MEMBER), review="candidate"))
    assert graphs(store, "organization:b", "org:hasMember", "organization:a") == [iris.INFERRED_CANDIDATES_GRAPH]


def test_what_a_reviewed_statement_says_too_does_not_stand_apart() -> None:
    store = infer_from(statement(" ".join(MEMBER)) + statement(" ".join(MEMBER), review="candidate", name="topic:t"))
    assert graphs(store, *MEMBER) == [ARTICLE, f"{ARTICLE}/candidates"]
    assert graphs(store, "organization:b", "org:hasMember", "organization:a") == [iris.INFERRED_GRAPH]


def test_an_event_that_only_a_candidate_asserts_does_not_change_a_law() -> None:
    about = "law:a schema:about law:a"
    store = infer_from(
        "law:a a aikg:Law .\n"
        + legal_event("e1", "2031-01-01", "proposed")
        + legal_event("e2", "2031-06-01", "in-force")
        + statement(about, "plan", more="; aikg:asserts event:e1")
        + statement(about, "plan", "candidate", name="topic:t", more="; aikg:asserts event:e2")
    )
    status = [
        graphs(store, "law:a", "aikg:legalStatus", f"voc:legal-status/{name}") for name in ("proposed", "in-force")
    ]
    assert status == [[iris.INFERRED_GRAPH], [iris.INFERRED_CANDIDATES_GRAPH]]


def test_a_statement_of_many_things_holds_for_each_pair() -> None:
    store = infer_from(
        statement("organization:a,organization:b org:memberOf organization:c,organization:d".replace(",", "|")).replace(
            "|", " , "
        )
    )
    pairs = [(s, o) for s in "ab" for o in "cd"]
    assert all(graphs(store, f"organization:{s}", "org:memberOf", f"organization:{o}") == [ARTICLE] for s, o in pairs)


def test_inverse() -> None:
    store = infer_from(statement(" ".join(MEMBER)))
    assert graphs(store, "organization:b", "org:hasMember", "organization:a") == [iris.INFERRED_GRAPH]


def test_symmetric() -> None:
    store = infer_from(statement("organization:a aikg:partnerOf organization:b"))
    assert graphs(store, "organization:b", "aikg:partnerOf", "organization:a") == [iris.INFERRED_GRAPH]


def test_superclass() -> None:
    store = infer_from("product:a a aikg:AIModel .")
    assert graphs(store, "product:a", "rdf:type", "aikg:Product") == [iris.INFERRED_GRAPH]
    assert graphs(store, "product:a", "rdf:type", "schema:Product") == []


def test_broader_property() -> None:
    store = infer_from(statement("product:a aikg:fineTunedFrom product:b"))
    assert graphs(store, "product:a", "schema:isBasedOn", "product:b") == [iris.INFERRED_GRAPH]


def test_transitive() -> None:
    store = infer_from(
        statement("place:a schema:containedInPlace place:b")
        + statement("place:b schema:containedInPlace place:c", name="topic:t")
        + statement("place:c schema:containedInPlace place:a", name="topic:u")
    )
    assert graphs(store, "place:a", "schema:containedInPlace", "place:c") == [iris.INFERRED_GRAPH]
    assert graphs(store, "place:a", "schema:containedInPlace", "place:a") == []


def test_chief_executive_heads_the_organization() -> None:
    role = f"; org:role <{PREFIXES['voc']}role/ceo>"
    store = infer_from(statement("person:a schema:worksFor organization:b", more=role))
    assert graphs(store, "person:a", "org:headOf", "organization:b") == [ARTICLE]
    store = infer_from(statement("person:a schema:worksFor organization:b"))
    assert graphs(store, "person:a", "org:headOf", "organization:b") == []


@pytest.mark.parametrize("link", ["schema:isVariantOf", "dcterms:isVersionOf"])
def test_variants_and_versions_have_the_developer_of_their_family(link: str) -> None:
    store = infer_from(
        statement(f"product:small {link} product:family")
        + statement("product:family aikg:developer organization:a", name="topic:t")
    )
    assert graphs(store, "product:small", "aikg:developer", "organization:a") == [iris.INFERRED_GRAPH]


def legal_event(name: str, day: str, status: str, modality: str = "fact") -> str:
    return (
        f"event:{name} a aikg:Event ; aikg:concerns law:a ; aikg:modality modality:{modality} ;"
        f" aikg:legalStatus <{PREFIXES['voc']}legal-status/{status}> ; aikg:period <{ARTICLE}/{name}> .\n"
        f'<{ARTICLE}/{name}> a aikg:TimeSpan ; sem:hasLatestEndTimeStamp "{day}"^^xsd:date .\n'
    )


def test_legal_status_is_that_after_the_latest_fact() -> None:
    store = infer_from(
        "law:a a aikg:Law .\n"
        + legal_event("e1", "2031-01-01", "proposed")
        + legal_event("e2", "2031-06-01", "provisional-agreement")
        + legal_event("e3", "2033-01-01", "in-force", modality="plan")
    )
    found = store.quads_for_pattern(node("law:a"), node("aikg:legalStatus"), None, None)
    assert [iris.slug(getattr(quad.object, "value", "")) for quad in found] == ["provisional-agreement"]


def test_currency_code() -> None:
    store = infer_from(
        "topic:f a aikg:Figure ; qudt:hasUnit unit:krw .\ntopic:g a aikg:Figure ; qudt:hasUnit unit:times ."
    )
    found = list(store.quads_for_pattern(None, node("schema:currency"), None, None))
    assert [(getattr(q.subject, "value", ""), getattr(q.object, "value", "")) for q in found] == [
        (PREFIXES["topic"] + "f", "KRW")
    ]


def test_an_article_mentions_what_it_speaks_of_but_not_its_publisher() -> None:
    section, brief = iris.section("x-2031-05", 1), iris.brief("x-2031-05")
    store = infer_from(
        f"<{ARTICLE}> a aikg:Article ; dcterms:isPartOf <{section}> .\n"
        f"<{section}> dcterms:isPartOf <{brief}> .\n<{brief}> dcterms:publisher organization:p .\n"
        + "".join(f'organization:{n} a org:Organization ; skos:prefLabel "{n}"@ko .\n' for n in "abp")
        + statement(" ".join(MEMBER), "plan", more="; aikg:claimant organization:p")
    )
    found = store.quads_for_pattern(NamedNode(ARTICLE), node("schema:mentions"), None, NamedNode(ARTICLE))
    assert sorted(iris.slug(getattr(quad.object, "value", "")) for quad in found) == ["a", "b"]


def test_rules_are_few_named_in_order_and_each_concludes_something_from_the_data() -> None:
    names = [name for name, _ in rules()]
    assert names == sorted(names)
    assert len(set(names)) == len(names)
    store = working_store(q for f in read_sources(folder("data"), folder("ontology")) for q in f.quads)
    concluded = {}
    for name, text in rules():
        found = conclusions(store, text)
        concluded[name] = len(found)
        store.extend(found)
        store.extend(Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in found)
    assert [name for name, count in concluded.items() if not count] == []


def test_inferring_again_adds_nothing_that_is_there() -> None:
    store = infer_from(statement(" ".join(MEMBER)))
    before = len(store)
    assert infer(store) == len(store) - before == 0


def test_a_rule_must_select() -> None:
    with pytest.raises(TypeError, match="SELECT"):
        conclusions(Store(), "ASK { ?s ?p ?o }")


@pytest.mark.parametrize(("confidence", "holds"), [("high", True), ("medium", True), ("low", False)])
def test_what_the_machine_is_unsure_of_is_no_plain_triple(confidence: str, holds: bool) -> None:
    more = f"; aikg:confidence <{PREFIXES['voc']}confidence/{confidence}>"
    store = infer_from(statement(" ".join(MEMBER), review="candidate", more=more))
    assert graphs(store, *MEMBER) == ([f"{ARTICLE}/candidates"] if holds else [])


def test_a_person_who_accepts_an_unsure_candidate_makes_it_hold() -> None:
    more = f"; aikg:confidence <{PREFIXES['voc']}confidence/low>"
    assert graphs(infer_from(statement(" ".join(MEMBER), more=more)), *MEMBER) == [ARTICLE]
