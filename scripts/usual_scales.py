"""``python -m scripts.usual_scales WORKING_DATABASE``: make ``expectations/usual_scales.csv`` anew from reports that were read.

The file says between which powers of ten the amounts, growth and shares lie whose name ends in certain words (到位资金,
受益群众, 满意率); of amounts for a unit and a level of region. Words are kept where enough figures end in them, longer words
only where they say more than the shorter do.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from math import log10
from pathlib import Path

import duckdb

from expectations.frames import create_functions

# So many figures of so many documents make a group.
FIGURES, DOCUMENTS = 12, 8
LENGTHS = range(2, 7)
WORDS = re.compile("[一-龥]+")
# Longer words are kept where their range is narrower by so much of a power of ten at one end.
NARROWER = {"amount": 0.5, "growth": 0.15, "share": 0.1}
OF_NO_INDICATOR = """
    select figures.document_id, indicator_text, kind_of(measure), unit, level_of(figures.region_code), value::double
    from extracted.figures as figures
    where indicator_id is null and status <> 'reference' and value > 0 and length(indicator_text) >= 2
        and case
            when measure in ('level', 'change_amount') then unit is not null and region_code is not null
                and threshold_text is null and not tells_of_each(indicator_text)
            when measure in ('growth_rate', 'share') then unit = '%'
        end
"""

Group = tuple[str, str, str, str]
Range = tuple[float, float, int]


def ranges(figures: Iterable[tuple[str, str, str, str, str, float]]) -> dict[Group, Range]:
    """From (document, words, measure, unit, level, value) the range of each group that is large enough, by words,
    measure, unit and level, as powers of ten.

    A level of ``*`` is any; of amounts any but the nation.
    """
    groups: dict[Group, list[tuple[float, str]]] = defaultdict(list)
    for document, words, measure, unit, level, value in figures:
        if measure != "amount":
            levels: tuple[str, ...] = ("*",)
        else:
            levels = (level,) if level == "national" else (level, "*")
        for length in LENGTHS:
            if length <= len(words) and WORDS.fullmatch(words[-length:]):
                for one in levels:
                    groups[words[-length:], measure, unit, one].append((log10(value), document))
    found = {
        group: (min(members)[0], max(members)[0], len(members))
        for group, members in groups.items()
        if len(members) >= FIGURES and len({document for _, document in members}) >= DOCUMENTS
    }
    return {group: one for group, one in found.items() if _says_more(group, one, found)}


def _says_more(group: Group, own: Range, found: dict[Group, Range]) -> bool:
    """Whether a group is narrower than the next that would be asked without it."""
    words, measure, unit, level = group
    for shorter in (words[-length:] for length in range(len(words), LENGTHS.start - 1, -1)):
        for one in (level,) if level == "national" else (level, "*"):
            wider = found.get((shorter, measure, unit, one))
            if wider and (shorter, one) != (words, level):
                return own[0] > wider[0] + NARROWER[measure] or own[1] < wider[1] - NARROWER[measure]
    return True


def main() -> None:
    """Read the figures of a working database, write the file of this checkout."""
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        create_functions(connection)
        found = ranges(connection.execute(OF_NO_INDICATOR).fetchall())
    path = Path(__file__).parents[1] / "expectations" / "usual_scales.csv"
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("words", "measure", "unit", "level", "lowest_power", "highest_power", "figures"))
        for group, (low, high, count) in sorted(found.items()):
            writer.writerow((*group, f"{low:.2f}", f"{high:.2f}", count))
    print(f"{len(found)} ranges in {path}")


if __name__ == "__main__":
    main()
