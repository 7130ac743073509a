"""A linked-data knowledge graph of AI policy and industry: who claims what, as fact, forecast or plan.

>>> import aikg
>>> graph = aikg.load()
>>> graph.rows("SELECT ?name { organization:ibm skos:prefLabel ?name FILTER(LANG(?name) = 'en') }")
[{'name': 'IBM'}]
"""

from importlib.metadata import version

from aikg.errors import AikgError
from aikg.graph.loading import load
from aikg.graph.store import KnowledgeGraph

#: the version of the package
__version__ = version("aikg")

__all__ = ["AikgError", "KnowledgeGraph", "__version__", "load"]
