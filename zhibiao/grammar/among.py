"""Where a place is told, and among how many: ``空气质量在168个重点城市中排第21位`` is of the air, not of the cities."""

from __future__ import annotations

import re

from zhibiao.grammar.measure_words import CLIMBS, RANK_STEPS
from zhibiao.grammar.phrases import alternatives
from zhibiao.grammar.sentence import Sentence
from zhibiao.lexicon import DIVISION
from zhibiao.model import Quantity

SIGNS_OF_PLACES = ("第", "首", "前", "榜")
REACH = 16
# Not the 居, 列 and 排 of 人居环境, 居民, 系列, 列车, 减排 and 排水.
RANKS = r"居(?<![人宜安民定移]居)(?![民住家委])|列(?<![系并陈]列)(?!车)|排(?<![减安外]排)(?![水放污涝查])"
PLACED = rf"(?:在[^,。;、\d]{{0,4}}|{RANKS})[^,。;、\d]{{0,8}}"
BEFORE = re.compile(rf"{PLACED}$")
# What stands behind the number: whom it counts, and what ranks.
BEHIND = (
    r"[^,。;:、\d]{1,15}?(?:(?<!其)中的?|(?<=[市县区州盟旗省份国位园校院家队])的?)"
    r"(?:综合|增速|增幅|总量|排名|位次|名次|上升|晋升|提升|前移|继续|保持|分别|[排居位列名升进跃攀稳至到由为均])*+"
)
COUNTED = re.compile(BEHIND)
AMONG_SO_MANY = re.compile(
    rf"(?:综合)?(?:增速|增幅|总量|排名|位次)?[稳位跃名排]?{PLACED}\d+(?=[个家座所名]){BEHIND}$"
)

RANK_VERB = re.compile(rf"(?:稳|位|跃|名|跻身|保持)?(?:{RANKS})|(?:稳|保持|跻身)(?=全|世界)")
# 增速苏南第一
AT_ONCE = re.compile(rf"{alternatives('among')}$")
# 增幅在全国省会城市中排名第一
AMONG = re.compile(
    rf"(?:增速|增幅|总量)?在[^,;。、\d]{{0,8}}[国{DIVISION}](?:[^,;。、\d]{{0,6}}(?:城市|地区|省份))?中$"
)
# 六城区, 全市九县(市): without a measure word
SO_MANY_DIVISIONS = rf"(?:全[国{DIVISION}])?[一二三四五六七八九十]{{1,3}}(?:个|大)?(?:主?城区|市辖区|县区|区县|县市|市县|市州|州市|旗县区?|[{DIVISION}](?:\([县市区旗、]{{1,5}}\))?)"
# 北部湾地区, 淮海经济区
AREA = r"[一-鿿]{2,5}(?:(?<!贫困)地区|经济区|经济带|城市群|城市圈|都市圈|流域)"
# 居全国第五、中部第一; 增速全省第三、苏南第一; 在黄河金三角地区排名第2: a further place of what was ranked before.
AMONG_OTHERS = re.compile(
    r"[\s*,、]*(?:并|且|也|仍|又|均|都|分别)*(?:增速|增幅|总量|增量)?"
    rf"(?:(?:从|由|在|(?:稳|位|跃|名)?(?:居|列|排))?(?:{alternatives('among')}|{SO_MANY_DIVISIONS}|{AREA})(?:中|里)?"
    rf"|在[^,;。、\d]{{0,8}}?(?:{alternatives('among')}|[一-鿿]地区)(?:\([^()]{{1,6}}\))?(?:中|里|的)?)"
)


# 经济总量在全国位次上升, 在全国大中城市排名前移
PLACES_CLIMBED = re.compile(rf"的?(?:排名|排位|位次|名次)?{CLIMBS.pattern}")


def climbs_places(quantity: Quantity, clause: str) -> bool:
    """Say whether ``clause`` ends by telling that something climbs or falls by so many places."""
    return quantity.unit_text in RANK_STEPS and CLIMBS.search(clause) is not None


def ranks_last_again(clause: str) -> bool:
    """Say whether a clause before a place tells only among whom else the last subject has it."""
    return AMONG_OTHERS.fullmatch(clause) is not None


def ranks_among(sentence: Sentence, group: list[Quantity], following: int) -> bool:
    """Say whether a count tells among how many the place at ``following`` is: its subject stands before both."""
    folded, count = sentence.folded, group[0]
    if len(group) > 1 or not folded.startswith(SIGNS_OF_PLACES, following):
        return False
    opening = max(sentence.start, count.outer_start - REACH)
    return (
        not count.rank
        and COUNTED.fullmatch(folded, count.outer_end, following) is not None
        and BEFORE.search(folded, opening, count.outer_start) is not None
    )


def rank_start(folded: str, start: int, end: int, *, among: bool) -> int:
    """Return where the words that tell a place begin, between ``start`` and the place at ``end``: 增速居全省第….

    ``among`` says whether they tell among how many it is.
    """
    many = AMONG_SO_MANY.search(folded, start, end) if among else None
    if many:
        return many.start()
    rank = RANK_VERB.search(folded[start:end]) or AT_ONCE.search(folded[start:end])
    begins = start + rank.start() if rank else end
    of_all = AMONG.search(folded, start, begins)
    return of_all.start() if of_all else begins


def without_among(clause: str) -> str:
    """Return a clause before a place without the words that tell among how many it is."""
    return AMONG_SO_MANY.sub("", clause)
