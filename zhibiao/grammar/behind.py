"""The thing counted, which stands behind its number: 32个老旧小区, 85%以上乡村学校."""

from __future__ import annotations

import re

from zhibiao.grammar.adding import ends_thing_before
from zhibiao.grammar.arranged import is_arranged_by
from zhibiao.grammar.changing import changes_to
from zhibiao.grammar.counted import (
    counted_thing,
    counts,
    did_something,
)
from zhibiao.grammar.counted_span import PLACES, end_behind_bracket, end_of_counted, span_of_counted
from zhibiao.grammar.dwellings import of_dwellings, under_its_own_verb
from zhibiao.grammar.exits import EXITS, POOR, exits_behind
from zhibiao.grammar.names import INDICATOR_OF_NAME, dimension, fits, fitting
from zhibiao.grammar.new_jobs import new_jobs_behind
from zhibiao.grammar.phrases import (
    LONGEST_BRIDGE,
    leaves_name_whole,
    leaves_whole,
)
from zhibiao.grammar.region_parts import is_of_field
from zhibiao.grammar.sentence import ADDING, DOING, Sentence
from zhibiao.grammar.spent import PURSE, SHARE, SPENT_ON_PEOPLE
from zhibiao.grammar.subject import Subject, replace
from zhibiao.model import Quantity

PLACES_UNIT = re.compile(r"(?:\([县市区旗、]{1,5}\))?")
ITEM_EDGE = " *、,和及"
# 新建2处市区公交停车场和8个农村客运站
CONJUNCTION_AT_END = re.compile("(?:以及|[和及与])$")
# 跨4个千亿元大关 counts no thing; 突破千亿元大关 is what was reached.
# 翻一番的目标: what has doubled never stands behind.
DOUBLING = "番"
MILESTONE_OPENS = frozenset("两二三四五六0123456789十百千万亿元大台新整门的历跨")
MILESTONE = re.compile(
    r"(?:[两二三四五六\d][个大])?[十百千万亿]*元?(?:大关|台阶|新台阶|整数关口|门槛)|的?历史性(?:突破|跨越)|的?跨越(?=[,;。])"
)
# 总产稳定在133亿斤的阶段性水平
SO_HIGH = re.compile(r"的?(?:阶段性|历史最高|较高|较低)?水平(?=[,;。、\n]|以[上下])")
MEASURED_THING = re.compile(r"[一-鿿]{0,12}?断面|[一-鿿]{0,12}?(?=水质)")
KEY_PROJECTS = ("key_projects",)
# 10家企业被认定为高新技术企业: what they were recognised as is counted.
RECOGNISED = re.compile(
    r"(?:工业|科技型?|制造业|中小|规上|规模以上)?企业(?:新|又|成功|首次)?(?:被|获|通过)?"
    r"(?:认定为|认定|评为|评定为|列为|入选|入库|获批|获评|荣获|成为|晋升为|升级为)(?:国家)?"
)
# 9万脱贫人口纳入低保: those who left poverty before, of whom something else is told.
POOR_ONCE = re.compile("脱贫(?:人口|群众|劳动力|户)")
LIVES_ON = ("纳入", "享受", "参加", "外出", "务工", "就业", "实现", "人均")
# 保5争6: the next goal
FURTHER_GOAL = re.compile(r"[、,]?[争冲拼望]\d")
# 技改投资必须以20%以上的速度递增
AT_SPEED = re.compile(r"的(?:年均)?(?:速度|幅度)(递增|增长|上升|下降|压减|压缩|降低|增加)")
BY_AT_END, SHORTEST_WHOSE = re.compile(r"(?:必须|应当?|要|均|都|按|以)+$"), 3
CONTRIBUTES = re.compile(r"(?:贡献|创造|提供|吸纳|承担)了?[^,;。]*$")
# 投资3.5亿元修建县乡村道路658公里: what the money was spent on has a number of its own.
SPENT = re.compile(
    r"(?:用于|修建|新建|建设|建成|改造|改建|扩建|新改建|实施|完成|购置|整修|硬化)(?![资专基债])[^,。;、]{2,16}$"
)


