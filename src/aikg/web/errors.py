"""Errors as pages for people, as RDF for programs that ask for it, and as problem documents (RFC 9457) otherwise."""

from __future__ import annotations

import json
from urllib.parse import unquote_to_bytes

from flask import Flask, Response, abort, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError

from aikg.errors import AikgError
from aikg.graph.formats import GRAPH_FORMATS
from aikg.web.site import site

_HTML = "text/html"
_PROBLEM = "application/problem+json"


def refuse_broken_text() -> None:
    """Refuse a query parameter or path that is not UTF-8, naming it."""
    for part in request.query_string.split(b"&"):
        name, _, value = part.partition(b"=")
        try:
            unquote_to_bytes(value.replace(b"+", b" ")).decode("utf-8")
            shown = unquote_to_bytes(name).decode("utf-8")
        except UnicodeDecodeError:
            shown = name.decode("ascii", "replace")
            abort(400, f"The parameter '{shown[:40]}' is not UTF-8.")


def register(app: Flask) -> None:
    """Answer every error in the form that the request asks for."""
    app.register_error_handler(HTTPException, _answer)
    app.register_error_handler(AikgError, _failed)


def _failed(error: AikgError) -> Response:
    return _answer(InternalServerError(str(error)))


def _answer(error: HTTPException) -> Response:
    if error.code is None or error.response is not None:
        return Response(error.get_response())  # type: ignore[arg-type]
    status, detail = error.code, error.description or ""
    wanted = request.accept_mimetypes.best_match([_HTML, _PROBLEM, "application/json", *_rdf_types()], _PROBLEM)
    if wanted == _HTML and request.accept_mimetypes.quality(_HTML) > 0:
        return _page(status, detail)
    if status == 404 and wanted in _rdf_types():
        return Response(_as_rdf(detail), 404, content_type="text/turtle; charset=utf-8")
    content = {"type": "about:blank", "title": error.name, "status": status, "detail": detail}
    return Response(json.dumps(content, ensure_ascii=False), status, content_type=_PROBLEM)


def _rdf_types() -> list[str]:
    return [form.media_type for form in GRAPH_FORMATS]


def _as_rdf(detail: str) -> str:
    return render_template("error.ttl", detail=detail, address=request.path)


def _page(status: int, detail: str) -> Response:
    similar = (
        site().index.find(request.path.rsplit("/", 1)[-1].split(".", 1)[0].replace("-", " "), 6)
        if status == 404
        else []
    )
    key = f"error_{status}" if status in (400, 404, 500) else "error_other"
    return Response(render_template("error.html", status=status, key=key, detail=detail, similar=similar), status)
