"""What a person opens in a program: workbook and Stata file, written cell by cell in Python."""

from __future__ import annotations

from pathlib import Path

from orchestration.exports.beside import PANEL, STATA_FILE, WORKBOOK
from orchestration.exports.catalogue import Publication, opened, read_marts, read_publication
from orchestration.exports.stata import write_stata
from orchestration.exports.workbook import write_workbook

TITLE = "政府工作报告目标 · Targets of government work reports"


def write_books(database: Path, out: Path) -> None:
    """Write both into ``out``; the Stata file only where there is a panel."""
    with opened(database, out) as connection:
        marts = read_marts(connection)
        title = title_of(read_publication(connection))
        write_workbook(connection, marts, out / WORKBOOK, title)
        if PANEL in marts:
            write_stata(connection, marts[PANEL], out / STATA_FILE, title)


def title_of(publication: Publication) -> str:
    """The title that both bear, with the version."""
    return f"{TITLE}, {publication.version}"
