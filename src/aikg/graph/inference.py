"""Apply the rules of ``rules/*.rq`` to a store, in the order of their names.

A rule is a SELECT of ``?s ?p ?o``, and ``?g`` where the triple belongs to a certain named graph; without it the
triple goes to the graph of inferences. SPARQL Update is not used: it cannot see the union of the graphs.

The rules run twice: first without what candidates alone say, then with it. What only the second run concludes stands
in a graph of its own, so that leaving out the graphs of candidates leaves out all that follows from them.
"""

from importlib.resources import files

from pyoxigraph import NamedNode, Quad, QuerySolutions, Store

from aikg.graph.review import has_candidates, reviewed
from aikg.vocabulary.iris import INFERRED_CANDIDATES_GRAPH, INFERRED_GRAPH
from aikg.vocabulary.namespaces import PREFIXES


def rules() -> list[tuple[str, str]]:
    """Return name and text of every rule, in order."""
    folder = files("aikg.graph") / "rules"
    return sorted(
        (rule.name, rule.read_text(encoding="utf-8")) for rule in folder.iterdir() if rule.name.endswith(".rq")
    )


def conclusions(store: Store, rule: str, target: str = INFERRED_GRAPH) -> list[Quad]:
    """Return the quads that a rule concludes and that no graph of the store has yet."""
    solutions = store.query(rule, prefixes=PREFIXES, use_default_graph_as_union=True)
    if not isinstance(solutions, QuerySolutions):
        raise TypeError("a rule is a SELECT query")
    in_graph = "g" in {variable.value for variable in solutions.variables}
    found = []
    for row in solutions:
        s, p, o = row["s"], row["p"], row["o"]
        graph = row["g"] if in_graph else NamedNode(target)
        if not any(True for _ in store.quads_for_pattern(s, p, o, graph if in_graph else None)):
            found.append(Quad(s, p, o, graph))
    return found


def infer(store: Store) -> int:
    """Run every rule, in order, without candidates and then with them; return how many quads that added."""
    before = len(store)
    if not has_candidates(store):
        _apply_rules(store, INFERRED_GRAPH)
        return len(store) - before
    sure = Store()
    sure.extend(reviewed(store))
    _apply_rules(sure, INFERRED_GRAPH)
    store.extend(sure)
    _apply_rules(store, INFERRED_CANDIDATES_GRAPH)
    return len(store) - before


def _apply_rules(store: Store, target: str) -> None:
    for _, text in rules():
        store.extend(conclusions(store, text, target))
