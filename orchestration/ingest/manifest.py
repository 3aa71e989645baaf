"""The optional ``manifest.csv`` beside the files: what a text cannot say of itself.

Columns: ``file_name`` (needed), ``source_url``, ``publisher``, ``published_on``, ``accessed_on``,
``licence``, ``region_code``, ``plan_year``; the last two override what is read from the text. Of a table with a
text a row, ``text_column``, ``title_column``, ``region_code_column`` … say what it calls its columns. What is said
of an archive or a table holds for each of its parts. Other columns are left alone.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from orchestration.ingest.facts_of_parts import facts_of_parts
from orchestration.ingest.findings import LandingFinding
from orchestration.ingest.folder import MANIFEST
from orchestration.ingest.manifest_cells import COLUMN_OF_FIELD, FIELDS
from orchestration.storage.database import insert, registered, transaction
from orchestration.storage.tables import table
from zhibiao.decoding import Undecodable, decode
from zhibiao.model import Severity

MANIFEST_COLUMNS = tuple(COLUMN_OF_FIELD.get(name, name) for name in FIELDS)
# What may be told of a table with a text a row: what it calls its columns, by field.
TOLD_COLUMNS = {f"{name}_column": name for name in ("text", "title", *FIELDS)}
# A cell of several lines has no more than these; a quote that is still open then is one that nobody closed.
MOST_LINES = 6
# A spreadsheet parts cells with what its country uses.
DELIMITERS = ",;\t"


@dataclass(slots=True)
class Manifest:
    """The rows by file name, each under the column names of ``raw.documents``, and what was wrong."""

    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    # Of a table, what it calls the columns of its texts and of the facts on them, by field.
    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    findings: list[LandingFinding] = field(default_factory=list)


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a raw folder; without one, nothing is known and nothing is wrong.

    A cell that cannot be understood is empty, with a finding that names the line and the reason; a line that
    cannot is left out so. All others hold. Dates are 2024-01-31 or as spreadsheets write them (2024/1/31).
    """
    path = folder / MANIFEST
    manifest = Manifest()
    if not path.is_symlink() and not path.exists():
        return manifest
    if path.is_symlink() or not path.is_file():
        what = "a link, which is not followed" if path.is_symlink() else "no file"
        manifest.findings.append(_finding(None, None, f"cannot be read: it is {what}"))
        return manifest
    try:
        lines = decode(path.read_bytes()).text.splitlines()
    except (Undecodable, OSError) as error:
        manifest.findings.append(_finding(None, None, f"cannot be read: {error}"))
        return manifest
    header = lines[0] if lines else ""
    delimiter = max(DELIMITERS, key=header.count)
    # The names of columns hold no quotes, so one that is never closed does no harm.
    columns = [name.strip().lower() for name in header.replace('"', "").split(delimiter)]
    if "file_name" not in columns:
        manifest.findings.append(_finding(None, 1, "has no column file_name"))
        return manifest
    for line, cells in _records(lines, delimiter, len(columns)):
        _take_row(manifest, folder, columns, cells, line)
    return manifest


def _records(lines: list[str], delimiter: str, width: int) -> Iterator[tuple[int, list[str] | None]]:
    """Give the cells of each record behind the header, and its line; None for one whose quote nobody closes."""
    number = 1
    while number < len(lines):
        first = number
        taken = [lines[number]]
        number += 1
        while _is_open(taken) and number < len(lines) and len(taken) < MOST_LINES:
            taken.append(lines[number])
            number += 1
        cells = None if _is_open(taken) else _cells("\n".join(taken), delimiter)
        # Two lines that each forget a quote close one another's; but then the second is a row by itself.
        if len(taken) > 1 and (
            cells is None or len(cells) != width or _is_a_row(taken[-1], delimiter, width)
        ):
            cells, number = None, first + 1
        yield first + 1, cells


def _is_open(lines: list[str]) -> bool:
    return sum(line.count('"') for line in lines) % 2 == 1


