"""What crosses the wire only once or small: entity tags, compression, and names of static files that change with them.

Pages are revalidated (RFC 9110, section 8.8.3), static files of a known digest are kept for a year (RFC 9111).
"""

from __future__ import annotations

import gzip
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

_YEAR = 60 * 60 * 24 * 365
#: smaller answers gain nothing
_SMALLEST = 1024
#: larger ones are made to be streamed
_LARGEST = 4_000_000
_COMPRESSIBLE = (
    "text/",
    "image/svg",
    *("application/" + name for name in ("json", "ld+json", "n-", "rdf", "trig", "javascript", "sparql-", "problem")),
)


def register(app: Flask) -> None:
    """Name static files by their content, and treat every answer."""
    app.url_defaults(lambda endpoint, values: _add_digest(app, endpoint, values))
    app.after_request(_treat)


def _add_digest(app: Flask, endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == "static" and app.static_folder:
        values.setdefault("v", _digest_of(Path(app.static_folder) / values["filename"]))


@lru_cache(maxsize=256)
def _digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def _treat(response: Response) -> Response:
    if request.endpoint == "static":
        response.cache_control.no_cache = None
        response.cache_control.public = True
        response.cache_control.max_age = _YEAR if "v" in request.args or "/fonts/" in request.path else 3600
    elif response.status_code == 200 and request.method in ("GET", "HEAD") and not response.direct_passthrough:
        _tag(response)
    return _compress(response)


def _tag(response: Response) -> None:
    if "ETag" not in response.headers and "Cache-Control" not in response.headers:
        response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:32], weak=True)
        response.headers["Cache-Control"] = "no-cache"
        response.make_conditional(request)


def _compress(response: Response) -> Response:
    if not (response.mimetype or "").startswith(_COMPRESSIBLE) or request.endpoint == "downloads.download":
        return response
    response.vary.add("Accept-Encoding")
    if (
        response.status_code != 200
        or not request.accept_encodings.quality("gzip")
        or "Content-Encoding" in response.headers
        or not _SMALLEST < (response.content_length or 0) < _LARGEST
    ):
        return response
    response.direct_passthrough = False
    shrink = _kept_gzip if request.endpoint == "static" else _gzip
    response.set_data(shrink(response.get_data()))
    response.headers["Content-Encoding"] = "gzip"
    etag, _ = response.get_etag()
    if etag:
        # other bytes: only weakly the same
        response.set_etag(etag, weak=True)
    return response


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=5, mtime=0)


#: static files are few: their compressed forms are kept
_kept_gzip = lru_cache(maxsize=32)(_gzip)
