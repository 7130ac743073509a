"""The documentation is part of the program: every command and address is in it, examples run, links lead somewhere."""

import ast
import re
import shlex
from pathlib import Path
from urllib.parse import unquote

import click
import pytest
from pyoxigraph import QueryBoolean

from aikg.cli import cli
from aikg.graph.guard import check_query
from aikg.graph.store import KnowledgeGraph
from aikg.web.app import BLUEPRINTS

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "frontend").glob("*.md")])
#: what users read, by language
GUIDES = {
    "en": [p for p in DOCUMENTS if not p.name.endswith(".ko.md") and p.parent.name in (ROOT.name, "docs")],
    "ko": [p for p in DOCUMENTS if p.name.endswith(".ko.md")],
}
COMMANDS = sorted(cli.commands.items())


def label(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def fenced(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def written(lang: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in GUIDES[lang])


EXAMPLES = [pytest.param(text, id=f"{label(p)}-{n}") for p in DOCUMENTS for n, text in enumerate(fenced(p, "sparql"))]
PROGRAMS = [pytest.param(text, id=f"{label(p)}-{n}") for p in DOCUMENTS for n, text in enumerate(fenced(p, "python"))]
SHELL = [
    pytest.param(re.split(" [#>|] ?", line)[0], id=f"{label(p)}-{line[:30]}")
    for p in DOCUMENTS
    for text in fenced(p, "(?:sh)?")
    for line in text.splitlines()
    if re.match(r"aikg [a-z]", line) and "..." not in line
]


def test_documents_and_examples_are_found() -> None:
    assert len(DOCUMENTS) > 12
    assert len(EXAMPLES) >= 28
    assert len(PROGRAMS) >= 2
    assert len(SHELL) >= 6


# ---------- what is documented ----------


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_command_and_option_is_documented(name: str, command: click.Command, lang: str) -> None:
    text = written(lang)
    assert f"aikg {name}" in text
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    assert {option for option in options if option not in text} == set()


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_command_and_option_has_help(name: str, command: click.Command) -> None:
    assert command.help and len(command.help.split()) > 3
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_address_is_documented(lang: str) -> None:
    name = {"en": "reference.md", "ko": "reference.ko.md"}[lang]
    text = (ROOT / "docs" / name).read_text("utf-8")
    rules = [path for blueprint in BLUEPRINTS for path in paths(blueprint.import_name)]
    assert len(rules) > 30
    assert [rule for rule in rules if f"`{shortened(rule)}" not in text] == []


def paths(module: str) -> list[str]:
    """Return the addresses that a module of the site serves, from its source."""
    source = (ROOT / "src" / (module.replace(".", "/") + ".py")).read_text("utf-8")
    return re.findall(r'@blueprint\.(?:get|route)\("(/[^"]*)"', source)


def shortened(rule: str) -> str:
    """Return how a table names an address: without its suffix, dots for what varies."""
    rule = re.sub(r"\.(<.*>|json|ttl)$", "", rule)
    return re.sub(r"<path:\w+>", "...", rule)


# ---------- examples ----------


@pytest.mark.parametrize("query", EXAMPLES)
def test_every_query_has_an_answer(knowledge_graph: KnowledgeGraph, query: str) -> None:
    check_query(query)
    answer = knowledge_graph.query(query)
    assert bool(answer) if isinstance(answer, QueryBoolean) else len(list(answer))


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_program_runs(program: str) -> None:
    names: dict[str, object] = {}
    exec(compile(ast.parse(program), "example", "exec"), names)  # noqa: S102 (our own documentation)
    if "members" in names:
        assert len(names["members"]) == 10  # type: ignore[arg-type]


@pytest.mark.parametrize("line", SHELL)
def test_every_command_line_is_understood(line: str) -> None:
    words = shlex.split(line)[1:]
    while words and words[0].startswith("-"):
        words.pop(0)
    command = cli.commands[words[0]]
    command.make_context(words[0], words[1:], resilient_parsing=False)


@pytest.mark.parametrize("path", DOCUMENTS, ids=label)
def test_every_link_inside_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8")):
        if not re.match(r"[a-z]+:|#", target):
            assert (path.parent / unquote(target.split("#")[0])).exists(), target


@pytest.mark.parametrize("path", GUIDES["ko"], ids=label)
def test_a_guide_in_korean_has_the_parts_of_the_english_one(path: Path) -> None:
    english = path.with_name(path.name.replace(".ko.md", ".md"))
    heads = [re.findall(r"^(#+) ", p.read_text("utf-8"), re.MULTILINE) for p in (path, english)]
    assert heads[0] == heads[1]


def test_pictures_are_small() -> None:
    assert all(path.stat().st_size < 200_000 for path in (ROOT / "docs" / "images").iterdir())
