"""The code keeps its shape: small modules, empty package files, no way around the layers.

The layers themselves are import-linter's (``pyproject.toml``).
"""

import ast
import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

from aikg.resources import FOLDERS

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "aikg"
MODULES = sorted(SOURCE.rglob("*.py"))
PACKAGES = sorted({path.parent for path in SOURCE.rglob("*.py")})
ARCHITECTURE = ROOT / "docs" / "architecture.md"
LONGEST = 300


def label(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_modules_are_found() -> None:
    assert len(MODULES) > 40


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_module_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(parsed(path))


@pytest.mark.parametrize("folder", [folder for folder in PACKAGES if folder != SOURCE], ids=label)
def test_package_file_has_a_docstring_and_nothing_else(folder: Path) -> None:
    body = parsed(folder / "__init__.py").body
    assert len(body) == 1
    assert isinstance(body[0], ast.Expr)


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_nothing_is_taken_from_the_root_but_modules(path: Path) -> None:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            assert "aikg" not in [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            for alias in node.names if node.module == "aikg" else ():
                assert find_spec(f"aikg.{alias.name}") is not None, alias.name


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_no_catch_all_names(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "common", "misc"}


def test_folders_that_ship_exist() -> None:
    assert [name for name in FOLDERS if not (ROOT / name).is_dir()] == []


def named(package: str) -> set[str]:
    """Return the modules that the architecture names in the section of a package."""
    section = re.search(rf"^### {package}\b.*?(?=^##)", ARCHITECTURE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    rows = re.findall(r"^\| (`.*?) \|", section[0], re.MULTILINE) if section else []
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


@pytest.mark.parametrize("folder", PACKAGES, ids=label)
def test_the_architecture_names_the_modules_that_there_are(folder: Path) -> None:
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "__main__"}
    assert named("At the root" if folder == SOURCE else folder.name) == modules


def test_the_architecture_shows_the_layers_that_are_enforced() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    assert "\n".join(contracts[0]["layers"]) in ARCHITECTURE.read_text("utf-8")
