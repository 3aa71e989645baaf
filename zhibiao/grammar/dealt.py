"""The subjects that a list deals out to its numbers: ``A、B、C分别增长x、y、z``.

The names may stand in the same clause, before a comma (``旅游收入、游客人数再创新高，分别增长…``) or be those of the
numbers before. Where names and numbers differ in number, nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from zhibiao.grammar.groups import RESPECTIVELY, spread_bound
from zhibiao.grammar.lists import halves, ids_of_items, items_of, plain_name, texts_of_items
from zhibiao.grammar.names import COMPOUNDS, INDICATOR_OF_NAME, NAME_OF
from zhibiao.grammar.phrases import EDGE, bare_name, is_bridge, is_prefix, strip_prefix
from zhibiao.grammar.sentence import ADDING, CLAUSE_END, Sentence, Subject
from zhibiao.grammar.shared import share_number
from zhibiao.model import Quantity

LONGEST_PREDICATE = 12
BENCHMARKS = re.compile(r"(?:高于|低于|快于|慢于|优于|比|较)(?=全|国家|预算|计划|目标)")
# 增幅 behind the list says what all its numbers are.
# 收入与经济增长保持同步，分别增长: the names end before the benchmark.
SYNCHRONOUS = re.compile(r"(?:与|和|同)[^,、]{2,12}?(?:保持|基本)*(?:同步|持平)")
TAKES_SHARE = re.compile(r"[,\s]*占(?!比)")
SHARE_END = re.compile(r"占[^、]{2,}(?:比重|比例|份额)$")
RATE_END = re.compile(r"(?:增速|增幅|涨幅|升幅|降幅)$")
PREDICATE = re.compile(
    r"[,\s]*(?:再|均|双双|持续|稳步|继续|保持|实现|快速|平稳|较快|同步|大幅|全面|都|也|明显|不断|逆势|恢复|首次|突破|达|完成|呈|增势)"
)
NAMES_OF_TWO = ("城乡", "存贷款")


def subjects_dealt_out(sentence: Sentence, group: list[Quantity], start: int) -> list[Subject] | None:
    """Return a subject for each quantity of ``group``; None where no list is dealt out.

    ``start`` is where the clause begins. A list that cannot be dealt out gives subjects without an id, and is
    noted in the passage.
    """
    end = group[0].outer_start
    word = RESPECTIVELY.search(sentence.folded, start, end)
    if word is None:
        return None if len(group) == 1 else _silently(sentence, group, start)
    between = sentence.folded[word.end() : end]
    names_start, names_end = start, word.start()
    if not bare_name(sentence.folded[names_start:names_end]):
        earlier = _earlier_clause(sentence, start)
        whole_start = _clause_over_numbers(sentence, names_end)
        if earlier is not None:
            names_start, names_end = earlier
        elif whole_start < names_start:
            names_start = whole_start
        else:
            return _from_last(sentence, group, between)
    synchronous = SYNCHRONOUS.search(sentence.folded, names_start, names_end)
    if synchronous:
        names_end = synchronous.start()
    subjects = _beside_benchmarks(sentence, names_start, names_end, group, between)
    if subjects is None:
        subjects = _listed(sentence, names_start, names_end, len(group), between)
    if subjects is None:
        # An item may hold a number of its own: 销售收入过亿元企业.
        whole_start = _clause_over_numbers(sentence, names_end)
        if len(items_of(sentence.folded[whole_start:names_end], None)) == len(group) > 1:
            subjects = _listed(sentence, whole_start, names_end, len(group), between)
    if subjects is not None:
        spread_bound(group)
        return subjects
    if len(group) == 1:
        return _shared_by_one(sentence, group[0], names_start, names_end, between)
    names = sentence.folded[names_start:names_end]
    sentence.passage.unequal_lists.append(
        (names_start, group[-1].outer_end, len(items_of(names, None)), len(group))
    )
    return [Subject((), bare_name(names), "", between, rule="unequal_list") for _ in group]


def _shared_by_one(
    sentence: Sentence, quantity: Quantity, start: int, end: int, between: str
) -> list[Subject] | None:
    """``A、B分别下降5%``: one number for each of the names."""
    words = sentence.folded[start:end]
    shared = share_number(words, quantity, each=True)
    return [replace(shared, between=between)] if shared else None


def _beside_benchmarks(
    sentence: Sentence, start: int, end: int, group: list[Quantity], between: str
) -> list[Subject] | None:
    """``零售总额增速比全国、全省分别高0.7、1.2个百分点``: one subject beside as many benchmarks."""
    found = BENCHMARKS.search(sentence.folded, start, end)
    if found is None or len(items_of(sentence.folded[found.end() : end], None)) != len(group):
        return None
    ids = _ids_of(sentence, start, found.start(), plain_name(sentence.folded[start : found.start()]))
    text = bare_name(sentence.folded[start : found.start()])
    if not text:
        return None
    gap = sentence.folded[found.start() : end] + between
    return [Subject(ids, text, "", gap, rule="beside_benchmarks") for _ in group]


def _clause_over_numbers(sentence: Sentence, end: int) -> int:
    return max(sentence.start, *(sentence.folded.rfind(sign, sentence.start, end) + 1 for sign in ",;:。"))


def _silently(sentence: Sentence, group: list[Quantity], start: int) -> list[Subject] | None:
    """``A、B增至x、y``: as many names as numbers, though no 分别 says so."""
    names, folded = sentence.names, sentence.folded
    end = group[0].outer_start
    if "占" in folded[start:end]:
        return _shares(sentence, start, end, len(group))
    if not bare_name(folded[start:end]):
        return _from_last(sentence, group, folded[start:end]) if _same_units(sentence, group) else None
    found = names.last_in(start, end)
    between, names_end = "", end
    if found is not None and is_bridge(folded[names.ends[found] : end]):
        between, names_end = folded[names.ends[found] : end], names.ends[found]
    else:
        # Names that are no indicators': what they do (下降) is not of the last of them.
        bare = bare_name(folded[start:end])
        names_end = folded.rfind(bare, start, end) + len(bare)
        between = folded[names_end:end]
    words = folded[start:names_end]
    if (
        len(items_of(words, None)) != len(group)
        and found is None
        and not any(two in words for two in NAMES_OF_TWO)
    ):
        return None
    return _listed(sentence, start, names_end, len(group), between)


def _same_units(sentence: Sentence, group: list[Quantity]) -> bool:
    """Say whether the numbers before are as many, or two of one unit (A 10065元，B 4006元，增长12%和10%)."""
    if len(sentence.last) == len(group):
        return True
    if not sentence.last:
        return False
    units = [reading.quantity.unit_text for reading in sentence.readings[-len(group) :]]
    return len(units) == len(group) and len(set(units)) == 1


def _earlier_clause(sentence: Sentence, clause_start: int) -> tuple[int, int] | None:
    """The clause before the comma, where the names stand ahead of ``，分别增长``."""
    end = clause_start - 1
    if end <= sentence.position:
        return None
    start = max(
        sentence.position, *(sentence.folded.rfind(sign, sentence.position, end) + 1 for sign in CLAUSE_END)
    )
    return (start, end) if bare_name(sentence.folded[start:end]) else None


def _shares(sentence: Sentence, start: int, end: int, count: int) -> list[Subject] | None:
    """``A、B占C的比重达到x和y``: a share for each; what takes them may be the last subjects."""
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


def _from_last(sentence: Sentence, group: list[Quantity], between: str) -> list[Subject] | None:
    """``存款838亿元、贷款547亿元，分别增长x和y``: the last subjects again, as many as there are numbers."""
    count = len(group)
    last = sentence.in_force(group[0], between)
    if len(last) == count:
        return _carried_on(last, between)
    distinct: list[Subject] = []
    for reading in reversed(sentence.readings):
        if all(reading.subject.text != known.text for known in distinct):
            distinct.append(reading.subject)
        if len(distinct) == count:
            return _carried_on(distinct[::-1], between)
    return None


def _carried_on(subjects: list[Subject], between: str) -> list[Subject]:
    """The subjects again for another list of numbers, or the shares that they take (分别占x和y)."""
    if TAKES_SHARE.match(between):
        return [
            Subject((), subject.text + between.strip(EDGE), "", between, rule="share_of_last")
            for subject in subjects
        ]
    return [replace(subject, between=between, rule="respectively_carried") for subject in subjects]


def _listed(sentence: Sentence, start: int, end: int, count: int, between: str) -> list[Subject] | None:
    """The names of ``folded[start:end]`` for ``count`` numbers; None where they are not as many."""
    words = sentence.folded[start:end]
    compound = COMPOUNDS.get(strip_prefix(words), ())
    if len(compound) == count:
        return [Subject((one,), NAME_OF[one], "", between, rule="respectively_compound") for one in compound]
    items = _without_predicate(sentence, items_of(words, count), start, end)
    if (
        len(items) == count
        and count > 1
        and (
            _ends_in_share(words)
            or (not ids_of_items(tuple(items))[0] and _is_restricted(sentence, items[0], start))
        )
    ):
        return [Subject((), strip_prefix(item), "", between, rule="part") for item in items]
    if len(items) == count and count > 1:
        verb = ADDING.match(items[0].lstrip("*● "))
        sentence.verb = verb.group() if verb else ""
        rate = RATE_END.search(words)
        between = (rate.group() if rate else "") + between
        return [
            Subject(ids, text, sentence.verb, between, rule="respectively")
            for ids, text in zip(ids_of_items(tuple(items)), texts_of_items(tuple(items)), strict=True)
        ]
    name = bare_name(items[0] if len(items) == 1 else words)
    ids = _ids_of(sentence, start, end, name)
    pair = halves(name, ids) if count == len(NAMES_OF_TWO) else None
    if pair:
        return [Subject(one, text, "", between, rule="respectively_halved") for one, text in pair]
    if len(ids) == count:
        return [Subject((one,), NAME_OF[one], "", between, rule="respectively_compound") for one in ids]
    return _expanded(items, count, between) if 1 < len(items) < count else None


def _is_restricted(sentence: Sentence, first: str, start: int) -> bool:
    """每平方公里土地生产总值、财政收入: words before the first name that make all of the list a part."""
    found = sentence.names.last_in(start, start + len(first))
    if (
        found is None
        or sentence.names.ends[found] != start + len(first.rstrip())
        or not sentence.names.ids[found]
    ):
        return False
    return not is_prefix(sentence.without_places(start, sentence.names.starts[found])[1])


def _ends_in_share(words: str) -> bool:
    """A、B占X比重: the list shares an end that makes shares of all of it."""
    return SHARE_END.search(words) is not None


def _without_predicate(sentence: Sentence, items: list[str], start: int, end: int) -> list[str]:
    """旅游收入、游客人数再创新高，分别增长: the names end before the predicate of the last."""
    found = sentence.names.last_in(start, end)
    if found is None or not items:
        return items
    tail = sentence.folded[sentence.names.ends[found] : end]
    if PREDICATE.match(tail) and len(tail) < LONGEST_PREDICATE and items[-1].endswith(tail):
        return [*items[:-1], items[-1][: -len(tail)] or items[-1]]
    return items


def _expanded(items: list[str], count: int, between: str) -> list[Subject] | None:
    """Items of which one stands for two: 生产总值、城乡居民收入分别增长x、y、z."""
    subjects: list[Subject] = []
    for item, ids in zip(items, ids_of_items(tuple(items)), strict=True):
        name = bare_name(item)
        pair = halves(name, ids)
        if len(ids) > 1:
            subjects += [
                Subject((one,), NAME_OF[one], "", between, rule="respectively_compound") for one in ids
            ]
        elif pair:
            subjects += [Subject(one, text, "", between, rule="respectively_halved") for one, text in pair]
        else:
            subjects.append(Subject(ids, name, "", between, rule="respectively"))
    return subjects if len(subjects) == count else None


def _ids_of(sentence: Sentence, start: int, end: int, name: str) -> tuple[str, ...]:
    if name in COMPOUNDS:
        return COMPOUNDS[name]
    if name in INDICATOR_OF_NAME:
        return (INDICATOR_OF_NAME[name],)
    names, folded = sentence.names, sentence.folded
    found = names.last_in(start, end)
    if found is None or not is_bridge(folded[names.ends[found] : end]):
        return ()
    return names.ids[found] if is_prefix(folded[start : names.starts[found]]) else ()
