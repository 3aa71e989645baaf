"""What makes a number behind an indicator's name that of a part, by what the sentence said before it.

Words before the name that make it a part (园区工业增加值) are seen where the name is read; here is what an earlier
figure says: the thing counted, an industry, the first item of a list, the whole that 其中 divides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from zhibiao.grammar import owners
from zhibiao.grammar.capital import sets_floor
from zhibiao.grammar.counted_span import OWNERS
from zhibiao.grammar.names import CANONICAL_UNIT, NAMES, STARTS, dimension
from zhibiao.grammar.phrases import alternatives, is_prefix, words_at
from zhibiao.grammar.recipients import is_of_recipients
from zhibiao.grammar.region_parts import is_of_field
from zhibiao.grammar.revenues import LOCAL, TOTAL
from zhibiao.grammar.sentence import JOINS_PLACES, Sentence
from zhibiao.grammar.subject import Subject, replace
from zhibiao.grammar.travel import is_of_kind_of_travel
from zhibiao.grammar.wholes import id_of_whole
from zhibiao.lexicon import DIVISION, indicators_of
from zhibiao.model import Quantity
from zhibiao.text_search import behind_last

# 财政一般预算收入…其中地方财政收入… are two indicators under names that reports use for either.
REVENUES = indicators_of("revenue")
# 引进市外资金…,其中省外资金…: what comes from other provinces is what is counted everywhere.
CLAUSE_ENDS = (",", ";")
CAPITAL, WITHIN_COUNTRY = ("domestic_capital_introduced",), "省外"
INDUSTRY = re.compile(
    rf"[业园](?:{alternatives('of_industry')}|$)|{alternatives('firm')}|产业|经济(?:实现|完成)?增加值"
)
# 16个国考断面水质优良率: the rate is the region's over all that are counted.
OF_ALL_COUNTED = indicators_of("measured_over_all_counted")
SEVERAL, MOST_PLACES = 2, 12
# 占全市工业增加值比重64%, by the level of the region: 占全省… is told of the whole region.
OF_REGION = re.compile(rf"占(?:到)?全([{DIVISION}])(.{{2,20}}?)的?(?:总量|总额)?的?(?:比重|比例)?$")
OWN_SIGNS = ("省", "市州盟", "县市旗")
WHOLE_YEAR, ENTERPRISES = "全年", frozenset({"家", "户", "个"})
# What an industry or its enterprises earn and own.
EARNED = words_at("earned")
# 猕猴桃综合产值增长8.5%、出口增长53.6%
MADE = re.compile(rf"{alternatives('made')}$")
TRADE = words_at("trade")
ABROAD, SOLD_ABROAD = "出口", words_at("sold_abroad")
OWNED = words_at("owned")
MOST_OWNED = 5
TOWN_AREA = re.compile("(?:区|县城)[^,;。]{0,4}面积|[市城]区建成区$")
FURTHER_ITEM = re.compile(rf"(?:\([{DIVISION}]\))?[、和及]")
ACHIEVED = words_at("achieving")
NEW_ONES = re.compile("[新净]增|新(?:培育|认定|引进)")
TAXES = words_at("tax")
SOLD_OR_MADE = re.compile(rf"{alternatives('sales')}$")
BARE_WORDS = words_at("bare_name")


def is_part(sentence: Sentence, start: int, before: str, ids: tuple[str, ...], text: str) -> bool:
    """Say whether the sentence so far makes the name ``text`` that of a part.

    ``start`` is where its clause begins, ``before`` the words between, ``ids`` the indicators that it names.
    """
    return (
        (is_of_counted(sentence, start) and not OF_ALL_COUNTED.issuperset(ids))
        or _is_of_class(sentence, start, ids)
        or _goes_on_of_counted(sentence, before, ids)
        or _is_of_industry(sentence, text, before, start + len(before) + len(text))
        or _is_of_town(sentence, ids)
        or _is_further_part(sentence, start, before)
        or _is_member(sentence, ids, text, before)
        or _is_of_places(sentence, start, before)
        or is_of_field(sentence.folded, start, sentence.start, ids)
        or _is_effect(sentence, start + len(before), ids)
        or _is_built_in_zone(sentence, start, before, ids)
        or _is_of_firms(sentence, start, before, ids, text)
        or is_of_recipients(sentence, start, before, ids)
        or is_of_kind_of_travel(sentence, start, before + text, ids)
        or EXCEPT.search(sentence.folded, max(sentence.start, start - EXCEPT_REACH), start) is not None
    )


def without_whole(words: str) -> str:
    """固定资产投资中工业投资, 财政支出中民生支出占比: the words before a name but for the whole that it is told to be in."""
    return "" if id_of_whole(words) else words


def _is_built_in_zone(sentence: Sentence, start: int, before: str, ids: tuple[str, ...]) -> bool:
    """30个工业园区建设局面喜人,基础设施投资达到50亿元: roads and pipes behind a clause on zones are those of the zones."""
    if ids != INFRASTRUCTURE or WHOLE_AGAIN.search(before) or OF_ZONES.search(before):
        return False
    clause = behind_last(sentence.folded, CLAUSE_ENDS, sentence.start, start - 1)
    return OF_ZONES.search(sentence.folded, clause, start) is not None


def _is_of_firms(sentence: Sentence, start: int, before: str, ids: tuple[str, ...], text: str) -> bool:
    """省属企业创新导向更加突出,研发经费投入增长15.6%: what the clause on the state's firms goes on with is theirs."""
    if not ids or not RESEARCH.issuperset(ids) or WHOLE_AGAIN.search(before) or OF_ALL in text:
        return False
    clause = behind_last(sentence.folded, CLAUSE_ENDS, sentence.start, start - 1)
    return owners.STATE_FIRMS.match(sentence.folded, clause, start) is not None


