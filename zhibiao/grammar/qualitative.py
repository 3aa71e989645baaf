"""Targets of the list that state no number: 居民收入增长与经济增长同步, 进出口平稳增长."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from zhibiao.grammar.lists import ids_of_items, items_of, texts_of_items
from zhibiao.grammar.measure_words import CHANGE
from zhibiao.grammar.names import Names
from zhibiao.grammar.phrases import bare_name, leaves_whole
from zhibiao.model import Quantity

CLAUSE = re.compile(r"[^,;。:!?\n]+")
INTENT = re.compile(
    r"平稳|稳定|同步|高于|低于|快于|优于|好于|持平|增长|提高|下降|降低|改善|平衡|完成|控制|达到|衔接|防控|合理区间|提升|减少|增加|稳中|量增|优化|更快|更好|不突破|达标|相适应|相匹配|相协调|范围|回升|削减|稳步|任务|提质|增强|上升|脱贫|摘帽|好转|杜绝|严控|一流水平|不发生|遏制|新高|回稳|向好|一致|质升|相当|保持|不超过|缩小|不减|统筹考|翻番|转正|转平|以下|大于|前列|进入|出列|退[出后]|清零"
)
# What opens a circumstance, an instruction or a comment, not a target of the list.
CIRCUMSTANCE = re.compile(
    r"^[\s*●—“]*(?:在.{0,40}(?:基础上|前提下|同时|中|下|之间|过程中|条件下)|坚持|按照|根据|基于|鉴于|让|与[此之]相|为了|我们|必须|以.{2,}为|通过|努力争取|(?:实际)?工作中|实际工作|力争更|争取更|并努力|并力争|并争取|继续保持|如果|(?:[既也]|主要|综合|充分)*考虑|(?:以上|上述)?各项(?:预期)?(?:指标|目标)(?:在|力争|要)|尽|(?:主要是)?(?:继续)?贯彻|(?:确保)?完成(?:上述|以上|以下|这些)|重点[要抓控]|加强对|各项指标都?(?:力争|争取|要)|其中$|这|即$|要|围绕|为(?!民)|切实|不断|同时$|经济社会发展|引导|体现|以(?:实现|更)|(?:[并也])?(?:努力|力争|争取)?在?(?:实际)?(?:工作|执行)中)"
)
# 努力争取更好结果, 新增可再生能源不纳入能源消费总量控制: an attitude, a rule of how it is counted.
ATTITUDE = re.compile(
    r"更好的?(?:结果|效果|成绩|成效)$|不纳入|^务必(?:确保)?完成$|^“[^”]{2,16}”?$|^(?:确保|努力|全面|圆满)*完成(?:全年|今年|各项)(?:的|各项|主要)*(?:预期)?(?:目标任务|目标|任务)$|完成得更[好快]"
)
# Work that is promised, rather than a state that is aimed at.
PLEDGE = re.compile(
    r"(?:继续|进一步|不断|切实|大力|努力|加快|积极|全力|着力|持续|协调|深入|有效|稳步|推动|推进|实施)*(?:改善|发展|加强|推进|提升|提高|优化|建设|增强|扩大|做大|做强|促进|深化|加快|落实|改造|降低|减少|稳定|健全|完善|打造)(?!的)"
)
TASK = re.compile(r"(?:任务|目标|指标)$")
BENCHMARK = re.compile(
    r"(?:与|同|和(?![^,;。]{2,24}与)|跟)(?P<with>[^,;。]{2,24}?)(?:基本|保持|继续|协调|大体)*(?:同步|持平|相当|相适应|相匹配|相协调|统筹衔接|衔接|保持一致|一致)"
    r"|(?:高于|低于|快于|优于|好于(?<!或好于)|不低于|不高于|略高于|略低于)(?P<than>[^,;。、]{2,24})"
    r"|(?:控制在|完成|达到|不突破|落实)(?P<set>(?:“[^”]{2,4}”)?(?:国家|省|市|上级|自治区|中央|州|区)[^,;。]{0,24})"
)
WITHIN = re.compile(r"(?:范围)?(?:之|以)?内$|范围$|以上$")
PREDICATE = re.compile(
    r"(?:略|均|都|全面|继续|持续|保持|进一步|稳步|有效|不断|基本|力争|努力|总体|明显|逐步)*"
    r"(?:高于|低于|快于|优于|好于|不低于|控制|完成|达到|保持|实现|增长|下降|降低|改善|提高|提升|减少|平稳|稳定|稳中|持平|平衡|防控|处于|不突破|增加|量增|优化|落实|削减|回升|和.{2,20}同步|与|同.{2,20}同步)"
)
# A predicate alone: its subject stands before the comma.
SUBJECTLESS = re.compile(
    r"(?:确保|力争|均|都|全面|全部|基本|努力|继续|保持)*"
    r"(?:高于|低于|快于|慢于|优于|好于|不高于|不低于|控制在|与[^,;。]{2,16}(?:同步|一致|持平)|达到(?:省|国家|市|上级)"
    r"|完成(?:[或和]超额完成)?(?:省|市|国家|上级|自治区|州|县|区|省市)?(?:定|下达)?的?(?:控制)?(?:任务|目标|指标|计划)+(?=$|[,;。]))"
)
# 环境质量方面,包括A,B,C,完成国家下达任务
OPENS_MEMBERS = re.compile(r"(?:主要)?包括")
LISTS = re.compile("[、,][^、,]*[、,]")
FULFIL = re.compile(
    r"(?:按序时进度|按时|按期|确保|力争|全面|努力|圆满|如期|坚决)*(?:完成|实现|落实)[^,;。]{4,}(?:任务|目标|指标|计划)$"
)
COMMITMENT = re.compile(r"确保|力争|努力|争取|预期|计划")
PER_CENT = re.compile("[%‰]")
BULLET = re.compile(r"[^\w\n]*[^\w\s][^\w\n]*")
NUMBERED = re.compile(r"\(\d{1,2}\)")
ENUMERATED = re.compile(r"[一二三四五六七八九十]{1,2}是")
GOAL_NAMED = re.compile(r"[一二三四五六七八九十]{1,2}是[^完实达控落]{2,12}目标")
QUOTES = ("“", "”")
SHORTEST = 5
LONGEST = 60
LONGEST_ENUMERATION = 140
MOST_MEMBERS = 20


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the list that intends something without a number, for one indicator that it names."""

    start: int
    end: int
    indicator_id: str | None
    indicator_text: str
    benchmark: str | None
    direction: str | None = None
    commitment: str | None = None


