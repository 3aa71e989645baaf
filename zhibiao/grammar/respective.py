"""The subjects that a list deals out to its numbers: ``A、B、C分别增长x、y、z``.

The names may stand in the same clause, before a comma (``旅游收入、游客人数再创新高，分别增长…``) or be those of the
numbers before. Where names and numbers differ in number, nothing is guessed.
"""

from __future__ import annotations

import re

from zhibiao.grammar import owners
from zhibiao.grammar.adding import newly_insured
from zhibiao.grammar.among import climbs_places
from zhibiao.grammar.antecedent import measured_as
from zhibiao.grammar.beside import beside_benchmarks, beside_wholes, on_bases
from zhibiao.grammar.changing import COUNTED, are_counted_last, are_told_just_before
from zhibiao.grammar.crops import outputs_of_crops
from zhibiao.grammar.enumerated import NAMES_OF_TWO, among_places, compound_in, listed_names
from zhibiao.grammar.groups import RESPECTIVELY, ranks_each, spread_bound
from zhibiao.grammar.lists import items_of
from zhibiao.grammar.measure_words import IN_ALL
from zhibiao.grammar.names import NAME_OF, OF_RATIOS, dimension, fitting
from zhibiao.grammar.phrases import COMPARED, EDGE, alternatives, bare_name, is_bridge
from zhibiao.grammar.respective_clauses import clause_over_numbers, earlier_clause
from zhibiao.grammar.respective_times import PART, among_times
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.shared import dealt_out, share_number
from zhibiao.grammar.shares import contributions, listed_shares, share_as_last
from zhibiao.grammar.subject import Subject, replace
from zhibiao.lexicon import DIVISION
from zhibiao.model import Quantity

# 收入和利润均赶超3个市,分别上升至全省第8、第9位: the names end before the places that were passed.
PASSING = re.compile(
    rf"(?:均|都|双双)?(?:赶超|超越|反超|赶上|超过)(?:了)?\d+个(?:兄弟)?(?:地级市|市州|地市|省份|[{DIVISION}])[,\s]*$"
)
# 收入与经济增长保持同步，分别增长: the names end before the benchmark.
COMPARED_AT_END = re.compile(COMPARED + "(?:同比)?$")
# A、B一季度分别增长: nor is a time behind them the last one's.
TIME_AT_END = re.compile(f"(?<=[一-鿿])(?:{PART}|(?<![前近后])[三四五]年[来间]?)$")
# A、B增速比全国分别高1个和2个百分点: what they are held against stands before 分别.
BESIDE_AT_END, HIGHER = re.compile(r"[比较](?![上去]年|同期)[^,;。、\d]{2,12}$"), ("高", "低", "快", "慢")
SYNCHRONOUS = re.compile(r"(?:与|和|同)[^,、]{2,12}?(?:保持|基本)*(?:同步|持平)")
TAKES_SHARE = re.compile(r"[,\s]*占(?!比)")
# 民营经济增加值和税收分别增长: all that is listed is of the part of the economy named first.
PART_OF_ECONOMY = re.compile(rf"{owners.PART_OF_ECONOMY}(?!占)")
# 总量及增速分别位居全市第二位、第四位: two sides of the one subject before.
ASPECTS = re.compile(rf"[\s*,]*(?:{alternatives('aspect')}(?:[、和与及]|$)){{2,}}")

# 年均增长分别为19%和12%: rates, of what was told as shares before.
RATES = ("增长", "递增", "增速", "增幅")
# 新增A2万人、B3万人,累计分别达到19万人和52万人
SUMMED = "累计"


