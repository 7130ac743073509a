"""Write a graph as Turtle that is the same bytes for the same triples, and reads well in a diff.

``python -m aikg.mapping.turtle FILE...`` rewrites files in this form; comments in them are lost.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from rdflib import RDF, RDFS, BNode, Graph
from rdflib.graph import _TripleType
from rdflib.plugins.serializers.turtle import OBJECT, SUBJECT, VERB, TurtleSerializer
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

    rdflib sorts subjects, predicates and objects; blank nodes are not expected.
    """
    copy = new_graph()
    for prefix, namespace in {**PREFIXES, **(prefixes or {})}.items():
        copy.bind(prefix, namespace, replace=True)
    for triple in graph:
        copy.add(triple)
    written = BytesIO()
    _Serializer(copy).serialize(written)
    return written.getvalue().decode().strip() + "\n"


class _Serializer(TurtleSerializer):
    """rdflib's form in a third of the time: each name is looked up once, and the graph is read once.

    What ours never have, blank nodes and classes, is left to rdflib.
    """

    def reset(self) -> None:
        super().reset()
        self._known: dict[tuple[Node, bool], str | None] = {}

    def get_pname(self, uri: Node, gen_prefix: bool = True) -> str | None:
        if (uri, gen_prefix) not in self._known:
            self._known[uri, gen_prefix] = super().get_pname(uri, gen_prefix)
        return self._known[uri, gen_prefix]

    def orderSubjects(self) -> list[Node]:  # noqa: N802 - rdflib's name
        if (None, RDF.type, RDFS.Class) in self.store:
            return super().orderSubjects()
        return sorted(self._subjects, key=lambda s: (isinstance(s, BNode), self._references[s], str(s)))

    def preprocess(self) -> None:
        self._descriptions: dict[Node, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, target in self.store:
            self.preprocessTriple((subject, predicate, target))
            self._descriptions[subject][predicate].append(target)

    def statement(self, subject: Node) -> bool:
        if isinstance(subject, BNode) or any(isinstance(o, BNode) for o in self.store.objects(subject)):
            return bool(super().statement(subject))
        self.subjectDone(subject)
        lines = [self._line(p, o) for p, o in sorted(self._descriptions[subject].items(), key=_place)]
        self.write(f"\n{self.label(subject, SUBJECT)} " + " ;\n    ".join(lines) + " .")
        return True

    def _line(self, predicate: Node, objects: list[Node]) -> str:
        targets = objects if len(objects) == 1 else sorted(objects)  # type: ignore[type-var]
        return f"{self.label(predicate, VERB)} " + ",\n        ".join(self.label(o, OBJECT) for o in targets)


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
