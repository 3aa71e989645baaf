"""Frames in, results out: the one place that speaks to Great Expectations.

Great Expectations reads pandas frames; on DuckDB through SQLAlchemy its results get lost (see
docs/quality.md). An exception inside an expectation is an error of the check: never a row that failed,
never a pass.
"""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any

from expectations.check import Check, CheckResult, FailedRow, Outcome, sample_of

if TYPE_CHECKING:
    import pandas

ROW_KEY = "row_key"


def validate(
    checks: Sequence[Check], frame: pandas.DataFrame, file_names: Mapping[str, str]
) -> list[CheckResult]:
    """Run the checks of one frame. ``file_names`` gives the file of a document, for the rows that failed."""
    if frame.empty:
        return [_on_empty_frame(check) for check in checks]
    try:
        outcomes = _run_suite(checks, _judged_columns(checks, frame))
        return [
            _result(check, outcome, frame, file_names)
            for check, outcome in zip(checks, outcomes, strict=True)
        ]
    except Exception:
        return could_not_run(checks, traceback.format_exc())


def _judged_columns(checks: Sequence[Check], frame: pandas.DataFrame) -> pandas.DataFrame:
    """The columns that the checks look at, with the number of the row: sentences would only fill memory."""
    names = dict.fromkeys(check.arguments["column"] for check in checks if "column" in check.arguments)
    judged = frame[[name for name in names if name in frame]].reset_index(drop=True)
    judged[ROW_KEY] = range(len(judged))
    return judged


def could_not_run(checks: Iterable[Check], trace: str) -> list[CheckResult]:
    """The result of checks whose frame or suite raised."""
    return [CheckResult(check, Outcome.ERROR, error=trace) for check in checks]


def _on_empty_frame(check: Check) -> CheckResult:
    """No row, no failure; but a check that counts rows speaks about an empty table too."""
    if check.expectation != "ExpectTableRowCountToBeBetween" or not check.arguments.get("min_value"):
        return CheckResult(check, Outcome.PASSED)
    row = FailedRow(check.name, check.severity, None, None, None, None, None, None, check.message)
    return CheckResult(check, Outcome.FAILED, 0, 1, sample_of((row,)), rows=(row,))


def _run_suite(checks: Sequence[Check], frame: pandas.DataFrame) -> list[Mapping[str, Any]]:
    """The raw result of each check, in their order."""
    source = _source()
    import great_expectations
    from great_expectations import expectations as library
    from great_expectations.core.result_format import ResultFormat

    suite = great_expectations.ExpectationSuite(
        checks[0].frame,
        expectations=[
            getattr(library, check.expectation)(**check.arguments, meta={"check": check.name})
            for check in checks
        ],
    )
    result_format = {
        "result_format": ResultFormat.COMPLETE,
        "unexpected_index_column_names": [ROW_KEY],
        "return_unexpected_index_query": False,
    }
    asset = source.add_dataframe_asset(checks[0].frame)
    try:
        batch = asset.add_batch_definition_whole_dataframe("whole").get_batch({"dataframe": frame})
        validated = batch.validate(suite, result_format=result_format)
    finally:
        source.delete_asset(checks[0].frame)
    answers: list[dict[str, Any]] = [dict(result.to_json_dict()) for result in validated.results]
    by_name = {answer["expectation_config"]["meta"]["check"]: answer for answer in answers}
    return [by_name[check.name] for check in checks]


def make_ready() -> None:
    """Import Great Expectations and make its source now rather than with the first check."""
    _source()


@cache
def _source() -> Any:
    """Great Expectations' source of frames, made once a process: it takes longer than most suites do."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    import great_expectations
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = great_expectations.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context.data_sources.add_pandas("frames")


def _result(
    check: Check, outcome: Mapping[str, Any], frame: pandas.DataFrame, file_names: Mapping[str, str]
) -> CheckResult:
    """Great Expectations' answer in our words."""
    trace = _exception(outcome["exception_info"])
    if trace is not None:
        return CheckResult(check, Outcome.ERROR, error=trace)
    details = outcome["result"]
    if outcome["success"]:
        return CheckResult(check, Outcome.PASSED, checked=_checked(details, frame))
    index = details.get("unexpected_index_list")
    if index is None:
        row = FailedRow(
            check.name,
            check.severity,
            None,
            None,
            None,
            None,
            None,
            None,
            check.message.format(observed=details.get("observed_value")),
        )
        return CheckResult(check, Outcome.FAILED, len(frame), 1, sample_of((row,)), rows=(row,))
    keys = sorted({entry[ROW_KEY] for entry in index})
    rows = tuple(failed_row(check, record, file_names) for record in frame.iloc[keys].to_dict("records"))
    return CheckResult(check, Outcome.FAILED, _checked(details, frame), len(rows), sample_of(rows), rows=rows)


def _checked(details: Mapping[str, Any], frame: pandas.DataFrame) -> int:
    """How many rows the check had something to say about; a null column means: not this one."""
    missing = details.get("missing_count") or 0
    return int(details.get("element_count", len(frame))) - int(missing)


def _exception(info: Mapping[str, Any]) -> str | None:
    """The trace of an exception inside the expectation; Great Expectations nests it by metric."""
    if "raised_exception" in info:
        return str(info.get("exception_traceback")) if info["raised_exception"] else None
    traces = [
        str(entry.get("exception_traceback")) for entry in info.values() if entry.get("raised_exception")
    ]
    return "\n".join(dict.fromkeys(traces)) or None


def failed_row(check: Check, record: Mapping[Any, Any], file_names: Mapping[str, str]) -> FailedRow:
    """A row of a frame as a finding; the message is filled from its columns."""
    values = {key: None if _is_null(value) else value for key, value in record.items()}
    document_id = values.get("document_id")
    return FailedRow(
        check_name=check.name,
        severity=check.severity,
        document_id=document_id,
        figure_id=values.get("figure_id"),
        file_name=values.get("file_name") or file_names.get(document_id or ""),
        char_start=_integer(values.get("char_start")),
        char_end=_integer(values.get("char_end")),
        quote=values.get("quote"),
        message=check.message.format(**{key: _shown(value) for key, value in values.items()}),
    )


def _is_null(value: object) -> bool:
    """None, NaN, NaT; a list is a value."""
    import pandas

    return value is None or (pandas.api.types.is_scalar(value) and value != value)


def _integer(value: Any) -> int | None:
    return None if value is None else int(value)


def _shown(value: Any) -> str:
    """A value as a person writes it: 110.4, not 110.40000000000001 or 1e+06; a day without its midnight."""
    if value is None:
        return "—"
    if isinstance(value, datetime) and value.time() == time():
        return str(value.date())
    if isinstance(value, float):
        return f"{value:,.4f}".rstrip("0").rstrip(".")
    return str(value)
