"""Downloads of the whole dataset, and its description as VoID and DCAT."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, redirect, render_template, request, send_from_directory
from werkzeug.wrappers import Response as BaseResponse

from aikg.graph.formats import GRAPH_FORMATS, GraphFormat, graph_format
from aikg.publish.catalog import describe_dataset
from aikg.publish.dumps import CHECKSUMS
from aikg.vocabulary.namespaces import PREFIXES
from aikg.web import twins
from aikg.web.negotiation import best_media_type
from aikg.web.refusals import refuse
from aikg.web.site import site
from aikg.web.twins import Twin

blueprint = Blueprint("downloads", __name__)

#: media types by suffix, where the form table does not say
_MEDIA_TYPES = {
    "gz": "application/gzip",
    "csv": "text/csv; charset=utf-8",
    "graphml": "application/graphml+xml",
    CHECKSUMS: "text/plain",
}
#: the order of the page: what most people want comes first
_ORDER = ("ttl", "csv", "trig", "jsonld", "nt", "gz", "rdf", "graphml", CHECKSUMS)
_FORMS = [form for form in GRAPH_FORMATS if not form.datasets]


@dataclass(frozen=True)
class File:
    """A file to take away; ``kind`` is the last part of its name, ``digest`` its SHA-256."""

    name: str
    size: int
    kind: str
    digest: str

    @property
    def content(self) -> str:
        """What the page says is in it: tables differ by their names, all others by their forms."""
        return self.name.partition(".")[0] if self.kind == "csv" else self.kind.lower()


@blueprint.get("/download")
def without_slash() -> BaseResponse:
    """Send those who left out the slash to the list."""
    return redirect("/download/", 301)


@blueprint.get("/download/")
def index() -> str:
    """List the files."""
    return render_template("downloads.html", files=_files(), twins=_twins())


def _twins() -> list[Twin]:
    void = "/.well-known/void"
    return [Twin("VoID, DCAT (Turtle)", "text/turtle", void), Twin("JSON-LD", "application/ld+json", void + ".json")]


def _files() -> list[File]:
    sums = _digests(site().downloads / CHECKSUMS)
    found = [
        File(path.name, path.stat().st_size, path.name.rsplit(".", 1)[-1], sums.get(path.name, ""))
        for path in site().downloads.iterdir()
    ]
    return sorted(found, key=lambda f: (_ORDER.index(f.kind) if f.kind in _ORDER else len(_ORDER), f.name))


def _digests(checksums: Path) -> dict[str, str]:
    if not checksums.is_file():
        return {}
    lines = [line.split("  ", 1) for line in checksums.read_text(encoding="utf-8").splitlines()]
    return {name: digest for digest, name in lines}


@blueprint.get("/download/<name>")
def download(name: str) -> Response:
    """Serve a file."""
    if name not in {file.name for file in site().downloads.iterdir()}:
        refuse(404, "no_download", name=name[:80])
    suffix = name.rsplit(".", 1)[-1]
    form = graph_format(suffix)
    media_type = form.media_type if form else _MEDIA_TYPES.get(suffix, "application/octet-stream")
    return twins.open_to_all(send_from_directory(site().downloads, name, mimetype=media_type))


@blueprint.get("/.well-known/void")
@blueprint.get("/.well-known/void.<any(ttl, json, jsonld, rdf, nt):suffix>")
def void(suffix: str | None = None) -> Response:
    """Describe the dataset, in the form of the suffix or of the Accept header."""
    form = _form(suffix)
    description = describe_dataset(site().everything, site().downloads, request.url_root)
    description.bind("aikg", PREFIXES["aikg"])
    names = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nt": "nt"}
    content = description.serialize(format=names[form.suffix])
    response = twins.open_to_all(Response(content, content_type=f"{form.media_type}; charset=utf-8"))
    response.vary.add("Accept")
    return response


def _form(suffix: str | None) -> GraphFormat:
    media_types = [form.media_type for form in _FORMS]
    wanted = suffix or best_media_type(request, [*media_types, "text/html"])
    form = graph_format("ttl" if wanted == "text/html" else "jsonld" if wanted == "json" else wanted or "")
    if form is None:
        refuse(406, "forms", forms=", ".join(media_types))
    return form
