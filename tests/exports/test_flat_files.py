"""Parquet and CSV: every row and digit, Chinese intact, nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from zhibiao.commands.cells import FORMULA_STARTS


def _csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_mart_is_a_parquet_file_with_all_its_rows(published_file: Path, exports: Path) -> None:
    with duckdb.connect(published_file, read_only=True) as connection:
        marts = connection.execute(
            "select table_name from duckdb_tables() where schema_name = 'marts'"
        ).fetchall()
        assert len(marts) > 5
        for (mart,) in marts:
            missing = connection.execute(
                f"select count(*) from (from marts.{mart} except all from read_parquet(?))",
                [str(exports / "parquet" / f"{mart}.parquet")],
            ).fetchone()
            assert missing == (0,)


def test_decimals_stay_exact_in_parquet(exports: Path) -> None:
    values = duckdb.sql(
        f"select value from '{exports}/parquet/fact_figures.parquet' order by figure_id"
    ).fetchall()
    assert values[3] == (Decimal("334760000000.00000000"),)


def test_csv_begins_with_the_mark_that_excel_needs(exports: Path) -> None:
    for path in (exports / "csv").iterdir():
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_csv_has_plain_numbers_and_chinese(exports: Path) -> None:
    rows = {row["figure_id"]: row for row in _csv_rows(exports / "csv" / "fact_achievements.csv")}
    assert len(rows) == 3
    assert rows["f3"]["value"] == "334760000000"
    assert (rows["f1"]["value"], rows["f1"]["value_high"]) == ("5.5", "")
    assert rows["f1"]["quote"] == "2024年全市生产总值增长5.5%左右。"


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_of_a_csv_is_a_formula(exports: Path, start: str) -> None:
    for path in (exports / "csv").iterdir():
        for row in _csv_rows(path):
            assert not any(cell.startswith(start) for cell in row.values())


def test_text_that_is_no_formula_is_left_alone(exports: Path) -> None:
    quotes = [row["quote"] for row in _csv_rows(exports / "csv" / "fact_targets.csv")]
    assert "税收平稳增长" in quotes
    assert "'@SUM(1+1)*cmd|' /C calc'!A0" in quotes
