"""A thing and its neighbourhood as a networkx graph and as JSON for drawing."""

from __future__ import annotations

from typing import Any

import networkx as nx

from aikg.graph.description import INVERSES, RELATIONS
from aikg.graph.labels import Labels
from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.namespaces import ID

#: relations that are drawn: all but those that say the same as another one backwards
DRAWN = frozenset(RELATIONS) - frozenset(INVERSES)
#: a drawing with more nodes than this is no longer readable
MOST_NODES = 120


def neighbourhood(graph: KnowledgeGraph, iri: str, depth: int = 1) -> nx.MultiDiGraph[str]:
    """Return what lies within ``depth`` relations of ``iri``; edges have the property as key."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node(iri)
    frontier = [iri]
    for _ in range(depth):
        reached: list[str] = []
        for thing in frontier:
            for source, name, target in _edges(graph, thing):
                other = target if source == thing else source
                if other not in network:
                    if len(network) >= MOST_NODES:
                        continue
                    reached.append(other)
                network.add_edge(source, target, key=name)
        frontier = reached
    return network


def _edges(graph: KnowledgeGraph, thing: str) -> list[tuple[str, str, str]]:
    """Return the relations of a thing to other things that can be drawn, each in one direction only."""
    leaving = {(thing, name, term.value) for name, term, _ in graph.outgoing(thing)}
    arriving = {(source, name, thing) for source, name, _ in graph.incoming(thing)}
    return sorted(edge for edge in leaving | arriving if edge[1] in DRAWN and _drawable(edge[0]) and _drawable(edge[2]))


def _drawable(iri: str) -> bool:
    return kind(iri) not in ("concept", "article", "brief", "time")


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
