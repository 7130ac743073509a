"""The canonical form of a dataset: sorted N-Quads, the same bytes for the same quads."""

import hashlib
from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, parse, serialize


def to_nquads(quads: Iterable[Quad]) -> bytes:
    """Return the quads as sorted, deduplicated N-Quads lines."""
    text = serialize(quads, format=RdfFormat.N_QUADS)
    lines = sorted(set((text or b"").splitlines()))
    return b"".join(line + b"\n" for line in lines)


def from_nquads(nquads: bytes) -> list[Quad]:
    """Read canonical N-Quads back, in their order."""
    return list(parse(nquads, format=RdfFormat.N_QUADS))


def digest(content: bytes) -> str:
    """Return the SHA-256 of ``content`` in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
