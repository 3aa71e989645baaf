"""How fast reports are read, beside jieba: ``python -m benchmarks.extraction_speed [FOLDER]``.

What is measured, and the bar that each has to pass (the exit code is 1 where one does not):

- the profile and the extraction with its ledger take at most 0.45 of the time of ``jieba.lcut``: of texts that were read
  before, and with ``--cold FOLDER`` of eighty different ones, each read once, in a fresh process (``cold_pass``);
- a document ten times as long takes at most twelve times as long, also where all of it is one line, or a line of commas;
- memory does not grow with the number of documents.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import jieba
from rich.console import Console
from rich.table import Table

from benchmarks.cold_pass import DOCUMENT_ID, TEXTS, ColdPass, in_fresh_processes
from benchmarks.texts import read_texts
from zhibiao.extract import extract
from zhibiao.profile import profile

MOST_SHARE_OF_JIEBA = 0.45
MOST_SLOWDOWN = 12.0
# Two megabytes are less than one report's figures take, and more than the noise of caches.
MOST_GROWTH_BYTES = 2_000_000
LONG_LINE = 100_000


def seconds(works: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """The least processor time of ``runs`` runs of each work, taken in turns.

    What else the machine does slows some runs down and speeds none up, and in turns it hits all works alike.
    """
    least = dict.fromkeys(works, float("inf"))
    for _ in range(runs):
        for name, work in works.items():
            gc.collect()
            start = time.process_time()
            work()
            least[name] = min(least[name], time.process_time() - start)
    return least


def extract_all(texts: Sequence[str]) -> None:
    """Profile and extract each text, and forget it."""
    for text in texts:
        extract(text, profile(text), DOCUMENT_ID)


def speeds(texts: Sequence[str], runs: int) -> dict[str, float]:
    """Processor seconds for all texts, by what is done with them."""
    profiles = [profile(text) for text in texts]
    jieba.initialize()
    works: dict[str, Callable[[], object]] = {
        "jieba.lcut": lambda: [jieba.lcut(text) for text in texts],
        "profile": lambda: [profile(text) for text in texts],
        "extract": lambda: [
            extract(text, known, DOCUMENT_ID) for text, known in zip(texts, profiles, strict=True)
        ],
        "profile + extract": lambda: extract_all(texts),
    }
    return seconds(works, runs)


def slowdowns(text: str, runs: int) -> dict[str, float]:
    """How many times as long a text of ten times the length takes: as it is, as one line, and a line of commas."""
    line = "".join(text.split())
    # A letter that the ten have not.
    line = "".join(different(line, range(10, 10 + -(-LONG_LINE // (10 * len(line))))))
    return {
        "document × 10": slowdown(text, runs),
        f"one line of {len(line) * 10:,} characters": slowdown(line, runs),
        f"a line of {LONG_LINE:,} commas": slowdown("，" * (LONG_LINE // 10), runs),
    }


def different(text: str, numbers: Iterable[int]) -> Iterator[str]:
    """Give the text for each number, with another letter at the ends of its sentences: what recurs is read but once."""
    return (text.replace("。", f"{chr(ord('A') + number)}。") for number in numbers)


def slowdown(text: str, runs: int) -> float:
    """How many times as long ten texts like ``text`` in one take."""
    ten = "".join(different(text, range(10)))
    works = {"once": lambda: extract_all([text]), "ten times": lambda: extract_all([ten])}
    taken = seconds(works, runs)
    return taken["ten times"] / taken["once"]


def memory_growth(texts: Sequence[str]) -> int:
    """Bytes that a second reading of all texts leaves behind, when caches are filled by the first."""
    extract_all(texts)
    gc.collect()
    tracemalloc.start()
    extract_all(texts)
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return held


def main() -> int:
    """Measure, print a table, and return 1 where a bar is not passed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("raw"))
    parser.add_argument("--limit", type=int, default=50, help="read no more than so many texts")
    parser.add_argument("--runs", type=int, default=20, help="runs of each measurement; the quickest counts")
    parser.add_argument("--cold", type=Path, help=f"a folder of which {TEXTS} texts are read once")
    parser.add_argument("--cold-runs", type=int, default=3, help="fresh processes that read them")
    arguments = parser.parse_args()
    texts = read_texts(arguments.folder, arguments.limit)
    if not texts:
        parser.error(f"no texts (*.txt) in {arguments.folder}")
    extract_all(texts[:1])  # lexicons are loaded once, and that is no part of the speed
    cold = in_fresh_processes(arguments.cold, TEXTS, arguments.cold_runs) if arguments.cold else None
    return report(texts, arguments.runs, cold)


def report(texts: Sequence[str], runs: int, cold: ColdPass | None) -> int:
    """Print what was measured; returns 1 where a bar is not passed."""
    characters = sum(map(len, texts))
    measured = speeds(texts, runs)
    table = Table(title=f"{len(texts)} texts, {characters:,} characters", title_justify="left")
    for column in ("what", "seconds", "characters a second", "of jieba.lcut"):
        table.add_column(column, justify="left" if column == "what" else "right")
    for name, taken in measured.items():
        share = taken / measured["jieba.lcut"]
        table.add_row(name, f"{taken:.2f}", f"{characters / taken:,.0f}", f"{share:.2f}")
    bars = [
        (
            "profile + extract of jieba.lcut",
            measured["profile + extract"] / measured["jieba.lcut"],
            MOST_SHARE_OF_JIEBA,
        )
    ]
    if cold is not None:
        for name, taken in (("jieba.lcut", cold["jieba"]), ("profile + extract", cold["reader"])):
            speed, share = cold["characters"] / taken, taken / cold["jieba"]
            table.add_row(
                f"{cold['texts']} texts, cold: {name}", f"{taken:.2f}", f"{speed:,.0f}", f"{share:.2f}"
            )
        bars.append((f"{cold['texts']} texts, cold, of jieba.lcut", share, MOST_SHARE_OF_JIEBA))
    bars += [(name, times, MOST_SLOWDOWN) for name, times in slowdowns(max(texts, key=len), runs).items()]
    bars.append(("bytes held after each round", memory_growth(texts), MOST_GROWTH_BYTES))
    verdicts = Table(title="bars", title_justify="left")
    for column in ("what", "measured", "at most", ""):
        verdicts.add_column(column, justify="left" if column == "what" else "right")
    for name, value, most in bars:
        verdicts.add_row(name, f"{value:,.2f}", f"{most:,.2f}", "passed" if value <= most else "failed")
    console = Console()
    console.print(table)
    console.print(verdicts)
    return int(any(value > most for _, value, most in bars))


if __name__ == "__main__":
    sys.exit(main())
