"""The optional ``manifest.csv`` beside the files: what a text cannot say of itself.

Columns: ``file_name`` (needed), ``source_url``, ``publisher``, ``published_on``, ``accessed_on``,
``licence``, ``region_code``, ``plan_year``; the last two override what is read from the text. Other columns
are left alone.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from orchestration.ingest.findings import LandingFinding
from orchestration.ingest.folder import MANIFEST
from zhibiao.decoding import Undecodable, decode

COLUMN_OF_FIELD = {"region_code": "manifest_region_code", "plan_year": "manifest_plan_year"}


@dataclass(slots=True)
class Manifest:
    """The valid rows by file name, each under the column names of ``raw.documents``, and what was wrong."""

    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    findings: list[LandingFinding] = field(default_factory=list)


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a raw folder; without one, nothing is known and nothing is wrong.

    A row that cannot be understood is left out with a finding that names the row and the reason; the others
    hold. Dates are ISO (2024-01-31), region codes six digits, plan years four.
    """
    path = folder / MANIFEST
    manifest = Manifest()
    if not path.is_file():
        return manifest
    try:
        text = decode(path.read_bytes()).text
    except (Undecodable, OSError) as error:
        manifest.findings.append(_finding(None, None, f"cannot be read: {error}"))
        return manifest
    reader = csv.DictReader(io.StringIO(text, newline=""), skipinitialspace=True)
    if "file_name" not in (reader.fieldnames or ()):
        manifest.findings.append(_finding(None, 1, "has no column file_name"))
        return manifest
    try:
        for row in reader:
            _take_row(manifest, row, reader.line_num)
    except csv.Error as error:
        manifest.findings.append(_finding(None, reader.line_num, str(error)))
    return manifest


def _take_row(manifest: Manifest, row: dict[str | None, Any], line: int) -> None:
    if None in row:
        manifest.findings.append(_finding(row["file_name"], line, "more cells than columns"))
        return
    cells = {name: (value or "").strip() for name, value in row.items() if name is not None}
    if not any(cells.values()):
        return
    file_name = cells["file_name"]
    try:
        if not file_name:
            raise ValueError("no file_name")
        if file_name in manifest.rows:
            raise ValueError(f"{file_name} has a row already; the first one holds")
        manifest.rows[file_name] = {
            COLUMN_OF_FIELD.get(name, name): parse(cells[name]) if cells.get(name) else None
            for name, parse in FIELDS.items()
        }
    except ValueError as error:
        manifest.findings.append(_finding(file_name or None, line, str(error)))


def _finding(file_name: str | None, line: int | None, reason: str) -> LandingFinding:
    place = f"{MANIFEST}, line {line}" if line else MANIFEST
    return LandingFinding("manifest_invalid", file_name or MANIFEST, f"{place}: {reason}")


def _text(cell: str) -> str:
    return cell


def _day(cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"{cell!r} is no date of the form 2024-01-31") from None


def _region_code(cell: str) -> str:
    if not re.fullmatch(r"\d{6}", cell, re.ASCII):
        raise ValueError(f"region_code {cell!r} is not six digits")
    return cell


def _plan_year(cell: str) -> int:
    if not re.fullmatch(r"(19|20)\d\d", cell, re.ASCII):
        raise ValueError(f"plan_year {cell!r} is no year")
    return int(cell)


FIELDS: dict[str, Callable[[str], Any]] = {
    "source_url": _text,
    "publisher": _text,
    "published_on": _day,
    "accessed_on": _day,
    "licence": _text,
    "region_code": _region_code,
    "plan_year": _plan_year,
}
