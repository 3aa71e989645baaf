"""新增 and its like, which a list carries on from item to item: ``新增省级工程中心7家、重点实验室1家``."""

from __future__ import annotations

import re

from zhibiao.grammar.measure_words import FLOWS
from zhibiao.grammar.names import INDICATOR_OF_NAME, dimension, fitting
from zhibiao.grammar.phrases import alternatives, words_at
from zhibiao.grammar.sentence import ADDING, DOING, Sentence
from zhibiao.grammar.subject import Subject, replace
from zhibiao.model import Quantity

# 新增绿地700公顷,植树150万株: a clause that opens with what was done takes no verb from the one before,
# nor does one that opens with its title: “双导师制”培养工程硕士3529名.
ACTING = re.compile(f"(?:“?[^“”]{{1,12}}”)?{alternatives('acting')}")
# 市区新增停车泊位1200个、绿地21.8万平方米
# “满天星”行动新增从业人员29万人、企业1.8万家
WHOSE_NEW = re.compile(
    r"(?:[一-鿿]{0,5}[市县区乡镇村城岸]|[^,;。、\d]{0,12}(?:行动|工程|计划|产业|行业|领域|系统|机构|年内|期间))"
    r"(?:至少|均|都|再|共|累计|全年)?(新增|净增)"
)
# 新增专项债券18.6亿元,存款余额2150亿元: a stock by its name is not what was added.
STOCK_ENDS = tuple(words_at("stock_noun"))
# 新增就业4万个,技能培训2.5万人: what people do is not added either.
ACTIVITY_ENDS = tuple(words_at("activity"))
# 新增电力装机500万千瓦,外送电量1400亿千瓦时: what flows, or what each has, is all there is of it.
ALL_OF_IT = re.compile(rf"(?:{alternatives('flow_ending')}|旅游[^,]{{0,2}}收入)$|人均")
# 新增高新技术企业200家,科技型中小企业突破1万家: so many are reached in all; 新增A20家、B超过30家 may be new.
REACHED_IN_ALL = re.compile(r"(?:突破|达到?|控制在|稳定在|保持在)\W*$")
COMES_TO = re.compile(f"累计|{alternatives('sum_total')}|共有")
PASSED_IN_ALL = re.compile(r"(?:超过?|接近|逼近)\W*$")
# 新增装机容量345万千瓦,总装机容量突破1000万千瓦, 电力总装机1.27亿千瓦: what it comes to is not what was added.
SUM_TOTAL = re.compile(rf"总(?!部)|[^、]*(?<!交换机)总{alternatives('total_of')}")
# 新增公路200公里,高新技术企业110家,是五年前的3.6倍: so many there are
TIMES_BEFORE = re.compile(r",(?:约?[是为]|相当于)[^,;。]{2,10}的[\d.两三四五六七八九十]+倍")
ITEM_MARKS = ("、", "和", "及")
OR = "或"
# 新增国家高新技术企业8家、省级科技小巨人企业2家、国家和省级合作社5家
OF_LEVEL = re.compile(
    r"(?P<kind>(?:各类|各级)?(?:(?:国家|自治区|省|市|县|区)级?(?:[、和及](?:自治区|省|市|县|区)级)?(?:及?以上)?(?:注册)?)?)(?:重点)?"
)
# 新增院士5位、国家“973”计划首席科学家11位
BY_NUMBER = re.compile(r"“\d+”(?:计划|工程)?")
# 新增技能人才5万人,其中高技能人才2万人: those within what was added were added too.
WITHIN, ADDED, CARRIED = "其中", "增", "carried"
AMONG = "中,"
# 新增市场主体2万户,其中企业5000户: of one unit
SCALES = "百千万亿"
SIZES = ("threshold", "size_of")
# 压减一般性支出14%、“三公”经费32%: a cut goes on to the next, unless that is a share by its name.
CUTS, SHARE_ENDS = re.compile(f"{alternatives('cutting')}|减少|降低"), ("率", "度", *words_at("share_noun"))

# 村级建制调整改革减少乡镇115个、建制村1052个: what the reform does goes on to the next
REFORM = re.compile(r"[^的,;。\d]{2,30}?(?:改革|调整)(减少|精简|压减|裁减)")
REFORMS = ("改革", "调整")

# 养老、失业、医疗保险新增参保人员分别达到: of each of them so many are new
NEWLY_INSURED = re.compile(
    rf"[、和与及][^、和与及,;。]{{2,8}}?([新净]增){alternatives('insuring')}[^、和与及,;。]{{0,4}}$"
)

# 减排化学需氧量1万吨、氨氮2千吨: less of the second, too; 减排 alone is a kind of work
SAID_PLAINLY = {"减排": "减少"}


def verb_of(clause: str, name: str) -> str:
    """The verb of adding before the name, or at its beginning, behind whose it is; else nothing."""
    opening = clause.lstrip("*● ")
    found = ADDING.search(clause[: clause.rfind(name)]) or ADDING.match(opening)
    if found is not None:
        return found.group()
    if any(word in opening for word in REFORMS) and (reform := REFORM.match(opening)):
        return reform[1]
    new = WHOSE_NEW.match(opening) if "增" in opening else None
    return new[1] if new else ""


