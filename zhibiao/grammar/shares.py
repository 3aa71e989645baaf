"""The share that one thing takes of another: ``民生支出占一般公共预算支出的72%``, ``研发经费支出相当于生产总值的比例``."""

from __future__ import annotations

import re
from bisect import bisect_left

from zhibiao.grammar.lists import items_of, texts_of_items
from zhibiao.grammar.measure_clues import changes_in
from zhibiao.grammar.names import (
    CANONICAL_UNIT,
    INDICATOR_OF_NAME,
    RATIO_UNITS,
    SHARE_OF,
    dimension,
    fitting,
)
from zhibiao.grammar.phrases import EDGE, alternatives, bare_name, clause_opening, is_prefix
from zhibiao.grammar.revenues import REVENUE
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.shapes import id_of_name, id_of_shape
from zhibiao.grammar.spent import SPENT_ON_PEOPLE
from zhibiao.grammar.subject import Subject, replace
from zhibiao.grammar.wholes import WITHIN, id_of_whole
from zhibiao.lexicon import DIVISION
from zhibiao.model import Quantity

OF_TASK = re.compile(
    r"占(?:全年|年度|年|当年|省|市)?(?:下达|定)?(?:投资)?(?:计划|目标|任务)(?:任务|目标|数|投资)*的?[\s*]*$"
)
# 第二和第三产业占生产总值的92%: of both together, which is the share of neither.
OTHERS_BEFORE = re.compile(
    r"(?:第[一二]|[一二](?:次|大)?产业?|(?<!十)[一二])(?:次|大)?(?:产业)?[、和与及]第?$"
)
OTHERS_REACH = 8
LIVELIHOOD = ("livelihood_expenditure",)
# 民生支出占总支出的80%, 占全部财力支出的77%
PURSE_WORDS = re.compile("总支出|财力")
# 空气质量优良天数340天,占全年总天数的93%
GOOD_DAYS, OF_DAYS = ("good_air_days",), ("good_air_ratio",)
OF_YEAR = re.compile(
    r"占(?:到|了|比)?(?:全年|年度|当年|有效|监测|日历|总|的)*(?:天数|日数|时间)?的?(?:比例|比重|比率)?(?:约|近|达到?|为|超过?|到|[\s*])*"
)
TAXES, OF_BUDGET = ("tax_revenue",), ("fiscal_revenue",)
CONTRIBUTION = "贡献率"
HEAD_NOUN = re.compile("的?贡献率(?=\\s*$)")
# 整改违法占地660亩 is no share, 占比 one without a whole.
# 工业投资、民间投资占比: the word for a share, of both.
TAIL_OF_LAST = re.compile(f"{alternatives('share_noun')}$")
NO_SHARE = re.compile(r"占(?:比|地(?![区方级市]))")
NOTHING_BETWEEN = re.compile(r"占(?:到|了|比)?")
# The words of a share end with it: …占生产总值的比重达到.
SHARE_WORDS = re.compile(r"(?:占|相当于).*?(?:比重|比例|份额)")
# 研发经费支出相当于全市生产总值的比例
EQUAL_TO_SHARE = re.compile(r"相当于(?=[^,;。\d]{2,16}的?(?:比重|比例|份额))")


COVERS = re.compile(rf"[\s*]*(?:全)?({alternatives('coverage')})(?!率|面)")
# 研究与试验发展经费支出与生产总值之比
TO_PRODUCT = re.compile(
    rf"(.{{2,24}}?)(?:与|和|同|占)(?:全[国{DIVISION}])?{alternatives('product')}(?:之比|的?比[例值重率])"
)


def share_of_product(name: str) -> str | None:
    """Return the share of the product that a name tells, or None.

    >>> share_of_product("研究与试验发展经费支出与生产总值之比"), share_of_product("环保投入与生产总值之比")
    ('rd_intensity', None)
    """
    found = TO_PRODUCT.fullmatch(name) if "生产总值" in name or "GDP" in name else None
    taker = id_of_name(found[1]) if found else None
    return SHARE_OF.get((taker, "gdp")) if taker else None


def covered(sentence: Sentence, name: str, quantity: Quantity) -> str | None:
    """普惠性幼儿园100%覆盖: the rate that the verb behind its number tells of, if it is an indicator."""
    found = COVERS.match(sentence.folded, quantity.outer_end) if quantity.unit_text == "%" else None
    return INDICATOR_OF_NAME.get(f"{name}{found[1]}率") if found else None


def share_verb(folded: str, start: int, end: int) -> int:
    """Return where 占, or 相当于 before a whole and its 比例, begins; -1 without one."""
    share = folded.rfind("占", start, end)
    if share >= 0 and not NO_SHARE.match(folded, share):
        return share
    equal = folded.find("相当于", start, end)
    found = EQUAL_TO_SHARE.search(folded, equal, end) if equal >= 0 else None
    return found.start() if found else -1


