"""What digests and news tell of a report's plan: in quotation, or as what is to come this year."""

from __future__ import annotations

import re

from zhibiao.outline.lines import Role
from zhibiao.outline.roles import Reading, Years, of_role

# Under 【原文】 a digest quotes the report, between what it says of it: 今年城镇新增就业900万人以上.
QUOTED = re.compile(r"【(?:报告)?(?:原文|摘录)】$")
QUOTED_PLAN = re.compile(
    r"(?:今年|明年|新的一年)(?!以来|[一二]季度|上半年)|预计全年|[^。,;\d]{0,12}(?:拟(?:安排|按|将)|将(?!近)|要(?!求))"
)
# 今年,我县将新建农村公路80公里。改造老旧小区20个。
WILL = re.compile(
    r"(?:[^。]{0,100}?(?:指出|提出|提到|表示|强调|介绍|透露|获悉|了解到|说)[,:])?[^。,:\d]{0,8}(?P<year>今年|明年),?"
    r"(?!以来|[上前一])[^。,\d]{0,12}(?:将(?!近)|要(?!求)|拟|计划(?!单列))"
)


def quotes_plan(section: str, folded: str, start: int, end: int) -> bool:
    """Say whether a paragraph, under the headings ``section``, quotes what a report plans for its year."""
    return (
        section.endswith("】")
        and QUOTED.search(section) is not None
        and bool(QUOTED_PLAN.match(folded, start, end))
    )


def tells_ahead(folded: str, start: int, end: int, years: Years) -> tuple[Reading, bool, bool] | None:
    """Return the plan, as a cue of it does, where a sentence of news tells what is to come in its year."""
    told = WILL.match(folded, start, end)
    ends_with_year = years.now is not None and years.now == years.review
    if told is None or told["year"] != ("明年" if ends_with_year else "今年"):
        return None
    return of_role(Role.PLAN, years), True, False
