"""A linked-data knowledge graph of AI policy and industry: who claims what, as fact, forecast or plan.

>>> import aikg
>>> graph = aikg.load()
>>> graph.rows("SELECT ?name { organization:ibm skos:prefLabel ?name FILTER(LANG(?name) = 'en') }")
[{'name': 'IBM'}]
"""

import importlib
import typing

from aikg.errors import AikgError

#: the version of the package
__version__: str

__all__ = ["AikgError", "KnowledgeGraph", "__version__", "load"]

if typing.TYPE_CHECKING:
    from aikg.graph.loading import load
    from aikg.graph.store import KnowledgeGraph
else:

    def __getattr__(name: str) -> object:
        """Return a public name when first asked for it (PEP 562): a process that only reads briefs needs no graph."""
        homes = {"load": "aikg.graph.loading", "KnowledgeGraph": "aikg.graph.store"}
        if name == "__version__":
            return importlib.import_module("importlib.metadata").version("aikg")
        if name in homes:
            return getattr(importlib.import_module(homes[name]), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
