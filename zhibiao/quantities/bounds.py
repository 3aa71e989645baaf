"""The words around an amount that limit it: 超, 近, 不低于 before it; 以上, 左右, 以内 behind it."""

from __future__ import annotations

import re

from zhibiao.lexicon import DIVISION, rows
from zhibiao.model import Bound
from zhibiao.quantities.tries import longest_of


def _load() -> tuple[dict[str, Bound], dict[str, Bound]]:
    before: dict[str, Bound] = {}
    behind: dict[str, Bound] = {}
    for row in rows("bounds"):
        (before if row["place"] == "before" else behind)[row["text"]] = Bound(row["bound"])
    return before, behind


BEFORE, BEHIND = _load()
"""Words of ``lexicon/bounds.csv`` and the bound that each sets."""

# By their last sign, longest first: most amounts have none, and one look-up settles it.
_BY_LAST_SIGN: dict[str, list[str]] = {}
for _word in sorted(BEFORE, key=len, reverse=True):
    _BY_LAST_SIGN.setdefault(_word[-1], []).append(_word)

# 以 上: torn by the end of a line that is no longer there
_TORN = {" ".join(word): word for word in BEHIND if len(word) == 2}
# 100条(个)以上: another measure word may stand in brackets between
# 14.9%(以下简称…) tells how it is called from there on
_BEHIND = re.compile(
    rf"[ *_]{{0,4}}+(?:\([一-鿿]{{1,2}}\))?\(?(?P<word>{longest_of([*BEHIND, *_TORN])})(?!简称|同\)|统称)"
)
# 联通60个县以上: behind the thing counted, where the clause ends; 60个县级以上 tells which
_ABOVE = "以上"
_NOUN_BETWEEN = re.compile(r"[一-鿿]{1,2}(?<![级等类科处厅局股层岁年天强者次元名省市优良])以上[,。;、\n]")
# 一倍多; 多 behind other units belongs to the word that follows: 元多元化
_MORE = re.compile(r"多(?![元于种样个层点年])")
_MORE_OF = frozenset(("倍", "番", "成"))
_STRONG, _PHRASE_ENDS = "强", ",。;、)\n"  # 占全国的1/5强
# 约占全市生产总值的8%, 约占改革开放27年来外资总量的28%
_FAR = re.compile(r"约占(?:[^,。;:、!?\n0-9]{1,6}[0-9]{1,2}年[来间])?[^,。;:、!?\n0-9]{1,20}$")
# 约可减轻负担8000万元, 约需资金5亿元: the verb stands between
_FAR_CAN, _MAY, _NEEDS = (
    re.compile(r"(?<![预节制合契公签])约[可需]要?[^,。;:、!?\n0-9]{1,16}$"),
    "约可",
    "约需",
)
# 约为全国平均的70%
_FAR_LIKE = re.compile(r"约(?:为|是|相当于)[^,。;:、!?\n0-9]{2,20}的$")
# 不得超过总耕地面积的5%; 超过计划的5% tells by how much
_FAR_LIMIT = re.compile(
    r"(?P<word>不(?:得|能)?(?:超过|高于|低于|少于))[^,。;:、!?\n0-9]{2,20}(?<!平均水平)(?<!平均值)的$"
)
# 不到珠三角的一半, 超过电力总装机的7成; 超过计划的15% tells by how much
_FAR_PART = re.compile(
    r"(?P<word>接近|将近|不到|不足|超过)(?![^,。;:、!?\n]{0,16}(?:计划|目标|预算|预期|定额|任务|水平|平均|年))"
    r"[^,。;:、!?\n0-9]{2,20}的$"
)
# 每个县至少打造2个, 至少引进投资5亿元以上的项目2个: the verb stands between, and which things
_LEAST = "至少"
# 至少新增种养大户40个、家庭农场40个: it bounds the next of a list too, unless each place has that
_LEAST_DONE = re.compile(
    r"至少(?!每|林|数民族)[^,。;:、!?()\d\n]{1,12}(?:[\d.]+[万亿]?元以上[^,。;:、!?()\d\n]{1,8}"
    r"|(?:\d+ ?[个家所座名条户][^,。;:、!?()\d\n和]{0,8}[、和](?![每各新建改完培引办打扶支选组])[^,。;:、!?()\d\n]{0,8}){1,2})?$"
)
_LEAST_REACH, _FAR_REACH = 44, 28
_SHARES = frozenset(("%", "成", "倍", None))
# 不低于人均13元, 人均不低于每月800元: for whom or how often stands between
_FAR_EACH = re.compile(
    r"(?P<word>不(?:得|能)?(?:低于|少于|超过|高于)|(?<!不)超过?|(?<!不)低于(?=每))"
    r"(?:[人户亩月年日]均|每[百千万]?[人户亩月年天日](?:每[月年天日])?|每立方米)$"
)
_EACH_ENDS = frozenset("均人户亩月年天日米")
# 超过全国1/3, 超过全区人口的74%: of a whole
_FAR_WHOLE = re.compile(rf"(?P<word>超过)全(?:[国球]|[国{DIVISION}](?:[^,。;:、\d\n]{{1,6}}的|的))$")
# 突破35000元和10000元大关, 迈过6万亿元、7万亿元两个台阶
_MARK = ("大关", "台阶")
_MARKS = re.compile(
    r"[ *_]*[\d.]+[万亿千百]*元?(?:[、和及][\d.]+[万亿千百]*元?){1,4}(?:[两二三四五2-5][个大])?(?:大关|台阶)"
)
# 主营业务收入超10亿元、50亿元、100亿元的企业, 超10亿元或1亿美元项目: marks of which things are meant
_CLASS_MARK = frozenset(("超", "过", "超过", "突破"))
_CLASS_MARKS = re.compile(
    r"[ *_]*[\d.]+[万亿千百]*元(?:[、和及或][\d.]+[万亿千百]*[美欧]?元){1,4}(?:以上)?的?[一-鿿]{0,8}?(?:企业|项目|园区|集群|集团|产业)"
)
_EITHER, _EITHER_ABOVE = "或", re.compile(r"或(?:者)?[\d.]+[万亿千百]*[美欧]元以上")
_SHARING = frozenset(("约为", "大约为"))
_DEALT = re.compile(r"(?:分别|均|都)(?:达到?|为|在|达到了)?$")
_GAP = " *_\n"
# 近五年 looks back five years, 近期, 附近 and 最近 are other words.
_NOT_BEFORE = {
    "近": "附最远靠邻就新亲走拉贴相",
    "约": "节公签违合条契集特制预",
    "超": "赶",
    "上": "以之早晚网会路街海线马身地迈站跨登冲跃",
    "破": "爆打",
    "过": "通经不度超透再",
}
_PAID = ("补贴", "津贴")  # 财政补贴近千万元 is no 贴近
_ROUND = frozenset("十百千万亿")
_STEPPED_ON = frozenset(
    ("迈上", "站上", "跨上", "跃上", "登上", "迈过", "跨过", "跨越", "越过", "连跨", "跃过")
)
_SPANS_OF_TIME = frozenset(("年", "个月", "天", "周", "日", "季度", "个季度", "期", "届", "学年"))
_FIRST_BEHIND = frozenset(word[0] for word in BEHIND) | {" ", "*", "_", "("}


