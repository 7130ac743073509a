"""What this is and how to read it: statements, candidates, evidence, how to cite."""

from __future__ import annotations

from flask import Blueprint, render_template

from aikg.vocabulary.namespaces import VOC
from aikg.web.site import catalogue, site
from aikg.web.twins import Twin

blueprint = Blueprint("about", __name__)


@blueprint.get("/about")
def about() -> str:
    """Explain the site to those who read it and those who quote it."""
    counts = dict(catalogue().statistics.modalities)
    return render_template(
        "about.html",
        modalities=[(iri, counts[iri]) for iri in counts if iri.startswith(VOC)],
        statistics=site().everything.statistics,
        briefs=site().everything.briefs,
        twins=[Twin("VoID, DCAT (Turtle)", "text/turtle", "/.well-known/void")],
    )
