"""Speed and memory of the reader against pdfplumber and pymupdf4llm, side by side in one run.

    python bench/reading.py BRIEF.pdf [...]

Each tool reads each file in a process of its own, several times; the best time and the peak memory are shown, and how
many times as long the peers take. A peer that is not installed is left out (neither is a dependency of aikg).
"""

import argparse
import importlib.util
import resource
import subprocess
import sys
import time
from pathlib import Path

#: what each tool is asked to do: our whole reading, and the peers' plain extraction of text or Markdown
TOOLS = {
    "aikg": "from pathlib import Path; from aikg.corpus.reader import run_read; run_read(Path(sys.argv[1]), 'json')",
    "pdfplumber": "import pdfplumber; [page.extract_text() for page in pdfplumber.open(sys.argv[1]).pages]",
    "pymupdf4llm": "import pymupdf4llm; pymupdf4llm.to_markdown(sys.argv[1])",
}
MEASURE = """
import resource, sys, time
start = time.process_time()
{work}
children = resource.getrusage(resource.RUSAGE_CHILDREN)
seconds = time.process_time() - start + children.ru_utime + children.ru_stime
memory = max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, children.ru_maxrss)
print(seconds, memory / 1024, file=sys.stderr)
"""


def measure(tool: str, path: Path, times: int) -> tuple[float, float]:
    """Return the least processor time in seconds and the most memory in MB of reading a file, imports included."""
    results = []
    for _ in range(times):
        command = [sys.executable, "-c", MEASURE.format(work=TOOLS[tool]), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seconds, memory = done.stderr.strip().splitlines()[-1].split()
        results.append((float(seconds), float(memory)))
    return min(s for s, _ in results), max(m for _, m in results)


def main() -> None:
    """Print a table of times and memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--times", type=int, default=3)
    arguments = parser.parse_args()
    tools = [tool for tool in TOOLS if tool == "aikg" or importlib.util.find_spec(tool)]
    started = time.monotonic()
    print(f"{'file':<22}{'tool':<14}{'CPU s':>8}{'MB':>8}{'times aikg':>12}")
    for path in arguments.files:
        ours = 0.0
        for tool in tools:
            seconds, memory = measure(tool, path, arguments.times)
            ours = ours or seconds
            print(f"{path.name:<22}{tool:<14}{seconds:>8.2f}{memory:>8.0f}{seconds / ours:>12.1f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{time.monotonic() - started:.0f} s in all, {peak:.0f} MB for this script")


if __name__ == "__main__":
    main()
