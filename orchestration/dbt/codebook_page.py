"""The codebook of the panel: ``docs/codebook.md``, a section for each variable that studies use.

Names, units and columns follow from the lexicon; definitions, traps and who uses a variable are
``codebook/notes.csv`` and ``codebook/sources.csv``; ``codebook/coverage.csv`` was counted on 615 reports of all levels.
``python -m orchestration.dbt.codebook_page`` writes the page.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from orchestration.dbt.panel_contract import quantities

FOLDER = Path(__file__).with_name("codebook")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "codebook.md"
LEVELS = ("national", "province", "prefecture", "county")
NAMES_SHOWN = 6
SIDES = {
    "floor": "a plain number is met from above",
    "ceiling": "a plain number is met from below",
    "": "whether more or less is better changed over the years",
}
MEASURES = {"growth_rate": "rate of growth", "share": "share", "level": "level"}


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a list of this folder."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def lexicon(name: str) -> list[dict[str, str]]:
    """Return the rows of a list of the reader."""
    text = files("zhibiao").joinpath("lexicon", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def codebook() -> str:
    """Return the page as Markdown."""
    notes = {note["indicator_id"]: note for note in rows("notes")}
    citations = {source["key"]: source["citation"] for source in rows("sources")}
    names: dict[str, list[str]] = defaultdict(list)
    for row in lexicon("indicator_names"):
        names[row["indicator_id"]].append(row["name"])
    coverage: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows("coverage"):
        coverage[row["indicator_id"]].append(row)
    sections = [(FOLDER / "introduction.md").read_text(encoding="utf-8").rstrip(), ""]
    for indicator in lexicon("indicators"):
        note = notes.get(indicator["indicator_id"])
        if note:
            of = indicator["indicator_id"]
            sections += [*_section(indicator, note, names[of], coverage[of], citations), ""]
    return "\n".join(sections)


def _section(
    indicator: dict[str, str],
    note: dict[str, str],
    names: list[str],
    coverage: list[dict[str, str]],
    citations: dict[str, str],
) -> Iterator[str]:
    yield f"## {indicator['indicator_id']} · {indicator['name_zh']}"
    yield ""
    yield f"{indicator['name_en']}. {note['definition']}"
    yield ""
    shown = "、".join(sorted(names, key=lambda name: (len(name), name))[:NAMES_SHOWN])
    yield f"- Read from: {len(names)} names, as {shown}."
    yield (
        f"- Measure that economists use first: {MEASURES[indicator['panel_measure']]}; canonical unit of amounts and"
        f" shares: {indicator['canonical_unit'] or 'none'}; {SIDES[indicator['target_side']]}."
    )
    if indicator["core"] == "1":
        columns = [indicator["indicator_id"] + column.suffix for column in quantities(indicator)]
        yield f"- In the panel: {', '.join(f'`{column}`' for column in columns)}."
    else:
        yield "- In the long forms alone: `target_panel_long`, `target_measures`."
    if note["traps"]:
        yield f"- Traps: {note['traps']}"
    for key in note["used_by"].split():
        yield f"- Used by: {citations[key]}."
    if coverage:
        yield ""
        yield from _coverage(coverage)


def _coverage(coverage: list[dict[str, str]]) -> Iterator[str]:
    yield "| level | years | reports | number in the list | words | number beyond the list |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for row in sorted(coverage, key=lambda row: (LEVELS.index(row["level"]), row["years"])):
        yield (
            "| "
            + " | ".join(
                row[name] for name in ("level", "years", "reports", "stated", "in_words", "beyond_list")
            )
            + " |"
        )


if __name__ == "__main__":
    PAGE.write_text(codebook(), encoding="utf-8")
