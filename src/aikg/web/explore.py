"""Explore: the graph around a thing, events in time, figures side by side."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from flask import Blueprint, Response, abort, jsonify, render_template, request

from aikg.graph.network import neighbourhood, to_json
from aikg.graph.queries import named_query
from aikg.graph.statements import figure_view, statement_view
from aikg.vocabulary.namespaces import VOC
from aikg.web.addresses import iri_of, page_of
from aikg.web.i18n import language
from aikg.web.pages import candidates_shown
from aikg.web.site import site

blueprint = Blueprint("explore", __name__)

#: what the graph page shows when nothing is chosen
FIRST_FOCUS = "org/ai-alliance"


@blueprint.get("/graph")
def graph() -> str:
    """Show the relations around a thing."""
    return render_template("graph.html", focus=_focus(), depth=_depth())


@blueprint.get("/graph.json")
def graph_data() -> Response:
    """Return nodes and links around ``focus`` (``org/ibm``), ``depth`` relations far (1 to 3)."""
    focus = _focus()
    content = to_json(neighbourhood(site().graph, focus, _depth()), site().labels, language(), focus)
    for node in content["nodes"]:
        node["page"] = page_of(node["id"])
    return jsonify(content)


def _focus() -> str:
    iri = iri_of(request.args.get("focus") or FIRST_FOCUS)
    if not site().graph.ask(iri):
        abort(404, f"The dataset says nothing of <{iri}>.")
    return iri


def _depth() -> int:
    depth = request.args.get("depth", "1")
    if depth not in ("1", "2", "3"):
        abort(400, "The parameter 'depth' is 1, 2 or 3.")
    return int(depth)


@blueprint.get("/timeline")
def timeline() -> str:
    """List dated events in order of time."""
    events: dict[str, dict[str, Any]] = {}
    for row in site().graph.rows(named_query("events")):
        if candidates_shown() or not row.get("status", "").endswith("/candidate"):
            events.setdefault(row["event"], {**row, "types": []})["types"].append(row["type"])
    wanted = request.args.get("modality", "")
    chosen = [event for event in events.values() if not wanted or event["modality"] == VOC + "modality/" + wanted]
    return render_template("timeline.html", events=chosen, modalities=_modalities(events.values()), wanted=wanted)


def _modalities(rows: Any) -> list[str]:
    return sorted({row["modality"] for row in rows})


@blueprint.get("/figures")
def figures() -> str:
    """List figures by measure, with who says so and as what."""
    rows = [
        r
        for r in site().graph.rows(named_query("figures"))
        if candidates_shown() or not r["status"].endswith("/candidate")
    ]
    measure, modality = (request.args.get(name, "") for name in ("measure", "modality"))
    chosen = [
        row
        for row in rows
        if (not measure or row["measure"] == VOC + "measure/" + measure)
        and (not modality or row["modality"] == VOC + "modality/" + modality)
    ]
    return render_template(
        "figures.html",
        groups=_by_measure(chosen),
        measures=sorted({row["measure"] for row in rows}),
        modalities=_modalities(rows),
        measure=measure,
        modality=modality,
    )


def _by_measure(rows: list[dict[str, str]]) -> dict[str, list[tuple[Any, Any]]]:
    graph = site().graph
    groups: dict[str, list[tuple[Any, Any]]] = defaultdict(list)
    for row in rows:
        groups[row["measure"]].append((figure_view(graph, row["figure"]), statement_view(graph, row["statement"])))
    return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))
