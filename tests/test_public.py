"""What people may rely on from outside: a few names, and commands that start."""

import gzip
import subprocess
import sys
import types
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

import aikg
from aikg.graph.canonical import to_nquads
from aikg.graph.store import KnowledgeGraph

MEMBERS = "SELECT ?member { ?member org:memberOf organization:ai-alliance }"


def test_the_public_names_are_these() -> None:
    found = {name for name in vars(aikg) if not name.startswith("_")}
    modules = {name for name in found if isinstance(getattr(aikg, name), types.ModuleType)}
    assert set(aikg.__all__) == {"AikgError", "KnowledgeGraph", "__version__", "load"}
    assert found - modules <= set(aikg.__all__) == set(dir(aikg))
    assert all(hasattr(aikg, name) for name in aikg.__all__)


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(AttributeError, match="'aikg' has no attribute 'unload'"):
        _ = aikg.unload  # type: ignore[attr-defined]


def test_reading_a_brief_loads_no_graph() -> None:
    program = "import sys, aikg.corpus.reader; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"rdflib", "pyoxigraph", "aikg.graph.loading"} & set(done.stdout.split())


def test_every_public_name_explains_itself() -> None:
    for name in ("AikgError", "KnowledgeGraph", "load"):
        assert getattr(aikg, name).__doc__
    for method in ("query", "rows", "ask", "from_nquads", "open"):
        assert getattr(aikg.KnowledgeGraph, method).__doc__


def test_the_version_is_that_of_the_package() -> None:
    assert aikg.__version__ == version("aikg")


def test_every_console_script_loads() -> None:
    scripts = [script for script in entry_points(group="console_scripts") if script.value.startswith("aikg")]
    assert [script.name for script in scripts] == ["aikg"]
    assert all(callable(script.load()) for script in scripts)


def test_what_ships_and_what_was_downloaded_are_the_same(knowledge_graph: KnowledgeGraph, tmp_path: Path) -> None:
    nquads = to_nquads(knowledge_graph.named())
    plain, packed = tmp_path / "aikg.nq", tmp_path / "aikg.nq.gz"
    plain.write_bytes(nquads)
    packed.write_bytes(gzip.compress(nquads))
    loaded = [aikg.load(), aikg.load(plain), aikg.load(str(packed))]
    assert len({graph.revision for graph in loaded}) == 1
    assert [len(graph.rows(MEMBERS)) for graph in loaded] == [10, 10, 10]


@pytest.mark.parametrize("content", [b"this is no N-Quads", b"\x1f\x8b broken gzip", None])
def test_a_file_that_is_none_is_refused_with_a_remedy(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "aikg.nq"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(aikg.AikgError) as caught:
        aikg.load(path)
    assert caught.value.remedy


def test_the_site_and_the_public_names_load_neither_the_pipeline_nor_the_web() -> None:
    program = "import sys, {module}; print(*sorted(sys.modules))"
    for module, unwanted in (
        ("aikg", ("flask", "kiwipiepy", "aikg.corpus", "aikg.extraction", "aikg.web", "pyshacl")),
        ("aikg.web.server", ("kiwipiepy", "aikg.corpus", "aikg.extraction", "aikg.mapping", "pypdfium2", "pyshacl")),
    ):
        done = subprocess.run(
            [sys.executable, "-c", program.format(module=module)], capture_output=True, text=True, check=True
        )
        loaded = done.stdout.split()
        assert module in loaded
        assert [name for name in loaded if name.startswith(unwanted)] == []
