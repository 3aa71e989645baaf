"""Numbers that check each other: these texts say most things twice.

An identity is an entry of ``listed.py`` and a query beside it. Each row of the query is a place where the identity can be
asked: the figure that is judged, all figures involved, whether it ``holds`` (null where the difference is neither), and the
numbers in words.
``checked.identities`` keeps them all, so that a figure can say which of them confirm it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from expectations.identities.asked import find_asked, forget_asked, keep_asked
from expectations.identities.listed import IDENTITIES
from expectations.rows import insert
from zhibiao.lexicon import rows

if TYPE_CHECKING:
    import duckdb


# What statistics tell the growth of in prices of a base year, and the level of in those of the year.
GROWN_IN_BASE_PRICES = (
    "gdp",
    "gdp_per_capita",
    "primary_industry_value_added",
    "secondary_industry_value_added",
    "tertiary_industry_value_added",
    "industrial_value_added",
    "industrial_output",
    "digital_economy",
)
# What the queries of several identities rest on, made before them.
SHARED = ("told", "stated_once", "told_later", "amounts", "amounts_of_parts", "targets_set")


@cache
def query_of(name: str) -> str:
    """The SQL of an identity, or of what all of them rest on."""
    return files(__name__).joinpath(f"{name}.sql").read_text("utf-8")


def make_identities(connection: duckdb.DuckDBPyConnection) -> None:
    """Ask every identity of the figures that were read, and keep the answers in ``checked.identities``.

    Answers that no change can have touched stand (``asked``). Wants the view ``figures_as_meant``, the table
    ``divisions``, and what ``find_documents_to_check`` makes. Raises what DuckDB raises.
    """
    find_asked(connection)
    _ask(connection)
    connection.begin()
    try:
        forget_asked(connection)
        connection.execute("insert into checked.identities from answers")
        keep_asked(connection)
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
    connection.execute("drop table answers")


def _ask(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the temporary table ``answers``, outside of any transaction: of rows that are not committed DuckDB knows
    neither how many nor how different they are, and joins them in a bad order.
    """
    connection.execute("create or replace temp table answers as from checked.identities limit 0")
    connection.execute("create or replace temp table parts_of_wholes (part_id varchar, whole_id varchar)")
    insert(
        connection,
        "parts_of_wholes",
        "part_id, whole_id",
        [(row["part_id"], row["whole_id"]) for row in rows("indicator_parts")],
    )
    connection.execute("create or replace temp table grown_in_base_prices (indicator_id varchar)")
    insert(connection, "grown_in_base_prices", "indicator_id", [(one,) for one in GROWN_IN_BASE_PRICES])
    for name in SHARED:
        connection.execute(f"create or replace temp table {name} as {query_of(name)}")
    for identity in IDENTITIES:
        connection.execute(
            "insert into answers "
            "select $name, $confirms and holds, document_id, figure_id, figure_ids, holds, char_start, char_end, "
            # a sentence and what is said of it are shown where the numbers disagree, at one of a hundred places
            "case when not holds then quote end, case when not holds then words end "
            f"from ({query_of(identity.name)}) where document_id in (select document_id from documents_asked) "
            "order by document_id, char_start, figure_ids",
            {"name": identity.name, "confirms": identity.confirms},
        )
    for name in (*SHARED, "parts_of_wholes", "grown_in_base_prices"):
        connection.execute(f"drop table {name}")
