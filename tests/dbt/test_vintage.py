"""A second publication: files that come, go and double, a figure that changes, and what the marts say of it."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from orchestration.publishing.vintage import SOURCES
from tests.dbt.conftest import run_dbt
from tests.dbt.labelled_warehouse import PROFILES, RAW, insert

JIAOZUO, PINGDINGSHAN, QIBIN = (
    f"{stem}.txt" for stem in sorted(PROFILES) if stem[:3] in ("001", "002", "004")
)


def keep_vintage(connection: duckdb.DuckDBPyConnection) -> None:
    """Take what was published over as the publication before."""
    for kept, published in SOURCES.items():
        columns = [name for (name, *_) in connection.execute(f"describe {kept}").fetchall()]
        present = {name for (name, *_) in connection.execute(f"describe {published}").fetchall()}
        shared = ", ".join(column for column in columns if column in present)
        connection.execute(f"insert into {kept} by name select {shared} from {published}")


def document_of(connection: duckdb.DuckDBPyConnection, file_name: str) -> str:
    """The id of a file's document."""
    found = connection.execute("select document_id from raw.documents where file_name = ?", [file_name])
    return str(found.fetchall()[0][0])


@pytest.fixture(scope="module")
def second(
    warehouse: Path, target: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse built again after a day's changes; every model and data test has passed."""
    path = tmp_path_factory.mktemp("second") / "warehouse.duckdb"
    shutil.copyfile(warehouse, path)
    with duckdb.connect(str(path)) as connection:
        keep_vintage(connection)
        # 淇滨区's file is gone, 焦作's lies there twice, and a digest of 平顶山's report of 2026 has come.
        connection.execute("update raw.documents set removed_at = now() where file_name = ?", [QIBIN])
        connection.execute(
            "insert into raw.documents by name"
            " select * replace ('again.txt' as file_name) from raw.documents where file_name = ?",
            [JIAOZUO],
        )
        digest = hashlib.sha256(b"digest").hexdigest()
        text = (RAW / PINGDINGSHAN).read_text(encoding="utf-8")[:400]
        insert(
            connection,
            "raw.documents",
            [{"document_id": digest, "file_name": "digest.txt", "text": text, "encoding": "utf-8"}],
        )
        connection.execute(
            "insert into extracted.document_profiles by name"
            " select * replace (? as document_id, 'report_digest' as kind)"
            " from extracted.document_profiles where document_id = ?",
            [digest, document_of(connection, PINGDINGSHAN)],
        )
        # One figure is read anew: 6.5% for 焦作's GDP is 6%.
        connection.execute(
            "update extracted.figures set number = 6, value = 6"
            " where document_id = ? and indicator_id = 'gdp' and is_headline",
            [document_of(connection, JIAOZUO)],
        )
        connection.execute(
            "update extracted.document_profiles set extracted_at = now() where document_id = ?",
            [document_of(connection, JIAOZUO)],
        )
    built = run_dbt(path, target, "build", "--exclude-resource-type", "unit_test", "seed")
    assert built.returncode == 0, built.stdout
    with duckdb.connect(str(path), read_only=True) as connection:
        yield connection


def test_the_version_of_the_day_counts_on(second: duckdb.DuckDBPyConnection) -> None:
    versions = second.execute(
        "select version, documents from marts.publications order by published_at"
    ).fetchall()
    assert [documents for _, documents in versions] == [5, 5]
    day = versions[0][0]
    assert versions[1][0] in (f"{day}.2", max(versions)[0])
    assert versions[1][0] != day


def test_changes_tell_what_changed_and_went(second: duckdb.DuckDBPyConnection) -> None:
    changes = second.execute(
        "select change, file_name, count(*), any_value(changed_columns) from marts.changes group by all order by all"
    ).fetchall()
    assert changes == [("changed", JIAOZUO, 1, "number;value"), ("removed", QIBIN, 86, None)]


def test_a_change_keeps_both_values_and_the_sentence(second: duckdb.DuckDBPyConnection) -> None:
    [(version, before, after, quote)] = second.execute(
        "select version, previous_values, current_values, quote from marts.changes where change = 'changed'"
    ).fetchall()
    assert (
        version
        == second.execute("select arg_max(version, published_at) from marts.publications").fetchall()[0][0]
    )
    assert (json.loads(before)["number"], json.loads(after)["number"]) == (6.5, 6.0)
    assert "地区生产总值增长6.5%" in quote


def test_two_files_of_the_same_bytes_are_one_document(second: duckdb.DuckDBPyConnection) -> None:
    assert second.execute(
        "select file_name, file_count, figures from marts.dim_document where region_code = '410800'"
    ).fetchall() == [(JIAOZUO, 2, 102)]


def test_a_digest_beside_the_report_does_not_speak(second: duckdb.DuckDBPyConnection) -> None:
    assert second.execute(
        "select document_kind, gdp from marts.target_panel where region_code = '410400' and plan_year = 2026"
    ).fetchall() == [("work_report", 5.5)]


def test_a_removed_file_leaves_the_marts(second: duckdb.DuckDBPyConnection) -> None:
    assert second.execute(
        "select count(*) from marts.target_panel where region_code = '410611'"
    ).fetchall() == [(0,)]


def test_the_same_content_is_the_same_version(warehouse: Path, target: Path, tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    shutil.copyfile(warehouse, path)
    with duckdb.connect(str(path)) as connection:
        keep_vintage(connection)
    assert run_dbt(path, target, "run", "--select", "publications", "changes").returncode == 0
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute("select count(*) from marts.publications").fetchall() == [(1,)]
        assert connection.execute("select count(*) from marts.changes").fetchall() == [(0,)]


def test_where_the_clock_was_set_back_a_version_follows_the_last_all_the_same(
    warehouse: Path, target: Path, tmp_path: Path
) -> None:
    path = tmp_path / "warehouse.duckdb"
    shutil.copyfile(warehouse, path)
    with duckdb.connect(str(path)) as connection:
        keep_vintage(connection)
        connection.execute(
            "update vintage.publications set version = '2099.01.02', content_hash = 'another',"
            " published_at = timestamptz '2099-01-02 04:00:00+00'"
        )
    assert run_dbt(path, target, "run", "--select", "publications").returncode == 0
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute(
            "select version from marts.publications order by published_at"
        ).fetchall() == [
            ("2099.01.02",),
            ("2099.01.02.2",),
        ]
