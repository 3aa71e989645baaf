"""The next published file is the former one with what has changed: the same rows as if it were written whole."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration.publishing import difference, publishing
from orchestration.publishing.difference import Record
from orchestration.publishing.former_copy import begin_copy
from orchestration.publishing.publishing import publish
from orchestration.storage.row_hashes import by_province

TABLES = (
    "raw.documents",
    "marts.fact_figures",
    "marts.coverage",
    "quality.numerals",
    "quality.findings",
    "quality.check_history",
)
CHANGES = {
    "nothing": "SELECT 1",
    "a document added": """
        INSERT INTO raw.documents VALUES ('c', 'c.txt', '丙');
        INSERT INTO marts.fact_figures VALUES ('c', '3%'), ('c', '4%');
        INSERT INTO marts.coverage VALUES ('410500');
    """,
    "a document read otherwise": """
        UPDATE marts.fact_figures SET value_text = '1.5%' WHERE document_id = 'a';
    """,
    "a document gone": """
        UPDATE raw.documents SET file_name = 'gone.txt' WHERE document_id = 'b';
        DELETE FROM marts.fact_figures WHERE document_id = 'b';
    """,
    "a run more": "INSERT INTO quality.check_history VALUES ('second', 'passed'), ('second', 'failed')",
    "a run less": "DELETE FROM quality.check_history WHERE run_id = 'first'",
    "a table that compares documents": "UPDATE marts.coverage SET region_code = '999999'; DELETE FROM quality.findings",
}


@pytest.fixture
def working(tmp_path: Path) -> Path:
    """A working database of two documents, as dbt and the checks leave it."""
    path = tmp_path / "warehouse.duckdb"
    execute(
        path,
        """
        CREATE SCHEMA raw; CREATE SCHEMA marts; CREATE SCHEMA quality;
        CREATE TABLE raw.documents (document_id VARCHAR, file_name VARCHAR, text VARCHAR);
        INSERT INTO raw.documents VALUES ('a', 'a.txt', '甲'), ('b', 'b.txt', '乙');
        CREATE TABLE marts.fact_figures (document_id VARCHAR, value_text VARCHAR);
        INSERT INTO marts.fact_figures VALUES ('a', '1%'), ('b', '2%');
        CREATE TABLE marts.coverage (region_code VARCHAR);
        INSERT INTO marts.coverage VALUES ('410400');
        CREATE VIEW quality.numerals AS SELECT document_id, value_text AS numeral_text FROM marts.fact_figures;
        CREATE TABLE quality.findings (message VARCHAR);
        INSERT INTO quality.findings VALUES ('look');
        CREATE TABLE quality.check_history (run_id VARCHAR, outcome VARCHAR);
        INSERT INTO quality.check_history VALUES ('first', 'passed'), (NULL, 'passed');
        """,
    )
    return path


def execute(path: Path, statements: str) -> None:
    """Run statements on a database."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(statements)


