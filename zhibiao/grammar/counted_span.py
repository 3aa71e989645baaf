"""Where the words begin and end that name the thing counted behind its number: 85%以上⟦乡村学校⟧达到标准."""

from __future__ import annotations

import re

from zhibiao.grammar.counted import COUNTED_LENGTH, counts, past_other_unit, without_predicate
from zhibiao.grammar.names import are_ratios
from zhibiao.grammar.phrases import opens_predicate
from zhibiao.grammar.sentence import Sentence
from zhibiao.model import Quantity

END = re.compile(
    r"[,;:。!?、\n(“]|\d(?!G基站|A级)|等(?=[,;。])|以及|分别|达到|超过|突破|增长(?!预期|目标|速度|率|极|点)|下降|和(?=\d)"
    # 在原有3个示范镇的基础上增加2个
    r"|的?基础上"
    # 四档最低工资标准平均提高8%
    r"|平均(?=提高|提升|上调|降低)|均(?=提高|提升|上调)"
    # 168个重点城市中排名第21
    r"|(?<![集其])中的?(?=(?:综合)?(?:排(?![水污查放])|居(?![民住家委])|[位名]?列|位[居次]|升至|进至|[跃攀]升|跃居|名次|首|前))"
)
# The empty text, where the document ends, is in it too.
CLAUSE_ENDS = ",;:。!?、"
END_BEHIND_QUOTE = re.compile(r"[,;。!?、\n]")
PLACES = frozenset({"县", "市", "区", "旗", "州", "县市", "个县", "个市", "个区"})
# 乡镇(街道)就业服务中心, 县(市)产业园
ALSO = re.compile(r"\((?:[市县区州旗镇乡村居场街]|街道|社区|苏木)\)(?=[一-鿿]{2})")
FACILITY = re.compile("(?:站|中心|厂|园|院|馆|校|所|点|项目|工程)$")
OWNERS = re.compile(r"(?:[县市区乡村旗州国]|(?<!城)镇|企业|园区|城市)(?:\([^()]{1,3}\))?$")
# 430个3000万元以上重点项目, 100个投资过亿元的重点项目, 2座集阅读、展览于一体的书院, 7个110千伏变电站: what those counted are like.
QUALIFIER = re.compile(
    r"(?:以上|以下|左右|以内|及以上|及以下|\*|\s)*(?:[\d.]+[百千万亿]*元(?:及)?以上"
    r"|(?:计划)?总?投资额?(?:超过?|过|达|在)?[\d.]*[百千万亿]+元(?:及)?(?:以上)?|集[^;。]{2,30}?于一体|\d{2,4}千伏(?:及以上)?(?:电压)?)?(?:的)?"
)
# 完成221户385人年度脱贫任务: two counts of one thing.
TWICE = re.compile(r"[\d.]+[万千百]?多?余?[户人个名]")


def end_behind_bracket(sentence: Sentence, start: int, end: int, following: int) -> int:
    """100个乡镇(街道)就业服务中心: where the name ends that goes on behind a bracket, ``end`` where none does."""
    also = ALSO.match(sentence.folded, end)
    further = END.search(sentence.folded, also.end(), following) if also and end > start else None
    if also is None or further is None or further[0] not in CLAUSE_ENDS:
        return end
    name = sentence.folded[start : further.start()]
    if len(name) > COUNTED_LENGTH or not FACILITY.search(name) or without_predicate(name) != name:
        return end
    if sentence.names.first_in(also.end(), further.start()) is not None:
        return end
    return further.start()


def end_of_counted(sentence: Sentence, span: tuple[int, int]) -> int:
    """Where what is counted ends and a name begins that tells of it.

    67个县规模以上工业增加值 names what the counted have; 16个国考断面水质优良率 a ratio, which none counts.
    """
    names = sentence.names
    found = names.first_in(*span)
    if found is None:
        return span[1]
    ids, start = names.ids[found], names.starts[found]
    return start if are_ratios(ids) or OWNERS.search(sentence.folded, span[0], start) else span[1]


def span_of_counted(sentence: Sentence, quantity: Quantity, following: int) -> tuple[int, int] | None:
    """Where the words that may name the thing begin and end; most numbers end their clause, and have none."""
    folded, limit = sentence.folded, min(following, sentence.end)
    if folded[quantity.outer_end : quantity.outer_end + 1] in CLAUSE_ENDS:
        return None
    of_places = quantity.unit_text in PLACES  # 12县(市)疾病控制中心
    behind = quantity.outer_end if of_places else past_other_unit(folded, quantity.outer_end)
    skipped = QUALIFIER.match(folded, behind)
    start = skipped.end() if skipped else behind
    again = TWICE.match(folded, start) if counts(quantity) else None
    start = again.end() if again else start
    limit = limit if start <= limit else sentence.end
    stop = END.search(folded, start, limit)
    while stop is not None and sentence.names.covers(stop.start()):
        stop = END.search(folded, stop.end(), limit)
    end = stop.start() if stop else limit
    if end > start and (_name_at(sentence, start, end) or not opens_predicate(folded, start)):
        return start, end
    if folded[start : start + 1] != "“" or not counts(quantity):
        return None
    stop = END_BEHIND_QUOTE.search(folded, start, limit)
    end = stop.start() if stop else limit
    return (start, end) if end > start else None


def _name_at(sentence: Sentence, start: int, end: int) -> bool:
    found = sentence.names.first_in(start, end)
    return found is not None and sentence.names.starts[found] == start
