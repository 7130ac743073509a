"""The parent's end of a worker: start it, ask it, kill it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from aikg.errors import QueryError, QueryTimeoutError, StoreError
from aikg.graph.frames import read_frame, write_frame
from aikg.graph.worker import ERRORS

#: opening a store takes a fraction of a second; a busy machine is given longer
_START_SECONDS = 30.0


class WorkerDiedError(QueryError):
    """The query ended its process: out of memory, or too deep for the engine."""


class WorkerProcess:
    """One process of ``aikg.graph.worker``; used by one thread at a time.

    The thread that creates it must live as long as the worker: Linux kills the worker when that thread ends.
    """

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            # -P: nothing in the current folder stands in for a module
            [sys.executable, "-P", "-m", "aikg.graph.worker", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        assert self._process.stdin and self._process.stdout  # noqa: S101 - both are pipes
        self._input = self._process.stdin
        self._output = self._process.stdout
        self._ready = False

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    def is_alive(self) -> bool:
        """Tell whether the process runs."""
        return self._process.poll() is None

    def ask(self, request: dict[str, Any], seconds: float) -> tuple[dict[str, str], bytes]:
        """Return header and content of the answer.

        Raises what the worker raised, QueryTimeoutError at the limit, WorkerDiedError when the process ends; after
        the last two the worker is of no use and must be killed.
        """
        self._await_ready()
        try:
            write_frame(self._input.fileno(), json.dumps({**request, "seconds": seconds}).encode())
            return self._read(time.monotonic() + seconds)
        except TimeoutError as error:
            raise QueryTimeoutError(
                f"the query was stopped after {seconds:g} s; there is no partial answer",
                "add LIMIT, or name more of what you look for",
            ) from error
        except (EOFError, OSError) as error:
            raise WorkerDiedError(
                "the query needs more memory or depth than the endpoint gives it", "narrow it, or split it"
            ) from error

    def _await_ready(self) -> None:
        if self._ready:
            return
        try:
            self._read(time.monotonic() + _START_SECONDS)
        except (EOFError, OSError) as error:
            raise StoreError("no process for queries can be started", "run: aikg build, and start again") from error
        self._ready = True

    def _read(self, deadline: float) -> tuple[dict[str, str], bytes]:
        header = json.loads(read_frame(self._output.fileno(), deadline))
        content = read_frame(self._output.fileno(), deadline)
        if "error" in header:
            raise ERRORS[header["error"]](header["message"], header["remedy"])
        return header, content

    def kill(self) -> None:
        """End the process at once, without waiting for it."""
        self._process.kill()

    def reap(self) -> None:
        """Wait for a killed process and free its pipes."""
        self._process.wait()
        self._input.close()
        self._output.close()
