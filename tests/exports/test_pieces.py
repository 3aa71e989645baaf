"""Files of long tables: only the provinces whose rows have changed are written again, and the bytes are the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from orchestration.exports import FormerExports, flat_files, write_exports
from orchestration.exports.parquet_footer import MARK, ending, moved, read_groups
from orchestration.exports.pieces import Passage, join

TABLE = """
create schema marts;
create schema raw;
create table raw.documents as select 'a.txt' as file_name;
create table marts.target_measures as
select
    (case when place < 3 then null else (11 + place % 3) || '0000' end) as region_code,
    2000 + place % 7 as plan_year,
    place as figure_id,
    (place / 8)::decimal(28, 8) as value,
    '增长' || place || '%左右，' || chr(10) || '“稳中求进”' as quote
from range(60) as rows (place);
create table marts.dim_year as select 2024 as year
"""
FILES = ("csv/target_measures.csv", "parquet/target_measures.parquet")


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A published file with a table that counts as long."""
    monkeypatch.setattr("orchestration.exports.pieces.LONG_FROM_ROWS", 20)
    path = tmp_path / "zhibiao.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(TABLE)
    return path


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Of each piece that is written rather than copied, which rows it has."""
    conditions: list[str] = []
    for name in ("write_csv", "write_parquet"):
        write = getattr(flat_files, name)

        def noted(
            connection: duckdb.DuckDBPyConnection, mart, path, which: str, *sorted_rows, write=write
        ) -> None:  # type: ignore[no-untyped-def]
            if mart.name == "target_measures":
                conditions.append(which)
            write(connection, mart, path, which, *sorted_rows)

        monkeypatch.setattr(flat_files, name, noted)
    return conditions


def export(database: Path, name: str, change: str = "") -> Path:
    """Change the table, and write the exports into a folder of this name, on those of ``before``."""
    if change:
        with duckdb.connect(str(database)) as connection:
            connection.execute(change)
    folder = database.parent
    made_before = FormerExports(folder / "before", folder / "exports.json", "code")
    write_exports(database, folder / name, made_before)
    made_before.save("that file")
    return folder / name


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ("update marts.target_measures set quote = 'longer than it was' where figure_id = 7", ["12"]),
        ("delete from marts.target_measures where region_code = '120000' and plan_year = 2003", ["12"]),
        ("delete from marts.target_measures where region_code = '110000'", []),
        ("delete from marts.target_measures where region_code is null", []),
        ("insert into marts.target_measures values ('990000', 2024, 99, 1.5, '新')", ["99"]),
        ("update marts.target_measures set region_code = null where figure_id = 7", ["12", None]),
        ("update marts.target_measures set region_code = '119999' where figure_id = 7", ["11", "12"]),
    ],
)
def test_only_provinces_that_changed_are_written_and_the_bytes_are_those_of_a_file_from_nothing(
    database: Path, made: list[str], change: str, again: list[str | None]
) -> None:
    export(database, "before")
    assert len(made) == 8
    made.clear()
    after = export(database, "after", change)
    wanted = ["region_code is null" if each is None else f"left(region_code, 2) = '{each}'" for each in again]
    assert sorted(made) == sorted(2 * wanted)
    write_exports(database, database.parent / "nothing")
    for path in FILES:
        assert (after / path).read_bytes() == (database.parent / "nothing" / path).read_bytes()


def test_the_rows_of_a_file_in_pieces_are_those_of_the_table_in_its_order(database: Path) -> None:
    out = export(database, "before")
    ordered = "from marts.target_measures order by region_code, plan_year, figure_id, value, quote"
    with duckdb.connect(str(database), read_only=True) as connection:
        rows = connection.execute(ordered).fetchall()
        assert connection.execute("from read_parquet(?)", [str(out / FILES[1])]).fetchall() == rows
        codes = "select region_code, plan_year, figure_id from read_csv(?, all_varchar = true)"
        told = connection.execute(codes, [str(out / FILES[0])]).fetchall()
    assert told == [(row[0], str(row[1]), str(row[2])) for row in rows]
    assert pq.read_table(out / FILES[1]).num_rows == 60
    assert pq.read_metadata(out / FILES[1]).num_row_groups == 4


def test_a_type_that_parquet_does_not_have_keeps_its_digits_in_csv(database: Path) -> None:
    """What comes back from Parquet as a double is read from the table instead."""
    change = "alter table marts.dim_year add column people hugeint; update marts.dim_year set people = 123456789012345678901"
    out = export(database, "before", change)
    assert (out / "csv/dim_year.csv").read_text("utf-8-sig") == "year,people\n2024,123456789012345678901\n"


def test_a_table_that_becomes_long_or_short_has_the_bytes_of_a_file_from_nothing(
    database: Path, made: list[str]
) -> None:
    export(
        database, "before", "delete from marts.target_measures where figure_id >= 15 or region_code is null"
    )
    after = export(
        database,
        "after",
        "insert into marts.target_measures select '110000', 1, range, 1, 'x' from range(30)",
    )
    write_exports(database, database.parent / "nothing")
    for path in FILES:
        assert (after / path).read_bytes() == (database.parent / "nothing" / path).read_bytes()


@pytest.mark.parametrize("path", FILES)
def test_of_a_file_that_somebody_altered_nothing_is_copied(
    database: Path, made: list[str], path: str
) -> None:
    before = export(database, "before")
    made.clear()
    (before / path).write_bytes((before / path).read_bytes().replace(b"2003", b"2004") + b"x")
    export(database, "after", "delete from marts.target_measures where region_code = '110000'")
    assert len(made) == 3


def test_nothing_is_left_beside_the_files(database: Path) -> None:
    out = export(database, "before")
    assert {path.name for path in (out / "csv").iterdir()} == {"dim_year.csv", "target_measures.csv"}
    assert {path.name for path in (out / "parquet").iterdir()} == {
        "dim_year.parquet",
        "target_measures.parquet",
    }


def test_groups_of_another_writer_are_joined_too(tmp_path: Path) -> None:
    """With dictionaries, indexes of pages, several groups in a file, and lists of values."""
    tables = [
        pa.table(
            {"word": ["稳", "进"] * size, "number": list(range(2 * size)), "list": [[1.5, None]] * 2 * size}
        )
        for size in (40, 25)
    ]
    files = [tmp_path / "one.parquet", tmp_path / "two.parquet"]
    for table, path in zip(tables, files, strict=True):
        pq.write_table(table, path, row_group_size=30, write_page_index=True)
    read = [read_groups(path) for path in files]
    sources = [Passage(path, each.start, each.end) for path, each in zip(files, read, strict=True)]
    joined = tmp_path / "joined.parquet"
    places = join(joined, MARK, sources)
    groups = [
        group
        for each, source, place in zip(read, sources, places, strict=True)
        for group in moved(each, source.start, source.end, place.start)
    ]
    with joined.open("ab") as target:
        target.write(ending(read[0].footer, groups))
    assert pq.read_table(joined).equals(pa.concat_tables(tables))
    assert pq.read_metadata(joined).num_row_groups == 5
    last = duckdb.sql(f"select count(*), sum(number) from '{joined}' where number >= 60").fetchall()
    assert last == [(20, sum(range(60, 80)))]


def test_the_footer_of_a_file_is_written_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "one.parquet"
    duckdb.sql("select range as a, 'x' || range % 3 as b, range / 3 as c from range(300000)").write_parquet(
        str(path)
    )
    groups = read_groups(path)
    described = moved(groups, groups.start, groups.end, groups.start)
    assert len(described) == 3
    assert path.read_bytes()[groups.end :] == ending(groups.footer, described)


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1 and no footer", b"\xff\xff\xff\xffPAR1"])
def test_what_is_no_parquet_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "no.parquet"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"no\.parquet is no Parquet file"):
        read_groups(path)
