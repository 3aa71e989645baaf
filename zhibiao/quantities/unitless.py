"""Numerals with no unit behind them: places in a ranking, indices, ratios, and what is none of these."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhibiao.lexicon import DIVISION
from zhibiao.model import Quantity, Reason

_PLACED = re.compile(r"(?:居|列|排|排名|名列|位列|全省|全国|全市|世界|全球|地区|第)[^,。;、\n]{0,4}(?<!的)$")
# 排名由上一年的252位
_PLACED_FROM = re.compile(r"(?:排名|位次|名次)[由从][^,。;、\n]{0,10}$")
_MOVED = re.compile(r"(?:前进|提升|上升|前移|跃升|下降|提高|后退|下滑|进位|攀升|上移|连升)[了]?$")
# 由2018年的60位上升到2023年的46位
_MOVES_TO = re.compile(
    rf"[*_ ]*[一-鿿]{{0,4}}[到至居为](?:全[国{DIVISION}]|(?:目前|现在|当前|上年|当年|[0-9]{{4}}年)的?)?[*_ ]*"
)
# 由18位晋升到14位
_MOVES_FROM = re.compile(
    r"(?:晋升|上升|跃升|提升|攀升|前移|前进|后移|后退|下滑|挺进|升|跃|退|进|跨)[到至居入]"
)
# 由全省第5跃居第2, 由2016年的100位升至第86位
_FROM_PLACE = re.compile(rf"[由从](?:[0-9]{{4}}年的?)?(?:全[国{DIVISION}]|[一-鿿]{{0,4}})?第?$")
# 又前进12位、跃升至74位, 位次前移至28位
_REACHED = re.compile(
    rf"(?:[晋上跃提攀]升|前移|前进|进位|后移|后退|下滑|挺进|升|跃|进(?=至))[到至居](?:了|全[国{DIVISION}])?$"
)
_VALUE = re.compile(r"(?:到|至|为|由|从|达|在|于|是|长|降|高|过|低|率|比|差|值|缩小|扩大)[ *_]{0,3}$")
_INDEX = re.compile(r"(?:指数|系数|性别比)[^,。;%\n]{0,12}$")
_TO, _LAST_EDITION = "-—–~至到、", re.compile(r"[-—–~至到、] ?第?[0-9]{1,3}[届次批期]")
_LAST_PLACE = re.compile(r"[和与及]第[0-9]{1,3}(?:[位名]|(?![\u4e00-\u9fff0-9]))")
_RATIO = re.compile(r"(?:按|以|比|比例|结构|比重|为|到|至|达|从|由|的|达到|调整为|优化为)[^,。;\n]{0,6}$")
# 增速“保5争6”: a floor and what is striven for beyond it, in per cent unless things are counted (上市公司数量保3争4)
_FLOOR_AND_STRETCH = re.compile(
    r"保[0-9]+(?:[.][0-9]+)?%?(?:[、,]?[争冲拼望][0-9]+(?:[.][0-9]+)?%?)+(?![0-9.][一-鿿])"
)
_COUNTED = re.compile(r"[数量家户个名人亿]“?$|新增[^,。;]{2,16}$")
# 全球排名“保7争6”
_RANKED = re.compile(r"(?:排名|排位|位次|名次)[^,。;0-9]{0,6}$")
_LONGEST_FLOOR = 20
_BEST = ("百强", "百佳", "十强", "千强")
PER_CENT, PLACE = "%", "位"
# emergency and service numbers
CALLS = frozenset(
    ("110", "119", "120", "122", "114", "12315", "12345", "12348", "12349", "12333", "12319", "96345")
)
# — 12 —, alone on its line: the number of a page
_PAGE = re.compile(r"[—–-][ \t]*[0-9]{1,4}[ \t]*[—–-][ \t]*(?:\n|$)")
_LISTED_BEFORE = re.compile("[0-9]{1,3}、$")
_LETTER_BEFORE = re.compile("[A-Za-z][/-]$")
_LETTERS_BEHIND = re.compile("-[A-Z]{2}")
_DASHED = re.compile(r"(?:[0-9]{4}-)?(?:0[1-9]|1[0-2])-[0-3][0-9](?![0-9])")


def before(text: str, start: int) -> str:
    """Return the sign before ``start``, markup and spaces left aside; empty at the beginning."""
    place = start - 1
    while place >= 0 and text[place] in " *_":
        place -= 1
    return text[place] if place >= 0 else ""


def ends_phrase(text: str, end: int) -> bool:
    """Whether no further word belongs to the numeral that ends here: 全省第3，"""
    following = text[end : end + 3].lstrip(" *_")[:1]
    return not following or following == "的" or not _is_han(following)


def is_edition(text: str, end: int) -> bool:
    """Whether a last edition follows the first, which ends here: 第13—17届东博会 counts none of them."""
    return text[end : end + 1] in _TO and _LAST_EDITION.match(text, end) is not None


def stands_in_list(text: str, end: int) -> bool:
    """Whether the last place of a list follows the numeral that ends here: 居全省第3、第2和第5位."""
    return _LAST_PLACE.match(text, end) is not None


def moves_on(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is the place from which something moves: 由全省第7上升到第6位."""
    return (
        _MOVES_FROM.match(text, end) is not None
        and _FROM_PLACE.search(text, max(0, start - 8), start) is not None
    )


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def is_listed(text: str, start: int) -> bool:
    """Whether a list of the best stands before the numeral: 位列先进制造业百强榜75名, 经开区百强65位, 数字百强市74名."""
    return (
        text[start - 1 : start] == "榜"
        or text[start - 2 : start] in ("榜单", "百强")
        or _is_best(text, start)
    )


