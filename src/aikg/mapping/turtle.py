"""Write a graph as Turtle that is the same bytes for the same triples, and reads well in a diff.

``python -m aikg.mapping.turtle FILE...`` rewrites files in this form; comments in them are lost.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from rdflib import RDF, RDFS, BNode, Graph, Literal
from rdflib.graph import _TripleType
from rdflib.plugins.serializers.turtle import TurtleSerializer
from rdflib.term import Node

from aikg.vocabulary.namespaces import PREFIXES


def new_graph(triples: Iterable[_TripleType] = ()) -> Graph:
    """Return a graph of its own, without prefixes, in rdflib's quickest store."""
    graph = Graph(store="SimpleMemory", bind_namespaces="none")
    for triple in triples:
        graph.add(triple)
    return graph


def to_turtle(graph: Graph, prefixes: Mapping[str, str] | None = None) -> str:
    """Return ``graph`` as Turtle with only the prefixes it uses, ours and those given.

    Subjects, predicates and objects are sorted as rdflib sorts them; blank nodes are not expected.
    """
    names = new_graph()
    for prefix, namespace in {**PREFIXES, **(prefixes or {})}.items():
        names.bind(prefix, namespace, replace=True)
    if (None, RDF.type, RDFS.Class) in graph or any(isinstance(node, BNode) for node in graph.all_nodes()):
        for triple in graph:
            names.add(triple)
        return names.serialize(format="turtle").strip() + "\n"
    return _Writer(names).written(graph)


class _Writer:
    """rdflib's form in a third of its time: the graph is read once, and every term is named once.

    Blank nodes and RDFS classes, which ours never have, are left to rdflib.
    """

    def __init__(self, names: Graph) -> None:
        self._namer = TurtleSerializer(names)
        self._namer.reset()
        self._texts: dict[Node, str] = {RDF.type: "a"}

    def written(self, graph: Graph) -> str:
        references: Counter[Node] = Counter()
        described: dict[Node, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, target in graph:
            references[target] += 1
            described[subject][predicate].append(target)
        in_order = sorted(described, key=lambda subject: (references[subject], str(subject)))
        body = "\n\n".join(self._description(subject, described[subject]) for subject in in_order)
        head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(self._namer.namespaces.items()))
        return f"{head}\n{body}\n".lstrip("\n")

    def _description(self, subject: Node, properties: dict[Node, list[Node]]) -> str:
        lines = [self._line(p, objects) for p, objects in sorted(properties.items(), key=_place)]
        return f"{self._text(subject)} " + " ;\n    ".join(lines) + " ."

    def _line(self, predicate: Node, objects: list[Node]) -> str:
        targets = objects if len(objects) == 1 else sorted(objects)  # type: ignore[type-var]
        verb = self._texts.get(predicate) or self._named(predicate, is_predicate=True)
        return f"{verb} " + ",\n        ".join(self._text(target) for target in targets)

    def _text(self, node: Node) -> str:
        return self._texts.get(node) or self._named(node) if node != RDF.type else self._named(node)

    def _named(self, node: Node, is_predicate: bool = False) -> str:
        if isinstance(node, Literal):
            if node.datatype:
                self._namer.get_pname(node.datatype, False)  # so that its prefix is declared
            text = node._literal_n3(use_plain=True, qname_callback=lambda kind: self._namer.get_pname(kind, False))
        else:
            text = self._namer.get_pname(node, is_predicate) or node.n3()
        if node != RDF.type:
            self._texts[node] = text
        return str(text)


def _place(described: tuple[Node, list[Node]]) -> tuple[int, str]:
    first = (RDF.type, RDFS.label)
    return (first.index(described[0]) if described[0] in first else len(first)), str(described[0])


def tidy(text: str) -> str:
    """Return Turtle in the form of ``to_turtle``, with the prefixes that it declares.

    >>> print(tidy("@prefix ex: <https://example.org/> . ex:b ex:p ex:d,ex:c . ex:a a ex:C ."), end="")
    @prefix ex: <https://example.org/> .
    <BLANKLINE>
    ex:a a ex:C .
    <BLANKLINE>
    ex:b ex:p ex:c,
            ex:d .
    """
    prefixes = dict(re.findall(r"@prefix\s+([\w.-]*):\s*<([^>]*)>\s*\.", text))
    return to_turtle(Graph(bind_namespaces="none").parse(data=text, format="turtle"), prefixes)


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        path.write_text(tidy(path.read_text(encoding="utf-8")), encoding="utf-8")
