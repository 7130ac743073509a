"""Entities of the registry: things with a stable slug and names in two languages."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Entity:
    """A named thing.

    ``id`` is ``org/ibm``; ``kind`` the local name of its class (``Organization``, ``AIModel`` ...); ``links`` are
    further (predicate, object) pairs as IRIs, ``values`` further (predicate, literal) pairs of an IRI and a Python
    value: str, int, Decimal, date, or (text, language).
    """

    id: str
    kind: str
    ko: str
    en: str
    aliases: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, object], ...] = field(default=())
