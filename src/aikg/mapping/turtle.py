"""Write a graph as Turtle that is the same bytes for the same triples, and reads well in a diff.

``python -m aikg.mapping.turtle FILE...`` rewrites files in this form; comments in them are lost.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from rdflib import Graph

from aikg.vocabulary.namespaces import PREFIXES


def to_turtle(graph: Graph, prefixes: Mapping[str, str] | None = None) -> str:
    """Return ``graph`` as Turtle with only the prefixes it uses, ours and those given.

    rdflib sorts subjects, predicates and objects; blank nodes are not expected.
    """
    copy = Graph(bind_namespaces="none")
    for prefix, namespace in {**PREFIXES, **(prefixes or {})}.items():
        copy.bind(prefix, namespace, replace=True)
    for triple in graph:
        copy.add(triple)
    return copy.serialize(format="turtle").strip() + "\n"


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
