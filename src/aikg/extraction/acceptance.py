"""Is there enough evidence that the rules found a name, and what is it when nothing shows its kind?"""

import re
from collections import Counter

from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.clusters import QUOTED, Cluster
from aikg.extraction.context import is_homely
from aikg.extraction.sounds import alike
from aikg.model.extraction import Confidence

#: rules that show a name where its kind is known too
_SHOWING = ("list", "code", "title", "agent.subject", "introduced", "gloss.short")
#: places where this genre names who acts
_ACTING = ("agent.dated", "agent.according", "agent.speaks", "agent.gives")
#: letters that no word of everyday has: AlphaGo, DALL-E
_COINED = re.compile(r"[a-z][A-Z]|[A-Z]-[A-Z]|\d")
#: rules that show a name by the gloss behind it
_GLOSSED = ("gloss", "gloss.quoted", "gloss.family")


def accepted(group: Cluster, in_titles: bool, printed: int, default: Typed | None) -> bool:
    """Is there enough to call it a name? ``printed`` counts how often an article prints it, at most.

    ``default`` is what it is when nothing shows its kind: what is released under a name of its own has one.
    """
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
        coined = rules["quote"] and default is not None and not is_homely(group.names[0])
        return rules["agent.subject"] >= 2 or (_is_lettered(group) and printed >= 2) or bool(coined)
    return any(rules[rule] for rule in _SHOWING)


def default_kind(group: Cluster, released: bool, roles: Counter[str]) -> Typed | None:
    """Return what an untyped name is: an organization when it acts, a product when it is what is released or quoted.

    ``roles`` counts what the places of the name show. A name that sounds like its gloss is one without more signs.
    """
    is_quoted = any(rule in QUOTED for rule in group.rules)
    if any(rule.startswith("agent") for rule in group.rules):
        return Typed("Product" if is_quoted else "Organization")
    if released or _is_lettered(group):
        return Typed("Product")
    if not any(sounding(candidate) for candidate in group.candidates):
        return None
    is_version = group.rules["gloss.family"] or any(re.search(r"\d", c.name) for c in group.candidates)
    usual = "Product" if is_quoted or is_version else "Organization"
    return Typed(roles.most_common(1)[0][0] if roles else usual)


def _is_lettered(group: Cluster) -> bool:
    """Is it quoted and spelt in capital letters, so that it is no word that is merely stressed?"""
    return any(c.rule == "quote" and re.fullmatch(r"[A-Z]+[a-z]*[A-Z]+[A-Za-z0-9-]*", c.name) for c in group.candidates)


def sounding(candidate: Candidate) -> bool:
    """Is it spelt after its gloss, and no loan word of everyday (``프롬프트(Prompt)``)?"""
    written = candidate.english or "".join(candidate.aliases[:1])
    if candidate.rule not in _GLOSSED or not written[:1].isupper() or candidate.name.isascii():
        return False
    coined = candidate.rule == "gloss.quoted" or _COINED.search(written) or not is_homely(candidate.name)
    return bool(coined) and alike(candidate.name, written) >= 0.7
