"""The panel of the five seeds, cell by cell, as a person fills it in from the reports."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

from orchestration.dbt.panel_contract import (
    COLUMNS,
    CONTRACT,
    CONTRACT_V1,
    GOALS,
    core_indicators,
    panel_contract,
    panel_contract_v1,
    quantities,
)
from tests.dbt.conftest import Rows

EXPECTED = Path(__file__).with_name("expected") / "target_panel.csv"
QUANTITIES = Path(__file__).with_name("expected") / "target_quantities.csv"
SUFFIX_OF_VALUE = "value"


def expected_cells() -> dict[tuple[str, int, str], str]:
    """(region, plan year, column) → what stands there; a cell that is not listed is null."""
    cells = {}
    with EXPECTED.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for suffix, text in list(row.items())[3:]:
                column = row["indicator_id"] + ("" if suffix == SUFFIX_OF_VALUE else f"_{suffix}")
                if text:
                    cells[row["region_code"], int(row["plan_year"]), column] = text
    return cells


def cells_of(rows: Rows, table: str) -> dict[tuple[str, int, str], str]:
    """(region, plan year, column) → what stands there, of all columns that indicators have."""
    columns = [str(name) for (name,) in rows(f"select column_name from (describe marts.{table})")][10:]
    cells = {}
    for region_code, plan_year, *values in rows(
        f"select region_code, plan_year, {', '.join(columns)} from marts.{table}"
    ):
        for column, value in zip(columns, values, strict=True):
            if value is not None:
                text = f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
                cells[str(region_code), int(str(plan_year)), column] = text
    return cells


def test_every_cell_of_the_panel_is_right(rows: Rows) -> None:
    with QUANTITIES.open(encoding="utf-8", newline="") as lines:
        quantity_cells = {
            (row["region_code"], int(row["plan_year"]), row["column"]): row["value"]
            for row in csv.DictReader(lines)
        }
    # No seed sets an indicator in another quantity than its own.
    assert cells_of(rows, "target_panel") == expected_cells() | quantity_cells


def test_the_panel_of_the_version_before_holds_what_the_list_states(rows: Rows) -> None:
    assert cells_of(rows, "target_panel_v1") == expected_cells()


def test_each_region_and_year_has_its_row(rows: Rows) -> None:
    assert rows(
        "select region_name, plan_year, document_kind, stated_indicators from marts.target_panel order by all"
    ) == [
        ("平顶山市", 2024, "conference_digest", 10),
        ("平顶山市", 2026, "work_report", 12),
        ("新乡市", 2024, "report_digest", 13),
        # The list is missing from its text: a row, and nothing in it.
        ("淇滨区", 2024, "report_digest", 0),
        ("焦作市", 2024, "conference_digest", 13),
    ]


def test_the_long_form_cites_a_sentence_for_every_cell(rows: Rows) -> None:
    assert rows("""
        select count(*)
        from marts.target_panel_long as panel
        inner join raw.documents using (document_id)
        where not contains(panel.quote, text[char_start + 1 : char_end])
    """) == [(0,)]


def test_the_contract_follows_from_the_lexicon() -> None:
    assert CONTRACT.read_text(encoding="utf-8") == panel_contract(), (
        "run python -m orchestration.dbt.panel_contract"
    )
    assert CONTRACT_V1.read_text(encoding="utf-8") == panel_contract_v1()
    for indicator in core_indicators():
        suffixes = [column.suffix for column in (*COLUMNS, *GOALS, *quantities(indicator))]
        assert len(set(suffixes)) == len(suffixes)
