"""HWPX: read by unhwp; positions are those in the text it gives.

Its plain text keeps the marks that stand in paragraphs, its Markdown those that are only lists of the file. The
first is taken where it has marks at all.
"""

from dataclasses import replace
from pathlib import Path

import unhwp

from aikg.corpus.document import BULLET, Document
from aikg.corpus.markdown import read_markdown
from aikg.corpus.plain import read_plain
from aikg.errors import SourceError


def read_hwpx(path: Path) -> Document:
    """Read an HWPX file into lines."""
    try:
        with unhwp.parse(path) as parsed:
            text, markdown = parsed.text, parsed.markdown
    except (unhwp.UnhwpError, OSError, ValueError) as error:
        raise SourceError(f"{path.name} is damaged or no HWPX", "export it again, or as PDF") from error
    if not text.strip():
        raise SourceError(f"{path.name} holds no text", "export it again, or as PDF")
    document = read_plain(path.name, text)
    if not any(line.text.text.lstrip().startswith(BULLET) for line in document.lines):
        return read_markdown(path.name, markdown)
    lines = tuple(replace(line, page=None, opens=True) for line in document.lines)
    return replace(document, lines=lines, paged=False, paragraphs=True)
