"""Places in a ranking written in Chinese numerals: 全省第一, 居同行业第二, 首位, 荣膺榜首."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from zhibiao.lexicon import DIVISION
from zhibiao.quantities import unitless
from zhibiao.quantities.measure_words import in_slogan
from zhibiao.quantities.numerals import chinese

_PLACE = "第[一二三四五六七八九十百]++[位名]?+"
# members of one list stand or fall together: 分别居全省第一、第二、第二, but 第一、第二产业
_RANKS = [re.compile(words) for words in (f"{_PLACE}(?:[、和与及]{_PLACE})*+", "首位", "榜首(?!位)")]
_MEMBER = re.compile("第(?P<place>[一二三四五六七八九十百]++)(?P<unit>[位名])?+")
# 放在第一位 and 置于首位 say what comes first, not who is first.
_PUT = re.compile(r"[放摆置列][在于为][^,。;]{0,14}$")
# 第一位的任务 is the task that comes first.
_FOREMOST = re.compile(r"的[^,。;]{0,3}(?:任务|责任|大事|职责|追求|选择|要务|要求|目标|工作)")
# What ranks, up to a phrase before the place: 居全国同行业第一, 蝉联第一. Signs that are parts of other words
# (居民, 邻居, 系列, 排放) rank nothing.
_RANKING = (
    r"(?:(?<![邻安民宜人新旧定移群社])居(?![民住家委])|(?<![系班专序行陈前下])列(?![车入])|(?<![安减])排(?![放污水查除])|占(?![领])"
    r"|位于|处于|蝉联|夺得|勇夺|荣膺|荣登|荣获|登上|登顶|跃升|升至|升到|跃至|上升到|上升为|保持)"
)
_PLACED = re.compile(
    rf"{_RANKING}[^,。;、\n]{{0,20}}$"
    # the second place of a list that has its own region: 全省第三、苏南第一
    rf"|(?:{_RANKING}[^,。;、\n]{{0,16}}|[国{DIVISION}])第[0-9一二三四五六七八九十]{{1,3}}位?、[^,。;、\n]{{1,8}}$"
)
# Signs before a place that say of themselves where or in what it is.
_SIGNS_BEFORE = frozenset("居列排省国市界球区部名州县疆得获到至为位")
# 首位 is more often what comes first: only a region before it makes it a place, 力争全国首位
_REGIONS = frozenset("省国疆球界")
# Also a part of a province: 苏北第一, 粤东西北第二.
_COUNTED = re.compile(
    "(?:[牌总]数|总分|评分|得分|积分|总量|金牌榜|奖牌榜|[苏皖豫鲁粤川湘鄂赣陕浙闽桂冀辽蒙黔滇陇晋][东南西北中]{1,3})$"
)
# 第一、二产业 and 第一、二名: further numerals hang on the same 第; 倒数第一 counts from the end
_RUNS_ON = re.compile(r"[、和至][一二三四五六七八九十]{1,3}(?:[、和至产位名]|$)")
_MORE_FOLLOWS = frozenset("和并且及")

# 全省前三: among so many first
_AMONG = re.compile(
    "前(?<=[省国市区县州盟球界]前)(?P<number>[两二三四五六七八九十]{1,3})[位名]?+(?=[,。;、)\n]|$)"
)


def among_first(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Yield where each place among the first of a region stands, and among how many: 保持全省前三."""
    for match in _AMONG.finditer(text):
        number = chinese(match["number"])
        if number is not None:
            yield *match.span(), number


def places(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Yield where each place that the folded ``text`` states begins and ends, and which it is."""
    for start, end in (match.span() for words in _RANKS for match in words.finditer(text)):
        if _RUNS_ON.match(text, end) or text.startswith("倒数", max(0, start - 2)):
            continue
        if in_slogan(text, start, end):
            continue
        if not text.startswith("第", start):
            if _is_placed(text, start, end) or (
                text[start - 1 : start] in _REGIONS and _is_told(text, start, end)
            ):
                yield start, end, Decimal(1)
            continue
        members = list(_MEMBER.finditer(text, start, end))
        if all(member["unit"] for member in members):
            stated = (
                _PUT.search(text, max(0, start - 16), start) is None and _FOREMOST.match(text, end) is None
            )
        else:
            stated = _is_placed(text, start, end) or _is_told(text, start, end)
        for member in members if stated else ():
            place = chinese(member["place"])
            if place is not None:
                yield *member.span(), place


def _is_placed(text: str, start: int, end: int) -> bool:
    """Whether a word that ranks stands before the place, and nothing that it would be the first of behind."""
    return (
        (unitless.ends_phrase(text, end) or text[end] in _MORE_FOLLOWS)
        and _PLACED.search(text, max(0, start - 30), start) is not None
        and _PUT.search(text, max(0, start - 16), start) is None
    )


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether the sign or word right before the place says that it is one: 全省第一, 奖牌总数第一."""
    return (
        start > 0
        and unitless.ends_phrase(text, end)
        and (text[start - 1] in _SIGNS_BEFORE or _COUNTED.search(text, max(0, start - 4), start) is not None)
        and _PUT.search(text, max(0, start - 16), start) is None
    )
