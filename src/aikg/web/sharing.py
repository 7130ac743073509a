"""What pages of other sites may read: all data, where an IRI leads, what is wrong (CORS: Fetch Standard, 3.2).

Pages for people are not data; the endpoint speaks for itself.
"""

from __future__ import annotations

from flask import Flask, Response, request

#: blueprints whose redirects lead programs to data
_OF_DATA = ("linked_data", "ontology")


def register(app: Flask) -> None:
    """Open every answer that is data, and answer preflight requests."""
    app.after_request(_share)


def _share(response: Response) -> Response:
    if request.blueprint == "sparql" or (response.mimetype == "text/html" and not _leads_to_data(response)):
        return response
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD"
        response.headers["Access-Control-Allow-Headers"] = "Accept, Accept-Language, If-None-Match"
        response.headers["Access-Control-Max-Age"] = "86400"
    return response


def _leads_to_data(response: Response) -> bool:
    is_preflight = request.method == "OPTIONS" and response.status_code == 200
    return is_preflight or (request.blueprint in _OF_DATA and 300 <= response.status_code < 400)
