"""Lists of names: ``A、B和C分别增长x、y、z``, names that share a head, names that share one number.

Two items of a list often share an end (城镇、农村居民人均可支配收入) or a beginning (单位生产总值能耗和二氧化碳
排放): an item that is no name by itself is tried with the end of the last item, then with the beginning of the
first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from zhibiao.grammar.names import COMPOUNDS, INDICATOR_OF_NAME, NAMES
from zhibiao.grammar.phrases import EDGE, alternatives, bare_name, leaves_whole, prefix_end
from zhibiao.grammar.shapes import id_of_shape
from zhibiao.lexicon import DIVISION, indicators_of, lists_of_indicators

# What stands in brackets explains one name: 秀屿(含湄洲岛、北岸)、仙游.
OUTSIDE_BRACKETS = r"(?![^()]*\))"
# 和谐社区, 和美乡村
AND = "和(?!谐|睦|美[乡村])"
LAST_CONJUNCTION = re.compile(f"以及|{AND}|与|及")
CONJUNCTION = re.compile(
    rf"(?:、|以及|{AND}|与|及(?<![普涉危波遍顾]及)(?!时|格|以[上下])|[/]){OUTSIDE_BRACKETS}"
)
COMMA = re.compile(rf"、{OUTSIDE_BRACKETS}")
# 鲍鱼、对虾、扇贝等海珍品产量: examples of one thing, which is the name.
EXAMPLES = re.compile(r"(?:[^、]+、)+[^、和与]*?等(?!级|离子)")
# Words that measure the thing before them, and are no part of its name.
MEASURED_END = re.compile(
    r"(?:增速|增幅|涨幅|增长率|总量|总数|规模|数量|年均|累计|同比|增长速度|下降率|降低率|削减率|(?:下降|降低|削减|减少|减排)(?:幅度|比例)|[两三四五十]年来?)+$"
)
SHORTEST_SHARED = 2
LONGEST_BARE = 2  # 粮食, which is its output where nothing else is said of it
SHORTEST_HEAD, LONGEST_HEAD = 2, 4
# 主要污染物二氧化硫和化学需氧量排放量: what the members are, told before the first of them.
CLASS = re.compile(
    rf"(?:[两二三四五六七八\d][项种类大个])?(?:主要)?{alternatives('class')}(?:(?:总量)?减排(?:指标)?|指标)?(?:中?的|[:—]+)?"
)
AT_END_OF_YEAR = re.compile(r"(?<=.)年末")
# 一、二、三产: behind these one sign is enough of a name.
ORDINALS = frozenset("一二三")
FIRST_ORDINAL = re.compile(r"([^第]*)第([一二三四五六七八九])")
BARE_ORDINAL = re.compile(r"第?[一二三四五六七八九]")
LAST_ORDINAL = re.compile(r"第?([一二三四五六七八九])([^一二三四五六七八九].+)")
LONGEST_SCOPE = 14
# An item shares words with others near it; a list of names as long as a book is none of indicators.
MOST_BESIDE = 20
# 全省实际利用外资和引进外省资金分别增长: whose it is, the place that the clause opens with says.
REGION = re.compile(rf"^(?:全[国{DIVISION}]|我[国{DIVISION}])")
# 城乡居民收入 is one indicator with one number, and two with two.
SPLIT_IN_TWO: dict[str, tuple[str, str]] = {
    whole: (one, other) for whole, one, other in lists_of_indicators("whole_and_its_halves")
}
IDS_OF_NAME = COMPOUNDS | {name: (identifier,) for name, identifier in INDICATOR_OF_NAME.items()}
_IN_ORDER = sorted(IDS_OF_NAME)
_IN_ORDER_FROM_BEHIND = sorted(name[::-1] for name in IDS_OF_NAME)
# 高新技术企业、科技型中小企业贷款余额分别增长20%和15%: what both owe or earn is no number of firms.
FIRMS = indicators_of("stock_of_firms")
OF_FIRMS = re.compile(
    rf"{alternatives('firm')}[^、]{{0,6}}{alternatives('owned_amount', 'amount_of_firms')}(?:余额|总额|额|总量)?$"
)
LOCAL_REVENUE, TOTAL_REVENUE = ("fiscal_revenue",), ("total_fiscal_revenue",)
TAX, EARNED = ("tax_revenue",), re.compile(f"{alternatives('earned_end')}$")
HEADS_OF_TWO = {"城乡": ("城镇", "农村"), "城镇和农村": ("城镇", "农村"), "存贷款": ("存款", "贷款")}


def items_of(words: str, wanted: int | None) -> list[str]:
    """Split a list of names, in ``wanted`` items where that number is given and possible."""
    every = [item for item in CONJUNCTION.split(words) if item.strip(" *")]
    if wanted is None or len(every) == wanted:
        return every
    commas = [item for item in COMMA.split(words) if item.strip(" *")]
    if len(commas) == wanted:
        return commas
    if commas and len(commas) == wanted - 1:
        # The last two are joined by 和; the names themselves may hold one.
        head, last = commas[:-1], commas[-1]
        parts = LAST_CONJUNCTION.split(last)
        for cut in range(1, len(parts)):
            joined = re.search(re.escape("".join(parts[:cut])), last)
            if joined and len(parts) == 2:
                return [*head, *parts]
    without_examples = EXAMPLES.sub("", words)
    shorter = items_of(without_examples, wanted) if without_examples != words else []
    return shorter if len(shorter) == wanted else every


def with_shared_ordinal(items: list[str]) -> list[str]:
    """Complete items that share 第 and the words behind the last numeral.

    >>> with_shared_ordinal(["第一", "二", "三产业贡献率"])
    ['第一产业贡献率', '第二产业贡献率', '第三产业贡献率']
    """
    head = FIRST_ORDINAL.fullmatch(items[0]) if len(items) > 1 else None
    last = LAST_ORDINAL.fullmatch(items[-1]) if head else None
    if head is None or last is None or not all(BARE_ORDINAL.fullmatch(item) for item in items[1:-1]):
        return items
    numerals = [head[2], *(item.removeprefix("第") for item in items[1:-1]), last[1]]
    return [f"{head[1]}第{numeral}{last[2]}" for numeral in numerals]


@lru_cache(maxsize=16384)
def ids_of_items(items: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return for each item of a list the ids of the indicators that it names, or none."""
    names = _plain_names(items)
    every = tuple(
        _ids(name) or _ids(_completed(names, position)) or _ids_of_shape(name)
        for position, name in enumerate(names)
    )
    if len(names) > 1 and not every[-1]:
        every = tuple(_with_head_shared(names, position, ids) for position, ids in enumerate(every))
    if TAX in every and {TAX, ()}.issuperset(every) and any(EARNED.search(name) for name in names):
        return ((),) * len(every)  # 营收、税收分别增长20%、18%: the taxes of those who earn so much
    if any(name.startswith("地方") for name in names) and every.count(LOCAL_REVENUE) > 1:
        # 财政收入和地方财政收入: what is told beside the local revenue is the whole.
        return tuple(
            TOTAL_REVENUE if ids == LOCAL_REVENUE and not (name.startswith("地方") or "预算" in name) else ids
            for ids, name in zip(every, names, strict=True)
        )
    return every


