"""Measure words behind Chinese numerals: which of them count, and where they are parts of other words."""

from __future__ import annotations

import re
from decimal import Decimal

from zhibiao.quantities import bounds
from zhibiao.quantities.units import UNITS

MEASURES = frozenset(
    (
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
    )
)
"""Measure words behind which a numeral of one sign is a count."""
MEASURES_OF_MANY = frozenset(
    (
        "枚",
        "匹",
        "株",
        "棵",
        "头",
        "只",
        "羽",
        "尾",
        "艘",
        "架",
        "册",
        "篇",
        "栋",
        "幢",
        "间",
        "支",
        "颗",
        "例",
        "起",
        "宗",
        "眼",
        "锭",
        "纱锭",
        "批",
        "种",
        "类",
        "扇",
        "床",
        "张床位",
        "床位",
        "场次",
        "列",
        "列次",
        "架次",
        "艘次",
        "户次",
        "家次",
        "处次",
        "件次",
        "省",
        "县",
        "乡",
        "村",
        "校",
        "厂",
        "乡镇",
        "周岁",
    )
)
"""Those behind which only a numeral of two signs or more is one: 二十五万匹, but not 三枚."""
_DONE = re.compile(
    r"新增|新建|建成|获批|增加|减少|引进|落户|入选|完成|新设|创建|共有|设立|争取|取得|荣获|获得|获评|增至|达到|[等达共]$"
)
_LASTING = re.compile(r"连续|延长|为期|提前|缩短|推迟|长达|至少|超过|[近超逾约]$")
CONTEXTS = (
    dict.fromkeys(("个", "项", "件", "所"), _DONE)
    | dict.fromkeys(("年", "天", "日", "个月", "期", "级", "城", "县"), _LASTING)
    | {"台": re.compile("新增|新建|建成|安装|购置|投产|完成|达$")}  # 三台, 九台 and 七台河 are places
    | {"条": re.compile(f"{_DONE.pattern}|突破$|超过?$|[近逾]$")}
    | {"次": re.compile(f"{_LASTING.pattern}|突破$")}
    | {"番": re.compile("翻[了过]?(?:将?近|接近|约|超过?)?$")}
    | {"大": re.compile("(?:新增|新建|建成|创建|设立)[了起]?$")}
)
"""Measure words that more often stand in set phrases (三个代表, 八项规定, 二期): what must come before."""
COUNTED = frozenset(("个", "项", "件", "所", "县", "台"))
"""Those of them that count whatever the context where the numeral has two signs or more: 三百二十九项."""
ALREADY_WORDS = {
    "个": ("方面",),
    "台": ("山", "湾", "河"),
    "年": ("一遇",),
    "家": ("庭", "乡"),
    "张": ("掖",),
    "部": ("门", "分", "队", "坊"),
    "人": ("大", "才", "均", "类", "员", "士", "心", "间"),
    "元": ("化", "结", "社", "素", "旦", "月", "首", "件", "区", "桥", "复", "次", "猪", "朝", "宝", "经"),
    "国": ("集", "务", "有", "企", "民", "道"),
    "县": ("委", "城", "级", "域"),
    "省": ("委", "级", "长", "道"),
    "村": ("级", "委", "民"),
    "种": ("植", "养", "子"),
    "起": ("步", "来", "点", "草"),
    "例": ("如", "外"),
    "批": ("发", "准"),
    "支": ("持", "付", "撑", "部", "柱"),
    "乡": ("村",),
    "大": ("连",),
    "成": ("果", "功", "立"),
    "户": ("外", "籍"),
    "处": ("理",),
    "套": ("房贷", "房政", "房认"),
}
"""A measure word and the sign that makes it part of a name or another word: 五台山."""
# 三座店水库, 五户塘水库, 九家窑灌区, 三家子: a place that begins like a count, of which a reservoir or a mine has its name
PLACE_NAME = re.compile(
    "家子(?![公基企银品机单])|[家户座][^大小新老旧中乡农城省市县区各水型\\d,;。、](?:水库|水利枢纽|水电站|灌区|煤矿|矿区|镇(?!区))"
)
NOT_TIMES = re.compile("产业|全会|会议|全体|代表|党代|工业|能源")
_MASSES = (
    "mass",
    "energy",
    "land",
    "area",
    "length",
    "volume",
    "power",
    "electricity",
    "money",
    "containers",
)
PHYSICAL = frozenset(unit for unit, known in UNITS.items() if len(unit) > 1 and known.dimension in _MASSES)
# with 万 or 亿 in the numeral, whatever is a measure: 三百万只, 十亿方
WITH_SCALE = (
    MEASURES_OF_MANY
    | frozenset("方度口份字剂米担面盏卷")
    | frozenset(
        unit
        for unit, known in UNITS.items()
        if len(unit) > 1 and "\u4e00" <= unit[0] <= "\u9fff" and known.dimension != "counted noun"
    )
)
ALL_MEASURES = MEASURES | MEASURES_OF_MANY | PHYSICAL | WITH_SCALE
# A title in quotation marks names, it does not count: “产值超十亿元镇”. A doubling in them is one (“翻一番”).
_OPENED = re.compile("[“‘][^”’,。;!?\n]{0,14}$")
_CLOSED = re.compile("[^“‘,。;!?\n]{0,14}[”’]")
_IN_QUOTES = frozenset(("倍", "番", "成", "个百分点"))
# “三个百分之百”, “十个全国第一”, “两个翻一番”: so many of them, a slogan that states none
_SO_MANY = re.compile("[“‘][两三四五六七八九十]个[\u4e00-\u9fff]{0,4}$")
_BY_VERB = re.compile(r"(?:每[^,。;]{1,4}|[由从到至为达加给收])$")


