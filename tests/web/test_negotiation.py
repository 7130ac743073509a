"""Of what is on offer, the Accept header chooses (RFC 9110, section 12.5.1)."""

import pytest
from flask import Flask, request

from aikg.web.negotiation import best_media_type, ranked_media_types

OFFERS = ("text/html", "text/turtle", "application/ld+json")


@pytest.mark.parametrize(
    ("accept", "best", "ranked"),
    [
        (None, "text/html", OFFERS),
        ("*/*", "text/html", OFFERS),
        (
            "text/*;q=0.2, application/ld+json",
            "application/ld+json",
            ("application/ld+json", "text/html", "text/turtle"),
        ),
        ("text/turtle, text/html;q=0.9", "text/turtle", ("text/turtle", "text/html")),
        ("text/turtle;q=0", None, ()),
        ("image/png", None, ()),
        ("nonsense", None, ()),
    ],
)
def test_choice(accept: str | None, best: str | None, ranked: tuple[str, ...]) -> None:
    with Flask("test").test_request_context(headers={"Accept": accept} if accept else {}):
        assert best_media_type(request, OFFERS) == best
        assert tuple(ranked_media_types(request, OFFERS)) == ranked
