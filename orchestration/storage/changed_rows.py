"""A table brought in line with another of the same columns: only the rows of keys that differ are written."""

from __future__ import annotations

import duckdb

# The rows of a table by the province of their region, which are the first digits of its code.
DIGITS_OF_PROVINCE = 2
PROVINCE = f"left(region_code, {DIGITS_OF_PROVINCE})"
# All that the rows of a group say, in whatever order; of groups together: by `TOGETHER`.
ROWS_SAY = 'count(*) AS row_count, bit_xor(hash("rows")) AS rows_xor, sum(hash("rows")) AS rows_sum'
TOGETHER = (
    "sum(row_count)::BIGINT AS row_count, bit_xor(rows_xor) AS rows_xor, sum(rows_sum)::HUGEINT AS rows_sum"
)
ROWS_HASH = 'hash(count(*), bit_xor(hash("rows")), sum(hash("rows")))'


def replace_changed(connection: duckdb.DuckDBPyConnection, source: str, target: str, key: str) -> int:
    """Make the rows of ``target`` those of ``source``, and return how many keys had other rows, or none.

    ``source`` is a table, or a query in brackets; ``key`` is a column of both that is never null, or an expression.
    """
    hashes = f'SELECT {key} AS changed_key, {ROWS_HASH} AS rows_hash FROM {{}} AS "rows" GROUP BY 1'
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE keys_changed AS
        SELECT changed_key
        FROM ({hashes.format(source)}) AS wanted
        FULL JOIN ({hashes.format(target)}) AS present USING (changed_key)
        WHERE wanted.rows_hash IS DISTINCT FROM present.rows_hash
        """
    )
    changed = connection.execute("SELECT count(*) FROM keys_changed").fetchone()
    if changed is None or not changed[0]:
        return 0
    which = f"{key} IN (SELECT changed_key FROM keys_changed)"
    connection.execute(f"DELETE FROM {target} WHERE {which}")
    connection.execute(f"INSERT INTO {target} BY NAME SELECT * FROM {source} WHERE {which}")
    return int(changed[0])