def does_its_own(sentence: Sentence, start: int, clause: str, name: str) -> bool:
    """减少审批环节812个,向区下放事权19项: behind a comma a verb may stand further in than at the name's beginning."""
    behind_comma = sentence.folded[start - 1] == ","
    return (DOING.search(clause) if behind_comma else DOING.match(name)) is not None


def tells_all(sentence: Sentence, start: int, name: str, quantity: Quantity) -> bool:
    """Say whether a clause behind the one of what was added tells how much there is in all, or what else was done."""
    if REACHED_IN_ALL.search(sentence.folded, start, quantity.start):
        return True
    return sentence.folded[start - 1] == "," and bool(
        ACTING.match(name)
        or ALL_OF_IT.search(name)
        or PASSED_IN_ALL.search(sentence.folded, start, quantity.start)
    )


def verb_of_size(sentence: Sentence, start: int) -> str:
    """新增产值过百亿元企业2家、产值过十亿元企业10家: the verb stands before the size of what is counted."""
    last = sentence.readings[-1] if sentence.readings else None
    if last is None or last.subject.rule not in SIZES or last.quantity.outer_end != start:
        return ""
    words = last.subject.before
    if words.startswith(OR) and len(sentence.readings) > 1:
        words = sentence.readings[-2].subject.before  # 新增总投资超10亿元或1亿美元项目5个
    found = ADDING.search(words)
    return found.group() if found else (sentence.verb if words[:1] in ITEM_MARKS else "")


def cut_of_last(sentence: Sentence, start: int, name: str, quantity: Quantity) -> str:
    """The verb of a cut in percent that a list carries on to the item at ``start``; else nothing."""
    last = sentence.readings[-1] if sentence.readings else None
    if last is None or last.subject.between:
        return ""
    if name.endswith(SHARE_ENDS) or last.subject.text.endswith(SHARE_ENDS):
        return ""
    behind = last.quantity.outer_end
    joined = sentence.folded[behind : behind + 1] in ITEM_MARKS and start - behind <= 1
    if (
        not joined
        or dimension(quantity.unit_text) != "ratio"
        or last.quantity.unit_text != quantity.unit_text
    ):
        return ""
    found = CUTS.search(last.subject.before + last.subject.text)
    return found.group() if found else ""


def added_together(sentence: Sentence, start: int, name: str, quantity: Quantity) -> str:
    """The verb of adding of several things of one number, or that a list carries on: 新增停车位9个、公厕和公园各5个."""
    own = verb_of(sentence.folded[start : quantity.outer_start], name) or verb_of_size(sentence, start)
    amount = not quantity.rank and dimension(quantity.unit_text) not in ("ratio", "points")
    if own and amount and not name.endswith(STOCK_ENDS + ACTIVITY_ENDS):
        sentence.verb = own  # 新增商圈、市场各1个、企业3个
        return own
    goes_on = sentence.verb and (
        sentence.folded[start : start + 1] in ITEM_MARKS or sentence.folded[start - 1 : start] in ITEM_MARKS
    )
    if not goes_on or DOING.match(name) or name.endswith(STOCK_ENDS + ACTIVITY_ENDS):
        return ""
    return sentence.verb if goes_on_counting(sentence, quantity) else ""


def with_verb(
    sentence: Sentence, start: int, ids: tuple[str, ...], before: str, text: str, quantity: Quantity
) -> tuple[tuple[str, ...], str]:
    """The ids of a name and the words before it, with the verb of adding that a list carries on to it."""
    verb = ADDING.search(before) or ADDING.match(text)
    if verb:
        sentence.verb = SAID_PLAINLY.get(verb.group(), verb.group())
    elif (
        sentence.verb
        and sentence.goes_on_with_list(start)
        and (
            OF_LEVEL.fullmatch(level := before.strip(" *、和及()"))
            or (is_within_added(sentence, level, quantity) and _is_kind(level[len(WITHIN) :]))
            or _is_next_item(sentence, start, level)
        )
        and not text.endswith(STOCK_ENDS + ACTIVITY_ENDS)
        and not sentence.folded.startswith((*STOCK_ENDS, "规模"), start + len(before) + len(text))
        and not DOING.match(text)
        and not tells_all(sentence, start, text, quantity)
        and goes_on_counting(sentence, quantity)
    ):
        added = INDICATOR_OF_NAME.get(sentence.verb + text)
        own = fitting((added,), quantity.unit_text, quantity.rank) if added else ()
        return own or ids, sentence.verb + level
    else:
        sentence.verb = ""
    return ids, before


