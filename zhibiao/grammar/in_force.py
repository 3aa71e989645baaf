"""The subject in force, for a number with only verbs before it: ``3347.6亿元，增长6%``."""

from __future__ import annotations

import re

from zhibiao.grammar.among import climbs_places, without_among
from zhibiao.grammar.antecedent import MEASURED, SHARE_NAME, all_of, goes_on_with_last_clause, measured_anew
from zhibiao.grammar.arranged import STRIVES
from zhibiao.grammar.before import EVERY
from zhibiao.grammar.behind import DOUBLING
from zhibiao.grammar.beside import is_beside
from zhibiao.grammar.durations import DURATION
from zhibiao.grammar.dwellings import under_its_own_verb
from zhibiao.grammar.earlier import lasting
from zhibiao.grammar.measure_words import FLOWS
from zhibiao.grammar.names import dimension, fitting
from zhibiao.grammar.phrases import EDGE, alternatives, bare_name, bridges, is_bridge, words_at
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject, joined, replace
from zhibiao.model import Quantity

# Work of its own, whose number tells nothing of the subject before.
DOING = re.compile(
    r"投入|投资|安排|发放|实施|兑付|落实|争取|筹集|引进|确定|设立|拨付|减免|组织|开展|发行|支付|补助|养护"
)
# 增长56%,高于全市固定资产投资增幅14.9个百分点: what it is compared with is no work of its own.
GAP_OPENING = re.compile(
    rf"[\s*,]*(?:又|还|均|都|分别)*(?:远|略|大幅|明显)*(?:{alternatives('comparative', 'outdoing', 'outdoing_another')}|落后)于?"
)
NEWLY_ADDED = re.compile("[新净]增")
# 实施重点项目150个,其中50个投产: so many of them
OF_THEM = re.compile(r"其中[,:]?(?:[\s*]|已|有|约|近|超过?)*")
CLAUSE_ENDS = ",;。!?:\n"
GROWTH = frozenset({"ratio", "multiple", "points"})
# So many numbers back it is asked whether an indicator was told of: a sentence may go on and on.
NEAR = 16
# 新增企业50家,其中规上30家,总数达到550家: what there are in all is told of those before the part
IN_ALL, PART_TOLD, MOST_PARTS = tuple(words_at("sum_total")), "其中", 4
ACHIEVEMENT = re.compile(r"[^,。;]{0,8}的(?:好|优异|优秀)?(?:成绩|名次)")


def _is_of_list(sentence: Sentence, clause: str, start: int) -> bool:
    """Say whether a number without words goes on with a list: 新增院士5人、7人, but not ,2人获评工程师."""
    return not clause.strip(" *,、") and sentence.folded[start - 1] not in CLAUSE_ENDS


def is_of_kind_of_last(sentence: Sentence, quantity: Quantity) -> bool:
    """出口总额30亿美元,争取32亿美元: in percent or in the unit of the last, where no other thing (争取2家上市) is told."""
    unit, behind = quantity.unit_text, sentence.folded[quantity.outer_end : quantity.outer_end + 1]
    last = sentence.readings[-1].quantity.unit_text if sentence.readings else None
    return unit == "%" or (unit == last and behind in CLAUSE_ENDS)


def _is_some_of_them(quantity: Quantity, clause: str) -> bool:
    """Say whether 其中 stands right before a count, which then tells how many of those before did what follows."""
    counts = not quantity.rank and dimension(quantity.unit_text) not in GROWTH
    return counts and OF_THEM.fullmatch(clause.strip(EDGE)) is not None


def _grows_by_area(sentence: Sentence, quantity: Quantity, named: tuple[str, ...]) -> bool:
    """开工建设保障性住房585万平方米,增长1倍: what grew is the square metres, of which no indicator tells."""
    if not sentence.readings or dimension(quantity.unit_text) not in GROWTH:
        return False
    near = sentence.readings[-NEAR:]
    return dimension(near[-1].quantity.unit_text) == "area" and all(
        set(named).isdisjoint(one.subject.ids) for one in near
    )


