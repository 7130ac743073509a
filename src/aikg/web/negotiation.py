"""Which of the media types on offer a request wants most (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Request


def best_media_type(request: Request, offers: Iterable[str]) -> str | None:
    """Return the offer that the Accept header prefers; None when it accepts none of them.

    Without the header, and among equals, the first offer wins.
    """
    offered = list(offers)
    if not request.accept_mimetypes:
        return offered[0] if offered and not request.headers.get("Accept", "").strip() else None
    return request.accept_mimetypes.best_match(offered)


def ranked_media_types(request: Request, offers: Iterable[str]) -> list[str]:
    """Return every offer that the Accept header accepts, the most wanted first."""
    rest = list(offers)
    ranked = []
    while (best := best_media_type(request, rest)) is not None:
        ranked.append(best)
        rest.remove(best)
    return ranked
