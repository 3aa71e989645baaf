"""``int_figures`` is made document by document: what comes of it is what comes of making it anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from tests.dbt.conftest import run_dbt

FIGURES = "SELECT * FROM intermediate.int_figures ORDER BY ALL"


def build(database: Path, target: Path, *further: str) -> list[tuple[object, ...]]:
    """Build the figures and all before them; return them."""
    built = run_dbt(database, target, "run", "-s", "+int_figures", *further)
    assert built.returncode == 0, built.stdout
    with duckdb.connect(str(database)) as connection:
        return connection.execute(FIGURES).fetchall()


@pytest.fixture
def changed(warehouse: Path, tmp_path: Path) -> Path:
    """A built warehouse with a document gone, one read anew, one with a failure, one with a correction.

    The rows of the fifth, in which nothing has changed, bear a mark.
    """
    database = tmp_path / "warehouse.duckdb"
    shutil.copy(warehouse, database)
    with duckdb.connect(str(database)) as connection:
        ids = "SELECT document_id FROM extracted.document_profiles ORDER BY 1"
        gone, anew, failed, corrected, same = (name for (name,) in connection.execute(ids).fetchall())
        connection.execute("UPDATE raw.documents SET removed_at = now() WHERE document_id = ?", [gone])
        connection.execute(
            "UPDATE extracted.document_profiles SET extracted_at = now() WHERE document_id = ?", [anew]
        )
        connection.execute(
            "DELETE FROM extracted.figures WHERE figure_id ="
            " (SELECT min(figure_id) FROM extracted.figures WHERE document_id = ?)",
            [anew],
        )
        connection.execute(
            "INSERT INTO checked.figure_failures"
            " SELECT min(figure_id), document_id, 'a_check', 'error', 'a message'"
            " FROM extracted.figures WHERE document_id = ? GROUP BY document_id",
            [failed],
        )
        connection.execute(
            "INSERT INTO checked.corrected_figures BY NAME"
            " SELECT * REPLACE (number + 1 AS number), 'c' AS correction_id, 'why' AS correction_reason"
            " FROM extracted.figures WHERE document_id = ? LIMIT 1",
            [corrected],
        )
        connection.execute(
            "UPDATE intermediate.int_figures SET rule = 'not made again' WHERE document_id = ?", [same]
        )
    return database


@pytest.mark.slow
def test_only_documents_that_changed_are_made_again_and_all_is_as_if_made_anew(
    changed: Path, target: Path
) -> None:
    with duckdb.connect(str(changed)) as connection:
        before = connection.execute(FIGURES).fetchall()
        columns = [column[0] for column in connection.description or []]
    rule, document = columns.index("rule"), columns.index("document_id")
    by_document = build(changed, target)
    marked = {row[document] for row in by_document if row[rule] == "not made again"}
    assert len(marked) == 1
    assert {row[document] for row in before} - {row[document] for row in by_document}
    anew = build(changed, target, "--full-refresh")
    assert not [row for row in anew if row[rule] == "not made again"]
    unmarked = [row for row in by_document if row[document] not in marked]
    assert unmarked == [row for row in anew if row[document] not in marked]
    assert len(by_document) == len(anew)
    assert "c" in [row[columns.index("correction_id")] for row in by_document]
    assert "a_check" in [row[columns.index("failed_checks")] for row in by_document]


@pytest.mark.slow
def test_another_message_is_told_and_makes_nothing_anew(changed: Path, target: Path) -> None:
    """Some messages count the figures of all documents: one report more would make half of them anew."""
    build(changed, target)
    failed = (
        "WHERE document_id = (SELECT document_id FROM checked.figure_failures WHERE check_name = 'a_check')"
    )
    with duckdb.connect(str(changed)) as connection:
        connection.execute(f"UPDATE intermediate.int_figures SET rule = 'not made again' {failed}")
        connection.execute(
            "UPDATE checked.figure_failures SET message = 'of 8 now' WHERE check_name = 'a_check'"
        )
    built = run_dbt(changed, target, "run", "-s", "+rejected_figures")
    assert built.returncode == 0, built.stdout
    with duckdb.connect(str(changed)) as connection:
        rules = connection.execute(f"SELECT DISTINCT rule FROM intermediate.int_figures {failed}").fetchall()
        messages = connection.execute(
            "SELECT messages FROM quality.rejected_figures WHERE failed_checks = 'a_check'"
        ).fetchall()
    assert rules == [("not made again",)]
    assert messages == [("of 8 now",)]
