"""Reading PDF and HWPX in a process of its own: a hostile file can take time and memory there, but not here.

The child has limits for memory and processor time and sends back plain JSON, so nothing it might become can run here.
"""

import importlib
import json
import subprocess
import sys
from dataclasses import astuple
from pathlib import Path
from typing import Any

from aikg.corpus.document import Document, Line
from aikg.corpus.traced import Traced
from aikg.errors import SourceError
from aikg.model.brief import Box

#: a brief takes half a second and fifty megabytes
LONGEST_SECONDS, LARGEST_MEMORY = 60, 1536 * 1024 * 1024

#: module and function of each reader, named so that only the one needed is loaded, and only in the child
_READERS = {"pdf": ("aikg.corpus.pdf", "read_pdf"), "hwpx": ("aikg.corpus.hwpx", "read_hwpx")}


def read_apart(path: Path, reader: str) -> Document:
    """Read a file with the reader named, in a limited process."""
    command = [sys.executable, "-P", "-m", "aikg.corpus.isolation", reader, str(path.resolve())]
    try:
        child = subprocess.run(command, capture_output=True, timeout=LONGEST_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        told = f"{path.name} took longer than {LONGEST_SECONDS} seconds to read"
        raise SourceError(told, "it is no ordinary brief") from error
    try:
        answer = json.loads(child.stdout)
    except ValueError as error:
        told = f"{path.name} needs more time or memory than any brief, or is damaged"
        raise SourceError(told, "download it again") from error
    if "error" in answer:
        raise SourceError(answer["error"], answer["remedy"])
    return _document(answer)


def _document(answer: dict[str, Any]) -> Document:
    lines = tuple(_line(*record) for record in answer.pop("lines"))
    bases = {int(page): base for page, base in answer.pop("bases").items()}
    return Document(lines=lines, bases=bases, **answer | {"warnings": tuple(answer["warnings"])})


def _line(text: str, origins: int | list[int], box: list[float] | None, *rest: Any) -> Line:
    known = tuple(range(origins, origins + len(text))) if isinstance(origins, int) else tuple(origins)
    page, size, indent, listed, heading, opens, raised, looks = rest
    place = Box(*box) if box else None
    told = tuple((start, look) for start, look in looks)
    return Line(Traced(text, known), page, size, indent, place, listed, heading, opens, tuple(raised), told)


def _packed(line: Line) -> list[Any]:
    """Return a line for the way between processes; positions that run on are told by the first alone."""
    text, origins = line.text.text, line.text.origins
    runs_on = bool(origins) and origins == tuple(range(origins[0], origins[0] + len(origins)))
    places = origins[0] if runs_on else origins
    box = astuple(line.box) if line.box else None
    printed = line.page, line.size, line.indent, line.listed, line.heading, line.opens, line.raised, line.looks
    return [text, places, box, *printed]


def main(reader: str, path: str) -> None:
    """Read a file within limits and print it as JSON; the work of the child."""
    _limit()
    module, function = _READERS[reader]
    try:
        document: Document = getattr(importlib.import_module(module), function)(Path(path))
    except SourceError as error:
        sys.stdout.write(json.dumps({"error": error.message, "remedy": error.remedy}))
        return
    answer = {
        "name": document.name,
        "lines": [_packed(line) for line in document.lines],
        "bases": document.bases,
        "paged": document.paged,
        "fonts": document.fonts,
        "paragraphs": document.paragraphs,
        "warnings": document.warnings,
    }
    sys.stdout.write(json.dumps(answer))


def _limit() -> None:
    try:
        import resource  # not on Windows, where the time limit alone must do
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, LARGEST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_SECONDS, LONGEST_SECONDS))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
