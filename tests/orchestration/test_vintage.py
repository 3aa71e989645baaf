"""What the published file hands on to the next run."""

from __future__ import annotations

from pathlib import Path

import duckdb

from orchestration.publishing.publishing import publish
from orchestration.publishing.vintage import read_vintage
from orchestration.storage.database import is_view, quoted

# In the second block of a file of DuckDB, which opening does not read.
SECOND_BLOCK = 3 * 4096 + 262_144


class TestVintage:
    """What the published file hands on to the next run."""

    def test_without_a_published_file_it_is_empty(
        self, connection: duckdb.DuckDBPyConnection, tmp_path: Path
    ) -> None:
        read_vintage(connection, tmp_path / "none.duckdb", print)
        assert connection.execute("SELECT count(*) FROM vintage.previous_figures").fetchone() == (0,)

    def test_the_columns_that_the_former_file_had_are_taken_over(
        self, connection: duckdb.DuckDBPyConnection, working: Path, tmp_path: Path
    ) -> None:
        done = publish(working, tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb")
        for _ in range(2):
            read_vintage(connection, done.path, print)
            rows = connection.execute(
                "SELECT figure_id, value_text, region_code, value FROM vintage.previous_figures"
            ).fetchall()
            assert rows == [("f", "5.5%", "410400", None)]
        assert not (tmp_path / "copy").exists()

    def test_figures_that_were_exported_are_looked_at_where_they_lie(
        self, connection: duckdb.DuckDBPyConnection, working: Path, tmp_path: Path
    ) -> None:
        done = publish(working, tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb")
        exported = tmp_path / "it's" / "fact_figures.parquet"
        exported.parent.mkdir()
        with duckdb.connect(str(done.path), read_only=True) as reader:
            reader.execute(f"COPY marts.fact_figures TO {quoted(exported)} (FORMAT parquet)")
        figures = "SELECT figure_id, value_text, region_code, value FROM vintage.previous_figures"
        for place, looks in [(None, False), (exported, True), (exported, True), (None, False)]:
            read_vintage(connection, done.path, print, place)
            assert connection.execute(figures).fetchall() == [("f", "5.5%", "410400", None)]
            assert is_view(connection, "vintage.previous_figures") == looks
        read_vintage(connection, done.path, print, exported)
        read_vintage(connection, tmp_path / "none.duckdb", print)
        assert connection.execute(figures).fetchall() == []

    def test_a_damage_that_only_reading_meets_is_told_and_counts_as_none(
        self, connection: duckdb.DuckDBPyConnection, tmp_path: Path
    ) -> None:
        path = tmp_path / "zhibiao.duckdb"
        with duckdb.connect(str(path)) as made:
            made.execute("CREATE SCHEMA marts")
            made.execute(
                "CREATE TABLE marts.fact_figures AS SELECT md5(range::VARCHAR) AS figure_id FROM range(60_000)"
            )
        content = bytearray(path.read_bytes())
        content[SECOND_BLOCK + 1000 : SECOND_BLOCK + 6000] = bytes(5000)
        path.write_bytes(content)
        with duckdb.connect(str(path), read_only=True):
            pass
        told: list[str] = []
        read_vintage(connection, path, told.append)
        assert "is damaged and counts as none; every figure will count as new" in told[0]
        assert connection.execute("SELECT count(*) FROM vintage.previous_figures").fetchone() == (0,)

    def test_a_file_that_is_no_database_is_told_and_counts_as_none(
        self, connection: duckdb.DuckDBPyConnection, tmp_path: Path
    ) -> None:
        (tmp_path / "zhibiao.duckdb").write_bytes(b"no database" * 1000)
        told: list[str] = []
        read_vintage(connection, tmp_path / "zhibiao.duckdb", told.append)
        assert "every figure will count as new" in told[0]
        assert connection.execute("SELECT count(*) FROM vintage.publications").fetchone() == (0,)
