"""What is done for one brief, in two steps that can run in a process of their own.

Reading needs nothing but the file. Composing needs the keys under which earlier issues propose the same things, so
the briefs are put in order between the two.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from rdflib import RDF, Graph, URIRef

from aikg.errors import ReviewedError
from aikg.ingest import extractor
from aikg.ingest.check import Hanging, SetAside, conforming
from aikg.ingest.folder import BriefFolder, with_proposals
from aikg.ingest.neighbours import NAMES, as_table, new_names
from aikg.ingest.surroundings import Surroundings
from aikg.mapping.abridging import abridged
from aikg.mapping.articles import is_worth_telling
from aikg.mapping.briefs import BRIEF, PROPOSALS, Mapped, map_brief
from aikg.mapping.cleaning import clean
from aikg.mapping.documents import issue_parts
from aikg.mapping.identity import renamed
from aikg.mapping.known import Known
from aikg.mapping.proposals import needed
from aikg.mapping.turtle import to_turtle
from aikg.model.brief import Brief
from aikg.model.extraction import Extraction, NamedEntity
from aikg.model.statement import Discrepancy, Statement
from aikg.vocabulary import iris
from aikg.vocabulary.namespaces import AIKG, ID

#: kinds of things whose names are made of common words, so that they resemble each other
_GENERAL = frozenset({"Technology", "Topic", "Work"})


@dataclass(frozen=True)
class Reading:
    """A brief as read, and what it says."""

    path: Path
    brief: Brief
    extraction: Extraction


@dataclass(frozen=True)
class Composition:
    """The files of a brief's folder by name (None takes one away), and what a curator is told of it.

    ``titles`` are those of the articles, ``spoken`` the entities that a statement speaks of, both by IRI;
    ``resembling`` are the keys of known things that a new name may be another name of. ``seen`` is the fingerprint of
    the folder that it was made for.
    """

    issue: str
    folder: Path
    files: dict[str, str | None]
    statements: tuple[Statement, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    proposed: tuple[NamedEntity, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    finished: tuple[str, ...] = ()
    reviewed: int = 0
    notes: tuple[str, ...] = field(default=())
    titles: dict[str, str] = field(default_factory=dict)
    spoken: dict[str, frozenset[str]] = field(default_factory=dict)
    resembling: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: int = 0
    seen: str | None = None


def read(path: Path, data: Path) -> Reading:
    """Read a brief and extract from it.

    Raises SourceError or BriefError for what cannot be ingested.
    """
    brief = extractor.read_korean_brief(path)
    issue_parts(brief.issue)
    return Reading(path, brief, abridged(extractor.tools(data).extract(brief)))


def compose(reading: Reading, keys: dict[str, str], data: Path, out: Path) -> Composition:
    """Return the files that a brief's folder under ``out`` shall have.

    ``keys`` are the keys of earlier issues for new entities. Raises ReviewedError when all of it is reviewed.
    """
    brief, extraction = reading.brief, renamed(reading.extraction, keys)
    around = Surroundings.of(data)
    folder = BriefFolder.read(out / brief.issue)
    known = around.known(brief.issue).accepting(folder.proposed())
    mapped = map_brief(brief, extraction, known, extractor.tools(data).place_named)
    finished = _finished(folder, mapped)
    aside = [_finished_aside(stem, mapped.graphs.pop(stem)) for stem in finished]
    graphs, refused = conforming(mapped, around)
    files = _files(folder, graphs, finished, mapped.roster.known.described) | {NAMES: as_table(new_names(extraction))}
    spoken = {e.key for e in mapped.roster.entities.values() if _is_proposed(graphs[PROPOSALS], e.key)}
    proposed = tuple(mapped.roster.entities[key] for key in sorted(spoken))
    return Composition(
        issue=brief.issue,
        folder=folder.path,
        files=files,
        statements=tuple(s for s in mapped.statements if _is_in(graphs, s.iri)),
        discrepancies=tuple(d for a in mapped.articles for d in a.discrepancies if _is_in(graphs, d.iri)),
        proposed=proposed,
        titles={iris.article(brief.issue, a.number): clean(a.title.text) for a in brief.articles},
        spoken=_spoken(graphs),
        resembling=_resembling(mapped.roster.known, proposed),
        left_out=sum(not is_worth_telling(event) for event in extraction.events),
        set_aside=(*aside, *refused),
        finished=finished,
        reviewed=folder.reviewed,
        seen=folder.seen,
        notes=(*brief.warnings, *extraction.notes),
    )


def _spoken(graphs: dict[str, Graph]) -> dict[str, frozenset[str]]:
    """Return what each statement speaks of, with its figures and events: IRIs by IRI."""
    found = {}
    for graph in graphs.values():
        hanging = Hanging(graph)
        for root in graph.subjects(RDF.type, AIKG.Statement):
            told = (o for node in (root, *hanging.of(root)) for o in hanging.targets[node])
            found[str(root)] = frozenset(str(o) for o in told if str(o).startswith(ID))
    return found


def _resembling(known: Known, proposed: tuple[NamedEntity, ...]) -> dict[str, tuple[str, ...]]:
    named = [entity for entity in proposed if entity.kind not in _GENERAL]
    like = {entity.key: known.resembling(entity.key, entity.ko, entity.en) for entity in named}
    return {key: keys for key, keys in like.items() if keys}


def _finished(folder: BriefFolder, mapped: Mapped) -> tuple[str, ...]:
    """Return the stems of the files that nothing is added to; raises ReviewedError when these are all of them."""
    with_statements = [stem for stem in mapped.graphs if stem != BRIEF]
    finished = tuple(stem for stem in with_statements if folder.is_finished(stem))
    if finished and len(finished) == len(with_statements):
        raise ReviewedError(
            f"{mapped.issue} is reviewed: its {folder.reviewed} statements stay as they are",
            "write the candidates elsewhere with --out",
        )
    return finished


def _finished_aside(stem: str, graph: Graph) -> SetAside:
    return SetAside(iris.graph_of_file(Path("briefs", "x", stem)), stem, graph, ())


def _files(
    folder: BriefFolder, graphs: dict[str, Graph], finished: tuple[str, ...], described: frozenset[str]
) -> dict[str, str | None]:
    stale = [stem for stem in folder.graphs if stem not in graphs and stem not in finished and _is_ours(stem)]
    untouched = [stem for stem in stale if len(folder.kept(stem))]
    merged = {stem: folder.merged(stem, graph) for stem, graph in graphs.items() if stem != PROPOSALS}
    _keep_sections(folder, merged)
    standing = [*merged.values(), *(folder.graphs[stem] for stem in (*finished, *untouched))]
    merged[PROPOSALS] = with_proposals(folder, graphs[PROPOSALS], needed(standing) - described)
    files: dict[str, str | None] = {f"{stem}.ttl": _turtle(folder.path.name, g) for stem, g in merged.items()}
    return files | {f"{stem}.ttl": None for stem in stale if stem not in untouched}


def _is_ours(stem: str) -> bool:
    return stem.isdigit() or stem in ("conferences", PROPOSALS)


def _keep_sections(folder: BriefFolder, merged: dict[str, Graph]) -> None:
    """Keep the sections of articles that are reviewed and that the file no longer has."""
    old = folder.graphs.get(BRIEF, Graph())
    for subject in set(old.subjects()) - set(merged[BRIEF].subjects()) if folder.reviewed else ():
        for triple in old.triples((subject, None, None)):
            merged[BRIEF].add(triple)


def _turtle(issue: str, graph: Graph) -> str:
    own = {f"a{n:02d}": f"{iris.article(issue, n)}/" for n in range(1, 100)}
    own |= {"article": f"{ID}article/{issue}/", "c": f"{iris.conferences(issue)}/"}
    used = {str(term).rsplit("/", 1)[0] + "/" for triple in graph for term in triple if isinstance(term, URIRef)}
    return to_turtle(graph, {prefix: namespace for prefix, namespace in own.items() if namespace in used})


def _is_in(graphs: dict[str, Graph], iri: str) -> bool:
    node = URIRef(iri)
    return any((node, None, None) in graph for graph in graphs.values())


def _is_proposed(graph: Graph, key: str) -> bool:
    return (URIRef(iris.entity(key)), None, None) in graph
