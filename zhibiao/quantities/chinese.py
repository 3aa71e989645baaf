"""Quantities written in Chinese numerals: 百分之八, 三分之一, 翻一番, 两家, 百亿元, 全省第一, 首位."""

from __future__ import annotations

import re
from decimal import Decimal

from zhibiao.model import Bound, Quantity
from zhibiao.quantities import bounds, unitless
from zhibiao.quantities.numerals import chinese
from zhibiao.quantities.tries import longest_of
from zhibiao.quantities.units import SCALES

SIGNS = "零〇一二两三四五六七八九十百千万亿"
# bounded, so that a line of nothing but numerals stays linear
NUMERAL = rf"[{SIGNS}]{{1,24}}+(?:点[零〇一二三四五六七八九]{{1,8}}+)?+"
TO = r"(?:至|到|--?|——?|~)"
PER = {"百": "%", "千": "‰", "万": "‱"}
MEASURES = [
    "个",
    "家",
    "条",
    "项",
    "座",
    "所",
    "处",
    "件",
    "套",
    "台",
    "辆",
    "场",
    "次",
    "张",
    "部",
    "期",
    "块",
    "档",
    "名",
    "户",
    "人",
    "亩",
    "公里",
    "元",
    "美元",
    "吨",
    "千瓦",
    "斤",
    "平方米",
    "平方公里",
    "倍",
    "番",
    "成",
    "个百分点",
    "天",
    "年",
    "日",
    "个月",
    "小时",
    "个小时",
    "人次",
    "个工作日",
    "岁",
    "大",
    "城",
    "级",
    "县",
    "省市",
    "园区",
    "万农户",
]
_DONE = re.compile(
    r"新增|新建|建成|获批|增加|减少|引进|落户|入选|完成|新设|创建|共有|设立|争取|取得|荣获|获得|获评|增至|达到|[等达共]$"
)
_LASTING = re.compile(r"连续|延长|为期|提前|缩短|推迟|长达|至少|超过|[近超逾约]$")
CONTEXTS = dict.fromkeys(("个", "项", "条", "件", "大", "所"), _DONE) | dict.fromkeys(
    ("年", "天", "日", "个月", "期", "级", "城", "县", "次"), _LASTING
)
"""Measure words that more often stand in set phrases (三个代表, 八项规定, 二期): what must come before."""
ALREADY_WORDS = {
    "台": ("山", "湾"),
    "家": ("庭", "乡"),
    "张": ("掖",),
    "部": ("门", "分", "队"),
    "人": ("大", "才"),
    "户": ("外", "籍"),
    "处": ("理",),
}
"""A measure word and the sign that makes it part of a name or another word: 五台山."""
NOT_TIMES = re.compile("产业|全会|会议|全体|代表|党代|工业|能源")
COUNT = re.compile(
    rf"[{SIGNS}半](?:(?<=[百千])分之(?P<share>{NUMERAL})(?:{TO}(?:[百千]分之)?(?P<high>{NUMERAL}))?"
    rf"|(?P<rest>(?:[{SIGNS}]{{0,24}}+(?:点[零〇一二三四五六七八九]{{1,8}}+)?+))"
    rf"(?:分之(?P<part>[{SIGNS}]{{1,12}}+)|(?P<more>[多余来几])?(?P<scale>[万亿]{{0,2}})(?P<unit>{longest_of(MEASURES)})))"
)
RANK = re.compile(r"第(?P<place>[一二三四五六七八九十百]++)(?P<unit>[位名])?+|首位")
BOUNDED = frozenset("超过破近上逾")
"""The last signs of words that make 百亿元 an amount; 百场 without one is a word for many."""
# 放在第一位 is a priority, no place in a ranking.
PUT = re.compile(r"[放摆置]在[^,。;]{0,14}$")
PLACED = re.compile(r"[居列占排于][^,。;、\n]{0,10}$")
HALF = re.compile(r"一半|(?<![经通])过半(?![个年天月数])")


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of the folded ``text`` that are written in Chinese numerals, in no set order."""
    found = [quantity for match in COUNT.finditer(text) if (quantity := _count(text, match))]
    found += [quantity for match in RANK.finditer(text) if (quantity := _rank(text, match))]
    found += [_quantity(text, *match.span(), Decimal("0.5"), None) for match in HALF.finditer(text)]
    return found


def _count(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match["share"]:
        number = chinese(match["share"])
        high = chinese(match["high"]) if match["high"] else None
        if number is None:
            return None
        return _quantity(text, start, end, number, PER[text[start]], high=high)
    digits = text[start] + match["rest"]
    if match["part"]:
        whole, part = chinese(digits), chinese(match["part"])
        if not whole or part is None or part >= whole:
            return None
        return _quantity(text, start, end, (part / whole).quantize(Decimal("0.0001")), None)
    return _measured(text, match, digits)


def _measured(text: str, match: re.Match[str], digits: str) -> Quantity | None:
    """A count with its measure word; one of a thing (一个, 一批) is an article rather than a count."""
    start, end = match.span()
    unit, before = match["unit"], text[start - 1 : start]
    if (
        before in ("第", "每", "这", "那", "某", "各", "同", "任", "数", "几", "“", "‘", ".")
        or before.isdigit()
    ):
        return None
    scale, behind = "", match["scale"]
    if digits[0] == "半":
        if len(digits) > 1 or unit not in ("年", "天", "个月", "个百分点"):
            return None
        number: Decimal | None = Decimal("0.5")
    elif digits in ("万", "亿") or (digits in SCALES and before not in BOUNDED):
        return None
    elif digits in SCALES:
        # 超百亿元 is more than 100 亿元; 百场、千场、万场 without a bound are words for many
        scale = digits.lstrip("十百千")
        number = chinese(digits[: len(digits) - len(scale)] or "一")
    else:
        scale = digits[len(digits.rstrip("万亿")) :]
        whole = digits[: len(digits) - len(scale)]
        if "亿" in whole or "万" in whole:
            # 二亿七千万人: no one scale word stands for the number
            number, scale, behind = chinese(digits + match["scale"]), "", ""
        else:
            number = chinese(whole)
    if not number or (number == 1 and not scale and unit not in ("倍", "番", "成", "个百分点")):
        return None
    if unit == "元" and not scale and number < 10:
        return None
    context = CONTEXTS.get(unit)
    if context is not None and context.search(text, max(0, start - 4), start) is None:
        return None
    if (unit == "次" and NOT_TIMES.match(text, end)) or (unit == "大" and number > 12):
        return None
    if text.startswith(ALREADY_WORDS.get(unit, ()), end):
        return None
    return _quantity(text, start, end, number, scale + behind + unit, more=match["more"])


def _rank(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match["place"] is None:
        if PLACED.search(text, max(0, start - 12), start) is None or not unitless.ends_phrase(text, end):
            return None
        return _quantity(text, start, end, Decimal(1), "位", rank=True)
    number = chinese(match["place"])
    if number is None or text.startswith("、第", end) or PUT.search(text, max(0, start - 16), start):
        return None
    if match["unit"] is None and not (
        unitless.ends_phrase(text, end)
        and start > 0
        and text[start - 1] in "居列排省国市界球区部名州县得获到至为位、和"
    ):
        return None
    return _quantity(text, start, end, number, match["unit"] or "位", rank=True)


def _quantity(
    text: str,
    start: int,
    end: int,
    number: Decimal,
    unit: str | None,
    *,
    high: Decimal | None = None,
    more: str | None = None,
    rank: bool = False,
) -> Quantity:
    before = bounds.word_before(text, start, 0, unit)
    behind = bounds.word_behind(text, end, unit)
    bound = bounds.bound_of(before and before[1], behind and behind[1], more, high is not None)
    words = [word for word in (before and before[1], more, behind and behind[1]) if word]
    return Quantity(
        start,
        end,
        number,
        high,
        unit,
        bound if not rank else Bound.EXACT,
        "…".join(words) or None,
        before[0] if before else start,
        behind[0] if behind else end,
        True,
        rank,
    )
