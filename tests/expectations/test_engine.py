"""An exception inside an expectation, or in a frame, is an error of the check: no failed row, no pass."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas
import pytest

from expectations.catalogue import CHECKS
from expectations.check import Check, CheckResult, Outcome, Scope
from expectations.engine import validate
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


def frame(*amounts: float | None) -> pandas.DataFrame:
    """A frame of one document with an amount a row."""
    return pandas.DataFrame(
        {"document_id": "d", "value_text": [f"{amount}%" for amount in amounts], "amount": list(amounts)}
    )


def result_of(check: Check, rows: pandas.DataFrame) -> CheckResult:
    """The one result."""
    (result,) = validate([check], rows, {"d": "report.txt"})
    return result


def test_a_row_outside_the_bounds_is_a_failed_row() -> None:
    result = result_of(a_check(max_value=100), frame(5, None, 110.4))
    assert (result.outcome, result.checked, result.failed) == (Outcome.FAILED, 2, 1)
    assert result.sample[0]["file_name"] == "report.txt"
    assert result.sample[0]["message"] == "110.4% is 110.4"


def test_a_day_is_told_without_its_midnight() -> None:
    rows = frame(101.0)
    rows["period_end"] = pandas.Timestamp("2024-12-31")
    result = result_of(replace(a_check(max_value=100), message="{value_text} by {period_end}"), rows)
    assert result.sample[0]["message"] == "101.0% by 2024-12-31"


def test_more_failed_rows_than_great_expectations_lists_are_all_found() -> None:
    result = result_of(a_check(max_value=100), frame(*([101.0] * 450)))
    assert (result.failed, len(result.rows), len(result.sample)) == (450, 450, 20)


def test_a_column_that_is_missing_is_an_error_of_its_check_only() -> None:
    broken, sound = validate(
        [a_check(column="nowhere", max_value=1), a_check("sound", max_value=100)], frame(5), {}
    )
    assert (broken.outcome, broken.failed, broken.rows) == (Outcome.ERROR, 0, ())
    assert "nowhere" in (broken.error or "")
    assert sound.passed
    assert exit_code([broken, sound]) == 2


def test_text_where_a_number_is_expected_is_an_error() -> None:
    result = result_of(a_check(max_value=100), pandas.DataFrame({"amount": ["many"], "value_text": ["x"]}))
    assert result.outcome is Outcome.ERROR


def test_an_unknown_expectation_is_an_error_and_leaves_nothing_behind() -> None:
    assert result_of(a_check(expectation="ExpectTheUnexpected"), frame(5)).outcome is Outcome.ERROR
    assert result_of(a_check(max_value=100), frame(5)).passed


def test_a_message_that_names_no_column_is_an_error_rather_than_a_pass() -> None:
    check = a_check(max_value=1)
    assert result_of(check, frame(5).drop(columns="value_text")).outcome is Outcome.ERROR


def test_exit_codes() -> None:
    warning = result_of(a_check(max_value=1), frame(5))
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


def test_markdown_of_a_result_cannot_break_its_table() -> None:
    rows = frame(5).assign(value_text="a|b *c* <script>\n`d`")
    shown = result_of(a_check(max_value=1), rows).markdown()
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
