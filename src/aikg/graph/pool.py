"""Queries of strangers, in processes that can be killed."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, cast

from aikg.errors import QueryError, QueryTimeoutError, StoreError
from aikg.graph.forms import choose_forms
from aikg.graph.guard import check_query
from aikg.graph.worker_process import WorkerDiedError, WorkerProcess

Kind = Literal["SELECT", "ASK", "GRAPH"]


@dataclass(frozen=True)
class Answer:
    """A whole answer, serialized."""

    content: bytes
    media_type: str
    kind: Kind


class PoolBusyError(QueryTimeoutError):
    """Every worker was busy for as long as a query may wait for one."""


class QueryPool:
    """Worker processes over one store folder; may be shared by threads.

    A query runs for at most ``seconds`` and waits at most ``patience`` seconds for its turn. Workers start when they
    are needed and end with ``close``, or with this process.
    """

    def __init__(self, folder: Path, workers: int = 2, seconds: float = 20.0, patience: float = 2.0) -> None:
        self.seconds = seconds
        self._folder = folder
        self._patience = patience
        self._closed = False
        self._lock = threading.Lock()
        self._workers: set[WorkerProcess] = set()
        # the last one back is the next one out, so that idle places stay empty; None is a worker yet to be started
        self._places: queue.LifoQueue[WorkerProcess | None] = queue.LifoQueue()
        for _ in range(workers):
            self._places.put(None)
        # workers die with the thread that started them: this one lives as long as the pool
        self._keeper = ThreadPoolExecutor(1, "aikg-workers")

    def answer(
        self,
        query: str,
        accept: Sequence[str] | str = (),
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        seconds: float | None = None,
    ) -> Answer:
        """Answer a query in the best of the forms that are accepted (``choose_forms``).

        ``seconds`` can only shorten the pool's limit. Raises QueryRefusedError, QueryTimeoutError or another
        QueryError, and StoreError when the store cannot be opened; never returns a part of an answer.
        """
        check_query(query)
        request = {
            "query": query,
            "forms": asdict(choose_forms(accept)),
            "default_graphs": list(default_graphs),
            "named_graphs": list(named_graphs),
        }
        header, content = self._ask(request, min(seconds or self.seconds, self.seconds))
        return Answer(content, header["media_type"], cast(Kind, header["kind"]))

    def _ask(self, request: dict[str, Any], seconds: float) -> tuple[dict[str, str], bytes]:
        worker = self._take()
        kept: WorkerProcess | None = None
        try:
            worker = worker if worker and worker.is_alive() else self._start(worker)
            header, content = worker.ask(request, seconds)
            kept = worker
            return header, content
        except (QueryTimeoutError, WorkerDiedError):
            raise
        except QueryError:
            kept = worker
            raise
        finally:
            if kept is None:
                self._discard(worker)
            self._places.put(kept)

    def _take(self) -> WorkerProcess | None:
        if self._closed:
            raise QueryError("the endpoint is closed", "start it again")
        try:
            return self._places.get(timeout=self._patience)
        except queue.Empty:
            raise PoolBusyError("the endpoint is busy with other queries", "try again in some seconds") from None

    def _start(self, dead: WorkerProcess | None) -> WorkerProcess:
        self._discard(dead)
        try:
            worker = self._keeper.submit(WorkerProcess, self._folder).result()
        except (RuntimeError, OSError) as error:
            raise StoreError(f"no process for queries can be started: {error}", "start the site again") from error
        with self._lock:
            self._workers.add(worker)
        if self._closed:
            worker.kill()
        return worker

    def _discard(self, worker: WorkerProcess | None) -> None:
        if worker is None:
            return
        worker.kill()
        with self._lock:
            self._workers.discard(worker)
        # freeing a gigabyte takes a while: answer first
        try:
            self._keeper.submit(worker.reap)
        except RuntimeError:
            worker.reap()

    def close(self) -> None:
        """Kill every worker; queries that run fail."""
        self._closed = True
        with self._lock:
            workers = list(self._workers)
        for worker in workers:
            worker.kill()
        # a query that runs has its worker discarded by its own thread
        with contextlib.suppress(queue.Empty):
            while True:
                self._discard(self._places.get_nowait())
        self._keeper.shutdown()

    def __enter__(self) -> QueryPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
