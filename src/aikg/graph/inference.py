"""Apply the rules of ``rules/*.rq`` to a dataset, in the order of their names.

A rule is a SELECT of ``?s ?p ?o``, and ``?g`` where the triple belongs to a certain named graph; without it the
triple goes to the graph of inferences. SPARQL Update is not used: it would not tell what is new.

The rules see the union of the graphs as the default graph, each triple once: the engine's own union has a triple as
often as graphs state it, and the answers of a rule with many patterns would multiply.

They run twice: first without what candidates alone say, then with it. What only the second run concludes stands in a
graph of its own, so that leaving out the graphs of candidates leaves out all that follows from them.
"""

from collections.abc import Iterable
from importlib.resources import files

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, Store

from aikg.graph.review import has_candidates, reviewed
from aikg.vocabulary.iris import INFERRED_CANDIDATES_GRAPH, INFERRED_GRAPH
from aikg.vocabulary.namespaces import PREFIXES


def rules() -> list[tuple[str, str]]:
    """Return name and text of every rule, in order."""
    folder = files("aikg.graph") / "rules"
    return sorted(
        (rule.name, rule.read_text(encoding="utf-8")) for rule in folder.iterdir() if rule.name.endswith(".rq")
    )


def working_store(quads: Iterable[Quad]) -> Store:
    """Return a store of quads with their union in the default graph."""
    store = Store()
    _add(store, quads)
    return store


def _add(store: Store, quads: Iterable[Quad]) -> None:
    found = list(quads)
    store.extend(found)
    store.extend(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in found)


def conclusions(store: Store, rule: str, target: str = INFERRED_GRAPH) -> list[Quad]:
    """Return the quads that a rule concludes from a working store and that no graph of it has yet."""
    solutions = store.query(rule, prefixes=PREFIXES)
    if not isinstance(solutions, QuerySolutions):
        raise TypeError("a rule is a SELECT query")
    in_graph = "g" in {variable.value for variable in solutions.variables}
    found = {Quad(row["s"], row["p"], row["o"], row["g"] if in_graph else NamedNode(target)) for row in solutions}
    return [quad for quad in found if not _is_known(store, quad, in_graph)]


def _is_known(store: Store, quad: Quad, in_graph: bool) -> bool:
    graph = quad.graph_name if in_graph else DefaultGraph()
    return Quad(quad.subject, quad.predicate, quad.object, graph) in store


def infer(store: Store) -> int:
    """Add to a store of named graphs what the rules conclude, and return how many quads that were."""
    before = len(store)
    if not has_candidates(store):
        store.extend(_conclude(working_store(store), INFERRED_GRAPH))
        return len(store) - before
    store.extend(_conclude(working_store(reviewed(store)), INFERRED_GRAPH))
    store.extend(_conclude(working_store(store), INFERRED_CANDIDATES_GRAPH))
    return len(store) - before


def _conclude(working: Store, target: str) -> list[Quad]:
    concluded = []
    for _, text in rules():
        found = conclusions(working, text, target)
        _add(working, found)
        concluded += found
    return concluded
