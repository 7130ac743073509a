"""Describe the dataset and its downloads with VoID, DCAT 3 and Dublin Core."""

from __future__ import annotations

from pathlib import Path

from rdflib import DCAT, DCTERMS, RDF, VOID, XSD, Graph, Literal, URIRef

from aikg.graph.catalogue import Catalogue
from aikg.graph.formats import graph_format
from aikg.vocabulary.namespaces import AIKG, BASE

_TITLES = (
    Literal("AI Policy and Industry Knowledge Graph", lang="en"),
    Literal("AI 정책·산업 지식그래프", lang="ko"),
)
_LICENCE = URIRef("https://creativecommons.org/licenses/by/4.0/")


def describe_dataset(catalogue: Catalogue, downloads: Path, base: str) -> Graph:
    """Return the description of the dataset as served under ``base`` (with a slash at its end)."""
    description = Graph()
    for prefix, namespace in (("void", VOID), ("dcat", DCAT), ("dcterms", DCTERMS)):
        description.bind(prefix, namespace)
    dataset = URIRef(base + ".well-known/void#dataset")
    for kind in (VOID.Dataset, DCAT.Dataset):
        description.add((dataset, RDF.type, kind))
    for title in _TITLES:
        description.add((dataset, DCTERMS.title, title))
    description.add((dataset, DCTERMS.license, _LICENCE))
    description.add((dataset, DCTERMS.identifier, Literal(catalogue.graph.revision)))
    description.add((dataset, VOID.triples, Literal(len(catalogue.graph))))
    description.add((dataset, VOID.uriSpace, Literal(BASE)))
    description.add((dataset, VOID.vocabulary, URIRef(str(AIKG._NS))))
    description.add((dataset, VOID.sparqlEndpoint, URIRef(base + "sparql")))
    _add_partitions(description, dataset, catalogue)
    for path in sorted(downloads.iterdir()):
        _add_distribution(description, dataset, path, base)
    return description


def _add_partitions(description: Graph, dataset: URIRef, catalogue: Catalogue) -> None:
    for iri, count in catalogue.statistics.classes:
        part = URIRef(f"{dataset}-{iri.rsplit('/', 1)[-1].replace('#', '-')}")
        description.add((dataset, VOID.classPartition, part))
        description.add((part, VOID["class"], URIRef(iri)))
        description.add((part, VOID.entities, Literal(count)))


def _add_distribution(description: Graph, dataset: URIRef, path: Path, base: str) -> None:
    form = graph_format(path.suffix.removeprefix("."))
    address = URIRef(f"{base}download/{path.name}")
    description.add((dataset, DCAT.distribution, address))
    description.add((address, RDF.type, DCAT.Distribution))
    description.add((address, DCAT.downloadURL, address))
    description.add((address, DCAT.byteSize, Literal(path.stat().st_size, datatype=XSD.nonNegativeInteger)))
    if form:
        description.add((dataset, VOID.dataDump, address))
        description.add(
            (address, DCAT.mediaType, URIRef(f"https://www.iana.org/assignments/media-types/{form.media_type}"))
        )
