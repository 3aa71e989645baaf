"""The subject that stands before its number: 地区生产总值增长6%, 民生支出占一般公共预算支出的72%."""

from __future__ import annotations

import re

from zhibiao.grammar.adding import (
    added_together,
    with_verb,
)
from zhibiao.grammar.among import climbs_places, rank_start
from zhibiao.grammar.antecedent import MAKES, OUTPUT, YIELD, YIELDED, measured_as, more_of_last
from zhibiao.grammar.arranged import ARRANGED, without_arranged
from zhibiao.grammar.beside import is_beside, is_taken_of
from zhibiao.grammar.changing import is_changed_to
from zhibiao.grammar.earlier import named_earlier
from zhibiao.grammar.lists import CONJUNCTION, halves
from zhibiao.grammar.measure_words import A_GOAL, AWAY_FROM_A_GOAL, BEYOND
from zhibiao.grammar.names import (
    Names,
    are_ratios,
    dimension,
    fitting,
)
from zhibiao.grammar.other_units import is_town_green
from zhibiao.grammar.parts import is_part, is_term_of_ratio, without_whole
from zhibiao.grammar.phrases import (
    alternatives,
    bare_name,
    bridges,
    is_bridge,
    leaves_whole,
    strip_prefix,
    without_base,
    words_at,
)
from zhibiao.grammar.ranked import ranks_or_arranges
from zhibiao.grammar.sentence import ENTITY, Sentence
from zhibiao.grammar.shapes import id_of_shape
from zhibiao.grammar.shared import passes_mark, share_number
from zhibiao.grammar.shares import share_taken, share_verb
from zhibiao.grammar.spent import SHARE, SO_MUCH, SPENT_ON_PEOPLE
from zhibiao.grammar.subject import Subject, joined, replace
from zhibiao.grammar.unnamed import PER_CENT, measured_by, unknown
from zhibiao.lexicon import lists_of_indicators
from zhibiao.model import Quantity

COMPARATIVES = words_at("comparative")
# Each begins with a sign, so that the search leaps from one such sign to the next.
GAP_VERB = re.compile(
    "|".join(
        rf"{verb}(?=[^\d,、十百千万亿]{{2,}}$)"
        for verb in sorted(COMPARATIVES | words_at("outdoing") | words_at("outdoing_another"))
    )
    + r"|落后(?=[于全省市国平周][^\d,、十百千万亿]+$)"  # not 淘汰落后产能
    + "".join(f"|{sign}后?(?={A_GOAL})" for sign in "欠差塌落")
    + rf"|距(?={AWAY_FROM_A_GOAL})|{BEYOND}"
    + "".join(f"|{verb}(?=[一-鿿])" for verb in sorted(COMPARATIVES))
    + r"|不[高低]于(?=[一-鿿])|高出(?=[一-鿿])|少于(?<!不少于)(?=[全国省市上标规法][一-鿿])"
    r"|比(?<![占同环可]比)(?!上年|去年|年初|同期|重|例|率|较)[^,;。\d]{2,12}[高低快慢]出?$"
)
EACH = re.compile(r"均(?![等衡匀])|各(?![类级项种地界方])|都(?!市)|分别|双双")
# 存贷款余额3.3万亿元: what both are together is neither of them; 均超过2.5万亿元 is each.
TOLD_TOGETHER = frozenset(lists_of_indicators("told_as_one_sum"))
EVERY = re.compile(r"均(?<![年人户平月亩]均)|都|双双|双$|同步增长$")
# 高新区单位面积产值、税收均居…: all of the list is the zone's.
OF_ZONE = re.compile(rf"[^,、]{{0,10}}?{alternatives('zone_of_list')}(?![和与及])")
# What closes an item that is no name: “5G+新型智慧城市”、建设5G基站; 增速居全省前列、新增上市企业2家.
NO_NAME_ENDS = ("”", "》", *words_at("foremost"))
# 绿创科技、高端工模具产业园等重点项目: an example of what is told, and nobody who tells.
EXAMPLES_END = "等"
# 义务教育巩固率和高中阶段毛入学率达到85%: two rates have no sum, each is that high.
RATES = re.compile(r"率[、和与及][^、和与及]+率$")
# 规模以上工业实现产值1542亿元: not what 规模以上工业 means alone
MAKES_OUTPUT = re.compile("(?:共|累计|预计)?(?:实现|完成|创造)(?:工业|现价)?(?:年|总)?产值")
BARE_MEASURES, OUTPUTS = words_at("measure_without_subject"), words_at("output_alone")
SHARE_TAIL = re.compile(r"的?(?:比重|比例|份额)")
OF_COUNTY, DIVISION_SIGNS = "县域", ("县", "区", "旗")
OF_ALL = re.compile(r"[\s*]*(?:占比|比重)|[\s*]*不[低高]于[^,;。]{4,}的[\s*]*$")


