"""The vocabulary and the shapes, as pages and as RDF."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from flask import Blueprint, Response, redirect, render_template, request
from pyoxigraph import RdfFormat, Triple, parse
from werkzeug.wrappers import Response as BaseResponse

from aikg import resources
from aikg.graph.formats import GRAPH_FORMATS, GraphFormat, graph_format
from aikg.graph.queries import named_query
from aikg.web import twins
from aikg.web.negotiation import best_media_type
from aikg.web.refusals import refuse
from aikg.web.site import site
from aikg.web.twins import Twin

blueprint = Blueprint("ontology", __name__)

_FORMS = tuple(form for form in GRAPH_FORMATS if not form.datasets)
_LABELS = {"ttl": "Turtle", "nt": "N-Triples", "jsonld": "JSON-LD", "rdf": "RDF/XML"}


@blueprint.get("/ns")
def namespace() -> BaseResponse:
    """Send readers of the namespace IRI to the ontology."""
    return redirect("/ontology", 303)


@blueprint.get("/ns/shapes")
def shapes_namespace() -> BaseResponse:
    """Send readers of the shapes' IRI to the shapes."""
    return redirect("/shapes", 303)


@blueprint.get("/ontology")
@blueprint.get("/ontology.<suffix>")
def ontology(suffix: str | None = None) -> str | Response:
    """Show the vocabulary, or serve it with the concept schemes as RDF."""
    form = _form(suffix)
    if form:
        return _serve("ontology", form)
    graph = site().everything.graph
    return render_template(
        "ontology.html",
        classes=graph.rows(named_query("ontology_classes")),
        properties=graph.rows(named_query("ontology_properties")),
        schemes=_schemes(),
        twins=_twins("/ontology"),
    )


def _schemes() -> dict[str, list[str]]:
    schemes: dict[str, list[str]] = {}
    for row in site().everything.graph.rows(named_query("ontology_concepts")):
        schemes.setdefault(row["scheme"], []).append(row["concept"])
    return schemes


@blueprint.get("/shapes")
@blueprint.get("/shapes.<suffix>")
def shapes(suffix: str | None = None) -> str | Response:
    """Show the shapes' sources, or serve them as RDF."""
    form = _form(suffix)
    if form:
        return _serve("shapes", form)
    files = sorted(resources.folder("shapes").glob("*.ttl"))
    texts = [(file.stem, file.read_text(encoding="utf-8")) for file in files]
    return render_template("shapes.html", files=texts, twins=_twins("/shapes"))


def _twins(path: str) -> list[Twin]:
    suffixes = {form.suffix: "json" if form.suffix == "jsonld" else form.suffix for form in _FORMS}
    return [Twin(_LABELS[form.suffix], form.media_type, f"{path}.{suffixes[form.suffix]}") for form in _FORMS]


def _form(suffix: str | None) -> GraphFormat | None:
    if suffix:
        form = graph_format("jsonld" if suffix == "json" else suffix)
        if form not in _FORMS:
            refuse(404, "no_form", suffix=suffix[:20])
        return form
    offers = ["text/html", *(form.media_type for form in _FORMS)]
    wanted = best_media_type(request, offers)
    if wanted is None:
        refuse(406, "forms", forms=", ".join(offers))
    return graph_format(wanted)


@cache
def _read(name: str) -> tuple[Triple, ...]:
    folder: Path = resources.folder(name)
    files = sorted(folder.rglob("*.ttl"))
    return tuple(quad.triple for path in files for quad in parse(path=str(path), format=RdfFormat.TURTLE))


@cache
def _bytes(name: str, form: GraphFormat) -> bytes:
    return twins.to_bytes(_read(name), form)


def _serve(name: str, form: GraphFormat) -> Response:
    response = Response(_bytes(name, form), content_type=f"{form.media_type}; charset=utf-8")
    response.vary.add("Accept")
    return twins.open_to_all(response)
