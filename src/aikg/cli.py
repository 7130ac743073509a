"""The command line; the only module that sees both halves.

Commands import what they need when they run, so that help is there at once and reading a brief loads no web server.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from aikg import resources
from aikg.errors import AikgError, SourceError, UsageError, ViolationsFoundError, explained

if TYPE_CHECKING:
    from aikg.graph.revision import Revision
    from aikg.validation.report import ValidationReport

#: what ``aikg export`` can write; the table is in ``publish.dumps``
DOWNLOADS = ("ttl", "trig", "nt", "nq", "jsonld", "rdf", "csv", "graphml")
#: exit status after Ctrl-C
STOPPED = 130
#: files and folders; whether they can be read and written is told where that is tried
_PATH = click.Path(path_type=Path, readable=False)
_LANG = click.option(
    "--lang", type=click.Choice(["ko", "en"]), default="en", show_default=True, help="Language of messages."
)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    try:
        return int(cli.main(arguments, prog_name="aikg", standalone_mode=False) or 0)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("aikg: stopped", err=True)
        return STOPPED
    except click.ClickException as error:
        path = getattr(getattr(error, "ctx", None), "command_path", "aikg")
        click.echo(f"aikg: {error.format_message()} (see: {path} --help)", err=True)
        return UsageError.exit_status
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:
        verbose = _is_verbose(arguments)
        if verbose and not isinstance(error, AikgError):
            traceback.print_exc()
        lines, status = explained(error, verbose)
        click.echo("\n".join(lines), err=True)
        return status


def _is_verbose(arguments: list[str] | None) -> bool:
    given = sys.argv[1:] if arguments is None else arguments
    return bool(given) and given[0] in ("-v", "--verbose")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("aikg"), prog_name="aikg")
@click.option("-v", "--verbose", is_flag=True, help="Say more about what is going on.")
@click.pass_context
def cli(context: click.Context, verbose: bool) -> None:
    """A linked-data knowledge graph of AI policy and industry.

    Who claims what, as fact, forecast or plan, and where it stands. Start with: aikg serve. Next month's brief: aikg
    ingest FILE. Every command has --help.
    """
    context.obj = verbose


def _progress(context: click.Context) -> Callable[[str], None]:
    """Tell the steps of a build on standard error: always when somebody watches, else when asked to be verbose."""
    told = context.obj or sys.stderr.isatty()
    return (lambda step: click.echo(f"{step} ...", err=True)) if told else (lambda step: None)


def _revision(context: click.Context) -> Revision:
    from aikg import build as building

    return building.ensure(building.Sources.packaged(), resources.store_folder(), _progress(context))


@cli.command()
@click.pass_context
def build(context: click.Context) -> None:
    """Build the store, unless the data breaks a shape."""
    from aikg import build as building

    built = building.build(building.Sources.packaged(), resources.store_folder(), _progress(context))
    manifest = built.manifest
    click.echo(
        f"revision {manifest.revision}: {manifest.quads:,} quads ({manifest.inferred:,} inferred), "
        f"{manifest.warnings} warnings, {manifest.notes} notes"
    )


@cli.command()
@click.argument("files", nargs=-1, type=_PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "ttl"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.option("--notes", is_flag=True, help="Show notes (Info) too.")
@_LANG
def validate(files: tuple[Path, ...], form: str, notes: bool, lang: str) -> int:
    """Check the data, or FILES with it, against the shapes.

    FILES may be folders of Turtle. Exit status 1 when there are violations.
    """
    report = _report(files)
    texts = {"text": lambda: report.to_text(lang, notes), "json": report.to_json, "ttl": report.to_turtle}
    click.echo(texts[form]())
    return 0 if report.conforms else ViolationsFoundError.exit_status


def _report(files: tuple[Path, ...]) -> ValidationReport:
    from aikg import build as building

    sources = building.Sources.packaged()
    return building.validate_files(sources, files) if files else building.validate(sources)


@cli.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, allow_dash=True, readable=False))
@click.option("-e", "--execute", "text", help="The query itself.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "tsv", "ttl"]),
    default="table",
    show_default=True,
    help="Form of the answer; ttl for CONSTRUCT and DESCRIBE.",
)
@click.pass_context
def query(context: click.Context, file: Path | None, text: str | None, form: str) -> None:
    """Ask the local store in SPARQL.

    The query is in FILE (- for standard input) or after -e. Prefixes such as aikg: and organization: need no
    declaration.
    """
    from aikg.graph import guard
    from aikg.graph.answers import answer
    from aikg.graph.store import KnowledgeGraph

    text = text if text is not None else _query_text(file)
    guard.check_query(text)
    graph = KnowledgeGraph.open(_revision(context).oxigraph)
    click.echo(answer(graph, text, form), nl=False)


def _query_text(file: Path | None) -> str:
    if file is None:
        raise UsageError("no query given", "name a file, - for standard input, or use -e QUERY")
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{file}: cannot be read: {error}", "the query must be a UTF-8 text file") from error


@cli.command()
@_LANG
@click.pass_context
def stats(context: click.Context, lang: str) -> None:
    """Say what is in the graph."""
    from aikg.graph.labels import Labels
    from aikg.graph.statistics import statistics
    from aikg.graph.store import KnowledgeGraph

    revision = _revision(context)
    graph = KnowledgeGraph.open(revision.oxigraph)
    counted, labels = statistics(graph), Labels(graph)
    click.echo(f"revision {revision.manifest.revision}: {counted.quads:,} quads, ", nl=False)
    click.echo(f"{counted.reviewed:,} reviewed statements, {counted.candidates:,} candidates")
    for title, rows in (("", counted.classes), ("modality", counted.modalities), ("articles", counted.briefs)):
        click.echo(f"\n{title}".rstrip())
        for iri, count in rows:
            click.echo(f"{count:>7,}  {labels.label(iri, lang)}")


@cli.command()
@click.option(
    "--out",
    type=_PATH,
    default=Path("export"),
    show_default=True,
    help="Folder to write to.",
)
@click.option(
    "--format", "forms", type=click.Choice(DOWNLOADS), multiple=True, help="Only this format; may be repeated. [all]"
)
@click.pass_context
def export(context: click.Context, out: Path, forms: tuple[str, ...]) -> None:
    """Write the downloads into a folder, with checksums."""
    from aikg.publish.dumps import write_dumps

    nquads = _revision(context).dataset.read_bytes()
    try:
        written = write_dumps(nquads, out, forms or DOWNLOADS)
    except OSError as error:
        raise UsageError(f"cannot write to {out}: {error.strerror}", "choose another folder with --out") from error
    for path in written:
        click.echo(f"{path.stat().st_size:>10,}  {path}")


@cli.command()
@click.argument("file", type=_PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the output.",
)
def read(file: Path, form: Literal["text", "json"]) -> None:
    """Show the structure of a brief.

    It may be PDF, HWPX, Markdown or plain text. Shown are issue, sections, articles with their blocks and sources,
    events, and warnings.
    """
    from aikg.corpus.reader import run_read

    click.echo(run_read(file, form).rstrip("\n"))


@cli.command()
@click.argument("files", nargs=-1, required=True, type=_PATH)
@click.option("--out", type=_PATH, help="Folder for the briefs' folders [default: the data].")
@click.option("--jobs", type=click.IntRange(1, 64), help="Processes to read with [default: as fit this machine].")
@_LANG
def ingest(files: tuple[Path, ...], out: Path | None, jobs: int | None, lang: str) -> int:
    """Read briefs into candidates for review.

    Each brief gets a folder of Turtle, proposed names and a review.md with what to look at first. Ingesting again
    replaces candidates; what a person reviewed stays. Exit status: that of the first file that fails.
    """
    from aikg.ingest import console
    from aikg.ingest import run as ingesting

    data = resources.folder("data")
    order = ingesting.Order(files, data, out or data / "briefs", jobs or ingesting.default_jobs(len(files)), lang)
    with console.bar(2 * len(set(files))) as step:
        outcomes = ingesting.ingest(order, step)
    for outcome in outcomes:
        click.echo("".join(f"{line}\n" for line in console.told(outcome, lang)), nl=False)
    failed = list(console.errors(outcomes))
    for message, _ in failed:
        click.echo(f"aikg: {message}", err=True)
    return failed[0][1] if failed else 0


@cli.command()
@click.argument("file", type=_PATH)
@click.option("--annotations", "folder", required=True, type=_PATH, help="Folder of the bundle.")
def extract(file: Path, folder: Path) -> None:
    """Write what is found in a brief as annotations, for measuring."""
    from aikg.ingest.annotate import annotate

    for path in annotate(file, folder, resources.folder("data")):
        click.echo(path)


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 takes a free one."
)
@click.option("--briefs", type=_PATH, envvar="AIKG_BRIEFS", help="Folder of briefs, to show their words.")
@click.pass_context
def serve(context: click.Context, host: str, port: int, briefs: Path | None) -> None:
    """Serve the site; builds the store when it is missing or stale."""
    from aikg.corpus.words import words_in
    from aikg.web.server import serve_forever
    from aikg.web.site import no_words

    words = words_in(briefs, lambda problem: click.echo(f"aikg: {problem}", err=True)) if briefs else no_words
    serve_forever(_serviceable(context), host, port, words)


def _serviceable(context: click.Context) -> Revision:
    """Return a fresh revision, or the previous one when the sources have become faulty."""
    from aikg.graph.revision import current

    try:
        return _revision(context)
    except (SourceError, ViolationsFoundError) as error:
        previous = current(resources.store_folder())
        if previous is None:
            raise
        click.echo(f"{error.message}\naikg: the sources are faulty; serving the previous revision", err=True)
        return previous
