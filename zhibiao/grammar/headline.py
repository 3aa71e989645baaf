"""Where the list of the year's expected targets (主要预期目标) begins and ends.

The list is announced by its own words in the text of the plan (今年…主要预期目标是：) or by a heading, and goes on
as one sentence, as bullets, or as several sentences of a paragraph. Where nothing announces it, it is the
passage of the plan that sets the growth of the product beside two more core indicators.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhibiao.outline import Line, Role

ANNOUNCEMENT = re.compile(
    r"(?:(?:预期|奋斗|发展|调控|增长|工作|总体|主要|控制|具体|预定|任务|政府工作)(?:的|性|和约束性|调控|、)*){1,3}目标"
    r"(?:任务|和任务|建议|和约束性?指标|值|\(.{0,20}?\))*"
    r"(?P<opens>\s*(?:初步|暂|拟|建议|大体|分别|确定|安排|设定|定|是|为|如下|应|作)*\s*(?:[:*—]+|是|为|如下)|[\s*#]*(?=\n|$))"
)
SEVERAL_YEARS = re.compile(
    r"今后[三四五六几]年|未来[三四五几]年|五年(?!规划开局)(?:的|经济|发展|主要|奋斗|总体|来|内|后|规划|计划)|“?[一二三四五六七八九十]+五”?(?:时期|期间|规划|计划|末|发展)"
    r"|本届政府(?!今年)|任期|到20[0-9]{2}年|20\d\d[-—至]20\d\d|远景|中长期|第[一二三四五六七八九十]+个五年|到本世纪末|百年"
)
THIS_YEAR = re.compile(r"今年|明年|全年|20\d\d年|1\d{3}年|年度")
DONE = re.compile(r"完成|实现了|圆满|超额|达到了|顺利|胜利|较好")
# A sentence of these words comes behind the list, and is not of it.
AFTERWARDS = re.compile(
    r"^[\s*●—]*(?:为实现|为了|实现(?:上述|以上|这一|这些)|围绕|上述|以上|这些|这一|这样|提出|确定(?:上述|这)|主要(?:考虑|是考虑)|做好|重点|在(?:实际|具体)?工作中"
    r"|我们|要|必须|为此|综合|需要|今年(?:要|的|政府|重点|工作)|具体|同志们|各位|安排|之所以|据此|总的|按照|坚持|经济增长目标|预期目标|设定|制定|从|关于|\d+[、.]|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|[一二三四]是(?!.{0,12}\d)|第[一二三四]|抓好|着力|落实|全面)"
)
SENTENCE = re.compile(r"[^。!?\n]*(?:[。!?]+[”\"’)]*|\n|$)")
MOST_SENTENCES = 12


@dataclass(frozen=True, slots=True)
class TargetList:
    """A passage that lists targets; ``announced`` is the span of the words or heading that open it."""

    start: int
    end: int
    announced: tuple[int, int]


def find_target_lists(folded: str, lines: list[Line], plan_year: int | None) -> list[TargetList]:
    """Return the passages in which a document lists the targets of its plan year, in order.

    A passage may turn out to be empty: a heading 主要预期目标 with nothing under it is returned with
    ``start == end``.
    """
    passages: list[TargetList] = []
    for index, line in enumerate(lines):
        if line.kind == "blank" or line.role in (Role.REVIEW, Role.SPAN_REVIEW, Role.PROBLEMS, Role.NOTES):
            continue
        for found in ANNOUNCEMENT.finditer(folded, line.start, line.end):
            if passages and found.start() < passages[-1].end:
                continue
            if not _announces(folded, line, found, plan_year):
                continue
            rest = folded[found.end() : line.end].strip(" *:#")
            if rest:
                passages.append(_in_line(folded, line, found))
                if folded[passages[-1].end : line.end].strip(" *") == "" and passages[-1].end > found.end():
                    passages[-1] = _with_bullets(folded, lines, index, passages[-1])
            else:
                passages.append(_under_heading(folded, lines, index, found))
    return passages


def _announces(folded: str, line: Line, found: re.Match[str], plan_year: int | None) -> bool:
    sentence = max(folded.rfind(sign, line.start, found.start()) for sign in "。!?;") + 1
    lead = folded[max(sentence, line.start) : found.end()]
    if SEVERAL_YEARS.search(lead) and not (THIS_YEAR.search(lead) and plan_year and _names_year(lead, plan_year)):
        return False
    if line.role is Role.SPAN_PLAN and not THIS_YEAR.search(lead):
        return False
    opens = found.group("opens").strip(" *#\n")
    if not opens and line.kind != "heading" and found.end() < line.end:
        return False
    if not opens and len(lead) > 40:
        return False
    return not DONE.search(lead)


def _names_year(lead: str, plan_year: int) -> bool:
    return f"{plan_year}年" in lead or "今年" in lead or "明年" in lead


def _in_line(folded: str, line: Line, found: re.Match[str]) -> TargetList:
    """The rest of the sentence, and the sentences after it that go on with the list."""
    start = found.end()
    sentence = SENTENCE.match(folded, start, line.end)
    end = sentence.end() if sentence else line.end
    for _ in range(MOST_SENTENCES):
        following = SENTENCE.match(folded, end, line.end)
        if following is None or following.end() == end or not _goes_on(following.group()):
            break
        end = following.end()
    return TargetList(start, end, found.span())


GOES_ON = re.compile(r"(?:增长|达到|达|控制|左右|以上|以内|上涨|下降|降低|提高|新增|稳定在|完成|实现|突破)[^,。;]{0,8}\d|\d[\d.]*%|同步|平稳增长|省下达|国家下达|控制目标")


def _goes_on(sentence: str) -> bool:
    return not AFTERWARDS.match(sentence) and GOES_ON.search(sentence) is not None


def _with_bullets(folded: str, lines: list[Line], index: int, passage: TargetList) -> TargetList:
    """A list that begins in its announcing line may go on in the bullets below it."""
    end = passage.end
    for line in lines[index + 1 :]:
        if line.kind == "blank":
            continue
        words = folded[line.start : line.end]
        if line.kind == "bullet" and _goes_on(folded[line.body_start : line.end]) or words.startswith("——"):
            end = line.end
        else:
            break
    return TargetList(passage.start, end, passage.announced)


def _under_heading(folded: str, lines: list[Line], index: int, found: re.Match[str]) -> TargetList:
    """The bullets or the paragraph below a heading that announces the list."""
    start = lines[index].end
    end = start
    bullets = False
    for line in lines[index + 1 :]:
        if line.kind == "blank":
            continue
        words = folded[line.body_start : line.end]
        if line.kind == "heading" and not (_goes_on(words) and len(words) < 60):
            break
        if not _goes_on(words) and not _is_short_item(words, bullets):
            break
        first = SENTENCE.match(folded, line.body_start, line.end)
        if line.kind == "paragraph" and not bullets and first and first.end() < line.end:
            end = max(end, _in_line(folded, line, _at(folded, line.body_start)).end)
            break
        end = line.end
        bullets = True
    if end == start:
        return TargetList(start, start, found.span())
    return TargetList(start, end, found.span())


def _at(folded: str, position: int) -> re.Match[str]:
    match = re.compile("").match(folded, position)
    assert match is not None  # the empty pattern matches anywhere
    return match


ITEM = re.compile(r"稳定|平稳|同步|高于|低于|改善|平衡|下降|增长|提高|完成|衔接|控制|提升")


def _is_short_item(words: str, bullets: bool) -> bool:
    return bullets and len(words) < 60 and ITEM.search(words) is not None and not AFTERWARDS.match(words)
