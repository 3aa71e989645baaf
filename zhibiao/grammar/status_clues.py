"""What the status of a figure is decided by, and the questions that the decision tables ask of it."""

from __future__ import annotations

from dataclasses import dataclass

from zhibiao.grammar import reference_words as sizes
from zhibiao.grammar import status_words as words
from zhibiao.model import Period
from zhibiao.outline.lines import PAST, Line, Role
from zhibiao.periods.at_present import is_current, opens_with_now

TOLD_OR_FRONT = (*PAST, Role.FRONT)


@dataclass(slots=True)
class Clues:
    """What the status is decided by.

    ``before`` are the words of its sentence before the figure, at most 60 signs, ``clause`` those of its clause,
    ``after`` the 30 signs behind it. ``supposed`` says whether it stands in a case that the sentence supposes,
    ``end_year`` is the year in which the period ends, ``is_later`` says whether it is after those that its section
    is about, ``goals_listed`` whether a list of goals that were set holds it.
    """

    figure: str
    before: str
    clause: str
    after: str
    line: Line
    period: Period
    supposed: bool
    end_year: int | None
    is_later: bool
    goals_listed: bool = False

    @property
    def is_ahead(self) -> bool:
        """Whether the period ends after the plan year."""
        return self.end_year is not None and self.line.now is not None and self.end_year > self.line.now

    @property
    def has_ended(self) -> bool:
        """Whether the period ends before the plan year."""
        return self.end_year is not None and self.line.now is not None and self.end_year < self.line.now

    @property
    def is_part_of_plan_year(self) -> bool:
        """Whether the period ends in the plan year, and before its end."""
        end = self.period.end
        return end is not None and end.year == self.line.now and end.month < words.DECEMBER

    @property
    def names_plan_year(self) -> bool:
        """Whether the words of time name the whole of the plan year by its number."""
        named = self.line.now is not None and str(self.line.now) in (self.period.text or "")
        return named and self.end_year == self.line.now and not self.is_part_of_plan_year

    @property
    def names_past_time(self) -> bool:
        """Whether words of time date the figure to the years before the plan year, or to any where none is planned."""
        ended = self.line.now is None or (self.end_year is not None and self.end_year < self.line.now)
        return bool(self.period.text) and self.end_year is not None and ended


def is_estimate(clues: Clues) -> bool:
    """Say whether what is still to come is how the year that has ended is estimated: 初步预计,生产总值有望达到3000亿元."""
    of_year = "全年" in clues.clause and "有望" in clues.clause
    return clues.has_ended and (of_year or "预计" in clues.before)


def is_task(clues: Clues) -> bool:
    """Say whether a figure of a review is what was to be done, as the words before and after it tell."""
    named = "任务" in clues.after or "目标" in clues.after
    return ("(" in clues.before and words.ASIDE.search(clues.before) is not None) or (
        named
        and words.TASK_AFTER.match(clues.after) is not None
        and words.TASK_BEFORE.search(clues.before) is not None
    )


def is_intended_without_years(clues: Clues) -> bool:
    """Say whether a figure's own words or its heading intend it, in a document whose years are not known.

    Without the years no section is a plan's; 预期增长6.8% and what stands under 主要目标 are targets all the same.
    """
    line = clues.line
    if line.now is not None or line.year is not None or line.role is Role.NOTES:
        return False
    before, clause = (words.BESIDE_GOAL.sub("", told) for told in (clues.before, clues.clause))
    if words.TOLD_OUTRIGHT.search(clause) and not words.SENTENCE_COMMITMENT.search(clause):
        return False
    if words.SENTENCE_COMMITMENT.search(clause) or words.SET.search(clause) or words.PROPOSED.search(before):
        return True
    quoted = words.OF_REPORT.search(line.section) and "今年" in before
    if quoted and words.TOLD_OUTRIGHT.search(before) is None:
        return True
    return words.GOALS_ABOVE.search(line.section) is not None


