"""The rounds of a part: each is kept when it is over, so that a part that was stopped goes on with the next."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from orchestration.storage.settings import PROJECT

Round = dict[str, Any]


@dataclass(slots=True)
class Rounds:
    """What is known of a part: the rounds that are over, in their order.

    ``terms`` are what the rounds depend on (seed, size); rounds that were made on other terms are forgotten.
    """

    path: Path
    terms: Round
    done: list[Round] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Take up what an earlier call has left."""
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        if kept.get("terms") == json.loads(json.dumps(self.terms)):
            self.done = kept["rounds"]

    def add(self, one: Round) -> None:
        """Keep a round that is over, with the commit of the code that it was made by."""
        self.done.append(one | {"commit": commit()})
        self.path.parent.mkdir(parents=True, exist_ok=True)
        aside = self.path.with_suffix(".new")
        kept = {"terms": self.terms, "rounds": self.done}
        aside.write_text(json.dumps(kept, ensure_ascii=False, indent=1, default=str), encoding="utf-8")
        os.replace(aside, self.path)

    def by_commit(self) -> str:
        """Return how many rounds were made by which code, as of ``commit``."""
        counts = Counter(one.get("commit", "unknown") for one in self.done)
        return "Rounds by commit: " + ", ".join(f"{name} {number}" for name, number in counts.items())


@cache
def commit() -> str:
    """Return the short name of the commit that the code stands at, with a plus where files differ from it."""
    try:
        name = _git("rev-parse", "--short", "HEAD")
        return f"{name}+" if _git("status", "--porcelain", "--untracked-files=no") else name
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout.strip()


def markdown(head: list[str], rows: list[list[object]]) -> str:
    """Return a table in Markdown; all columns but the first are set to the right."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def share(part: int, whole: int) -> str:
    """Return ``3 of 4 (75 %)``."""
    return f"{part} of {whole}" + (f" ({100 * part / whole:.0f} %)" if whole else "")
