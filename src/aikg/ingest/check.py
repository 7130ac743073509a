"""Validate what is new against what stands around it, and set aside what is refused, with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from aikg.errors import BriefError
from aikg.ingest.surroundings import Surroundings
from aikg.mapping.briefs import BRIEF, PROPOSALS, Mapped
from aikg.mapping.turtle import new_graph
from aikg.validation.integrity import check_integrity
from aikg.validation.report import ValidationResult
from aikg.validation.screen import as_ntriples, near, suspects
from aikg.validation.shapes import check_shapes, to_rdflib
from aikg.vocabulary.namespaces import AIKG

#: what does not hang from a statement
_ALONE = frozenset({AIKG.Statement, AIKG.Discrepancy, AIKG.Article, AIKG.Section, AIKG.Brief})
#: more rounds than this mean that taking out does not help
_MOST_ROUNDS = 12


@dataclass(frozen=True)
class SetAside:
    """Something that does not go in: its IRI, its triples and why."""

    iri: str
    file: str
    graph: Graph
    reasons: tuple[ValidationResult, ...]


def conforming(mapped: Mapped, surroundings: Surroundings) -> tuple[dict[str, Graph], list[SetAside]]:
    """Return the graphs of a brief without what the shapes refuse, and what was taken out of them.

    Raises BriefError when the brief itself is refused.
    """
    taken: list[SetAside] = []
    for _ in range(_MOST_ROUNDS):
        graphs = {**mapped.graphs, PROPOSALS: mapped.proposed()}
        refused = _violations(graphs, surroundings, mapped.issue)
        if not refused:
            return graphs, taken
        taken += _take_out(mapped, graphs, refused)
    raise BriefError(f"the candidates of {mapped.issue} break the shapes", "look at it with: aikg read")


def _violations(graphs: Mapping[str, Graph], around: Surroundings, issue: str) -> dict[str, list[ValidationResult]]:
    """Return what is refused, by node."""
    context = around.context(issue)
    texts = {name: _ntriples(graph) for name, graph in graphs.items()}
    ours = [(name, list(parse(text, format=RdfFormat.N_TRIPLES))) for name, text in texts.items()]
    ntriples = "".join(texts.values()) + as_ntriples(context)
    found = _of_shapes(ntriples, [quad for _, quads in ours for quad in quads], context, around)
    found += [r for r in check_integrity([*ours, ("around", context)]) if r.file != "around"]
    by_node: dict[str, list[ValidationResult]] = defaultdict(list)
    for result in found:
        by_node[result.focus_node].append(result)
    return by_node


def _of_shapes(ntriples: str, ours: list[Quad], context: list[Quad], around: Surroundings) -> list[ValidationResult]:
    nodes = {triple.subject.value for triple in ours if isinstance(triple.subject, NamedNode)}
    suspected = suspects(ntriples, around.shapes_text, nodes)
    if not suspected:
        return []
    data = to_rdflib(near([*ours, *context], suspected))
    return [r for r in check_shapes(data, around.shapes, suspected) if r.severity == "Violation"]


def _ntriples(graph: Graph) -> str:
    return "".join(f"{s.n3()} {p.n3()} {o.n3()} .\n" for s, p, o in graph)


def _take_out(
    mapped: Mapped, graphs: Mapping[str, Graph], refused: Mapping[str, list[ValidationResult]]
) -> Iterator[SetAside]:
    """Take out every statement that is refused, that needs something refused, or that speaks of it."""
    if any((URIRef(iri), RDF.type, AIKG.Brief) in graphs[BRIEF] for iri in refused):
        raise BriefError(f"the candidates of {mapped.issue} break the shapes", "look at it with: aikg read")
    progress = False
    for name, graph in sorted(mapped.graphs.items()):
        hanging = Hanging(graph)
        for root in sorted(_roots(graph), key=str):
            nodes = {root, *hanging.of(root)}
            guilty = {str(n) for n in (*nodes, *_spoken_of(graph, nodes)) if not _is_article(graph, n)} & refused.keys()
            if guilty:
                progress = True
                removed = take(graph, nodes)
                hanging = Hanging(graph)  # as it is without them
                yield SetAside(str(root), name, removed, tuple(r for iri in sorted(guilty) for r in refused[iri]))
    if not progress:
        yield from _take_articles(mapped, refused)


def _take_articles(mapped: Mapped, refused: Mapping[str, list[ValidationResult]]) -> Iterator[SetAside]:
    """Take out what is refused and belongs to no statement: citations, or an article as a whole."""
    for name, graph in sorted(mapped.graphs.items()):
        for iri in sorted(refused):
            node = URIRef(iri)
            if (node, None, None) in graph or (None, None, node) in graph:
                removed = new_graph()
                for triple in _faulty(graph, node, refused[iri]):
                    removed.add(triple)
                    graph.remove(triple)
                yield SetAside(iri, name, removed, tuple(refused[iri]))


def _faulty(graph: Graph, node: URIRef, results: Sequence[ValidationResult]) -> list[tuple[Node, Node, Node]]:
    """Return the values that are refused, as a citation of an article; where none is named, all that speaks of it."""
    named = {(result.result_path, result.value) for result in results}
    faulty = [(s, p, o) for s, p, o in graph.triples((node, None, None)) if (str(p), str(o)) in named]
    return faulty or [*graph.triples((node, None, None)), *graph.triples((None, None, node))]


def _is_article(graph: Graph, node: Node) -> bool:
    return (node, RDF.type, AIKG.Article) in graph


def _roots(graph: Graph) -> set[Node]:
    return {s for kind in (AIKG.Statement, AIKG.Discrepancy) for s in graph.subjects(RDF.type, kind)}


def _spoken_of(graph: Graph, nodes: Iterable[Node]) -> set[Node]:
    return {target for node in nodes for target in graph.objects(node)}


class Hanging:
    """What hangs from the nodes of a file, which is read once: evidence, figures, events of a statement."""

    def __init__(self, graph: Graph) -> None:
        self.targets: dict[Node, list[Node]] = defaultdict(list)
        self._alone: set[Node] = set()
        for subject, predicate, target in graph:
            self.targets[subject].append(target)
            if predicate == RDF.type and target in _ALONE:
                self._alone.add(subject)

    def of(self, root: Node) -> set[Node]:
        """Return the nodes that only hang from ``root``."""
        waiting, seen = [root], {root}
        while waiting:
            for target in self.targets.get(waiting.pop(), ()):
                if target not in seen and target in self.targets and target not in self._alone:
                    seen.add(target)
                    waiting.append(target)
        return seen - {root}


def _stands_alone(graph: Graph, node: Node) -> bool:
    return any(kind in _ALONE for kind in graph.objects(node, RDF.type))


def take(graph: Graph, nodes: Iterable[Node], with_links: bool = True) -> Graph:
    """Move the description of some nodes out of a graph, leaving what other nodes point to.

    Links to statements among them go too, unless ``with_links`` is false.
    """
    removed = new_graph()
    nodes = set(nodes)
    others = {o for s, _, o in graph if s not in nodes}
    roots = {node for node in nodes if _stands_alone(graph, node)}
    for node in nodes:
        shared = node in others and node not in roots
        for triple in list(graph.triples((node, None, None))):
            removed.add(triple)
            if not shared:
                graph.remove(triple)
    for root in roots if with_links else ():
        graph.remove((None, None, root))
    return removed