def is_set_for_its_year(clues: Clues) -> bool:
    """Say whether a figure names the whole of the plan year, although its line is not the plan's, and is not told
    as done: 2024年,生产总值增长6% in a digest without headings. A year under way has no results.
    """
    line, period = clues.line, clues.period
    if not period.text or line.now is None or line.year == line.now:
        return False
    end, start, clause = period.end, period.start, clues.clause
    if end is None or start is None:
        return False
    if line.role not in TOLD_OR_FRONT:
        return False
    if (end.year, end.month) != (line.now, words.DECEMBER) or (start.year, start.month) != (line.now, 1):
        return False
    if words.SENTENCE_COMMITMENT.search(clause) or words.SET.search(clause):
        return True
    if period.text.startswith(words.UNTIL) or (
        line.role is not Role.FRONT and f"{period.text}," not in clues.before
    ):
        return False  # in a review, a year in passing: 出台2009年1号文件
    if is_current(clause, 0, len(clause)):
        return False
    told = words.TOLD_OUTRIGHT.search(clues.before) or words.ALREADY.search(clause)
    return told is None and words.BEGUN.search(clues.before) is None


def looks_ahead(clues: Clues) -> bool:
    """Say whether a period after those of the section is told as one to come."""
    until = (clues.period.text or "").startswith(words.UNTIL)
    by_year_end = until and clues.period.end is not None and clues.period.end.month == words.DECEMBER
    return bool(clues.is_ahead or by_year_end or words.SET.search(clues.before))


def was_aimed_at(clues: Clues) -> bool:
    """Say whether a figure is what was aimed at for a year that is over: 年初提出失业率控制在4.5%以内,实际为3.9%."""
    if clues.goals_listed:
        return True
    if "年" not in clues.before and "原" not in clues.before:
        return False
    found = words.PROPOSED_THEN.search(clues.before)
    if found is not None and words.DISTANCE_FROM.search(clues.before, 0, found.start()):
        return False
    return found is not None and (bool(found["aim"]) or words.RESULT_AFTER.match(clues.after) is not None)


def is_meant(before: str) -> bool:
    """Say whether any word of a sentence up to a figure intends it."""
    meant = words.COMMITMENT.search(before) or words.SET.search(before)
    return bool(meant) or "预期" in before or "指标" in before


def is_size_of_project(clues: Clues) -> bool:
    """Say whether a figure tells how large a project or thing is: 年产20万吨铝材项目, 黄花滩1200兆瓦抽水蓄能电站, 5万吨级码头."""
    if sizes.PROJECT_BEFORE.search(clues.before):
        if sizes.PROJECT_AFTER.match(clues.after):
            return True
        built = sizes.MADE_YEARLY.search(clues.clause) and not sizes.FORMED.search(clues.clause)
        return bool(built and sizes.MADE_THING.match(clues.after))
    figure = clues.figure
    if figure[-1] not in sizes.SIZES_END:
        return False
    if figure.endswith(sizes.CLASSES):
        return sizes.CLASS_BEHIND.match(clues.after) is not None
    if figure.endswith(sizes.AMOUNT_UNITS):
        of_size = sizes.FROM_TO.search(figure) or sizes.AND_MORE.search(clues.clause)
        return bool(of_size and sizes.WHICH_ARE.match(clues.after)) and not sizes.THE_FIRST.search(
            clues.clause
        )
    if figure.endswith(sizes.POWERS):
        of_project = sizes.POWER_AFTER.match(clues.after) or (
            sizes.POWER_LISTED.match(clues.after) and sizes.WHOSE.search(clues.clause)
        )
        return bool(of_project) and sizes.POWER_DONE.search(clues.clause) is None
    made = (
        _is_of_works(clues)
        or (
            figure.endswith(sizes.TONNES)
            and (sizes.TONNES_AFTER.match(clues.after) or sizes.MADE_AMONG_OTHERS.match(clues.after))
        )
        or (
            figure.endswith(sizes.MADE_UNITS)
            and "等" in clues.after
            and sizes.MADE_IN_LIST.match(clues.after)
        )
    )
    return bool(made) and sizes.TONNES_DONE.search(clues.clause) is None


