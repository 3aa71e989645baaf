"""The rows that fail a check, from a frame into the temporary table ``failed_rows``, without leaving the database.

Great Expectations counts them; here they are found by the same condition, and have to be as many. A message is
filled from the columns of its row, as a person writes their values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from string import Formatter
from typing import TYPE_CHECKING, Any

from expectations.check import SAMPLE_SIZE, Check

if TYPE_CHECKING:
    import duckdb

COLUMNS = (
    "check_name varchar, severity varchar, document_id varchar, figure_id varchar, file_name varchar, "
    "char_start bigint, char_end bigint, quote varchar, message varchar, cause varchar"
)
DEFINITION = f"create or replace temp table failed_rows ({COLUMNS})"
# Frames of figures do not carry the words and sentences of all of them: those that failed are looked up, by the figure.
LOOKED_UP = {
    "quote": "VARCHAR",
    "value_text": "VARCHAR",
    "indicator_text": "VARCHAR",
    "entity_text": "VARCHAR",
    "number": "DECIMAL",
    "number_high": "DECIMAL",
    "period_start": "DATE",
    "period_end": "DATE",
}
FIGURES = f""", figures as (
    select document_id, figure_id, {", ".join(f"any_value({column}) as {column}" for column in LOOKED_UP)}
    from extracted.figures
    semi join failing using (document_id, figure_id)
    group by document_id, figure_id
)"""
JOINED = (
    "left join figures on frame.document_id = figures.document_id and frame.figure_id = figures.figure_id"
)
SHOWN_COLUMNS = ("file_name", "document_id", "figure_id", "char_start", "char_end", "message", "quote")
FRACTIONS = ("DOUBLE", "FLOAT", "DECIMAL")

Sample = tuple[Mapping[str, str], ...]


class DisagreementError(RuntimeError):
    """Great Expectations counted other rows than were found."""


def add_failed_rows(connection: duckdb.DuckDBPyConnection, check: Check, frame: str, expected: int) -> Sample:
    """Add the rows of a frame that fail a check; return the first of them as plain text.

    Raises ``KeyError`` where the message names a column that neither the frame nor ``LOOKED_UP`` has, ``DisagreementError``
    where there are not ``expected`` of them.
    """
    described = connection.execute(f'select * from frames."{frame}" limit 0').description or []
    columns = {str(name): (f'frame."{name}"', str(of_type)) for name, of_type, *_ in described}

    def own(name: str, type_name: str = "varchar") -> str:
        return f"{columns[name][0]}::{type_name}" if name in columns else f"null::{type_name}"

    condition, parameters = condition_of(check)
    of_figures = "figure_id" in columns and "quote" not in columns
    quote = f"coalesce(figures.quote, {own('passage')})" if of_figures else own("quote")
    looked_up = {name: (f"figures.{name}", of_type) for name, of_type in LOOKED_UP.items()}
    told = looked_up | columns if of_figures else columns
    inserted = connection.execute(
        f"""
        insert into failed_rows
        with failing as (select frame.*, frame.rowid as place_in_frame from frames."{frame}" as frame where {condition})
        {FIGURES if of_figures else ""}
        select
            ?, ?, {own("document_id")}, {own("figure_id")},
            coalesce({own("file_name")}, file_names.file_name),
            {own("char_start", "bigint")}, {own("char_end", "bigint")}, {quote},
            {message_of(check, told)}, {own("cause")}
        from failing as frame
        left join file_names on {own("document_id")} = file_names.document_id
        {JOINED if of_figures else ""}
        order by frame.place_in_frame
        """,
        [*parameters, check.name, str(check.severity)],
    ).fetchone()
    found = int(inserted[0]) if inserted else 0
    if found != expected:
        raise DisagreementError(
            f"{check.name}: Great Expectations counted {expected} rows, {found} were found"
        )
    return sample_of(connection, check.name)


def add_failure_of_the_whole(connection: duckdb.DuckDBPyConnection, check: Check, observed: object) -> Sample:
    """Add the one row of a check that judges a frame as a whole."""
    connection.execute(
        "insert into failed_rows (check_name, severity, message) values (?, ?, ?)",
        [check.name, str(check.severity), check.message.format(observed=observed)],
    )
    return sample_of(connection, check.name)


def sample_of(connection: duckdb.DuckDBPyConnection, check_name: str) -> Sample:
    """The first rows that failed a check, by file and place, as plain text, for reports."""
    shown = ", ".join(f"coalesce({column}::varchar, '')" for column in SHOWN_COLUMNS)
    rows = connection.execute(
        f"select {shown} from failed_rows where check_name = ? "
        f"order by file_name, document_id, char_start, char_end, message, rowid limit {SAMPLE_SIZE}",
        [check_name],
    ).fetchall()
    return tuple(dict(zip(SHOWN_COLUMNS, row, strict=True)) for row in rows)


def condition_of(check: Check) -> tuple[str, list[Any]]:
    """Return the SQL condition of a row that fails, and its parameters; null is no failure but where asked for."""
    column = f'frame."{check.arguments["column"]}"'
    return CONDITIONS[check.expectation](column, check.arguments)


def _outside(column: str, arguments: Mapping[str, Any]) -> tuple[str, list[Any]]:
    bounds = [
        (sign, arguments[name])
        for sign, name in (("<", "min_value"), (">", "max_value"))
        if name in arguments
    ]
    return f"({' or '.join(f'{column} {sign} ?' for sign, _ in bounds)})", [bound for _, bound in bounds]


def _values(arguments: Mapping[str, Any]) -> tuple[str, list[Any]]:
    values = list(arguments["value_set"])
    return ", ".join("?" for _ in values), values


def _not_in(column: str, arguments: Mapping[str, Any]) -> tuple[str, list[Any]]:
    marks, values = _values(arguments)
    return f"{column} is not null and {column} not in ({marks})", values


def _in(column: str, arguments: Mapping[str, Any]) -> tuple[str, list[Any]]:
    marks, values = _values(arguments)
    return f"{column} in ({marks})", values


CONDITIONS: dict[str, Callable[[str, Mapping[str, Any]], tuple[str, list[Any]]]] = {
    "ExpectColumnValuesToBeBetween": _outside,
    "ExpectColumnValuesToBeInSet": _not_in,
    "ExpectColumnValuesToNotBeInSet": _in,
    "ExpectColumnValuesToNotBeNull": lambda column, arguments: (f"{column} is null", []),
    "ExpectColumnValuesToBeNull": lambda column, arguments: (f"{column} is not null", []),
}


def message_of(check: Check, columns: Mapping[str, tuple[str, str]]) -> str:
    """Return the SQL expression of a check's message out of ``columns``, by name the expression and the type of each;
    raises ``KeyError`` for one that is not there.
    """
    return " || ".join(_parts(check.message, columns)) or "''"


def _parts(message: str, columns: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    for words, name, _, _ in Formatter().parse(message):
        if words:
            yield "'" + words.replace("'", "''") + "'"
        if name is not None:
            yield shown(*columns[name])


def shown(column: str, type_name: str) -> str:
    """Return the SQL expression of a value as a person writes it: 110.4, not 110.40000000000001 or 1e+06."""
    if type_name.startswith(FRACTIONS):
        written = f"rtrim(rtrim(format('{{:,.4f}}', {column}::double), '0'), '.')"
    elif type_name.startswith("TIMESTAMP"):
        written = (
            f"case when {column} = {column}::date then {column}::date::varchar else {column}::varchar end"
        )
    else:
        written = f"{column}::varchar"
    return f"coalesce({written}, '—')"
