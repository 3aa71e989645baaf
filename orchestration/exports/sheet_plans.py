"""What each sheet of the workbook holds: its query, its columns, and whether it belongs there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from orchestration.exports.catalogue import Column, Mart

# Columns of the facts that a person reads, from left to right, and the keys that lead on; the Parquet files
# have the others. Of the other marts, these come first and the rest follows in the table's own order.
FACT_COLUMNS = (
    "region_name", "region_code", "plan_year", "indicator_name", "indicator_id", "value", "value_high",
    "unit", "bound", "bound_text", "target_text", "benchmark_text", "quote", "commitment",
    "measure", "direction", "is_headline", "indicator_text", "period_start", "period_end", "entity_text",
    "region_text", "section", "file_name", "char_start", "char_end", "target_id", "figure_id",
)  # fmt: skip
# Excel would hold 1,048,576 rows, but nobody reads so many, and each thousand is written in a quarter of a second. A
# sheet that has more is not there at all, since any part of it would be an arbitrary one: Parquet and CSV have every
# row, and the reading room has every sentence.
MOST_ROWS = 15_000
PANEL = "target_panel"
WORKBOOK = Path("zhibiao.xlsx")
STATA_FILE = Path(f"{PANEL}.dta")
# What leads from the panel to the sentences, and the columns of it that are asked for.
LINKED = {"target_panel_long": ("region_code", "plan_year", "indicator_id", "target_id")}
# A table, its key, the name that this stands for, and the column that the name is shown in.
NAMES = (
    ("dim_region", "region_key", "name", "region_name", "Name of the region in that year (地区)."),
    ("dim_indicator", "indicator_id", "name_zh", "indicator_name", "Name of the indicator (指标)."),
    ("dim_document", "document_id", "file_name", "file_name", "File that it was read from (文件名)."),
)
# Name of the sheet → the mart, and what it is in both languages.
SHEETS = {
    "panel": (
        PANEL,
        "目标面板：地区×年度 / Region × plan year, columns for each core indicator",
    ),
    "targets": ("fact_targets", "目标，含定性目标 / Targets, qualitative ones included"),
    "achievements": ("fact_achievements", "实绩 / Achievements"),
    "attainment": ("target_attainment", "目标完成情况 / Targets beside what was reported later"),
}


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A sheet made of a query; one that is too long for a workbook is told and not written.

    ``row_count`` counts the rows of the mart.
    """

    name: str
    mart: str
    title: str
    query: str
    columns: tuple[Column, ...]
    row_count: int
    is_written: bool

    @property
    def column_names(self) -> list[str]:
        """The names of the columns, from left to right."""
        return [column.name for column in self.columns]


def plan_sheets(marts: Mapping[str, Mart]) -> list[SheetPlan]:
    """The sheets of those marts that are there, in the order of the workbook."""
    return [
        _plan(marts, sheet, marts[mart], title) for sheet, (mart, title) in SHEETS.items() if mart in marts
    ]


def _plan(marts: Mapping[str, Mart], sheet: str, mart: Mart, title: str) -> SheetPlan:
    select, columns = _with_names(marts, mart)
    ordered = sorted(columns, key=lambda column: _position(column.name))
    if mart.name.startswith("fact_"):
        ordered = [column for column in ordered if column.name in FACT_COLUMNS]
    # A cell holds a double anyway, and Python converts decimals one by one.
    names = [f'"{column.name}"' + ("::double" if column.is_decimal else "") for column in ordered]
    query = f"select {', '.join(names)} from ({select}) {mart.order_clause}"
    return SheetPlan(
        sheet, mart.name, title, query, tuple(ordered), mart.row_count, mart.row_count <= MOST_ROWS
    )


def _with_names(marts: Mapping[str, Mart], mart: Mart) -> tuple[str, list[Column]]:
    """A select of the mart with the names of region, indicator and file, which its keys stand for."""
    present = set(mart.column_names)
    selected, added = ["shown.*"], []
    for table, key, source, name, comment in NAMES:
        if table in marts and key in present and name not in present:
            found = f"select any_value({source}) from marts.{table} as dimension"
            selected.append(f"({found} where dimension.{key} = shown.{key}) as {name}")
            added.append(Column(name, "VARCHAR", comment, is_nullable=True))
    return f"select {', '.join(selected)} from {mart.full_name} as shown", [*mart.columns, *added]


def _position(name: str) -> int:
    return FACT_COLUMNS.index(name) if name in FACT_COLUMNS else len(FACT_COLUMNS)
