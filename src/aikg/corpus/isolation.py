"""Reading PDF and HWPX in a process of its own: a hostile file can take time and memory there, but not here.

The child has limits for memory and processor time and sends back plain JSON, so nothing it might become can run here.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from aikg.corpus.document import Document, Line
from aikg.corpus.hwpx import read_hwpx
from aikg.corpus.pdf import read_pdf
from aikg.corpus.traced import Traced
from aikg.errors import SourceError
from aikg.model.brief import Box

#: a brief takes half a second and fifty megabytes
LONGEST_SECONDS, LARGEST_MEMORY = 60, 1536 * 1024 * 1024

_READERS: dict[str, Callable[[Path], Document]] = {"pdf": read_pdf, "hwpx": read_hwpx}


def read_apart(path: Path, reader: str) -> Document:
    """Read a file with the reader named, in a limited process."""
    command = [sys.executable, "-P", "-m", "aikg.corpus.isolation", reader, str(path.resolve())]
    try:
        child = subprocess.run(command, capture_output=True, timeout=LONGEST_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise SourceError(
            f"{path.name} took longer than {LONGEST_SECONDS} seconds to read", "it is no ordinary brief"
        ) from error
    try:
        answer = json.loads(child.stdout)
    except ValueError as error:
        raise SourceError(
            f"{path.name} needs more time or memory than any brief, or is damaged", "download it again"
        ) from error
    if "error" in answer:
        raise SourceError(answer["error"], answer["remedy"])
    return _document(answer)


def _document(answer: dict[str, Any]) -> Document:
    lines = tuple(_line(record) for record in answer.pop("lines"))
    bases = {int(page): base for page, base in answer.pop("bases").items()}
    return Document(lines=lines, bases=bases, **answer | {"warnings": tuple(answer["warnings"])})


def _line(record: dict[str, Any]) -> Line:
    text, box, raised = record.pop("text"), record.pop("box"), tuple(record.pop("raised"))
    words = Traced(text["text"], tuple(text["origins"]))
    return Line(words, box=Box(**box) if box else None, raised=raised, **record)


def main(reader: str, path: str) -> None:
    """Read a file within limits and print it as JSON; the work of the child."""
    _limit()
    try:
        answer = asdict(_READERS[reader](Path(path)))
    except SourceError as error:
        answer = {"error": error.message, "remedy": error.remedy}
    json.dump(answer, sys.stdout, ensure_ascii=True)


def _limit() -> None:
    try:
        import resource  # not on Windows, where the time limit alone must do
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, LARGEST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_SECONDS, LONGEST_SECONDS))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