def word_before(text: str, start: int, floor: int, unit: str | None) -> tuple[int, str] | None:
    """Return where the bound word that ends at ``start`` begins, and the word; none before ``floor``."""
    end = start
    while end > floor and text[end - 1] in _GAP:
        end -= 1
    if end == floor:
        return None
    for word in _BY_LAST_SIGN.get(text[end - 1], ()):
        begin = end - len(word)
        if begin >= floor and text.startswith(word, begin):
            if word == "近" and unit in _SPANS_OF_TIME:
                return None
            if word == "上" and text[start : start + 1] not in _ROUND:
                return None  # 会上3项, but 上百亿元
            if word in _STEPPED_ON and unit == "个":
                return None  # 迈上3个台阶: so many were climbed
            if word == "突破" and unit in ("个", "项") and "技术" in text[start : start + 16]:
                return None
            if begin and text[begin - 1] in _NOT_BEFORE.get(word, ""):
                return (begin, word) if word == "近" and text.startswith(_PAID, begin - 2) else None
            return begin, word
    return None


def word_behind(text: str, end: int, unit: str | None) -> tuple[int, str] | None:
    """Return where the bound word that follows ``end`` ends, and the word."""
    first = text[end : end + 1]
    if first == "多" and unit in _MORE_OF and _MORE.match(text, end):
        return end + 1, first
    if first == _STRONG and text[end - 2 : end - 1] == "/" and text[end + 1 : end + 2] in _PHRASE_ENDS:
        return end + 1, first
    if unit == "个" and _NOUN_BETWEEN.match(text, end):
        return end, _ABOVE
    if first == _EITHER and _EITHER_ABOVE.match(text, end):
        return end, _ABOVE
    if first not in _FIRST_BEHIND:
        return None
    found = _BEHIND.match(text, end)
    if found is None:
        return None
    word = _TORN.get(found["word"], found["word"])
    if word == "内" and (unit not in _TIMES or text.startswith(("外", "陆", "容", "部"), found.end())):
        return None
    return found.end(), word