def respective_subjects(sentence: Sentence, group: list[Quantity], start: int) -> list[Subject] | None:
    """Return a subject for each quantity of ``group``; None where no list is dealt out.

    ``start`` is where the clause begins. A list that cannot be dealt out gives subjects without an id, and is
    noted in the passage.
    """
    end = group[0].outer_start
    if len(group) > 1 and (
        beside := beside_wholes(sentence, group, start) or on_bases(sentence, group, start)
    ):
        return beside
    word = RESPECTIVELY.search(sentence.folded, start, end)
    if word is None:
        silent = _silently(sentence, group, start) if len(group) > 1 else None
        if silent:
            spread_bound(group)
        return silent and _fitting_units(silent, group)
    between = sentence.folded[word.end() : end]
    span = start, word.start()
    if sentence.last and ASPECTS.fullmatch(sentence.folded, *span):
        return [replace(sentence.last[-1], between=between, rule="carried")] * len(group)
    yielded = outputs_of_crops(sentence, group, *span, between)
    if yielded:
        return _fitting_units(yielded, group)
    in_times = among_times(sentence, span, group, between)
    if in_times is None and not bare_name(sentence.folded[span[0] : span[1]]):
        named = _named_before(sentence, group, span)
        if named is None:
            return _without_names(sentence, group, span, between)
        span = named
    if between.startswith(HIGHER) and (held := BESIDE_AT_END.search(sentence.folded, *span)):
        span, between = (span[0], held.start()), held[0] + between
    span = _without_comparison(sentence.folded, span)
    subjects = in_times if in_times is not None else _listed(sentence, group, span, between)
    if subjects is not None:
        spread_bound(group)
        words = sentence.folded[slice(*span)]
        subjects = newly_insured(words, contributions(words, subjects))
        if TAKES_SHARE.fullmatch(between) or (
            not subjects[0].ids and PART_OF_ECONOMY.match(subjects[0].text)
        ):
            subjects = [replace(subject, ids=(), rule="part") for subject in subjects]
        return _fitting_units(subjects, group)
    if len(group) == 1:
        return _shared_by_one(sentence, group[0], *span, between)
    names = sentence.folded[slice(*span)]
    sentence.passage.unequal_lists.append(
        (span[0], group[-1].outer_end, len(items_of(names, None)), len(group))
    )
    return [Subject((), bare_name(names), "", between, rule="unequal_list") for _ in group]