def subject_behind(
    sentence: Sentence, quantity: Quantity, start: int, following: int, before: Subject | None
) -> Subject | None:
    """Return what the number counts; None where the number ends its clause or a predicate follows.

    ``start`` is where the clause begins, ``following`` where the next quantity stands, ``before`` the subject
    that stands before the number, if any.
    """
    places = _places_behind(sentence, quantity)
    if places is not None:
        return places
    if exits := exits_behind(sentence, quantity, start, before):
        sentence.consumed = exits.end()
        return Subject(EXITS, exits.group().removeprefix("的"), "", "", rule="counted_name")
    jobs, jobs_end = new_jobs_behind(sentence, quantity, start)
    if jobs and before is None:
        sentence.verb, sentence.consumed = "新增", jobs_end
        return Subject((jobs,), sentence.folded[quantity.outer_end : jobs_end], "", "", rule="counted_name")
    if before is not None and (speed := AT_SPEED.match(sentence.folded, quantity.outer_end)):
        name = BY_AT_END.sub("", before.text)
        if len(name) >= SHORTEST_WHOSE:
            return replace(before, text=name, between=before.between + speed[1])
    span = span_of_counted(sentence, quantity, following)
    if span is None or (before is not None and not counts(quantity)):
        return None
    clause = sentence.folded[start : quantity.outer_start]
    if _counts_nothing(sentence.folded, quantity, clause, span[0], following):
        return None
    words_before = _verb_and_words(sentence, clause, start)
    named = _named(sentence, quantity, start, span, words_before)
    if named is not None:
        return named
    purse = PURSE.match(sentence.folded, span[0]) if dimension(quantity.unit_text) == "ratio" else None
    if purse is not None and SPENT_ON_PEOPLE.match(sentence.folded, purse.end()):
        return Subject((SHARE,), purse.group(), words_before, "", rule="counted_name")
    start, end = span[0], end_of_counted(sentence, span)
    end = end_behind_bracket(sentence, start, end, following)
    words = counted_thing(CONJUNCTION_AT_END.sub("", sentence.folded[start:end].rstrip(" *")))
    if sentence.folded.startswith("的", quantity.outer_end) and end == following:
        return Subject((), words, words_before, "", rule="size_of")  # 总投资126亿元的省、市重点项目16个
    sentence.consumed = start + len(words)
    dwellings = of_dwellings(clause, words, quantity)
    if dwellings and leaves_whole(clause.strip(ITEM_EDGE), (dwellings,)):
        return Subject((dwellings,), words, words_before, "", rule="counted_name")
    return Subject((), words or _beginning_of_ratio(sentence, start), words_before, "", rule="counted")


def _verb_and_words(sentence: Sentence, clause: str, start: int) -> str:
    """The words before what is counted, with the sentence's verb brought in line: a list keeps its own."""
    verb = ADDING.search(clause)
    if verb:
        sentence.verb = verb.group()
    elif (
        not (
            sentence.verb
            and (sentence.goes_on_with_list(start) or ends_thing_before(sentence, clause, start))
        )
        or sentence.folded[start - 1] == ","
        or DOING.match(clause.lstrip(ITEM_EDGE))
    ):
        sentence.verb = ""
    return clause if verb or not sentence.verb else sentence.verb


def _counts_nothing(folded: str, quantity: Quantity, clause: str, behind: int, following: int) -> bool:
    """Whether what stands from ``behind`` on is another goal, what was done with the number, or a word of its size."""
    if changes_to(folded, quantity, clause, following):
        return True
    return bool(
        is_arranged_by(folded, clause, quantity.outer_end)
        or FURTHER_GOAL.match(folded, quantity.outer_end)
        or (folded[behind : behind + 1] in MILESTONE_OPENS and MILESTONE.match(folded, behind))
        or SO_HIGH.match(folded, behind)
        or quantity.unit_text == DOUBLING
        or (dimension(quantity.unit_text) == "money" and SPENT.match(folded, behind, following))
    )


def _places_behind(sentence: Sentence, quantity: Quantity) -> Subject | None:
    """6县(市)固定资产投资…: the unit is what is counted, and the name behind it is that of those places."""
    found = PLACES_UNIT.match(sentence.folded, quantity.outer_end) if quantity.unit_text in PLACES else None
    name = sentence.names.first_in(found.end(), sentence.end) if found else None
    if found is None or name is None or sentence.names.starts[name] != found.end():
        return None
    sentence.consumed = found.end()
    return Subject((), f"{quantity.unit_text}{found.group()}", "", "", rule="counted")


