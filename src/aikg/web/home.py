"""The first page: what this is, and where to start."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from flask import Blueprint, render_template

from aikg.graph.catalogue import Catalogue
from aikg.graph.questions import questions
from aikg.graph.store import Row
from aikg.graph.things import count_by_kind
from aikg.vocabulary.namespaces import AIKG, ID
from aikg.web.site import catalogue
from aikg.web.twins import Twin

blueprint = Blueprint("home", __name__)

#: questions that the home page starts from
FEATURED = ("CQ33", "CQ44", "CQ26", "CQ23", "CQ47", "CQ50")
#: whose relations the home page draws
DRAWN = ID + "org/ai-alliance"


@blueprint.get("/")
def home() -> str:
    """Say what this is, and let people start."""
    found = catalogue()
    return render_template(
        "home.html",
        counts=_counts(found),
        featured=_featured(),
        compared=next(iter(found.comparisons), None),
        drawn=DRAWN if found.graph.ask(DRAWN) else "",
        sections=sections([row for row in found.articles if row["brief"] == found.articles[0]["brief"]]),
        briefs=found.briefs,
        candidates=found.statistics.candidates,
        twins=[Twin("Turtle", "text/turtle", "/.well-known/void")],
    )


def sections(articles: list[Row]) -> list[tuple[str, str, list[Row]]]:
    """Group articles, which stand in order, by brief and section."""
    groups = groupby(articles, key=lambda row: (row["brief"], row["section"]))
    return [(brief, section, list(rows)) for (brief, section), rows in groups]


def _featured() -> list[tuple[Any, int]]:
    known = {question.competency: question for question in questions()}
    chosen = [known[name] for name in FEATURED if name in known]
    return [(question, catalogue().answer_sizes[question.name]) for question in chosen]


def _counts(found: Catalogue) -> list[tuple[str, int, str]]:
    """Return message key, count and address of what is counted, each as the page at that address counts it."""
    by_class = dict(found.statistics.classes)
    return [
        ("articles", by_class.get(str(AIKG.Article), 0), "#briefs"),
        ("things", sum(count_by_kind(found.things).values()), "/browse"),
        ("statements", by_class.get(str(AIKG.Statement), 0), ""),
        ("figures", len(found.figures), "/figures"),
        ("events", len(found.events), "/timeline"),
    ]
