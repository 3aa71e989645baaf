"""Words that tell more of the subject before them: ``总产稳定在…``, ``完成投资…``, ``省级112家``, ``占比66%``."""

from __future__ import annotations

import re

from zhibiao.grammar.brought import BROUGHT, brought_by
from zhibiao.grammar.levels import HALF, LEVEL_WORDS, LEVELS, OF_LEVELS, WITHIN, at_level, other_half
from zhibiao.grammar.measure_words import GAP, GROWTH_OPENING, IN_ALL, REACHED
from zhibiao.grammar.names import CANONICAL_UNIT, INDICATOR_OF_NAME, NAME_OF, SHARE_OF, dimension, fitting
from zhibiao.grammar.phrases import alternatives, bare_name, is_bridge, words_at
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.spent import SHARE, SPENT_ON_PEOPLE
from zhibiao.grammar.subject import Subject, replace
from zhibiao.lexicon import DIVISION, indicators_of
from zhibiao.model import Quantity
from zhibiao.periods.numbers import read_count

# Words that measure the thing named before them.
MEASURED = re.compile(rf"{alternatives('measure_of_antecedent')}|(?<!度)计划投资|实现投资(?!规模)")
INDUSTRIES = indicators_of("industry")
INCOME = "收入"
# 一般公共预算收入80亿元,增长3%;支出340亿元: of the same purse.
SPENDING, LIVELIHOOD = "支出", ("livelihood_expenditure",)
SHARE_ALONE = {
    LIVELIHOOD[0]: SHARE,
    "good_air_days": "good_air_ratio",
    "tertiary_industry_value_added": "services_share",
}
# 财政支出的75%用于民生,累计支出300亿元
SPENT_SO = re.compile(r"(?:累计|共计?|合计)*(?:支出|投入)?(?:达到?)?")
OF_PROJECTS = indicators_of("project")
# 安排重点项目163个,计划投资721.6亿元: of the year; all that they will cost is 计划总投资.
PLANNED, KEY_PROJECTS = "计划投资", ("key_projects",)
# 完成16个边贸市场建设,边境经济合作区建设有序推进,完成投资2.8亿元
OTHER_WORK = re.compile(
    rf"[,;]([^,;\d]{{4,24}}?)(?:{alternatives('manner')}|已经?)*{alternatives('work_goes_on')},$"
)
MEASURING = re.compile(r"(收入|(?<!总)投资)额?(?:达到?|为|突破|超过?|[近约* ])*$")
# What such words measure in money; 生产总值4500亿元，完成投资6000亿元 are two things.
MONEY = re.compile(alternatives("amount_noun"))
MONEY_END = re.compile(f"(?:主营业务|营业|销售|总)?({MONEY.pattern})$")
SIZE = "总投资"
# 296个重点项目开复工率100%,完成投资263亿元
PROGRESS = re.compile(rf"{alternatives('stage_of_project')}率")
# All that there is of what a name says is new; and how the share of a thing is told of it.
NEW, OF_IT = "new_", "的"
# 社会消费品零售总额614亿元,人均突破万元: the whole is none of each, but where its name says so (农民收入).
OF_EACH, GDP_OF_EACH = "人均", ("gdp_per_capita",)
# What is told is how far the work is done, no growth of it.
COMPLETED = "完成率"
SHARES = words_at("share_of_antecedent")
# 粮食亩产510斤,总产3亿斤
YIELDS = words_at("whole_output")
BARE_YIELD = re.compile("(?:平均|亩均)?(?:单产|亩产)")  # 粮食种植面积100万亩,单产450公斤,总产45万吨
YIELD, YIELDED = re.compile(r"[\s*]*(?:全年|预计|力争|确保|实现)*总产"), "总产"

# 工业增加值达到4000亿元,产值突破1.5万亿元: what is made is another amount, whatever stood before.
MADE = re.compile(r"[产销]量$")
OUTPUT, MAKES = re.compile(r"[\s*,、]*((?:年|总)?产值)"), "产值"
WORTH = re.compile(alternatives("worth"))
# 两项指标增速均居全市第三
SO_MANY_MEASURES = re.compile(r"([两三四五六])[项大](?:主要|核心)?(?:经济)?指标")
# 一般公共预算支出711亿元,70%以上用于改善民生
USED = re.compile(rf"(?:的?(?:资金|支出))?(?:都|全部|均|直接)*{alternatives('spending_verb')}")
# 高于全国1个百分点、全省0.5个百分点
BENCHMARK = re.compile(
    rf"[、,和及与\s*]*(?:和|及|与)?(?:全[国{DIVISION}]|[{DIVISION}]|全?自治区)(?:平均(?:水平|增速)?)?"
)
# A share told in the sentence before has no investment of its own.
SHARE_NAME = re.compile(rf"(?:{alternatives('share_noun')}|率)$")


