"""Reading a brief from any of its formats: the entry to this package.

>>> from pathlib import Path
>>> read_brief(Path("no such file.pdf"))
Traceback (most recent call last):
...
aikg.errors.SourceError: no such file.pdf does not exist (name a PDF, HWPX, Markdown or text file)
"""

from pathlib import Path
from typing import Literal

from aikg.corpus.briefs import brief_of
from aikg.corpus.document import Document
from aikg.corpus.files import Format, detect, read_text
from aikg.corpus.isolation import read_apart
from aikg.corpus.markdown import is_markdown, read_markdown
from aikg.corpus.plain import is_printed, read_plain
from aikg.corpus.rendering import as_json, as_text
from aikg.errors import SourceError
from aikg.model.brief import Brief

#: endings that say a text is Markdown
_MARKDOWN = {".md", ".markdown"}


def read_brief(path: Path) -> Brief:
    """Read a brief from a PDF, an HWPX, a Markdown or a text file.

    Raises SourceError when the file cannot be read at all. What can be read but is irregular comes with warnings.
    """
    return brief_of(read_document(path))


def run_read(path: Path, form: Literal["text", "json"] = "text") -> str:
    """Read a brief and return it as text for people or as JSON for programs; the work of ``aikg read``."""
    return (as_json if form == "json" else as_text)(read_brief(path))


def read_document(path: Path) -> Document:
    """Read a file into lines, whatever its format."""
    kind = detect(path)
    if kind is not Format.TEXT:
        return read_apart(path, kind.name.lower())
    text, warnings = read_text(path)
    if not text.strip():
        raise SourceError(f"{path.name} holds no text", "download or export it again")
    if is_markdown(text) or (path.suffix.lower() in _MARKDOWN and not is_printed(text)):
        return read_markdown(path.name, text, warnings)
    return read_plain(path.name, text, warnings)
