"""The open endpoint: SPARQL 1.1 Protocol for programs, a service description for RDF clients, an editor for people."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict
from typing import Protocol, cast

from flask import Blueprint, Response, abort, current_app, render_template, request, url_for
from werkzeug.exceptions import HTTPException

from aikg.errors import AikgError
from aikg.graph.forms import MEDIA_TYPES, choose_forms
from aikg.graph.guard import check_query
from aikg.graph.lexical import skeleton
from aikg.graph.pool import QueryPool
from aikg.graph.questions import questions
from aikg.vocabulary.namespaces import PREFIXES
from aikg.web import i18n, problems, service_description
from aikg.web.filters import declared
from aikg.web.negotiation import best_media_type, ranked_media_types
from aikg.web.preferences import language
from aikg.web.sparql_request import ProtocolRequest, read_request

blueprint = Blueprint("sparql", __name__)

_HTML = "text/html"
_METHODS = ("GET", "HEAD", "POST", "OPTIONS")
#: functions whose answers differ from call to call
_VOLATILE = re.compile(r"NOW|RAND|UUID|BNODE", re.IGNORECASE)


class _Site(Protocol):
    @property
    def pool(self) -> QueryPool: ...
    @property
    def revision(self) -> str: ...


@blueprint.route("/sparql", methods=[*_METHODS, "PUT", "PATCH", "DELETE"], provide_automatic_options=False)
def endpoint() -> Response:
    """Answer a query; without one, describe the service to programs and show the editor to people."""
    if request.method == "OPTIONS":
        return _preflight()
    if request.method not in _METHODS:
        abort(405, _METHODS, "The endpoint is asked with GET or POST.")
    asked = read_request(request)
    if request.method != "POST" and _is_for_people(asked):
        return _editor(asked.query or "")
    if asked.query is not None:
        return _answer(asked, asked.query)
    if request.method == "POST":
        abort(400, "The parameter 'query' is missing.")
    return _describe(asked.format)


def _is_for_people(asked: ProtocolRequest) -> bool:
    offers = MEDIA_TYPES if asked.query else [form.media_type for form in service_description.FORMS]
    return not asked.format and best_media_type(request, [*offers, _HTML]) == _HTML


def _editor(query: str) -> Response:
    titles = [(question.ko if language() == "ko" else question.en, question) for question in questions()]
    examples = [(title, declared(question.text)) for title, question in titles]
    content = {"query": query, "examples": examples, "endpoint": url_for(".endpoint"), "prefixes": PREFIXES}
    return Response(render_template("sparql.html", words=_words_of_editor(), **content))


def _words_of_editor() -> dict[str, str]:
    """Return what the editor, which speaks English, says in the reader's language."""
    said = {english: texts[language()] for english, texts in i18n.texts("editor").items()}
    return {english: text for english, text in said.items() if text != english}


def _describe(form: str) -> Response:
    wanted = form or best_media_type(request, [form.media_type for form in service_description.FORMS])
    return service_description.describe(request.base_url, wanted or "")


def _answer(asked: ProtocolRequest, query: str) -> Response:
    accept = asked.format or _accepted()
    check_query(query)
    tag = _entity_tag(asked, query, accept)
    if (
        request.method != "POST"
        and tag
        and request.if_none_match.contains_weak(tag)
        and not request.if_none_match.star_tag
    ):
        return _tagged(Response(status=304), tag)
    answer = _site().pool.answer(query, accept, asked.default_graphs, asked.named_graphs, asked.seconds)
    charset = "; charset=utf-8" if answer.media_type.startswith("text/") else ""
    response = Response(answer.content, content_type=answer.media_type + charset)
    # a graph in RDF/XML is made of names that the asker chose: no browser shall run it
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return _tagged(response, tag)


def _accepted() -> list[str]:
    accepted = ranked_media_types(request, MEDIA_TYPES)
    if not accepted:
        abort(406, "An answer is available as " + ", ".join(MEDIA_TYPES[:8]) + ".")
    return accepted


def _site() -> _Site:
    return cast(_Site, current_app.extensions["aikg"])


def _entity_tag(asked: ProtocolRequest, query: str, accept: list[str] | str) -> str:
    """Return a tag for what decides the answer; empty when something else does too."""
    revision = _site().revision
    if not revision or _VOLATILE.search(skeleton(query)):
        return ""
    forms = asdict(choose_forms(accept))
    parts = json.dumps([revision, query, forms, asked.default_graphs, asked.named_graphs])
    return hashlib.sha256(parts.encode()).hexdigest()[:32]


def _tagged(response: Response, tag: str) -> Response:
    response.headers["Cache-Control"] = "no-cache" if tag else "no-store"
    if tag:
        # weak: the same rows may come in another order
        response.set_etag(tag, weak=True)
    return response


def _preflight() -> Response:
    response = Response(status=204)
    response.headers["Allow"] = ", ".join(_METHODS)
    response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, POST"
    response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type, If-None-Match"
    response.headers["Access-Control-Max-Age"] = "86400"
    return response


@blueprint.after_request
def _open_to_all(response: Response) -> Response:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Retry-After"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.vary.add("Accept")
    return response


@blueprint.errorhandler(AikgError)
def _failed(error: AikgError) -> Response:
    return problems.of_error(error)


@blueprint.errorhandler(HTTPException)
def _aborted(error: HTTPException) -> Response:
    return problems.of_http(error)
