"""The dataset in every form: the same bytes for the same revision, with checksums."""

import gzip
import hashlib
import tempfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from aikg.graph.canonical import from_nquads
from aikg.graph.catalogue import Catalogue
from aikg.graph.store import KnowledgeGraph
from aikg.publish.tables import tables
from aikg.vocabulary.namespaces import PREFIXES

#: files of the download folder: name, form, does it name graphs?
DUMPS = (
    ("aikg.ttl", RdfFormat.TURTLE, False),
    ("aikg.trig", RdfFormat.TRIG, True),
    ("aikg.nt", RdfFormat.N_TRIPLES, False),
    ("aikg.jsonld", RdfFormat.JSON_LD, True),
    ("aikg.rdf", RdfFormat.RDF_XML, False),
)
#: every format, by suffix
FORMATS = ("ttl", "trig", "nt", "nq", "jsonld", "rdf", "csv", "graphml")
#: checksums of the others, in the form that sha256sum -c reads
CHECKSUMS = "SHA256SUMS"


def _triples(quads: Iterable[Quad]) -> list[Triple]:
    """Return the union of the graphs, sorted so that a subject stands together."""
    unique = {(str(q.subject), str(q.predicate), str(q.object)): q.triple for q in quads}
    return [unique[key] for key in sorted(unique)]


def _quads(quads: Iterable[Quad]) -> list[Quad]:
    return sorted(quads, key=lambda q: (str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)))


def to_bytes(quads: Iterable[Quad], form: RdfFormat, datasets: bool) -> bytes:
    """Serialize quads, or the union of their graphs, in a fixed order."""
    ordered: list[Quad] | list[Triple] = _quads(quads) if datasets else _triples(quads)
    prefixes = PREFIXES if form in (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.RDF_XML) else None
    return serialize(ordered, format=form, prefixes=prefixes) or b""


def write_dumps(nquads: bytes, folder: Path, formats: Collection[str] = FORMATS) -> list[Path]:
    """Write dumps of the canonical dataset ``nquads`` into ``folder`` and return the files.

    ``formats`` are suffixes (``ttl``, ``csv``): only those are written, and the checksums. The files take their places
    when all of them are whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as staging:
        made = [
            _write(Path(staging, name), content)
            for name, content in _dumps(nquads, formats)
            if format_of(name) in formats
        ]
        sums = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(made))
        made.append(_write(Path(staging, CHECKSUMS), sums.encode()))
        return [path.replace(folder / path.name) for path in made]


def _dumps(nquads: bytes, formats: Collection[str]) -> Iterator[tuple[str, bytes]]:
    quads = from_nquads(nquads)
    for name, form, datasets in DUMPS:
        if format_of(name) in formats:
            yield name, to_bytes(quads, form, datasets)
    yield "aikg.nq.gz", gzip.compress(nquads, mtime=0)
    if {"csv", "graphml"} & set(formats):
        yield from tables(Catalogue(KnowledgeGraph.from_nquads(nquads)))


def format_of(name: str) -> str:
    """Return the format of a file by its name.

    >>> format_of("aikg.nq.gz"), format_of("figures.csv")
    ('nq', 'csv')
    """
    return name.removesuffix(".gz").rsplit(".", 1)[-1]


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
