"""An exception inside an expectation, or in a frame, is an error of the check: no failed row, no pass."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import duckdb
import pytest

from expectations import failed_rows
from expectations.catalogue import CHECKS
from expectations.check import Check, CheckResult, Outcome, Scope
from expectations.duckdb_dialect import Connection
from expectations.engine import validate
from expectations.frames import prepare
from expectations.kept import find_documents_to_check
from expectations.run import check_extracted, check_raw, exit_code
from tests.expectations.sound import sound_report
from tests.expectations.tables import empty_database
from zhibiao.model import Severity


def a_check(
    name: str = "a_check", expectation: str = "ExpectColumnValuesToBeBetween", **arguments: Any
) -> Check:
    """A check on a frame of its own."""
    return Check(
        name=name,
        table="extracted.figures",
        frame="of_a_test",
        severity=Severity.WARNING,
        title_zh="检查",
        title_en="A check",
        reason="A test.",
        expectation=expectation,
        arguments={"column": "amount", **arguments},
        message="{value_text} is {amount}",
    )


@pytest.fixture
def database() -> duckdb.DuckDBPyConnection:
    """A database in which the rows that fail have a place."""
    connection = empty_database()
    connection.execute("create schema checked")
    find_documents_to_check(connection, "extracted", only_changed=False)
    prepare(connection)
    connection.execute("insert into file_names values ('d', 'report.txt')")
    return connection


def frame(connection: duckdb.DuckDBPyConnection, *amounts: float | None, further: str = "null") -> None:
    """Make a frame of one document with an amount a row, and a further column."""
    connection.execute(
        "create or replace table frames.frame_of_a_test as select 'd' as document_id, "
        f"amount::double as amount, {further} as further, format('{{}}%', amount) as value_text "
        "from (select unnest(?::double[]) as amount)",
        [list(amounts)],
    )


def result_of(connection: duckdb.DuckDBPyConnection, check: Check) -> CheckResult:
    """The one result."""
    (result,) = validate(connection, [check], "frame_of_a_test")
    return result


def test_a_row_outside_the_bounds_is_a_failed_row(database: duckdb.DuckDBPyConnection) -> None:
    frame(database, 5, None, 110.4)
    result = result_of(database, a_check(max_value=100))
    assert (result.outcome, result.checked, result.failed) == (Outcome.FAILED, 2, 1)
    assert result.sample[0]["file_name"] == "report.txt"
    assert result.sample[0]["message"] == "110.4% is 110.4"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("date '2024-12-31'", "2024-12-31"),
        ("timestamp '2024-12-31 00:00'", "2024-12-31"),
        ("timestamp '2024-12-31 06:00'", "2024-12-31 06:00:00"),
        ("2024", "2024"),
        ("110.40000000000001::double", "110.4"),
        ("1000000::double", "1,000,000"),
        ("20.5::decimal(28, 8)", "20.5"),
        ("null", "—"),
        ("'it''s {amount}'", "it's {amount}"),
        ("true", "true"),
    ],
)
def test_a_message_shows_values_as_a_person_writes_them(
    database: duckdb.DuckDBPyConnection, value: str, shown: str
) -> None:
    frame(database, 101.0, further=value)
    result = result_of(database, replace(a_check(max_value=100), message="'{value_text}' by {further}"))
    assert result.sample[0]["message"] == f"'101.0%' by {shown}"


def test_all_rows_that_fail_are_kept_and_a_few_are_shown(database: duckdb.DuckDBPyConnection) -> None:
    frame(database, *([101.0] * 450))
    result = result_of(database, a_check(max_value=100))
    assert (result.failed, len(result.sample)) == (450, 20)
    assert database.execute("select count(*) from failed_rows").fetchone() == (450,)


@pytest.mark.parametrize(
    ("expectation", "arguments", "failing"),
    [
        ("ExpectColumnValuesToBeBetween", {"min_value": 2, "max_value": 3}, [1.0, 4.0]),
        ("ExpectColumnValuesToBeBetween", {"min_value": 3}, [1.0, 2.0]),
        ("ExpectColumnValuesToBeInSet", {"value_set": [1, 2, 3]}, [4.0]),
        ("ExpectColumnValuesToNotBeInSet", {"value_set": [1, 2, 3]}, [1.0, 2.0, 3.0]),
        ("ExpectColumnValuesToNotBeNull", {}, [None]),
        ("ExpectColumnValuesToBeNull", {}, [1.0, 2.0, 3.0, 4.0]),
    ],
)
def test_the_rows_found_are_those_that_great_expectations_counts(
    database: duckdb.DuckDBPyConnection,
    expectation: str,
    arguments: dict[str, Any],
    failing: list[float | None],
) -> None:
    frame(database, 1, 2, 3, 4, None)
    check = replace(a_check(expectation=expectation, **arguments), message="{amount}")
    result = result_of(database, check)
    assert (result.outcome, result.failed) == (Outcome.FAILED, len(failing))
    assert [row["message"] for row in result.sample] == [
        "—" if value is None else str(int(value)) for value in failing
    ]


def test_other_rows_than_great_expectations_counted_are_an_error(
    database: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(failed_rows.CONDITIONS, "ExpectColumnValuesToBeBetween", lambda *_: ("true", []))
    frame(database, 5, 101.0)
    result = result_of(database, a_check(max_value=100))
    assert result.outcome is Outcome.ERROR
    assert "counted 1 rows, 2 were found" in (result.error or "")


def test_every_check_that_judges_rows_finds_them() -> None:
    judging_rows = {check.expectation for check in CHECKS if "Values" in check.expectation}
    assert judging_rows <= set(failed_rows.CONDITIONS)


def test_a_column_that_is_missing_is_an_error_of_its_check_only(database: duckdb.DuckDBPyConnection) -> None:
    frame(database, 5)
    checks = [a_check(column="nowhere", max_value=1), a_check("sound", max_value=100)]
    broken, sound = validate(database, checks, "frame_of_a_test")
    assert (broken.outcome, broken.failed, broken.sample) == (Outcome.ERROR, 0, ())
    assert "nowhere" in (broken.error or "")
    assert sound.passed
    assert exit_code([broken, sound]) == 2


def test_text_where_a_number_is_expected_is_an_error_of_its_check_only(
    database: duckdb.DuckDBPyConnection,
) -> None:
    frame(database, 5, further="'many'")
    checks = [a_check(column="further", max_value=100), a_check("sound", max_value=100)]
    broken, sound = validate(database, checks, "frame_of_a_test")
    assert (broken.outcome, sound.outcome) == (Outcome.ERROR, Outcome.PASSED)


def test_an_unknown_expectation_is_an_error_and_leaves_nothing_behind(
    database: duckdb.DuckDBPyConnection,
) -> None:
    frame(database, 5)
    assert result_of(database, a_check(expectation="ExpectTheUnexpected")).outcome is Outcome.ERROR
    assert result_of(database, a_check(max_value=100)).passed


def test_a_message_that_names_no_column_is_an_error_rather_than_a_pass(
    database: duckdb.DuckDBPyConnection,
) -> None:
    frame(database, 5)
    check = replace(a_check(max_value=1), message="{nowhere}")
    assert result_of(database, check).outcome is Outcome.ERROR


def test_a_frame_without_a_row_passes_unless_rows_are_counted(database: duckdb.DuckDBPyConnection) -> None:
    frame(database)
    assert result_of(database, a_check(max_value=1)).passed
    counting = replace(a_check(), expectation="ExpectTableRowCountToBeBetween", arguments={"min_value": 1})
    assert result_of(database, replace(counting, message="none")).failed == 1


def test_the_connection_is_the_callers_again(database: duckdb.DuckDBPyConnection) -> None:
    frame(database, 5)
    result_of(database, a_check(max_value=100))
    assert database.execute("select count(*) from frames.frame_of_a_test").fetchone() == (1,)
    with pytest.raises(duckdb.ConnectionException, match="no connection is lent"):
        Connection().cursor()


def test_exit_codes() -> None:
    warning = CheckResult(a_check(max_value=1), Outcome.FAILED, 1, 1)
    error = replace(warning, check=replace(warning.check, severity=Severity.ERROR, scope=Scope.WAREHOUSE))
    broken = replace(warning, outcome=Outcome.ERROR)
    assert exit_code([]) == 0
    assert exit_code([warning]) == 0
    assert exit_code([warning, error]) == 1
    assert exit_code([warning, error, broken]) == 2


def test_a_broken_table_breaks_its_checks_and_no_others() -> None:
    connection = empty_database()
    sound_report(connection, 0).close()
    connection.execute("alter table extracted.numerals drop column reason")
    results = [*check_raw(connection), *check_extracted(connection)]
    broken = {result.check.frame for result in results if result.outcome is Outcome.ERROR}
    assert broken == {"documents", "numerals"}
    assert all(result.passed for result in results if result.check.frame not in broken)
    assert exit_code(results) == 2


def test_markdown_of_a_result_cannot_break_its_table(database: duckdb.DuckDBPyConnection) -> None:
    frame(database, 5, further="'a|b *c* <script>\n`d`'")
    shown = result_of(database, replace(a_check(max_value=1), message="{further}")).markdown()
    (line,) = [line for line in shown.splitlines() if "script" in line]
    assert "<script>" not in line
    assert line.replace("\\|", "").count("|") == 4


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check.table}:{check.name}")
def test_every_check_says_what_it_is(check: Check) -> None:
    assert check.title_zh
    assert check.title_en
    assert check.reason.endswith((".", ")"))
    assert any("一" <= character <= "鿿" for character in check.title_zh)
    assert check.layer in ("raw", "extracted", "marts")
    assert not check.quarantine or (check.scope is Scope.FIGURE and check.table == "extracted.figures")
    assert check.scope is not Scope.FIGURE or check.quarantine or check.severity is not Severity.ERROR
    assert not check.sets_aside or check.layer != "marts", "what dbt has built cannot be set aside any more"


def test_only_what_concerns_the_warehouse_keeps_it_from_being_published() -> None:
    assert {check.name for check in CHECKS if check.blocking and check.layer != "marts"} == {
        "documents_have_landed",
        "many_files_gone",
        "figure_has_its_document",
        "few_documents_are_set_aside",
    }


def test_names_of_checks_are_unique() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