def _is_best(text: str, start: int) -> bool:
    """Whether the numeral follows what places of such a list are called."""
    return text[start - 1 : start] in "市县区镇" and text[start - 5 : start - 1].rstrip("园").endswith(_BEST)


def is_place(text: str, start: int, end: int, passed: Sequence[Quantity] = ()) -> bool:
    """Whether ``text[start:end]`` is a place in a ranking, by the words around it or as what one before moves to.

    从158位跃升至80位: 80位 is a place as 158位 is.
    """
    if moves_on(text, start, end) or is_listed(text, start):
        return True
    if passed and passed[-1].rank and _MOVES_TO.fullmatch(text, passed[-1].end, start):
        return True
    if _PLACED_FROM.search(text, max(0, start - 14), start):
        return True
    if unit_of_goals(text, start) == PLACE:
        return True
    if _REACHED.search(text, max(0, start - 6), start) and ends_phrase(text, end):
        return True
    return (
        _PLACED.search(text, max(0, start - 8), start) is not None
        and _MOVED.search(text, max(0, start - 4), start) is None
    )


def unit_of_goals(text: str, start: int) -> str | None:
    """Return the unit of the bare numeral at ``start`` where it is a floor or a stretch goal (保5争6), else None.

    Empty where things are counted, which have their unit in the name.
    """
    if text[start - 1] not in "保争冲拼望":
        return None
    opening = text.rfind("保", max(0, start - _LONGEST_FLOOR), start)
    found = _FLOOR_AND_STRETCH.match(text, opening) if opening >= 0 else None
    if found is None or found.end() <= start:
        return None
    first = max(0, opening - _LONGEST_FLOOR)
    if _RANKED.search(text, first, opening):
        return PLACE
    return "" if _COUNTED.search(text, first, opening) else PER_CENT


def is_value(text: str, start: int, end: int) -> bool:
    """Whether a verb hands over the decimal ``text[start:end]``: 收入之比下降到3.08."""
    return "." in text[start:end] and _VALUE.search(text, max(0, start - 4), start) is not None


def is_index(text: str, start: int) -> bool:
    """Whether the words before ``start`` name an index, whose number has no unit."""
    return _INDEX.search(text, max(0, start - 20), start) is not None


def reason_of_ratio(text: str, start: int, end: int) -> Reason | None:
    """Why 9:30 is no ratio; ``None`` for a ratio of shares."""
    terms = re.split("[:∶]", text[start:end])
    if len(terms) > 2 or "." in text[start:end]:
        return None
    if _RATIO.search(text, max(0, start - 10), start):
        return None
    return Reason.DATE if len(terms[1].strip()) == 2 else Reason.OTHER


def _is_of_series(text: str, start: int, end: int) -> bool:
    """Whether the same words before another number follow or precede: 包风3、包风4."""
    words = text[max(0, start - 2) : start]
    if len(words) < 2 or not (_is_han(words[0]) and _is_han(words[1])):
        return False
    if text.startswith(f"、{words}", end) and text[end + 3 : end + 4].isdigit():
        return True
    listed = _LISTED_BEFORE.search(text, max(0, start - 8), start - 2)
    return listed is not None and text.endswith(words, max(0, start - 8), listed.start())


