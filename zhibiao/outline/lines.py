"""A line of a report and its role."""

from __future__ import annotations

from dataclasses import dataclass

from zhibiao.model import Word


class Role(Word):
    """What a passage is about, which decides the year and the status of a figure that names none."""

    FRONT = "front"  # title, date, salutation
    LEAD = "lead"  # the news lead above a report, a digest of it
    REVIEW = "review"  # the year before
    SPAN_REVIEW = "span_review"  # several years before (五年来, “十四五”时期)
    PROBLEMS = "problems"  # 困难和问题
    REQUIREMENT = "requirement"  # 总体要求, 形势
    PLAN = "plan"  # the year to come
    SPAN_PLAN = "span_plan"  # several years to come
    NOTES = "notes"  # 名词解释, 附件
    OTHER = "other"  # what a web page adds


PAST = (Role.REVIEW, Role.SPAN_REVIEW, Role.PROBLEMS)
COMING = (Role.PLAN, Role.SPAN_PLAN, Role.REQUIREMENT)


@dataclass(slots=True)
class Line:
    """A line of the text, or a part of one where the role changes inside it.

    ``start``–``end`` is without the newline; ``body_start`` lies behind indentation, markup, bullet sign and
    list marker; ``marker`` is the span of an Arabic list marker. ``lead_end`` is the end of a run-in heading
    (``(一)多措并举稳住经济大盘。``), ``end`` for a heading, ``body_start`` where there is none. ``year`` is
    the year that the role is about, the last one for ``span``; ``now`` the year that 今年 means in this text.
    """

    start: int
    end: int
    body_start: int
    kind: str  # heading, bullet, paragraph, table, blank
    marker: tuple[int, int] | None
    lead_end: int
    section: str
    role: Role
    year: int | None
    span: tuple[int, int] | None
    now: int | None
