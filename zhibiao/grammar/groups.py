"""The quantities of a sentence in groups: ``3.6%、4.0%、6.4%`` is one, with one subject or a list of them."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from zhibiao.grammar.changing import LEAD, leads_from, leads_to
from zhibiao.grammar.names import dimension
from zhibiao.grammar.subject import Reading
from zhibiao.lexicon import DIVISION
from zhibiao.model import Bound, Quantity
from zhibiao.periods.span_end import PASSING_IN_TURN

# 增长3.8%、-7.1%、2.4%
JOINT = re.compile(r"[\s*]*(?:[、和及与]-|[、和及与/:]|以及|,)?[\s*]*")
LONGEST_JOINT = 4
LAST_JOINT = re.compile(r"[和与及]")
REACH = 12
LONGEST_LIST = 30
LISTED = re.compile(r"[一-鿿](?:、|和)[^,。;:、和\d]{2,12}(?:达到?|突破|首破|完成|实现|超过?|为)[\s约近超]*$")
# 游客、旅游收入由2008年的900万人次、52亿元增加到2800万人次、166亿元
LISTED_FROM = re.compile(
    r"[一-鿿](?:、|和)[^,。;:、和\d]{2,12}[由从](?:\d{4}年[底末]?的?)?$"
    r"|[由从][^,。;]{4,28}(?:增加|提高|增长|扩大|发展|上升|跃升|提升)[到至](?:\d{4}年[底末]?的?)?$"
)
RESPECTIVELY = re.compile(r"分别|依次|各自|分(?=列全)")
PIECE, POINTS = "个", "个百分点"
# 连续跨越4000亿元、5000亿元两个台阶: marks that one amount passed one after the other.
PASSED_IN_TURN = re.compile(rf"{PASSING_IN_TURN}[约近“*\s]*$")
FURTHER_WHOLE = re.compile(rf"(?:、|和|以?及|,)(?:全[国{DIVISION}]|[全各省市]?平均)(?:平均)?(?:水平|增速)?")
# 比上年的500亿元增长12%, 比上年190天增加19天, 较“十三五”末的900亿元增加400亿元: what the growth is counted from.
COUNTED_FROM_ENDS = ("的", "年", "度")
COUNTED_FROM = re.compile(
    r"[比较](?:上年|去年|前年|上一年|上年度|\d{4}年[底末]?|[“\"]?[七八九十][一二三四]?五[”\"]?(?:时?期)?末|[一二]九[〇○零一二三四五六七八九]{2}年)(?:[^,;。\d]{0,6}的)?$"
)
EACH_RANKS = re.compile(r"[\s,]*(?:均|都|仍|继续|稳)*[居列排]于?(?:全[国省市球]|世界)?\s*")
GROWS = re.compile(r"[\s*]*(?:实际|净|将|要|预计|又)*(?:增长|增加|提高|上升|下降|降低|减少|增|降|多|少)")
TO_STATE = re.compile(
    rf"[\s*,的]*(?:[一-鿿]{{0,6}}?)(?:\([{DIVISION}]\))?(?:提高|提升|增加|上升|上调|调高|扩大|发展|扩展|增长|增|升|涨|提|降低|下降|下调|调低|减少|压减|压缩"
    r"|缩短|缩小|回落|降|减|调整|优化|变|并|转变|整合|改|前移|后移|前进|后退|下滑)(?:[到至为成])"
    r"|[\s*,]*(?:一举|双双)?跃居"
    r"|\s*[到至](?=$)"
)
# 贫困发生率由12%降至零: no number is the state after.
TO_NOTHING = re.compile(
    r"\**(?:直接|历史性|全部)?(?:下?降|降低|减少?|动态)?(?:[到至为](?:零|0(?![\d.]))|清零|归零)"
)
# 从1000亿元台阶,迈上了2000亿元台阶: the verb may be the bound of the second.
TO_MARK = re.compile(
    r"级?的?(?:台阶|大关|关口|平台),?(?:连续|一举|成功|再次|历史性)*(?:(?:迈|跃|跨|登|攀|站)[上入升至到]|突破|跨越)了?$"
)

# 由每人每月310元、每人每年1540元分别提高至…: whose the second is
LISTED_STATE = re.compile(r"[、和](?:每[人户月年生]|[月年]?人均|[月年]均){0,3}")
# 行政许可321项,削减到245项: the first is the state before, though no 由 tells it
CUT_TO = re.compile(
    r",(?:经过?[^,;。\d]{2,8})?(?:已|现已|逐步|又|再|目前|大幅)*(?:削减|减少|精简|压减|压缩|缩减)[到至为][约近]?"
)
# 取消审批321项 is no state.
ACTS_ON = re.compile("取消|下放|清理|[削减精压缩增新]|调整|承接|办理|完成")


def groups_of(folded: str, quantities: list[Quantity]) -> list[list[Quantity]]:
    """Return the quantities of one sentence in groups, of the same kind or dealt out, with but 、 or 和 between."""
    _complete_points(folded, quantities)
    groups: list[list[Quantity]] = []
    for quantity in quantities:
        if groups and _joins(folded, groups[-1], quantity):
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    return groups


def _complete_points(folded: str, quantities: list[Quantity]) -> None:
    """高于全国1.1个、全省0.6个百分点: the unit of the second distance is that of the first."""
    for one, other in pairwise(quantities):
        if one.unit_text == PIECE and other.unit_text == POINTS:
            between = folded[one.outer_end : other.outer_start]
            if len(between) <= REACH and FURTHER_WHOLE.fullmatch(between):
                one.unit_text = POINTS


def _joins(folded: str, group: list[Quantity], quantity: Quantity) -> bool:
    between = folded[group[-1].outer_end : quantity.outer_start]
    if not between or len(between) > LONGEST_JOINT or not JOINT.fullmatch(between):
        return False
    if "," not in between and _same_kind(group[-1], quantity):
        return True
    first = group[0]
    if RESPECTIVELY.search(folded, max(0, first.start - REACH), first.start) is None:
        # 游客、旅游总收入突破4500万人次、400亿元: as many names as amounts, though no 分别 says so.
        amounts = quantity.unit_text is not None and not quantity.rank and not group[-1].rank
        opening = max(0, first.start - LONGEST_LIST)
        return (
            amounts
            and "," not in between
            and any(one.search(folded, opening, first.start) for one in (LISTED, LISTED_FROM))
        )
    # 分别达到43个和16个,151个项目竣工: what follows the last of the list, or has another unit, is not of it.
    # Without a comma, one list may hold numbers of several kinds: 分别达到41.7%、11.9平方米.
    return "," not in between or (
        group[-1].unit_text == quantity.unit_text
        and LAST_JOINT.search(folded, first.outer_end, group[-1].outer_start) is None
    )


def _same_kind(one: Quantity, other: Quantity) -> bool:
    if one.rank or other.rank:
        return one.rank == other.rank or (one.rank and other.unit_text == one.unit_text)
    return one.unit_text is None or dimension(one.unit_text) == dimension(other.unit_text)


def spread_unit(group: list[Quantity]) -> None:
    """``3、5、7家``: the unit of the last is that of all. ``第4、6、5位``: all of them are places."""
    if group[0].rank and all(quantity.unit_text == "位" for quantity in group):
        for quantity in group:
            quantity.rank = True
    if group[-1].unit_text and all(quantity.unit_text is None for quantity in group[:-1]):
        for quantity in group[:-1]:
            quantity.unit_text = group[-1].unit_text


def spread_bound(group: list[Quantity]) -> None:
    """A qualifier before or behind a list that is dealt out governs all of it (``20%和3%以上``, ``突破2万元和1万元``)."""
    first, last = group[0], group[-1]
    if last.bound not in (Bound.EXACT, Bound.RANGE) and last.outer_end > last.end:
        source = last
    elif first.bound not in (Bound.EXACT, Bound.RANGE) and first.outer_start < first.start:
        source = first
    else:
        return
    for quantity in group:
        if quantity.bound is Bound.EXACT:
            quantity.bound, quantity.bound_text = source.bound, source.bound_text


def pass_in_turn(folded: str, group: list[Quantity]) -> bool:
    """Say whether the quantities of a group are marks that one amount passed in turn: at least so much was it each time."""
    first = group[0]
    if first.bound is Bound.EXACT:
        return False
    in_turn = PASSED_IN_TURN.search(folded, max(0, first.start - REACH), first.start) is not None
    if in_turn and all(quantity.unit_text == group[-1].unit_text for quantity in group):
        for quantity in group:
            if quantity.bound is Bound.EXACT:
                quantity.bound, quantity.bound_text = first.bound, first.bound_text
    return in_turn


def mark_states_before(folded: str, groups: list[list[Quantity]], readings: list[Reading]) -> None:
    """由x提高到y: x is the state before, whatever its own verb says."""
    position, settled = 0, True
    for group, following in zip_longest(groups, groups[1:]):
        if position and readings[position - 1].is_state_before and not settled:
            # 从1200亿元增加到1900亿元，跃升到全省第二位: what a state before came to is none itself.
            position += len(group)
            continue
        lead = folded[max(0, group[0].outer_start - LEAD) : group[0].outer_start]
        behind = group[-1].outer_end
        limit = following[0].outer_start if following else behind
        led = leads_from(lead)
        gone = settled = led and TO_NOTHING.match(folded, behind) is not None
        changed = led and (
            gone
            or TO_STATE.match(folded, behind, limit)
            or (following and leads_to(folded, behind, limit))
            or (following and TO_MARK.match(folded, behind, following[0].start))
        )
        if following and not changed and _is_cut_to(folded, group, following[0], readings[position]):
            changed = True
        counted_from = lead[-1:] in COUNTED_FROM_ENDS and COUNTED_FROM.search(lead)
        if led and following and not changed and _is_listed_before(folded, group, following):
            changed = settled = True  # 由每人每月310元、每人每年1540元提高到…: the second is in its turn
        if changed or (counted_from and GROWS.match(folded, behind, limit)):
            for reading in readings[position : position + len(group)]:
                reading.is_state_before = True
        position += len(group)


def _is_listed_before(folded: str, group: list[Quantity], following: list[Quantity]) -> bool:
    """Say whether a state before stands in a list with the next, and a verb leads from that to what they came to."""
    joined = LISTED_STATE.fullmatch(folded, group[-1].outer_end, following[0].outer_start)
    alike = group[-1].unit_text == following[0].unit_text
    return joined is not None and alike and TO_STATE.match(folded, following[-1].outer_end) is not None


def _is_cut_to(folded: str, group: list[Quantity], other: Quantity, reading: Reading) -> bool:
    """Say whether nothing but a verb of cutting leads from a plain count to a smaller one: ``321项，削减到245项``."""
    one, subject = group[-1], reading.subject
    return (
        len(group) == 1
        and one.unit_text == other.unit_text
        and other.number < one.number
        and CUT_TO.fullmatch(folded, one.outer_end, other.outer_start) is not None
        and subject.text != ""
        and ACTS_ON.search(subject.before + subject.text) is None
    )


def are_terms(folded: str, group: list[Quantity]) -> bool:
    """Say whether a colon sets the numbers against each other: 18.8:43.2:38; 教育工程1项:5所小学扩建 tells which it is."""
    one, other = group[:2]
    if ":" not in folded[one.end : other.start]:
        return False
    return one.unit_text is None or other.unit_text is None or one.unit_text == other.unit_text


def ranks_each(group: list[Quantity], clause: str) -> bool:
    """货物、集装箱吞吐量分别达到7亿吨、3000万标箱,稳居全球第4位、第5位: a place for each of those told last."""
    return all(one.rank for one in group) and EACH_RANKS.fullmatch(clause) is not None
