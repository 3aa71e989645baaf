"""Find the expressions of time in a text, in one pass."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from zhibiao.periods.expressions import Base, TimeExpression
from zhibiao.periods.numbers import complete_year, read_count, read_year
from zhibiao.periods.parallel import take_year_of_list
from zhibiao.periods.patterns import (
    BEFORE_BARE_YEAR,
    BEGINNING,
    DIGITS,
    NUMERIC,
    PART,
    RELATIVE_WORDS,
    TAKEN,
    WORDED,
)
from zhibiao.periods.plans import plan_years
from zhibiao.periods.surroundings import place

Match = re.Match[str]

PLAN_IN_TIME = re.compile(
    r"(?:时期|期间|以来|末期|期末|末|初|五年|头|前[一二三四两]年|后[一二三四两]年|[,]"
    # “六五”计划安排的项目890个; “十五”年均增长12%、生产总值翻一番
    r"|(?:计划|规划)安排的|年(?:均|平均)(?:增长|递增)[约\d]"
    r"|[^,。;:“”\n]{0,20}目标(?:是|为|:))"
)
PARTS = (
    "months",
    "month",
    "arabic_quarter",
    "chinese_months",
    "chinese_month",
    "quarters",
    "chinese_quarters",
    "arabic_quarters",
    "quarter",
    "lettered_quarter",
    "half",
    "first_months",
)
# 用三年时间, 通过5年努力
BY_WAY_OF = ("用", "过")
ISSUE_NUMBER = re.compile(r"\)第?[ ]?\d+号?|\)[^,。\n]{0,2}\d+号")
# How many years, from what: the kind, the group of the count, the year it counts from.
SPANS = {
    "past": ("past_years", "past_count", Base.REVIEW),
    "since_past": ("past_years", "since_count", Base.REVIEW),
    "total": ("total_years", "total_count", Base.REVIEW),
    "coming": ("coming_years", "coming_count", Base.PLAN),
    "within": ("within_years", "within_count", Base.PLAN),
}


def scan_periods(folded: str) -> list[TimeExpression]:
    """Return every expression of time in a folded text, in order and disjoint.

    Durations (连续5年), ordinals (40周年) and names (三年行动) are none.
    """
    found: list[TimeExpression] = []
    position = 0
    while beginning := BEGINNING.search(folded, position):
        start = beginning.start()
        expression, position = _read_at(folded, start)
        if expression is not None:
            last = found[-1] if found else None
            if last is not None:
                take_year_of_list(expression, folded, last)
            place(expression, folded, last)
            position = max(position, expression.end)
            found.append(expression)
    return found


def _read_at(folded: str, start: int) -> tuple[TimeExpression | None, int]:
    """Return the expression that begins at ``start``, if one does, and where to go on."""
    if not "0" <= folded[start] <= "9":
        match = WORDED.match(folded, start)
        return (_read(match, folded), match.end()) if match else (None, start + 1)
    digits = DIGITS.match(folded, start)
    assert digits is not None
    if start and folded[start - 1] == ".":
        return None, digits.end()
    match = NUMERIC.match(folded, start)
    if match is None or (match.lastgroup in ("bare", "posted") and not _stands_alone(match, folded)):
        return None, digits.end()
    return _read(match, folded), match.end()


def _stands_alone(match: Match, folded: str) -> bool:
    """Say whether a year without 年, or a month and day like 01-14, is one and no quantity."""
    start, end = match.span()
    line_start = folded.rfind("\n", max(0, start - 12), start) + 1
    opening = (line_start or start < 12) and not folded[line_start:start].strip(" #*>●-—")
    if match.lastgroup == "posted":
        return bool(opening)
    before, after = folded[max(0, start - 2) : start], folded[end : end + 1]
    if before.endswith(BEFORE_BARE_YEAR):
        return True
    if before.endswith("("):
        return after == ")" and not ISSUE_NUMBER.match(folded, end)
    return bool(opening) and (not after or after in " \n*“《政工重全再更")


def _read(match: Match, folded: str) -> TimeExpression | None:
    """Return what the words themselves say; None where the pattern was met by something else."""
    kind = match.lastgroup or ""
    start, end = match.span(kind)
    if kind in ("year", "chinese_year", "torn", "listed", "short", "bare"):
        text = match[f"{kind}_number"].replace(" ", "")
        number = complete_year(int(text), 1930) if kind == "short" else read_year(text)
        expression = TimeExpression(start, end, "year", offset=number)
        return _with_part(expression, folded) if kind != "bare" else expression
    if kind == "relative":
        return _with_part(_relative(match), folded)
    if kind in PARTS or kind == "own_edge":
        expression = TimeExpression(start, end, "year", base=Base.LINE)
        if kind == "own_edge":
            _edge(expression, match["own_edge_name"])
        else:
            _part(expression, kind, match)
        return expression
    return _other(kind, match, folded)


def _other(kind: str, match: Match, folded: str) -> TimeExpression | None:
    start, end = match.span(kind)
    if kind in ("range", "chinese_range"):
        return _range(kind, match, folded)
    if kind == "plan":
        years = plan_years(match["plan"])
        if years is None:
            return None
        expression = TimeExpression(start, end, "years", date(years[0], 1, 1), date(years[1], 12, 31))
        expression.governs = bool(PLAN_IN_TIME.match(folded, end))
        if folded.startswith("末", end) or folded.startswith("期末", end):
            expression.as_of, expression.end = True, folded.index("末", end) + 1
        return expression
    if kind in SPANS:
        name, group, base = SPANS[kind]
        count = read_count(match[group])
        if kind == "within" and match[kind].endswith(TAKEN) and folded[start - 1 : start] not in BY_WAY_OF:
            return None
        return (
            TimeExpression(start, end, name, base=base, count=count) if count > 1 or kind != "total" else None
        )
    if kind == "iso":
        year, month, day = int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
        if day > monthrange(year, month)[1]:
            return None
        return TimeExpression(start, end, "day", offset=year, months=(month, month), day=day, governs=False)
    return TimeExpression(start, end, "era" if kind == "era" else "date", governs=False)


def _range(kind: str, match: Match, folded: str) -> TimeExpression | None:
    start, end = match.span(kind)
    first, second = match[f"{kind}_first"], match[f"{kind}_last"]
    first_year = read_year(first)
    last_year = read_year(second) if len(second) == 4 else complete_year(read_year(second), first_year)
    named = "年" in match[kind] or not folded[end : end + 1] or folded[end] in ")》,。;、] \n"
    if not (first_year < last_year <= first_year + 60 and named):
        # 2000-2500吨 is a quantity; of 2020年-19年 only the first year is one.
        return (
            TimeExpression(start, start + 5, "year", offset=first_year) if match[kind][4:5] == "年" else None
        )
    return TimeExpression(start, end, "years", date(first_year, 1, 1), date(last_year, 12, 31))


def _relative(match: Match) -> TimeExpression:
    start, end = match.span("relative")
    kind, value = RELATIVE_WORDS[match["relative"]]
    bases = {
        "relative_year": Base.NOW,
        "relative_year_before": Base.LINE_BEFORE,
        "own_year": Base.LINE,
        "review_year": Base.REVIEW,
        "plan_year": Base.PLAN,
        "two_years": Base.NOW,
        "term": Base.REVIEW,
        "since_year": Base.ABSOLUTE,
    }
    expression = TimeExpression(start, end, "year", base=bases[kind], offset=value)
    expression.whole_year = kind == "own_year"
    expression.since = kind == "since_year"
    if kind == "two_years":
        expression.kind, expression.count = "coming_years", 2
    if kind == "term":
        expression.kind, expression.count = "term", 5
    return expression


def _with_part(expression: TimeExpression, folded: str) -> TimeExpression:
    """Take in what follows the year and narrows it: months, a quarter, its end."""
    match = PART.match(folded, expression.end) if expression.kind == "year" else None
    if match is None or (
        match["year_edge"] is None and match["whole"] is None and folded[match.start()] == "的"
    ):
        return expression
    expression.end = match.end()
    if match["edge_name"]:
        _edge(expression, match["edge_name"])
    elif not match["whole"]:
        _part(expression, match.lastgroup or "", match)
    return expression


def _edge(expression: TimeExpression, name: str) -> None:
    """底, 末: the state as of the year's end; 初: as of its first day, that is the end of the year before."""
    expression.as_of = True
    if name == "初":
        expression.offset -= 1
    expression.kind, expression.months, expression.day = "day", (12, 12), 31
    expression.whole_year = False


