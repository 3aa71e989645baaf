"""What stands behind and between Arabic numerals: scale, unit, range, list, ratio."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from zhibiao.quantities import names
from zhibiao.quantities.numerals import LONGEST, arabic
from zhibiao.quantities.tries import longest_of
from zhibiao.quantities.units import NO_UNITS, SCALES, UNITS

GAP = r"[ *_\n]{0,4}+"
# 千瓦, 百分点 and the like begin with a scale word that is part of the unit.
SCALE = "|".join([*list(SCALES)[:-2], "千(?![瓦伏米克卡赫帕])", "百(?![分强姓])"])
WRITTEN = list(UNITS)
UNIT = longest_of(WRITTEN)
NOUNS = frozenset(unit for unit in WRITTEN if UNITS[unit].dimension == "counted noun")
# of which 个 is a part: 提高2个、4.2个、3.2个百分点, 提升2个和3个位次
WITH_PIECES = frozenset(
    unit
    for unit in UNITS
    if unit[0] == "个" and (UNITS[unit].dimension in ("points", "duration") or unit[2:] == "次")
)
# 3个多百分点, 2个半小时: what is more stands within the unit
INSIDE = {f"个{more}{unit[1:]}": (unit, more) for unit in sorted(WITH_PIECES) for more in "多半"}
MEASURE = re.compile("[个名家项条种件处]")
OF_MONEY = ("个亿", "个百亿", "个千亿")
PER = longest_of([*(unit for unit in WRITTEN if "/" not in unit), "百户", "百人", "月"])
BEHIND_NUMBERS = (*WRITTEN, *INSIDE, *names.BEHIND, *sorted(NO_UNITS))
# A decimal point whose decimals were lost: 控制在4.%以内, 完成投资1.亿元.
LOST_DECIMALS = re.compile(rf"(?<=[0-9])\.(?=[%‰]|个百分点|(?:{SCALE}|元)(?<![十百千]))")
TAIL = re.compile(
    rf"(?P<more>{GAP}[多余来几](?={GAP}(?:{SCALE}|{UNIT})))?+"
    rf"(?P<scale>{GAP}(?:{SCALE}))?+(?P<further>[多余](?![额款]))?+(?P<rest>亿(?=元|美元|斤|立方))?+"
    rf"(?:(?:(?=_M_M_)|{GAP})(?P<unit>{longest_of(BEHIND_NUMBERS)}"
    rf"(?:/(?:[每万百亿]|千(?![瓦伏米克卡赫帕]))?{PER}){{0,2}}+))?+"
)
# What is a part of most numbers; behind it stands what would make another unit of it.
PERCENT = "%"
BEHIND_PERCENT = frozenset(
    {"/"} | {unit[1] for unit in BEHIND_NUMBERS if unit[0] == PERCENT and unit != PERCENT}
)
TO = re.compile(rf"{GAP}(?:--?|——?|–|―|~|&[mn]dash;|至|到){GAP}(?=[0-9])")
# 2×35万千瓦, 2X30万千瓦: so many times such a size, in the description of a project
SIZE = re.compile(r"[0-9]++(?:\.[0-9]++)?+(?:[×xX*][0-9]++(?:\.[0-9]++)?+)++")
CHAIN = re.compile(r"[0-9]++(?:[A-Z]?[+×][0-9A-Za-z\u4e00-\u9fff]?[0-9]*+)+")
CIRCLE = re.compile(r"(?:分钟|小时)[^\s,。、;]{0,12}圈")
# the 100 of “5个100”工程, but not the 220 of 9个220千伏项目
NAMED_COUNT = re.compile(r"个[0-9]++(?=$|[\s”,、。;:)]|工程|计划|行动|目标)")
RATIO = re.compile(r"[0-9]++(?:\.[0-9]++)?+(?: ?[:∶] ?[0-9]++(?:\.[0-9]++)?+)++")
TO_ONE = re.compile(r"([0-9.]+) ?[:∶] ?1(?:00)?|1 ?[:∶] ?([0-9.]+)")
# what joins the members of a list whose unit, or whose bound, is given once: 10.6万、3.8万和3.3万平方公里
JOINED = re.compile(rf"{GAP}[、和与及]{GAP}(?=[0-9])")
JOINED_OR = re.compile(rf"{GAP}[、和与及或]{GAP}(?=[0-9])")
LISTED = re.compile(rf"{GAP}(?:[、和与及至到~—–-]|——){GAP}(?=[0-9])")
FROM = re.compile(r"[由从自][^,。;、]{0,14}$")
PER_PARTS = re.compile(r"[百千万]分之$")
# no fraction: 5/10万, so many of a hundred thousand; 1/2号机组; 4/20 10:30
FRACTION = re.compile(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/万号月日]|[. ][0-9])")
AFTER_TORN = re.compile(rf"{GAP}[多余]?(?:{SCALE}|%|‰|个百分点|倍|元|{UNIT})")


HALF = Decimal("0.5")
GENERATIONS = re.compile(r"[0-9]/[0-9](?:/[0-9])?(?=[Gg])")


@dataclass(slots=True)
class Amount:
    """A numeral with the scale and unit behind it; ``end`` is where the last of them ends."""

    start: int
    end: int
    number: Decimal
    scale: str
    unit: str | None
    more: str | None
    number_end: int
    to_one: bool = False


def read_amount(text: str, start: int, end: int, limit: int) -> Amount | None:
    """Return the numeral ``text[start:end]`` with the scale and unit before ``limit``.

    ``None`` where it has more digits than a number has.
    """
    if end - start > LONGEST:
        return None
    number = arabic(text[start:end])
    if text.startswith(PERCENT, end, limit) and text[end + 1 : end + 2] not in BEHIND_PERCENT:
        return Amount(start, end + 1, number, "", PERCENT, None, end)
    tail = TAIL.match(text, end, limit)
    assert tail is not None  # every part of it is optional
    more, scale, further, rest, unit = tail.groups()
    if rest and scale and further:
        scale += rest  # 4万多亿元
    last = end
    if unit in NO_UNITS and (scale or unit not in UNITS):
        last, unit = _inside(unit, scale, tail.start("unit"))
    elif unit == "%o":
        unit = "‰"
    inside = None
    if unit in INSIDE:
        last = tail.end("unit")
        unit, inside = INSIDE[unit]
        if inside == "半":
            number, inside = number + HALF, None
    if unit and last == end:
        last = tail.end("unit")
    elif not unit:
        last = tail.end("scale") if scale else end
    return Amount(
        start,
        last,
        number,
        scale.strip(" *_\n") if scale else "",
        unit,
        (more.strip(" *_\n") if more else None) or further or inside,
        end,
    )


def _inside(word: str, scale: str | None, start: int) -> tuple[int, str | None]:
    """The measure word that a longer word begins with, where no scale word stands for it: 1个|体育场, but 1.2万个|亿元以上项目."""
    found = None if scale and not word.startswith(OF_MONEY) else MEASURE.match(word)
    return (start, None) if found is None else (start + found.end(), found.group())
