"""A first answer from the published file: the newest targets of a few regions."""

from __future__ import annotations

import duckdb
from rich.table import Table
from rich.text import Text

from zhibiao.printable import printable

REGIONS = 5
INDICATORS = 4
# Of each region its newest plan year, of the regions the newest years; the amounts as they are written.
NEWEST = f"""
    WITH headline AS (
        SELECT region_code, plan_year, indicator_id,
            first(
                CASE bound WHEN 'at_least' THEN '≥ ' WHEN 'at_most' THEN '≤ ' WHEN 'about' THEN '≈ ' ELSE '' END
                || replace(value_text, '*', '') || CASE direction WHEN 'down' THEN ' ↓' ELSE '' END
                ORDER BY char_start
            ) AS words,
            first(region_key ORDER BY char_start) AS region_key
        FROM marts.fact_targets
        WHERE is_headline AND is_quantified AND indicator_id IS NOT NULL AND plan_year IS NOT NULL
        GROUP BY region_code, plan_year, indicator_id
    ),
    newest AS (
        SELECT region_code, max(plan_year) AS plan_year FROM headline WHERE region_code IS NOT NULL
        GROUP BY region_code ORDER BY plan_year DESC, region_code LIMIT {REGIONS}
    )
    SELECT coalesce(region.name, region_code), plan_year, indicator.name_zh, words
    FROM headline
    JOIN newest USING (region_code, plan_year)
    JOIN marts.dim_indicator AS indicator USING (indicator_id)
    LEFT JOIN marts.dim_region AS region ON region.region_key = headline.region_key
    ORDER BY plan_year DESC, region_code, indicator_id <> 'gdp', indicator_id
"""


def first_answer(connection: duckdb.DuckDBPyConnection) -> Table | None:
    """Return the newest headline targets of a few regions as a table; None where there are none.

    Of the indicators those that most of these regions have a target for.
    """
    rows: list[tuple[str, int, str, str]] = connection.execute(NEWEST).fetchall()
    if not rows:
        return None
    names = [name for _, _, name, _ in rows]
    chosen = sorted(dict.fromkeys(names), key=names.count, reverse=True)[:INDICATORS]
    targets: dict[tuple[str, int], dict[str, str]] = {}
    for region, year, name, words in rows:
        targets.setdefault((region, year), {})[name] = words
    table = Table(box=None, pad_edge=False)
    for heading in ("地区", "年份", *chosen):
        table.add_column(Text(heading), overflow="ellipsis", no_wrap=True)
    for (region, year), told in targets.items():
        cells = (region, str(year), *(told.get(name, "") for name in chosen))
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table
