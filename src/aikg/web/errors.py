"""Errors as pages for people, as RDF for programs that ask for it, and as problem documents (RFC 9457) otherwise."""

from __future__ import annotations

import json
from urllib.parse import unquote_to_bytes

from flask import Flask, Response, render_template, request
from pyoxigraph import Literal, NamedNode, Triple
from werkzeug.exceptions import HTTPException, InternalServerError

from aikg.errors import AikgError
from aikg.graph.formats import GRAPH_FORMATS, GraphFormat, graph_format
from aikg.graph.labels import LANGUAGES
from aikg.vocabulary.namespaces import PREFIXES
from aikg.web import twins
from aikg.web.addresses import iri_of_path
from aikg.web.preferences import language
from aikg.web.refusals import Reason, refuse
from aikg.web.site import catalogue

_HTML = "text/html"
_PROBLEM = "application/problem+json"
_RDF = [form.media_type for form in GRAPH_FORMATS]
_HTTP = "http://www.w3.org/2011/http#"
#: longest query string that is read
LONGEST_QUERY_STRING = 32 * 1024
#: kinds of errors that have a page of their own words
_EXPLAINED = (400, 404, 406, 500)
#: reasons of errors that the framework raises
_OWN_WORDS = {404: "no_page", 405: "method"}


def refuse_broken_text() -> None:
    """Refuse a query parameter or path that is not UTF-8, naming it, and what is far too long."""
    if len(request.query_string) > LONGEST_QUERY_STRING:
        refuse(414, "too_long", n=LONGEST_QUERY_STRING)
    for part in request.query_string.split(b"&"):
        name, _, value = part.partition(b"=")
        try:
            unquote_to_bytes(value.replace(b"+", b" ")).decode("utf-8")
            unquote_to_bytes(name).decode("utf-8")
        except UnicodeDecodeError:
            shown = unquote_to_bytes(name).decode("ascii", "replace")
            refuse(400, "not_utf8", name=shown[:40])
    # WSGI gives the path's bytes as Latin-1; werkzeug puts this sign where they were not UTF-8
    if "\ufffd" in request.path:
        refuse(400, "path_not_utf8")


def register(app: Flask) -> None:
    """Answer every error in the form that the request asks for."""
    app.register_error_handler(HTTPException, _answer)
    app.register_error_handler(AikgError, _failed)


def _failed(error: AikgError) -> Response:
    return _answer(InternalServerError(str(error)))


def _answer(error: HTTPException) -> Response:
    if error.code is None or error.code < 400 or error.response is not None:
        return Response(error.get_response())  # type: ignore[arg-type]
    status, detail = error.code, _detail(error)
    form = _form_of_path() or graph_format(_wanted())
    if status == 404 and form:
        response = _as_rdf(detail, form)
    elif _wanted() == _HTML:
        hidden = isinstance(detail, Reason) and detail.key == "hidden_iri"
        response = _page(status, detail.told(language()) if isinstance(detail, Reason) else detail, hidden=hidden)
    else:
        content = {"type": "about:blank", "title": error.name, "status": status, "detail": detail}
        response = Response(json.dumps(content, ensure_ascii=False), content_type=_PROBLEM)
    response.status_code = status
    response.vary.add("Accept")
    for methods in [getattr(error, "valid_methods", None) or ()]:
        response.headers.extend({"Allow": ", ".join(methods)} if methods else {})
    return response


def _detail(error: HTTPException) -> str:
    """Return the reason; our own words, in two languages, where the framework speaks English."""
    if error.code in _OWN_WORDS and error.description == type(error).description:
        return Reason(_OWN_WORDS[error.code])
    return error.description or ""


def _wanted() -> str:
    """Return the media type in which to tell of an error: of those that it can be told in, the one wanted most."""
    offers = [_PROBLEM, "application/json", *_RDF, _HTML]
    return request.accept_mimetypes.best_match(offers, _PROBLEM) if request.accept_mimetypes else _PROBLEM


def _form_of_path() -> GraphFormat | None:
    suffix = request.path.rsplit(".", 1)[-1]
    return graph_format(suffix) if request.path.startswith("/data/") and "/" not in suffix else None


def _as_rdf(detail: str, form: GraphFormat) -> Response:
    node = NamedNode(iri_of_path(request.path))
    terms = ((PREFIXES["rdf"] + "type", NamedNode(_HTTP + "Response")), (_HTTP + "statusCodeValue", Literal(404)))
    triples = [Triple(node, NamedNode(name), term) for name, term in terms]
    for lang in LANGUAGES:
        text = detail.told(lang) if isinstance(detail, Reason) else detail
        triples.append(Triple(node, NamedNode(PREFIXES["rdfs"] + "comment"), Literal(text, language=lang)))
    return twins.as_rdf(triples, form)


def _page(status: int, detail: str, *, hidden: bool) -> Response:
    words = request.path.rsplit("/", 1)[-1].split(".", 1)[0].replace("-", " ").replace("_", " ")
    similar = catalogue().index.find_similar(words, 6) if status == 404 else []
    key = f"error_{status}" if status in _EXPLAINED else "error_other"
    return Response(
        render_template("error.html", status=status, key=key, detail=detail, similar=similar, hidden=hidden)
    )