def measured_as(ids: tuple[str, ...], words: str) -> tuple[str, ...]:
    """Return ``ids``, or what ``words`` measure of the thing that they count.

    >>> measured_as(("key_projects",), "完成投资"), measured_as(("key_projects",), "总投资")
    (('key_project_investment',), ('key_projects',))
    """
    found = MEASURING.search(words)
    if found and "投资" in found[0] and INDUSTRIES.issuperset(ids):
        return ()  # 第三产业完成投资720亿元
    brought = BROUGHT.get((ids[0], found.group(1))) if found and len(ids) == 1 else None
    if brought:
        return (brought,)
    # 高新技术企业产值增长15%, 农村公路完成投资增长10%: it is not they that are more.
    is_worth = WORTH.search(words) is not None and all(CANONICAL_UNIT[one] != "元" for one in ids)
    return () if is_worth else ids


def more_of_last(sentence: Sentence, last: Subject, clause: str, quantity: Quantity) -> Subject | None:
    """``总产稳定在…``, ``完成投资…``, ``省级112家``: words that tell more of ``last``, the subject before."""
    level = clause.strip(" *,、的()")
    own = level.removeprefix(WITHIN)
    if own in LEVEL_WORDS and (
        own != level
        or LEVELS.search(last.before + last.text)
        or LEVELS.match(last.text)
        or last.rule in OF_LEVELS
    ):
        return at_level(sentence, last.text, own, quantity)
    if half := _half_of(last, level, clause, quantity, sentence.verb):
        return half
    if brought := brought_by(last, clause, own, quantity):
        return brought
    so_spent = sentence.readings and last.ids == (SHARE,) and SPENT_SO.fullmatch(level)
    if so_spent and dimension(quantity.unit_text) == "money":
        return Subject(LIVELIHOOD, last.text, "", clause, last.entity, last.place, "carried")
    if level in SHARES or (last.ids == LIVELIHOOD and bare_name(clause) in SHARES):
        return _share_of_last(sentence, last, clause)
    found = MEASURED.search(clause)
    if found is None or not is_bridge(clause.replace(found.group(), "", 1)):
        return None
    if not sentence.readings and "投资" in found.group() and SHARE_NAME.search(last.text):
        return None
    in_passing = PROGRESS.fullmatch(last.text) or (
        found.group() in YIELDS and BARE_YIELD.fullmatch(last.text)
    )
    if (last.text == SIZE or in_passing) and len(sentence.readings) > 1:
        last = sentence.readings[-2].subject  # 重点项目580项,总投资8700亿元,年度计划投资1200亿元
    if found.group() == PLANNED and last.ids != KEY_PROJECTS:
        return None
    work = OTHER_WORK.search(sentence.folded, sentence.position, sentence.clause_start(quantity.outer_start))
    if work and "投资" in found.group() and ("项目" not in work[1] or OF_PROJECTS.isdisjoint(last.ids)):
        return Subject((), work[1], sentence.verb, clause, rule="words")
    if "投资完成" in found.group() and OF_PROJECTS.isdisjoint(last.ids):
        return None
    ids, text = _joined(last, found.group())
    if not ids and found.group().endswith(MAKES) and MAKES not in last.text:
        text = _output_of(sentence, last, MAKES)
    return Subject(
        fitting(ids, quantity.unit_text, quantity.rank), text, "", clause, last.entity, last.place, "carried"
    )


def _half_of(last: Subject, level: str, clause: str, quantity: Quantity, verb: str) -> Subject | None:
    """The other half of what was told last: 城镇 of a pair, 消费支出 behind 可支配收入."""
    half = HALF.fullmatch(level)
    other = other_half(last, half[1]) if half else ""
    ids = fitting((INDICATOR_OF_NAME[other],), quantity.unit_text, quantity.rank) if other else ()
    if half and ids:
        return Subject(ids, other, verb, half[2], rule="half_carried")
    if level.startswith(SPENDING) and is_bridge(level.removeprefix(SPENDING)) and last.text.endswith(INCOME):
        name = last.text.removesuffix(INCOME) + SPENDING
        known = INDICATOR_OF_NAME.get(name)
        if known and last.ids and (ids := fitting((known,), quantity.unit_text, quantity.rank)):
            return Subject(ids, name, "", clause, rule="half_carried")
    return None


def _output_of(sentence: Sentence, last: Subject, word: str) -> str:
    """What is made by those counted last, 龙头企业120家,实现产值…, is theirs; behind another amount it has its own name."""
    counted = sentence.readings and dimension(sentence.readings[-1].quantity.unit_text) == "count"
    return last.text + word if counted and not MADE.search(last.text) else word


