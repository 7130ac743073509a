"""The dataset without what nobody has reviewed: candidate statements and all that only they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from aikg.vocabulary.iris import concept, is_candidate_graph
from aikg.vocabulary.namespaces import AIKG, BASE, ID, SCHEMA

_STATUS = str(AIKG.reviewStatus)
_CANDIDATE = concept("review-status/candidate")
_DISCREPANCY = str(AIKG.Discrepancy)
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_ABOUT = str(SCHEMA.about)
#: graphs that are filled by articles and lists of a brief; the registry and the ontology are always reviewed
_OF_BRIEFS = (ID + "article/", ID + "brief/")


def has_candidates(quads: Iterable[Quad]) -> bool:
    """Tell whether any statement waits for review."""
    return any(quad.predicate.value == _STATUS and _value(quad.object) == _CANDIDATE for quad in quads)


def reviewed(quads: Iterable[Quad]) -> list[Quad]:
    """Return the quads without candidate statements, what only they assert, and what follows from them."""
    kept = [quad for quad in quads if not _is_apart(quad)]
    hidden = _Statements(kept).only_candidates()
    return [quad for quad in kept if _value(quad.subject) not in hidden]


def _is_apart(quad: Quad) -> bool:
    return isinstance(quad.graph_name, NamedNode) and is_candidate_graph(quad.graph_name.value)


def _value(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""


class _Statements:
    """Which nodes of the articles hang together, and which of them are statements."""

    def __init__(self, quads: list[Quad]) -> None:
        self._status: dict[str, bool] = {}
        self._links: dict[str, set[str]] = {}
        self._discrepancies: set[str] = set()
        for quad in quads:
            if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(_OF_BRIEFS):
                self._add(_value(quad.subject), quad.predicate.value, _value(quad.object))

    def _add(self, subject: str, predicate: str, target: str) -> None:
        if predicate == _STATUS:
            # reviewed once is reviewed
            self._status[subject] = self._status.get(subject, False) or target != _CANDIDATE
        if predicate == _TYPE and target == _DISCREPANCY:
            self._discrepancies.add(subject)
        if target.startswith(BASE):
            self._links.setdefault(subject, set()).add(target)

    def only_candidates(self) -> set[str]:
        """Return candidate statements, what they alone lead to, and discrepancies that speak of them."""
        candidates = {iri for iri, is_reviewed in self._status.items() if not is_reviewed}
        seen = set(self._reached(self._status.keys() - candidates))
        hidden = candidates | (set(self._reached(candidates)) - seen)
        return hidden | {iri for iri in self._discrepancies if self._links.get(iri, set()) & candidates}

    def _reached(self, statements: Iterable[str]) -> Iterator[str]:
        """Yield what statements lead to among the nodes of articles, not beyond other statements or articles."""
        waiting, seen = list(statements), set[str]()
        while waiting:
            for target in self._links.get(waiting.pop(), ()):
                if target in self._links and target not in seen and not self._is_boundary(target):
                    seen.add(target)
                    waiting.append(target)
                    yield target

    def _is_boundary(self, iri: str) -> bool:
        return iri in self._status or iri in self._discrepancies or _ends_in_number(iri)


def _ends_in_number(iri: str) -> bool:
    """Tell whether this is an article: ``.../article/<issue>/<number>``."""
    return iri.startswith(ID + "article/") and iri.rsplit("/", 1)[-1].isdigit()
