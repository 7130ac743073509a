"""Errors of the endpoint as problem documents (RFC 9457), or as a line of text for a person in a browser."""

from __future__ import annotations

import json

from flask import Response, request
from werkzeug.exceptions import HTTPException

from aikg.errors import AikgError, QueryRefusedError, QueryTimeoutError, StoreError
from aikg.graph.forms import UnacceptableError
from aikg.graph.guard import QueryTooLongError
from aikg.graph.pool import PoolBusyError
from aikg.graph.worker import AnswerTooLargeError
from aikg.graph.worker_process import WorkerDiedError
from aikg.web.negotiation import best_media_type

PROBLEM_TYPE = "application/problem+json"
#: seconds after which a busy endpoint may be asked again
RETRY_SECONDS = 5

#: the first that fits counts
_KINDS: tuple[tuple[type[AikgError], int, str], ...] = (
    (PoolBusyError, 503, "The endpoint is busy"),
    (QueryTimeoutError, 504, "The query takes too long"),
    (QueryTooLongError, 413, "The query is too long"),
    (AnswerTooLargeError, 413, "The answer is too large"),
    (UnacceptableError, 406, "No form of the answer is acceptable"),
    (QueryRefusedError, 400, "The query is refused"),
    (WorkerDiedError, 422, "The query is too costly"),
    (StoreError, 503, "The dataset is not available"),
    (AikgError, 400, "The query cannot be run"),
)


def of_error(error: AikgError) -> Response:
    """Describe an error of the endpoint."""
    status, title = next((status, title) for kind, status, title in _KINDS if isinstance(error, kind))
    return _problem(status, title, str(error))


def of_http(error: HTTPException) -> Response:
    """Describe what ``abort`` raised."""
    response = _problem(error.code or 500, error.name, error.description or "")
    methods = getattr(error, "valid_methods", None)
    if methods:
        response.headers["Allow"] = ", ".join(methods)
    return response


def _problem(status: int, title: str, detail: str) -> Response:
    if best_media_type(request, [PROBLEM_TYPE, "application/json", "text/html"]) == "text/html":
        response = Response(f"{title}.\n{detail}\n", status, content_type="text/plain; charset=utf-8")
    else:
        content = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        response = Response(json.dumps(content, ensure_ascii=False), status, content_type=PROBLEM_TYPE)
    if status == 503:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response
