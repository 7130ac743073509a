"""A request of the SPARQL 1.1 Protocol, read strictly: one query, UTF-8 only, nothing that updates."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from math import isfinite
from urllib.parse import parse_qsl

from flask import Request, abort
from werkzeug.exceptions import RequestEntityTooLarge

#: largest body: a query of 16 kB in which every byte is percent-encoded, and some graph names
MAX_BODY_BYTES = 64 * 1024
_MAX_PARAMETERS = 200
_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_READ_ONLY = "This endpoint is read only: updates are not taken here."

Parameters = list[tuple[str, str]]


@dataclass(frozen=True)
class ProtocolRequest:
    """What a request of the protocol asks; ``query`` is None when it has none."""

    query: str | None
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format: str
    seconds: float | None


def read_request(request: Request) -> ProtocolRequest:
    """Read a request; aborts with 400, 413 or 415 and the reason when it is not of the protocol."""
    parameters = _parameters(request.query_string, "address")
    if request.method == "POST":
        parameters += _of_body(request)
    if any(name == "update" for name, _ in parameters):
        abort(400, _READ_ONLY)
    return ProtocolRequest(
        query=_single(parameters, "query"),
        default_graphs=_graphs(parameters, "default-graph-uri"),
        named_graphs=_graphs(parameters, "named-graph-uri"),
        format=_single(parameters, "format") or "",
        seconds=_seconds(_single(parameters, "timeout")),
    )


def _of_body(request: Request) -> Parameters:
    _check_type(request)
    request.max_content_length = MAX_BODY_BYTES
    try:
        body = request.get_data(cache=False)
    except RequestEntityTooLarge:
        abort(413, f"A request has at most {MAX_BODY_BYTES:,} bytes; use the downloads for more than a query can ask.")
    if request.mimetype == _FORM:
        return _parameters(body, "body")
    return [("query", _text(body.decode("utf-8", "surrogateescape"), "body"))]


def _check_type(request: Request) -> None:
    if request.mimetype == "application/sparql-update":
        abort(400, _READ_ONLY)
    if request.mimetype not in (_FORM, _DIRECT):
        abort(415, f"A query is posted as {_FORM} or {_DIRECT}.")
    charset = request.mimetype_params.get("charset", "utf-8")
    try:
        is_utf8 = codecs.lookup(charset).name == "utf-8"
    except (LookupError, ValueError):
        is_utf8 = False
    if not is_utf8:
        abort(415, f"A query is posted in UTF-8, not in '{charset[:40]}'.")


def _parameters(encoded: bytes, where: str) -> Parameters:
    try:
        pairs = parse_qsl(
            encoded.decode("utf-8", "surrogateescape"),
            keep_blank_values=True,
            errors="surrogateescape",
            max_num_fields=_MAX_PARAMETERS,
        )
    except ValueError:
        abort(400, f"The {where} has more than {_MAX_PARAMETERS} parameters.")
    return [(_text(name, where), _text(value, f"parameter '{name[:40]}'")) for name, value in pairs]


def _text(value: str, where: str) -> str:
    """Return text that was UTF-8; broken bytes have become surrogates."""
    if any("\ud800" <= character <= "\udfff" for character in value):
        abort(400, f"The {where} is not UTF-8.")
    return value


def _single(parameters: Parameters, wanted: str) -> str | None:
    values = [value for name, value in parameters if name == wanted]
    if len(values) > 1:
        abort(400, f"The parameter '{wanted}' is given {len(values)} times; once is allowed.")
    return values[0] if values else None


def _graphs(parameters: Parameters, wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in parameters if name == wanted)


def _seconds(text: str | None) -> float | None:
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not isfinite(seconds) or seconds <= 0:
        abort(400, "The parameter 'timeout' is a number of seconds above 0.")
    return seconds