def find_phrases(
    folded: str, names: Names, quantities: list[Quantity], start: int, end: int, itemised: bool = False
) -> list[Phrase]:
    """Return the qualitative targets of the passage ``folded[start:end]``, one for each indicator named.

    ``itemised`` where each of its lines is an item with a caption (促进农村经济发展。粮食产量2900万吨).
    """
    phrases: list[Phrase] = []
    clauses: list[_Clause] = []
    before: _Clause | None = None
    passed = 0
    for found in CLAUSE.finditer(folded, start, end):
        clause = _Clause(*_trimmed(folded, found.start(), found.end()))
        while passed < len(quantities) and quantities[passed].end <= clause.start:
            passed += 1
        clause.numbered = passed < len(quantities) and quantities[passed].start < clause.end
        # Of a number that is torn (增长1$1.$2%) the per cent sign is left: what it was is not known.
        clause.numbered = clause.numbered or PER_CENT.search(folded, clause.start, clause.end) is not None
        if not clause.numbered and not _is_caption(folded, clause, quantities, passed, itemised):
            _join(folded, clause, clauses, phrases)
            clause.phrases = _intentions(folded, names, clause, before)
            phrases += clause.phrases
        before = clause
        clauses.append(clause)
    return phrases


def _is_caption(
    folded: str, clause: _Clause, quantities: list[Quantity], following: int, itemised: bool
) -> bool:
    """``——增加居民收入。城市居民收入增长8%``: the caption of an item whose numbers are its targets."""
    opening = folded[folded.rfind("\n", 0, clause.start) + 1 : clause.start]
    end = folded.find("。", clause.end) if itemised else clause.end
    if folded[end : end + 1] != "。" or folded.find("\n", clause.end, end) >= 0:
        return False
    begins_line = BULLET.fullmatch(opening) or NUMBERED.match(folded, clause.start)
    if "。" in opening if itemised else not begins_line:
        return False
    ends = [place for sign in "。\n" if (place := folded.find(sign, end + 1)) >= 0]
    return following < len(quantities) and end < quantities[following].start < min(ends, default=len(folded))