def _is_effect(sentence: Sentence, end: int, ids: tuple[str, ...]) -> bool:
    """预计带动新增固定资产投资290亿元: say whether the name at ``end`` tells what a policy or a project adds to it."""
    opening = max(sentence.start, end - EFFECT_REACH)
    if ids == ("exports",) and SOLD_FAR.search(sentence.folded, opening, end):
        return True  # 荔枝鲜果远销欧美,出口总量增长59%
    if ids and SOLD.issuperset(ids) and DRIVEN.search(sentence.folded, opening, end):
        return AMOUNT.match(sentence.folded, end) is not None
    return EFFECT.search(sentence.folded, opening, end) is not None


def _is_of_places(sentence: Sentence, start: int, before: str) -> bool:
    """襄阳、宜昌经济总量突破6000亿元: say whether the words before the name end in several places that share it."""
    if not sentence.has_places or JOINS_PLACES.isdisjoint(before):
        return False
    end = start + len(before)
    passage, folded = sentence.passage, sentence.folded
    first = bisect_left(passage.place_starts, start)
    places = [one for one in passage.places[first : first + MOST_PLACES] if one.end <= end]
    joined = (folded[one.end : other.start] in JOINS_PLACES for one, other in pairwise(places))
    if len(places) < SEVERAL or not all(joined):
        return False
    rest = folded[places[-1].end : end].strip()
    own = is_prefix(rest) and not WHOLE_AGAIN.search(rest)  # 邵东、武冈力争城镇化率提高1.5个百分点
    return not rest or (own and opens_with_places(sentence, start, end))


def opens_with_places(sentence: Sentence, start: int, end: int) -> bool:
    """泸州经济总量突破3000亿元,内江、自贡突破2000亿元: say whether a clause opens with several places, none of them the last."""
    passage, folded = sentence.passage, sentence.folded
    first = bisect_left(passage.place_starts, start)
    two = passage.places[first : first + 2]
    if len(two) < 2 or two[1].end > end or folded[start : two[0].start].strip(" *、,"):
        return False
    return folded[two[0].end : two[1].start] in JOINS_PLACES


