"""On what terms a torture runs: its folders, its seed, and whether it is to take minutes or hours."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from orchestration.storage.settings import Settings

SEED = 20260314


@dataclass(frozen=True, slots=True)
class Terms:
    """``reports`` is the folder of the reports, ``place`` where the parts work and leave their figures."""

    reports: Path
    place: Path
    seed: int
    quick: bool

    @classmethod
    def from_environment(cls) -> Terms:
        """Read the two folders of every command, and ``QUICK`` and ``SEED``."""
        settings = Settings.from_environment()
        return cls(
            reports=settings.raw,
            place=settings.data / "torture",
            seed=int(os.environ.get("SEED") or SEED),
            quick=os.environ.get("QUICK", "") not in ("", "0"),
        )

    def results(self, part: str) -> Path:
        """Return where the rounds of a part are kept."""
        return self.place / f"{part}{'-quick' if self.quick else ''}.json"
