"""The decision tables of the status: intended, claimed or merely referred to, row by row."""

from __future__ import annotations

from functools import partial

from zhibiao.grammar import status_words as words
from zhibiao.grammar.decisions import Decision, DecisionTable
from zhibiao.grammar.status_clues import (
    Clues,
    is_estimate,
    is_intended_without_years,
    is_mark_of_so_many,
    is_meant,
    is_set_for_its_year,
    is_size_of_project,
    is_so_already,
    is_task,
    looks_ahead,
    was_aimed_at,
)
from zhibiao.grammar.status_notes import EXPLAINED
from zhibiao.model import Status
from zhibiao.outline.lines import COMING, PAST, Role

Row = Decision[Clues, Status]
Behind = partial(Row, with_words=True)

# What the words beside a figure make a reference; of two tests of a row the one that fails sooner comes first.
SUPPOSED: tuple[Row, ...] = (
    Row("supposed", Status.REFERENCE, lambda c: c.supposed, "如果每人每年增加一元，全市就增加⟦600万元⟧。"),
)

# In a review: what was to be done, beside what was.
GOALS_THEN: tuple[Row, ...] = (
    Row("task", Status.REFERENCE, is_task, "超额完成了省下达的造林⟦155万亩⟧的任务。"),
    Behind(
        "goal_compared_with",
        Status.REFERENCE,
        lambda c: words.GOAL_AFTER.match(c.after) and words.MEASURED_BY.search(c.before),
        "居民消费价格上涨0.1%，控制在⟦3%⟧的预期目标以内。",
    ),
    Behind(
        "goal_spoken_of",
        Status.REFERENCE,
        lambda c: not c.clause and "目标" in c.after and words.GOAL_SPOKEN_OF.match(c.after),
        "⟦900万人⟧的目标充分考虑了疫情的影响。",
    ),
    Row(
        "budgeted",
        Status.REFERENCE,
        lambda c: words.BUDGETED.search(c.before),
        "市本级一般公共预算收入年初预算安排⟦45.2亿元⟧，实际完成42.6亿元。",
        ends=("元",),
    ),
)

REFERENCES: tuple[Row, ...] = (
    Row("voltage", Status.REFERENCE, lambda _: True, "建成⟦110千伏⟧变电站。", ends=words.VOLTAGES),
    Behind(
        "class_of_size",
        Status.REFERENCE,
        lambda c: words.CLASS_AFTER.match(c.after),
        "为⟦80岁⟧以上老人发放补贴。",
        ends=words.CLASS_UNITS,
    ),
    Behind(
        "series_from_size",
        Status.REFERENCE,
        lambda c: words.SERIES_AFTER.match(c.after),
        "⟦500万元⟧口径固定资产投资增长12%。",
        ends=("元",),
    ),
    Behind(
        "age",
        Status.REFERENCE,
        lambda c: words.AGE_AFTER.match(c.after) and not words.AGE_REACHED.search(c.before),
        "⟦65岁⟧以上免费乘车。",
        ends=("岁",),
    ),
    Behind(
        "ages",
        Status.REFERENCE,
        lambda c: words.AGES.search(c.figure) and words.OF_AGES.match(c.after),
        "为⟦35至64岁⟧妇女免费检查。",
        ends=("岁",),
    ),
    Behind(
        "which_are_counted",
        Status.REFERENCE,
        lambda c: words.COUNTED_AFTER.match(c.after) and words.OVER.search(c.before),
        "产值超⟦10亿元⟧企业达到34家。",
        ends=("元",),
    ),
    Behind(
        "so_many_are_counted",
        Status.REFERENCE,
        is_mark_of_so_many,
        "培育10家产值超⟦10亿元⟧的企业。",
        ends=("元",),
    ),
    Behind(
        "marked_by_amount",
        Status.REFERENCE,
        lambda c: words.MARKED_BEFORE.search(c.before) and words.MARKED_AFTER.match(c.after),
        "形成3个过⟦千亿元⟧的主导产业。",
        ends=("元",),
    ),
    Behind(
        "things_of_size",
        Status.REFERENCE,
        lambda c: words.SIZED_AFTER[c.figure[-1]].match(c.after),
        "⟦20户⟧以上自然村通广播电视。",
        ends=words.SIZED_UNITS,
    ),
    Behind(
        "who_are_below",
        Status.REFERENCE,
        lambda c: words.BELOW.search(c.before) and words.WHO_ARE_BELOW.match(c.after),
        "消除年收入低于⟦10万元⟧的薄弱村。",
        ends=("元", "平方米"),
    ),
    Behind(
        "size_of_project",
        Status.REFERENCE,
        is_size_of_project,
        "推进年产⟦20万吨⟧铝材项目。",
    ),
    Behind(
        "reason_for_target",
        Status.REFERENCE,
        lambda c: "的" in c.after and words.REASON_AFTER.match(c.after),
        "⟦6%⟧左右的增长速度可以保证就业。",
        "plan",
    ),
    Row(
        "reason_told",
        Status.REFERENCE,
        lambda c: ("可" in c.before or "能" in c.before) and words.REASON_BEFORE.search(c.before),
        "生产总值增长6%左右，这样可以保证新增就业⟦5万人⟧。",
        "plan",
    ),
    Behind(
        "needed_for_goal",
        Status.REFERENCE,
        lambda c: "的" in c.after and words.SPEED_AFTER.match(c.after) and words.NEEDED.search(c.before),
        "保障就业需要⟦5%⟧以上的增速。",
        "plan",
    ),
    Behind(
        "goal_agreed_with",
        Status.REFERENCE,
        lambda c: (
            words.AGREES.search(c.after)
            and words.AGREES_AFTER.match(c.after)
            and words.AGREES_WITH.search(c.before)
        ),
        "这一目标与“十四五”规划年均增长⟦7%⟧左右的要求相衔接。",
        "plan",
    ),
    Row(
        "for_each_point",
        Status.REFERENCE,
        lambda c: "每" in c.before and words.PER_POINT.search(c.before),
        "生产总值每增长⟦1个百分点⟧带动就业2万人。",
    ),
    Behind(
        "size_of_thing",
        Status.REFERENCE,
        lambda c: "的" in c.after and words.SIZE_AFTER.match(c.after) and words.SIZE_BEFORE.search(c.before),
        "总投资⟦50亿元⟧的物流园开工。",
    ),
    Behind(
        "among_all",
        Status.REFERENCE,
        lambda c: (
            ("之一" in c.after or "中" in c.after)
            and words.AMONG_ALL.search(c.before)
            and words.OF_ALL.match(c.after)
        ),
        "成为全省⟦10个⟧试点市之一。",
    ),
)

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