@dataclass(slots=True)
class _Clause:
    start: int
    end: int
    numbered: bool = False
    phrases: list[Phrase] = field(default_factory=list)


def _join(folded: str, clause: _Clause, clauses: list[_Clause], phrases: list[Phrase]) -> None:
    """``实际利用外资和其他约束性指标，确保完成市定任务``: the subject stands before the comma, or the subjects do that
    a list has opened (``包括A，B，C，完成国家下达任务``).
    """
    before = clauses[-1] if clauses else None
    if before is None or before.numbered or not _lacks_subject(folded, clause, before):
        return
    members = _members(folded, clauses)
    # Theirs are the last that were found.
    found = sum(len(member.phrases) for member in members or [before])
    del phrases[len(phrases) - found :]
    opened = OPENS_MEMBERS.match(folded, members[0].start) if members else None
    clause.start = opened.end() if opened else before.start


def _members(folded: str, clauses: list[_Clause]) -> list[_Clause]:
    """The clauses of a list that 包括 opens, up to the last; none where none does."""
    members: list[_Clause] = []
    for clause in reversed(clauses[-MOST_MEMBERS:]):
        if clause.numbered or (members and folded[clause.end : members[-1].start].strip(" *") != ","):
            return []
        members.append(clause)
        if OPENS_MEMBERS.match(folded, clause.start):
            return members[::-1]
    return []


def _lacks_subject(folded: str, clause: _Clause, before: _Clause) -> bool:
    joined = folded[before.end : clause.start].strip(" *") == ","
    return joined and SUBJECTLESS.match(folded, clause.start, clause.end) is not None


def _intentions(folded: str, names: Names, clause: _Clause, before: _Clause | None) -> list[Phrase]:
    """The targets that one clause without a number states."""
    start, end = clause.start, clause.end
    longest = LONGEST_ENUMERATION if LISTS.search(folded, start, end) else LONGEST
    words = folded[start:end]
    if not SHORTEST <= end - start <= longest or not INTENT.search(words) or CIRCUMSTANCE.match(words):
        return []
    if ATTITUDE.search(words):
        return []
    if (TASK.search(words) and folded.startswith(":", end)) or words.endswith("方面"):
        return []  # 更加注重以下指标: and 民生改善方面, open a further list
    if before is not None and before.numbered and _lacks_subject(folded, clause, before):
        found = _of_clause_before(folded, names, clause, before)
    else:
        found = _of_task(folded, names, start, end) or _phrases_of(folded, names, start, end)
    is_named = any(phrase.indicator_id for phrase in found)
    if ENUMERATED.match(words) and (not is_named or GOAL_NAMED.fullmatch(words)):
        return []  # 三是民生更好,城镇新增就业1万人; 一是经济增长目标。生产总值增长8%: a caption
    if PLEDGE.match(words) and not TASK.search(words) and not is_named:
        return []
    return [_intended(phrase, words) for phrase in dict.fromkeys(found)]


def _of_clause_before(folded: str, names: Names, clause: _Clause, before: _Clause) -> list[Phrase]:
    """``生产总值增长7%左右，高于全区平均增速``: the benchmark of the number before."""
    found = names.last_in(before.start, before.end)
    # 城镇、农村居民收入分别增长8%、9%,快于经济增长: both are.
    ids: tuple[str | None, ...] = names.ids[found] if found is not None else ()
    text = folded[names.starts[found] : names.ends[found]] if found is not None else ""
    benchmark = BENCHMARK.search(folded, clause.start, clause.end)
    than = _benchmark_of(benchmark)
    return [Phrase(clause.start, clause.end, identifier, text, than) for identifier in ids or (None,)]


def _of_task(folded: str, names: Names, start: int, end: int) -> list[Phrase]:
    """``完成国家下达的能耗强度下降目标``: the task names its indicators behind the verb."""
    if not FULFIL.match(folded, start, end):
        return []
    first = names.first_in(start, end)
    phrases: dict[str, Phrase] = {}
    for index in range(first if first is not None else 0, len(names.starts)):
        if first is None or names.ends[index] > end:
            break
        text = folded[names.starts[index] : names.ends[index]]
        for identifier in names.ids[index][:1]:
            phrases.setdefault(identifier, Phrase(start, end, identifier, text, None))
    return list(phrases.values())


