"""The application factory: it is given the dataset, so tests can give it another one."""

from __future__ import annotations

from flask import Flask, Response

from aikg.web import (
    about,
    browse,
    caching,
    downloads,
    errors,
    figures,
    filters,
    graphs,
    health,
    home,
    linked_data,
    ontology,
    pages,
    preferences,
    questions,
    search,
    sharing,
    sparql,
    timeline,
)
from aikg.web.site import Site

#: YASGUI and cytoscape set styles of their own; scripts come from files only
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)
BLUEPRINTS = (
    home.blueprint,
    pages.blueprint,
    browse.blueprint,
    linked_data.blueprint,
    graphs.blueprint,
    timeline.blueprint,
    figures.blueprint,
    questions.blueprint,
    search.blueprint,
    sparql.blueprint,
    downloads.blueprint,
    ontology.blueprint,
    about.blueprint,
    health.blueprint,
)


def create_app(site: Site) -> Flask:
    """Create the application that serves ``site``."""
    app = Flask("aikg.web")
    app.extensions["aikg"] = site
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    # what is registered first treats an answer last
    caching.register(app)
    health.register(app)
    sharing.register(app)
    filters.register(app)
    errors.register(app)
    app.before_request(errors.refuse_broken_text)
    app.after_request(_headers)
    return app


def _headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    if response.mimetype == "text/html":
        response.vary.update(["Accept", "Accept-Language", "Cookie"])
    preferences.remember(response)
    return response
