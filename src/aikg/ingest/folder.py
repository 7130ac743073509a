"""The folder of a brief: what a person reviewed stays as it is, candidates are replaced, all or nothing is written."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse
from rdflib import DCTERMS, RDF, Graph, Literal, URIRef
from rdflib.term import Node

from aikg.errors import SourceError, UsageError
from aikg.ingest.check import Hanging, take
from aikg.mapping.briefs import PROPOSALS
from aikg.mapping.turtle import new_graph
from aikg.vocabulary import iris
from aikg.vocabulary.namespaces import AIKG

#: files beside the Turtle that ingesting writes anew
REVIEW, SET_ASIDE = "review.md", "set-aside.txt"
_CANDIDATE = URIRef(iris.concept("review-status/candidate"))


@dataclass
class BriefFolder:
    """The Turtle files of a brief by stem, as they are now, and what tells whether they have changed since."""

    path: Path
    graphs: dict[str, Graph] = field(default_factory=dict)
    seen: str = ""

    @classmethod
    def read(cls, path: Path) -> BriefFolder:
        """Read a folder; one that is not there is empty. Raises SourceError for a file that is no Turtle."""
        recover(path)
        folder = cls(path, seen=fingerprint(path))
        for file in sorted(path.glob("*.ttl")):
            try:
                folder.graphs[file.stem] = new_graph().parse(file, format="turtle")
            except Exception as error:  # rdflib raises whatever its parser meets
                raise SourceError(f"{file} cannot be read: {error}", "mend it or move it away") from error
        return folder

    def proposed(self) -> list[Quad]:
        """Return the proposals as quads."""
        graph = self.graphs.get(PROPOSALS, new_graph())
        return list(parse(graph.serialize(format="nt"), format=RdfFormat.N_TRIPLES))

    @property
    def reviewed(self) -> int:
        """How many statements a person reviewed."""
        return sum(len(_statements(graph, reviewed=True)) for graph in self.graphs.values())

    def is_finished(self, stem: str) -> bool:
        """Tell whether all statements of a file are reviewed, so that nothing is added to it."""
        graph = self.graphs.get(stem, Graph())
        return bool(_statements(graph, reviewed=True)) and not _statements(graph, reviewed=False)

    def kept(self, stem: str) -> Graph:
        """Return what of a file is reviewed, with all that hangs from it."""
        graph = self.graphs.get(stem, Graph())
        nodes = _reviewed_nodes(graph)
        kept = new_graph()
        for triple in graph:
            if triple[0] in nodes:
                kept.add(triple)
        return kept

    def merged(self, stem: str, new: Graph) -> Graph:
        """Return a file with its candidates replaced by those of ``new`` that nobody reviewed before."""
        kept = self.kept(stem)
        for root in [s for s in new.subjects(RDF.type, AIKG.Statement) if (s, RDF.type, None) in kept]:
            take(new, {root, *Hanging(new).of(root)}, with_links=False)
        for subject in set(kept.subjects()):
            new.remove((subject, None, None))
        merged = new_graph([*new, *kept]) if len(kept) else new
        _keep_titles(self.graphs.get(stem, Graph()), merged)
        return merged


def _statements(graph: Graph, reviewed: bool) -> list[Node]:
    found = graph.subjects(RDF.type, AIKG.Statement)
    return [s for s in found if ((s, AIKG.reviewStatus, _CANDIDATE) in graph) != reviewed]


def _reviewed_nodes(graph: Graph) -> set[Node]:
    """Return reviewed statements and discrepancies with what hangs from them, and statements that they point to."""
    kinds = (AIKG.Statement, AIKG.Discrepancy)
    roots = [s for kind in kinds for s in graph.subjects(RDF.type, kind)]
    waiting = [s for s in roots if (s, AIKG.reviewStatus, _CANDIDATE) not in graph]
    seen: set[Node] = set()
    hanging = Hanging(graph)
    while waiting:
        root = waiting.pop()
        if root not in seen:
            own = {root, *hanging.of(root)}
            seen |= own
            waiting += [o for node in own for o in graph.objects(node) if o in roots]
    return seen


def _keep_titles(old: Graph, new: Graph) -> None:
    """Keep titles in other languages, which somebody added."""
    for subject, title in old.subject_objects(DCTERMS.title):
        languages = {getattr(known, "language", "") for known in new.objects(subject, DCTERMS.title)}
        if isinstance(title, Literal) and languages and title.language not in languages:
            new.add((subject, DCTERMS.title, title))


def accepted_proposals(graph: Graph) -> Graph:
    """Return the proposed things that a person accepted: what has a status that is not candidate."""
    found = new_graph()
    accepted = {s for s, _, status in graph.triples((None, AIKG.reviewStatus, None)) if status != _CANDIDATE}
    for triple in graph:
        if triple[0] in accepted:
            found.add(triple)
    return found


def with_proposals(folder: BriefFolder, proposed: Graph, wanted: set[str]) -> Graph:
    """Return the proposals: accepted ones as they are, new ones, and old ones that reviewed statements still need."""
    old = folder.graphs.get(PROPOSALS, Graph())
    accepted = accepted_proposals(old)
    for subject in set(accepted.subjects()):
        proposed.remove((subject, None, None))
    merged = new_graph([*proposed, *accepted])
    waiting = [URIRef(iri) for iri in sorted(wanted)]
    while waiting:
        node = waiting.pop()
        if (node, None, None) in old and (node, None, None) not in merged:
            for triple in old.triples((node, None, None)):
                merged.add(triple)
                waiting += [triple[2]] if isinstance(triple[2], URIRef) else []
    return merged


def write(path: Path, files: Mapping[str, str | None], seen: str | None = None) -> bool:
    """Replace files of a folder, all at once; None takes a file away. Other files of the folder stay.

    Returns whether anything changed. The new folder is made beside the old one and takes its place by renaming, so
    that whatever happens there is the old one or the new one. Raises UsageError when it cannot be written, or when
    its Turtle is not what was ``seen`` (see ``fingerprint``): somebody has worked on it meanwhile.
    """
    if not _changes(path, files):
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write to {path}: {error.strerror}", "choose another folder with --out") from error
    with _alone(path.parent):
        if seen is not None and fingerprint(path) != seen:
            raise UsageError(f"{path} has changed while the brief was read", "nothing was written; ingest again")
        _replace(path, files)
    return True


def fingerprint(path: Path) -> str:
    """Return a digest of the Turtle of a folder: another one when somebody has worked on it."""
    total = hashlib.sha256()
    for file in sorted(path.glob("*.ttl")):
        total.update(f"{file.name}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one process at a time exchange folders in ``folder``, where the system can lock."""
    if find_spec("fcntl") is None:
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _replace(path: Path, files: Mapping[str, str | None]) -> None:
    try:
        staging = Path(tempfile.mkdtemp(prefix=f".{path.name}.new-", dir=path.parent))
    except OSError as error:
        raise UsageError(f"cannot write to {path}: {error.strerror}", "choose another folder with --out") from error
    try:
        if path.is_dir():
            shutil.copytree(path, staging, dirs_exist_ok=True)
        for name, text in files.items():
            if text is None:
                (staging / name).unlink(missing_ok=True)
            else:
                (staging / name).write_text(text, encoding="utf-8", newline="\n")
        staging.chmod(0o755)
        _exchange(path, staging)
    except OSError as error:
        raise UsageError(f"cannot write to {path}: {error.strerror}", "choose another folder with --out") from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _changes(path: Path, files: Mapping[str, str | None]) -> bool:
    def now(name: str) -> str | None:
        file = path / name
        return file.read_text(encoding="utf-8") if file.is_file() else None

    return any(now(name) != text for name, text in files.items())


def _old(path: Path) -> Path:
    return path.with_name(f".{path.name}.old")


def _exchange(path: Path, staging: Path) -> None:
    old = _old(path)
    shutil.rmtree(old, ignore_errors=True)
    if path.exists():
        path.rename(old)
    try:
        staging.rename(path)
    except BaseException:
        if old.exists():
            old.rename(path)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(path: Path) -> None:
    """Put the old folder back when a replacement was cut off between its two steps."""
    old = _old(path)
    if old.is_dir() and not path.exists():
        old.rename(path)
