"""Why an Arabic numeral with or without a unit is no quantity, as the signs and words beside it tell."""

from __future__ import annotations

import re

from zhibiao.model import Reason
from zhibiao.quantities import bounds, names, unitless
from zhibiao.quantities.patterns import CIRCLE, NAMED_COUNT, NOUNS, Amount
from zhibiao.quantities.units import UNITS

# So many of them are not counted without a measure word: 300个片区, 300片区.
NUMBERED = 200
ROAD_LETTERS = "GSXY"
# 上午8点30分 is a time of the day.
# 省委四届4次全会, 省三届人大1次会议: which of its meetings, and no count of them.
SESSION = re.compile(r"届(?:人大|政协|人民代表大会|委员会)?$")
MEETINGS = ("会议", "全会", "全体会议")
CLOCK = {"点": re.compile(r"(?:[上下中]午|凌晨|[早晚]上?)$"), "分": re.compile(r"[0-9][点时]$")}


def reason_of(text: str, amount: Amount, before: str) -> Reason | None:
    """Why a numeral is no quantity, as far as the signs and words beside it tell."""
    unit = amount.unit
    if before == "_" and text[amount.start - 2 : amount.start - 1].isalpha():
        return Reason.NAME
    if before and (before.isascii() and (before.isalpha() or before in "{$&#")):
        if before == "$" or text[amount.number_end : amount.number_end + 1] == "$":
            return Reason.FRAGMENT
        if unit not in ("%", "‰", "个百分点", "元", "亿元") or _is_road_of_letter(text, amount, before):
            return Reason.NAME
    if unit is not None:
        if unit in names.BEHIND and not (amount.scale and unit in UNITS):
            if unit == "强" and before == "前":
                return None
            return Reason.ORDINAL if before == "第" else names.BEHIND[unit]
        if unit == "个" and NAMED_COUNT.match(text, amount.end - 1):
            return Reason.NAME
        if unit == "年" and not amount.scale:
            if amount.number == amount.number.to_integral_value() and (
                1800 <= amount.number <= 2100 or 78 <= amount.number <= 99
            ):
                return Reason.DATE
        elif not amount.scale and unit in NOUNS:
            if 1900 <= amount.number <= 2100:
                return Reason.DATE
            if text[amount.start : amount.number_end] in unitless.CALLS or _is_number_of(amount):
                return Reason.NAME
        elif unit == "日" and not amount.scale and not bounds.word_behind(text, amount.end, unit):
            return Reason.DATE
        elif unit in ("分钟", "小时") and CIRCLE.match(text, amount.end - len(unit)):
            return Reason.NAME
    elif not amount.scale and (before == "个" and NAMED_COUNT.match(text, amount.start - 1)):
        return Reason.NAME
    if unit in CLOCK and CLOCK[unit].search(text, max(0, amount.start - 4), amount.start):
        return Reason.DATE
    if unit == "次" and _is_session(text, amount):
        return Reason.ORDINAL
    if not amount.scale and unit not in ("%", "‰"):
        named = names.reason_before(text, amount.start)
        if named is not None and (unit is None or unit in ("级", "版", "号", "型", "代", "系", "所")):
            return named
        if named is not None and unit == "项" and text.startswith("目", amount.end):
            return named  # 尼龙56项目
        if named is not None and _is_road(text, amount):
            return named
    return None


def _is_session(text: str, amount: Amount) -> bool:
    """Whether the numeral says which of the meetings of a term it is: 三届人大1次会议."""
    return (
        text.startswith(MEETINGS, amount.end)
        and SESSION.search(text, max(0, amount.start - 7), amount.start) is not None
    )


def _is_number_of(amount: Amount) -> bool:
    """Whether the numeral tells one of its kind from the others: 331片区, 5712厂, 8890平台, a quarter called 7.21."""
    return amount.number != amount.number.to_integral_value() or (
        amount.number >= NUMBERED and amount.more is None and amount.unit in names.KINDS_WITH_NUMBERS
    )


def _is_road_of_letter(text: str, amount: Amount, before: str) -> bool:
    """Whether the number of a road runs into a place's name: G213元白二级, S217元山至县城段."""
    digits = text[amount.start : amount.number_end]
    return before in ROAD_LETTERS and amount.unit == "元" and not amount.scale and digits.isdigit()


def _is_road(text: str, amount: Amount) -> bool:
    """Whether the three digits of a 国道, 省道 or 县道 run into a place's name: 国道108周公山隧道.

    Of roads only lengths and counts are told: 省道120公里, 国道105条.
    """
    unit = amount.unit or ""
    return (
        text[amount.start - 1] == "道"
        and text[amount.start : amount.number_end].isdigit()
        and amount.number_end - amount.start == 3
        and len(unit) == 1
        and unit not in "条处个座里米"
    )
