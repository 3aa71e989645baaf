"""What the checks found in documents that have not changed since is kept, and not looked for again.

A frame of ``BY_DOCUMENT`` says of a document what its text, its reading and the corrections of it say, and nothing
of any other. So it is made of the documents whose state is another than the one that was checked last, and what was
found in the others is put beside what Great Expectations finds in these. All other frames are made whole.

``checked.kept_documents`` has the state in which a document was checked, ``checked.kept_row_counts`` how many of its rows
each check of a frame looked at, ``checked.kept_failures`` those that failed; a row each for a layer. They are replaced
together: a run that is killed leaves them as they were.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from expectations.check import Check, CheckResult, Outcome
from expectations.failed_rows import COLUMNS as FAILURE
from expectations.failed_rows import DisagreementError, sample_of

if TYPE_CHECKING:
    import duckdb

BY_DOCUMENT = frozenset(
    {
        "facts",
        "figure_records",
        "headlines",
        "ledger_coverage",
        "numerals",
        "percentages",
        "periods",
        "qualitative_targets",
        "reader_findings",
        "units",
        "usual",
        "worded",
    }
)
DEFINITIONS = (
    # Of a time when it had a row a check: states were others then, and nothing is looked for in it.
    "drop table if exists checked.kept_counts",
    "create table if not exists checked.kept_documents (layer varchar, document_id varchar, state varchar)",
    "create table if not exists checked.kept_row_counts (layer varchar, document_id varchar, "
    "checked map(varchar, bigint))",
    f"create table if not exists checked.kept_failures (layer varchar, {FAILURE})",
)
# How many rows checks have looked at, together, in what stands behind it.
SUMS_BY_CHECK = (
    "select entry.key as check_name, sum(entry.value)::bigint as checked "
    "from (select unnest(map_entries(checked)) as entry from {rows}) group by check_name"
)
KEPT = ("kept_documents", "kept_row_counts", "kept_failures")
NAMES = ", ".join(column.split()[0] for column in FAILURE.split(", "))
# Of each layer: which documents there are rows of, and the state of those whose findings can be kept. A reading has
# its time and the version of the reader; what dbt makes of it, a state of its own and the code that made it.
DOCUMENTS = {
    "extracted": """
        select document_id from raw.documents where removed_at is null
        union select document_id from extracted.document_profiles
        union select document_id from extracted.figures
        union select document_id from extracted.numerals
        union select document_id from extracted.qualitative_targets
        union select document_id from extracted.findings
    """,
    "marts": "select distinct document_id from marts.fact_figures",
}
STATES = {
    "extracted": """
        select document_id, hash(landed, profiles, $code)::varchar as state
        from (
            select document_id, min(file_name) as file_name, max(landed_at) as landed_at
            from raw.documents where removed_at is null group by document_id
        ) as landed
        inner join (
            select document_id, max(extractor_version) as extractor_version, max(extracted_at) as extracted_at
            from extracted.document_profiles group by document_id
        ) as profiles using (document_id)
    """,
    "marts": """
        select document_id, hash(document_state, code, $code)::varchar as state
        from intermediate.int_document_states cross join intermediate.built_with
    """,
}
# The tables that these queries rest on.
NEEDED = {
    "extracted": (
        "raw.documents",
        "extracted.document_profiles",
        "extracted.figures",
        "extracted.numerals",
        "extracted.qualitative_targets",
        "extracted.findings",
    ),
    "marts": ("marts.fact_figures",),
}
STATES_NEED = {
    "extracted": ("raw.documents", "extracted.document_profiles"),
    "marts": ("intermediate.int_document_states", "intermediate.built_with"),
}


def find_documents_to_check(connection: duckdb.DuckDBPyConnection, layer: str, only_changed: bool) -> None:
    """Make the temporary tables ``document_states`` and ``documents_to_check``, and ``counts_now``, still empty.

    To be checked are all documents, or with ``only_changed`` those that are not in the state in which they were
    checked last.
    """
    for definition in DEFINITIONS:
        connection.execute(definition)
    # Tables of a time before rows that failed had a cause.
    connection.execute("alter table checked.kept_failures add column if not exists cause varchar")
    connection.execute("create or replace temp table document_states (document_id varchar, state varchar)")
    if layer in STATES and _is_there(connection, *STATES_NEED[layer]):
        connection.execute(f"insert into document_states {STATES[layer]}", {"code": code_of_checks()})
    connection.execute("create or replace temp table documents_to_check (document_id varchar)")
    if layer in DOCUMENTS and _is_there(connection, *NEEDED[layer]):
        connection.execute(
            f"""
            insert into documents_to_check
            select document_id from ({DOCUMENTS[layer]}) where document_id is not null
            except
            select document_id
            from document_states
            inner join checked.kept_documents as kept using (document_id, state)
            where kept.layer = $layer and $only_changed
            """,
            {"layer": layer, "only_changed": only_changed},
        )
    connection.execute(
        "create or replace temp table counts_now (frame varchar, document_id varchar, checked map(varchar, bigint))"
    )


def _is_there(connection: duckdb.DuckDBPyConnection, *tables: str) -> bool:
    """Whether there are all these tables or views; what is missing is an error of the checks that need it."""
    found = connection.execute(
        "select count(*) from (select schema_name, table_name from duckdb_tables() where not temporary "
        "union all select schema_name, view_name from duckdb_views() where not temporary) as present "
        "where list_contains($names, schema_name || '.' || table_name)",
        {"names": list(tables)},
    ).fetchone()
    return found == (len(tables),)


@cache
def code_of_checks() -> str:
    """Return a hash of all files of this package: other checks, lists or corrections may find something else."""
    package = Path(__file__).parent
    state = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            state.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return state.hexdigest()


def count_rows(connection: duckdb.DuckDBPyConnection, checks: Sequence[Check], frame: str) -> None:
    """Add to ``counts_now`` how many rows of a frame each check looks at, document by document."""
    names = ", ".join("?" for _ in checks)
    counts = ", ".join(_counted(check) for check in checks)
    connection.execute(
        f"insert into counts_now select ?, document_id, map([{names}], [{counts}]) "
        f'from frames."{frame}" group by document_id',
        [frame, *(check.name for check in checks)],
    )


def _counted(check: Check) -> str:
    """What asks for null or not null looks at every row, anything else at those that are not null."""
    if check.expectation in ("ExpectColumnValuesToBeNull", "ExpectColumnValuesToNotBeNull"):
        return "count(*)"
    return f'count("{check.arguments["column"]}")'


def complete(
    connection: duckdb.DuckDBPyConnection, layer: str, results: Sequence[CheckResult]
) -> list[CheckResult]:
    """Keep what was found now, and return the results with what was kept of the documents that were not looked at.

    ``failed_rows`` gets the kept rows too. Nothing is kept of a layer of which a check could not run.
    """
    by_document = [result for result in results if result.check.frame in BY_DOCUMENT]
    sound = [result.name for result in by_document if result.outcome is not Outcome.ERROR]
    found = set(sound)
    with_kept = _counts(connection, layer)
    connection.begin()
    try:
        _forget(connection, layer, "in (select document_id from documents_to_check)")
        _forget(connection, layer, "not in (select document_id from document_states)")
        connection.execute(
            f"insert into failed_rows ({NAMES}) select {NAMES} from checked.kept_failures as kept "
            "where layer = $layer and list_contains($checks, check_name) order by kept.rowid",
            {"layer": layer, "checks": sound},
        )
        if len(sound) == len(by_document):
            _keep(connection, layer, sound)
        else:
            _forget(connection, layer, "is not null")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
    failed = dict(
        connection.execute("select check_name, count(*) from failed_rows group by check_name").fetchall()
    )
    return [
        _completed(connection, result, with_kept.get(result.name, 0), failed.get(result.name, 0))
        if result.name in found
        else result
        for result in results
    ]


def _counts(connection: duckdb.DuckDBPyConnection, layer: str) -> dict[str, int]:
    """How many rows each check has looked at, now and before."""
    rows = """(
        select checked from counts_now
        union all
        select checked
        from checked.kept_row_counts
        where layer = $layer and document_id in (select document_id from document_states)
            and document_id not in (select document_id from documents_to_check)
    )"""
    return dict(connection.execute(SUMS_BY_CHECK.format(rows=rows), {"layer": layer}).fetchall())


def _forget(connection: duckdb.DuckDBPyConnection, layer: str, which: str) -> None:
    for table in KEPT:
        connection.execute(f"delete from checked.{table} where layer = ? and document_id {which}", [layer])


def _keep(connection: duckdb.DuckDBPyConnection, layer: str, checks: Sequence[str]) -> None:
    """Keep what was found now in documents of a known state."""
    of_known = "document_id in (select document_id from known)"
    connection.execute(
        "create or replace temp table known as from document_states semi join documents_to_check using (document_id)"
    )
    connection.execute(
        "insert into checked.kept_documents select $layer, document_id, state from known", {"layer": layer}
    )
    connection.execute(
        f"insert into checked.kept_row_counts select $layer, document_id, checked from counts_now where {of_known}",
        {"layer": layer},
    )
    connection.execute(
        f"insert into checked.kept_failures select $layer, {NAMES} from failed_rows "
        f"where {of_known} and list_contains($checks, check_name) order by rowid",
        {"layer": layer, "checks": list(checks)},
    )


def _completed(
    connection: duckdb.DuckDBPyConnection, result: CheckResult, checked: int, failed: int
) -> CheckResult:
    """A result with what was kept beside what was found now; where nothing was kept, the sample stands."""
    sample = result.sample
    if failed != result.failed:
        sample = sample_of(connection, result.name) if failed else ()
    outcome = Outcome.FAILED if failed else Outcome.PASSED
    return replace(result, outcome=outcome, checked=checked, failed=failed, sample=sample)


def agree(connection: duckdb.DuckDBPyConnection, results: Sequence[CheckResult], frame: str) -> None:
    """Raise ``DisagreementError`` where Great Expectations looked at another number of rows of a frame than were counted."""
    counted = dict(
        connection.execute(
            SUMS_BY_CHECK.format(rows="counts_now where frame = $frame"), {"frame": frame}
        ).fetchall()
    )
    for result in results:
        if result.outcome is not Outcome.ERROR and counted.get(result.name, 0) != result.checked:
            raise DisagreementError(
                f"{result.name}: Great Expectations looked at {result.checked} rows, "
                f"{counted.get(result.name, 0)} were counted"
            )
