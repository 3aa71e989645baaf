"""Targets of the list that state no number: 居民收入增长与经济增长同步, 进出口平稳增长."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from zhibiao.grammar.lists import ids_of_items, items_of
from zhibiao.grammar.measures import CHANGE
from zhibiao.grammar.names import Names
from zhibiao.grammar.phrases import bare_name, is_prefix
from zhibiao.model import Quantity

CLAUSE = re.compile(r"[^,;。:!?\n]+")
INTENT = re.compile(
    r"平稳|稳定|同步|高于|低于|快于|优于|好于|持平|增长|提高|下降|降低|改善|平衡|完成|控制|达到|衔接|防控|合理区间|提升|减少|增加|稳中|量增|优化|更快|更好|不突破|达标|相适应|相匹配|相协调|范围|回升|削减|稳步|任务|提质|增强|上升|脱贫|摘帽|好转|杜绝|严控|一流水平|不发生|遏制"
)
# What opens a circumstance, an instruction or a comment, not a target of the list.
CIRCUMSTANCE = re.compile(
    r"^[\s*●—“]*(?:在.{0,40}(?:基础上|前提下|同时|中|下|过程中|条件下)|坚持|按照|为了|以.{2,}为|通过|努力争取|实际工作|力争更|争取更|并努力|并力争|并争取|继续保持|如果|考虑|尽|其中$|这|即$|要|围绕|为(?!民)|切实|不断|同时$|经济社会发展)"
)
# Work that is promised, rather than a state that is aimed at.
PLEDGE = re.compile(
    r"(?:继续|进一步|不断|切实|大力|努力|加快|积极|全力|着力|持续|协调|深入|有效|稳步|推动|推进|实施)*(?:改善|发展|加强|推进|提升|提高|优化|建设|增强|扩大|做大|做强|促进|深化|加快|落实|改造|降低|减少|稳定|健全|完善|打造)"
)
TASK = re.compile(r"(?:任务|目标|指标)$")
BENCHMARK = re.compile(
    r"(?:与|同|和|跟)(?P<with>[^,;。]{2,24}?)(?:基本|保持|继续|协调|大体)*(?:同步|持平|相适应|相匹配|相协调|统筹衔接|衔接|保持一致|一致)"
    r"|(?:高于|低于|快于|优于|好于|不低于|不高于|略高于|略低于)(?P<than>[^,;。]{2,24})"
    r"|(?:控制在|完成|达到|不突破|落实)(?P<set>(?:国家|省|市|上级|自治区|中央|州|区)[^,;。]{0,24})"
)
PREDICATE = re.compile(
    r"(?:略|均|都|全面|继续|持续|保持|进一步|稳步|有效|不断|基本|力争|努力|总体|明显|逐步)*"
    r"(?:高于|低于|快于|优于|好于|不低于|控制|完成|达到|保持|实现|增长|下降|降低|改善|提高|提升|减少|平稳|稳定|稳中|持平|平衡|防控|处于|不突破|增加|量增|优化|落实|削减|回升|和.{2,20}同步|与|同.{2,20}同步)"
)
COMMITMENT = re.compile(r"确保|力争|努力|争取|预期|计划")
SHORTEST = 5
LONGEST = 60
LONGEST_ENUMERATION = 140


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


def find_phrases(folded: str, names: Names, quantities: list[Quantity], start: int, end: int) -> list[Phrase]:
    """Return the qualitative targets of the passage ``folded[start:end]``, one for each indicator named."""
    phrases: list[Phrase] = []
    for clause in CLAUSE.finditer(folded, start, end):
        first, last = _trimmed(folded, clause.start(), clause.end())
        longest = LONGEST_ENUMERATION if folded.count("、", first, last) > 1 else LONGEST
        if not SHORTEST <= last - first <= longest:
            continue
        if any(quantity.start < last and quantity.end > first for quantity in quantities):
            continue
        words = folded[first:last]
        if INTENT.search(words) and not CIRCUMSTANCE.match(words):
            found = _phrases_of(folded, names, first, last)
            if not PLEDGE.match(words) or TASK.search(words) or any(phrase.indicator_id for phrase in found):
                phrases += [_intended(phrase, words) for phrase in found]
    return phrases


def _intended(phrase: Phrase, words: str) -> Phrase:
    """The phrase with the direction that it intends, and its word of intent."""
    change, intent = CHANGE.search(words), COMMITMENT.match(words)
    direction = None if change is None else ("down" if change.group(1) else "up")
    return replace(phrase, direction=direction, commitment=intent.group() if intent else None)


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start] in " \t*●—-·>#“”_":
        start += 1
    while end > start and folded[end - 1] in " \t*_":
        end -= 1
    return start, end


def _phrases_of(folded: str, names: Names, start: int, end: int) -> list[Phrase]:
    words = folded[start:end]
    found = BENCHMARK.search(words)
    benchmark = next((group for group in found.groups() if group), None) if found else None
    head = words[: found.start()] if found and found.start() else words
    items = items_of(head, None)
    if len(items) > 1:
        items[-1] = items[-1][: _subject_end(items[-1], None)] or items[-1]
    every = ids_of_items(tuple(items)) if len(items) > 1 else ()
    if not any(every):
        return _single(folded, names, start, end, start + _subject_end(words, found), benchmark)
    phrases: list[Phrase] = []
    position = start
    for item, ids in zip(items, every, strict=True):
        position = folded.index(item, position)
        identifier = ids[0] if ids else _named(names, folded, position, position + len(item))
        phrases.append(Phrase(start, end, identifier, bare_name(item), benchmark))
    return phrases


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
        if first is not None and is_prefix(folded[start : names.starts[first]]):
            identifier = next(iter(names.ids[first]), None)
    text = bare_name(folded[start:subject_end]) or folded[start:end]
    return [Phrase(start, end, identifier, text, benchmark)]


def _named(names: Names, folded: str, start: int, end: int) -> str | None:
    found = names.last_in(start, end)
    if found is None or not is_prefix(folded[start : names.starts[found]]):
        return None
    return next(iter(names.ids[found]), None)