def subject_before(sentence: Sentence, start: int, quantity: Quantity) -> Subject | None:
    """Return the subject in the clause from ``start`` to the number; None where only verbs stand there."""
    names, folded = sentence.names, sentence.folded
    if is_changed_to(sentence, start, quantity.outer_start):
        return None
    end = _predicate_start(names, folded, start, quantity, among=sentence.among is not None)
    found = names.last_in(start, end)
    share = share_verb(folded, start, end)
    if share >= 0 and (found is None or not names.starts[found] < share < names.ends[found]):
        return share_taken(sentence, start, share, quantity)
    if found is not None and sentence.last and is_beside(folded[start:end]):
        return None
    if found is not None and _governs(folded, names.starts[found], names.ends[found], end):
        return _named(sentence, start, found, quantity)
    clause = folded[start:end]
    if clause.endswith(ARRANGED):
        clause = without_arranged(folded, clause, quantity.outer_end)
    opened = sentence.readings or not bridges(folded, sentence.start, start)
    last = sentence.last[-1] if sentence.last else (None if opened else sentence.carried)
    if last is not None and (bare_name(clause) in OUTPUTS or (YIELDED in clause and YIELD.match(clause))):
        earlier = named_earlier(sentence, quantity, start)
        if earlier is not None:
            return earlier  # 种粮面积稳定在…,粮食生产“十九连丰”,年均产量…
    if last is not None:
        more = more_of_last(sentence, last, clause, quantity)
        if more is not None:
            return replace(more, between=joined(more.between, folded[end : quantity.outer_start]))
    name = without_base(bare_name(without_base(clause)))
    if name in BARE_MEASURES and last is None:
        return None  # 粮食连续四年增产,2007年产量达到…
    if not name or (sentence.last and ranks_or_arranges(folded, start, clause, quantity)):
        return None
    shared = _shared(folded, start, clause, name, quantity) if CONJUNCTION.search(name) else None
    if shared is not None:
        return replace(shared, before=shared.before or added_together(sentence, start, name, quantity))
    last_item = name[name.rfind("、") + 1 :]
    if last_item in OUTPUTS and found is not None and last_item != name:
        ids = fitting(names.ids[found], quantity.unit_text, quantity.rank)
        if ids and leaves_whole(folded[start : names.starts[found]], ids):
            # 粮食生产实现“十六连丰”、总产373万吨
            return Subject(ids, folded[names.starts[found] : names.ends[found]], rule="named_earlier")
    return unknown(sentence, start, clause, last_item, quantity)


def _shared(folded: str, start: int, clause: str, name: str, quantity: Quantity) -> Subject | None:
    """What several names joined in ``name`` share the number of; None where they are one name, or a zone's."""
    name_end = clause.rfind(name) + len(name)
    said = EACH.search(clause[name_end:]) is not None or passes_mark(name, folded, quantity.outer_end)
    # 粮食产量、油菜籽产量居全国第一: a place is that of each, said or not, but 投资额前30位的项目 are few of them.
    listed = said or (quantity.rank and not folded.startswith("的", quantity.outer_end))
    shared = share_number(name, quantity, each=EACH.search(clause) is not None, listed=listed)
    each = EVERY.search(clause) or RATES.search(name) or quantity.rank
    if shared is None or not (len(shared.ids) > 1 or (shared.ids and each) or shared.others):
        return None
    if OF_ZONE.match(name) or not (said or shared.ids):
        return None
    return replace(shared, between=folded[start + name_end : quantity.outer_start])


def _predicate_start(names: Names, folded: str, start: int, quantity: Quantity, *, among: bool) -> int:
    """Where the words about a rank or a distance begin (居全国省会城市第…, 低于目标值…), which name no thing."""
    if not quantity.rank:
        gap = GAP_VERB.search(folded[start : quantity.outer_start])
        # 达到或优于Ⅲ类水体比例 is a name; 增速高于全省水平、占比达到64% another item.
        item = (
            gap
            and quantity.unit_text == PER_CENT
            and "、" in folded[start + gap.end() : quantity.outer_start]
        )
        if gap is None or item or names.covers(start + gap.start()):
            return quantity.outer_start
        return start + gap.start()
    return rank_start(folded, start, quantity.outer_start, among=among)