def antecedent(sentence: Sentence, quantity: Quantity, start: int) -> Subject:
    """Return the subject in force, for a number with only verbs before it: 3347.6亿元，增长6%."""
    clause = sentence.folded[start : quantity.outer_start]
    last_years = lasting(sentence)
    if last_years is not None and is_bridge(clause):
        # 乳制品产量连续8年全国第一: a name of its own, though no indicator's.
        name = bare_name(DURATION.sub("", last_years.subject.before))
        if name and not MEASURED.fullmatch(name):
            return Subject((), name, "", clause, rule="words")
    subject = _subject_in_force(sentence, quantity, clause)
    if subject is None:
        if sentence.among is not None:
            clause = without_among(clause)
        measured = MEASURED.search(clause) if dimension(quantity.unit_text) == "money" else None
        told = measured[0].removeprefix("实现") if measured else ""
        return Subject((), bare_name(clause) or told, clause, "", rule="none")
    if anew := measured_anew(sentence, subject, quantity, clause):
        return anew
    climbs = climbs_places(quantity, clause)
    named = under_its_own_verb(subject.named or subject.ids, clause)
    if not subject.ids and _grows_by_area(sentence, quantity, named):
        named = ()
    ids = fitting(named, quantity.unit_text, quantity.rank or climbs, "增长" in clause)
    of_them = _is_some_of_them(quantity, clause)
    if of_them:
        ids = ()
    of_share = not sentence.readings and SHARE_NAME.search(subject.text) is not None
    beside = is_beside(clause) or GAP_OPENING.match(clause)
    strives = is_of_kind_of_last(sentence, quantity) and STRIVES.fullmatch(clause)
    if DOING.search(clause) and (of_share or not beside) and not strives:
        return Subject((), bare_name(clause) or clause.strip(EDGE), clause, "", rule="own_verb")
    if sentence.bracketed and sentence.folded[start : start + 1] == ")":
        clause, sentence.bracketed = sentence.bracketed + clause, ""
    # 高于全省1.2个百分点,力争达到60%: not how far it is to be above
    apart = strives and sentence.readings and dimension(sentence.readings[-1].quantity.unit_text) == "points"
    if (strives and not apart) or goes_on_with_last_clause(sentence, quantity, clause):
        clause = joined(subject.between, clause)
    text = subject.text
    flows = of_them and not FLOWS.isdisjoint(named)
    if flows or (not ids and not clause.strip(EDGE) and sentence.folded[start - 1] == ","):
        text = NEWLY_ADDED.sub("", text, 1)  # 自贸区新增企业2123户,610户实现运营
    return replace(
        subject,
        text=text,
        ids=ids if subject.entity is None else (),
        before=subject.before if strives or of_them or _is_of_list(sentence, clause, start) else "",
        between=clause,
        place=None,
        rule="carried",
    )


def _whole_of_parts(sentence: Sentence, clause: str) -> Subject | None:
    """The subject before 其中, where the clause tells how many there are in all; None where it does not."""
    if clause.startswith("、") or not clause.lstrip(EDGE).startswith(IN_ALL):
        return None  # 其中规上企业净增312家、总量达807家: those of the part
    readings = sentence.readings[-MOST_PARTS:]
    for whole, part in zip(readings[-2::-1], readings[:0:-1], strict=False):
        told = sentence.folded[whole.quantity.outer_end : part.quantity.outer_start]
        if ";" in told or NEWLY_ADDED.search(told):
            return None
        if PART_TOLD in told:
            return replace(whole.subject, text=NEWLY_ADDED.sub("", whole.subject.text, count=1))
    return None


def _subject_in_force(sentence: Sentence, quantity: Quantity, clause: str) -> Subject | None:
    """The subject before that a number goes on with, all of several where it is told of each."""
    last = sentence.in_force(quantity, clause)
    whole = _whole_of_parts(sentence, clause)
    if whole is not None:
        return whole
    subject = (
        last[-1]
        if last
        else (sentence.carried if bridges(sentence.folded, sentence.start, quantity.outer_start) else None)
    )
    if quantity.rank and ACHIEVEMENT.match(sentence.folded, quantity.outer_end):
        return None  # 以全省第1、全国第5名的好成绩迈入…
    # A和B分别超过8万元、4.5万元,稳居第1位; A和B年均增长6%和9%,比2010年翻一番
    dealt = (quantity.rank or quantity.unit_text == DOUBLING) and len(sentence.last) > 1
    if (dealt or EVERY.search(clause)) and sentence.last and len(sentence.readings) > 1:
        return all_of(sentence, clause) or subject
    return subject
