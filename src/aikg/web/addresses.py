"""Between IRIs of the dataset and addresses of the site, which may run under any base."""

from __future__ import annotations

from urllib.parse import quote

from aikg.vocabulary.namespaces import AIKG, BASE, ID, VOC

_SAFE = "/:@!$&'()*+,;=~-._"


def page_of(iri: str) -> str:
    """Return where the site shows ``iri``: a page of ours, or the IRI itself for a thing elsewhere.

    >>> page_of("https://w3id.org/ai-policy-kg/id/org/ibm"), page_of("https://w3id.org/ai-policy-kg/ns#Law")
    ('/page/org/ibm', '/ontology#Law')
    """
    if iri.startswith(ID):
        return "/page/" + quote(iri[len(ID) :], safe=_SAFE)
    if iri.startswith(VOC) or iri.startswith(BASE + "graph/"):
        return "/page/" + quote(iri[len(BASE) :], safe=_SAFE)
    if iri.startswith(str(AIKG._NS)):
        return "/ontology#" + quote(iri[len(AIKG._NS) :], safe="")
    return iri if iri.startswith(("http://", "https://")) else "#"


def iri_of(path: str) -> str:
    """Return the IRI that the page ``path`` (behind ``/page/``) shows.

    >>> iri_of("org/ibm"), iri_of("voc/modality/fact")
    ('https://w3id.org/ai-policy-kg/id/org/ibm', 'https://w3id.org/ai-policy-kg/voc/modality/fact')
    """
    return (BASE if path.startswith(("voc/", "graph/")) else ID) + path


def data_of(iri: str, suffix: str) -> str:
    """Return where the data of ``iri`` is, in the form with this suffix."""
    return page_of(iri).replace("/page/", "/data/", 1) + "." + suffix


def split_suffix(path: str, suffixes: tuple[str, ...]) -> tuple[str, str | None]:
    """Take a known suffix off a path.

    >>> split_suffix("org/ibm.ttl", ("ttl", "json")), split_suffix("article/spri-2024-01/09/b3.1.0-4", ("ttl",))
    (('org/ibm', 'ttl'), ('article/spri-2024-01/09/b3.1.0-4', None))
    """
    stem, dot, suffix = path.rpartition(".")
    return (stem, suffix) if dot and suffix in suffixes else (path, None)
