"""A thing and its neighbourhood as a networkx graph and as JSON for drawing."""

from __future__ import annotations

from typing import Any

import networkx as nx
from pyoxigraph import NamedNode

from aikg.graph.labels import Labels
from aikg.graph.queries import named_query
from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.namespaces import ID

#: a drawing with more nodes than this is no longer readable
MOST_NODES = 120


def neighbourhood(graph: KnowledgeGraph, iri: str, depth: int = 1) -> nx.MultiDiGraph[str]:
    """Return what lies within ``depth`` relations of ``iri``; edges have the property as key."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node(iri)
    frontier = [iri]
    for _ in range(depth):
        reached = []
        for thing in frontier:
            for row in graph.rows(named_query("neighbours"), {"thing": NamedNode(thing)}):
                source, target = row.get("s", thing), row.get("o", thing)
                other = target if source == thing else source
                if other not in network and len(network) >= MOST_NODES:
                    continue
                if other not in network:
                    reached.append(other)
                network.add_edge(source, target, key=row["p"])
        frontier = reached
    return network


def kind(iri: str) -> str:
    """Return the kind of a thing from its IRI: ``org``, ``product``, ``law`` ..."""
    return iri.removeprefix(ID).split("/", 1)[0] if iri.startswith(ID) else "concept"


def to_json(network: nx.MultiDiGraph[str], labels: Labels, lang: str, focus: str) -> dict[str, Any]:
    """Return nodes and links with names in ``lang``, sorted."""
    nodes = [
        {"id": iri, "label": labels.label(iri, lang), "kind": kind(iri), "focus": iri == focus}
        for iri in sorted(network.nodes)
    ]
    links = [
        {"source": source, "target": target, "property": name, "label": labels.label(name, lang)}
        for source, target, name in sorted(network.edges(keys=True))
    ]
    return {"nodes": nodes, "links": links}
