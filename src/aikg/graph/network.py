"""A thing and its neighbourhood as a networkx graph and as JSON for drawing."""

from __future__ import annotations

from typing import Any

import networkx as nx
from pyoxigraph import NamedNode

from aikg.graph.labels import Labels
from aikg.graph.relations import INVERSES, RELATIONS
from aikg.graph.store import KnowledgeGraph
from aikg.vocabulary.iris import is_candidate_graph, kind
from aikg.vocabulary.namespaces import AIKG

#: relations that are drawn, in the order in which they are drawn: all but those that say the same backwards
DRAWN = {name: place for place, name in enumerate(RELATIONS) if name not in INVERSES}
#: a drawing with more nodes than this is no longer readable
MOST_NODES = 120
#: relations by which a thing belongs to many others that have nothing to do with each other
_NOT_DRAWN_FROM = ("concept", "article", "brief", "time")
#: an edge: source, property, target, and whether only candidates say so
_Edge = tuple[str, str, str, bool]
#: properties of events; drawn after what relates things directly
_INDIRECT = frozenset({str(AIKG.actor), str(AIKG.concerns)})


def neighbourhood(graph: KnowledgeGraph, iri: str, depth: int = 1, most: int = MOST_NODES) -> nx.MultiDiGraph[str]:
    """Return at most ``most`` things within ``depth`` relations of ``iri``; edges have the property as key.

    Edges have the attribute ``candidate``.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node(iri)
    frontier = [iri]
    for _ in range(depth):
        reached: list[str] = []
        for thing in frontier:
            for source, name, target, candidate in _edges(graph, thing):
                other = target if source == thing else source
                if other not in network:
                    if len(network) >= most:
                        continue
                    reached.append(other)
                network.add_edge(source, target, key=name, candidate=candidate)
        frontier = reached
    return network


def _edges(graph: KnowledgeGraph, thing: str) -> list[_Edge]:
    """Return the relations of a thing to other things that can be drawn, each in one direction only."""
    found: dict[tuple[str, str, str], bool] = {}
    for name, term, where in graph.outgoing(thing):
        _note(found, (thing, name, term.value), where)
    for source, name, where in graph.incoming(thing):
        _note(found, (source, name, thing), where)
    edges = [(*edge, candidate) for edge, candidate in found.items()]
    return sorted(edges, key=lambda edge: (edge[1] in _INDIRECT, DRAWN[edge[1]], edge))


def _note(found: dict[tuple[str, str, str], bool], edge: tuple[str, str, str], where: str) -> None:
    source, name, target = edge
    if name in DRAWN and kind(source) not in _NOT_DRAWN_FROM and kind(target) not in _NOT_DRAWN_FROM:
        found[edge] = found.get(edge, True) and is_candidate_graph(where)


def drawn_edges(graph: KnowledgeGraph, name: str) -> list[tuple[str, str, str, bool]]:
    """Return every edge with the property ``name`` between things that can be drawn: source, property, target.

    The last part tells whether only candidates say so.
    """
    found: dict[tuple[str, str, str], bool] = {}
    for quad in graph.store.quads_for_pattern(None, NamedNode(name), None, None):
        if isinstance(quad.graph_name, NamedNode):
            source, target = (getattr(end, "value", "") for end in (quad.subject, quad.object))
            _note(found, (source, name, target), quad.graph_name.value)
    return [(*edge, candidate) for edge, candidate in found.items()]


def to_json(network: nx.MultiDiGraph[str], labels: Labels, lang: str, focus: str) -> dict[str, Any]:
    """Return nodes and links with names in ``lang``, sorted."""
    nodes = [
        {"id": iri, "label": labels.label(iri, lang), "kind": kind(iri), "focus": iri == focus}
        for iri in sorted(network.nodes)
    ]
    links = [
        {"source": source, "target": target, "property": name, "label": labels.label(name, lang), **data}
        for source, target, name, data in sorted(network.edges(keys=True, data=True))
    ]
    return {"nodes": nodes, "links": links}