def _is_of_works(clues: Clues) -> bool:
    """洋浦50万吨面粉厂动工; of 完成50万吨扩建 it is how much is done."""
    return bool(
        clues.figure.endswith(sizes.TONNES)
        and sizes.WORKS_AFTER.match(clues.after)
        and sizes.WHOSE.search(clues.clause)
        and not sizes.POWER_DONE.search(clues.clause)
    )


def is_size_of_thing(clues: Clues) -> bool:
    """Say whether a figure tells how large what stands behind it is, alone or in a list: 总投资50亿元的物流园、20亿元的商城."""
    after, before = clues.after, clues.before
    if "的" not in after:
        return False
    if before.endswith(sizes.DONE_SIZE):
        return sizes.DONE_SIZE_AFTER.match(after) is not None
    if sizes.SIZE_BEFORE.search(before):
        return bool(sizes.SIZE_AFTER.match(after) or sizes.SIZE_AND_YEAR.match(after))
    listed = "、" in before[-2:] and clues.figure.endswith("元") and sizes.SIZE_AFTER.match(after)
    return bool(listed) and sizes.SIZE_LISTED.search(before) is not None


def is_mark_of_so_many(clues: Clues) -> bool:
    """Say whether an amount is the mark above which so many are counted: 10家超10亿元的企业, 100亿元以上的5家."""
    if sizes.COUNTED_BEFORE.search(clues.before) and (
        sizes.COUNTED_BEHIND.match(clues.after) or sizes.AND_SO_MANY.match(clues.after)
    ):
        return True
    if "一批" in clues.before and sizes.SOME_OF_SIZE.search(clues.before):
        return sizes.SOME_BEHIND.match(clues.after) is not None
    found = sizes.SO_MANY_AFTER.match(clues.after)
    if found is None:
        to_those = "对" in clues.clause and sizes.TO_THOSE.search(clues.clause)
        return bool(to_those and sizes.THOSE_AFTER.match(clues.after))
    if found[1] or sizes.COUNTED_AND.search(clues.before):
        return "完成" not in clues.clause
    of_those = found[2] or found[3] or clues.clause.startswith("其中")
    return bool(of_those and sizes.OVER.search(clues.before))


def is_so_already(clues: Clues) -> bool:
    """Say whether the clause tells what is so at present, and intends nothing."""
    if words.PEOPLE_AFTER.match(clues.after) and words.WHOLE_PEOPLE.search(clues.before):
        return True
    if clues.figure.endswith(("万", "亿")) and words.PEOPLE_NAMED.match(clues.after):
        return True
    if clues.figure.endswith("年") and (
        words.SINCE_THEN.search(clues.before)
        or (words.YEARS_PASSED.search(clues.before) and words.YEARS_OF_REFORM.match(clues.after))
    ):
        return True
    if opens_with_now(clues.before, len(clues.before)):
        return True
    if "有" in clues.before[-3:] and words.HAS_NOW.search(clues.before):
        return not is_meant(clues.before)
    if "已" in clues.after and words.DONE_BEHIND.match(clues.after):
        return not is_meant(clues.clause)
    if "已" in clues.before and words.ALREADY_FROM.search(clues.before):
        return True
    if ("去年" in clues.before and words.SINCE_LAST_YEAR.search(clues.before)) or (
        "统计," in clues.before and words.COUNTED_BY.search(clues.before)
    ):
        return not is_meant(clues.before)
    if "基础上" in clues.clause:
        return False  # 在现有30个社区基础上新增12个
    already = words.ALREADY.search(clues.clause) and not words.COMMITMENT.search(clues.clause)
    return bool(already) or is_current(clues.clause, 0, len(clues.clause))
