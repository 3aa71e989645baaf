"""``python -m benchmarks.scale SOURCE``: what many reports cost, and what one more costs.

Makes larger sets of the reports of a folder (``benchmarks.larger_set``), and measures on them, in one go: jieba cutting
all texts in one process, before and after a run from nothing (a machine's pace changes within minutes), that run, one
with nothing changed, one with a report added, and with ``--times 4`` one on a set as many times as large. For each:
wall seconds, processor seconds and the memory of the largest process, step by step; at the end the bars beside what
was measured.

The bars are for 2 cores and 3,200 reports, with nothing else running.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.larger_set import write_larger_set
from benchmarks.run_time import Run, run, steps, tell
from orchestration.storage.settings import PROJECT

CUT_ALL = """
import sys, time
from pathlib import Path
import jieba
jieba.initialize()
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
started = time.perf_counter()
for text in texts:
    jieba.lcut(text)
print(time.perf_counter() - started, sum(map(len, texts)))
"""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, what was measured, and whether it is held."""

    name: str
    limit: float
    measured: float
    unit: str

    @property
    def line(self) -> str:
        """The bar as a row of a table."""
        verdict = "held" if self.measured <= self.limit else "MISSED"
        return f"| {self.name} | {self.limit:.4g} {self.unit} | {self.measured:.4g} {self.unit} | {verdict} |"


def cut_by_jieba(raw: Path) -> float:
    """Return the seconds in which jieba cuts every text of a folder in one process."""
    found = subprocess.run(
        [sys.executable, "-c", CUT_ALL, str(raw)], capture_output=True, text=True, check=True
    ).stdout.split()
    print(f"jieba.lcut, one process: {float(found[0]):.1f} s for {int(found[1]):,} characters", flush=True)
    return float(found[0])


def measured(title: str, raw: Path, data: Path) -> Run:
    """Run once and print what it took."""
    seen = run(raw, data)
    tell(title, seen, steps(data))
    sys.stdout.flush()
    return seen


def compare(source: Path, size: int, times: int, place: Path) -> list[Bar]:
    """Measure every row of the table, working under ``place``."""
    larger = place / "with_one_more"
    write_larger_set(source, larger, size + 1)
    raw = place / "reports"
    shutil.copytree(larger, raw)
    last = max(raw.glob("*.txt"))
    one_more = larger / last.name
    last.unlink()
    # Setting up the environment has parsed dbt's project; it may have changed since.
    subprocess.run([sys.executable, "-m", "orchestration.dbt"], cwd=PROJECT, check=True)
    before = cut_by_jieba(raw)
    data = place / "data"
    whole = measured(f"{size} reports from nothing", raw, data)
    jieba_seconds = (before + cut_by_jieba(raw)) / 2
    still = measured("nothing changed", raw, data)
    shutil.copy2(one_more, raw)
    added = measured("one report added", raw, data)
    bars = [
        Bar("from nothing, beside jieba", 1.0, whole.seconds / jieba_seconds, "x"),
        Bar("from nothing, largest process", 1.5, whole.peak_bytes / 1e9, "GB"),
        Bar("one report added", 25, added.seconds, "s"),
        Bar("nothing changed", 8, still.seconds, "s"),
    ]
    if times > 1:
        many = place / "many"
        write_larger_set(source, many, size * times)
        shutil.rmtree(data)
        grown = measured(f"{size * times} reports from nothing", many, data)
        bars += [
            Bar(f"{times} times as many", 1.1 * times, grown.seconds / whole.seconds, "x"),
            Bar(f"{times} times as many, largest process", 3, grown.peak_bytes / 1e9, "GB"),
        ]
    return bars


def five_documents(place: Path) -> Bar:
    """Measure the project's own five reports."""
    seen = measured("five documents", PROJECT / "raw", place / "five")
    return Bar("five documents", 18, seen.seconds, "s")


def table(bars: Sequence[Bar]) -> str:
    """Return the bars as a Markdown table."""
    return "\n".join(
        ["| what | bar | measured | |", "| --- | --- | --- | --- |", *(bar.line for bar in bars)]
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="a folder of reports")
    parser.add_argument("--size", type=int, default=3_200)
    parser.add_argument("--times", type=int, default=1, help="also measure a set so many times as large")
    parser.add_argument("--keep", type=Path, help="work in this new folder, and leave what was made there")
    given = parser.parse_args()
    print(f"{os.cpu_count()} cores")
    if given.keep:
        given.keep.mkdir(parents=True)
        print(
            table([*compare(given.source, given.size, given.times, given.keep), five_documents(given.keep)])
        )
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        print(table([*compare(given.source, given.size, given.times, place), five_documents(place)]))


if __name__ == "__main__":
    main()