# 扣除房地产开发投资后,固定资产投资增长2.7%; a factor left out (扣除价格因素, 剔除减税影响) leaves what is measured whole.
EXCEPT = re.compile(
    rf"(?:(?<!加计){alternatives('excepting')}|(?<![消扫清解免])除(?=[^,;。、\d]{{2,14}}外,))"
    rf"(?![^,;。]*{alternatives('factor')})[^,;。、\d]{{2,16}},$"
)
EXCEPT_REACH = 24
WHOLE_AGAIN = re.compile(rf"全[国{DIVISION}]|我[{DIVISION}]|全年")
OF_ZONES = re.compile(f"{alternatives('zone_with_roads')}(?!路|等)")
INFRASTRUCTURE = ("infrastructure_investment",)
# 带动新增工业用电97亿度、新增工业增加值335亿元
# 开行班列6000列,带动全省进出口400亿元: so much was traded or sold by it, but 带动社会消费品零售总额增长11.8%
DRIVEN = re.compile(rf"(?:{alternatives('driving')}|促成)了?(?![下力作性型和与])[一-鿿]{{0,6}}$")
AMOUNT = re.compile(r"[^,;。\d增升降长幅]{0,12}[\d.]+[万亿]*(?:元|美元|人次)")
SOLD = indicators_of("sold_or_visited")
SOLD_FAR = re.compile(r"(?:远|畅|热)销[^,;。\d]{1,12},[^,;。\d]{0,6}$")
EFFECT, EFFECT_REACH = re.compile(rf"{alternatives('driving')}了?新增[^,;。]*$"), 40
RESEARCH, OF_ALL = indicators_of("research"), "全社会"
HOUSING = ("affordable_housing",)
FOREIGN, INVESTED, BROUGHT_IN = ("fdi_utilized",), "投资", re.compile("引|招商|到位|外来|利用")
INDUSTRIES = indicators_of("industry")
OF_DESIGNATED_SIZE = indicators_of("of_designated_size")
ALL_INDUSTRY = words_at("all_industry")
DESIGNATED_SIZES = (500, 2000)  # of 10 000 yuan


def _is_further_part(sentence: Sentence, start: int, before: str) -> bool:
    """储备省重点项目120个、市重点项目320个: a further item, without a verb, of what the first is a part of."""
    if not sentence.last or sentence.last[-1].rule != "part" or before.strip(" *、和及"):
        return False
    return "、" in sentence.folded[start - 1 : start + 1]


def _is_of_class(sentence: Sentence, start: int, ids: tuple[str, ...]) -> bool:
    """1亿元以上企业增加值: that of a class; but investment was long told as that of projects above a size.

    规模以上工业 is by definition that with sales of more than 500万元, since 2011 2000万元.
    """
    if not sentence.readings or "fixed_asset_investment" in ids:
        return False
    last = sentence.readings[-1]
    if last.subject.rule != "threshold" or last.quantity.outer_end != start:
        return False
    if ids == CAPITAL and sets_floor(last):
        return False  # 引进1亿元以上省外项目到位资金320亿元
    is_designated = last.quantity.unit_text == "万元" and last.quantity.number in DESIGNATED_SIZES
    return not (is_designated and OF_DESIGNATED_SIZE.issuperset(ids))


def _is_of_industry(sentence: Sentence, text: str, before: str, end: int) -> bool:
    """软件业实现产值291亿元，出口5.9亿美元: a bare word behind an industry's figure tells of that industry."""
    if not sentence.last or sentence.last[-1].ids:
        return False
    if sentence.folded.startswith("增长", end) and NEW_ONES.search(sentence.last[-1].before):
        return False  # 新增外贸企业30家,进出口增长6%: those that are new have nothing to grow from
    if WHOLE_YEAR in before and sentence.readings[-1].quantity.unit_text in ENTERPRISES:
        return False  # 新增进出口企业1656家,预计全年完成进出口2190亿元
    whose = sentence.last[-1].text
    if text in TAXES and SOLD_OR_MADE.search(whose) and _is_joined_to_last(sentence):
        return True  # 平台建设顺利,实现产值110亿元、税收3.1亿元
    if whose in EARNED and len(sentence.readings) > 1:
        whose = sentence.readings[-2].subject.text  # 国有企业资产增长60%,利润增长2倍,税收增长1倍
    if text in SOLD_ABROAD and whose.endswith(ABROAD):
        return True  # 农产品出口60亿元,出口额居全省第一
    if text in TRADE:
        return owners.TRADERS.search(whose) is not None
    if (text in SOLD_ABROAD and MADE.search(whose)) or (text in OWNED and _is_of_owners(sentence)):
        return True
    return text in BARE_WORDS and INDUSTRY.search(whose) is not None


def _is_joined_to_last(sentence: Sentence) -> bool:
    """Say whether what is read stands in one list with the number before."""
    end = sentence.readings[-1].quantity.outer_end if sentence.readings else 0
    return sentence.folded[end : end + 1] == "、"


