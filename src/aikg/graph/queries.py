"""Named queries, one file per panel: ``queries/<class>_<panel>.rq``."""

from functools import cache
from importlib.resources import files


@cache
def named_query(name: str) -> str:
    """Return the text of ``queries/<name>.rq``."""
    return (files("aikg.graph") / "queries" / f"{name}.rq").read_text(encoding="utf-8")
