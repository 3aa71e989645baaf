"""Where the list of the year's expected targets (主要预期目标) begins and ends.

The list is announced in the text of the plan (今年…主要预期目标是：) or by a heading, and goes on as one sentence,
as several of a paragraph, or as bullets. Where nothing announces it, it is the passage of the plan that sets the
growth of the product beside other indicators.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from zhibiao.grammar.not_listed import is_yearly_mean
from zhibiao.model import Figure, Measure, Status
from zhibiao.outline import Line, Role

ANNOUNCEMENT = re.compile(
    r"(?:(?:预期|奋斗|发展|调控|计划|工作|总体|主要|控制|具体|预定|任务|约束性?|政府工作|年小)(?:的|性|和约束性?|调控|、)*){1,3}(?:目标|指标)"
    r"(?:任务|和任务|建议|和约束性?指标|和主要任务|值|\(.{0,20}?\))*"
    r"(?P<opens>\s*(?:初步|暂|拟|建议|大体|分别|确定|安排|设定|定|是|为|如下|应|作如下)*\s*(?:[:*—]+|是(?!完全|可以|能够|切实|积极|经过)|为|如下)|[\s*#]*(?=\n|$))"
)
ANNOUNCED = re.compile("目标|指标")
SEVERAL_YEARS = re.compile(
    r"今后[三四五六几]年|未来[三四五几]年|五年(?!规划开局)(?:的|经济|发展|主要|奋斗|总体|来|内|后|规划|计划)|“?(?:十[一二三四五六]?|[六七八九])五”?(?!规划的?(?:开局|第|收官|关键|全面|承上|实施))(?:时期|期间|规划|计划|末|发展|我[省市县区]|全[省市县区]|经济|[，,：:的])"
    r"|本届政府(?!今年)|任期|到20[0-9]{2}年|20\d\d[-—至]20\d\d|远景|中长期|第[一二三四五六七八九十]+个五年|到本世纪末|百年"
)
THIS_YEAR = re.compile(r"今年|明年|全年|20\d\d年|1\d{3}年|年度")
DONE = re.compile(r"完成(?!以下|下列|如下)|实现了|圆满|超额|达到了|顺利|胜利|较好")
# A sentence of these words comes behind the list, and is not of it.
AFTERWARDS = re.compile(
    r"^[\s*●—]*(?:为(?:完成|实现|确保|达到|此|了)|实现(?:上述|以上|这一|这些|今年|全年)|完成(?:上述|以上|这)|围绕|上述|以上|这些|这一|这个|这样|提出|确定(?:上述|这|[^,。;]{2,24}目标,)|主要(?:考虑|是考虑)"
    r"|做好|重点|在(?:实际|具体)?(?:工作|执行)中|我们|要|必须|综合|需要|今年(?:要|的|政府|重点|工作|我们)|具体(?:工作|要)|同志们|各位|之所以|据此|总的|按照|坚持|经济增长(?:速度|的)?(?:预期)?目标|预期目标|设定|制定|从|关于"
    r"|稳增长(?:是|就是)|[\d.]+%(?:左右|以上)?的(?:增长)?(?:速度|增速|增长|目标)|\d+[、.]|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|第[一二三四]|这里|确定\d|最初|抓好|着力|落实|全面(?!完成)|各级|大家|只要|面对)"
)
SENTENCE = re.compile(r"[^。!?\n]*(?:[。!?]+[”\"’)]*|\n|$)")
TASKS = re.compile(r"完成(?!上述|以上|以下|这些|全年|今年|好)[^,。;]{0,24}(?:任务|目标|指标|计划)")
TORN = re.compile(r"[^。;!?\n]{1,24}\n+[\d%‰,;]")
TORN_AMOUNT = re.compile(r"[^。;!?:\n#*\s]\n+\d+\.\d")
SIGNS = re.compile(r"[。;!?]")
# The target of one indicator explained, not the list of them.
OF_ONE = re.compile(r"(?:增长|增速|速度|价格|涨幅|就业|收入|投资|货币|失业率|GDP|M2)(?:年度)?的?(?:年度)?$")
WORDLESS = re.compile(
    r"完成|提质|恢复|好转|保持|增强|同步|高于|低于|快于|平稳|稳定|控制在|省下达|国家下达|下降|改善|持平|平衡|衔接"
)
TOLD = re.compile(r"比上年(?:同期)?增长|完成了|一季度|上半年|受[^,]{2,16}影响|同比")
INTENDED = re.compile(r"预期|目标|力争|计划|安排|确保|争取|要")
LATER = re.compile(r"到(20\d\d)年")
GROUP = re.compile(r"\(([2-9])\)[^\d,;:。]{2,24}。")
GROUP_REACH = 400
YEAR_REACH = 120
DENSE = 0.6
MOST_SENTENCES = 15
LONGEST_WORDLESS = 60
LONGEST_CAPTION = 24
LISTING_ROLES = (Role.PLAN, Role.LEAD, Role.REQUIREMENT, Role.OTHER, Role.FRONT)
FEWEST_BESIDE_PRODUCT = 2
OUTPUTS = ("industry_agriculture_output", "national_income", "industrial_output")
PRODUCT_LEADS_FROM = 1993


@dataclass(frozen=True, slots=True)
class TargetList:
    """A passage that lists targets; ``announced`` is the span of the words that open it, null without any."""

    start: int
    end: int
    announced: tuple[int, int] | None


def find_target_lists(
    folded: str, lines: list[Line], figures: list[Figure], plan_year: int | None
) -> list[TargetList]:
    """Return the passages in which a document lists the targets of its plan year, in order.

    ``figures`` are those of the document, in order. A passage may be empty (``start == end``): its heading is
    there, and nothing under it.
    """
    return _Search(folded, lines, figures, plan_year).lists()


class _Search:
    def __init__(self, folded: str, lines: list[Line], figures: list[Figure], plan_year: int | None) -> None:
        self.folded = folded
        self.lines = lines
        self.figures = figures
        self.starts = [figure.char_start for figure in figures]
        self.plan_year = plan_year

    def lists(self) -> list[TargetList]:
        found = list(self._announced())
        if not any(self._has_product(listed) for listed in found):
            found += self._unannounced(_is_product_growth)
            if not any(self._within(listed.start, listed.end) for listed in found):
                found += [listed for listed in self._unannounced(self._is_output) if self._ids(listed) > 1]
            if not any(self._within(listed.start, listed.end) for listed in found):
                # A year without a target for the product (2020, 2021) has one for prices.
                found += [listed for listed in self._unannounced(_is_price) if self._ids(listed) > 1]
            found.sort(key=lambda listed: listed.start)
        return found

    # -- announced -------------------------------------------------------------------------------------

    def _announced(self) -> Iterator[TargetList]:
        reached = 0
        for index, line in enumerate(self.lines):
            if line.kind == "blank" or line.role in (
                Role.REVIEW,
                Role.SPAN_REVIEW,
                Role.PROBLEMS,
                Role.NOTES,
            ):
                continue
            if not self._names_targets(line):
                continue
            for found in ANNOUNCEMENT.finditer(self.folded, line.start, line.end):
                if found.start() < reached or not self._announces(line, found):
                    continue
                rest = self.folded[found.end() : line.end].strip(" *:#_")
                listed = self._in_line(index, found) if rest else self._below(index, found)
                reached = listed.end
                if not self._is_of_several_years(listed):
                    yield listed

    def _names_targets(self, line: Line) -> bool:
        """Say whether one of the words that every announcement ends in stands in the line; few lines have one."""
        return ANNOUNCED.search(self.folded, line.start, line.end) is not None

    def _opens_year(self, line: Line, found: re.Match[str]) -> bool:
        """Say whether the sentences just before turn to the plan year: 2007年，是…新的历史起点。"""
        opening = self.folded[max(line.start, found.start() - YEAR_REACH) : found.start()]
        return self.plan_year is not None and f"{self.plan_year}年" in opening

    def _is_of_several_years(self, listed: TargetList) -> bool:
        """A list of yearly means is that of a five-year plan, whatever announces it."""
        return (
            sum(is_yearly_mean(self.folded, figure) for figure in self._within(listed.start, listed.end)) > 1
        )

    def _announces(self, line: Line, found: re.Match[str]) -> bool:
        sentence = max(self.folded.rfind(sign, line.start, found.start()) for sign in "。!?;") + 1
        lead = self.folded[max(sentence, line.start) : found.end()]
        year = self.plan_year
        if SEVERAL_YEARS.search(lead) and not re.search(
            rf"{year}年|今年|明年" if year else "今年|明年", lead
        ):
            return False
        if line.role is Role.SPAN_PLAN and not THIS_YEAR.search(lead) and not self._opens_year(line, found):
            return False
        if OF_ONE.search(self.folded, max(line.start, found.start() - 8), found.start()):
            return False
        opens = found.group("opens").strip(" *#\n")
        if not opens and ((line.kind != "heading" and found.end() < line.end) or len(lead) > 40):
            return False
        return not DONE.search(lead[-30:])

    def _in_line(self, index: int, found: re.Match[str]) -> TargetList:
        """The rest of the sentence, the sentences after it that go on with the list, and bullets below."""
        line = self.lines[index]
        sentence = SENTENCE.match(self.folded, found.end(), line.end)
        end = sentence.end() if sentence else line.end
        end = self._further(end, line.end)
        if not self.folded[end : line.end].strip(" *") or self._is_torn(end, line.end):
            end = self._lines_below(index, end)
        return TargetList(found.end(), end, found.span())

    def _is_torn(self, start: int, end: int) -> bool:
        """Say whether a line breaks off in the middle of an item: 农业总产值, and below it 97.4亿元,增长10%."""
        return TORN.match(self.folded, start) is not None and not SIGNS.search(self.folded, start, end)

    def _below(self, index: int, found: re.Match[str]) -> TargetList:
        """The bullets or the paragraph below a heading that announces the list."""
        start = self.lines[index].end
        return TargetList(start, self._lines_below(index, start), found.span())

    def _lines_below(self, index: int, end: int) -> int:
        start = end
        for line in self.lines[index + 1 :]:
            if line.kind == "blank" or (line.kind == "table" and not self._within(line.start, line.end)):
                continue
            first = self._first_item(line)
            if first is None or not self._goes_on(line.body_start, first.end(), end > start):
                break
            if line.kind == "heading" and not self._count(line.body_start, line.end)[1]:
                break
            end = self._further(first.end(), line.end)
            if self.folded[end : line.end].strip(" *") and not self._is_torn(end, line.end):
                break
        return end

    def _first_item(self, line: Line) -> re.Match[str] | None:
        """The sentence that a line opens with; behind a caption (——创造更多就业岗位。) the one after it."""
        first = SENTENCE.match(self.folded, line.body_start, line.end)
        if first is None or line.kind != "bullet":
            return first
        is_caption = len(first.group()) < LONGEST_CAPTION and not self._within(first.start(), first.end())
        if not is_caption or AFTERWARDS.match(first.group()):
            return first
        second = SENTENCE.match(self.folded, first.end(), line.end)
        return second if second and self._within(second.start(), second.end()) else first

    def _further(self, end: int, limit: int) -> int:
        """The end of the last sentence from ``end`` on that still lists."""
        for _ in range(MOST_SENTENCES):
            following = SENTENCE.match(self.folded, end, limit)
            if following is None or following.end() == end:
                break
            if not self._goes_on(end, following.end(), True):
                group = self._next_group(following, limit)
                if group is None:
                    break
                following = group
            end = following.end()
        return end

    def _next_group(self, caption: re.Match[str], limit: int) -> re.Match[str] | None:
        """The first sentence of the list's next group, behind its caption: (2)经济结构进一步优化。服务业比重提高…

        A chapter that is counted in its heading's manner is told by the group before it, which has the same marks.
        """
        marks = GROUP.match(caption.group())
        if marks is None or self._within(caption.start(), caption.end()):
            return None
        before = self.folded[max(0, caption.start() - GROUP_REACH) : caption.start()]
        if not any(f"{sign}({int(marks[1]) - 1})" in before for sign in ":。;"):
            return None
        first = SENTENCE.match(self.folded, caption.end(), limit)
        return first if first and self._goes_on(first.start(), first.end(), True) else None

    def _goes_on(self, start: int, end: int, inside: bool) -> bool:
        """Say whether a sentence lists: most of its figures are indicators', or it is short and wordless."""
        words = self.folded[start:end]
        torn = TORN_AMOUNT.search(self.folded, max(0, start - 4), start + 4)
        if AFTERWARDS.match(words) and not TASKS.search(words) and not torn:
            return False
        if inside and words.lstrip().startswith(("其中", "%", "‰")):
            return True
        total, known = self._count(start, end)
        if total:
            if 2 * known >= total or (inside and total == 1 and len(words) < LONGEST_WORDLESS):
                return True
            return inside and known > 0 and self._is_dense(words, total)
        return inside and len(words) < LONGEST_WORDLESS and WORDLESS.search(words) is not None

    def _is_dense(self, words: str, total: int) -> bool:
        """Say whether most clauses of a sentence hold a figure, as those of a list do."""
        clauses = len(re.findall(r"[^,;、。]{4,}", words))
        return total >= DENSE * clauses

    def _within(self, start: int, end: int) -> list[Figure]:
        return self.figures[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _count(self, start: int, end: int) -> tuple[int, int]:
        """How many targets stand in a span, and how many of them measure an indicator."""
        targets = [figure for figure in self._within(start, end) if figure.status is Status.TARGET]
        return len(targets), sum(figure.indicator_id is not None for figure in targets)

    # -- not announced ---------------------------------------------------------------------------------

    def _has_product(self, listed: TargetList) -> bool:
        return any(_is_product_growth(figure) for figure in self._within(listed.start, listed.end))

    def _ids(self, listed: TargetList) -> int:
        return len({one.indicator_id for one in self._within(listed.start, listed.end) if one.indicator_id})

    def _unannounced(self, is_leading: Callable[[Figure], bool]) -> list[TargetList]:
        """The first sentence of the plan with the leading indicator's target and other indicators beside it."""
        candidates = [
            figure
            for figure in self.figures
            if is_leading(figure) and self._this_year(figure) and not is_yearly_mean(self.folded, figure)
        ]
        best: TargetList | None = None
        most = 0
        for figure in candidates:
            line = self._line_of(figure.char_start)
            if line.role not in LISTING_ROLES or self._tells_otherwise(line, figure):
                continue
            start = max(self.folded.rfind(sign, line.start, figure.char_start) for sign in "。!?") + 1
            start = max(start, line.start)
            sentence = SENTENCE.match(self.folded, start, line.end)
            if sentence is None:
                continue
            end = self._further(sentence.end(), line.end)
            listed = TargetList(start, end, None)
            if self._ids(listed) > max(most, FEWEST_BESIDE_PRODUCT) or best is None:
                best, most = listed, self._ids(listed)
        return [best] if best else []

    def _is_output(self, figure: Figure) -> bool:
        """Say whether a figure is what plans led with before they did with the product, which came in by 1993."""
        early = self.plan_year is not None and self.plan_year < PRODUCT_LEADS_FROM
        return early and figure.indicator_id in OUTPUTS and _is_growth_target(figure)

    def _tells_otherwise(self, line: Line, figure: Figure) -> bool:
        """Say whether the sentence tells what was done, or the goals of a later year."""
        start = max(self.folded.rfind(sign, line.start, figure.char_start) for sign in "。!?") + 1
        found = SENTENCE.match(self.folded, max(start, line.start), line.end)
        words = found.group() if found else ""
        # 经济建设要求保持一定的增长速度。工农业总产值达到384亿元,比上年增长4.3%: the sentence before says what it is.
        before = max(self.folded.rfind(sign, line.start, max(line.start, start - 1)) for sign in "。!?") + 1
        if TOLD.search(words) and not INTENDED.search(self.folded[max(before, line.start) : start] + words):
            return True
        years = [int(year) for year in LATER.findall(words)]
        return bool(self.plan_year and years and max(years) > self.plan_year)

    def _this_year(self, figure: Figure) -> bool:
        return self.plan_year is None or figure.period_end is None or figure.period_end.year == self.plan_year

    def _line_of(self, position: int) -> Line:
        return self.lines[max(0, bisect_right(self.lines, position, key=attrgetter("start")) - 1)]


def _is_growth_target(figure: Figure) -> bool:
    return figure.status is Status.TARGET and figure.measure is Measure.GROWTH_RATE


def _is_product_growth(figure: Figure) -> bool:
    return figure.indicator_id == "gdp" and _is_growth_target(figure)


def _is_price(figure: Figure) -> bool:
    return figure.indicator_id == "cpi" and figure.status is Status.TARGET