def is_count(text: str, start: int, end: int, unit: str, number: Decimal, scale: str, many: bool) -> bool:
    """Whether a Chinese numeral before a measure word counts, or belongs to a name or a set phrase.

    ``start`` and ``end`` enclose numeral and measure word; ``many`` says that the numeral has two signs or
    more, or 多 behind it.
    """
    known = (
        unit in MEASURES
        or unit in PHYSICAL
        or (many and unit in MEASURES_OF_MANY)
        or (scale and unit in WITH_SCALE)
    )
    if not known:
        return False
    if number == 1 and not scale and unit not in ("倍", "番", "成", "个百分点"):
        return False
    if number == Decimal("0.5") and text[start] == "半" and unit not in ("年", "天", "个月", "个百分点"):
        return False
    if unit == "元" and not many and number < 10 and not _is_price(text, start, end, number):
        return False
    counted = (many and unit in COUNTED) or (unit == "台" and text[start] == "两")
    context = None if counted else CONTEXTS.get(unit)
    if context is not None and context.search(text, max(0, start - 4), start) is None:
        return False
    if (unit == "次" and NOT_TIMES.match(text, end)) or (unit == "大" and number > 12):
        return False
    if unit == "县" and "亿" in scale:
        return False  # 过百亿县: counties with so much money
    if text.startswith(ALREADY_WORDS.get(unit, ()), end) or PLACE_NAME.match(text, end - 1):
        return False
    if unit in _IN_QUOTES:
        return not in_slogan(text, start, end)
    return not _is_quoted(text, start, end)


def in_slogan(text: str, start: int, end: int) -> bool:
    """Whether a number of them stands before the words between ``start`` and ``end`` in their quotation marks."""
    return text[end : end + 1] in ("”", "’") and _SO_MANY.search(text, max(0, start - 7), start) is not None


def _is_quoted(text: str, start: int, end: int) -> bool:
    return (
        _CLOSED.match(text, end) is not None and _OPENED.search(text, max(0, start - 15), start) is not None
    )


def _is_price(text: str, start: int, end: int, number: Decimal) -> bool:
    """Whether a few 元 are money, not the 二元 of a structure: 四元左右, 每斤三元, 由三元增加到四元."""
    return (
        number != number.to_integral_value()
        or bounds.word_behind(text, end, "元") is not None
        or bounds.word_before(text, start, 0, "元") is not None
        or _BY_VERB.search(text, max(0, start - 6), start) is not None
    )
