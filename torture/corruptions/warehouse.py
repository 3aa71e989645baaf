"""A warehouse of reports that are landed, read and checked as in a run, and what is to be seen of each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from expectations.catalogue import CHECKS
from expectations.check import Outcome
from expectations.run import check_extracted, check_raw
from orchestration.ingest import land
from orchestration.reading.documents import read_documents
from orchestration.storage.database import connect
from zhibiao.lexicon import core_indicators

# Of the day and of the corrections, not of what a report says.
NOT_OF_A_REPORT = {"reports_are_fresh", "correction_is_declared", "documents_have_landed"}
FIGURES = """
    select
        file_name, value_text, number, number_high, unit, bound, measure, direction, indicator_id, status,
        is_headline, period_start, period_end, figures.region_code,
        is_headline or coalesce(
            list_contains($core, indicator_id) and measure = 'level' and status = 'actual'
            and entity_text is null and figures.region_code = profiles.region_code, false
        ) as is_core
    from extracted.figures as figures
    inner join extracted.document_profiles as profiles using (document_id)
    inner join raw.documents as documents using (document_id)
    where removed_at is null and file_name in (select unnest($files))
"""
# An identity that does not hold, with every document whose figure is in it.
BROKEN = """
    select distinct identity, broken.char_start, broken.message, judged.file_name, involved.file_name
    from (select *, unnest(figure_ids) as one_id from checked.identities where not holds) as broken
    inner join extracted.figures as figures on figures.figure_id = broken.one_id
    inner join raw.documents as involved
        on involved.document_id = figures.document_id and involved.removed_at is null
    inner join raw.documents as judged on judged.document_id = broken.document_id and judged.removed_at is null
"""

Figure = tuple[object, ...]


@dataclass(slots=True)
class Seen:
    """What is to be seen of a warehouse: findings by check and file; identities that do not hold, with the files
    involved; region and year of each file that has both."""

    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    warnings: Counter[tuple[str, str]] = field(default_factory=Counter)
    broken: dict[tuple[object, ...], set[str]] = field(default_factory=dict)
    about: dict[str, tuple[str, int]] = field(default_factory=dict)


class Warehouse:
    """A folder ``raw`` and a working database beside it."""

    def __init__(self, place: Path) -> None:
        """Take up the warehouse in a folder, or begin one."""
        self.raw, self._database, self._reading = place / "raw", place / "warehouse.duckdb", place / "reading"
        self.raw.mkdir(parents=True, exist_ok=True)

    def look(self) -> Seen:
        """Land, read and check what has changed; return what is to be seen then."""
        with connect(self._database) as connection:
            land(connection, self.raw, lambda _: None)
            read_documents(connection, self._reading, lambda _: None)
            results = [*check_raw(connection, True), *check_extracted(connection, True)]
            errors = [result.markdown() for result in results if result.outcome is Outcome.ERROR]
            if errors:
                raise RuntimeError("checks that could not run:\n" + "\n".join(errors))
            return _seen(connection)

    def figures(self, files: Iterable[str]) -> dict[str, Counter[Figure]]:
        """Return the figures of files; the last column of each says whether it is a headline or core one."""
        found: dict[str, Counter[Figure]] = {name: Counter() for name in files}
        with connect(self._database) as connection:
            for name, *figure in connection.execute(
                FIGURES, {"core": sorted(core_indicators()), "files": list(found)}
            ).fetchall():
                found[name][tuple(figure)] += 1
        return found

    def places_of_core(self) -> dict[str, list[tuple[int, int]]]:
        """Return where headline targets and levels of core indicators stand, file by file."""
        query = FIGURES.replace("file_name, value_text", "file_name, char_start, char_end, value_text")
        found: dict[str, list[tuple[int, int]]] = {}
        with connect(self._database) as connection:
            files = [name for (name,) in connection.execute("select file_name from raw.documents").fetchall()]
            for name, start, end, *figure in connection.execute(
                query, {"core": sorted(core_indicators()), "files": files}
            ).fetchall():
                if figure[-1]:
                    found.setdefault(name, []).append((start, end))
        return found


def _seen(connection: duckdb.DuckDBPyConnection) -> Seen:
    seen = Seen()
    for check, severity, name, number in connection.execute(
        "select check_name, severity, file_name, sum(occurrences)::int from checked.findings where file_name is not null group by all"
    ).fetchall():
        if check not in NOT_OF_A_REPORT:
            seen.findings[check, name] += number
            if severity != "info":
                seen.warnings[check, name] += number
    told = {check.name for check in CHECKS}
    for identity, start, message, judged, involved in connection.execute(BROKEN).fetchall():
        if identity in told:
            seen.broken.setdefault((identity, judged, start, message), set()).add(involved)
    seen.about = {
        name: (region, year)
        for name, region, year in connection.execute(
            "select file_name, region_code, plan_year from raw.documents "
            "inner join extracted.document_profiles using (document_id) "
            "where removed_at is null and region_code is not null and plan_year is not null"
        ).fetchall()
    }
    return seen
