"""What was found in documents that have not changed is kept: a check of what changed finds what a check of all does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb
import pytest

from expectations import frames, kept
from expectations.check import CheckResult, Outcome
from expectations.run import check_extracted, check_raw, exit_code
from tests.expectations.faults import FAULTS, spoiled
from tests.expectations.planting import after_closing
from tests.expectations.results import failing
from tests.expectations.sound import sound_report
from tests.expectations.tables import Report, empty_database

KEPT = (
    "checked.identities",
    "checked.findings",
    "checked.figure_failures",
    "checked.document_failures",
    "checked.results",
)
WRONG_SPAN = spoiled("char_start = char_start + 1, char_end = char_end + 1")
GROWN = "update extracted.figures set number = 66, value = 66 where value_text = '5.2%' and document_id = ?"
READ_AGAIN = "update extracted.document_profiles set extracted_at = extracted_at + interval 1 second where document_id = ?"

Change = Callable[[duckdb.DuckDBPyConnection], None]


def add(connection: duckdb.DuckDBPyConnection, number: int, name: str | None = None) -> Report:
    """Land and read one more report, with the planted faults of a check."""
    found = [fault for fault in FAULTS if fault.check == name][:1]
    report = sound_report(connection, number, "".join(fault.sentence for fault in found))
    for fault in found:
        fault.plant(report)
    report.close()
    return report


def warehouse() -> duckdb.DuckDBPyConnection:
    """Six reports: three sound, one with a figure to quarantine, one to be set aside, one worth a look."""
    connection = empty_database()
    for number, name in enumerate([None, None, None, "fall_is_within_100", "span_holds", "rate_has_a_sign"]):
        add(connection, number, name)
    return connection


def check_changed(connection: duckdb.DuckDBPyConnection) -> list[CheckResult]:
    """Check as a run does."""
    return [*check_raw(connection, only_changed=True), *check_extracted(connection, only_changed=True)]


def check_all(connection: duckdb.DuckDBPyConnection) -> list[CheckResult]:
    """Check as if for the first time."""
    return [*check_raw(connection), *check_extracted(connection)]


def content(connection: duckdb.DuckDBPyConnection) -> dict[str, list[Any]]:
    """The rows that checks leave, in an order that does not matter."""
    return {table: connection.execute(f"from {table} order by all").fetchall() for table in KEPT}


def names(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The files that were to be checked last."""
    rows = connection.execute(
        "select file_name from documents_to_check inner join raw.documents using (document_id) order by 1"
    )
    return [name for (name,) in rows.fetchall()]


def added(connection: duckdb.DuckDBPyConnection) -> None:
    """Two more, one of them with a hole in its ledger."""
    add(connection, 6, "share_is_within_100")
    report = sound_report(connection, 7)
    after_closing("delete from extracted.numerals where document_id = ? and numeral_text = '2025'")(report)


def changed(connection: duckdb.DuckDBPyConnection) -> None:
    """One is read otherwise."""
    for statement in (GROWN, READ_AGAIN):
        connection.execute(statement, [document(connection, "001.txt")])


def mended(connection: duckdb.DuckDBPyConnection) -> None:
    """The one that was set aside is read rightly."""
    mended_id = document(connection, "004.txt")
    connection.execute(
        "update extracted.figures set char_start = char_start - 1, char_end = char_end - 1 where document_id = ? "
        "and value_text = '60%'",
        [mended_id],
    )
    connection.execute(READ_AGAIN, [mended_id])


def removed(connection: duckdb.DuckDBPyConnection) -> None:
    """A file is gone, and with it its rows."""
    gone = document(connection, "003.txt")
    connection.execute("update raw.documents set removed_at = now() where document_id = ?", [gone])
    for table in ("document_profiles", "figures", "numerals", "qualitative_targets", "findings"):
        connection.execute(f"delete from extracted.{table} where document_id = ?", [gone])


def renamed(connection: duckdb.DuckDBPyConnection) -> None:
    """A file has another name."""
    connection.execute("update raw.documents set file_name = '新.txt' where file_name = '005.txt'")


def document(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """The id of a file's document."""
    row = connection.execute("select document_id from raw.documents where file_name = ?", [name]).fetchone()
    assert row is not None
    return str(row[0])


CHANGES: dict[str, tuple[Change, list[str]]] = {
    "nothing": (lambda connection: None, []),
    "added": (added, ["006.txt", "007.txt"]),
    "changed": (changed, ["001.txt"]),
    "mended": (mended, ["004.txt"]),
    "removed": (removed, []),
    "renamed": (renamed, ["新.txt"]),
}


def test_a_check_of_what_changed_finds_what_a_check_of_all_does() -> None:
    connection = warehouse()
    assert {"fall_is_within_100", "span_holds", "rate_has_a_sign"} <= failing(
        check_changed(connection)
    ).keys()
    for change, looked_at in CHANGES.values():
        change(connection)
        results = check_changed(connection)
        assert names(connection) == looked_at
    left = content(connection)
    assert check_all(connection) == results
    assert content(connection) == left


def test_what_has_not_changed_is_not_looked_at() -> None:
    connection = warehouse()
    check_changed(connection)
    connection.execute(GROWN, [document(connection, "001.txt")])
    assert "rate_is_usual" not in failing(check_changed(connection)), "its reading is said to be the same"
    assert failing(check_all(connection))["rate_is_usual"] == 1


def test_other_checks_look_at_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = warehouse()
    check_changed(connection)
    monkeypatch.setattr(kept, "code_of_checks", lambda: "other checks")
    check_changed(connection)
    assert len(names(connection)) == 6


def test_nothing_is_kept_where_a_check_could_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = warehouse()
    check_changed(connection)
    add(connection, 6, "share_is_within_100")
    query_of = frames.query_of
    with monkeypatch.context() as broken:
        broken.setattr(
            frames, "query_of", lambda name: "select nonsense" if name == "units" else query_of(name)
        )
        results = check_changed(connection)
    assert exit_code(results) == 2
    assert failing(results)["share_is_within_100"] == 1
    assert failing(results)["fall_is_within_100"] == 1, "what was kept is told all the same"
    results = check_changed(connection)
    assert len(names(connection)) == 7
    assert check_all(connection) == results


def test_a_run_that_is_killed_while_it_keeps_leaves_what_was_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = warehouse()
    check_changed(connection)
    added(connection)

    def killed(*given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(kept, "_keep", killed)
        with pytest.raises(KeyboardInterrupt):
            check_changed(connection)
    results = check_changed(connection)
    assert names(connection) == ["006.txt", "007.txt"]
    assert check_all(connection) == results


def test_a_frame_that_counts_otherwise_than_great_expectations_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connection = warehouse()
    monkeypatch.setattr(kept, "_counted", lambda check: "count(*) + 1")
    results = check_changed(connection)
    assert "looked at" in next(result.error or "" for result in results if result.outcome is Outcome.ERROR)
