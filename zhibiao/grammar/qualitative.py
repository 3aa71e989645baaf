"""Targets of the list that state no number: 居民收入增长与经济增长同步, 进出口平稳增长."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from zhibiao.grammar import qualitative_words as cues
from zhibiao.grammar.lists import ids_of_items, items_of, texts_of_items
from zhibiao.grammar.measure_words import CHANGE
from zhibiao.grammar.names import Names
from zhibiao.grammar.phrases import bare_name, leaves_whole
from zhibiao.model import Quantity

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
    for found in cues.CLAUSE.finditer(folded, start, end):
        clause = _Clause(*_trimmed(folded, found.start(), found.end()))
        while passed < len(quantities) and quantities[passed].end <= clause.start:
            passed += 1
        clause.numbered = passed < len(quantities) and quantities[passed].start < clause.end
        # Of a number that is torn (增长1$1.$2%) the per cent sign is left: what it was is not known.
        clause.numbered = (
            clause.numbered or cues.PER_CENT.search(folded, clause.start, clause.end) is not None
        )
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
    begins_line = cues.BULLET.fullmatch(opening) or cues.NUMBERED.match(folded, clause.start)
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
    opened = cues.OPENS_MEMBERS.match(folded, members[0].start) if members else None
    clause.start = opened.end() if opened else before.start


def _members(folded: str, clauses: list[_Clause]) -> list[_Clause]:
    """The clauses of a list that 包括 opens, up to the last; none where none does."""
    members: list[_Clause] = []
    for clause in reversed(clauses[-MOST_MEMBERS:]):
        if clause.numbered or (members and folded[clause.end : members[-1].start].strip(" *") != ","):
            return []
        members.append(clause)
        if cues.OPENS_MEMBERS.match(folded, clause.start):
            return members[::-1]
    return []


def _lacks_subject(folded: str, clause: _Clause, before: _Clause) -> bool:
    joined = folded[before.end : clause.start].strip(" *") == ","
    return joined and cues.SUBJECTLESS.match(folded, clause.start, clause.end) is not None


def _intentions(folded: str, names: Names, clause: _Clause, before: _Clause | None) -> list[Phrase]:
    """The targets that one clause without a number states."""
    start, end = clause.start, clause.end
    longest = LONGEST_ENUMERATION if cues.LISTS.search(folded, start, end) else LONGEST
    words = folded[start:end]
    if (
        not SHORTEST <= end - start <= longest
        or not cues.INTENT.search(words)
        or cues.CIRCUMSTANCE.match(words)
    ):
        return []
    if cues.ATTITUDE.search(words):
        return []
    if (cues.TASK.search(words) and folded.startswith(":", end)) or words.endswith("方面"):
        return []  # 更加注重以下指标: and 民生改善方面, open a further list
    if before is not None and before.numbered and _lacks_subject(folded, clause, before):
        found = _of_clause_before(folded, names, clause, before)
    else:
        found = _of_task(folded, names, start, end) or _phrases_of(folded, names, start, end)
    is_named = any(phrase.indicator_id for phrase in found)
    if cues.ENUMERATED.match(words) and (not is_named or cues.GOAL_NAMED.fullmatch(words)):
        return []  # 三是民生更好,城镇新增就业1万人; 一是经济增长目标。生产总值增长8%: a caption
    if cues.PLEDGE.match(words) and not cues.TASK.search(words) and not is_named:
        return []
    return [_intended(phrase, words) for phrase in dict.fromkeys(found)]


def _of_clause_before(folded: str, names: Names, clause: _Clause, before: _Clause) -> list[Phrase]:
    """``生产总值增长7%左右，高于全区平均增速``: the benchmark of the number before."""
    found = names.last_in(before.start, before.end)
    # 城镇、农村居民收入分别增长8%、9%,快于经济增长: both are.
    ids: tuple[str | None, ...] = names.ids[found] if found is not None else ()
    text = folded[names.starts[found] : names.ends[found]] if found is not None else ""
    benchmark = cues.BENCHMARK.search(folded, clause.start, clause.end)
    than = _benchmark_of(benchmark)
    return [Phrase(clause.start, clause.end, identifier, text, than) for identifier in ids or (None,)]


def _of_task(folded: str, names: Names, start: int, end: int) -> list[Phrase]:
    """``完成国家下达的能耗强度下降目标``: the task names its indicators behind the verb."""
    if not cues.FULFIL.match(folded, start, end):
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
    change, intent = CHANGE.search(words), cues.COMMITMENT.match(words)
    direction = None if change is None else ("down" if change.group(1) else "up")
    return replace(phrase, direction=direction, commitment=intent.group() if intent else None)


def phrases_of_cell(ids: tuple[str, ...], name: str, words: str, start: int, end: int) -> list[Phrase]:
    """Return the targets that a table's cell of words at ``start``–``end`` states for the indicators of its row."""
    if not cues.INTENT.search(words):
        return []
    benchmark = _benchmark_of(cues.BENCHMARK.search(words))
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
    found = cues.BENCHMARK.search(words)
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
    return cues.WITHIN.sub("", words) if words else None


def _subject_end(words: str, benchmark: re.Match[str] | None) -> int:
    predicate = cues.PREDICATE.search(words, 2)
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
