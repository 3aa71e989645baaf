"""What a person opens in a program: workbook and Stata file, written cell by cell in Python."""

from __future__ import annotations

from pathlib import Path

from orchestration.exports.book_rows import BookRows, opened_rows
from orchestration.exports.catalogue import Publication
from orchestration.exports.sheet_plans import PANEL, STATA_FILE, WORKBOOK
from orchestration.exports.stata import write_stata
from orchestration.exports.workbook import write_workbook

TITLE = "政府工作报告目标 · Targets of government work reports"


def write_books(taken: BookRows, out: Path) -> None:
    """Write both into ``out``; the Stata file only where there is a panel."""
    title = title_of(taken.publication)
    with opened_rows(taken) as connection:
        write_workbook(connection, taken.marts, out / WORKBOOK, title)
        if PANEL in taken.marts:
            write_stata(connection, taken.marts[PANEL], out / STATA_FILE, title)


def title_of(publication: Publication) -> str:
    """The title that both bear, with the version."""
    return f"{TITLE}, {publication.version}"
