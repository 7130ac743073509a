"""What a curator reads after ingesting: what was found, what to look at first and why, and what was set aside."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from aikg.ingest.check import SetAside
from aikg.ingest.doubts import DoubtfulName, DoubtfulStatement, doubtful_names, doubtful_statements
from aikg.ingest.job import Composition
from aikg.mapping.turtle import to_turtle
from aikg.model.extraction import NamedEntity
from aikg.model.statement import Discrepancy, Statement
from aikg.vocabulary.concepts import concepts
from aikg.vocabulary.iris import slug

_HANGUL = re.compile("[가-힣]")
_TIERS = ("high", "medium", "low")
_KINDS = ("figure", "relation", "event")
#: names that a line of sources or a list of events prints; they need no settling
_LISTED = ("Work", "Conference")


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
    modes = Counter(statement.modality for statement in found.statements)
    named = [f"{_concept(iri, lang)} {count}" for iri, count in modes.most_common()]
    lines = [
        said["statements"].format(total=len(found.statements), **{name: kinds[name] for name in _KINDS}),
        said["confidence"].format(**{tier: tiers[tier] for tier in _TIERS}),
        said["modality"].format(counts=", ".join(named)),
        said["proposed"].format(total=len(found.proposed)),
    ]
    lines += [said["reviewed"].format(total=found.reviewed)] if found.reviewed else []
    lines += [said["aside"].format(total=len(found.set_aside))] if found.set_aside else []
    return lines


def _concept(iri: str, lang: str) -> str:
    concept = concepts().get("/".join(iri.split("/")[-2:]))
    return slug(iri) if concept is None else concept.ko if lang == "ko" else concept.en


def first(found: Composition, lang: str, linked: bool = True) -> list[str]:
    """Return what to look at first, the most pressing first, a line each; for Markdown with links to the lines."""
    where = _linked if linked else _place
    said = words(lang)
    lines = [
        said["contradiction"].format(where=where(found, d.iri), label=_label(d, lang)) for d in found.discrepancies
    ]
    lines += [_aside(where(found, aside.iri), aside, lang) for aside in found.set_aside]
    lines += [_name(doubt, lang) for doubt in doubtful_names(found)]
    lines += [_statement(where(found, doubt.statement.iri), doubt, lang) for doubt in doubtful_statements(found)]
    return lines


def _name(doubt: DoubtfulName, lang: str) -> str:
    said, entity = words(lang), doubt.entity
    line = said[doubt.why].format(name=_called(entity), key=entity.key, kind=entity.kind, rule=entity.rule)
    if doubt.resembling:
        line += said["maybe"].format(names=", ".join(doubt.resembling))
    return line + said["hanging"].format(count=doubt.statements) if doubt.statements else line


def _statement(where: str, doubt: DoubtfulStatement, lang: str) -> str:
    said, statement = words(lang), doubt.statement
    why = said[doubt.why].format(names=", ".join(map(_called, doubt.names)), rule=statement.rule)
    return said["unsure"].format(where=where, label=_label(statement, lang), why=why)


def _called(entity: NamedEntity) -> str:
    return entity.ko or entity.en


def _aside(where: str, aside: SetAside, lang: str) -> str:
    said = words(lang)
    if not aside.reasons:
        return said["finished"].format(file=aside.file)
    reason = aside.reasons[0].message(lang)
    value = f" ({slug(aside.reasons[0].value)})" if aside.reasons[0].value else ""
    return said["refused"].format(where=where, reason=reason + value)


def _place(found: Composition, iri: str) -> str:
    """Return article and name of a node, and the block in which its words stand."""
    evidence = next((s.evidence for s in found.statements if s.iri == iri), ())
    return "/".join(iri.split("/")[-2:]) + (f" {evidence[0].block}" if evidence else "")


def _linked(found: Composition, iri: str) -> str:
    """Return the place of a node with a link to the line that describes it."""
    place, _, block = _place(found, iri).partition(" ")
    article, _, name = place.partition("/")
    text = found.files.get(f"{article}.ttl") or ""
    line = next((n for n, row in enumerate(text.splitlines(), 1) if re.match(rf"\S*:{re.escape(name)} ", row)), None)
    return " ".join(filter(None, (f"[{place}]({article}.ttl#L{line})" if line else place, block)))


def _label(thing: Statement | Discrepancy, lang: str) -> str:
    return thing.ko if lang == "ko" else thing.en


def review_text(found: Composition, lang: str) -> str:
    """Return the review of a brief as Markdown: how to go about it, what was found, doubts, new names, notes."""
    said = words(lang)
    parts = [f"# {found.issue}", said["intro"].strip(), *_section("", counts(found, lang))]
    parts += _section(said["first"], first(found, lang) or [said["nothing"]])
    parts += [f"## {said['articles']}", _articles(found, lang)]
    parts += _section(said["names"], list(_new_names(found, lang)))
    parts += _section(said["notes"], list(dict.fromkeys((*found.notes, *_left_out(found, lang)))))
    return "\n\n".join(part for part in parts if part) + "\n"


def _articles(found: Composition, lang: str) -> str:
    """Return a table of the articles: what was found in each, and how much of it is unsure."""
    said = words(lang)
    kinds = Counter((s.article, kind_of(s)) for s in found.statements)
    tiers = Counter((s.article, s.confidence) for s in found.statements)
    rows = [f"| {said['columns']} |", "|---|---|" + "--:|" * 5]
    for iri, title in found.titles.items():
        stem = slug(iri)
        numbers = [*(kinds[iri, kind] for kind in _KINDS), tiers[iri, "medium"], tiers[iri, "low"]]
        rows.append(f"| [{stem}]({stem}.ttl) | {_cell(title)} | " + " | ".join(map(str, numbers)) + " |")
    return "\n".join(rows)


def _new_names(found: Composition, lang: str) -> Iterator[str]:
    """Yield the new names, those that lack an English one marked."""
    for entity in found.proposed:
        if entity.kind not in _LISTED:
            names = list(dict.fromkeys(name for name in (entity.ko, entity.en) if name))
            if _HANGUL.search(names[-1]):
                names.append(words(lang)["no-english"])
            yield f"{' · '.join(names)} · {entity.kind} · `{entity.key}`"


def _left_out(found: Composition, lang: str) -> list[str]:
    return [words(lang)["left-out"].format(count=found.left_out)] if found.left_out else []


def _section(title: str, lines: Sequence[str]) -> list[str]:
    if not lines:
        return []
    return [f"## {title}" if title else "", "\n".join(f"- {_plain(line)}" for line in lines)]


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")


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
