"""The dataset without what nobody has reviewed: candidate statements and all that only they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from aikg.vocabulary.iris import concept, is_candidate_graph
from aikg.vocabulary.namespaces import AIKG, BASE, ID

_STATUS = str(AIKG.reviewStatus)
_CANDIDATE = concept("review-status/candidate")
_DISCREPANCY = str(AIKG.Discrepancy)
#: graphs that are filled by articles and lists of a brief; the registry and the ontology are always reviewed
_OF_BRIEFS = (ID + "article/", ID + "brief/")


def has_candidates(quads: Iterable[Quad]) -> bool:
    """Tell whether any statement waits for review."""
    return any(quad.predicate.value == _STATUS and _value(quad.object) == _CANDIDATE for quad in quads)


def reviewed(quads: Iterable[Quad]) -> list[Quad]:
    """Return the quads without candidate statements, what only they assert, and what follows from them.

    What two articles describe, an event for example, is left out only where candidates describe it.
    """
    kept = [quad for quad in quads if not is_candidate_graph(_value(quad.graph_name))]
    status = _statuses(kept)
    hidden = {
        graph: set(_hidden(links, status)) for graph, links in _links(kept).items() if graph.startswith(_OF_BRIEFS)
    }
    nothing: set[str] = set()
    return [quad for quad in kept if _value(quad.subject) not in hidden.get(_value(quad.graph_name), nothing)]


def _value(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def _statuses(quads: list[Quad]) -> dict[str, bool]:
    """Return every statement with whether it was reviewed; once is enough."""
    found: dict[str, bool] = {}
    for quad in quads:
        if quad.predicate.value == _STATUS:
            subject = _value(quad.subject)
            found[subject] = found.get(subject, False) or _value(quad.object) != _CANDIDATE
    return found


#: what each node of a graph leads to
_Links = Mapping[str, set[str]]


def _links(quads: list[Quad]) -> dict[str, dict[str, set[str]]]:
    graphs: dict[str, dict[str, set[str]]] = {}
    for quad in quads:
        target = _value(quad.object)
        if target.startswith(BASE):
            graphs.setdefault(_value(quad.graph_name), {}).setdefault(_value(quad.subject), set()).add(target)
    return graphs


def _hidden(links: _Links, status: Mapping[str, bool]) -> Iterator[str]:
    """Yield candidate statements of a graph, what they alone lead to, and discrepancies that speak of candidates."""
    candidates = {iri for iri in links if status.get(iri) is False}
    seen = set(_reached(links, status, {iri for iri in links if status.get(iri)}))
    yield from candidates
    yield from set(_reached(links, status, candidates)) - seen
    for iri, targets in links.items():
        if _DISCREPANCY in targets and any(status.get(target) is False for target in targets):
            yield iri


def _reached(links: _Links, status: Mapping[str, bool], statements: Iterable[str]) -> Iterator[str]:
    """Yield what statements lead to within their graph, not beyond other statements, discrepancies or the article."""
    waiting, seen = list(statements), set[str]()
    while waiting:
        for target in links.get(waiting.pop(), ()):
            if target in links and target not in seen and target not in status and not _is_boundary(links, target):
                seen.add(target)
                waiting.append(target)
                yield target


def _is_boundary(links: _Links, iri: str) -> bool:
    is_article = iri.startswith(ID + "article/") and iri.rsplit("/", 1)[-1].isdigit()
    return is_article or _DISCREPANCY in links[iri]
