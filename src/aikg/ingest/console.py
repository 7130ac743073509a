"""What the command line tells of ingested files: a few lines each, the rest is in the review."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from aikg.ingest.folder import REVIEW
from aikg.ingest.review import counts, first, words
from aikg.ingest.run import Outcome

#: more than this is left to the review
MOST_LINES = 8


def told(outcome: Outcome, lang: str) -> list[str]:
    """Return what is told of a file that was ingested."""
    found = outcome.composition
    if found is None:
        return []
    said = words(lang)
    head = said["written" if outcome.changed else "unchanged"].format(issue=found.issue, folder=found.folder)
    pressing = first(found, lang, linked=False)
    lines = [head, *(f"  {line}" for line in counts(found, lang))]
    lines += [f"  {said['first']}:"] if pressing else []
    lines += [f"    {line}" for line in pressing[:MOST_LINES]]
    if len(pressing) > MOST_LINES:
        more = said["more"].format(count=len(pressing) - MOST_LINES, file=found.folder / REVIEW)
        lines.append(f"    {more}")
    return lines


def errors(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, int]]:
    """Yield message and exit status of every file that was not ingested."""
    for outcome in outcomes:
        if outcome.error is not None:
            named = outcome.path.name in outcome.error.message
            yield str(outcome.error) if named else f"{outcome.path.name}: {outcome.error}", outcome.error.exit_status


@contextmanager
def bar(length: int) -> Iterator[Callable[[], None]]:
    """Show progress on standard error where somebody watches; yields what is called for each step."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=length, file=sys.stderr, label="ingesting") as shown:
        yield lambda: shown.update(1)
