"""The sessions of the party whose spirit a report carries out: each lends its year to what is written after it.

A report names the sessions up to the latest (十九届二中、三中、四中全会精神), held in the autumn before it as a rule.
Congresses are named before they meet too (迎接二十大), plenary sessions are not: only these count here.
"""

from __future__ import annotations

import re
from functools import cache

from zhibiao.lexicon import rows

PLENARY = re.compile(
    r"(?P<congress>十[四五六七八九]|二十)(?:大[、,和及])?(?:和|以及)?(?P=congress)?届(?P<plenums>[一二三四五六七]中(?:(?:全会)?[、,和及](?:历次)?[一二三四五六七]中)*)全"
)
PLENUM = re.compile("[一二三四五六七]中")


@cache
def years_of_sessions() -> dict[str, int]:
    """Return the year in which each congress (十六大) and plenary session (十六届三中) met."""
    return {row["session"]: int(row["year"]) for row in rows("party_sessions")}


def last_session(folded: str) -> tuple[int, str] | None:
    """Return the year and the name of the latest plenary session that a folded text names; None without one."""
    named = {
        f"{found['congress']}届{plenum}"
        for found in PLENARY.finditer(folded)
        for plenum in PLENUM.findall(found["plenums"])
    }
    known = [(years_of_sessions()[name], name) for name in named if name in years_of_sessions()]
    return max(known, default=None)
