"""The subject that an earlier clause of the sentence names, which told no number: ``粮食产量再创新高，达到133亿公斤``."""

from __future__ import annotations

import re

from zhibiao.grammar.durations import DURATION
from zhibiao.grammar.levels import LEVEL_WORDS, at_level
from zhibiao.grammar.names import fitting
from zhibiao.grammar.phrases import alternatives, bare_name, bridges, clause_opening, is_bridge, leaves_whole
from zhibiao.grammar.relative import NATION
from zhibiao.grammar.sentence import ADDING, Sentence
from zhibiao.grammar.shared import share_number
from zhibiao.grammar.subject import Reading, Subject, replace
from zhibiao.model import Quantity

# The clause that ends here tells of an amount that it names, not of the subject before it.
PASSED_MILESTONE = re.compile(
    rf"(?:^|[,;])([一-鿿“”]{{2,12}}{alternatives('head_of_amount')})(?:首次|历史性|一举|再次|双双)*"
    rf"(?:{alternatives('passing_verb')}|再?创)[一-鿿]{{1,6}},$"
)
MILESTONE_REACH = 60
# 在工农业总产值中,工业所占的比重,一九五二年为41.5%: the whole, of which a part is told.
WITHIN, WITHIN_ENDS = re.compile(r"在[一-鿿]{0,6}$"), ("中", "里", "内", "之中")
LIST_EDGE = " *:、,"
# 扎实推进市场主体倍增计划,净增2.31万户: what was pushed on is named in what it is called.
PROGRAMME = re.compile(r"[^,;。\d]{0,8}(?:行动|计划|工程),")
PUSHED = re.compile(rf"(?:{alternatives('manner')})*{alternatives('work_goes_on')}$")
# 投资增长12%,带动工业增加值增长,居全省第一: the place is that of what drives
DRIVEN = re.compile("[带拉推]动|促进")
EACH_OF_THEM = re.compile("均|都|双双|分别")
TASK = re.compile("(?:年度|全年)?(?:建设|改造|整治|治理|造林|新建)+任务")
CLAUSE_SIGN = re.compile(r"[,;:。]")
# 我国进出口总额,由…: in a report of the nation, its own
OF_THE_NATION = ("我国", "全国")
# 增速 and 总量 name nothing by themselves.
LONG_NAME = 4


def named_earlier(sentence: Sentence, quantity: Quantity, start: int) -> Subject | None:
    """``粮食产量再创新高，达到133亿公斤``: the name stands in the clause before, which has no number."""
    names, folded = sentence.names, sentence.folded
    found = names.last_in(sentence.unclaimed, start)
    if found is None:
        return None
    opening = clause_opening(folded, sentence.unclaimed, names.starts[found])
    told = folded[opening : names.starts[found]]
    if told in OF_THE_NATION and sentence.passage.region_code == NATION:
        told = ""
    if ADDING.match(folded, start) and PROGRAMME.match(folded, names.ends[found], start):
        told = PUSHED.sub("", told)
    if not leaves_whole(told, names.ids[found]) or (quantity.rank and sentence.last and DRIVEN.search(told)):
        return None
    if folded.startswith(WITHIN_ENDS, names.ends[found]) and WITHIN.search(
        folded, opening, names.starts[found]
    ):
        return None
    ids = fitting(names.ids[found], quantity.unit_text, quantity.rank)
    text = folded[names.starts[found] : names.ends[found]]
    between = folded[start : quantity.outer_start]
    level = between.strip(LIST_EDGE)
    if level in LEVEL_WORDS and folded.startswith(":", names.ends[found]):
        verb = ADDING.search(folded, opening, names.starts[found])
        sentence.verb = verb.group() if verb else ""
        return at_level(sentence, text, level, quantity)
    return (
        Subject(ids, text, folded[opening : names.starts[found]], between, rule="named_earlier")
        if ids
        else None
    )


def of_task(sentence: Sentence, quantity: Quantity, start: int, behind: Subject) -> Subject:
    """推进高标准农田建设,完成了44万亩建设任务: the task ``behind`` the number is that of the clause before, if that names one."""
    if behind.ids or TASK.fullmatch(behind.text) is None:
        return behind
    named = named_earlier(sentence, quantity, start)
    return replace(named, between="") if named is not None and named.ids else behind


def listed_earlier(sentence: Sentence, quantity: Quantity, start: int) -> Subject | None:
    """``高新技术企业、小巨人企业，均居全国第四``: the list of the clause before, all of which has the one place."""
    folded = sentence.folded
    clause = folded[start : quantity.outer_start]
    if not quantity.rank or folded[start - 1 : start] != "," or EACH_OF_THEM.match(clause) is None:
        return None
    opening = clause_opening(folded, sentence.unclaimed, start - 1)
    if opening < sentence.unclaimed or not is_bridge(clause):
        return None
    shared = share_number(folded[opening : start - 1], quantity, each=True, listed=True)
    return replace(shared, between=clause) if shared else None


def opens_anew(sentence: Sentence, start: int) -> bool:
    """Say whether a clause without a number stands behind a semicolon before the one from ``start``.

    ``小巨人企业265家,增幅全省第三;技术合同登记额增量增幅,均居全省第一`` tells of what that clause names, whatever it is.
    """
    semicolon = sentence.folded.rfind(";", sentence.position, start)
    return semicolon >= 0 and not bridges(sentence.folded, semicolon + 1, start)


def lasting(sentence: Sentence) -> Reading | None:
    """Return the length of time told last that has a name before it, or None; a count of those ranked may follow it."""
    told = sentence.readings[:-1] if sentence.among is not None else sentence.readings
    subject = told[-1].subject if told else None
    return told[-1] if subject is not None and subject.rule == "duration" and subject.text else None


def named_before_duration(sentence: Sentence, start: int) -> Subject | None:
    """``营商环境综合评价连续三年居全省第4位``: the words before 连续, where they hold no name with an id."""
    last = lasting(sentence)
    if last is None or sentence.names.last_in(sentence.unclaimed, start) is not None:
        return None
    between = sentence.folded[last.quantity.outer_end : start]
    words = CLAUSE_SIGN.split(DURATION.sub("", last.subject.before))[-1]
    name = bare_name(words)
    if CLAUSE_SIGN.search(between) or len(name) < LONG_NAME:
        return None
    return Subject((), name, "", "", rule="words")


def named_by_milestone(sentence: Sentence, start: int, clause: str) -> Subject | None:
    """``上划中央收入首次突破千亿，达1180亿元``: an amount without an id that the clause before tells of."""
    if not is_bridge(clause):
        return None
    found = PASSED_MILESTONE.search(sentence.folded[max(sentence.unclaimed, start - MILESTONE_REACH) : start])
    return Subject((), bare_name(found[1]), "", clause, rule="words") if found else None
