"""Where the results of checks are kept: ``checked`` while a run goes on, ``quality`` for good.

``checked.results`` holds each layer's last results, ``checked.findings`` the rows that failed, a row a cause,
``checked.figure_failures`` those of figures that are quarantined, ``checked.document_failures`` the documents that
are set aside, ``checked.dbt_tests`` what dbt's own tests said.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from expectations.catalogue import CHECKS
from expectations.check import CheckResult, Outcome
from expectations.dbt_tests import DbtTest
from expectations.rows import insert
from zhibiao.model import Severity

if TYPE_CHECKING:
    import duckdb

LAYERS = ("raw", "extracted", "marts")
DEFINITIONS = (
    "create schema if not exists checked",
    "create table if not exists checked.findings (layer varchar, check_name varchar, severity varchar, "
    "file_name varchar, document_id varchar, char_start bigint, char_end bigint, quote varchar, "
    "message varchar, occurrences bigint, other_places varchar, advice varchar)",
    "create table if not exists checked.figure_failures (figure_id varchar, document_id varchar, "
    "check_name varchar, severity varchar, message varchar)",
    "create table if not exists checked.document_failures (layer varchar, document_id varchar, "
    "file_name varchar, check_name varchar, message varchar, failed_count bigint, char_start bigint, "
    "char_end bigint, quote varchar)",
    "create table if not exists checked.identities (identity varchar, confirms boolean, document_id varchar, figure_id varchar, "
    "figure_ids varchar[], holds boolean, char_start bigint, char_end bigint, quote varchar, message varchar)",
    "create table if not exists checked.results (layer varchar, table_name varchar, check_name varchar, "
    "outcome varchar, checked_count bigint, failed_count bigint, sample varchar, error_message varchar)",
    "create table if not exists checked.dbt_tests (table_name varchar, check_name varchar, severity varchar, "
    "outcome varchar, checked_count bigint, failed_count bigint, error_message varchar)",
)
FINDING_COLUMNS = (
    "layer, check_name, severity, file_name, document_id, char_start, char_end, quote, message, "
    "occurrences, other_places, advice"
)
# Where a finding of a cause that occurs often says where else it does; the rest is counted.
MOST_PLACES = 200
FAILURE_COLUMNS = "figure_id, document_id, check_name, severity, message"
DBT_TEST_COLUMNS = "table_name, check_name, severity, outcome, checked_count, failed_count, error_message"


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables of ``checked`` that are not there yet."""
    for definition in DEFINITIONS:
        connection.execute(definition)
    for column in ("occurrences bigint", "other_places varchar", "advice varchar"):
        # Tables of a time before findings of one cause were one.
        connection.execute(f"alter table checked.findings add column if not exists {column}")


def save(connection: duckdb.DuckDBPyConnection, layer: str, results: Sequence[CheckResult]) -> None:
    """Replace what is kept of a layer's results and findings (the rows of ``failed_rows``).

    What later layers kept is of an earlier run.
    """
    create_tables(connection)
    for outdated in LAYERS[LAYERS.index(layer) :]:
        connection.execute("delete from checked.results where layer = ?", [outdated])
        connection.execute("delete from checked.findings where layer = ?", [outdated])
        connection.execute("delete from checked.document_failures where layer = ?", [outdated])
    if layer != "marts":
        connection.execute("delete from checked.dbt_tests")
    add(connection, layer, results)


def add(connection: duckdb.DuckDBPyConnection, layer: str, results: Sequence[CheckResult]) -> None:
    """Keep further results and findings of a layer (the rows of ``failed_rows``)."""
    insert(
        connection,
        "checked.results",
        "layer, table_name, check_name, outcome, checked_count, failed_count, sample, error_message",
        [
            (
                layer, result.table, result.name, str(result.outcome), result.checked, result.failed,
                json.dumps(result.sample, ensure_ascii=False), result.error,
            )
            for result in results
        ],
    )  # fmt: skip
    _add_findings(connection, layer, results)