def _part(expression: TimeExpression, kind: str, match: Match) -> None:
    """Narrow an expression to the months, quarter or day that a part of a year names."""
    expression.kind, expression.whole_year = "months", False
    named = match.groupdict()
    edge = named.get(f"{kind}_edge") or named.get("chinese_edge")
    if kind in ("months", "chinese_months"):
        first, last = ("first_month", "last_month") if kind == "months" else ("chinese_first", "chinese_last")
        expression.months = read_count(match[first]), read_count(match[last])
    elif kind == "quarters":
        expression.months = 1, 3 * read_count(match["quarter_count"])
    elif kind in ("chinese_quarters", "arabic_quarters"):
        origin = kind.removesuffix("_quarters")
        expression.months = 3 * read_count(match[f"{origin}_from"]) - 2, 3 * read_count(match[f"{origin}_to"])
    elif kind in ("quarter", "arabic_quarter", "lettered_quarter"):
        number = read_count(match[f"{kind}_number"])
        expression.months = 3 * number - 2, 3 * number
    elif kind == "half":
        expression.months = (1, 6) if match["half_name"] == "上" else (7, 12)
    elif kind == "first_months":
        expression.months = 1, read_count(match["month_count"])
    else:
        month = read_count(match["month_number" if kind == "month" else "chinese_number"])
        expression.months = month, month
        if day := match["day" if kind == "month" else "chinese_day"]:
            expression.kind, expression.day = "day", read_count(day)
    if expression.months[0] > expression.months[1]:
        expression.months = expression.months[1], expression.months[1]
    if edge in ("底", "末") and expression.day is None:
        expression.as_of = True
