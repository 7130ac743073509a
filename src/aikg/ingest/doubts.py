"""What a curator should look at first, and why: names that much hangs on, and statements that are unsure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from aikg.ingest.job import Composition
from aikg.model.extraction import NamedEntity
from aikg.model.statement import Discrepancy, Statement
from aikg.vocabulary import iris

#: rules that take a name as a list or a line of sources prints it
_PRINTED = frozenset({"table", "cited", "conference.name", "conference.place", "source.publisher", "source.title"})


@dataclass(frozen=True)
class DoubtfulName:
    """A new name that may be wrong, why, how many statements speak of it, and what it may be another name of."""

    entity: NamedEntity
    why: str
    statements: int
    resembling: tuple[str, ...] = ()


@dataclass(frozen=True)
class DoubtfulStatement:
    """A statement of low confidence, and why: a doubtful name, a contradiction, nothing named, or the rule."""

    statement: Statement
    why: str
    names: tuple[NamedEntity, ...] = ()


def doubtful_names(found: Composition) -> list[DoubtfulName]:
    """Return new names that may be wrong, those first on which most statements hang."""
    shared = Counter(entity.ko for entity in found.proposed if entity.ko)
    hanging = Counter(iri for statement in found.statements for iri in found.spoken.get(statement.iri, ()))
    doubtful = [
        DoubtfulName(entity, why, hanging[iris.entity(entity.key)], found.resembling.get(entity.key, ()))
        for entity in found.proposed
        if (why := _why_name(entity, shared[entity.ko] > 1, entity.key in found.resembling))
    ]
    return sorted(doubtful, key=lambda doubt: (-doubt.statements, doubt.entity.key))


def _why_name(entity: NamedEntity, is_shared: bool, resembles: bool) -> str:
    if entity.rule in _PRINTED:
        return "resembles" if resembles else ""
    if is_shared:
        return "ambiguous"
    if entity.confidence != "high":
        return "unsure-name"
    return "resembles" if resembles else ""


def doubtful_statements(found: Composition) -> Iterator[DoubtfulStatement]:
    """Yield the statements of low confidence with the reason, in their order."""
    unsure = {iris.entity(e.key): e for e in found.proposed if e.confidence == "low"}
    for statement in found.statements:
        if statement.confidence == "low":
            names = tuple(unsure[iri] for iri in sorted(found.spoken.get(statement.iri, ())) if iri in unsure)
            yield DoubtfulStatement(statement, _why_statement(statement, found.discrepancies, bool(names)), names)


def _why_statement(statement: Statement, discrepancies: tuple[Discrepancy, ...], has_unsure_name: bool) -> str:
    if discrepancies and statement.conflicts_with:
        return "contradicted"
    if has_unsure_name:
        return "by-name"
    if any(figure.about == (statement.article,) for figure in statement.figures):
        return "nameless"
    return "by-rule"
