"""The texts that the benchmarks of the reader read."""

from __future__ import annotations

import sys
from pathlib import Path

from zhibiao.decoding import Undecodable, decode


def read_texts(folder: Path, limit: int) -> list[str]:
    """Return ``limit`` texts of a folder, spread over its files by name; files that are no texts are left out."""
    paths = sorted(folder.glob("*.txt"))
    texts: list[str] = []
    for path in paths[:: max(1, len(paths) // limit)][:limit]:
        try:
            texts.append(decode(path.read_bytes()).text)
        except Undecodable as refusal:
            print(f"{path}: {refusal.reason}", file=sys.stderr)
    return texts
