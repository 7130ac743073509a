"""Ingest many briefs: read them side by side, put them in order of issue, compose side by side, write one by one."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from aikg.errors import AikgError, UsageError
from aikg.ingest import job
from aikg.ingest.folder import REVIEW, SET_ASIDE, write
from aikg.ingest.job import Composition, Reading
from aikg.ingest.neighbours import names_of_others, new_names
from aikg.ingest.review import review_text, set_aside_text
from aikg.mapping.identity import keys_of_earlier, renamed

#: each process holds a morphological analyser of some hundred megabytes
MOST_JOBS = 4
#: told of every file that is done with reading and with composing
Progress = Callable[[], None]
Result = TypeVar("Result")


@dataclass(frozen=True)
class Outcome:
    """What became of a file: a composition that was written, or the reason why not."""

    path: Path
    composition: Composition | None = None
    changed: bool = False
    error: AikgError | None = None


@dataclass(frozen=True)
class Order:
    """What is asked for: files, the data folder, where the briefs' folders go, processes, language of the review."""

    files: Sequence[Path]
    data: Path
    out: Path
    jobs: int = 1
    lang: str = "en"


def ingest(order: Order, progress: Progress = lambda: None) -> list[Outcome]:
    """Ingest the files and return what became of each, in the order given.

    The files of a brief are written all or not at all; a file that cannot be ingested does not stop the others.
    """
    with executor(order) as pool:
        read = dict(
            _each(pool, job.read, [(path, (path, order.data)) for path in dict.fromkeys(order.files)], progress)
        )
        readings = [r for r in read.values() if isinstance(r, Reading)]
        failed = {path: r for path, r in read.items() if isinstance(r, AikgError)} | _repeated(readings)
        ordered = sorted((r for r in readings if r.path not in failed), key=lambda r: r.brief.issue)
        work = [(r.path, (r, keys, order.data, order.out)) for r, keys in _with_keys(ordered, order)]
        composed = dict(_each(pool, job.compose, work, progress))
    outcomes = {path: _written(path, result, order.lang) for path, result in composed.items()}
    outcomes |= {path: Outcome(path, error=error) for path, error in failed.items()}
    return [outcomes[path] for path in dict.fromkeys(order.files)]


def default_jobs(files: int) -> int:
    """Return how many processes suit so many files on this machine."""
    return max(1, min(files, os.cpu_count() or 1, MOST_JOBS))


def executor(order: Order) -> AbstractContextManager[Executor | None]:
    """Return the processes for an order, None where one is enough."""
    jobs = min(order.jobs, len(set(order.files)))
    if jobs <= 1:
        return nullcontext(None)
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_at_ease)


def _at_ease() -> None:
    """Look for cyclic garbage less often: what a process keeps is large, and reading a brief leaves little behind."""
    gc.set_threshold(200_000, 50, 100)


def _each(
    pool: Executor | None,
    step: Callable[..., Result],
    work: Sequence[tuple[Path, tuple[object, ...]]],
    progress: Progress,
) -> Iterator[tuple[Path, Result | AikgError]]:
    """Yield what a step makes of each piece of work, or the error that it ends in."""
    if pool is None:
        for path, arguments in work:
            yield path, _attempt(path, lambda a=arguments: step(*a))  # type: ignore[misc]
            progress()
        return
    waiting: list[tuple[Path, Future[Result]]] = [(path, pool.submit(step, *arguments)) for path, arguments in work]
    for path, future in waiting:
        yield path, _attempt(path, future.result)
        progress()


def _attempt(path: Path, step: Callable[[], Result]) -> Result | AikgError:
    try:
        return step()
    except AikgError as error:
        return error
    except BrokenProcessPool:
        return AikgError(f"{path.name}: the process that read it ended", "try again with --jobs 1")
    except Exception as error:  # a fault of ours in one brief must not cost the others
        return AikgError(f"{path.name}: {type(error).__name__}: {error}", "this is a fault of aikg; please report it")


def _repeated(readings: Sequence[Reading]) -> dict[Path, AikgError]:
    """Return the files that are the same issue as an earlier one."""
    first: dict[str, Path] = {}
    found: dict[Path, AikgError] = {}
    for reading in readings:
        other = first.setdefault(reading.brief.issue, reading.path)
        if other != reading.path:
            message = f"{reading.path.name} and {other.name} are the same issue, {reading.brief.issue}"
            found[reading.path] = UsageError(message, "ingest one of them")
    return found


def _with_keys(readings: Sequence[Reading], order: Order) -> Iterator[tuple[Reading, dict[str, str]]]:
    """Yield each brief with the keys that earlier issues have for what it names anew."""
    others = names_of_others([order.data / "briefs", order.out], without={r.brief.issue for r in readings})
    for reading in readings:
        issue, new = reading.brief.issue, new_names(reading.extraction)
        earlier = [entity for name, found in sorted(others.items()) if name < issue for entity in found]
        keys = keys_of_earlier(new, earlier)
        others[issue] = new_names(renamed(reading.extraction, keys))
        yield reading, keys


def _written(path: Path, result: Composition | AikgError, lang: str) -> Outcome:
    if isinstance(result, AikgError):
        return Outcome(path, error=result)
    files = result.files | {REVIEW: review_text(result, lang), SET_ASIDE: set_aside_text(result, lang)}
    try:
        return Outcome(path, result, write(result.folder, files, result.seen))
    except AikgError as error:
        return Outcome(path, error=error)
