"""Reads texts several times over: ``python -m scripts.read_texts FILE ...``, for what counts meanwhile how they are read."""

from __future__ import annotations

import sys
from pathlib import Path

from zhibiao.extract import extract
from zhibiao.profile import profile

# What is loaded and learned at the first time is little beside what is done each time.
TIMES = 4


def main() -> None:
    """Read each file so many times."""
    texts = [Path(name).read_text("utf-8") for name in sys.argv[1:]]
    for text in texts * TIMES:
        extract(text, profile(text), "")


if __name__ == "__main__":
    main()
