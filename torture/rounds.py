"""The rounds of a part: each is kept when it is over, so that a part that was stopped goes on with the next."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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
        """Keep a round that is over."""
        self.done.append(one)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        aside = self.path.with_suffix(".new")
        kept = {"terms": self.terms, "rounds": self.done}
        aside.write_text(json.dumps(kept, ensure_ascii=False, indent=1, default=str), encoding="utf-8")
        os.replace(aside, self.path)


def markdown(head: list[str], rows: list[list[object]]) -> str:
    """Return a table in Markdown; all columns but the first are set to the right."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def share(part: int, whole: int) -> str:
    """Return ``3 of 4 (75 %)``."""
    return f"{part} of {whole}" + (f" ({100 * part / whole:.0f} %)" if whole else "")
