"""The ontology, the closed namespace in code, and the shapes, rules and queries that use them say the same."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, VANN
from rdflib.term import Node

import aikg
from aikg import resources
from aikg.vocabulary.namespaces import AIKG, BASE, ID, PREFIXES, SCHEMA, VOC, bind

NS = str(AIKG._NS)
VS = Namespace("http://www.w3.org/2003/06/sw-vocab-status/ns#")
PACKAGE = Path(aikg.__file__).parent
LANGUAGES = {"ko", "en"}
PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty)

#: properties that no shape has, because no source file writes them: they are predicates of statements
#: (``rdf:predicate``), and the build infers the plain triple where the statement is a fact
INFERRED_FROM_STATEMENTS = {
    AIKG.availability,
    AIKG.comparedWith,
    AIKG.competitorOf,
    AIKG.decidedBy,
    AIKG.developer,
    AIKG.evaluatedOn,
    AIKG.fineTunedFrom,
    AIKG.integratedIn,
    AIKG.investsIn,
    AIKG.offers,
    AIKG.participatesIn,
    AIKG.partnerOf,
    AIKG.providedThrough,
    AIKG.supports,
    AIKG.trainedOn,
    AIKG.uses,
}

ONTOLOGY = Graph().parse(resources.folder("ontology") / "aikg.ttl")
TERMS = sorted(s for s in set(ONTOLOGY.subjects()) if isinstance(s, URIRef) and s.startswith(NS))
CLASSES = sorted(s for s in ONTOLOGY.subjects(RDF.type, OWL.Class) if isinstance(s, URIRef))
PROPERTIES = sorted({s for kind in PROPERTY_KINDS for s in ONTOLOGY.subjects(RDF.type, kind) if isinstance(s, URIRef)})
CONCEPT_FILES = sorted((resources.folder("ontology") / "concepts").glob("*.ttl"))
TEXTS = [
    *sorted(resources.folder("shapes").glob("*.ttl")),
    *sorted((PACKAGE / "graph" / "rules").glob("*.rq")),
    *sorted((PACKAGE / "graph" / "queries").rglob("*.rq")),
]


def shapes() -> Graph:
    graph = Graph()
    for path in resources.folder("shapes").glob("*.ttl"):
        graph.parse(path)
    return graph


def name(term: Node) -> str:
    return str(term).removeprefix(NS)


def texts(graph: Graph, subject: Node, predicate: URIRef) -> dict[str | None, list[str]]:
    """The literals of ``predicate`` by language."""
    found: dict[str | None, list[str]] = defaultdict(list)
    for literal in graph.objects(subject, predicate):
        assert isinstance(literal, Literal)
        found[literal.language].append(str(literal))
    return found


def test_closed_namespace_equals_ontology() -> None:
    assert {name(term) for term in TERMS} == set(AIKG.__annotations__) - {"_NS", "_fail"}


def test_every_term_is_a_class_or_a_property() -> None:
    assert sorted([*CLASSES, *PROPERTIES]) == TERMS
    assert (len(CLASSES), len(PROPERTIES)) == (25, 55)


def test_unknown_term_raises() -> None:
    with pytest.raises(AttributeError, match="Statment"):
        _ = AIKG.Statment


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_terms_in_use_exist(path: Path) -> None:
    used = set(re.findall(r"\baikg:([A-Za-z]\w*)", path.read_text("utf-8"), re.ASCII))
    assert used - {name(term) for term in TERMS} == set()


def test_terms_are_looked_for_in_every_kind_of_text() -> None:
    assert {path.parent.name for path in TEXTS} >= {"shapes", "rules", "queries", "questions"}


@pytest.mark.parametrize("term", CLASSES, ids=name)
def test_every_class_has_a_shape(term: URIRef) -> None:
    assert (None, SH.targetClass, term) in shapes()


def test_every_property_is_in_a_shape_or_known_to_be_inferred() -> None:
    in_shapes = set(shapes().objects())
    assert {p for p in PROPERTIES if p not in in_shapes} == INFERRED_FROM_STATEMENTS


@pytest.mark.parametrize("term", TERMS, ids=name)
def test_every_term_is_described_in_both_languages(term: URIRef) -> None:
    for predicate in (RDFS.label, RDFS.comment):
        found = texts(ONTOLOGY, term, predicate)
        assert set(found) == LANGUAGES
        assert all(len(values) == 1 and values[0].strip() for values in found.values())
    assert re.search("[가-힣]", texts(ONTOLOGY, term, RDFS.comment)["ko"][0])
    assert ONTOLOGY.value(term, RDFS.isDefinedBy) == URIRef(NS.rstrip("#"))
    assert ONTOLOGY.value(term, VS.term_status) is not None


@pytest.mark.parametrize("terms", [CLASSES, PROPERTIES], ids=["classes", "properties"])
def test_no_two_terms_have_one_label(terms: list[URIRef]) -> None:
    owners: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for term in terms:
        for language, values in texts(ONTOLOGY, term, RDFS.label).items():
            for value in values:
                owners[language, value.casefold()].append(name(term))
    assert {label: names for label, names in owners.items() if len(names) > 1} == {}


def test_names_follow_the_convention() -> None:
    assert [name(t) for t in CLASSES if not name(t)[0].isupper()] == []
    assert [name(t) for t in PROPERTIES if not name(t)[0].islower()] == []


@pytest.mark.parametrize("term", PROPERTIES, ids=name)
def test_every_property_says_what_it_joins(term: URIRef) -> None:
    for predicate in (SCHEMA.domainIncludes, SCHEMA.rangeIncludes):
        targets = list(ONTOLOGY.objects(term, predicate))
        assert targets
        assert [t for t in targets if str(t).startswith(NS) and t not in CLASSES] == []
    assert not list(ONTOLOGY.objects(term, RDFS.domain)), "a domain would type things; domainIncludes is a hint"
    assert not list(ONTOLOGY.objects(term, RDFS.range))


@pytest.mark.parametrize("predicate", [RDFS.subClassOf, RDFS.subPropertyOf], ids=["classes", "properties"])
def test_no_term_is_above_itself(predicate: URIRef) -> None:
    def above(term: Node) -> set[Node | None]:
        return {up for o in ONTOLOGY.objects(term, predicate) for up in ONTOLOGY.transitive_objects(o, predicate)}

    assert [term for term in TERMS if term in above(term)] == []


def test_ontology_describes_itself() -> None:
    ontology = URIRef(NS.rstrip("#"))
    assert set(texts(ONTOLOGY, ontology, DCTERMS.title)) == LANGUAGES
    assert set(texts(ONTOLOGY, ontology, DCTERMS.description)) == LANGUAGES
    version = str(ONTOLOGY.value(ontology, OWL.versionInfo))
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert ONTOLOGY.value(ontology, OWL.versionIRI) == URIRef(f"{ontology}/{version}")
    assert str(ONTOLOGY.value(ontology, VANN.preferredNamespaceUri)) == NS
    assert str(ONTOLOGY.value(ontology, VANN.preferredNamespacePrefix)) == "aikg"
    assert ONTOLOGY.value(ontology, DCTERMS.license) is not None


@pytest.mark.parametrize("path", CONCEPT_FILES, ids=lambda path: path.stem)
def test_concept_scheme(path: Path) -> None:
    graph = Graph().parse(path)
    scheme = URIRef(VOC + path.stem)
    assert list(graph.subjects(RDF.type, SKOS.ConceptScheme)) == [scheme]
    concepts = set(graph.subjects()) - {scheme}
    assert concepts == set(graph.subjects(SKOS.inScheme, scheme))
    assert all(str(concept).startswith(f"{scheme}/") for concept in concepts)
    kind = AIKG.Measure if path.stem == "measure" else SKOS.Concept
    assert all((concept, RDF.type, kind) in graph for concept in concepts)
    for node in (scheme, *concepts):
        found = texts(graph, node, SKOS.prefLabel)
        assert set(found) == LANGUAGES, node
        assert all(len(values) == 1 and values[0].strip() for values in found.values()), node
    assert [o for o in graph.objects(None, SKOS.broader) if o not in concepts] == []


@pytest.mark.parametrize("path", CONCEPT_FILES, ids=lambda path: path.stem)
def test_no_two_concepts_of_a_scheme_have_one_label(path: Path) -> None:
    graph = Graph().parse(path)
    owners: dict[str, set[Node]] = defaultdict(set)
    for concept, _, label in graph.triples((None, SKOS.prefLabel, None)):
        if (concept, SKOS.inScheme, None) in graph:
            owners[label.n3()].add(concept)
    assert {label: nodes for label, nodes in owners.items() if len(nodes) > 1} == {}


def test_shapes_ask_only_for_schemes_that_exist() -> None:
    schemes = {path.stem for path in CONCEPT_FILES}
    asked = {m[1] for p in shapes().objects(None, SH.pattern) if (m := re.match(rf"\^{VOC}([a-z-]+)/", str(p)))}
    assert asked
    assert asked - schemes == set()


def test_every_scheme_is_asked_for_by_a_shape() -> None:
    """But measures, which are asked for by their class, and availability, which stands in statements alone."""
    patterns = " ".join(str(p) for p in shapes().objects(None, SH.pattern))
    assert {p.stem for p in CONCEPT_FILES if f"/voc/{p.stem}/" not in patterns} == {"measure", "availability"}


def test_prefixes_are_bound() -> None:
    graph = Graph(bind_namespaces="none")
    bind(graph)
    bound = {prefix: str(namespace) for prefix, namespace in graph.namespaces()}
    assert {prefix: bound.get(prefix) for prefix in PREFIXES} == PREFIXES
    assert len(set(PREFIXES.values())) == len(PREFIXES)


def test_all_iris_start_with_one_base() -> None:
    assert all(iri.startswith(BASE) for iri in (NS, ID, VOC))


@pytest.mark.parametrize("label", resources.FOLDERS)
def test_files_use_a_prefix_for_what_we_use_it_for(label: str) -> None:
    """What stands in a file can be pasted into a query."""
    for path in sorted(resources.folder(label).rglob("*.ttl")):
        for prefix, namespace in re.findall(r"^@prefix (\w+): <([^>]+)> \.$", path.read_text("utf-8"), re.MULTILINE):
            assert PREFIXES.get(prefix, namespace) == namespace, f"{path}: {prefix}"
