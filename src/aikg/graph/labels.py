"""Names of everything in the reader's language, with fallback."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from pyoxigraph import Literal, NamedNode, QuerySolutions

from aikg.graph.queries import named_query
from aikg.graph.store import KnowledgeGraph
from aikg.graph.table import compact

#: languages of the site, the first one being the default
LANGUAGES = ("ko", "en")


class Labels:
    """All names of a dataset, read once.

    A thing without a name in the wanted language has that of the other one; without any, its prefixed name.
    """

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._names: dict[str, dict[str, str]] = {}
        for row in cast(QuerySolutions, graph.query(named_query("labels"))):
            thing, name = cast(NamedNode, row["thing"]), cast(Literal, row["name"])
            self._names.setdefault(thing.value, {}).setdefault(name.language or "", name.value)

    def label(self, iri: str, lang: str) -> str:
        """Return the name of ``iri`` in ``lang``, or the nearest there is."""
        names = self._names.get(iri)
        if not names:
            return compact(iri)
        return names.get(lang) or names.get("en" if lang == "ko" else "ko") or next(iter(names.values()))

    def language(self, iri: str, lang: str) -> str:
        """Return the language in which ``label`` answers, for the HTML attribute."""
        names = self._names.get(iri, {})
        return lang if lang in names or not names else next(iter(sorted(names, reverse=True)), lang)

    def names(self, iri: str) -> Mapping[str, str]:
        """Return every name of ``iri`` by language."""
        return self._names.get(iri, {})

    def __contains__(self, iri: str) -> bool:
        return iri in self._names
