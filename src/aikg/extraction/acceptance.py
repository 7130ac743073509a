"""Is there enough evidence that the rules found a name, and what is it when nothing shows its kind?"""

from aikg.extraction.candidates import Typed
from aikg.extraction.clusters import QUOTED, Cluster
from aikg.model.extraction import Confidence

#: rules that show a name where its kind is known too
_SHOWING = ("list", "code", "title", "agent.subject", "introduced", "gloss.short")
#: places where this genre names who acts
_ACTING = ("agent.dated", "agent.according", "agent.speaks", "agent.gives")


def accepted(group: Cluster, in_titles: bool, printed: int, default: Typed | None) -> bool:
    """Is there enough to call it a name? ``printed`` counts how often an article prints it, at most."""
    rules = group.rules
    if group.typed is not None and any(c.confidence is Confidence.HIGH for c in group.candidates):
        return True
    if rules["gloss"] or rules["gloss.quoted"]:
        return group.typed is not None or default is not None
    if any(rules[rule] for rule in _ACTING) or (in_titles and rules["agent.heading"]):
        return True
    if rules["head.soft"] and in_titles and printed >= 3:
        return True
    if rules["head"] and (printed >= 3 or (in_titles and printed >= 2)):
        return True
    if group.typed is None:
        return rules["agent.subject"] >= 2
    return any(rules[rule] for rule in _SHOWING)


def default_kind(group: Cluster, released: bool) -> Typed | None:
    """Return what an untyped name is: an organization when it acts, a product when it is what is released or quoted."""
    is_quoted = any(rule in QUOTED for rule in group.rules)
    if any(rule.startswith("agent") for rule in group.rules):
        return Typed("Product" if is_quoted else "Organization")
    return Typed("Product") if released else None