def share_taken(sentence: Sentence, start: int, share: int, quantity: Quantity) -> Subject:
    """``民生支出占一般公共预算支出的72%``; what takes the share may stand before the comma."""
    names, folded, end = sentence.names, sentence.folded, quantity.outer_start
    numerator = names.last_in(start, share)
    text = bare_name(folded[start:share])
    one: tuple[str, ...] = ()
    if numerator is not None and is_prefix(folded[start : names.starts[numerator]]):
        one = names.ids[numerator] if not folded[names.ends[numerator] : share].strip() else ()
    beside = OTHERS_BEFORE.search(
        folded, max(sentence.start, start - OTHERS_REACH), max(folded.find(text, start), 0)
    )
    if text and beside:
        # 二、三产业占生产总值的85%: both take it together
        one, text = (), beside[0] + text
    elif text and not one:
        shaped = id_of_shape(text)
        one = (shaped,) if shaped else ()
    rule = "share_of"
    if not text and sentence.last:
        one, text, rule = sentence.last[-1].ids, sentence.last[-1].text, "share_of_last"
        if not one and SPENT_ON_PEOPLE.match(folded, sentence.readings[-1].quantity.outer_end):
            one = LIVELIHOOD  # 659.2亿元用于民生事业,占一般公共预算支出的79.6%
    elif not text:
        one, text = _named_before(folded, sentence.start, start)
    denominator = names.first_in(share, end)
    other: tuple[str, ...] = ()
    if denominator is not None and not _is_elsewhere(sentence, share, names.starts[denominator]):
        other = names.ids[denominator]
        if one == TAXES and folded[names.starts[denominator] : names.ends[denominator]] == REVENUE:
            other = OF_BUDGET  # 其中税收收入30亿元,占财政收入的82%: of the revenue before 其中, whichever the report means elsewhere
    words = folded[share:end]
    if not other and one == LIVELIHOOD and PURSE_WORDS.search(words):
        other = ("fiscal_expenditure",)
    identifier = SHARE_OF.get((one[0], other[0])) if one and other else None
    ids = fitting((identifier,), quantity.unit_text, quantity.rank) if identifier else ()
    if one == GOOD_DAYS and OF_YEAR.fullmatch(words):
        ids = fitting(OF_DAYS, quantity.unit_text, quantity.rank)
    elif not other and OF_TASK.search(words):
        ids = one  # 重点项目完成投资324.8亿元,占年度目标的116.9%: how far it is done
    elif rule == "share_of_last" and one and NOTHING_BETWEEN.fullmatch(words):
        ids = fitting(_of_whole_before(sentence, one[0]), quantity.unit_text, quantity.rank)
    elif rule == "share_of" and NOTHING_BETWEEN.fullmatch(words):
        # Ⅰ-Ⅲ类水质断面占90.2%: of all of them, which the text leaves out
        shaped = id_of_shape(f"{text}占比")
        ids = fitting((shaped,), quantity.unit_text, quantity.rank) if shaped else ids
    whole = SHARE_WORDS.match(words)
    return Subject(ids, text + (whole[0] if whole else words.strip(EDGE)), "", words, rule=rule, named=ids)


def _of_whole_before(sentence: Sentence, part: str) -> tuple[str, ...]:
    """财政收入120亿元,其中税收收入95亿元,占79%: the share of ``part`` in the whole that it was told to be in."""
    last = sentence.last[-1]
    before = last.before.strip(EDGE)
    if before.endswith("其中"):
        wholes = sentence.readings[-2].subject.ids if len(sentence.readings) > 1 else ()
    else:  # 财政支出中民生支出 is a name as well
        words = before if before.endswith(WITHIN) else last.text[: last.text.rfind(WITHIN) + 1]
        wholes = (id_of_whole(words),)
    return tuple(SHARE_OF[part, whole] for whole in wholes if (part, whole) in SHARE_OF)


def _named_before(folded: str, first: int, end: int) -> tuple[tuple[str, ...], str]:
    """财政用于民生的支出,占总支出的75%: what the clause before the comma at ``end`` names, and nothing else."""
    opening = clause_opening(folded, first, max(first, end - 1))
    text = bare_name(folded[opening:end])
    named = id_of_name(text)
    return ((named,), text) if named else ((), "")


def contributions(words: str, subjects: list[Subject]) -> list[Subject]:
    """对税收和城镇就业的贡献率分别达到…: the head noun of the last is that of all, and no indicator's.

    A rate of its own keeps its name: 机械化率、科技进步贡献率分别达到….
    """
    head = HEAD_NOUN.search(words)
    if head is None:
        return subjects
    return [
        subject
        if subject.text.endswith("率") and not subject.text.endswith(CONTRIBUTION)
        else replace(
            subject, ids=(), text=f"{subject.text.removesuffix(CONTRIBUTION).removesuffix('的')}{head[0]}"
        )
        for subject in subjects
    ]


def _is_elsewhere(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a whole is another place's: 服务业增加值占全省生产总值的3%, in a city."""
    passage = sentence.passage
    first, last = bisect_left(passage.place_starts, start), bisect_left(passage.place_starts, end)
    return any(place.code != passage.region_code for place in passage.places[first:last])


def listed_shares(sentence: Sentence, start: int, end: int, count: int) -> list[Subject] | None:
    """Return a share for each: ``A、B占C的比重达到x和y``. What takes them may be the subjects told last; None where not so many do."""
    share = sentence.folded.rfind("占", start, end)
    takers, words = sentence.folded[start:share], sentence.folded[share:end]
    if "占" in takers:
        return None
    if not bare_name(takers):
        rule, texts = "share_of_last", tuple(subject.text for subject in sentence.last)
    else:
        rule, texts = "share_of", texts_of_items(tuple(items_of(takers, count)))
    if len(texts) != count:
        return None
    return [Subject((), text + words.strip(EDGE), "", words, rule=rule) for text in texts]


def share_as_last(last: Subject, subject: Subject, quantity: Quantity) -> Subject:
    """工业投资、民间投资占比分别达22.2%、42.7%: the first is a share as well, as 达 shows, and no growth."""
    tail = TAIL_OF_LAST.search(last.text)
    amount = [one for one in subject.ids if CANONICAL_UNIT[one] not in RATIO_UNITS]
    told = dimension(quantity.unit_text)
    if (
        tail is None
        or not amount
        or not (told == "points" or (quantity.unit_text == "%" and not changes_in(subject.between)))
    ):
        return subject
    text = subject.text + tail[0]
    whole = INDICATOR_OF_NAME.get(text)
    return replace(subject, ids=(whole,) if whole else (), text=text)