def _governs(folded: str, name_start: int, name_end: int, end: int) -> bool:
    """Say whether nothing but verbs stands between a name and its number (the 比重 of a share is its own)."""
    words = folded[name_start:name_end]
    if "占" in words or "相当于" in words:
        tail = SHARE_TAIL.match(folded, name_end, end)
        name_end = tail.end() if tail else name_end
    if folded.find(MAKES, name_end, end) >= 0 and (
        OUTPUT.match(folded, name_end, end) or MAKES_OUTPUT.match(folded, name_end, end)
    ):
        return False
    return is_bridge(folded[name_end:end])


def _named(sentence: Sentence, start: int, found: int, quantity: Quantity) -> Subject:
    """A name with nothing but verbs behind it: the region's whole, a place's, or a part."""
    names, folded = sentence.names, sentence.folded
    name_start, name_end = names.starts[found], names.ends[found]
    before, between = folded[start:name_start], folded[name_end : quantity.outer_start]
    text = folded[name_start:name_end]
    known = () if is_town_green(text, quantity) else names.ids[found]
    named = _measured(sentence, known, between, quantity)
    steps = quantity.rank or climbs_places(quantity, between)
    ids = fitting(named, quantity.unit_text, steps, "增长" in between)
    is_rate = dimension(quantity.unit_text) in ("ratio", "points")
    if is_rate and OF_ALL.match(between) and not are_ratios(ids):
        ids = ()  # 民间投资占比达到64%, 投入不低于投资的25%: how much of all it is
    if is_term_of_ratio(sentence, quantity, ids):
        ids = ()
    if between.strip(" *") == "的" and ids != (SHARE,) and is_taken_of(sentence, before, ids, quantity):
        ids = ()  # 一般公共预算收入的82%: a part of it
    if ids in TOLD_TOGETHER and EVERY.search(between) is None:
        ids = named = ()
    ids, before = with_verb(sentence, start, ids, before, text, quantity)
    place, rest = sentence.without_places(start, name_start)
    if sentence.passage.is_of_county:
        # all of a county, and a part of what is above it: 县域生产总值, 县一般公共预算收入
        rest = "" if rest.strip(" *,") in DIVISION_SIGNS else rest.removesuffix(OF_COUNTY)
    if is_part(sentence, start, before, ids, text):
        return Subject((), text, before, between, place=place, rule="part")
    if leaves_whole(without_whole(rest), names.ids[found]):
        pair = halves(text, ids) if EVERY.search(between) else None
        if pair:
            both, texts = (*pair[0][0], *pair[1][0]), (pair[0][1], pair[1][1])
            return Subject(both, text, before, between, place=place, rule="shared", texts=texts)
        rule = "name_of_place" if place else "name"
        return Subject(ids, text, before, between, place=place, rule=rule, named=named)
    each_behind = EACH.search(between) is not None
    words = folded[start:name_end]
    shared = share_number(words, quantity, each=each_behind, listed=each_behind)
    if shared is not None and not OF_ZONE.match(words):
        return replace(shared, before=before, between=between)
    item, comma, tail = rest.rpartition("、")
    if comma and tail and item.endswith(NO_NAME_ENDS) and leaves_whole(tail, names.ids[found]):
        return Subject(ids, text, tail, between, place=place, rule="name", named=named)
    whole = strip_prefix(rest + text)  # 国考断面水质年均值优良率, of which 优良率 is a name too
    shaped = measured_by(id_of_shape(whole), between, quantity)
    if shaped:
        return Subject(shaped, whole, before, between, place=place, rule="shape")
    head = bare_name(before)
    entity = head if ENTITY.search(head) and not head.endswith(EXAMPLES_END) else None
    return Subject((), strip_prefix(before + text), before, between, entity, place, "part")


def _measured(sentence: Sentence, ids: tuple[str, ...], between: str, quantity: Quantity) -> tuple[str, ...]:
    """What is measured of the indicators of a name, by the words between it and the number, or behind that."""
    named = measured_as(ids, between)
    if "fiscal_expenditure" in named and SPENT_ON_PEOPLE.match(sentence.folded, quantity.outer_end):
        return (SHARE,)
    if named == ("livelihood_expenditure",) and quantity.unit_text == "%" and SO_MUCH.fullmatch(between):
        return (SHARE,)
    return named
