"""From a document to a brief: contents, leaves, articles with their sections, events, warnings."""

import re
from collections import Counter
from collections.abc import Sequence

from aikg.corpus.articles import draft, finish
from aikg.corpus.blocks import Maker
from aikg.corpus.contents import Contents, read_contents
from aikg.corpus.document import Document, Line
from aikg.corpus.furniture import running_heads
from aikg.corpus.leaves import Leaf, Role, leaves
from aikg.model.brief import Article, Block, Brief, Kind


def brief_of(document: Document) -> Brief:
    contents = read_contents(document)
    pages = {}
    for line in document.lines:
        pages.setdefault(line.page, []).append(line)
    heads = running_heads(pages.values()) if document.paged else frozenset()
    make = Maker(document)
    section = ""
    articles = []
    for leaf in leaves(document, contents, heads):
        if leaf.role is Role.DIVIDER:
            section = leaf.section
        if leaf.role is Role.ARTICLE:
            d = draft(leaf.lines, contents, heads, document.paragraphs)
            e = contents.entry(" ".join(m.words.text for m in d.title))
            articles.append(finish(d, len(articles) + 1, section or (e.section if e else ""), e.page if e else None, make))
    return Brief("", "", "", "", tuple(articles))
