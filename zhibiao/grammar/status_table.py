"""The decision tables of the status: intended, claimed or merely referred to, row by row."""

from __future__ import annotations

from functools import partial

from zhibiao.grammar import status_words as words
from zhibiao.grammar.decisions import Decision, DecisionTable
from zhibiao.grammar.status_clues import (
    Clues,
    is_estimate,
    is_intended_without_years,
    is_meant,
    is_set_for_its_year,
    is_so_already,
    looks_ahead,
    was_aimed_at,
)
from zhibiao.grammar.status_notes import EXPLAINED
from zhibiao.grammar.status_references import GOALS_THEN, REFERENCES, SUPPOSED
from zhibiao.model import Status
from zhibiao.outline.lines import COMING, PAST, Role

Row = Decision[Clues, Status]
Behind = partial(Row, with_words=True)

YEARS: tuple[Row, ...] = (
    Row("intended_without_years", Status.TARGET, is_intended_without_years, "力争增长⟦8%⟧。", "undated"),
    Row("set_for_its_year", Status.TARGET, is_set_for_its_year, "{plan}年，生产总值增长⟦6%⟧。"),
)

REVIEWED: tuple[Row, ...] = (
    Row(
        "later_and_intended",
        Status.TARGET,
        lambda c: c.is_later and looks_ahead(c),
        "到2026年计划新建⟦6个⟧车站。",
    ),
    Row(
        "later_and_committed",
        Status.TARGET,
        lambda c: (
            c.is_later
            and not c.is_part_of_plan_year
            and words.SENTENCE_COMMITMENT.search(c.before)
            and not words.GOT.search(c.before)
        ),
        "{plan}年的工作，我们作过研究，争取工业增长5%，生产总值增长⟦6%⟧。",
    ),
    Behind(
        "project_to_come",
        Status.REFERENCE,
        lambda c: "将" in c.after and words.COMING_AFTER.match(c.after),
        "⟦60万千瓦⟧火电项目将于今年竣工。",
    ),
    Row("later_and_told", Status.ACTUAL, lambda c: c.is_later, "{plan}年1月，完成投资⟦5亿元⟧。"),
    Row(
        "still_to_come",
        Status.TARGET,
        lambda c: words.STILL_TO_COME.search(c.clause) and "预计" not in c.clause and not is_estimate(c),
        "产业规模有望达到⟦500亿元⟧。",
    ),
    Row(
        "was_foreseen",
        Status.TARGET,
        lambda c: words.FORESEEN.search(c.clause) and not c.figure.endswith("点"),
        "全年预期增长⟦6%⟧，完成3%。",
    ),
    Row(
        "aimed_at_in_review",
        Status.TARGET,
        was_aimed_at,
        "年初提出登记失业率控制在⟦4.5%⟧以内，实际为3.9%。",
    ),
    Row("review", Status.ACTUAL, lambda _: True, "生产总值增长⟦6%⟧。"),
)

PLANNED: tuple[Row, ...] = (
    Row(
        "aimed_at_then",
        Status.TARGET,
        lambda c: c.has_ended and was_aimed_at(c),
        "去年提出把物价涨幅控制在⟦4%⟧以内。",
        "plan",
    ),
    Behind(
        "on_schedule",
        Status.TARGET,
        lambda c: words.SCHEDULE_AFTER.match(c.after) and words.SCHEDULE_BEFORE.search(c.before),
        "按照{review}年⟦35%⟧、{plan}年50%的进度推进改造。",
        "plan",
    ),
    Row("ended", Status.ACTUAL, lambda c: c.has_ended, "{review}年生产总值增长⟦6%⟧。", "plan"),
    Row(
        "part_of_year_compared",
        Status.ACTUAL,
        lambda c: (
            c.is_part_of_plan_year
            and ("同期" in c.clause or "同比" in c.clause)
            and not words.COMMITMENT.search(c.clause)
        ),
        "一季度生产总值同比增长⟦5%⟧。",
        "plan",
    ),
    Row(
        "part_of_year_told",
        Status.ACTUAL,
        lambda c: (
            c.is_part_of_plan_year
            and words.CHANGED_PLAINLY.search(c.clause)
            and not words.ABOUT.match(c.after)
            and not is_meant(c.before)
        ),
        "一季度生产总值下降⟦8%⟧。",
        "plan",
    ),
    Row("so_already", Status.ACTUAL, is_so_already, "尚有⟦61万⟧农村贫困人口。", "plan"),
    Row("plan", Status.TARGET, lambda _: True, "生产总值增长⟦6%⟧。", "plan"),
)

ELSEWHERE: tuple[Row, ...] = (
    Row("ahead", Status.TARGET, lambda c: c.is_ahead, "到2040年达到⟦90%⟧。", "front"),
    Row(
        "intended",
        Status.TARGET,
        lambda c: words.STILL_TO_COME.search(c.clause) or "目标" in words.BESIDE_GOAL.sub("", c.before),
        "增长目标为⟦6%⟧。",
        "front",
    ),
    Row("told", Status.ACTUAL, lambda _: True, "会议应到代表⟦300人⟧。", "front"),
)

BY_ROLE: dict[Role, DecisionTable[Clues, Status]] = {
    role: DecisionTable(
        SUPPOSED + (GOALS_THEN if role in PAST else ()) + REFERENCES + YEARS + by_role,
    )
    for role, by_role in (
        dict.fromkeys(PAST, REVIEWED)
        | dict.fromkeys((*COMING, Role.LEAD), PLANNED)
        | {Role.NOTES: EXPLAINED, Role.FRONT: ELSEWHERE, Role.OTHER: ELSEWHERE}
    ).items()
}
