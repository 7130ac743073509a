"""The vocabulary and the shapes, as pages and as RDF."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from flask import Blueprint, Response, redirect, render_template, request
from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize
from werkzeug.wrappers import Response as BaseResponse

from aikg import resources
from aikg.graph.formats import GRAPH_FORMATS, GraphFormat, graph_format
from aikg.graph.queries import named_query
from aikg.vocabulary.namespaces import PREFIXES
from aikg.web.negotiation import best_media_type
from aikg.web.site import site

blueprint = Blueprint("ontology", __name__)

_FORMS = tuple(form for form in GRAPH_FORMATS if not form.datasets)


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
        return _serve(_read("ontology"), form)
    graph = site().graph
    return render_template(
        "ontology.html",
        classes=graph.rows(named_query("ontology_classes")),
        properties=graph.rows(named_query("ontology_properties")),
        schemes=_schemes(),
    )


def _schemes() -> dict[str, list[str]]:
    schemes: dict[str, list[str]] = {}
    for row in site().graph.rows(named_query("ontology_concepts")):
        schemes.setdefault(row["scheme"], []).append(row["concept"])
    return schemes


@blueprint.get("/shapes")
@blueprint.get("/shapes.<suffix>")
def shapes(suffix: str | None = None) -> str | Response:
    """Show the shapes' sources, or serve them as RDF."""
    form = _form(suffix)
    if form:
        return _serve(_read("shapes"), form)
    files = sorted(resources.folder("shapes").glob("*.ttl"))
    return render_template("shapes.html", files=[(file.stem, file.read_text(encoding="utf-8")) for file in files])


def _form(suffix: str | None) -> GraphFormat | None:
    if suffix:
        return graph_format("jsonld" if suffix == "json" else suffix) or _FORMS[0]
    wanted = best_media_type(request, ["text/html", *(form.media_type for form in _FORMS)])
    return graph_format(wanted) if wanted and wanted != "text/html" else None


@cache
def _read(name: str) -> tuple[Quad, ...]:
    folder: Path = resources.folder(name)
    graph = NamedNode(f"urn:aikg:{name}")
    quads = (q for path in sorted(folder.rglob("*.ttl")) for q in parse(path=str(path), format=RdfFormat.TURTLE))
    return tuple(Quad(q.subject, q.predicate, q.object, graph) for q in quads)


def _serve(quads: tuple[Quad, ...], form: GraphFormat) -> Response:
    content = serialize(
        (quad.triple for quad in quads), format=form.rdf, prefixes=PREFIXES if form.suffix == "ttl" else None
    )
    response = Response(content or b"", content_type=f"{form.media_type}; charset=utf-8")
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.vary.add("Accept")
    return response
