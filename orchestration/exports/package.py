"""All exports of a published file, in the order in which they need one another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb

from orchestration.exports.catalogue import Mart, read_marts, read_publication
from orchestration.exports.data_package import data_package
from orchestration.exports.documentation import dictionary_markdown, readme_markdown
from orchestration.exports.flat_files import write_csv, write_parquet
from orchestration.exports.stata import write_stata
from orchestration.exports.workbook import write_workbook

PANEL = "target_panel"
DESCRIPTIONS = [Path("README.md"), Path("dictionary.md"), Path("datapackage.json")]
TITLE = "政府工作报告目标 · Targets of government work reports"
# Too long to be read by hand, and in Parquet all the same; targets and achievements are nearly all figures.
WITHOUT_CSV = ("fact_figures", "dim_region", "coverage", "changes")


def write_exports(published: Path, out: Path) -> list[Path]:
    """Write every export of the database ``published`` into the folder ``out``; returns the files written.

    ``out`` is made where it is missing; files of the same names in it are replaced. The database is opened
    read-only and closed again.
    """
    for folder in (out, out / "parquet", out / "csv"):
        folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(published, read_only=True) as connection:
        marts = read_marts(connection)
        publication = read_publication(connection)
        files = _write_flat_files(connection, marts, out)
        title = f"{TITLE}, {publication.version}"
        write_workbook(connection, marts, out / "zhibiao.xlsx", title)
        files.append(Path("zhibiao.xlsx"))
        variables: dict[str, str] = {}
        if PANEL in marts:
            variables = write_stata(connection, marts[PANEL], out / f"{PANEL}.dta", title)
            files.append(Path(f"{PANEL}.dta"))
        pages = {
            "dictionary.md": dictionary_markdown(marts.values(), publication.version),
            "README.md": readme_markdown(marts, [*files, *DESCRIPTIONS], publication.version, variables),
        }
        for name, page in pages.items():
            (out / name).write_text(page, encoding="utf-8")
            files.append(Path(name))
        description = data_package(connection, marts, files, out, published, publication)
    (out / "datapackage.json").write_text(description, encoding="utf-8")
    return [out / path for path in [*files, Path("datapackage.json")]]


def _write_flat_files(
    connection: duckdb.DuckDBPyConnection, marts: Mapping[str, Mart], out: Path
) -> list[Path]:
    files: list[Path] = []
    for name, mart in marts.items():
        files.append(Path("parquet", f"{name}.parquet"))
        write_parquet(connection, mart, out / files[-1])
        if name not in WITHOUT_CSV:
            files.append(Path("csv", f"{name}.csv"))
            write_csv(connection, mart, out / files[-1])
    return files
