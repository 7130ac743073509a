"""From a document to a brief: contents, leaves, articles with their sections, events, and what is to be told."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from aikg.corpus.articles import draft, finish
from aikg.corpus.blocks import Maker
from aikg.corpus.contents import Contents, Entry, read_contents, resembles, title_key
from aikg.corpus.document import Document, Line
from aikg.corpus.events import read_events, upto_contact
from aikg.corpus.furniture import active_section, printed_number, running_heads
from aikg.corpus.issues import Issue, read_issue
from aikg.corpus.leaves import Leaf, Role, is_chrome, leaves
from aikg.corpus.marks import with_proper_marks
from aikg.corpus.prose import furniture, prose
from aikg.model.brief import Article, Block, Brief, Conference

#: a page without the form of an article that has more text than this is told of, not taken for a cover
MOST_OTHER = 300


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    document: Document
    contents: Contents
    heads: frozenset[str]
    make: Maker
    issue: Issue
    articles: list[Article] = field(default_factory=list)
    conferences: list[Conference] = field(default_factory=list)
    prose: list[Block] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    divider: str = ""


def brief_of(document: Document) -> Brief:
    """Return the brief that a document holds; a document without its structure comes out as prose with a warning."""
    document = replace(document, lines=with_proper_marks(document.lines))
    contents = read_contents(document)
    reading = _Reading(document, contents, _heads(document), Maker(document), read_issue(document))
    cut = leaves(document, contents, reading.heads)
    if not any(leaf.role is Role.ARTICLE for leaf in cut):
        return _as_prose(reading)
    reading.rest += [document.lines[i] for i in sorted(contents.lines)]
    dividers = sum(leaf.role is Role.DIVIDER for leaf in cut) >= 2
    for leaf in cut:
        _read_leaf(leaf, reading, dividers)
    return _as_brief(reading, dividers)


def _heads(document: Document) -> frozenset[str]:
    if not document.paged:
        return frozenset()
    return running_heads(list(page) for _, page in groupby(document.lines, key=lambda line: line.page))


def _read_leaf(leaf: Leaf, reading: _Reading, dividers: bool) -> None:
    if leaf.role is Role.ARTICLE:
        _read_article(leaf, reading, dividers)
    elif leaf.role is Role.EVENTS:
        _read_events(leaf, reading)
    elif leaf.role is Role.DIVIDER:
        reading.divider = leaf.section
        reading.rest += leaf.lines
    else:
        _read_other(leaf, reading)


def _read_article(leaf: Leaf, reading: _Reading, dividers: bool) -> None:
    sorted_lines = draft(leaf.lines, reading.contents, reading.heads, reading.document.paragraphs)
    title = reading.make.text([m.words for m in sorted_lines.title]).text
    entry = reading.contents.entry(title)
    section = reading.divider if dividers else (entry.section if entry else "") or active_section(leaf.lines)
    printed = next((n for line in sorted_lines.rest if (n := printed_number(line.text.text.strip()))), None)
    if printed is None and entry:
        printed = entry.page
    number = len(reading.articles) + 1
    article = finish(sorted_lines, number, section, printed, reading.make)
    reading.articles.append(article)
    reading.rest += sorted_lines.rest
    reading.warnings += _irregularities(article)


def _irregularities(article: Article) -> list[str]:
    """Tell where an article departs from the form of the genre."""
    name = f"article {article.number}" + (f" (page {article.page})" if article.page else "")
    told = []
    if not article.title.text:
        told.append(f"{name} has no title")
    if len(article.key_points) != 2:
        told.append(f"{name} has {len(article.key_points)} key points instead of 2")
    if not article.sources:
        told.append(f"{name} has no sources")
    undated = [s for s in article.sources if s.date is None]
    told += [f"{name} has a source without date: {s.title[:40]}" for s in undated]
    if article.figures:
        told.append(f"{name} has words of a table or figure, kept apart from the body")
    return told


def _read_events(leaf: Leaf, reading: _Reading) -> None:
    lines = [line for line in leaf.lines if not is_chrome(line, reading.heads)]
    events = upto_contact(lines)
    found, told = read_events(events, reading.contents.events, reading.issue.year)
    mend = reading.make.plain
    reading.conferences += [replace(c, name=mend(c.name), place=mend(c.place)) for c in found]
    reading.warnings += told
    reading.rest += leaf.lines


def _read_other(leaf: Leaf, reading: _Reading) -> None:
    words = sum(len(line.text.text.strip()) for line in leaf.lines)
    between = reading.articles and not reading.conferences
    if words > MOST_OTHER and between:
        where = f"page {leaf.page}" if leaf.page else f"the text after article {len(reading.articles)}"
        reading.warnings.append(f"{where} has not the form of an article and is kept as prose")
        reading.prose += prose(leaf.lines, reading.make, len(reading.prose) + 1)
    else:
        reading.rest += leaf.lines


def _as_brief(reading: _Reading, dividers: bool) -> Brief:
    articles, told = _with_sections(reading.articles)
    warnings = [*reading.document.warnings, *reading.issue.warnings, *told]
    warnings += [*_against_contents(articles, reading.contents), *reading.warnings]
    if reading.document.paragraphs and not any("■" in line.text.text for line in reading.document.lines):
        warnings.append("the bullets have lost their marks; their levels are those of the file's lists")
    if reading.make.mended:
        warnings.append(f"{reading.make.mended} slips of character recognition were mended")
    warnings += [f"perhaps a slip of recognition, left as it is: …{doubt}…" for doubt in reading.make.doubts]
    rest = furniture(reading.rest, reading.make)
    return Brief(
        reading.issue.id,
        reading.issue.title,
        reading.issue.publisher,
        "B" if dividers or _is_calendar(reading.conferences) else "A",
        tuple(articles),
        tuple(reading.conferences),
        tuple(reading.prose),
        tuple(rest),
        tuple(dict.fromkeys(warnings)),
    )


def _is_calendar(conferences: Sequence[Conference]) -> bool:
    return len(conferences) > 12


def _as_prose(reading: _Reading) -> Brief:
    issue = reading.issue
    warning = "this has not the structure of a brief; it is kept as plain prose"
    blocks = prose(reading.document.lines, reading.make)
    warnings = (*reading.document.warnings, warning)
    return Brief(issue.id, issue.title, issue.publisher, "prose", prose=tuple(blocks), warnings=warnings)


def _with_sections(articles: Sequence[Article]) -> tuple[list[Article], list[str]]:
    """Give articles that the contents do not list the section of their neighbours."""
    told = []
    given: list[Article] = []
    for i, article in enumerate(articles):
        section = article.section
        if not section:
            before = given[-1].section if given else ""
            after = next((a.section for a in articles[i + 1 :] if a.section), "")
            section = before or after
            doubt = f"; it may be {after}" if after and before and after != before else ""
            source = f"its section from its neighbour{doubt}" if section else "no section"
            told.append(f"article {article.number} has {source}")
        given.append(replace(article, section=section))
    return given, told


def _against_contents(articles: Sequence[Article], contents: Contents) -> list[str]:
    """Tell where contents and body disagree."""
    if not contents.articles:
        return ["no contents page was found"]
    told = [f"listed in the contents but not in the body: {e.title[:40]}" for e in _unmatched(articles, contents)]
    listed = [contents.entry(a.title.text) for a in articles]
    told += [
        f"article {a.number} is not in the contents: {a.title.text[:40]}"
        for a, e in zip(articles, listed, strict=True)
        if e is None
    ]
    order = [contents.articles.index(e) for e in listed if e]
    if order != sorted(order):
        told.append("contents and body have articles in another order")
    return told


def _unmatched(articles: Sequence[Article], contents: Contents) -> list[Entry]:
    keys = {title_key(a.title.text) for a in articles}
    left = [e for e in contents.articles if title_key(e.title) not in keys]
    return [e for e in left if not any(resembles(e.title, a.title.text) for a in articles)]
