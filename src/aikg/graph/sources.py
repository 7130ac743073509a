"""Read the Turtle sources into quads, each file into its named graph; errors name file and line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from aikg.errors import SourceError
from aikg.vocabulary import iris


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
        raise SourceError(f"{name}: cannot be read: {error}", "the file must be readable UTF-8 text") from error
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

    Raises SourceError when a file cannot be parsed or when there is none.
    """
    files = [_named(path, data, "data") for path in _turtle(data)]
    files += [_named(path, ontology, "ontology") for path in _turtle(ontology)]
    if not files:
        raise SourceError(f"no Turtle files under {data}", "point aikg at a folder with data")
    return files


def _turtle(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.rglob("*.ttl")))


def _named(path: Path, root: Path, label: str) -> SourceFile:
    inside = path.relative_to(root)
    graph = iris.ONTOLOGY_GRAPH if label == "ontology" else iris.graph_of_file(inside)
    return read_file(path, f"{label}/{inside.as_posix()}", graph)


def line_of(file: SourceFile, iri: str) -> int | None:
    """Return the first line of the file on which ``iri`` is described, written out or with a prefix."""
    names = {f"<{iri}>"}
    lines = file.path.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("@prefix "):
            prefix, _, namespace = line.removeprefix("@prefix ").rstrip(" .").partition(" ")
            namespace = namespace.strip("<>")
            if namespace and iri.startswith(namespace):
                names.add(prefix + iri[len(namespace) :].replace("/", "\\/"))
    return next((n for n, line in enumerate(lines, 1) if line.split(" ", 1)[0] in names), None)
