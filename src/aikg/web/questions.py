"""Ready-made questions: each with its answer, its query, and every form of result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, Response, abort, render_template, request
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions

from aikg.graph import questions as catalogue_of_questions
from aikg.graph.formats import RESULT_FORMATS, ResultFormat, result_format
from aikg.graph.questions import ISSUE, Question
from aikg.vocabulary.iris import article, brief
from aikg.vocabulary.namespaces import PREFIXES
from aikg.web import twins
from aikg.web.addresses import split_suffix
from aikg.web.filters import declared
from aikg.web.negotiation import best_media_type
from aikg.web.refusals import refuse
from aikg.web.site import catalogue
from aikg.web.twins import Twin

blueprint = Blueprint("questions", __name__)

SUFFIXES = tuple(form.suffix for form in RESULT_FORMATS)
_SHACL = "http://www.w3.org/ns/shacl#"
_DATES = frozenset(PREFIXES["xsd"] + name for name in ("date", "gYearMonth", "gYear"))
_NUMERIC = frozenset(PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float"))


@dataclass(frozen=True)
class Cell:
    """A value of an answer: ``kind`` is iri, number, date, text or empty."""

    kind: str = "empty"
    text: str = ""


@blueprint.get("/questions")
def index() -> str:
    """List every question under the article that it is about."""
    groups = groupby(catalogue_of_questions.questions_by_article(), key=lambda found: found[0])
    return render_template(
        "questions.html",
        groups=[(article(ISSUE, int(n)) if n.isdigit() else n, [q for _, q in found]) for n, found in groups],
        sizes=catalogue().answer_sizes,
        brief=brief(ISSUE) if catalogue().graph.ask(brief(ISSUE)) else "",
        twins=twins.twins_of_list("/questions"),
    )


@blueprint.get("/questions" + twins.SUFFIX)
def index_data(suffix: str) -> Response:
    """Return every question with its query as JSON or RDF (SHACL's SPARQLSelectExecutable)."""
    known = catalogue_of_questions.questions()
    return twins.of_list(
        suffix,
        lambda: {"questions": [_record(asked) for asked in known]},
        lambda: [quad for asked in known for quad in _quads(asked)],
    )


def _record(asked: Question) -> dict[str, object]:
    return {"name": asked.name, "ko": asked.ko, "en": asked.en, "query": declared(asked.text)}


def _quads(asked: Question) -> Iterator[Quad]:
    node = NamedNode(request.url_root + "questions/" + asked.name)
    kind = NamedNode(_SHACL + "SPARQLSelectExecutable")
    yield Quad(node, NamedNode(PREFIXES["rdf"] + "type"), kind)
    for text, lang in ((asked.ko, "ko"), (asked.en, "en")):
        yield Quad(node, NamedNode(PREFIXES["rdfs"] + "label"), Literal(text, language=lang))
    yield Quad(node, NamedNode(_SHACL + "select"), Literal(declared(asked.text)))


@blueprint.get("/questions/<name>")
def question(name: str) -> str | Response:
    """Answer one question, as a page or in the form asked for."""
    stem, suffix = split_suffix(name, (*SUFFIXES, "ttl"))
    asked = catalogue_of_questions.question(stem)
    if asked is None:
        refuse(404, "no_question", name=stem[:80])
    if suffix == "ttl":
        return twins.of_list("ttl", dict, lambda: _quads(asked))
    form = result_format(suffix) if suffix else _negotiated()
    if form:
        return _results(asked, form)
    solutions = _solutions(asked)
    return render_template(
        "question.html",
        question=asked,
        variables=[variable.value for variable in solutions.variables],
        rows=[[_cell(term) for term in solution] for solution in solutions],
        twins=[*_twins(asked), Twin("Turtle", "text/turtle", f"/questions/{asked.name}.ttl")],
    )


def _twins(asked: Question) -> list[Twin]:
    return [Twin(f.suffix.upper(), f.media_type, f"/questions/{asked.name}.{f.suffix}") for f in RESULT_FORMATS]


def _negotiated() -> ResultFormat | None:
    offers = ["text/html", *(form.media_type for form in RESULT_FORMATS)]
    wanted = best_media_type(request, offers)
    if wanted is None:
        refuse(406, "forms", forms=", ".join(offers))
    return result_format(wanted)


def _solutions(asked: Question) -> QuerySolutions:
    solutions = catalogue().graph.query(asked.text)
    if not isinstance(solutions, QuerySolutions):
        abort(500, "A question is a SELECT query.")
    return solutions


def _cell(term: object) -> Cell:
    if isinstance(term, NamedNode):
        return Cell("iri", term.value)
    if isinstance(term, Literal):
        name = term.datatype.value
        return Cell("number" if name in _NUMERIC else "date" if name in _DATES else "text", term.value)
    return Cell()


def _results(asked: Question, form: ResultFormat) -> Response:
    content = _solutions(asked).serialize(format=form.results)
    response = twins.open_to_all(Response(content, content_type=f"{form.media_type}; charset=utf-8"))
    response.vary.add("Accept")
    return response
