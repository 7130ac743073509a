"""Whether the site is alive, and how it is doing: measurements in the Prometheus text format."""

from __future__ import annotations

import time
from typing import cast

from flask import Blueprint, Flask, Response, current_app, g, jsonify, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from aikg.web.site import site

blueprint = Blueprint("health", __name__)

_KEY = "aikg-metrics"


class _Metrics:
    """What is counted; each application counts for itself."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("endpoint", "method", "status")
        self.requests = Counter("aikg_requests_total", "Requests answered.", labels, registry=self.registry)
        self.seconds = Histogram(
            "aikg_request_seconds", "Time to answer a request.", ("endpoint",), registry=self.registry
        )
        self.quads = Gauge("aikg_quads", "Quads of the dataset in service.", registry=self.registry)
        self.revision = Gauge(
            "aikg_revision_info", "Revision of the dataset in service.", ("revision",), registry=self.registry
        )


def register(app: Flask) -> None:
    """Count the requests of an application."""
    app.extensions[_KEY] = _Metrics()
    app.before_request(_start)
    app.after_request(_count)


def _metrics() -> _Metrics:
    return cast(_Metrics, current_app.extensions[_KEY])


def _start() -> None:
    g.started = time.perf_counter()


def _count(response: Response) -> Response:
    # addresses that lead nowhere are counted together, or anybody could make up new ones for ever
    endpoint = request.endpoint or "none"
    method = request.method if request.method in ("GET", "HEAD", "POST", "OPTIONS") else "other"
    _metrics().requests.labels(endpoint, method, str(response.status_code)).inc()
    if "started" in g:
        _metrics().seconds.labels(endpoint).observe(time.perf_counter() - g.started)
    return response


@blueprint.get("/health")
def health() -> Response:
    """Answer 200 while the dataset is in service."""
    graph = site().everything.graph
    response = jsonify({"status": "ok", "revision": site().revision, "quads": len(graph)})
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/metrics")
def metrics() -> Response:
    """Return measurements in the Prometheus text format."""
    counted = _metrics()
    counted.quads.set(len(site().everything.graph))
    counted.revision.labels(site().revision).set(1)
    response = Response(generate_latest(counted.registry), content_type=CONTENT_TYPE_LATEST)
    response.headers["Cache-Control"] = "no-store"
    return response
