"""Of a thing that several briefs propose one description counts.

A brief describes what it names and the registry lacks in its ``proposals.ttl``, and several briefs may propose the
same thing. What any other file describes counts before a proposal, what a person accepted before a candidate, and an
earlier issue before a later one.
"""

from collections.abc import Iterable, Sequence

from pyoxigraph import Quad

from aikg.vocabulary.iris import brief, concept
from aikg.vocabulary.namespaces import AIKG

#: last step of the graph of a brief's proposals
PROPOSALS = "/proposals"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_STATUS = str(AIKG.reviewStatus)
_CANDIDATE = concept("review-status/candidate")

#: a file's name and its quads
NamedQuads = tuple[str, Sequence[Quad]]


def is_proposals(graph: str) -> bool:
    """Tell whether a named graph holds what a brief proposes.

    >>> is_proposals(brief("spri-2024-02") + "/proposals"), is_proposals(brief("spri-2024-02"))
    (True, False)
    """
    return graph.startswith(brief("")) and graph.endswith(PROPOSALS)


def owners(others: Iterable[NamedQuads], proposals: Iterable[NamedQuads]) -> dict[str, str]:
    """Return the name of the file whose description of a thing counts, by the IRI of the thing."""
    found: dict[str, str] = {}
    for name, quads in others:
        found |= dict.fromkeys(_described(quads), name)
    in_order = sorted(proposals, key=lambda file: file[0])
    for name, quads in in_order:
        for iri in _described(quads) - _candidates(quads):
            found.setdefault(iri, name)
    for name, quads in in_order:
        for iri in _described(quads):
            found.setdefault(iri, name)
    return found


def _described(quads: Iterable[Quad]) -> set[str]:
    return {_iri(quad.subject) for quad in quads if quad.predicate.value == _TYPE}


def _candidates(quads: Iterable[Quad]) -> set[str]:
    marked = (quad for quad in quads if quad.predicate.value == _STATUS)
    return {_iri(quad.subject) for quad in marked if _iri(quad.object) == _CANDIDATE}


def _iri(term: object) -> str:
    return getattr(term, "value", "")
