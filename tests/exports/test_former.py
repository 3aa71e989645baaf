"""Exports of marts that have not changed are taken over from those made before; all others are made again."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import openpyxl
import pytest

from orchestration.exports import FormerExports, write_exports
from orchestration.exports.former import exported
from orchestration.storage.hashes import hash_of_file

CHANGED = {"parquet/dim_year.parquet", "csv/dim_year.csv"}


def made_again(former: Path, out: Path) -> set[str]:
    """The Parquet and CSV files of ``out`` that are other files than those of ``former``."""
    files = {path.relative_to(out) for kind in ("parquet", "csv") for path in (out / kind).iterdir()}
    return {path.as_posix() for path in files if not (out / path).samefile(former / path)}


@pytest.fixture
def database(published_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "zhibiao.duckdb"
    shutil.copy(published_file, path)
    path.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE marts.dim_year AS SELECT 2024 AS year, 'a' AS word")
    return path


@pytest.fixture
def former(database: Path, tmp_path: Path) -> Path:
    """Exports made before, and what was noted of them."""
    write(database, tmp_path, "before")
    return tmp_path / "before"


def write(database: Path, folder: Path, name: str, code: str = "code") -> Path:
    made_before = FormerExports(folder / "before", folder / "exports.json", code)
    write_exports(database, folder / name, made_before)
    made_before.save("that file")
    return folder / name


def test_what_has_not_changed_is_taken_over(database: Path, former: Path, tmp_path: Path) -> None:
    assert made_again(former, write(database, tmp_path, "after")) == set()


def test_what_has_changed_is_made_again(database: Path, former: Path, tmp_path: Path) -> None:
    with duckdb.connect(str(database)) as connection:
        connection.execute("UPDATE marts.dim_year SET word = 'b'")
    after = write(database, tmp_path, "after")
    assert made_again(former, after) == CHANGED
    write_exports(database, tmp_path / "anew")
    for path in (after / "csv").iterdir():
        assert path.read_bytes() == (tmp_path / "anew" / "csv" / path.name).read_bytes()


def test_another_comment_is_a_change_of_its_table(database: Path, former: Path, tmp_path: Path) -> None:
    with duckdb.connect(str(database)) as connection:
        connection.execute("COMMENT ON COLUMN marts.dim_year.word IS 'a word'")
    assert made_again(former, write(database, tmp_path, "after")) == CHANGED


def test_a_file_that_somebody_altered_or_removed_is_made_again(
    database: Path, former: Path, tmp_path: Path
) -> None:
    (former / "csv" / "dim_year.csv").write_text("mine", encoding="utf-8")
    (former / "parquet" / "dim_year.parquet").unlink()
    after = write(database, tmp_path, "after")
    assert (after / "csv" / "dim_year.csv").read_text(encoding="utf-8-sig").startswith("year,word")
    assert (after / "parquet" / "dim_year.parquet").is_file()


def test_other_code_makes_everything_again(database: Path, former: Path, tmp_path: Path) -> None:
    after = write(database, tmp_path, "after", code="other")
    assert made_again(former, after) > CHANGED


@pytest.mark.parametrize("record", ["", "{", '{"files": 3}'])
def test_a_record_that_cannot_be_read_counts_as_none(
    database: Path, former: Path, tmp_path: Path, record: str
) -> None:
    (tmp_path / "exports.json").write_text(record, encoding="utf-8")
    assert made_again(former, write(database, tmp_path, "after")) > CHANGED


@pytest.mark.slow
def test_another_process_writes_the_same_workbook(
    database: Path, exports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orchestration.exports.beside.WORTH_A_PROCESS", 0)
    write_exports(database, tmp_path / "beside")
    here = openpyxl.load_workbook(exports / "zhibiao.xlsx")
    beside = openpyxl.load_workbook(tmp_path / "beside" / "zhibiao.xlsx")
    for name in ("panel", "targets", "achievements"):
        assert list(beside[name].values) == list(here[name].values)


def test_files_that_lie_as_they_were_left_are_not_read_and_copies_are(
    database: Path, former: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[Path] = []

    def noted(path: Path) -> str:
        hashed.append(path)
        return hash_of_file(path)

    monkeypatch.setattr("orchestration.exports.former.hash_of_file", noted)
    assert made_again(former, write(database, tmp_path, "after")) == set()
    assert not hashed
    shutil.move(former, tmp_path / "original")
    shutil.copytree(tmp_path / "original", former)
    assert made_again(former, write(database, tmp_path, "later")) == set()
    assert {path.parent.parent for path in hashed} == {former}


def test_an_exported_file_is_told_of_that_published_file_alone_and_as_it_was_left(
    former: Path, tmp_path: Path
) -> None:
    path, record = Path("parquet", "dim_year.parquet"), tmp_path / "exports.json"
    assert exported(former, record, path, "that file") == former / path
    assert exported(former, record, path, "another file") is None
    assert exported(former, record, Path("parquet", "unknown.parquet"), "that file") is None
    (former / path).write_bytes((former / path).read_bytes())
    assert exported(former, record, path, "that file") is None
    (former / path).unlink()
    assert exported(former, record, path, "that file") is None
    record.write_text("[]", encoding="utf-8")
    assert exported(former, record, path, "that file") is None
