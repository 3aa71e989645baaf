"""How many of 500 corruptions of real reports the checks notice, by kind: ``python
benchmarks/mutation_benchmark.py``.

Each of the reports is spoiled in one way at a time; the spoiled reports are landed as bytes, read and
checked as a warehouse of their own. Noticed is a corruption where a check finds something in the document
that it does not find in the sound one. Beside it: whether the list of changed figures, which every report
of a run shows against the published warehouse, would show it to a reviewer.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.mutations import MUTATIONS
from expectations.check import Outcome
from expectations.run import check_extracted, check_raw
from orchestration.reading.shard import Document, as_table, read_shard
from orchestration.storage.database import insert
from orchestration.storage.tables import tables
from zhibiao.decoding import Undecodable, decode

FIGURE = "value_text, number, unit, bound, measure, indicator_id, status, is_headline, period_end"
TOLD = ("reports_are_fresh", "correction_is_declared", "correction_still_fits", "documents_have_landed")


@dataclass(slots=True)
class Seen:
    """What is to be seen of one document: findings by check, its figures, whether it could be landed."""

    findings: Counter[str] = field(default_factory=Counter)
    figures: Counter[tuple[object, ...]] = field(default_factory=Counter)
    quarantined: int = 0


@dataclass(slots=True)
class Tally:
    """The corruptions of a kind, and what came of them."""

    tried: int = 0
    noticed: int = 0
    changed: int = 0
    harmless: int = 0
    checks: Counter[str] = field(default_factory=Counter)


def look(files: dict[str, bytes]) -> tuple[dict[str, Seen], list[str]]:
    """Land, read and check the files; return what is seen of each, and the checks that could not run."""
    with duckdb.connect() as connection:
        for definition in tables():
            for statement in definition.ddl():
                connection.execute(statement)
        names = _land(connection, files)
        results = [*check_raw(connection), *check_extracted(connection)]
        seen = {name: Seen() for name in files}
        for check_name, file_name, count in connection.execute(
            "select check_name, file_name, count(*) from checked.findings where file_name is not null "
            "group by all"
        ).fetchall():
            if check_name not in TOLD:
                seen[file_name].findings[check_name] += count
        for document_id, *figure in connection.execute(
            f"select document_id, {FIGURE} from extracted.figures"
        ).fetchall():
            seen[names[document_id]].figures[tuple(figure)] += 1
        for document_id, count in connection.execute(
            "select document_id, count(*) from checked.figure_failures group by all"
        ).fetchall():
            seen[names[document_id]].quarantined += count
    return seen, [result.name for result in results if result.outcome is Outcome.ERROR]


def _land(connection: duckdb.DuckDBPyConnection, files: dict[str, bytes]) -> dict[str, str]:
    """Fill raw.* and extracted.*; return the file of each document."""
    documents, names = [], {}
    for name, data in files.items():
        document_id = hashlib.sha256(data).hexdigest()
        names[document_id] = name
        try:
            decoded = decode(data)
        except Undecodable as reason:
            _insert(
                connection,
                "raw.landing_findings",
                check_name="undecodable_file",
                file_name=name,
                message=str(reason),
            )
            continue
        _insert(
            connection, "raw.documents", document_id=document_id, file_name=name, text=decoded.text,
            encoding=decoded.encoding, byte_size=len(data), landed_at=datetime.now(UTC),
        )  # fmt: skip
        for finding in decoded.findings:
            _insert(
                connection, "raw.landing_findings", check_name=finding.check_name, file_name=name,
                document_id=document_id, message=finding.message,
            )  # fmt: skip
        documents.append(Document(document_id, name, decoded.text, "benchmark", None, None))
    for table_name, rows in read_shard(as_table(documents)).items():
        insert(connection, table_name, rows)
    return names


def _insert(connection: duckdb.DuckDBPyConnection, table_name: str, **values: object) -> None:
    marks = ", ".join("?" for _ in values)
    connection.execute(
        f"insert into {table_name} ({', '.join(values)}) values ({marks})", list(values.values())
    )


def run(folder: Path, number: int, seed: int) -> dict[str, Tally]:
    """Spoil the reports of a folder ``number`` times; return a tally for each kind."""
    chance = random.Random(seed)
    sound = {path.name: path.read_bytes() for path in sorted(folder.glob("*.txt"))}
    before, broken = look(sound)
    assert not broken, broken
    tallies = {kind: Tally() for kind in MUTATIONS}
    kinds = [kind for _ in range(number) for kind in MUTATIONS][:number]
    for start in range(0, number, len(sound)):
        batch = dict(zip(sound, kinds[start : start + len(sound)], strict=False))
        spoiled = {name: MUTATIONS[kind](sound[name], chance) for name, kind in batch.items()}
        after, broken = look({**sound, **spoiled})
        assert not broken, f"checks that could not run on {batch}: {broken}"
        for name, kind in batch.items():
            _count(tallies[kind], spoiled[name] == sound[name], before[name], after[name])
        print(f"\r{start + len(batch)} of {number}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return tallies


def _count(tally: Tally, untouched: bool, before: Seen, after: Seen) -> None:
    if untouched:
        return
    tally.tried += 1
    new = after.findings - before.findings
    changed = after.figures != before.figures
    tally.noticed += bool(new)
    tally.changed += changed
    tally.harmless += not new and not changed
    tally.checks.update(new.keys())


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raw", type=Path, default=Path("raw"), help="the reports to spoil")
    parser.add_argument("--number", type=int, default=500)
    parser.add_argument("--seed", type=int, default=20240101)
    options = parser.parse_args()
    tallies = run(options.raw, options.number, options.seed)
    print("| corruption | tried | noticed by a check | shown as changed figures | no figure touched | by |")
    print("| --- | ---: | ---: | ---: | ---: | --- |")
    for kind, tally in tallies.items():
        by = ", ".join(f"`{name}` {count}" for name, count in tally.checks.most_common(4))
        print(f"| {kind} | {tally.tried} | {tally.noticed} | {tally.changed} | {tally.harmless} | {by} |")
    tried = sum(tally.tried for tally in tallies.values())
    noticed = sum(tally.noticed for tally in tallies.values())
    changed = sum(tally.changed for tally in tallies.values())
    print(f"| all | {tried} | {noticed} | {changed} | {sum(t.harmless for t in tallies.values())} | |")


if __name__ == "__main__":
    main()
