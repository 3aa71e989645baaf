"""Quantities written in Chinese numerals: 百分之八, 三分之一, 翻一番, 两家, 百亿元."""

from __future__ import annotations

import re
from decimal import Decimal

from zhibiao.model import Bound, Quantity
from zhibiao.quantities import bounds, names, ranks
from zhibiao.quantities.measure_words import ALL_MEASURES, in_slogan, is_count
from zhibiao.quantities.numerals import chinese
from zhibiao.quantities.tries import longest_of
from zhibiao.quantities.units import SCALES, canonical

SIGNS = "零〇一二两三四五六七八九十百千万亿"
# 千 of 千瓦 belongs to the unit, 百 of 百姓 to the people
SIGN = "(?:[零〇一二两三四五六七八九十万亿]|百(?!姓)|千(?![瓦伏克卡]))"
# bounded, so that a line of nothing but numerals stays linear
NUMERAL = rf"{SIGN}{{1,24}}+(?:点[零〇一二三四五六七八九]{{1,8}}+)?+"
TO = r"(?:至|到|--?|——?|~)"
PER = {"百": "%", "千": "‰", "万": "‱"}
UNIT = longest_of(sorted(ALL_MEASURES))
_LOW = re.compile(rf"(?P<low>{NUMERAL}){TO}$")
_BETWEEN = re.compile(TO)
_TO_ENDS = ("至", "到", "-", "—", "~")
_FROM = ("由", "从", "自")
COUNT = re.compile(
    rf"[{SIGNS}半](?:(?<=[百千])分之(?P<share>{NUMERAL})(?:{TO}(?:[百千]分之)?(?P<high>{NUMERAL}))?"
    rf"|(?P<rest>(?:{SIGN}{{0,24}}+(?:点[零〇一二三四五六七八九]{{1,8}}+)?+))"
    rf"(?:分之(?P<part>[{SIGNS}]{{1,12}}+)|(?P<more>[多余来几])?(?P<scale>[万亿]{{0,2}})(?P<unit>(?<=亿)(?=[,。;!”\n])(?!,[^,。;\n]{{0,6}}[达为])|{UNIT})))"
)
BOUNDED = frozenset("超过破近上逾")
"""The last signs of words that make 百亿元 an amount; 百场 without one is a word for many."""
PASSED, STOPS = "突破", frozenset(",。;")
# 分别突破千亿元、百亿元: the bound before the first is that of the second, which is no word for many either
_LISTED = re.compile(rf"[超过破近上逾][\d.{SIGNS}多余]+[一-鿿]{{0,2}}[、和及与]$")
# 分别突破百亿、三百亿元: the unit behind the second is that of the first
_UNIT_TO_COME = re.compile(rf"[超过破近上逾](?P<number>[{SIGNS}]{{0,4}})(?P<scale>[万亿])[、和及与]$")
# 突破千亿大关: a round amount without 元. It begins with one sign, to which a search leaps sooner than to one of four.
_PASSING = "(?:突破|跨越|[迈跨越冲]过|冲破|[迈跨跃登站]上)"
_MARK = re.compile(
    rf"亿(?<=(?P<number>[十百千万])亿)(?:(?=大关|关口|门槛)(?:(?<={_PASSING}..)|(?<={_PASSING}新的..))|(?=[,。;])(?<=突破..)"
    r"|(?=规模[,。;、])(?<=(?:达到|突破|超过|重回)..))"
)
_AND, _PEOPLE = ("、", "和", "及", "与"), ("口", "民", "制足", "制篮", "制排", "制冰")  # 三人制篮球
_OF_CLASS = ("的", "级", "以", "企", "产", "项")
# 保持在千亿元以上, 达到万亿元规模: what was reached, but 达到百亿元规模的企业
_REACHED, _MONEY = ("持在", "定在", "达到", "跨越", "重回", "重返", "展到", "做到"), ("元", "美元")
_CLASS_BEHIND = re.compile("(?:以上)?(?:[的级企产项园龙骨集]|规(?!模[,。;、]))")
_PASSED = frozenset("超破过")
LISTED_REACH = 14
HALF = re.compile(
    "半(?:(?<=一半)(?P<more>多(?![元于种样]))?|(?<=过半)(?<![经通双]过半)(?P<over>(?![个年天月数])))"
)
# the second of 第一、二名 is a place, no count
_SHARED_ORDINAL = re.compile("第[一二三四五六七八九十、]{1,6}$")
# 六成五, 两成半, 一倍半, 翻两番半; in 六成五年内 and 一倍半年内 another word begins
_TAIL = re.compile(r"(?:(?P<half>半)|(?P<tenths>[一二三四五六七八九]))(?=[,。;:、)的以左\n]|$)")
_PAIRS = frozenset(("一二", "一两", "二三", "两三", "三四", "四五", "五六", "六七", "七八", "八九"))
_NOT_BEFORE = frozenset("第每这那某各同任数几“‘.")


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of the folded ``text`` that are written in Chinese numerals, in no set order."""
    found = [quantity for match in COUNT.finditer(text) if (quantity := _count(text, match))]
    found += [first for count in found if (first := _without_unit(text, count))]
    found = _ranges(text, found) + _marks(text)
    found += [_quantity(text, start, end, place, "位", rank=True) for start, end, place in ranks.places(text)]
    found += [_among(text, start, end, number, "位") for start, end, number in ranks.among_first(text)]
    found += [_half(text, match) for match in HALF.finditer(text)]
    return found


def _ranges(text: str, counts: list[Quantity]) -> list[Quantity]:
    """Two counts of one measure with 到 or 至 between them are one: 十五亿元到二十亿元."""
    joined: list[Quantity] = []
    for count in counts:
        low = joined[-1] if joined else None
        if (
            low is not None
            and low.number_high is None
            and 0 < count.start - low.end <= 2
            and _BETWEEN.fullmatch(text, low.end, count.start)
            and not text.startswith(_FROM, max(0, low.start - 1))
            and canonical(Decimal(1), low.unit_text)[1] == canonical(Decimal(1), count.unit_text)[1]
        ):
            size = canonical(Decimal(1), count.unit_text)[0]
            number = canonical(low.number, low.unit_text)[0] / size
            if number < count.number:
                joined[-1] = _quantity(text, low.start, count.end, number, count.unit_text, high=count.number)
                continue
        joined.append(count)
    return joined


def _is_listed(text: str, first: int, end: int) -> bool:
    """Say whether a round amount is a further one of a list with a bound, and no class (超千亿元、百亿元的企业)."""
    return (
        text.startswith(_AND, first - 1)
        and not text.startswith(_OF_CLASS, end)
        and _LISTED.search(text, max(0, first - LISTED_REACH), first) is not None
    )


def _is_reached(text: str, first: int, end: int) -> bool:
    """Say whether a round amount of money is one that was reached, and no class (达到千亿元的企业)."""
    return text.startswith(_REACHED, first - 2) and _CLASS_BEHIND.match(text, end) is None


def _without_unit(text: str, count: Quantity) -> Quantity | None:
    """The amount before another in a list, whose unit it shares: 分别突破百亿、三百亿元."""
    unit, start = count.unit_text, count.start
    if unit is None or unit[0] not in "万亿" or not text.startswith(_AND, start - 1):
        return None
    before = _UNIT_TO_COME.search(text, max(0, start - LISTED_REACH), start)
    number = chinese(before["number"] or "一") if before else None
    if before is None or not number or text.startswith(_OF_CLASS, count.end):
        return None
    if count.bound is Bound.EXACT:
        count.bound = Bound.AT_LEAST
    return _quantity(text, before.start("number"), before.end("scale"), number, before["scale"] + unit[1:])


def _marks(text: str) -> list[Quantity]:
    """Round amounts that are passed as marks: 突破千亿大关, 突破万亿."""
    return [
        _quantity(text, match.start("number"), match.end(), number, "亿")
        for match in _MARK.finditer(text)
        if (number := chinese(match["number"]))
    ]


def _half(text: str, match: re.Match[str]) -> Quantity:
    start = match.start()
    more = "过" if match["over"] is not None else match["more"]
    return _quantity(text, start - 1, start + 1, Decimal("0.5"), None, more=more)


def _count(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match.lastgroup == "unit" and text[start - 1 : start].isdigit():
        return None  # 235亿元: every other one that is found
    share, highest, rest, counter, *_ = match.groups()
    if share:
        number = chinese(share)
        high = chinese(highest) if highest else None
        if number is None or in_slogan(text, start, end):
            return None
        return _quantity(text, start, end, number, PER[text[start]], high=high)
    digits = text[start] + rest
    if counter:
        whole, part = chinese(digits), chinese(counter)
        if not whole or part is None or part >= whole:
            return None
        return _quantity(text, start, end, (part / whole).quantize(Decimal("0.0001")), None)
    return _measured(text, match, digits)


def _measured(text: str, match: re.Match[str], digits: str) -> Quantity | None:
    """A count with its measure word; one of a thing (一个, 一批) is an article rather than a count."""
    (start, end), unit, more = match.span(), match["unit"], match["more"]
    low = _lower_end(text, start)
    first = low.start() if low else start
    before = text[first - 1 : first]
    if before.isdigit() or before in _NOT_BEFORE:
        return None
    if before == "、" and unit in ("位", "名") and _SHARED_ORDINAL.search(text, max(0, first - 8), first):
        return None
    about = _estimate(digits, match["scale"], unit)
    if about is not None and low is None:
        return _quantity(text, start, end, about[0], about[2] + unit, high=about[1], more=more)
    if not unit and (before not in _PASSED or text[first - 2 : first - 1] == "个"):
        return None  # 突破千亿,: money, as no unit says; 四个超百亿 is a slogan
    listed = digits in SCALES and _is_listed(text, first, end)
    marked = listed or (digits in SCALES and unit in _MONEY and _is_reached(text, first, end))
    lead = "超" if marked else text[first - 2 : first]
    if unit and lead[-1:] in BOUNDED and text[end : end + 1] in STOPS:
        lead = PASSED  # 开行班列超万列, but 超亿元企业 is a class
    amount = _amount(digits, lead, match["scale"], more)
    if amount is None:
        return None
    number, scale = amount
    large = digits in SCALES or (len(digits) > 1 and not set(digits).isdisjoint("十百千万亿"))
    many = bool(more or scale) or large
    if unit and not is_count(text, first, end, unit, number, scale, many):
        return None
    if low is None and unit in ("成", "倍", "番") and (tail := _TAIL.match(text, end)):
        added = chinese(tail["tenths"]) if tail["tenths"] and unit == "成" else None
        if tail["half"] or added:
            number += Decimal("0.5") if tail["half"] else (added or Decimal(0)) / 10
            end = tail.end()
    if unit == "人" and number < 10000 and not scale and text.startswith(_PEOPLE, end):
        return None
    end, unit = _without_word_behind(text, end, unit, digits + scale)
    if before == "前" and unit in ("位", "名") and not scale:
        return _among(text, first - 1, end, number, unit)
    if low is None:
        quantity = _quantity(text, start, end, number, (scale + unit) or None, more=more)
        if listed and quantity.bound is Bound.EXACT:
            quantity.bound = Bound.AT_LEAST
        return quantity
    least = chinese(low["low"]) or Decimal(0)
    if scale and low["low"][-1] in "万亿":
        least /= SCALES[scale]
    if not 0 < least < number:
        return None
    return _quantity(text, first, end, least, (scale + unit) or None, high=number, more=more)


def _lower_end(text: str, start: int) -> re.Match[str] | None:
    """The lower end of a range (三至五个) whose upper end begins at ``start``."""
    low = _LOW.search(text, max(0, start - 14), start) if text[start - 1 : start] in _TO_ENDS else None
    if low is None or chinese(low["low"]) is None or text.startswith(_FROM, max(0, low.start() - 1)):
        return None
    return low


def _without_word_behind(text: str, end: int, unit: str, numeral: str) -> tuple[int, str]:
    """The end and the measure word of a count; none where it is the beginning of the word behind."""
    if unit == "台" and text.startswith("阶", end):
        return end - 1, ""  # 迈上万亿台阶
    if numeral[-1] == "亿" and text.startswith(names.KINDS_OF_MONEY, end - len(unit)):
        return end - len(unit), ""
    if unit == "人" and text.startswith(_PEOPLE, end):
        return end - 1, ""  # 六亿人口
    return end, unit


def _estimate(digits: str, scale: str, unit: str) -> tuple[Decimal, Decimal, str] | None:
    """两三百, 三四十万, 一两(个百分点): from one number to the next; the scale word of both.

    两三个 of a thing is a turn of phrase; points are counted.
    """
    pair, rest = digits[:2], digits[2:]
    if pair not in _PAIRS or not (rest or unit == "个百分点"):
        return None
    factor = rest[len(rest.rstrip("万亿")) :]
    steps = rest[: len(rest) - len(factor)]
    low, high = chinese(pair[0] + steps), chinese(pair[1] + steps)
    return (low, high, factor + scale) if low and high else None


def _among(text: str, start: int, end: int, number: Decimal, unit: str) -> Quantity:
    """前五名, 全省前三: a place that is the fifth, or the third, at most."""
    quantity = _quantity(text, start, end, number, unit, rank=True)
    quantity.bound = Bound.AT_MOST
    return quantity


def _amount(digits: str, before: str, behind: str, more: str | None) -> tuple[Decimal, str] | None:
    """The number and the scale word of a numeral; ``behind`` is a scale word parted from it by 多 or 余."""
    if digits[0] == "半":
        return (Decimal("0.5"), behind) if len(digits) == 1 else None
    if digits in ("万", "亿") and not (before == PASSED or more):
        return None
    if digits in SCALES and not (before[-1:] in BOUNDED or more):
        return None
    if digits in SCALES:
        # 超百亿元 is more than 100 亿元; 百场、千场、万场 without a bound are words for many
        scale = digits.lstrip("十百千")
        number = chinese(digits[: len(digits) - len(scale)] or "一")
    else:
        scale = digits[len(digits.rstrip("万亿")) :]
        whole = digits[: len(digits) - len(scale)]
        number = chinese(whole)
        if "亿" in whole or "万" in whole:
            # 二亿七千万人: no one scale word stands for the number
            number, scale, behind = chinese(digits + behind), "", ""
    return (number, scale + behind) if number else None


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
    limiting = before[1] if before else bounds.far_before(text, start, unit)
    bound = bounds.bound_of(limiting, behind and behind[1], more, high is not None)
    words = filter(None, (limiting, more, behind and behind[1]))
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
