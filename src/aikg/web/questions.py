"""Ready-made questions: each with its answer, its query, and every form of result."""

from __future__ import annotations

from flask import Blueprint, Response, abort, render_template, request
from pyoxigraph import NamedNode, QuerySolutions

from aikg.graph import questions as catalogue
from aikg.graph.formats import RESULT_FORMATS, ResultFormat, result_format
from aikg.web.addresses import split_suffix
from aikg.web.negotiation import best_media_type
from aikg.web.site import site

blueprint = Blueprint("questions", __name__)

SUFFIXES = tuple(form.suffix for form in RESULT_FORMATS)


@blueprint.get("/questions")
def index() -> str:
    """List every question."""
    return render_template("questions.html", questions=catalogue.questions())


@blueprint.get("/questions/<name>")
def question(name: str) -> str | Response:
    """Answer one question, as a page or in the form asked for."""
    stem, suffix = split_suffix(name, SUFFIXES)
    asked = catalogue.question(stem)
    if asked is None:
        abort(404, f"There is no question named '{stem}'.")
    form = result_format(suffix) if suffix else _negotiated()
    if form:
        return _results(asked, form)
    solutions = _solutions(asked)
    variables = [variable.value for variable in solutions.variables]
    rows = [[_cell(term) for term in solution] for solution in solutions]
    return render_template("question.html", question=asked, variables=variables, rows=rows, suffixes=SUFFIXES)


def _negotiated() -> ResultFormat | None:
    wanted = best_media_type(request, ["text/html", *(form.media_type for form in RESULT_FORMATS)])
    return result_format(wanted) if wanted and wanted != "text/html" else None


def _solutions(asked: catalogue.Question) -> QuerySolutions:
    solutions = site().graph.query(asked.text)
    if not isinstance(solutions, QuerySolutions):
        abort(500, "A question is a SELECT query.")
    return solutions


def _cell(term: object) -> tuple[str, str]:
    """Return ("iri", text), ("text", text) or ("", "") for an unbound variable."""
    if term is None:
        return "", ""
    return ("iri" if isinstance(term, NamedNode) else "text"), str(getattr(term, "value", term))


def _results(asked: catalogue.Question, form: ResultFormat) -> Response:
    content = _solutions(asked).serialize(format=form.results)
    response = Response(content, content_type=f"{form.media_type}; charset=utf-8")
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.vary.add("Accept")
    return response