def far_before(text: str, start: int, unit: str | None) -> str | None:
    """Return the bound word that stands before what a share is of: 约占全市的80%, 不得超过预算的3%."""
    if text.find(_LEAST, max(0, start - _LEAST_REACH), start) >= 0 and _LEAST_DONE.search(
        text, start - _LEAST_REACH, start
    ):
        return _LEAST
    opening = max(0, start - _FAR_REACH)
    if (text.find(_MAY, opening, start) >= 0 or text.find(_NEEDS, opening, start) >= 0) and _FAR_CAN.search(
        text, opening, start
    ):
        return "约"
    last, is_share = text[start - 1 : start], unit in _SHARES
    if not is_share and last not in _EACH_ENDS:
        return None
    if last in _EACH_ENDS and (each := _FAR_EACH.search(text, opening, start)) is not None:
        return each["word"]
    if not is_share:
        return None
    if (whole := _FAR_WHOLE.search(text, opening, start)) is not None:
        return whole["word"]
    if text.find("约占", opening, start) >= 0:
        return "约" if _FAR.search(text, opening, start) else None
    if last != "的":
        return None
    if text.find("约", opening, start) >= 0 and _FAR_LIKE.search(text, opening, start):
        return "约"
    limit = _FAR_LIMIT.search(text, opening, start) or _FAR_PART.search(text, opening, start)
    return limit["word"] if limit else None


def deals_out(text: str, start: int, word: str) -> bool:
    """Whether 分别 stands before a word that is told far before the number at ``start``: 分别约为全国平均的70%、60%."""
    found = text.rfind(word, max(0, start - 28), start)
    return found >= 0 and _DEALT.search(text, max(0, found - 4), found) is not None


def governs_list(text: str, start: int, word: str) -> bool:
    """Whether the word at ``start`` limits all members of a list: 约为8%和9%, 分别超过30亿元、40亿元."""
    if any(text.find(mark, start, start + 36) >= 0 for mark in _MARK) and _MARKS.match(
        text, start + len(word)
    ):
        return True
    if word in _CLASS_MARK and _CLASS_MARKS.match(text, start + len(word)):
        return True
    return word in _SHARING or (
        BEFORE[word] is not Bound.EXACT and _DEALT.search(text, max(0, start - 6), start) is not None
    )


_TIMES = frozenset(
    ("年", "个月", "天", "周", "日", "小时", "个小时", "分钟", "个工作日", "工作日", "秒", "公里")
)


def bound_of(before: str | None, behind: str | None, inside: str | None, is_range: bool) -> Bound:
    """Return the bound that the words set together; behind weighs most, a range without words is a range."""
    if behind:
        return BEHIND.get(behind, Bound.AT_LEAST)
    if before and BEFORE[before] is not Bound.ABOUT:
        return BEFORE[before]
    if inside:
        return Bound.AT_LEAST
    if before:
        return BEFORE[before]
    return Bound.RANGE if is_range else Bound.EXACT
