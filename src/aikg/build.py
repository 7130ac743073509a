"""The build half, top to bottom: sources, validation, inference, canonical form, store, downloads.

Validation and downloads are imported when something is built: to ask a store that is fresh needs neither.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from aikg import resources
from aikg.errors import UsageError, ViolationsFoundError
from aikg.graph import canonical, inference, revision
from aikg.graph.sources import SourceFile, line_of, read_file, read_sources, settle, turtle_files
from aikg.graph.store import fill
from aikg.validation.report import ValidationReport
from aikg.vocabulary import iris
from aikg.vocabulary.namespaces import BASE

#: named graph of a file that is only checked
CHECKED_GRAPH = BASE + "graph/checked"
#: change it when the same sources give another store
_FORM = "2"
#: told what is going on, one step at a time
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Sources:
    """The three folders that a dataset is built from."""

    data: Path
    ontology: Path
    shapes: Path

    @classmethod
    def packaged(cls) -> Sources:
        """The folders that ship with aikg."""
        return cls(*(resources.folder(name) for name in ("data", "ontology", "shapes")))

    def fingerprint(self) -> str:
        """Return a digest of every source file and rule: when it changes, the store is stale."""
        total = hashlib.sha256(_FORM.encode())
        for label in ("data", "ontology", "shapes"):
            folder: Path = getattr(self, label)
            for path in turtle_files(folder):
                total.update(f"{label}/{path.relative_to(folder).as_posix()}\0".encode())
                total.update(hashlib.sha256(path.read_bytes()).digest())
        for name, text in inference.rules():
            total.update(f"{name}\0{text}\0".encode())
        return total.hexdigest()


def validate(sources: Sources, files: Sequence[SourceFile] | None = None) -> ValidationReport:
    """Check the sources (or ``files`` in their place) against shapes and integrity; findings have file and line.

    Raises SourceError when a file cannot be parsed.
    """
    from aikg.validation.integrity import check_integrity
    from aikg.validation.screen import check_screened
    from aikg.validation.shapes import load_shapes

    files = files or read_sources(sources.data, sources.ontology)
    found = check_integrity([(file.name, file.quads) for file in files])
    found += check_screened([quad for file in files for quad in file.quads], load_shapes(sources.shapes))
    return ValidationReport.of(found).located(_Places(files))


def validate_files(sources: Sources, paths: Sequence[Path]) -> ValidationReport:
    """Check files together with the packaged data, and return what was found in those files.

    A folder stands for the Turtle files in it. A file in a folder named like an issue (``spri-2024-02/01.ttl``) stands
    for that brief in place of its packaged one.

    Raises SourceError when a file cannot be parsed, UsageError for a folder without Turtle.
    """
    paths = [file for path in paths for file in _turtle_of(path)]
    known = {file.path.resolve(): file for file in read_sources(sources.data, sources.ontology)}
    asked = [known.get(path.resolve()) or read_file(path, str(path), _graph_of(path)) for path in paths]
    names = {file.name for file in asked}
    issues = {path.resolve().parent.name for path in paths if path.resolve() not in known and _in_issue(path)}
    others = [f for f in known.values() if f.name not in names and f.path.parent.name not in issues]
    report = validate(sources, settle([*others, *asked]))
    return ValidationReport.of(result for result in report.results if result.file in names)


def _turtle_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    if found := turtle_files(path):
        return found
    raise UsageError(f"{path} has no Turtle file", "name a folder or file with Turtle, *.ttl")


#: folders of briefs are named so
_ISSUE = re.compile("[a-z]+-[0-9]{4}-[0-9]{2}")


def _in_issue(path: Path) -> bool:
    return _ISSUE.fullmatch(path.resolve().parent.name) is not None


def _graph_of(path: Path) -> str:
    inside = Path("briefs", path.resolve().parent.name, path.name)
    return iris.graph_of_file(inside) if _in_issue(path) else CHECKED_GRAPH


class _Places:
    """Where a node is described: file and line; in a certain file if that is known."""

    def __init__(self, files: Sequence[SourceFile]) -> None:
        self._named = {file.name: file for file in files}
        self._describing = {quad.subject.value: file for file in files for quad in file.quads}  # type: ignore[union-attr]

    def __call__(self, iri: str, name: str) -> tuple[str, int | None]:
        file = self._named.get(name) or self._describing.get(iri)
        return (file.name, line_of(file, iri)) if file else (name, None)


def build(sources: Sources, store: Path, progress: Progress = lambda step: None) -> revision.Revision:
    """Build a revision and put it into service; on any error the previous one stays.

    Raises SourceError for a file that cannot be parsed, ViolationsFoundError (with the report) for data that breaks
    a shape.
    """
    fingerprint = sources.fingerprint()
    progress("reading")
    files = read_sources(sources.data, sources.ontology)
    progress("validating")
    report = validate(sources, files)
    if not report.conforms:
        raise ViolationsFoundError(report.to_text(), "mend the places above; the previous store stays in service")
    progress("inferring")
    nquads, inferred = _dataset(files)
    progress("storing")
    manifest = revision.Manifest(
        revision=canonical.digest(nquads)[:16],
        fingerprint=fingerprint,
        quads=nquads.count(b"\n"),
        inferred=inferred,
        warnings=report.counts()["Warning"],
        notes=report.counts()["Info"],
    )
    return _write(store, nquads, manifest)


def _dataset(files: Sequence[SourceFile]) -> tuple[bytes, int]:
    memory = Store()
    for file in files:
        memory.extend(file.quads)
    inferred = inference.infer(memory)
    return canonical.to_nquads(memory), inferred


def _write(store: Path, nquads: bytes, manifest: revision.Manifest) -> revision.Revision:
    from aikg.publish.dumps import write_dumps

    try:
        store.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix="building-", dir=store))
    except OSError as error:
        raise _unwritable(store, error) from error
    try:
        (staging / "aikg.nq").write_bytes(nquads)
        embedded = Store(str(staging / "oxigraph"))
        fill(embedded, nquads)
        embedded.optimize()
        del embedded
        write_dumps(nquads, staging / "download")
        revision.write_manifest(staging, manifest)
        return revision.publish(store, staging, manifest)
    except OSError as error:
        raise _unwritable(store, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _unwritable(store: Path, error: OSError) -> UsageError:
    return UsageError(f"cannot write to {store}: {error.strerror or error}", "choose another place with AIKG_STORE")


def ensure(sources: Sources, store: Path, progress: Progress = lambda step: None) -> revision.Revision:
    """Return the revision in service, building it when it is missing or older than the sources."""
    existing = revision.current(store)
    if existing and existing.manifest.fingerprint == sources.fingerprint():
        return existing
    return build(sources, store, progress)
