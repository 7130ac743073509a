"""What a curator reads after ingesting: counts, what to look at first and why, and what was set aside."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from aikg.ingest.check import SetAside
from aikg.ingest.job import Composition
from aikg.mapping.turtle import to_turtle
from aikg.model.statement import Discrepancy, Statement
from aikg.vocabulary.iris import slug

#: rules that take a name as a list or a line of sources prints it
_PRINTED = frozenset({"table", "cited", "conference.name", "conference.place", "source.publisher", "source.title"})
_TIERS = ("high", "medium", "low")


@cache
def words(lang: str) -> dict[str, str]:
    """Return the words of reviews in a language."""
    text = (files("aikg.ingest") / "words" / f"{lang}.toml").read_text(encoding="utf-8")
    return {key: str(value) for key, value in tomllib.loads(text).items()}


def kind_of(statement: Statement) -> str:
    """Return what a statement gives: figure, relation or event."""
    if statement.figures:
        return "figure"
    return "event" if statement.asserts else "relation"


def counts(found: Composition, lang: str) -> list[str]:
    """Return the counts of a brief, a line each."""
    said = words(lang)
    kinds = Counter(kind_of(statement) for statement in found.statements)
    tiers = Counter(statement.confidence for statement in found.statements)
    modes = Counter(slug(statement.modality) for statement in found.statements)
    lines = [
        said["statements"].format(
            total=len(found.statements), **{name: kinds[name] for name in ("figure", "relation", "event")}
        ),
        said["confidence"].format(**{tier: tiers[tier] for tier in _TIERS}),
        said["modality"].format(counts=", ".join(f"{name} {count}" for name, count in sorted(modes.items()))),
        said["proposed"].format(total=len(found.proposed)),
    ]
    lines += [said["reviewed"].format(total=found.reviewed)] if found.reviewed else []
    lines += [said["aside"].format(total=len(found.set_aside))] if found.set_aside else []
    return lines


def first(found: Composition, lang: str) -> list[str]:
    """Return what to look at first, the most pressing first, a line each."""
    said = words(lang)
    lines = [said["contradiction"].format(where=_where(d.iri), label=_label(d, lang)) for d in found.discrepancies]
    lines += [_aside(aside, lang) for aside in found.set_aside]
    unsure = [statement for statement in found.statements if statement.confidence == "low"]
    lines += [said["unsure"].format(where=_where(s.iri), label=_label(s, lang), rule=s.rule) for s in unsure]
    lines += list(_names(found, lang))
    return lines


def _names(found: Composition, lang: str) -> Iterator[str]:
    """Yield new names that may be wrong: not sure of their kind, or one name for two things."""
    said = words(lang)
    shared = Counter(entity.ko for entity in found.proposed)
    for entity in (e for e in found.proposed if e.rule not in _PRINTED):
        reason = "ambiguous" if shared[entity.ko] > 1 else "unsure-name" if entity.confidence != "high" else ""
        if reason:
            yield said[reason].format(name=entity.ko or entity.en, key=entity.key, kind=entity.kind, rule=entity.rule)


def _aside(aside: SetAside, lang: str) -> str:
    said = words(lang)
    if not aside.reasons:
        return said["finished"].format(file=aside.file)
    first = aside.reasons[0]
    reason = first.message(lang) + (f" ({slug(first.value)})" if first.value else "")
    return said["refused"].format(where=_where(aside.iri), reason=reason)


def _where(iri: str) -> str:
    return "/".join(iri.split("/")[-2:])


def _label(thing: Statement | Discrepancy, lang: str) -> str:
    return thing.ko if lang == "ko" else thing.en


def review_text(found: Composition, lang: str) -> str:
    """Return the review of a brief as Markdown: counts, what to look at first, new names, notes."""
    said = words(lang)
    parts = [f"# {found.issue}", said["intro"], *_section("", counts(found, lang))]
    parts += _section(said["first"], first(found, lang) or [said["nothing"]])
    names = [f"{e.ko} · {e.en} · {e.kind} · `{e.key}`" for e in found.proposed if e.kind not in ("Work", "Conference")]
    parts += _section(said["names"], names) if names else []
    parts += _section(said["notes"], list(dict.fromkeys(found.notes))) if found.notes else []
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return [f"## {title}" if title else "", "\n".join(f"- {_plain(line)}" for line in lines)]


def _plain(line: str) -> str:
    """Return a line that Markdown shows as it is."""
    return line.replace("<", "&lt;").replace("\n", " ")


def set_aside_text(found: Composition, lang: str) -> str | None:
    """Return what did not go in, with the reasons as comments; None when everything did."""
    if not found.set_aside:
        return None
    said = words(lang)
    parts = [f"# {said['aside-intro']}"]
    for aside in found.set_aside:
        reasons = dict.fromkeys(reason.message(lang) for reason in aside.reasons) or {said["finished-long"]: None}
        comments = [f"# {aside.file}.ttl <{aside.iri}>", *(f"# {reason}" for reason in reasons)]
        parts.append("\n".join([*comments, to_turtle(aside.graph)]))
    return "\n\n".join(parts)
