"""The relations around a thing: drawn, in words, and as data."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request
from pyoxigraph import NamedNode, Triple

from aikg.graph.formats import graph_format
from aikg.graph.network import MOST_NODES, neighbourhood, to_json
from aikg.web import twins
from aikg.web.addresses import iri_of, page_of
from aikg.web.preferences import language
from aikg.web.refusals import refuse
from aikg.web.site import catalogue, site

blueprint = Blueprint("graphs", __name__)

#: what the page shows when nothing is chosen
FIRST_FOCUS = "org/ai-alliance"
#: things in the small drawing on a page
FEW_NODES = 18


@blueprint.get("/graph")
def graph() -> str:
    """Show the relations around a thing."""
    focus, depth = _focus(), _depth()
    return render_template(
        "graph.html", focus=focus, depth=depth, drawing=_drawing(focus, depth), twins=twins.twins_of_list("/graph")
    )


@blueprint.get("/graph.json")
def graph_data() -> Response:
    """Return nodes and links around ``focus`` (``org/ibm``), ``depth`` relations far (1 to 3), at most ``most``."""
    return twins.open_to_all(jsonify(_drawing(_focus(), _depth())))


@blueprint.get("/graph.ttl")
def graph_as_turtle() -> Response:
    """Return the links as triples."""
    form = graph_format("ttl")
    assert form is not None  # noqa: S101 - Turtle is in the table
    links = _drawing(_focus(), _depth())["links"]
    names = [[NamedNode(link[end]) for end in ("source", "property", "target")] for link in links]
    return twins.as_rdf([Triple(*three) for three in names], form)


def _drawing(focus: str, depth: int) -> dict[str, Any]:
    found = neighbourhood(catalogue().graph, focus, depth, _most())
    content = to_json(found, site().everything.labels, language(), focus)
    for node in content["nodes"]:
        node["page"] = page_of(node["id"])
        node["graph"] = "/graph?focus=" + node["page"].removeprefix("/page/")
    return content


def _focus() -> str:
    iri = iri_of(request.args.get("focus") or FIRST_FOCUS)
    if not catalogue().graph.ask(iri):
        refuse(404, "unknown_iri", iri=iri)
    return iri


def _depth() -> int:
    depth = request.args.get("depth", "1")
    if depth not in ("1", "2", "3"):
        refuse(400, "one_of", name="depth", values="1, 2, 3")
    return int(depth)


def _most() -> int:
    most = request.args.get("most", str(MOST_NODES))
    if not (most.isascii() and most.isdigit() and 2 <= int(most[:6]) <= MOST_NODES and len(most) < 4):
        refuse(400, "between", name="most", least=2, most=MOST_NODES)
    return int(most)
