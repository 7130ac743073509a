"""The dataset, loaded and asked: the only place that runs query text in this process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Variable,
)

from aikg.errors import QueryError, StoreError
from aikg.graph.diagnosis import explain
from aikg.vocabulary.namespaces import PREFIXES

#: one answer of a SELECT query: variable name to term text, absent where unbound
Row = dict[str, str]


@dataclass(frozen=True)
class KnowledgeGraph:
    """A read-only dataset whose default graph holds every triple of its named graphs, each once.

    The engine's own union would answer twice for a triple that two articles state.

    ``revision`` is the digest of its canonical form.

    >>> graph = KnowledgeGraph.from_nquads(b'<urn:a> <urn:b> "c"@ko <urn:g> .')
    >>> graph.rows("SELECT ?o { <urn:a> ?p ?o }")
    [{'o': 'c'}]
    """

    store: Store = field(repr=False)
    revision: str = ""

    @classmethod
    def from_nquads(cls, nquads: bytes, revision: str = "") -> KnowledgeGraph:
        """Load a dataset into memory; raises StoreError when it is not N-Quads."""
        store = Store()
        try:
            fill(store, nquads)
        except SyntaxError as error:
            raise StoreError(f"the built dataset is damaged: {error}", "run: aikg build") from error
        return cls(store, revision)

    @classmethod
    def open(cls, folder: Path, revision: str = "") -> KnowledgeGraph:
        """Open a store on disk for reading; raises StoreError when there is none."""
        if not folder.is_dir():
            raise StoreError(f"no store at {folder}", "run: aikg build")
        try:
            return cls(Store.read_only(str(folder)), revision)
        except OSError as error:
            raise StoreError(f"the store at {folder} cannot be opened: {error}", "run: aikg build") from error

    def query(
        self, text: str, bindings: Mapping[str, NamedNode | Literal] | None = None
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Evaluate a query that we trust; ``bindings`` replace variables of the text.

        Raises QueryError when it cannot be parsed or evaluated.
        """
        substitutions = {Variable(name): term for name, term in (bindings or {}).items()}
        options: dict[str, Any] = {"substitutions": substitutions} if substitutions else {}
        try:
            return self.store.query(text, prefixes=PREFIXES, **options)
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            raise QueryError(
                f"the query cannot be run: {explain(str(error), text)}", "see https://www.w3.org/TR/sparql11-query/"
            ) from error

    def rows(self, text: str, bindings: Mapping[str, NamedNode | Literal] | None = None) -> list[Row]:
        """Return the answers of a SELECT query as rows of plain text."""
        solutions = self.query(text, bindings)
        if not isinstance(solutions, QuerySolutions):
            raise QueryError("a SELECT query is needed here")
        return rows_of(solutions)

    def ask(self, iri: str) -> bool:
        """Tell whether the dataset says anything of ``iri``."""
        node = NamedNode(iri)
        return any(True for _ in self.store.quads_for_pattern(node, None, None, None))

    def named(self) -> Iterator[Quad]:
        """Yield every quad of a named graph."""
        return (quad for quad in self.store if isinstance(quad.graph_name, NamedNode))

    def terms(self, iri: str) -> Iterator[tuple[str, Any]]:
        """Yield predicate and object term of every triple about ``iri``, each once."""
        for quad in self.store.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph()):
            yield quad.predicate.value, quad.object

    def objects(self, iri: str, predicate: str) -> list[str]:
        """Return the text of the objects of ``iri`` under a property, sorted."""
        found = self.store.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None, DefaultGraph())
        return sorted(getattr(quad.object, "value", "") for quad in found)

    def subjects(self, predicate: str, iri: str) -> list[str]:
        """Return the subjects that point to ``iri`` with a property, sorted."""
        found = self.store.quads_for_pattern(None, NamedNode(predicate), NamedNode(iri), DefaultGraph())
        return sorted(getattr(quad.subject, "value", "") for quad in found)

    def outgoing(self, iri: str) -> Iterator[tuple[str, Any, str]]:
        """Yield predicate, object term and graph of every quad about ``iri``."""
        for quad in self.store.quads_for_pattern(NamedNode(iri), None, None, None):
            if isinstance(quad.graph_name, NamedNode):
                yield quad.predicate.value, quad.object, quad.graph_name.value

    def incoming(self, iri: str) -> Iterator[tuple[str, str, str]]:
        """Yield subject, predicate and graph of every quad that points to ``iri``."""
        for quad in self.store.quads_for_pattern(None, None, NamedNode(iri), None):
            if isinstance(quad.graph_name, NamedNode):
                yield getattr(quad.subject, "value", ""), quad.predicate.value, quad.graph_name.value

    @cached_property
    def _size(self) -> int:
        return len(self.store) - sum(1 for _ in self.store.quads_for_pattern(None, None, None, DefaultGraph()))

    def __len__(self) -> int:
        """Return the number of quads in named graphs."""
        return self._size


def fill(store: Store, nquads: bytes) -> None:
    """Load a dataset of named graphs, and the union of the graphs into the default graph."""
    store.bulk_load(input=nquads, format=RdfFormat.N_QUADS)
    union = {quad.triple for quad in store}
    store.bulk_extend(Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in union)


def rows_of(solutions: QuerySolutions) -> list[Row]:
    """Return the answers of a SELECT query as rows of plain text."""
    names = [variable.value for variable in solutions.variables]
    return [
        {name: getattr(term, "value", str(term)) for name, term in zip(names, row, strict=True) if term is not None}
        for row in solutions
    ]