def _without_comparison(folded: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span of a list without what it is compared with, and when, at its end."""
    start, end = span
    for ending in (SYNCHRONOUS, COMPARED_AT_END, TIME_AT_END):
        compared = ending.search(folded, start, end)
        end = compared.start() if compared else end
    return start, end


def _without_names(
    sentence: Sentence, group: list[Quantity], span: tuple[int, int], between: str
) -> list[Subject] | None:
    """The subjects of numbers that 分别 deals out to no names: marks that are passed, or what was told last."""
    lead = sentence.folded[slice(*span)].strip(EDGE)
    in_all = (IN_ALL.search(lead) or lead.endswith(SUMMED)) and not TAKES_SHARE.match(between)
    told = f"{lead}分别{between}" if lead.endswith(RATES) or in_all else between
    subjects = _passing(sentence, group, span[0], between) or _from_last(sentence, group, told)
    if subjects:
        spread_bound(group)
    return subjects


def _named_before(sentence: Sentence, group: list[Quantity], span: tuple[int, int]) -> tuple[int, int] | None:
    """Where the names stand that 分别 deals out to a clause without any; None where they are those told last."""
    start, end = span
    whole_start = clause_over_numbers(sentence, end)
    if are_counted_last(sentence, group, end) or are_told_just_before(sentence, group, end):
        return None
    earlier = earlier_clause(sentence, start)
    if earlier is not None:
        return earlier
    return (whole_start, end) if whole_start < start else None


def _passing(sentence: Sentence, group: list[Quantity], start: int, between: str) -> list[Subject] | None:
    """The subjects named before a count of the places that they passed; None where none are."""
    clause = clause_over_numbers(sentence, start - 1)
    found = PASSING.search(sentence.folded, clause, start)
    if found is None or len(items_of(sentence.folded[clause : found.start()], None)) != len(group):
        return None
    subjects = listed_names(sentence, clause, found.start(), len(group), between)
    return _fitting_units(subjects, group) if subjects else None


def _listed(
    sentence: Sentence, group: list[Quantity], span: tuple[int, int], between: str
) -> list[Subject] | None:
    """The subjects of a list: one name for several places, one beside benchmarks, or as many names as numbers."""
    start, end = span
    subjects = among_places(sentence, start, end, len(group), between)
    if subjects is None:
        subjects = beside_benchmarks(sentence, start, end, group, between)
    if subjects is None:
        subjects = listed_names(sentence, start, end, len(group), between)
    if subjects is None:
        # An item may hold a number of its own: 销售收入过亿元企业.
        whole_start = clause_over_numbers(sentence, end)
        if len(items_of(sentence.folded[whole_start:end], None)) == len(group) > 1:
            subjects = listed_names(sentence, whole_start, end, len(group), between)
    return subjects


def _fitting_units(subjects: list[Subject], group: list[Quantity]) -> list[Subject]:
    """规模以上工业、服务业企业分别新增150户、500户: a name means no indicator that its number's unit does not fit."""
    subjects = [
        share_as_last(subjects[-1], subject, quantity)
        for subject, quantity in zip(subjects, group, strict=True)
    ]
    return [
        replace(
            subject,
            ids=fitting(
                measured_as(subject.ids, subject.between),
                quantity.unit_text,
                quantity.rank or climbs_places(quantity, subject.between),
            ),
            named=subject.named or subject.ids,
        )
        for subject, quantity in zip(subjects, group, strict=True)
    ]


def _shared_by_one(
    sentence: Sentence, quantity: Quantity, start: int, end: int, between: str
) -> list[Subject] | None:
    """``A、B分别下降5%``: one number for each of the names, or of what one name names (存、贷款余额分别突破千亿元)."""
    words = sentence.folded[start:end]
    shared = share_number(words, quantity, each=True)
    two = fitting(compound_in(sentence, start, end), quantity.unit_text, quantity.rank)
    if len(two) > len(shared.ids if shared else ()):
        named = tuple(NAME_OF[one] for one in two)
        shared = Subject(two, bare_name(words), words, between, rule="shared", texts=named)
    return [replace(shared, between=between)] if shared else None


def _silently(sentence: Sentence, group: list[Quantity], start: int) -> list[Subject] | None:
    """``A、B增至x、y``: as many names as numbers, though no 分别 says so."""
    names, folded = sentence.names, sentence.folded
    end = group[0].outer_start
    if "占" in folded[start:end]:
        return listed_shares(sentence, start, end, len(group))
    if not bare_name(folded[start:end]) or (
        len(sentence.last) == len(group) and ranks_each(group, folded[start:end])
    ):
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
    return listed_names(sentence, start, names_end, len(group), between)


def _same_units(sentence: Sentence, group: list[Quantity]) -> bool:
    """Say whether the numbers before are as many, and of one unit (A 10065元，B 4006元，增长12%和10%) or amounts
    of as many things (游客870万人次、收入120亿元，增长15%和25%), or one is of as many (A、B均居第5位，增长12%和10%).
    """
    if len(sentence.last) == len(group) or [len(one.ids) for one in sentence.last] == [len(group)]:
        return True
    if not sentence.last:
        return False
    before = sentence.readings[-len(group) :]
    units = [reading.quantity.unit_text for reading in before]
    if len(units) != len(group):
        return False
    amounts = all(dimension(unit) not in OF_RATIOS for unit in units)
    return len(set(units)) == 1 or (
        amounts and len({reading.subject.text for reading in before}) == len(group)
    )


def _from_last(sentence: Sentence, group: list[Quantity], between: str) -> list[Subject] | None:
    """``存款838亿元、贷款547亿元，分别增长x和y``: the last subjects again, as many as there are numbers."""
    count = len(group)
    last = sentence.in_force(group[0], between)
    if len(last) == count:
        return _carried_on(last, group, between)
    if len(last) == 1 and len(last[0].ids) == count:
        shared = last[0]  # 甲、乙均翻一番,分别达到x和y
        texts = shared.texts or tuple(NAME_OF[one] for one in shared.ids)
        return [
            replace(
                shared,
                ids=(one,),
                text=text,
                texts=(),
                named=(),
                between=between,
                rule="respectively_carried",
            )
            for one, text in zip(shared.ids, texts, strict=True)
        ]
    if len(last) == 1 and (each := dealt_out(last[0], count)):
        return _carried_on(each, group, between)
    distinct: list[Subject] = []
    passed = COUNTED if dimension(group[-1].unit_text) == "points" else ()  # no count is points above another
    for reading in reversed(sentence.readings):
        if reading.subject.rule not in passed and all(
            reading.subject.text != known.text for known in distinct
        ):
            distinct.append(reading.subject)
        if len(distinct) == count:
            return _carried_on(distinct[::-1], group, between)
    # 改造危房22万户,竣工面积1878万平方米,分别增长10%和9.5%: two amounts of one thing
    told = sentence.readings[-count:]
    amounts = len(told) == count and all(dimension(one.quantity.unit_text) not in OF_RATIOS for one in told)
    return _carried_on([one.subject for one in told], group, between) if amounts else None


def _carried_on(subjects: list[Subject], group: list[Quantity], between: str) -> list[Subject]:
    """The subjects again for another list of numbers, or the shares that they take (分别占x和y)."""
    if TAKES_SHARE.match(between):
        return [
            Subject((), subject.text + between.strip(EDGE), "", between, rule="share_of_last")
            for subject in subjects
        ]
    again = [replace(subject, between=between, rule="respectively_carried") for subject in subjects]
    return _fitting_units(again, group)
