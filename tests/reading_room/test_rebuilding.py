"""One report more: what it touches is made anew, the rest taken over."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from reading_room.building import Former, build_site, opened
from tests.reading_room.conftest import make_published


@pytest.fixture
def before(tmp_path: Path) -> tuple[Path, Former]:
    """A published file of its own and its site."""
    published = make_published(tmp_path / "zhibiao.duckdb")
    (tmp_path / "before").mkdir()
    built = build_site(published, tmp_path / "before")
    return published, Former(tmp_path / "before", built.record)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def anew(folder: Path, before: Path) -> set[str]:
    """The Chinese pages that are no link to those before."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.html")
        if not (before / path.relative_to(folder)).exists()
        or not path.samefile(before / path.relative_to(folder))
    } - {f"en/{path.relative_to(folder / 'en').as_posix()}" for path in (folder / "en").rglob("*.html")}


def is_linked(path: str, folder: Path, before: Path) -> bool:
    """Whether a file is the one of the site before."""
    return (before / path).exists() and (folder / path).samefile(before / path)


def test_of_the_same_file_nothing_is_made_anew(before: tuple[Path, Former], tmp_path: Path) -> None:
    published, former = before
    (tmp_path / "after").mkdir()
    built = build_site(published, tmp_path / "after", former)
    assert built.anew == 0
    assert contents(tmp_path / "after") == contents(former.folder)


def test_where_the_rows_lie_in_another_order_nothing_is_made_anew(
    before: tuple[Path, Former], tmp_path: Path
) -> None:
    published, former = before
    with duckdb.connect(str(published)) as connection:
        # Indicators lie in the order of the lexicon, in which they are shown.
        for (table,) in connection.execute(
            "select schema_name || '.' || table_name from duckdb_tables() where table_name <> 'dim_indicator'"
        ).fetchall():
            connection.execute(f"create temp table turned as select * from {table} order by rowid desc")
            connection.execute(f"delete from {table}; insert into {table} from turned; drop table turned")
    (tmp_path / "after").mkdir()
    build_site(published, tmp_path / "after", former)
    assert anew(tmp_path / "after", former.folder) == set()


def test_a_report_more_rebuilds_what_it_touches(before: tuple[Path, Former], tmp_path: Path) -> None:
    published, former = before
    with duckdb.connect(str(published)) as connection:
        connection.execute(
            """
            insert into raw.documents select sha256('x'), 'jz_2024.txt', '焦作市政府工作报告，增长7%';
            insert into marts.dim_document by name
            select * replace (sha256('x') as document_id, 'jz_2024.txt' as file_name, '410800' as region_code)
            from marts.dim_document where file_name = 'henan_2024.txt';
            """
        )
    old = contents(former.folder)
    (tmp_path / "after").mkdir()
    build_site(published, tmp_path / "after", former)
    made = anew(tmp_path / "after", former.folder)
    # Its own page and its region's, the level above, which lists it, and the lists.
    assert {"index.html", "regions.html", "reports-2024.html", "about.html"} <= made
    assert {path for path in made if "/" in path} == {
        "report/2d711642b726.html",
        "region/410800.html",
        "region/410000.html",
    }
    # The data for comparing lie beside a region's page, of the same rows.
    data = {path.stem for path in (tmp_path / "after/data/region").iterdir()}
    assert data == {path.stem for path in (tmp_path / "after/region").iterdir()}
    linked = {code for code in data if is_linked(f"data/region/{code}.js", tmp_path / "after", former.folder)}
    assert linked == data - {"410800", "410000"}
    assert contents(former.folder) == old


def test_a_page_that_has_gone_is_made_again(before: tuple[Path, Former], tmp_path: Path) -> None:
    published, former = before
    (former.folder / "en" / "region" / "410400.html").unlink()
    (tmp_path / "after").mkdir()
    assert build_site(published, tmp_path / "after", former).anew == 1
    assert (tmp_path / "after" / "en" / "region" / "410400.html").is_file()


def test_a_page_that_was_altered_is_made_again(before: tuple[Path, Former], tmp_path: Path) -> None:
    published, former = before
    page = former.folder / "region" / "410400.html"
    as_made = page.read_bytes()
    page.write_text("mine")
    (tmp_path / "after").mkdir()
    assert build_site(published, tmp_path / "after", former).anew == 1
    assert (tmp_path / "after" / "region" / "410400.html").read_bytes() == as_made


def test_several_workers_make_the_same(
    before: tuple[Path, Former], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published, former = before
    monkeypatch.setattr("reading_room.building.WORTH_A_PROCESS", 0)
    (tmp_path / "after").mkdir()
    with ThreadPoolExecutor(2) as workers:
        build_site(published, tmp_path / "after", None, workers)
    assert contents(tmp_path / "after") == contents(former.folder)


def test_each_connection_puts_aside_what_is_too_large_in_a_folder_of_its_own(
    before: tuple[Path, Former],
) -> None:
    """Two processes make reports' pages: in one folder each would write into the other's files of the same name."""
    asked = "SELECT current_setting('temp_directory')"
    folders = []
    for _ in range(2):
        with opened(before[0]) as connection:
            (folder,) = connection.execute(asked).fetchall()[0]
            folders.append(Path(folder))
            assert folders[-1].is_dir()
    assert folders[0] != folders[1]
    assert not any(folder.exists() for folder in folders)
