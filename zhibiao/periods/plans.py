"""The five-year plans: from a name to its years."""

from __future__ import annotations

import re
from functools import cache

from zhibiao.lexicon import rows
from zhibiao.periods.numbers import read_count

NAME = r"(?:十[一二三四五六]?|[一二三四五六七八九])五"
# Quoted, the name is enough; bare, 十五 may be fifteen, so a word of time must follow. “七五”普法 is a
# campaign of its own years.
PLAN = re.compile(
    rf"[“\"‘']{NAME}[”\"’'](?!普法)|{NAME}(?=时期|期间|规划|计划|末|以来)|第(?:十[一二三四五]?|[一二三四五六七八九])个五年(?:计划|规划)"
)


@cache
def years_of_plans() -> dict[str, tuple[int, int]]:
    """Return first and last year by the plan's short name (十四五 → 2021, 2025)."""
    return {row["name"]: (int(row["first_year"]), int(row["last_year"])) for row in rows("five_year_plans")}


def plan_years(words: str) -> tuple[int, int] | None:
    """Return the years of a plan named in any of the usual ways, None for a name that is no plan.

    >>> plan_years("“十四五”"), plan_years("第九个五年计划")
    ((2021, 2025), (1996, 2000))
    """
    if words.startswith("第"):
        return _by_number(read_count(words[1 : words.index("个")]))
    return years_of_plans().get(words.strip("“”\"‘’'"))


def _by_number(number: int) -> tuple[int, int] | None:
    return next((years for index, years in enumerate(years_of_plans().values(), 1) if index == number), None)
