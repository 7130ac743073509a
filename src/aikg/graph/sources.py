"""Read the Turtle sources into quads, each file into its named graph; errors name file and line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from aikg.errors import SourceError
from aikg.graph.proposals import is_proposals, owners
from aikg.vocabulary import iris

#: a prefix with its namespace, as Turtle declares it
_PREFIX = re.compile(r"@?prefix\s+([\w.-]*:)\s*<([^>]+)>", re.IGNORECASE)


@dataclass(frozen=True)
class SourceFile:
    """A Turtle file, the name to show for it, its named graph and its quads in file order."""

    path: Path
    name: str
    graph: str
    quads: tuple[Quad, ...]


def read_file(path: Path, name: str, graph: str) -> SourceFile:
    """Parse one Turtle file.

    Raises SourceError with file and line when it is missing, not UTF-8 or not Turtle, or has a blank node.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SourceError(f"{name}: cannot be read: {reason}", "the file must be readable UTF-8 text") from error
    target = NamedNode(graph)
    try:
        quads = tuple(_into(quad, target, name) for quad in parse(text, format=RdfFormat.TURTLE))
    except SyntaxError as error:
        line = error.lineno or 0
        raise SourceError(f"{name}, line {line}: {error.msg}", "mend the Turtle there") from error
    return SourceFile(path, name, graph, quads)


def _into(quad: Quad, graph: NamedNode, name: str) -> Quad:
    if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
        raise SourceError(f"{name}: a blank node at {quad.predicate}", "give the node an IRI of its own")
    return Quad(quad.subject, quad.predicate, quad.object, graph)


def read_sources(data: Path, ontology: Path) -> list[SourceFile]:
    """Read every Turtle file under ``data`` and ``ontology``, in the order of their names.

    Of a thing that several briefs propose one description is kept.

    Raises SourceError when a file cannot be parsed or when there is none.
    """
    files = [_named(path, data, "data") for path in turtle_files(data)]
    files += [_named(path, ontology, "ontology") for path in turtle_files(ontology)]
    if not files:
        raise SourceError(f"no Turtle files under {data}", "point aikg at a folder with data")
    return settle(files)


def turtle_files(folder: Path) -> list[Path]:
    """Return the Turtle files under ``folder``, sorted; what is hidden is still being written."""
    found = (path for path in folder.rglob("*.ttl") if not _is_hidden(path.relative_to(folder)))
    return sorted(found)


def _is_hidden(inside: Path) -> bool:
    return any(part.startswith(".") for part in inside.parts)


def settle(files: Sequence[SourceFile]) -> list[SourceFile]:
    """Return the files with one description of each thing that briefs propose (see ``aikg.graph.proposals``)."""
    proposals = [file for file in files if is_proposals(file.graph)]
    others = [file for file in files if not is_proposals(file.graph)]
    counting = owners(*([(file.name, file.quads) for file in group] for group in (others, proposals)))
    return [_only_owned(file, counting) if is_proposals(file.graph) else file for file in files]


def _only_owned(file: SourceFile, owners: dict[str, str]) -> SourceFile:
    kept = tuple(q for q in file.quads if owners.get(getattr(q.subject, "value", ""), file.name) == file.name)
    return replace(file, quads=kept)


def _named(path: Path, root: Path, label: str) -> SourceFile:
    inside = path.relative_to(root)
    graph = iris.ONTOLOGY_GRAPH if label == "ontology" else iris.graph_of_file(inside)
    return read_file(path, f"{label}/{inside.as_posix()}", graph)


def line_of(file: SourceFile, iri: str) -> int | None:
    """Return the first line of the file on which ``iri`` is described, written out or with a prefix."""
    names = {f"<{iri}>"}
    text = file.path.read_text(encoding="utf-8")
    for prefix, namespace in _PREFIX.findall(text):
        if iri.startswith(namespace):
            names.add(prefix + iri[len(namespace) :].replace("/", "\\/"))
    return next((n for n, line in enumerate(text.splitlines(), 1) if names.intersection(line.split(None, 1)[:1])), None)