def measured_anew(sentence: Sentence, last: Subject, quantity: Quantity, clause: str) -> Subject | None:
    """Another measure of what was told last, which its indicator is not: ``产值…``, ``70%用于…``, ``总量…`` of what is new."""
    kind = dimension(quantity.unit_text)
    makes = kind in ("money", "ratio") and MAKES in clause and MAKES not in last.text
    output = OUTPUT.match(clause) if makes else None
    if output is not None and is_bridge(clause[output.end() :]):
        name = _output_of(sentence, last, output[1])
        return Subject((), name, "", clause[output.end() :], last.entity, rule="words")
    behind = quantity.outer_end
    if kind == "ratio" and not clause.strip(" *,、") and USED.match(sentence.folded, behind):
        people = "fiscal_expenditure" in last.ids and SPENT_ON_PEOPLE.match(sentence.folded, behind)
        ids = (SHARE,) if people else ()
        return Subject(ids, last.text, "", OF_IT, last.entity, rule="carried")
    if last.ids and IN_ALL.search(clause) and all(one.startswith(NEW) for one in last.ids):
        return replace(last, ids=(), before="", between=clause, rule="carried")
    return None


def _share_of_last(sentence: Sentence, last: Subject, clause: str) -> Subject:
    """``一般公共预算收入241亿元，其中税收收入160亿元，占比66%``: the share of the last in one before it."""
    wholes = [one for reading in reversed(sentence.readings) for one in reading.subject.ids]
    shares = [SHARE_OF[(part, whole)] for part in last.ids for whole in wholes if (part, whole) in SHARE_OF]
    # 民生支出125亿元,占比保持在80%: of all that is spent; 优良天数320天,占比88%: of all days; 服务业增加值增长5.8%,占比超过52%
    shares = shares or [SHARE_ALONE[one] for one in last.ids if one in SHARE_ALONE]
    return Subject(tuple(shares[:1]), last.text + "占比", "", clause, last.entity, last.place, "share_of")


def _joined(last: Subject, word: str) -> tuple[tuple[str, ...], str]:
    """粮食生产面积 and 总产 give 粮食总产: the part of the last name that makes a name with ``word``."""
    length = len(last.text)
    parts = [last.text[:cut] for cut in range(length, 1, -1)] + [
        last.text[cut:] for cut in range(1, length - 1)
    ]
    tells = bool(last.ids) or word in YIELDS
    for joined in [word + last.text, *(part + word for part in parts)] if tells else ():
        if joined in INDICATOR_OF_NAME:
            return (INDICATOR_OF_NAME[joined],), joined
    for one in last.ids:
        told = "投资" if "投资完成" in word else word[-2:]
        if (one, told) in BROUGHT:
            return (BROUGHT[one, told],), last.text + word
    if word == OF_EACH and last.ids and not any(word in NAME_OF[one] for one in last.ids):
        return (GDP_OF_EACH if "gdp" in last.ids else ()), word + last.text
    money = MONEY.search(word)
    amounts = [NAME_OF[one] for one in last.ids if CANONICAL_UNIT.get(one) == "元"]
    if money and amounts and not any(money.group() in name for name in amounts):
        return (), word
    if money and not last.ids and (amount := MONEY_END.search(last.text)) and amount[1] != money[0]:
        whole = bare_name(last.text[: amount.start()]) + money[0]  # 第三产业投资增长57%,完成增加值838.6亿元
        return ((INDICATOR_OF_NAME[whole],) if whole in INDICATOR_OF_NAME else ()), whole
    if word.endswith(COMPLETED):
        return last.ids, last.text.removesuffix("完成投资") + word
    return last.ids, last.text


def is_further_benchmark(sentence: Sentence, clause: str) -> bool:
    """高于全国1个百分点、全省0.5个百分点: the second place is a benchmark as the first is, no subject."""
    return (
        bool(sentence.readings)
        and BENCHMARK.fullmatch(clause) is not None
        and GAP.search(sentence.readings[-1].subject.between) is not None
    )


def goes_on_with_last_clause(sentence: Sentence, quantity: Quantity, clause: str) -> bool:
    """Say whether what stood before the last number holds for this one: its benchmark, or that it is a rate.

    增速由上年的8%提高到10%: both are rates of growth.
    """
    if not quantity.unit_text or not sentence.readings:
        return False
    last = sentence.readings[-1]
    growth = last.quantity.unit_text == quantity.unit_text == "%" and GROWTH_OPENING.match(
        last.subject.between
    )
    return is_further_benchmark(sentence, clause) or bool(growth and REACHED.match(clause))


def all_of(sentence: Sentence, clause: str) -> Subject | None:
    """``A增长8%、B增长9%，均居全省第一``: the subjects that a list dealt out, else all since the semicolon.

    Where ``clause`` says how many there are (两项指标增速均居…), the last so many.
    """
    named: dict[str, str] = {}
    subjects = sentence.last
    if len(subjects) == 1:
        since = sentence.folded.rfind(";", sentence.start, sentence.position)
        subjects = [reading.subject for reading in sentence.readings if reading.quantity.start > since]
    for subject in subjects:
        for one in subject.ids:
            named.setdefault(one, subject.text)
    if counted := SO_MANY_MEASURES.search(clause):
        if len(named) < read_count(counted[1]):
            return Subject((), counted[0], rule="words")
        named = dict(list(named.items())[-read_count(counted[1]) :])
    return Subject(tuple(named), "、".join(named.values()), texts=tuple(named.values())) if named else None