def _is_a_row(line: str, delimiter: str, width: int) -> bool:
    return len(line.replace('"', "").split(delimiter)) >= width


def _cells(record: str, delimiter: str) -> list[str]:
    return next(
        csv.reader([record] if "\n" not in record else record.splitlines(True), delimiter=delimiter), []
    )


def _take_row(
    manifest: Manifest, folder: Path, columns: list[str], cells: list[str] | None, line: int
) -> None:
    if cells is None:
        manifest.findings.append(_finding(None, line, "opens a quote and does not close it"))
        return
    row = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
    if not any(row.values()):
        return
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        manifest.findings.append(_finding(row["file_name"], line, "more cells than columns"))
        return
    file_name = _name_in_folder(row["file_name"], folder)
    if not file_name:
        manifest.findings.append(_finding(None, line, "no file_name"))
        return
    if file_name in manifest.rows:
        reason = f"{file_name} has a row already; the first one holds"
        manifest.findings.append(_finding(file_name, line, reason))
        return
    facts: dict[str, Any] = {}
    for name, parse in FIELDS.items():
        facts[COLUMN_OF_FIELD.get(name, name)] = None
        if not (cell := row.get(name)):
            continue
        try:
            facts[COLUMN_OF_FIELD.get(name, name)] = parse(cell)
        except ValueError as error:
            manifest.findings.append(_finding(file_name, line, str(error)))
    manifest.rows[file_name] = facts
    if told := {name: row[column] for column, name in TOLD_COLUMNS.items() if row.get(column)}:
        manifest.columns[file_name] = told


def _name_in_folder(written: str, folder: Path) -> str:
    r"""Return a file's name within the folder: ``./a.txt`` and ``sub\a.txt`` are plain enough."""
    if not written or "\0" in written or (folder / written).is_file():
        return written.removeprefix("./")
    return written.replace("\\", "/").removeprefix("./")


def _finding(file_name: str | None, line: int | None, reason: str) -> LandingFinding:
    place = f"{MANIFEST}, line {line}" if line else MANIFEST
    return LandingFinding("manifest_invalid", file_name or MANIFEST, f"{place}: {reason}")


def apply_manifest(connection: duckdb.DuckDBPyConnection, manifest: Manifest, present: set[str]) -> None:
    """Write what the manifest says beside the files, anew each time: it is small and may have changed."""
    columns = table("raw.documents").arrow_schema()
    fields = [columns.field(name) for name in ("file_name", *MANIFEST_COLUMNS)]
    of_parts, wrong_cells = facts_of_parts(connection, manifest.rows)
    rows = [{"file_name": name, **facts} for name, facts in (manifest.rows | of_parts).items()]
    findings = [*manifest.findings, *wrong_cells]
    findings += [
        LandingFinding(
            "manifest_without_file", name, f"manifest.csv names {name}, which is not there", Severity.INFO
        )
        for name in manifest.rows
        if name not in present
    ]
    assignments = ", ".join(f"{column} = manifest.{column}" for column in MANIFEST_COLUMNS)
    differs = " OR ".join(f"d.{column} IS DISTINCT FROM manifest.{column}" for column in MANIFEST_COLUMNS)
    facts = pa.Table.from_pylist(rows, schema=pa.schema(fields))
    with transaction(connection), registered(connection, manifest_rows=facts):
        connection.execute(
            f"UPDATE raw.documents AS d SET {assignments} FROM"
            " (SELECT file_name, m.* EXCLUDE (file_name) FROM raw.documents LEFT JOIN manifest_rows AS m"
            "  USING (file_name)) AS manifest"
            f" WHERE manifest.file_name = d.file_name AND ({differs})"
        )
        connection.execute("DELETE FROM raw.landing_findings WHERE starts_with(check_name, 'manifest_')")
        rows_of_findings = table("raw.landing_findings").arrow(finding.row() for finding in findings)
        insert(connection, "raw.landing_findings", rows_of_findings)
