"""Publish again and again, by the very steps of a run, while analysts with old and new programs look on.

Each publication bears a mark, the same in several tables; a look that sees two marks has seen half of one state and
half of another.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from orchestration.publishing.difference import Record
from orchestration.publishing.exports import replace_exports
from orchestration.publishing.publishing import publish
from orchestration.resources.unchanged import code_version
from orchestration.storage.database import connect
from orchestration.storage.settings import PROJECT, Settings
from torture.kill.place import Place
from torture.kill.world import lay_out, prepare
from torture.rounds import Round, Rounds, markdown
from torture.terms import Terms

VERSIONS = ("1.0.0", "1.4.4", "1.5.5")
PUBLICATIONS, QUICK_PUBLICATIONS = 50, 5
READER = Path(__file__).with_name("reader.py")


@dataclass(frozen=True, slots=True)
class Analyst:
    """A program that reads, and the Python that it runs in."""

    name: str
    kind: str
    python: Path


def run(terms: Terms) -> str:
    """Publish, with analysts beside; return a table of what they saw."""
    folder = terms.place / "readers"
    times = QUICK_PUBLICATIONS if terms.quick else PUBLICATIONS
    rounds = Rounds(terms.results("readers"), {"publications": times, "versions": VERSIONS})
    if not rounds.done:
        place = _begin(folder)
        # What the analysts find when they come has a mark too.
        _publish_often(Settings(place.raw, place.data), 1)
        analysts, missing = _analysts(folder)
        with _looking(analysts, place, folder) as outputs:
            failures = _publish_often(Settings(place.raw, place.data), times, first=1)
        for analyst in analysts:
            rounds.add(_told(analyst, outputs[analyst.name]))
        rounds.add({"publications": times, "failures": failures, "missing": missing})
    return _table(rounds)


def _begin(folder: Path) -> Place:
    """Make a small warehouse, once."""
    place = Place(folder / "raw", folder / "data")
    prepare(PROJECT / "raw", folder)
    lay_out(folder, place.raw, 0)
    if code := place.run():
        raise RuntimeError(f"a plain run ended with {code}:\n{place.said.read_text()}")
    return place


def _analysts(folder: Path) -> tuple[list[Analyst], list[str]]:
    """Return the analysts, and the versions that cannot be had here."""
    found = [Analyst("pandas on Parquet", "parquet", Path(sys.executable))]
    missing = []
    for version in VERSIONS:
        home = folder.parent / "cache" / f"duckdb-{version}"
        python = home / "bin" / "python"
        if not (home / "ready").exists():
            venv.create(home, with_pip=True, clear=True)
            install = [
                str(python),
                "-m",
                "pip",
                "install",
                "-q",
                "--only-binary",
                ":all:",
                f"duckdb=={version}",
            ]
            if subprocess.run(install, check=False).returncode:
                missing.append(version)
                continue
            (home / "ready").touch()
        found.append(Analyst(f"DuckDB {version}, opened anew", "anew", python))
        found.append(Analyst(f"DuckDB {version}, held open", "holder", python))
    return found, missing


@contextmanager
def _looking(analysts: list[Analyst], place: Place, folder: Path) -> Iterator[dict[str, Path]]:
    """Let the analysts look on; give where each one's looks are written."""
    end = folder / "end"
    end.unlink(missing_ok=True)
    outputs = {analyst.name: folder / f"{analyst.name.replace(' ', '-')}.txt" for analyst in analysts}
    processes = []
    for analyst in analysts:
        with outputs[analyst.name].open("wb") as output:
            command = [str(analyst.python), str(READER), analyst.kind, str(place.data), str(end)]
            processes.append(subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT))
    try:
        yield outputs
    finally:
        end.touch()
        for process in processes:
            process.wait(60)


def _publish_often(settings: Settings, times: int, first: int = 0) -> list[str]:
    """Publish with another mark each time; return what went wrong on this side."""
    failures = []
    for number in range(first, first + times):
        try:
            _mark(settings, f"publication {number:03}")
            aside = settings.state / "publishing.duckdb"
            publish(settings.working_database, settings.published_database, aside, Record(settings.state))
            replace_exports(settings, code_version())
        except Exception as error:
            failures.append(f"publication {number}: {error!r}")
        print(f"\rpublication {number} of {times}", end="", file=sys.stderr, flush=True)
    return failures


def _mark(settings: Settings, mark: str) -> None:
    with connect(settings.working_database) as connection:
        connection.begin()
        for table, column in (
            ("raw.documents", "publisher"),
            ("marts.dim_document", "publisher"),
            ("marts.publications", "version"),
            ("quality.check_results", "run_id"),
        ):
            connection.execute(f"update {table} set {column} = ?", [mark])
        connection.commit()


def _told(analyst: Analyst, output: Path) -> Round:
    """Count what an analyst has seen."""
    looks, errors, marks, halves = 0, [], set(), 0
    for line in output.read_text(encoding="utf-8").splitlines():
        try:
            seen = json.loads(line)
        except ValueError:
            errors.append(line)
            continue
        looks += 1
        if "error" in seen:
            errors.append(seen["error"])
        else:
            marks.update(seen["marks"])
            halves += len(seen["marks"]) > 1
    return {"analyst": analyst.name, "looks": looks, "states": len(marks), "halves": halves, "errors": errors}


def _table(rounds: Rounds) -> str:
    analysts, last = rounds.done[:-1], rounds.done[-1]
    rows: list[list[object]] = [
        [one["analyst"], one["looks"], one["states"], one["halves"], len(one["errors"])] for one in analysts
    ]
    table = markdown(["analyst", "looks", "states seen", "of two states", "errors"], rows)
    table += f"\n\n{last['publications']} publications, {len(last['failures'])} failed"
    if last["missing"]:
        table += f"; not to be had here: DuckDB {', '.join(last['missing'])}"
    errors = [error for one in analysts for error in one["errors"]] + last["failures"]
    if errors or any(one["halves"] for one in analysts):
        raise RuntimeError(f"{table}\n\n" + "\n".join(f"- {error}" for error in errors[:20]))
    return table