def _beginning_of_ratio(sentence: Sentence, start: int) -> str:
    """国考断面 of 国考断面水质优良率: what is counted, where it is the beginning of the ratio's name."""
    name = MEASURED_THING.match(sentence.folded, start)
    return name.group() if name else ""


def _named(
    sentence: Sentence, quantity: Quantity, start: int, span: tuple[int, int], words_before: str
) -> Subject | None:
    """The indicator that counts the thing, where nothing before or behind its name makes it a part."""
    names, folded = sentence.names, sentence.folded
    found = names.first_in(*span)
    if found is None:
        return None
    words = folded[span[0] : names.starts[found]]
    if not leaves_whole(words, names.ids[found]) and not RECOGNISED.fullmatch(words):
        return None
    ids, name_end = _fitting(sentence, found, quantity)
    text = folded[names.starts[found] : name_end]
    added = INDICATOR_OF_NAME.get(sentence.verb + text) if sentence.verb else None
    if added and fits(added, quantity.unit_text, quantity.rank):
        ids = (added,)
    if not ids or not leaves_name_whole(folded, name_end, span[1]):
        return None
    if sentence.has_places and sentence.ends_in_places(quantity.outer_start):
        return None  # 朝阳、阜新、铁岭660万亩荒山绿化
    if did_something(ids, folded, name_end) or not _only_verbs(sentence, start, quantity.outer_start, ids):
        return None
    if ids == EXITS and POOR_ONCE.match(text) and folded.startswith(LIVES_ON, name_end):
        return None
    if is_of_field(folded, start, sentence.start, ids):
        return None
    if ids == POOR and "减少" not in folded[start : quantity.outer_start]:
        return None  # 解决3万贫困人口的温饱问题: some of them
    if "fiscal_expenditure" in ids and SPENT_ON_PEOPLE.match(folded, name_end):
        ids = (SHARE,)
    ids = under_its_own_verb(ids, folded[start : quantity.outer_start])  # 开工建设5100套保障性住房
    sentence.consumed = name_end
    if ids != (SHARE,) and _is_contributed(sentence, quantity):
        return Subject((), text, words_before, "", rule="share_of_named")
    return Subject(ids, text, words_before, "", rule="counted_name")


def _is_contributed(sentence: Sentence, quantity: Quantity) -> bool:
    """贡献55%的税收、65%的GDP: how much of the whole comes from somebody, of which the indicator tells nothing."""
    folded = sentence.folded
    if dimension(quantity.unit_text) != "ratio" or not folded.startswith("的", quantity.outer_end):
        return False
    goes_on = bool(sentence.last) and sentence.last[-1].rule == "share_of_named"
    opening = max(sentence.start, quantity.outer_start - LONGEST_BRIDGE)
    return goes_on or CONTRIBUTES.search(folded, opening, quantity.outer_start) is not None


def _fitting(sentence: Sentence, found: int, quantity: Quantity) -> tuple[tuple[str, ...], int]:
    """The ids that fit the unit: of the name found, else of the longest name at its beginning."""
    start, end = sentence.names.starts[found], sentence.names.ends[found]
    ids = fitting(sentence.names.ids[found], quantity.unit_text, quantity.rank)
    if ids:
        return ids, end
    for cut in range(end - 1, start + 1, -1):
        shorter = INDICATOR_OF_NAME.get(sentence.folded[start:cut])
        if shorter and fits(shorter, quantity.unit_text, quantity.rank):
            return (shorter,), cut
    return (), end


def _only_verbs(sentence: Sentence, start: int, end: int, ids: tuple[str, ...]) -> bool:
    """Say whether the words before a count are verbs, or examples of what is counted (某某等5个…).

    Projects told with examples (某某等23个重点项目建成) are some of the region's, not their number.
    """
    words = sentence.without_places(start, end)[1].rstrip(" *")
    return leaves_whole(words, ids) or (words.endswith(("等", "项目和")) and ids != KEY_PROJECTS)
