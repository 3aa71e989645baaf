"""Where checks make what they look at: the catalogue ``frames``, in memory.

What is temporary one connection sees, and not its cursors; what lies here is seen by all of them, which make and judge
frames side by side. A name is looked up in the database first, and then here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

CATALOG = "frames"


def enter(connection: duckdb.DuckDBPyConnection) -> None:
    """Let a connection or a cursor of it find what lies in the workshop."""
    connection.execute(f"attach if not exists ':memory:' as {CATALOG}")
    path = f"{name_of_database(connection)},{CATALOG}".replace("'", "''")
    connection.execute(f"set search_path = '{path}'")


def name_of_database(connection: duckdb.DuckDBPyConnection) -> str:
    """The name of the catalogue that is checked, as SQL writes it: a view of the workshop has to name it."""
    name = connection.execute("select current_database()").fetchall()[0][0]
    return '"' + str(name).replace('"', '""') + '"'
