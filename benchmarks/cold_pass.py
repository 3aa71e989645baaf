"""Different texts, each read once in a fresh process: ``python -m benchmarks.cold_pass FOLDER [--limit N]``.

Prints a JSON object: whether the reader is ``compiled``, how many ``texts`` and ``characters``, and the processor seconds of the ``reader`` (profile and
extraction with its ledger, and whatever is loaded or built on the way) and of ``jieba.lcut``, each text in turns.
Modules are imported, and jieba's dictionary is loaded, before the clock starts.
"""

from __future__ import annotations

import argparse
import json
import logging
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

import jieba

from benchmarks.texts import read_texts
from zhibiao.compiled import is_compiled
from zhibiao.extract import extract
from zhibiao.profile import profile

TEXTS = 80
DOCUMENT_ID = "0" * 64


class ColdPass(TypedDict):
    """What a pass took, in processor seconds."""

    compiled: bool
    texts: int
    characters: int
    reader: float
    jieba: float


def cold_pass(texts: Sequence[str]) -> ColdPass:
    """Read each text once, and cut it with jieba."""
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    reader = cutting = 0.0
    for text in texts:
        start = time.process_time()
        extract(text, profile(text), DOCUMENT_ID)
        middle = time.process_time()
        jieba.lcut(text)
        reader += middle - start
        cutting += time.process_time() - middle
    return ColdPass(
        compiled=is_compiled(),
        texts=len(texts),
        characters=sum(map(len, texts)),
        reader=reader,
        jieba=cutting,
    )


def in_fresh_processes(folder: Path, limit: int, runs: int) -> ColdPass:
    """Return the least that several passes took, each in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.cold_pass", str(folder), "--limit", str(limit)]
    passes: list[ColdPass] = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(runs)
    ]
    least = min(passes, key=lambda one: one["reader"])
    least["jieba"] = min(one["jieba"] for one in passes)
    return least


def main() -> None:
    """Read the texts of the folder given, spread over its files, and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=TEXTS, help="read no more than so many texts")
    arguments = parser.parse_args()
    print(json.dumps(cold_pass(read_texts(arguments.folder, arguments.limit))))


if __name__ == "__main__":
    main()
