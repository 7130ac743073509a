"""What stands around a brief that is ingested: the registry, other briefs, the ontology and the shapes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from pyoxigraph import Quad
from rdflib import Graph

from aikg import resources
from aikg.graph.proposals import is_proposals
from aikg.graph.sources import SourceFile, read_sources
from aikg.mapping.known import Known
from aikg.validation.shapes import load_shapes

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(frozen=True)
class Surroundings:
    """The files of a data folder and the shapes that its candidates must satisfy."""

    files: tuple[SourceFile, ...]
    shapes: Graph

    @classmethod
    @cache
    def of(cls, data: Path) -> Surroundings:
        """Read the data folder and the packaged ontology and shapes, once in a process."""
        files = read_sources(data, resources.folder("ontology"))
        return cls(tuple(files), load_shapes(resources.folder("shapes")))

    def known(self, issue: str) -> Known:
        """Return what is described without this brief and without any proposal: each brief describes its own.

        Of proposals that a person accepted the names and kinds are known all the same.
        """
        proposed = (quad for file in self.files if is_proposals(file.graph) for quad in file.quads)
        return Known.of(quad for file in self._without(issue) for quad in file.quads).accepting(proposed)

    def _without(self, issue: str) -> list[SourceFile]:
        return [f for f in self.files if not is_proposals(f.graph) and f.path.parent.name != issue]

    def context(self, issue: str) -> list[Quad]:
        """Return the ontology, and of everything else what it is: enough for shapes that ask for a class."""
        files = self._without(issue)
        return [q for f in files for q in f.quads if q.predicate.value == _TYPE or f.name.startswith("ontology/")]

    @cached_property
    def shapes_text(self) -> str:
        """The shapes as Turtle."""
        return self.shapes.serialize(format="turtle")