def reason(text: str, start: int, end: int, mark: str) -> Reason:
    """Return why the numeral ``text[start:end]``, with nothing behind it that counts, is no figure.

    ``mark`` is the sign before it, markup and spaces left aside.
    """
    if mark == "第":
        return Reason.ORDINAL
    if _is_list_marker(text, start, end, mark):
        return Reason.LIST_MARKER
    if _is_date(text, start, end, mark):
        return Reason.DATE
    if _is_fragment(text, start, end):
        return Reason.FRAGMENT
    if mark in ("—", "–", "-") and _PAGE.match(text, max(text.rfind("\n", 0, start), -1) + 1):
        return Reason.OTHER
    if _is_of_name(text, start, end, mark):
        return Reason.NAME
    following = text[end : end + 1]
    if (not following or following == "\n") and _opens_line(text, start):
        return Reason.OTHER
    numeral = text[start:end]
    if len(numeral) >= 3 and numeral.isdigit() and _is_han(following):
        return Reason.NAME
    return Reason.UNEXPLAINED


def _opens_line(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in "\n#"


def _is_year(numeral: str) -> bool:
    return len(numeral) == 4 and numeral[:2] in ("18", "19", "20") and numeral.isdigit()


def _is_list_marker(text: str, start: int, end: int, mark: str) -> bool:
    """Whether the numeral opens an item of a list, or is the number of a note."""
    numeral, following = text[start:end], text[end : end + 1]
    if _is_year(numeral) or (numeral == "0" and following == "."):
        return False
    opens = _opens_line(text, start)
    closing = text[end : end + 3].lstrip(" ")[:1]
    if (
        closing in (".", "、", ")", ":", "]", "】")
        and len(numeral) <= 3
        and (opens or mark in "\n。;:!?,([【”*#>")
    ):
        return True
    if len(numeral) <= 2 and ((opens and following == "“") or (mark == "”" and _is_han(following))):
        return True  # 41“振兴初中”计划, “双高”9: the number of a note
    return following == "." and len(numeral) <= 2 and _is_han(text[end + 1 : end + 2])


def _is_date(text: str, start: int, end: int, mark: str) -> bool:
    """Whether the numeral is a year, or a part of a date."""
    numeral = text[start:end]
    if _is_year(numeral) or (numeral == "0" and mark in ("一", "二")):  # 二0一六年
        return True
    if text[end : end + 1] in ("?", "$", "#") or numeral.endswith(".0"):
        return False
    if _DASHED.match(text, start) or (mark == "-" and _DASHED.match(text, text.rindex("-", 0, start) - 2)):
        return True
    return mark in ("’", "'", "‘", "`") and len(numeral) == 2


def _is_fragment(text: str, start: int, end: int) -> bool:
    """Whether the numeral is what a fault of the text left of a number: 保障性住房132.、, 1?保挂谠."""
    numeral, following, second = text[start:end], text[end : end + 1], text[end + 1 : end + 2]
    if following == "?":
        return _is_han(second)
    if following == "$" or (numeral == "0" and following == "."):
        return True  # 新增灌溉面积0.万亩: its decimals were lost
    return following == "." and (not second or second in "%‰万亿个:∶,、。l\n") and numeral not in CALLS


def _is_of_name(text: str, start: int, end: int, mark: str) -> bool:
    """Whether the numeral is part of a name: HL-3, 12345, 郑麦918."""
    numeral, following = text[start:end], text[end : end + 1]
    if mark in ("-", "/") and _LETTER_BEFORE.search(text, max(0, start - 3), start):
        return True
    if _LETTERS_BEHIND.match(text, end) or (following == ":" and mark == "." and len(numeral) > 3):
        return True  # 7-ACA; 14.51025: the headword of a note
    if following == "#" or numeral.endswith(".0") or "·" in (following, mark):
        return True
    if numeral in CALLS or _is_of_series(text, start, end):
        return True
    if following.isascii() and following.isalpha():
        return True
    return numeral.isdigit() and (len(numeral) >= 7 or (len(numeral) > 1 and numeral[0] == "0"))