def _with_head_shared(names: list[str], position: int, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of an item with the head noun of the last, which names none itself: 粮食、油料播种面积 are areas."""
    shared = _ids(_completed(names, position)) if ids and len(names[position]) <= LONGEST_BARE else ()
    return shared or ids


def but_for_head_of_last(
    items: tuple[str, ...], every: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], ...]:
    """The ids but for those of items that the last one's head noun makes another thing: 粮食和油菜单产."""
    if every[-1]:
        return every
    last = bare_name(items[-1])
    if any(ids and FIRMS.issuperset(ids) for ids in every) and OF_FIRMS.search(last):
        every = tuple(() if FIRMS.issuperset(ids) else ids for ids in every)
    heads = [last[-length:] for length in range(SHORTEST_HEAD, min(LONGEST_HEAD, len(last) - 1) + 1)]
    return tuple(
        () if ids and _names_another(bare_name(item), heads) else ids
        for ids, item in zip(every, items, strict=True)
    )


def _names_another(name: str, heads: list[str]) -> bool:
    """Say whether the shortest of the heads that makes a known name of an item makes one without an indicator."""
    known = (NAMES[name + head] for head in heads if name + head in NAMES)
    return next(known, None) == ""


def _plain_names(items: tuple[str, ...]) -> list[str]:
    """The items without the words around them, the first without the class that all of them belong to."""
    names = [plain_name(item) for item in items]
    opening = CLASS.match(names[0])
    if len(names) > 1 and opening is not None and not _ids(names[0]):
        member = names[0][opening.end() :]
        if _ids(member) or _ids(_completed([member, *names[1:]], 0)):
            names[0] = member
    return [_with_head_of(names[-1], name) for name in names[:-1]] + names[-1:]


def _with_head_of(last: str, name: str) -> str:
    """常住人口 beside 户籍人口城镇化率 is 常住人口城镇化率: what both are of stands before the head noun of the last.

    >>> _with_head_of("户籍人口城镇化率", "常住人口"), _with_head_of("城镇化率", "常住人口")
    ('常住人口城镇化率', '常住人口')
    """
    akin = last.find(name[-SHORTEST_SHARED:], 1)
    whole = name + last[akin + SHORTEST_SHARED :] if akin > 0 else ""
    return whole if whole != name and _ids(whole) else name


@lru_cache(maxsize=16384)
def plain_name(item: str) -> str:
    """Return the item without the words around it, unless it is a name as it stands (自然增长率, 游客人数)."""
    whole = item.strip(EDGE)
    if _ids(whole) or whole in NAMES:  # 地方经济总量: what only looks like a longer form of a name
        return whole
    whole = REGION.sub("", whole)
    if _ids(whole):
        return whole
    opening = prefix_end(whole)
    rest = whole[opening:]
    if _ids(rest):
        return rest
    for cut in range(1, opening):
        if _ids(whole[cut:]):  # 全年引进内资: the verb is a part of the name
            return whole[cut:]
    unmeasured = MEASURED_END.sub("", whole)  # 实际使用外资年均, of which 实际使 is no prefix
    if _ids(unmeasured):
        return unmeasured
    shorter = MEASURED_END.sub("", rest)
    return shorter if _ids(shorter) else (_without_scope(rest) or bare_name(item) or whole)


def _without_scope(words: str) -> str:
    """县级以上饮用水水源地水质达标率 without the words before the name, where they leave it whole; else nothing."""
    for cut in range(SHORTEST_SHARED, min(len(words) - SHORTEST_SHARED, LONGEST_SCOPE) + 1):
        ids = _ids(words[cut:])
        if ids:
            return words[cut:] if leaves_whole(words[:cut], ids) else ""
    return ""


def _ids(name: str) -> tuple[str, ...]:
    plain = name.replace(" ", "")
    return IDS_OF_NAME.get(AT_END_OF_YEAR.sub("", plain) if "年末" in plain else plain, ())


def _ids_of_shape(name: str) -> tuple[str, ...]:
    shaped = id_of_shape(name)
    return (shaped,) if shaped else ()


@lru_cache(maxsize=16384)
def texts_of_items(items: tuple[str, ...]) -> tuple[str, ...]:
    """Return the whole name of each item of a list: 城镇、农村居民收入 are 城镇居民收入 and 农村居民收入."""
    names = _plain_names(items)
    return tuple(
        name if _ids(name) else (_completed(names, position) or bare_name(name) or name)
        for position, name in enumerate(names)
    )


def _completed(names: list[str], position: int) -> str:
    """The name at ``position`` with the end of a later item, or the beginning of an earlier; else nothing."""
    name = MEASURED_END.sub("", names[position])
    if not name:
        return ""
    later_names = names[position + 1 : position + 1 + MOST_BESIDE][::-1]
    for later in later_names if _begins_one(name, _IN_ORDER) else ():
        shortest = 1 if name in ORDINALS else SHORTEST_SHARED
        for cut in range(1, len(later) - shortest + 1):
            if len(_ids(name + later[cut:])) == 1:
                return name + later[cut:]
    earlier_names = names[max(0, position - MOST_BESIDE) : position]
    for earlier in earlier_names if _begins_one(name[::-1], _IN_ORDER_FROM_BEHIND) else ():
        for cut in range(len(earlier) - 1, SHORTEST_SHARED - 1, -1):
            if len(_ids(earlier[:cut] + name)) == 1:
                return earlier[:cut] + name
    return ""


def _begins_one(words: str, names: list[str]) -> bool:
    """Say whether one of the names, which are in order, may begin with these words: most items begin, or end, none."""
    if "年" in words or "末" in words:
        return True  # 年末 is left out of a name
    bare = words.replace(" ", "")
    place = bisect_left(names, bare)
    return place < len(names) and names[place].startswith(bare)


def halves(name: str, ids: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]] | None:
    """Return the two indicators, with their words, that one name stands for where it has two numbers."""
    for joined, (one, other) in HEADS_OF_TWO.items():
        if joined in name:
            words = (name.replace(joined, one, 1), name.replace(joined, other, 1))
            if len(ids) == 1 and ids[0] in SPLIT_IN_TWO:
                pair = SPLIT_IN_TWO[ids[0]]
                return [((pair[0],), words[0]), ((pair[1],), words[1])]
            if not ids:
                return [(_ids(words[0]), words[0]), (_ids(words[1]), words[1])]
    return None
