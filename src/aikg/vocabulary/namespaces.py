"""Closed namespaces and the prefix map: a misspelt term of ours raises AttributeError.

Kept equal to ``ontology/aikg.ttl`` by ``tests/vocabulary/test_namespaces.py``.
"""

from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

#: the one constant that all our IRIs start with; the site can be served under any other base
BASE = "https://w3id.org/ai-policy-kg/"
#: IRIs of things in the data
ID = BASE + "id/"
#: IRIs of concepts
VOC = BASE + "voc/"


class AIKG(DefinedNamespace):
    """The terms of our ontology."""

    _NS = Namespace(BASE + "ns#")
    _fail = True

    # classes
    AIModel: URIRef
    Article: URIRef
    Benchmark: URIRef
    Brief: URIRef
    Conference: URIRef
    CourtCase: URIRef
    Discrepancy: URIRef
    Event: URIRef
    Evidence: URIRef
    Figure: URIRef
    Group: URIRef
    Hardware: URIRef
    Law: URIRef
    Measure: URIRef
    Product: URIRef
    Programme: URIRef
    Provision: URIRef
    Sanction: URIRef
    Section: URIRef
    Service: URIRef
    Statement: URIRef
    Technology: URIRef
    TimeSpan: URIRef
    Topic: URIRef
    Work: URIRef

    # properties
    actor: URIRef
    asserts: URIRef
    availability: URIRef
    baseline: URIRef
    block: URIRef
    bound: URIRef
    claimant: URIRef
    comparedWith: URIRef
    competitorOf: URIRef
    concerns: URIRef
    conditionalOn: URIRef
    confidence: URIRef
    conflictsWith: URIRef
    convertedFrom: URIRef
    decidedBy: URIRef
    developer: URIRef
    digest: URIRef
    discrepancyType: URIRef
    evaluatedOn: URIRef
    eventType: URIRef
    evidence: URIRef
    exceptionTo: URIRef
    figure: URIRef
    fineTunedFrom: URIRef
    fixedAmount: URIRef
    integratedIn: URIRef
    investsIn: URIRef
    legalStatus: URIRef
    measure: URIRef
    modality: URIRef
    offers: URIRef
    originalText: URIRef
    outcome: URIRef
    participatesIn: URIRef
    partnerOf: URIRef
    per: URIRef
    period: URIRef
    precision: URIRef
    providedThrough: URIRef
    provisionType: URIRef
    regulates: URIRef
    relayedBy: URIRef
    restates: URIRef
    reviewStatus: URIRef
    riskTier: URIRef
    rule: URIRef
    sanction: URIRef
    selectionRule: URIRef
    shareOf: URIRef
    statedIn: URIRef
    supports: URIRef
    targets: URIRef
    trainedOn: URIRef
    turnoverShare: URIRef
    uses: URIRef


CITO = Namespace("http://purl.org/spar/cito/")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
QUDT = Namespace("http://qudt.org/schema/qudt/")
SCHEMA = Namespace("https://schema.org/")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")

#: prefixes that people may use in queries without declaring them, and that downloads declare
PREFIXES: dict[str, str] = {
    "aikg": str(AIKG._NS),
    "benchmark": ID + "benchmark/",
    "bound": VOC + "bound/",
    "brief": ID + "brief/",
    "case": ID + "case/",
    "cito": str(CITO),
    "dataset": ID + "dataset/",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": str(ELI),
    "event": ID + "event/",
    "group": ID + "group/",
    "law": ID + "law/",
    "measure": VOC + "measure/",
    "modality": VOC + "modality/",
    "oa": str(OA),
    "org": "http://www.w3.org/ns/org#",
    "organization": ID + "org/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "person": ID + "person/",
    "place": ID + "place/",
    "product": ID + "product/",
    "programme": ID + "programme/",
    "prov": "http://www.w3.org/ns/prov#",
    "qudt": str(QUDT),
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "review": VOC + "review-status/",
    "schema": str(SCHEMA),
    "sem": str(SEM),
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "technology": ID + "technology/",
    "time": ID + "time/",
    "topic": ID + "topic/",
    "unit": VOC + "unit/",
    "voc": VOC,
    "work": ID + "work/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def bind(graph: Graph) -> None:
    """Bind every prefix of ``PREFIXES`` on ``graph``, so that no dump says ``ns1:``."""
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
