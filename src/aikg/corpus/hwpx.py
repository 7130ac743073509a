"""HWPX: read by unhwp, which keeps headings, lists and tables; positions are those in the text it gives."""

from pathlib import Path

import unhwp

from aikg.corpus.document import Document
from aikg.corpus.markdown import read_markdown
from aikg.errors import SourceError


def read_hwpx(path: Path) -> Document:
    """Read an HWPX file into lines."""
    try:
        text = unhwp.to_markdown(path)
    except (unhwp.UnhwpError, OSError, ValueError) as error:
        raise SourceError(f"{path.name} is damaged or no HWPX", "export it again, or as PDF") from error
    if not text.strip():
        raise SourceError(f"{path.name} holds no text", "export it again, or as PDF")
    return read_markdown(path.name, text)