def is_within_added(sentence: Sentence, item: str, quantity: Quantity) -> bool:
    """新增公路19万公里,其中高速公路2.8万公里: whether the item tells how many of those added, in their own unit, it is."""
    if not item.startswith(WITHIN) or ADDED not in sentence.verb or not sentence.readings:
        return False
    *before, last = sentence.readings
    if before and last.subject.rule == CARRIED and last.quantity.unit_text == "%":
        last = before[-1]  # 新增企业266家,增长18.2%,其中建筑业企业33家
    if last.subject.rule == CARRIED:
        return False  # 新增企业10家,总数达50家,其中规上企业20家
    # 新增就业6万人,其中城镇4万人: a part of what flows flows
    units = {(one.unit_text or "").lstrip(SCALES) for one in (last.quantity, quantity)}
    return len(units) == 1 and FLOWS.isdisjoint(last.subject.ids)


def id_of_added(sentence: Sentence, start: int, item: str, name: str, *, carries: bool) -> str | None:
    """The indicator that a thing is with the verb of adding before it, which a list carries on to it (``carries``)."""
    if carries:
        goes_on = item[:1] != "各"  # 各类融资
    else:
        within = len(WITHIN) if item.startswith(WITHIN) else 0
        opened = within or sentence.folded.startswith(f"{WITHIN}:", start - len(WITHIN) - 1)
        # 新开工保障性住房5万套,其中棚户区改造2万套: a part of what was built is none of its own
        goes_on = bool(opened) and ADDED in sentence.verb and item.startswith(name, within)
    return INDICATOR_OF_NAME.get(sentence.verb + name) if goes_on else None


def _is_kind(words: str) -> bool:
    """新增市场主体3万户,其中制造业市场主体3000户: whether the words before a name say but which of them they are."""
    return DOING.search(words) is None and ACTING.match(words) is None


def _is_next_item(sentence: Sentence, start: int, before: str) -> bool:
    """新入库规上工业企业400家、限上批零住餐业经营主体600家: a further item may be of a part, but does nothing of its own."""
    joined = (
        sentence.folded[start - 1 : start] in ITEM_MARKS or sentence.folded[start : start + 1] in ITEM_MARKS
    )
    return joined and DOING.search(before) is None and ACTING.match(before) is None


def goes_on_counting(sentence: Sentence, quantity: Quantity) -> bool:
    """新增 is carried on to a number of the same kind only: from 8家 to 9家, not to 2.5万亿元."""
    if not sentence.readings or dimension(quantity.unit_text) in ("ratio", "points"):
        return False
    if TIMES_BEFORE.match(sentence.folded, quantity.outer_end):
        return False
    last = sentence.readings[-1].subject
    among = sentence.folded.find(AMONG, sentence.readings[-1].quantity.outer_end, quantity.start)
    if among >= 0 and sentence.folded[among - 1] != WITHIN[0]:
        return False  # 新签约的382个项目中,工业项目262个: a kind of those that are new
    # 新增孵化器8家,累计达到22家、在孵企业1200家: a list goes on with what there is in all.
    in_all = last.rule == CARRIED and (COMES_TO.search(last.between) or REACHED_IN_ALL.search(last.between))
    if in_all and sentence.folded[sentence.readings[-1].quantity.outer_end] in ITEM_MARKS:
        return False
    before = sentence.readings[-1].quantity
    return (dimension(before.unit_text) == "money") == (dimension(quantity.unit_text) == "money")


def ends_thing_before(sentence: Sentence, clause: str, start: int) -> bool:
    """新增2个传统村落集中连片保护利用示范县、3个示范区: what is left of a long name, and the sign of a list, is no clause."""
    last = sentence.readings[-1].subject if sentence.readings else None
    if last is None or not last.rule.startswith("counted") or start != sentence.position:
        return False
    return clause.rstrip(" *").endswith(ITEM_MARKS)


def past_which_counted(sentence: Sentence, start: int) -> int:
    """Where a clause goes on behind a verb that tells which are counted: 77个新增债券项目完成投资9亿元 are not new."""
    last = sentence.readings[-1] if sentence.readings else None
    if last is None or last.quantity.outer_end != start or last.subject.rule != "none":
        return start
    verb = ADDING.match(sentence.folded, start) if dimension(last.quantity.unit_text) == "count" else None
    return verb.end() if verb else start


def is_behind_level(item: str, name: str) -> bool:
    """Say whether nothing but a level stands before the name of an item: 国家高新技术企业, 省级合作社."""
    level = OF_LEVEL.match(item)
    ends = (level.end(), level.end("kind")) if level else ()
    if "“" in item and any(numbered := [BY_NUMBER.match(item, end) for end in (*ends, 0)]):
        return any(one and item.startswith(name, one.end()) for one in numbered)
    # 国家“两化”融合贯标企业: the quote that opens a name is no part of it
    return any(item.startswith(name, end + item.startswith("“", end)) for end in ends)


def ends_list(item: str, name: str) -> bool:
    """Say whether the name is the last of several things of a level with one number: 省级以上家庭农场、农民合作社10户."""
    level = OF_LEVEL.match(item)
    return bool(level and level["kind"]) and item[: item.rfind(name)].endswith("、")


def newly_insured(words: str, subjects: list[Subject]) -> list[Subject]:
    """Give ``words``' 新增 before the last of the kinds of insurance that they list to all of them."""
    new = NEWLY_INSURED.search(words)
    return [replace(subject, before=new[1]) for subject in subjects] if new else subjects
