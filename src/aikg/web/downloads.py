"""Downloads of the whole dataset, and its description as VoID and DCAT."""

from __future__ import annotations

from flask import Blueprint, Response, abort, render_template, request, send_from_directory

from aikg.graph.formats import graph_format
from aikg.publish.catalog import describe_dataset
from aikg.vocabulary.namespaces import PREFIXES
from aikg.web.site import site

blueprint = Blueprint("downloads", __name__)

#: media types by suffix, where the form table does not say
_MEDIA_TYPES = {"gz": "application/gzip", "SHA256SUMS": "text/plain"}


@blueprint.get("/download/")
def index() -> str:
    """List the files."""
    files = sorted(site().downloads.iterdir())
    return render_template("downloads.html", files=[(file.name, file.stat().st_size) for file in files])


@blueprint.get("/download/<name>")
def download(name: str) -> Response:
    """Serve a file."""
    if name not in {file.name for file in site().downloads.iterdir()}:
        abort(404, f"There is no download named '{name}'.")
    suffix = name.rsplit(".", 1)[-1]
    form = graph_format(suffix)
    media_type = form.media_type if form else _MEDIA_TYPES.get(suffix, "application/octet-stream")
    response = send_from_directory(site().downloads, name, mimetype=media_type)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@blueprint.get("/.well-known/void")
def void() -> Response:
    """Describe the dataset."""
    description = describe_dataset(site().graph, site().downloads, request.url_root)
    description.bind("aikg", PREFIXES["aikg"])
    return Response(description.serialize(format="turtle"), content_type="text/turtle; charset=utf-8")
