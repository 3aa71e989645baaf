"""A raw folder, a data folder and the command on them; where a run stands is read from outside, from Dagster's events."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orchestration.storage.settings import PROJECT

# On a busy machine; a run of the small world takes a quarter of a minute on an idle one.
LONGEST_RUN = 1200.0
STEPS = (
    "landing",
    "raw_checks",
    "reading",
    "vintage",
    "extracted_checks",
    "checked",
    "dbt",
    "marts_checks",
    "quality",
    "published__warehouse",
    "exports_and_site",
)
# Before the first step, while programs are loaded.
START = "start"
HAS_BEGUN = "select 1 from event_logs where dagster_event_type = 'STEP_START' and step_key = ?"
STANDS_IN = (
    "select step_key from event_logs where dagster_event_type in ('STEP_START', 'STEP_RESTARTED', 'STEP_FAILURE')"
    " order by id desc limit 1"
)


@dataclass(slots=True)
class Place:
    """Where a world lies and where runs work on it."""

    raw: Path
    data: Path

    @property
    def published(self) -> Path:
        """The file that people open."""
        return self.data / "zhibiao.duckdb"

    @property
    def said(self) -> Path:
        """What the last run has said."""
        return self.raw.parent / "said.txt"

    def start(self, more: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start the command that ``make warehouse`` calls, in a session of its own, with ``more`` in its environment."""
        environment = os.environ | {
            "ZHIBIAO_RAW": str(self.raw),
            "ZHIBIAO_DATA": str(self.data),
            "PYTHONPATH": str(PROJECT),
            **(more or {}),
        }
        with self.said.open("wb") as output:
            return subprocess.Popen(
                [sys.executable, "-m", "orchestration.runtime.materialize"],
                cwd=PROJECT,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def run(self, more: Mapping[str, str] | None = None) -> int:
        """Run the command to its end and return its exit code."""
        return self.start(more).wait(LONGEST_RUN)

    def known_runs(self) -> set[str]:
        """Return the names of the runs so far."""
        return {events.name for events in (self.data / "state" / "dagster" / "history" / "runs").glob("*.db")}

    def wait_for_step(self, step: str, process: subprocess.Popen[bytes], known: set[str]) -> bool:
        """Wait until a run that is not among the known ones has begun a step; False where it ended before."""
        while process.poll() is None:
            if self._asked(HAS_BEGUN, [step], known):
                return True
            time.sleep(0.02)
        return False

    def stands_in(self, known: set[str]) -> str:
        """Return the step that a run which is not among the known ones began last, or failed in."""
        row = self._asked(STANDS_IN, [], known)
        return str(row[0]) if row else START

    def _asked(self, query: str, given: list[str], known: set[str]) -> tuple[Any, ...] | None:
        runs = self.data / "state" / "dagster" / "history" / "runs"
        answers = (_first(path, query, given) for path in runs.glob("*.db") if path.name not in known)
        return next((answer for answer in answers if answer), None)


def _first(events: Path, query: str, given: list[str]) -> tuple[Any, ...] | None:
    """Return the first row that a run's events answer with; none where they are just being made."""
    try:
        connection = sqlite3.connect(f"file:{events}?mode=ro", uri=True)
    except sqlite3.OperationalError:
        return None
    try:
        row: tuple[Any, ...] | None = connection.execute(query, given).fetchone()
        return row
    except sqlite3.OperationalError:
        return None
    finally:
        connection.close()


def holders_of(session: int, path: Path) -> list[int]:
    """Return the living processes of a session that have a file open."""
    found = []
    for number in processes_of(session):
        try:
            links = [os.readlink(link) for link in Path(f"/proc/{number}/fd").iterdir()]
        except OSError:
            continue  # It has just ended.
        if str(path.resolve()) in links:
            found.append(number)
    return found


def processes_of(session: int, words: str = "") -> list[int]:
    """Return the living processes of a session whose command line has these words in it."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            # Behind the name, which may have blanks: state, parent, group, session.
            state, _, _, of_session = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(of_session) == session and state != "Z" and words in command_of(int(folder.name)):
            found.append(int(folder.name))
    return sorted(found)


def command_of(number: int) -> str:
    """Return the command line of a process; an empty one where it has ended."""
    try:
        command = Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return ""
    return command.replace(b"\0", b" ").decode(errors="replace").strip()
