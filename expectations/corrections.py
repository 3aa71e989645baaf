"""Declared corrections of known faults in a source: read, guarded, and applied on the way to the facts.

``checked.corrections`` has a row for each declaration and what became of it; ``checked.corrected_figures``
the corrected figures in full. ``extracted.figures`` and ``raw.documents`` stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    import duckdb

CORRECTABLE = frozenset(
    {
        "number",
        "number_high",
        "value",
        "value_high",
        "unit_text",
        "unit",
        "bound",
        "measure",
        "direction",
        "indicator_id",
        "indicator_text",
        "status",
        "period_start",
        "period_end",
        "region_code",
        "region_text",
        "entity_text",
    }
)


@dataclass(frozen=True, slots=True)
class Correction:
    """A declared fault of a source text; the fields are explained in corrections.yml."""

    id: str
    document_id: str
    file_name: str
    char_start: int
    char_end: int
    says: str
    means: str
    columns: dict[str, Any]
    reason: str
    checked_by: str
    checked_on: date


def read_corrections(text: str | None = None) -> list[Correction]:
    """Read the declarations, by default those of corrections.yml.

    Raises ``ValueError`` for an id given twice and a column that cannot be corrected, ``TypeError`` for a
    field that is missing or unknown.
    """
    if text is None:
        text = files("expectations").joinpath("corrections.yml").read_text("utf-8")
    corrections = [Correction(**entry) for entry in yaml.safe_load(text) or []]
    if len({correction.id for correction in corrections}) < len(corrections):
        raise ValueError("corrections.yml gives an id twice")
    for correction in corrections:
        if unknown := set(correction.columns) - CORRECTABLE:
            raise ValueError(f"correction {correction.id} changes {sorted(unknown)}, which it must not")
    return corrections


def apply_corrections(
    connection: duckdb.DuckDBPyConnection, corrections: list[Correction] | None = None
) -> None:
    """Write ``checked.corrections`` and ``checked.corrected_figures``; make the view ``figures_as_meant``.

    A declaration whose guard does not hold changes nothing; the check on ``checked.corrections`` fails
    instead.
    """
    connection.execute("create schema if not exists checked")
    connection.execute(
        "create or replace table checked.corrections (correction_id varchar, document_id varchar, "
        "file_name varchar, "
        "char_start bigint, char_end bigint, says varchar, means varchar, found varchar, reason varchar, "
        "checked_by varchar, checked_on date, still_fits boolean, figures bigint, needs_figures boolean)"
    )
    connection.execute(
        "create or replace table checked.corrected_figures as select *, null::varchar as correction_id, "
        "null::varchar as correction_reason from extracted.figures limit 0"
    )
    for correction in read_corrections() if corrections is None else corrections:
        _apply(connection, correction)
    connection.execute(
        "create or replace temp view figures_as_meant as "
        "select * from extracted.figures where figure_id not in (select figure_id from "
        "checked.corrected_figures) "
        "union all by name select * exclude (correction_id, correction_reason) from checked.corrected_figures"
    )


def _apply(connection: duckdb.DuckDBPyConnection, correction: Correction) -> None:
    """Look whether the document still says so; correct its figures if it does."""
    landed = connection.execute(
        "select rowid, document_id from raw.documents where removed_at is null "
        "and (document_id = ? or file_name = ?) order by document_id <> ? limit 1",
        [correction.document_id, correction.file_name, correction.document_id],
    ).fetchone()
    if landed is None:
        return  # not a document of this warehouse
    place, document_id = landed
    # By its place, as a number in the statement: else DuckDB would take up the texts of all documents.
    (found,) = connection.execute(
        f"select substring(text, ? + 1, ?) from raw.documents where rowid = {place:d}",
        [correction.char_start, correction.char_end - correction.char_start],
    ).fetchall()[0]
    still_fits = document_id == correction.document_id and found == correction.says
    figures = _correct_figures(connection, correction) if still_fits and correction.columns else 0
    connection.execute(
        "insert into checked.corrections values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            correction.id,
            document_id,
            correction.file_name,
            correction.char_start,
            correction.char_end,
            correction.says,
            correction.means,
            found,
            correction.reason,
            correction.checked_by,
            correction.checked_on,
            still_fits,
            figures,
            bool(correction.columns),
        ],
    )


def _correct_figures(connection: duckdb.DuckDBPyConnection, correction: Correction) -> int:
    """Copy the figures of the passage, with the declared columns changed; return how many."""
    names = list(correction.columns)
    replaced = ", ".join(f'(select "{name}" from meant) as "{name}"' for name in names)
    types = dict(
        connection.execute(
            "select column_name, data_type from information_schema.columns "
            "where table_schema = 'checked' and table_name = 'corrected_figures'"
        ).fetchall()
    )
    meant = ", ".join(f'?::{types[name]} as "{name}"' for name in names)
    inserted = connection.execute(
        f"with meant as (select {meant}) insert into checked.corrected_figures by name "
        f"select * replace ({replaced}), ? as correction_id, ? as correction_reason from extracted.figures "
        "where document_id = ? and char_start >= ? and char_end <= ?",
        [
            *(None if correction.columns[name] is None else str(correction.columns[name]) for name in names),
            correction.id,
            correction.reason,
            correction.document_id,
            correction.char_start,
            correction.char_end,
        ],
    ).fetchone()
    return int(inserted[0]) if inserted else 0
