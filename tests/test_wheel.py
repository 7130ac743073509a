"""What people install has everything in it: the wheel answers a query in a fresh environment."""

import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from aikg.resources import FOLDERS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "aikg"
#: folders of the package whose files are not Python
CONTENT = ("graph/queries", "graph/rules", "web/templates", "web/static", "web/messages")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("build") is None, reason="the package 'build' is not installed"),
]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a command away from the checkout's environment; its output is shown when it fails."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "AIKG", "VIRTUAL"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean | environment, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    isolation = ["--no-isolation"] if find_spec("hatchling") else []
    run(sys.executable, "-m", "build", "--wheel", *isolation, "--outdir", out, ROOT, cwd=out)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with nothing but the wheel and what it depends on; returns its folder of programs."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", folder, cwd=folder)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=folder)
    return programs


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("folder", FOLDERS)
def test_top_folders_ship(wheel: Path, folder: str) -> None:
    files = {f"aikg/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert files
    assert files - names(wheel) == set()


@pytest.mark.parametrize("folder", CONTENT)
def test_content_of_the_package_ships(wheel: Path, folder: str) -> None:
    files = {path.relative_to(PACKAGE.parent).as_posix() for path in (PACKAGE / folder).rglob("*") if path.is_file()}
    assert files
    assert files - names(wheel) == set()


def test_modules_ship(wheel: Path) -> None:
    modules = {path.relative_to(PACKAGE.parent).as_posix() for path in PACKAGE.rglob("*.py")}
    assert (modules | {"aikg/py.typed"}) - names(wheel) == set()


def test_nothing_else_ships(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in names(wheel)}
    assert {top for top in tops if top != "aikg" and not top.endswith(".dist-info")} == set()
    parts = {part for name in names(wheel) for part in name.split("/")}
    assert parts & {"store", "tests", "notebooks", "node_modules", "oxigraph", "__pycache__", ".git"} == set()


def test_licences_ship(wheel: Path) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names(wheel))


def test_fresh_environment_answers_a_query(installed: Path, tmp_path: Path) -> None:
    query = "SELECT (COUNT(DISTINCT ?member) AS ?members) { ?member org:memberOf organization:ai-alliance }"
    command = (installed / "aikg", "query", "-e", query, "--format", "csv")
    out = run(*command, cwd=tmp_path, AIKG_STORE=str(tmp_path / "store"))
    assert out.split() == ["members", "10"]
    assert (tmp_path / "store" / "current").is_file()


def test_fresh_environment_finds_its_own_folders(installed: Path, tmp_path: Path) -> None:
    program = "from aikg import resources; print(*map(resources.folder, resources.FOLDERS), sep='\\n')"
    for line in run(installed / "python", "-c", program, cwd=tmp_path).splitlines():
        assert Path(line).parent.parent.name == "site-packages"
        assert installed.parent.resolve() in Path(line).resolve().parents
