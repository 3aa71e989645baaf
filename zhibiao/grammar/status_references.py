"""The rows of the status' decision tables for a figure that is merely referred to: a goal of then, a class, a size."""

from __future__ import annotations

from functools import partial

from zhibiao.grammar import reference_words as sizes
from zhibiao.grammar import status_words as words
from zhibiao.grammar.decisions import Decision
from zhibiao.grammar.status_clues import (
    Clues,
    is_mark_of_so_many,
    is_size_of_project,
    is_size_of_thing,
    is_task,
)
from zhibiao.model import Status

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
    Row(
        "kept_within_goal",
        Status.REFERENCE,
        lambda c: "控制在" in c.clause and words.KEPT_WITHIN.search(c.clause),
        "城镇登记失业率3.52%，控制在预期⟦4.2%⟧以内。",
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
    Row("voltage", Status.REFERENCE, lambda _: True, "建成⟦110千伏⟧变电站。", ends=sizes.VOLTAGES),
    Behind(
        "class_of_size",
        Status.REFERENCE,
        lambda c: sizes.CLASS_AFTER.match(c.after),
        "为⟦80岁⟧以上老人发放补贴。",
        ends=sizes.CLASS_UNITS,
    ),
    Behind(
        "class_by_rate",
        Status.REFERENCE,
        lambda c: (
            "的" in c.after[:4] and sizes.RATE_AFTER.match(c.after) and sizes.RATE_BEFORE.search(c.before)
        ),
        "支持研发投入强度⟦3%⟧以上的企业。",
        ends=("%",),
    ),
    Behind(
        "series_from_size",
        Status.REFERENCE,
        lambda c: sizes.SERIES_AFTER.match(c.after),
        "⟦500万元⟧口径固定资产投资增长12%。",
        ends=("元",),
    ),
    Behind(
        "age",
        Status.REFERENCE,
        lambda c: sizes.AGE_AFTER.match(c.after) and not sizes.AGE_REACHED.search(c.before),
        "⟦65岁⟧以上免费乘车。",
        ends=("岁",),
    ),
    Behind(
        "ages",
        Status.REFERENCE,
        lambda c: sizes.AGES.search(c.figure) and sizes.OF_AGES.match(c.after),
        "为⟦35至64岁⟧妇女免费检查。",
        ends=("岁",),
    ),
    Behind(
        "which_are_counted",
        Status.REFERENCE,
        lambda c: sizes.COUNTED_AFTER.match(c.after) and sizes.OVER.search(c.before),
        "产值超⟦10亿元⟧企业达到34家。",
        ends=("元",),
    ),
    Behind(
        "in_two_currencies",
        Status.REFERENCE,
        lambda c: (
            ("或" in c.after and sizes.IN_TWO_AFTER.match(c.after))
            or ("或" in c.before and sizes.IN_TWO_BEFORE.search(c.before))
        ),
        "引进一批⟦10亿元⟧或1亿美元以上的项目。",
        ends=("元",),
    ),
    Behind(
        "so_many_are_counted",
        Status.REFERENCE,
        is_mark_of_so_many,
        "培育10家产值超⟦10亿元⟧的企业。",
        ends=("元",),
    ),
    Row(
        "passed_by_so_many",
        Status.REFERENCE,
        lambda c: (
            c.before.endswith(sizes.PASSING)
            and sizes.NOTHING_BEHIND.match(c.after)
            and sizes.PASSED_BY_SO_MANY.search(c.before)
        ),
        "产值过亿元企业97家，其中64家过⟦10亿元⟧。",
        ends=("元",),
    ),
    Behind(
        "marked_by_amount",
        Status.REFERENCE,
        lambda c: sizes.MARKED_BEFORE.search(c.before) and sizes.MARKED_AFTER.match(c.after),
        "形成3个过⟦千亿元⟧的主导产业。",
        ends=("元",),
    ),
    Behind(
        "things_of_size",
        Status.REFERENCE,
        lambda c: sizes.SIZED_AFTER[c.figure[-1]].match(c.after),
        "⟦20户⟧以上自然村通广播电视。",
        ends=sizes.SIZED_UNITS,
    ),
    Behind(
        "who_are_below",
        Status.REFERENCE,
        lambda c: sizes.BELOW.search(c.before) and sizes.WHO_ARE_BELOW.match(c.after),
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
    Behind("size_of_thing", Status.REFERENCE, is_size_of_thing, "总投资⟦50亿元⟧的物流园开工。"),
    Behind(
        "among_all",
        Status.REFERENCE,
        lambda c: (
            ("之一" in c.after or "中" in c.after)
            and sizes.AMONG_ALL.search(c.before)
            and sizes.OF_ALL.match(c.after)
        ),
        "成为全省⟦10个⟧试点市之一。",
    ),
)
