"""What a person should look at in a document's list of targets: missing, a name without target, none set."""

from __future__ import annotations

import re
from bisect import bisect_left

from zhibiao.document import Document
from zhibiao.grammar.headline import TargetList
from zhibiao.grammar.headline_items import LONGEST_CAPTION
from zhibiao.grammar.headline_words import SENTENCE
from zhibiao.grammar.lists import SPLIT_IN_TWO
from zhibiao.grammar.names import BY_DIMENSION
from zhibiao.grammar.unset import find_unset
from zhibiao.lexicon import core_indicators
from zhibiao.model import Figure, Finding, QualitativeTarget, Severity, Status

# 优良天数达到67% is the share of such days.
TOLD_AS_SHARE = {one: other for (one, kind), other in BY_DIMENSION.items() if kind == "ratio"}
SAME_BY_UNIT = TOLD_AS_SHARE | {other: one for one, other in TOLD_AS_SHARE.items()}
# 占GDP比重, 高于经济增长: a whole or a benchmark, by the words before its name.
BENCHMARK_BEFORE = ("占", "与", "同", "和", "跟", "于", "每", "单位", "万元", "亿元", "相对")
# 工业增加值率, 民间投资占比, 居民收入之比, 固定资产投资中: another indicator, by those behind it.
OTHER_BEHIND = ("率", "占", "之比", "中", "比重", "结构")
# Behind the list only a name with its number is of interest: 促进投资、消费、出口协调拉动经济增长 is none.
NUMBER_REACH, REFERENCE_REACH = 16, 4
NUMBERED = re.compile(r"[^,;。、\d]*\d")


def missing_list(
    document: Document,
    figures: list[Figure],
    qualitative: list[QualitativeTarget],
    target_lists: list[TargetList],
) -> list[Finding]:
    """A heading of expected targets with nothing under it, in a document that lists them nowhere else."""
    announced = [listed.announced for listed in target_lists if listed.announced]
    starts = [figure.char_start for figure in figures]
    filled = any(
        bisect_left(starts, listed.start) < bisect_left(starts, listed.end) for listed in target_lists
    )
    if not announced or qualitative or filled:
        return []
    start, end = announced[0]
    message = "the text announces a list of expected targets, and none follows"
    return [Finding("missing_target_list", Severity.WARNING, message, start, end, document.text[start:end])]


def targets_not_set(document: Document) -> list[Finding]:
    """The indicators that the plan says it sets no target for, each once: 没有提出全年经济增速具体目标."""
    found: dict[str, Finding] = {}
    for phrase in find_unset(document.folded, document.lines, document.passage.names):
        if phrase.indicator_id is not None:
            found.setdefault(
                phrase.indicator_id,
                Finding(
                    "target_not_set",
                    Severity.INFO,
                    f"the plan says that it sets no target of {phrase.indicator_id}",
                    phrase.start,
                    phrase.end,
                    document.text[phrase.start : phrase.end],
                    phrase.indicator_id,
                ),
            )
    return list(found.values())


def names_without_target(
    document: Document,
    figures: list[Figure],
    qualitative: list[QualitativeTarget],
    target_lists: list[TargetList],
    unset: list[Finding],
) -> list[Finding]:
    """The core indicators that the list's paragraphs name and no target of the year is of, each once.

    Such a name is a wording that was not read, as often as one of a part or of what was said beside the list.
    """
    stated = {figure.indicator_id for figure in figures if figure.status is Status.TARGET}
    stated |= {target.indicator_id for target in qualitative} | {finding.indicator_id for finding in unset}
    stated |= {whole for whole, halves in SPLIT_IN_TWO.items() if stated.issuperset(halves)}
    stated |= {other for one, other in SAME_BY_UNIT.items() if one in stated}
    referred_to = {figure.char_start for figure in figures if figure.status is Status.REFERENCE}
    names, folded = document.passage.names, document.folded
    found: dict[str, Finding] = {}
    for listed in target_lists:
        if listed.start == listed.end:
            continue
        end = max(listed.end, document.line_at(listed.end - 1).end)
        first = bisect_left(names.starts, listed.start)
        for index in range(first, bisect_left(names.starts, end)):
            start, stop = names.starts[index], names.ends[index]
            for identifier in names.ids[index]:
                if identifier in stated or identifier not in core_indicators() or identifier in found:
                    continue
                if folded.endswith(BENCHMARK_BEFORE, listed.start, start) or folded.startswith(
                    OTHER_BEHIND, stop
                ):
                    continue
                if not referred_to.isdisjoint(range(stop, stop + REFERENCE_REACH)):
                    continue  # 可以保证新增就业5万人: what the target is good for
                if _is_in_caption(folded, listed.start, start, end):
                    continue
                if start >= listed.end and not NUMBERED.match(folded, stop, min(end, stop + NUMBER_REACH)):
                    continue
                message = f"the list of targets names {identifier}, and no target of it was read"
                found[identifier] = Finding(
                    "core_name_without_target",
                    Severity.INFO,
                    message,
                    start,
                    stop,
                    document.quote_at(start, stop, max(listed.start, start - 40), min(end, stop + 40)),
                    identifier,
                )
    return list(found.values())


def _is_in_caption(folded: str, first: int, start: int, end: int) -> bool:
    """——努力增加居民收入。城市居民收入增长8%: the caption of a group, whose targets come behind it."""
    opening = max(folded.rfind(sign, first, start) for sign in "。\n:") + 1
    sentence = SENTENCE.match(folded, max(opening, first), end)
    return (
        sentence is not None and len(sentence[0]) < LONGEST_CAPTION and not any(map(str.isdigit, sentence[0]))
    )
