"""``python -m benchmarks.larger_set SOURCE OUT 3200``: a folder of as many reports, made of fewer.

Each copy of a report is given another region of the code list, and the region's names in its text are replaced,
so that keys stay real: no two reports speak for one region and year, and no two have the same bytes. The same
source gives the same set. A manifest says each report's region and year.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

from zhibiao.decoding import decode
from zhibiao.profile import profile
from zhibiao.regions.divisions import NATIONAL_CODE, Division, division_table

# Regions that were there in all these years can take any report's place.
YEARS = (2000, 2025)


@dataclass(frozen=True, slots=True)
class Original:
    """A report of the source with its region and plan year, as the reader finds them."""

    path: Path
    text: str
    region: Division
    plan_year: int


def originals(source: Path) -> Iterator[Original]:
    """Give the reports of a folder whose region and year can be told."""
    for path in sorted(source.glob("*.txt")):
        text = decode(path.read_bytes()).text
        about = profile(text)
        if about.region_code and about.plan_year:
            region = division_table().get(about.region_code, about.plan_year)
            if region is not None:
                yield Original(path, text, region, about.plan_year)


def stand_ins() -> list[Division]:
    """Return the prefectures and counties that were there all the years, in the order of their codes."""
    first, last = YEARS
    later = division_table().in_force(last)
    return [
        region
        for code, region in sorted(division_table().in_force(first).items())
        if code != NATIONAL_CODE and region.level in ("prefecture", "county")
        if code in later and later[code].name == region.name and len(region.short_name) > 1
    ]


def rewritten(original: Original, region: Division) -> str:
    """Return the report as one of another region: its title says so, and its names are the other's."""
    title = f"{region.name}{original.plan_year}年政府工作报告\n"
    text = original.text
    if original.region.code != NATIONAL_CODE:
        text = text.replace(original.region.name, region.name)
        text = text.replace(original.region.short_name, region.short_name)
    return title + text


def copies(reports: list[Original]) -> Iterator[tuple[str, Original, Division]]:
    """Give name, report and new region of one copy after another, for ever.

    The reports of one region get one region together, but for those whose year another report has taken.
    """
    others = stand_ins()
    positions = {code: place for place, code in enumerate(sorted({each.region.code for each in reports}))}
    taken: set[tuple[str, int]] = set()
    for turn in count():
        for report in reports:
            first = positions[report.region.code] + turn * len(positions)
            places = (others[(first + further) % len(others)] for further in range(len(others)))
            free = (region for region in places if (region.code, report.plan_year) not in taken)
            region = next(free, None)
            if region is None:
                raise ValueError(f"every region has a report of {report.plan_year} by now")
            taken.add((region.code, report.plan_year))
            yield f"{turn:03}_{region.code}_{report.path.name}", report, region


def write_larger_set(source: Path, out: Path, size: int) -> None:
    """Write ``size`` reports, made of those of ``source``, and their manifest into a new folder.

    Raises ``ValueError`` where the source has none, or the code list has too few regions for so many.
    """
    reports = list(originals(source))
    if not reports:
        raise ValueError(f"{source} has no report whose region and year can be told")
    out.mkdir(parents=True)
    with (out / "manifest.csv").open("w", encoding="utf-8", newline="") as target:
        manifest = csv.writer(target)
        manifest.writerow(["file_name", "region_code", "plan_year"])
        for name, report, region in islice(copies(reports), size):
            (out / name).write_text(rewritten(report, region), encoding="utf-8")
            manifest.writerow([name, region.code, report.plan_year])


def main() -> None:
    """Write the set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("size", type=int)
    given = parser.parse_args()
    write_larger_set(given.source, given.out, given.size)
    print(f"{given.size} reports in {given.out}")


if __name__ == "__main__":
    main()
