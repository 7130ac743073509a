"""Scores of the extraction by layer, with and without names that it could have learnt from the answers, and its speed.

    python bench/extraction.py [--shared DIR] [--quick]

The gold of two briefs is scored as it is, and January 2024 against the curated data. Three gazetteers are compared:
all of the registry, the registry without the names that only the scored article has (leave one article out), and none
but the countries. Throughput is briefs a minute of ``aikg ingest`` with two processes, once these have started.
"""

import argparse
import importlib.util
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import curated

from aikg import resources
from aikg.corpus.reader import read_brief
from aikg.extraction import morphology
from aikg.extraction.gazetteer import Gazetteer
from aikg.extraction.pipeline import extract
from aikg.extraction.registry import named_in
from aikg.ingest import job
from aikg.ingest.run import Order, executor
from aikg.mapping.annotations import bundle
from aikg.model.brief import Brief

ROOT = Path(__file__).resolve().parents[1]
LAYERS = ("entities", "entities_typed", "figures", "relations", "events")
RATES = (
    *("figure_comparator_accuracy", "figure_modality_accuracy", "figure_claimant_accuracy"),
    *("figure_time_accuracy", "figure_about_accuracy", "event_type_accuracy"),
)
Scores = dict[str, Any]


def scorer(shared: Path) -> ModuleType:
    """Return the scoring program as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "score" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(module: ModuleType, gold: Path, predicted: Path, only: set[str] | None = None) -> Scores:
    """Return the scores of a bundle, in some articles only."""
    wanted, found = module.Bundle(gold), module.Bundle(predicted)
    if only is not None:
        wanted.articles = {name: row for name, row in wanted.articles.items() if name in only}
    aligned, misses = module.align_articles(wanted, found), []
    scores: Scores = {}
    for part in (module.score_entities, module.score_figures, module.score_relations, module.score_events):
        scores |= part(wanted, found, aligned, misses)
    return scores


def predict(brief: Brief, gazetteer: Gazetteer, folder: Path) -> Path:
    """Write the bundle of a brief read with a gazetteer."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in bundle(brief, extract(brief, gazetteer)).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def summed(parts: list[Scores]) -> Scores:
    """Return the scores of several articles together: counts added, rates weighed by what was found."""
    total: Scores = {"magnitude_errors": sum(part["magnitude_errors"] for part in parts)}
    for layer in LAYERS:
        found, gold, predicted = (sum(part[layer][field] for part in parts) for field in ("found", "gold", "predicted"))
        right = sum((part[layer]["precision"] or 0) * part[layer]["predicted"] for part in parts)
        recall, precision = found / gold if gold else 0, right / predicted if predicted else 0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        total[layer] = {"precision": precision, "recall": recall, "f1": f1, "gold": gold, "predicted": predicted}
    for rate in RATES:
        layer = "events" if rate.startswith("event") else "figures"
        weighed = [(part[rate], part[layer]["found"]) for part in parts if part[rate] is not None]
        weight = sum(count for _, count in weighed)
        total[rate] = sum(value * count for value, count in weighed) / weight if weight else None
    return total


def only_in_article(issue: str, data: Path) -> Callable[[str], set[str]]:
    """Return a function from an article's id to the keys of what no other article of the data names."""
    rows = {row["id"]: row["articles"] for row in curated.curated_bundle(issue, data)["entities"]}
    elsewhere = {key for key, issues in named_in(data).items() if issues - {issue}}
    return lambda article: {key for key, found in rows.items() if found == [article] and key not in elsewhere}


def runs(
    issue: str, brief: Brief, gold: Path, module: ModuleType, work: Path, quick: bool
) -> Iterator[tuple[str, Scores]]:
    """Yield name and scores of each way of reading a brief."""
    data = resources.folder("data")
    full = Gazetteer.load(data)
    yield "registry", score(module, gold, predict(brief, full, work / "full"))
    unseen = Gazetteer.load(data, without_issue=issue)
    if set(unseen.entries) != set(full.entries):
        yield "without this brief's own names", score(module, gold, predict(brief, unseen, work / "unseen"))
        if not quick:
            own, parts = only_in_article(issue, data), []
            for article in module.Bundle(gold).articles:
                predicted = predict(brief, full.without(own(article)), work / article)
                parts.append(score(module, gold, predicted, {article}))
            yield "leave one article out", summed(parts)
    yield "countries alone", score(module, gold, predict(brief, Gazetteer.empty(), work / "empty"))


def shown(issue: str, name: str, scores: Scores) -> str:
    """Return scores as a line."""
    cells = [
        f"{scores[layer]['f1']:.3f} ({scores[layer]['precision'] or 0:.2f}/{scores[layer]['recall'] or 0:.2f})"
        for layer in LAYERS
    ]
    rates = [f"{scores[rate]:.2f}" if scores[rate] is not None else "-" for rate in RATES]
    return "  ".join([f"{issue:<13}{name:<32}", *cells, str(scores["magnitude_errors"]), *rates])


def throughput(files: list[Path], jobs: int = 2) -> tuple[float, float]:
    """Return briefs a minute of processes that have started, and the seconds that their start takes.

    Each process has started when it has read and composed a brief.
    """
    begun = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as out,
        executor(Order(files, resources.folder("data"), Path(out), jobs)) as pool,
    ):
        assert pool is not None
        list(pool.map(read_and_compose, files[:jobs], [out] * jobs))
        started = time.monotonic()
        twice = [*files, *files]  # so that the last one alone counts for little
        list(pool.map(read_and_compose, twice, [out] * len(twice)))
        return 60 * len(twice) / (time.monotonic() - started), started - begun


def read_and_compose(file: Path, out: str) -> None:
    """Do with a brief all that an ingestion does but for writing it, as if it was never seen."""
    morphology._tokens.cache_clear()
    data = resources.folder("data")
    job.compose(job.read(file, data), {}, data, Path(out))


def main() -> None:
    """Print scores and speed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="folder with briefs, gold and score"
    )
    parser.add_argument("--quick", action="store_true", help="leave out the runs without one article")
    parser.add_argument("--json", type=Path, help="write the scores to a file too")
    arguments = parser.parse_args()
    if not (arguments.shared / "score" / "score.py").is_file():
        print(f"skipped: {arguments.shared} has no briefs, gold and score")
        return
    module, everything = scorer(arguments.shared), {}
    print("F1 (precision/recall) of " + ", ".join(LAYERS) + "; magnitude errors; " + ", ".join(RATES))
    with tempfile.TemporaryDirectory() as work:
        for issue in ("spri-2023-12", "spri-2024-01", "spri-2025-03"):
            gold = arguments.shared / "gold" / issue.removeprefix("spri-")
            if not gold.is_dir():
                gold = Path(work) / "gold" / issue
                curated.write(curated.curated_bundle(issue, resources.folder("data")), gold)
            brief = read_brief(arguments.shared / "briefs" / f"{issue}.pdf")
            for name, scores in runs(issue, brief, gold, module, Path(work) / issue, arguments.quick):
                everything[f"{issue} {name}"] = scores
                print(shown(issue, name, scores), flush=True)
    rate, start = throughput(sorted((arguments.shared / "briefs").glob("*.pdf")))
    print(f"{rate:.1f} briefs a minute with 2 processes, after {start:.1f} s of start-up")
    if arguments.json:
        arguments.json.write_text(json.dumps(everything, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
