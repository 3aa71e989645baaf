"""Whether a number of a table is meant or claimed."""

from __future__ import annotations

from zhibiao.document import Document
from zhibiao.model import Period, Profile, Status
from zhibiao.outline import Line
from zhibiao.outline.lines import COMING
from zhibiao.tables.reading import ReadTable
from zhibiao.tables.values import Value


def status_of(
    value: Value, period: Period, table: ReadTable, line: Line, source: Document
) -> tuple[Status, str]:
    """Return the status of a number and the id of the rule: by the head, by the document's kind and years, by the section.

    ``line`` is the one that the table stands in, with the year of its caption.
    """
    profile = source.profile
    if value.meaning.status is not None:
        return value.meaning.status, "column_status"
    caption = table.caption
    if caption.status is not None and _caption_may_be(caption.status, period, table, profile):
        return caption.status, "caption_status"
    if profile.kind == "communique":
        return Status.ACTUAL, "communique"
    year = period.end.year if period.end else None
    span = source.line_at(table.grid.start).span
    if year is not None and line.role in COMING and span and year < span[0]:
        return Status.ACTUAL, "before_plan"
    if year is not None and profile.review_year and year <= profile.review_year:
        return Status.ACTUAL, "review_year"
    if year is not None and profile.plan_year and year >= profile.plan_year:
        return Status.TARGET, "plan_year"
    return (Status.TARGET, "section") if line.role in COMING else (Status.ACTUAL, "section")


def _caption_may_be(status: Status, period: Period, table: ReadTable, profile: Profile) -> bool:
    """A caption's 目标 does not make targets of the years before, nor its 完成情况 achievements of those to come."""
    year = period.end.year if period.end else None
    if profile.kind == "communique":
        return False
    if year is None:
        return True
    if status is Status.TARGET:
        first_of_several = len(table.years) > 1 and year == table.years[0][1]
        return not first_of_several and not (profile.review_year and year <= profile.review_year)
    return not (profile.plan_year and year >= profile.plan_year)
