"""Write what a brief says as an annotation bundle."""

from __future__ import annotations

import tempfile
from pathlib import Path

from aikg.errors import UsageError
from aikg.ingest import extractor
from aikg.mapping.annotations import bundle


def annotate(path: Path, folder: Path, data: Path) -> list[Path]:
    """Write the bundle of a brief into ``folder`` and return its files.

    Raises SourceError or BriefError for a file that is no brief, UsageError when the folder cannot be written; its
    files change when all of them are written.
    """
    brief = extractor.read_korean_brief(path)
    tools = extractor.tools(data)
    files = bundle(brief, tools.extract(brief), tools.place_named)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as staging:
            for name, text in files.items():
                Path(staging, name).write_text(text, encoding="utf-8", newline="\n")
            return [Path(staging, name).replace(folder / name) for name in files]
    except OSError as error:
        raise UsageError(f"cannot write to {folder}: {error.strerror}", "name another folder") from error