def _is_of_owners(sentence: Sentence) -> bool:
    """国有企业营业收入增长8%,工业总产值增长5%,研发投入增长20%: say whether the figures before are of some who own."""
    for reading in reversed(sentence.readings[-MOST_OWNED:]):
        if reading.subject.text not in OWNED | EARNED or reading.subject.ids:
            return owners.OWNED.match(reading.subject.text) is not None
    return False


def _is_of_town(sentence: Sentence, ids: tuple[str, ...]) -> bool:
    """中心城区建成区面积拓展到64平方公里,常住人口达到60万: the people of the town, not of the whole region."""
    if ids != ("resident_population",) or not sentence.last:
        return False
    return TOWN_AREA.search(sentence.last[-1].text) is not None


def give_up_whole(sentence: Sentence, share: Subject) -> None:
    """实现工业增加值175亿元,占全市工业增加值比重64%: what is a share of the region's own is no value of the region."""
    found = OF_REGION.search(share.text)
    code = sentence.passage.region_code or ""
    own = OWN_SIGNS[0 if code.endswith("0000") else 1 if code.endswith("00") else 2]
    if found is None or found[1] not in own or not sentence.last:
        return
    ids = (NAMES.get(found[2], ""),)
    if sentence.last[-1].ids != ids:
        return
    for reading in reversed(sentence.readings[:-1]):
        if reading.subject.ids != ids:
            break
        reading.subject = replace(reading.subject, ids=(), rule="part")
    sentence.last = [replace(one, ids=()) for one in sentence.last]


def is_term_of_ratio(sentence: Sentence, quantity: Quantity, ids: tuple[str, ...]) -> bool:
    """三次产业比调整为7.3:45.9:46.8,二产提高1.3个百分点: what changed is the industry's term, not its growth."""
    points = dimension(quantity.unit_text) == "points" and bool(ids) and INDUSTRIES.issuperset(ids)
    return points and bool(sentence.readings) and sentence.readings[-1].subject.rule == "ratio"


def is_of_counted(sentence: Sentence, start: int) -> bool:
    """44个县实现生产总值…: say whether what begins at ``start``, right behind a thing counted, is that thing's."""
    last = sentence.last[-1] if sentence.last else None
    if last is None or start != sentence.position or not last.rule.startswith("counted"):
        return False
    # 控股2家域外上市公司、新增上市公司3家: a further item is of its own.
    return FURTHER_ITEM.match(sentence.folded, start) is None


def _goes_on_of_counted(sentence: Sentence, before: str, ids: tuple[str, ...]) -> bool:
    """44个县实现生产总值…;实现财政收入…: a further amount of the same counted owners, which it does not name again."""
    if before.strip(" *;,") not in ACHIEVED or any(CANONICAL_UNIT[one] != "元" for one in ids):
        return False
    return any(
        part.subject.rule == "part" and owner.subject.rule == "counted" and OWNERS.search(owner.subject.text)
        for owner, part in pairwise(sentence.readings)
    )


def _is_member(sentence: Sentence, ids: tuple[str, ...], text: str, before: str) -> bool:
    """保障性住房7.49万套，其中公共租赁住房2.32万套: 其中 tells a part of the indicator before it."""
    if "其中" not in before or not sentence.last:
        return False
    last = sentence.last[-1]
    if last.rule == "part" and not last.ids:
        return True
    if ids == FOREIGN and last.text.endswith(INVESTED) and not BROUGHT_IN.search(last.text):
        return True  # 完成技术改造投资2000亿元,其中利用外资50亿美元
    same = last.ids == ids or (ids == HOUSING and not STARTS.isdisjoint(last.ids))
    # 辖内财政总收入1509亿元,其中地方财政总收入813亿元
    local = ids == last.ids == TOTAL and text.startswith(LOCAL)
    if ids[:1] == CAPITAL and WITHIN_COUNTRY in text:
        return False
    if OF_DESIGNATED_SIZE.issuperset(ids) and last.text in ALL_INDUSTRY:
        return False  # 工业总产值1.2万亿元,其中规上工业总产值9800亿元: what the indicator is of
    return bool(ids) and (local or ids[0] not in REVENUES) and same and last.text != text
