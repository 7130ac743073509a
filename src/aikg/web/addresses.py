"""Between IRIs of the dataset and addresses of the site, which may run under any base."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from flask import request

from aikg.graph.labels import LANGUAGES
from aikg.vocabulary.namespaces import AIKG, BASE, ID, VOC
from aikg.web.preferences import language

_SAFE = "/:@!$&'()*+,;=~-._"
#: what an IRI cannot have (RFC 3987); an address may name it all the same
_NOT_OF_AN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\\x7f-\x9f\ud800-\udfff\ufff0-\uffff]")


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
    >>> iri_of("org/a b")
    'https://w3id.org/ai-policy-kg/id/org/a%20b'
    """
    return (BASE if path.startswith(("voc/", "graph/")) else ID) + _NOT_OF_AN_IRI.sub(_encoded, path)


def iri_of_path(path: str) -> str:
    """Return the IRI that a path has under the namespace, whether the dataset knows it or not.

    >>> iri_of_path("/id/org/ibm")
    'https://w3id.org/ai-policy-kg/id/org/ibm'
    """
    return BASE + _NOT_OF_AN_IRI.sub(_encoded, path.lstrip("/"))


def _encoded(match: re.Match[str]) -> str:
    return quote(match[0], safe="")


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


def here(**changes: object) -> str:
    """Return the address of the current page with some parameters changed (None: left out), from its first page.

    What a cookie remembers is not repeated.
    """
    kept = {name: value for name, value in request.args.items() if name not in ("page", "lang", "candidates")}
    wanted = {**kept, **changes}
    return quote(request.path, safe=_SAFE) + _query(
        {name: value for name, value in wanted.items() if value not in (None, "")}
    )


def other_language() -> str:
    """Return the address of this very page in the other language."""
    other = next(lang for lang in LANGUAGES if lang != language())
    return quote(request.path, safe=_SAFE) + _query({**request.args.to_dict(), "lang": other})


def _query(parameters: dict[str, object]) -> str:
    return "?" + urlencode(parameters) if parameters else ""
