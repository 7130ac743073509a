"""Mint and take apart the IRIs of entities, articles and concepts.

Slash IRIs for data, hash IRIs for the ontology and the shapes (Cool URIs for the Semantic Web, section 4).
"""

from pathlib import PurePath

from aikg.vocabulary.namespaces import BASE, ID, VOC

#: graph of the entity registry
REGISTRY_GRAPH = BASE + "graph/registry"
#: graph of the ontology and the concept schemes
ONTOLOGY_GRAPH = BASE + "graph/ontology"
#: graph of what the build infers beyond the plain triples of an article
INFERRED_GRAPH = BASE + "graph/inferred"
#: last step of the graph that holds the plain triples of an article's candidate statements
CANDIDATES = "/candidates"
#: graph of what follows only when candidates are believed
INFERRED_CANDIDATES_GRAPH = INFERRED_GRAPH + CANDIDATES


def entity(path: str) -> str:
    """Return the IRI of an entity, given ``org/ibm``."""
    return ID + path


def concept(path: str) -> str:
    """Return the IRI of a concept, given ``modality/forecast``."""
    return VOC + path


def brief(issue: str) -> str:
    """Return the IRI of a brief, given ``spri-2024-01``."""
    return f"{ID}brief/{issue}"


def section(issue: str, number: int) -> str:
    """Return the IRI of a section of a brief."""
    return f"{brief(issue)}/section/{number}"


def conferences(issue: str) -> str:
    """Return the IRI of the list of events of a brief, which is also the IRI of its named graph."""
    return f"{brief(issue)}/conferences"


def article(issue: str, number: int) -> str:
    """Return the IRI of an article, which is also the IRI of its named graph."""
    return f"{ID}article/{issue}/{number:02d}"


def time_span(notation: str) -> str:
    """Return the IRI of a time span written as in ``aikg.model.timespan``."""
    if notation.startswith(".."):
        notation = "until-" + notation[2:]
    elif notation.endswith(".."):
        notation = "from-" + notation[:-2]
    return ID + "time/" + notation.replace("/", "_")


def is_candidate_graph(graph: str) -> bool:
    """Tell whether a named graph holds only what nobody has reviewed.

    >>> is_candidate_graph(article("spri-2024-02", 3) + "/candidates"), is_candidate_graph(INFERRED_GRAPH)
    (True, False)
    """
    return graph.endswith(CANDIDATES)


def slug(iri: str) -> str:
    """Return the last step of an IRI.

    >>> slug("https://w3id.org/ai-policy-kg/id/org/ibm")
    'ibm'
    """
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def issue(iri: str) -> str:
    """Return the issue of the brief that an article, a list or a part of one belongs to; empty for all else.

    >>> issue(article("spri-2024-01", 9) + "/s07"), issue(conferences("spri-2024-01")), issue(entity("org/ibm"))
    ('spri-2024-01', 'spri-2024-01', '')
    """
    kind_of_whole, _, rest = iri.removeprefix(ID).partition("/")
    return rest.split("/", 1)[0] if iri.startswith(ID) and kind_of_whole in ("article", "brief") else ""


def whole(iri: str) -> str:
    """Return the article, or the brief, that a part of one belongs to; empty for the whole itself and all else.

    >>> whole(article("spri-2024-01", 9) + "/d01") == article("spri-2024-01", 9), whole(brief("spri-2024-01"))
    (True, '')
    """
    steps = iri.removeprefix(ID).split("/") if issue(iri) else []
    length = 3 if steps[:1] == ["article"] else 2
    return ID + "/".join(steps[:length]) if len(steps) > length else ""


def graph_of_file(file: PurePath) -> str:
    """Return the IRI of the named graph that a data file fills, from its place under ``data/``.

    >>> graph_of_file(PurePath("briefs/spri-2024-01/09.ttl"))
    'https://w3id.org/ai-policy-kg/id/article/spri-2024-01/09'
    >>> graph_of_file(PurePath("registry/organizations.ttl"))
    'https://w3id.org/ai-policy-kg/graph/registry'
    """
    if file.parts[0] != "briefs":
        return REGISTRY_GRAPH
    issue, stem = file.parts[1], file.stem
    if stem.isdigit():
        return f"{ID}article/{issue}/{stem}"
    return brief(issue) if stem == "brief" else f"{brief(issue)}/{stem}"


def kind(iri: str) -> str:
    """Return the kind of a thing as its IRI says it: ``org``, ``product``, ``law`` ...; ``concept`` for all else.

    >>> kind("https://w3id.org/ai-policy-kg/id/org/ibm"), kind("https://w3id.org/ai-policy-kg/voc/modality/fact")
    ('org', 'concept')
    """
    return iri.removeprefix(ID).split("/", 1)[0] if iri.startswith(ID) else "concept"
