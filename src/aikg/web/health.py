"""Whether the site is alive, and how it is doing."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, render_template

from aikg.web.site import site

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
def health() -> Response:
    """Answer 200 while the dataset is in service."""
    return jsonify({"status": "ok", "revision": site().revision, "quads": len(site().graph)})


@blueprint.get("/metrics")
def metrics() -> Response:
    """Return measurements in the Prometheus text format."""
    return Response(
        render_template("metrics.txt", quads=len(site().graph), revision=site().revision), mimetype="text/plain"
    )
