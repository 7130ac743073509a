"""Everything that has a name of its own, by kind: who and what is in the dataset."""

from __future__ import annotations

from collections import Counter
from typing import Any

from flask import Blueprint, Response, render_template, request

from aikg.graph.description import quads_of
from aikg.graph.things import KINDS, Thing, count_by_kind
from aikg.vocabulary.iris import slug
from aikg.web import twins
from aikg.web.addresses import page_of
from aikg.web.names import name
from aikg.web.paging import paged
from aikg.web.refusals import refuse
from aikg.web.site import catalogue

blueprint = Blueprint("browse", __name__)

PAGE_SIZE = 60
#: what people look for first
FIRST_KIND = "org"


@blueprint.get("/browse")
def browse() -> str:
    """List the things of a kind, the most named first or in alphabetical order."""
    found = catalogue().things
    of_kind = [thing for thing in found if thing.kind == _kind()]
    return render_template(
        "browse.html",
        kinds=count_by_kind(found),
        kind=_kind(),
        natures=_natures(of_kind),
        nature=request.args.get("nature", ""),
        sort=_sort(),
        page=paged(_chosen(), PAGE_SIZE),
        twins=twins.twins_of_list("/browse"),
    )


@blueprint.get("/browse" + twins.SUFFIX)
def browse_data(suffix: str) -> Response:
    """Return the same list as JSON or RDF, whole."""
    return twins.of_list(
        suffix,
        lambda: {"kind": _kind(), "things": [_record(thing) for thing in _chosen()]},
        lambda: quads_of(catalogue().graph, {thing.iri for thing in _chosen()}),
    )


def _kind() -> str:
    wanted = request.args.get("kind", FIRST_KIND)
    if wanted not in KINDS:
        refuse(400, "one_of", name="kind", values=", ".join(KINDS))
    return wanted


def _sort() -> str:
    wanted = request.args.get("sort", "articles")
    if wanted not in ("articles", "name"):
        refuse(400, "one_of", name="sort", values="articles, name")
    return wanted


def _chosen() -> list[Thing]:
    nature = request.args.get("nature", "")
    found = [t for t in catalogue().things if t.kind == _kind() and (not nature or slug(t.nature) == nature)]
    return sorted(found, key=lambda thing: name(thing.iri).casefold()) if _sort() == "name" else found


def _natures(found: list[Thing]) -> list[tuple[str, int]]:
    counted = Counter(thing.nature for thing in found if thing.nature)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])) if len(counted) > 1 else []


def _record(thing: Thing) -> dict[str, Any]:
    names = catalogue().labels.names(thing.iri)
    return {
        "iri": thing.iri,
        "names": dict(names),
        "nature": thing.nature or None,
        "articles": thing.articles,
        "review": "candidate" if thing.is_candidate else "reviewed",
        "page": page_of(thing.iri),
    }