def _add_findings(connection: duckdb.DuckDBPyConnection, layer: str, results: Sequence[CheckResult]) -> None:
    """Rows of one cause in one document (or file, where there is none) are one finding: the first of them, how many there
    are, and where the others stand.
    """
    connection.execute(
        f"""
        insert into checked.findings by name
        with told as (
            select *, row_number() over causes as place, count(*) over (
                partition by check_name, document_id, file_name, cause
            ) as occurrences
            from failed_rows
            where list_contains($checks, check_name)
            window causes as (
                partition by check_name, document_id, file_name, cause order by char_start nulls last, message, rowid
            )
        ),

        others as (
            select
                check_name, document_id, file_name, cause,
                to_json(list(
                    {{'char_start': char_start, 'char_end': char_end, 'message': message, 'quote': quote}} order by place
                ))::varchar as other_places
            from told
            where place between 2 and {MOST_PLACES}
            group by check_name, document_id, file_name, cause
        )

        select
            $layer as layer, told.check_name, told.severity, told.file_name, told.document_id, told.char_start,
            told.char_end, told.quote, told.message, told.occurrences, others.other_places,
            list_extract($advice, list_position($checks, told.check_name)) as advice
        from told
        left join others
            on told.check_name = others.check_name and told.occurrences > 1
                and told.document_id is not distinct from others.document_id
                and told.file_name is not distinct from others.file_name
                and told.cause is not distinct from others.cause
        where told.place = 1
        order by told.check_name, told.file_name, told.document_id, told.char_start, told.message
        """,
        {
            "layer": layer,
            "checks": [result.name for result in results],
            "advice": [result.check.advice for result in results],
        },
    )


def save_document_failures(
    connection: duckdb.DuckDBPyConnection, layer: str, results: Sequence[CheckResult]
) -> None:
    """Add the documents that the checks of a layer set aside: a row a check, with its first passage.

    dbt keeps them out of all that follows; ``save`` of the layer takes away those of the run before.
    """
    connection.execute(
        """
        insert into checked.document_failures
        select
            $layer, document_id, min(file_name), check_name,
            first(message order by char_start nulls last, message), count(*), min(char_start),
            first(char_end order by char_start nulls last, message),
            first(quote order by char_start nulls last, message)
        from failed_rows
        where list_contains($checks, check_name)
        group by document_id, check_name
        """,
        {"layer": layer, "checks": [result.name for result in results if result.sets_aside]},
    )


def replace_figure_failures(connection: duckdb.DuckDBPyConnection, results: Sequence[CheckResult]) -> None:
    """Write the figures that a quarantining check failed; dbt keeps them out of the facts."""
    connection.execute("delete from checked.figure_failures")
    connection.execute(
        f"insert into checked.figure_failures select {FAILURE_COLUMNS} from failed_rows "
        "where list_contains($checks, check_name) order by rowid",
        {"checks": [result.name for result in results if result.check.quarantine]},
    )


def load(connection: duckdb.DuckDBPyConnection) -> list[CheckResult]:
    """The results kept of all layers, in the order of the catalogue; of the rows, only the sample.

    dbt's tests follow as far as they did not pass: what it declares beside its models and what holds is not
    told twice.
    """
    create_tables(connection)
    kept = {
        name: entry
        for name, *entry in connection.execute(
            "select check_name, outcome, checked_count, failed_count, sample, error_message from "
            "checked.results"
        ).fetchall()
    }
    results = [
        CheckResult(check, Outcome(outcome), checked, failed, tuple(json.loads(sample)), error)
        for check in CHECKS
        if check.name in kept
        for outcome, checked, failed, sample, error in [kept[check.name]]
    ]
    tests = load_dbt_tests(connection)
    return results + [test.result() for test in tests if test.outcome is not Outcome.PASSED]


def save_dbt_tests(connection: duckdb.DuckDBPyConnection, tests: Sequence[DbtTest]) -> None:
    """Replace what is kept of dbt's tests."""
    create_tables(connection)
    connection.execute("delete from checked.dbt_tests")
    rows: list[tuple[object, ...]] = [
        (test.table, test.name, str(test.severity), str(test.outcome), test.checked, test.failed, test.error)
        for test in tests
    ]
    insert(connection, "checked.dbt_tests", DBT_TEST_COLUMNS, rows)


def load_dbt_tests(connection: duckdb.DuckDBPyConnection) -> list[DbtTest]:
    """Return what is kept of dbt's tests."""
    create_tables(connection)
    rows = connection.execute(f"select {DBT_TEST_COLUMNS} from checked.dbt_tests").fetchall()
    return [
        DbtTest(table, name, Severity(severity), Outcome(outcome), checked, failed, error)
        for table, name, severity, outcome, checked, failed, error in rows
    ]