def _intended(phrase: Phrase, words: str) -> Phrase:
    """The phrase with the direction that it intends, and its word of intent."""
    change, intent = CHANGE.search(words), COMMITMENT.match(words)
    direction = None if change is None else ("down" if change.group(1) else "up")
    return replace(phrase, direction=direction, commitment=intent.group() if intent else None)


def phrases_of_cell(ids: tuple[str, ...], name: str, words: str, start: int, end: int) -> list[Phrase]:
    """Return the targets that a table's cell of words at ``start``–``end`` states for the indicators of its row."""
    if not INTENT.search(words):
        return []
    benchmark = _benchmark_of(BENCHMARK.search(words))
    return [
        _intended(Phrase(start, end, identifier, name, benchmark), words) for identifier in ids or (None,)
    ]


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start] in " \t*●—-·>#_":
        start += 1
    if folded[start : start + 1] in QUOTES and folded.find("”", start, end) < 0:
        start += 1
    while end > start and folded[end - 1] in " \t*_":
        end -= 1
    return start, end


def _phrases_of(folded: str, names: Names, start: int, end: int) -> list[Phrase]:
    words = folded[start:end]
    found = BENCHMARK.search(words)
    benchmark = _benchmark_of(found)
    head = words[: found.start()] if found and found.start() else words
    # The subjects of a clause joined to the one before, or to all that 包括 opens, end at its last comma.
    items = items_of((head.rpartition(",")[0] or head).replace(",", "、"), None)
    if len(items) > 1:
        items[-1] = items[-1][: _subject_end(items[-1], None)] or items[-1]
    if not items:
        return []  # 和高于全国: nothing is named
    every = ids_of_items(tuple(items)) if len(items) > 1 else ()
    if not any(every):
        return _single(folded, names, start, end, start + _subject_end(words, found), benchmark)
    texts = texts_of_items(tuple(items))
    phrases: list[Phrase] = []
    named: set[str] = set()
    position = start
    for item, ids, text in zip(items, every, texts, strict=True):
        position = folded.index(item, position)
        identifier = ids[0] if ids else _named(names, folded, position, position + len(item))
        # Of 全社会固定资产投资和城镇固定资产投资 the second is a part of the first.
        identifier = None if identifier in named else identifier
        named.update([identifier] if identifier else [])
        if identifier is None and any(one.indicator_id is None for one in phrases):
            continue  # 化学需氧量、二氧化硫、氨氮削减量: the things without an indicator are one target
        phrases.append(Phrase(start, end, identifier, text if ids else bare_name(item), benchmark))
    return phrases


def _benchmark_of(found: re.Match[str] | None) -> str | None:
    """The words of the benchmark: 国家调控目标 of 控制在国家调控目标范围内."""
    words = next((group for group in found.groups() if group), None) if found else None
    return WITHIN.sub("", words) if words else None


def _subject_end(words: str, benchmark: re.Match[str] | None) -> int:
    predicate = PREDICATE.search(words, 2)
    end = predicate.start() if predicate else len(words)
    return min(end, benchmark.start()) if benchmark and benchmark.start() > 1 else end


def _single(
    folded: str, names: Names, start: int, end: int, subject_end: int, benchmark: str | None
) -> list[Phrase]:
    identifier = _named(names, folded, start, max(subject_end, start))
    if identifier is None:
        first = names.first_in(start, end)
        if first is not None and leaves_whole(folded[start : names.starts[first]], names.ids[first]):
            identifier = next(iter(names.ids[first]), None)
    found = names.last_in(start, max(subject_end, start))
    if identifier is not None and found is not None:
        text = folded[names.starts[found] : names.ends[found]]
    else:
        text = bare_name(folded[start:subject_end]) or folded[start:end]
    return [Phrase(start, end, identifier, text, benchmark)]


def _named(names: Names, folded: str, start: int, end: int) -> str | None:
    found = names.last_in(start, end)
    if found is None or not leaves_whole(folded[start : names.starts[found]], names.ids[found]):
        return None
    return next(iter(names.ids[found]), None)