def rows(path: Path) -> dict[str, list[Any]]:
    """The rows of a published file, in an order that does not matter."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return {table: connection.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in TABLES}


def next_file(working: Path, monkeypatch: pytest.MonkeyPatch, *, whole: bool = False) -> Path:
    """Publish; fail where the file was written whole, or with ``whole`` where it was not."""
    built = []
    build = publishing._build_whole
    with monkeypatch.context() as watched:
        watched.setattr(publishing, "_build_whole", lambda *given: (built.append(1), build(*given)))
        folder = working.parent
        path = publish(working, folder / "zhibiao.duckdb", folder / "aside.duckdb", Record(folder)).path
    assert bool(built) == whole
    return path


def written_whole(working: Path) -> Path:
    """The file as it is written where nothing was published before."""
    folder = working.parent / "whole"
    folder.mkdir(exist_ok=True)
    return publish(working, folder / "zhibiao.duckdb", folder / "aside.duckdb").path


def test_change_after_change_gives_the_rows_of_a_file_written_whole(
    working: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_file(working, monkeypatch, whole=True)
    for what, statements in CHANGES.items():
        execute(working, statements)
        path = next_file(working, monkeypatch)
        assert rows(path) == rows(written_whole(working)), what
    # Bytes 12 to 20 of a DuckDB file are its storage version; 64 is that of DuckDB 0.9 to 1.1.
    assert int.from_bytes(path.read_bytes()[12:20], "little") == 64
    assert path.stat().st_mode & 0o777 == 0o444


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("nothing", []),
        ("a document read otherwise", [("marts.fact_figures", 1), ("quality.numerals", 1)]),
        ("a run more", [("quality.check_history", 2)]),
    ],
)
def test_only_rows_of_documents_and_runs_that_changed_are_written_again(
    working: Path, monkeypatch: pytest.MonkeyPatch, what: str, expected: list[tuple[str, int]]
) -> None:
    next_file(working, monkeypatch, whole=True)
    execute(working, CHANGES[what])
    written = []
    replace = difference._replace

    def watched(connection: duckdb.DuckDBPyConnection, name: str, which: str) -> None:
        rows = connection.execute(f"SELECT count(*) FROM warehouse.{name} WHERE {which}").fetchone()
        written.append((name, *(rows or ())))
        replace(connection, name, which)

    monkeypatch.setattr(difference, "_replace", watched)
    next_file(working, monkeypatch)
    assert written == expected


@pytest.mark.parametrize(
    "statements",
    [
        "ALTER TABLE marts.coverage ADD COLUMN plan_year INTEGER",
        "COMMENT ON COLUMN marts.coverage.region_code IS 'other words'",
        "CREATE TABLE marts.more (x INTEGER)",
    ],
)
def test_other_tables_and_words_are_written_whole(
    working: Path, monkeypatch: pytest.MonkeyPatch, statements: str
) -> None:
    next_file(working, monkeypatch, whole=True)
    execute(working, statements)
    assert rows(next_file(working, monkeypatch, whole=True)) == rows(written_whole(working))


@pytest.mark.parametrize("lost", ["published.json", "published_rows.parquet", "zhibiao.duckdb"])
def test_without_its_record_or_the_former_file_all_is_written_whole(
    working: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    next_file(working, monkeypatch, whole=True)
    (working.parent / lost).unlink()
    next_file(working, monkeypatch, whole=True)


def test_a_file_that_somebody_put_there_is_not_built_upon(
    working: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = next_file(working, monkeypatch, whole=True)
    path.chmod(0o644)
    execute(path, "DELETE FROM marts.fact_figures")
    assert len(rows(next_file(working, monkeypatch, whole=True))["marts.fact_figures"]) == 2


def test_a_run_that_is_killed_before_it_has_noted_the_file_is_followed_by_a_whole_one(
    working: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_file(working, monkeypatch, whole=True)
    execute(working, CHANGES["a document added"])
    with monkeypatch.context() as killed:
        killed.setattr(Record, "save", lambda *_: None)
        next_file(working, monkeypatch)
    execute(working, CHANGES["a document gone"])
    assert rows(next_file(working, monkeypatch, whole=True)) == rows(written_whole(working))


def test_a_file_that_has_grown_far_beyond_is_written_whole(
    working: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_file(working, monkeypatch, whole=True)
    monkeypatch.setattr("orchestration.publishing.difference.MOST_GROWTH", 0.9)
    monkeypatch.setattr("orchestration.publishing.difference.MATTERS_FROM_BYTES", 0)
    next_file(working, monkeypatch, whole=True)


def test_what_rows_say_is_kept_by_province_and_said_of_that_file_alone(
    tmp_path: Path,
) -> None:
    working = tmp_path / "warehouse.duckdb"
    execute(
        working,
        "CREATE SCHEMA marts; CREATE TABLE marts.fact_figures AS"
        " SELECT (n % 7)::VARCHAR AS document_id, (11 + n % 3) || '0100' AS region_code, n AS value FROM range(50) AS rows (n)",
    )
    record = Record(tmp_path)
    path = publish(working, tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb", record).path
    kept = record.rows_of(path)
    assert kept is not None
    with duckdb.connect(str(path), read_only=True) as connection:
        by_place = by_province(connection, kept, "marts.fact_figures", together=False)
        whole = by_province(connection, kept, "marts.fact_figures", together=True)
        said = 'count(*), bit_xor(hash("rows")), sum(hash("rows")) FROM marts.fact_figures AS "rows"'
        assert (
            by_place
            == connection.execute(f"SELECT left(region_code, 2), {said} GROUP BY 1 ORDER BY 1").fetchall()
        )
        assert whole == connection.execute(f"SELECT NULL, {said}").fetchall()
        assert by_province(connection, kept, "marts.coverage", together=True) is None
    path.chmod(0o644)
    execute(path, "DELETE FROM marts.fact_figures")
    assert record.rows_of(path) is None


@pytest.mark.parametrize("spoilt", ["", "the copy is cut short", "another file lies there", "there is none"])
def test_the_next_file_is_made_in_a_copy_that_was_begun_if_it_is_whole_and_of_that_file(
    working: Path, monkeypatch: pytest.MonkeyPatch, spoilt: str
) -> None:
    path = next_file(working, monkeypatch, whole=True)
    folder = working.parent
    copy = begin_copy(path, folder / "former.duckdb")
    assert copy is not None
    copy.on_its_way.join()
    if spoilt == "the copy is cut short":
        (folder / "former.duckdb").write_bytes(path.read_bytes()[:-4096])
    elif spoilt == "another file lies there":
        execute(working, CHANGES["a document read otherwise"])
        next_file(working, monkeypatch)
    elif spoilt == "there is none":
        (folder / "former.duckdb").unlink()
    execute(working, CHANGES["a document added"])
    copied = []
    copyfile = shutil.copyfile
    monkeypatch.setattr(difference.shutil, "copyfile", lambda *given: copied.append(copyfile(*given)))
    done = publish(working, path, folder / "aside.duckdb", Record(folder), copy)
    assert bool(copied) == bool(spoilt)
    assert rows(done.path) == rows(written_whole(working))
    assert not (folder / "former.duckdb").exists()
    assert done.path.stat().st_mode & 0o777 == 0o444
