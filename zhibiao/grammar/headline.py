"""Where the list of the year's expected targets (主要预期目标) begins and ends.

The list is announced in the text of the plan (今年…主要预期目标是：) or by a heading, and goes on as one sentence,
as several of a paragraph, or as bullets. Where nothing announces it, it is the passage of the plan that sets the
growth of the product beside other indicators.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from zhibiao.grammar import headline_words as cues
from zhibiao.grammar.headline_items import Items
from zhibiao.grammar.headline_leads import YEAR_REACH, is_output, is_price, is_product_growth, tells_otherwise
from zhibiao.grammar.not_listed import is_yearly_mean
from zhibiao.model import Figure
from zhibiao.outline import Line, Role
from zhibiao.text_search import behind_last, has_any

MOST_SENTENCES = 15
LISTING_ROLES = (Role.PLAN, Role.LEAD, Role.REQUIREMENT, Role.OTHER, Role.FRONT)
FEWEST_BESIDE_PRODUCT = 2
FEWEST_OF_FINISHED = 3


@dataclass(frozen=True, slots=True)
class TargetList:
    """A passage that lists targets; ``announced`` is the span of the words that open it, null without any.

    ``itemised`` where the lines below them are its items, each with a caption that is no target.
    """

    start: int
    end: int
    announced: tuple[int, int] | None
    itemised: bool = False


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
        self.items = Items(folded, figures)
        self.plan_year = plan_year

    def lists(self) -> list[TargetList]:
        # 全年工作目标是:开工旧城改造项目9个 is a list of that work, not of the year.
        found = [
            listed
            for listed in self._announced()
            if self._ids(listed) or not self.items.within(listed.start, listed.end)
        ]
        if any(self._has_product(listed) for listed in found):
            return found
        found += self._unannounced(is_product_growth)
        for is_leading in (is_price, is_output):
            if not any(self.items.within(listed.start, listed.end) for listed in found):
                # A year without a target for the product (2020, 2021) has one for prices, a report before the
                # nineties one for output.
                found += [listed for listed in self._unannounced(is_leading) if self._ids(listed) > 1]
        return sorted(found, key=lambda listed: listed.start)

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
            for found in cues.ANNOUNCEMENT.finditer(self.folded, line.start, line.end):
                if found.start() < reached or not self._announces(line, found):
                    continue
                rest = self.folded[found.end() : line.end].strip(" *:#_")
                listed = self._in_line(index, found) if rest else self._below(index, found)
                reached = listed.end
                if not self._is_of_several_years(listed):
                    yield listed

    def _names_targets(self, line: Line) -> bool:
        """Say whether one of the words that every announcement ends in stands in the line; few lines have one."""
        return has_any(self.folded, cues.ANNOUNCED, line.start, line.end)

    def _opens_year(self, line: Line, found: re.Match[str]) -> bool:
        """Say whether the sentences just before turn to the plan year: 2007年，是…新的历史起点。"""
        opening = self.folded[max(line.start, found.start() - YEAR_REACH) : found.start()]
        return self.plan_year is not None and f"{self.plan_year}年" in opening

    def _is_of_several_years(self, listed: TargetList) -> bool:
        """A list of yearly means is that of a five-year plan, whatever announces it."""
        return (
            sum(is_yearly_mean(self.folded, figure) for figure in self.items.within(listed.start, listed.end))
            > 1
        )

    def _announces(self, line: Line, found: re.Match[str]) -> bool:
        sentence = behind_last(self.folded, (*cues.SENTENCE_STOPS, ";"), line.start, found.start())
        lead = self.folded[sentence : found.end()]
        year = self.plan_year
        if cues.SEVERAL_YEARS.search(lead) and not (
            has_any(lead, ("今年", "明年"), 0, len(lead)) or (year and f"{year}年" in lead)
        ):
            return False
        if (
            line.role is Role.SPAN_PLAN
            and not cues.THIS_YEAR.search(lead)
            and not self._opens_year(line, found)
        ):
            return False
        if cues.OF_ONE.search(self.folded, max(line.start, found.start() - 8), found.start()):
            return False
        opens = found.group("opens").strip(" *#\n")
        if not opens and ((line.kind != "heading" and found.end() < line.end) or len(lead) > 40):
            return False
        return not cues.DONE.search(lead[-30:])

    def _in_line(self, index: int, found: re.Match[str]) -> TargetList:
        """The rest of the sentence, the sentences after it that go on with the list, and bullets below."""
        line = self.lines[index]
        sentence = cues.SENTENCE.match(self.folded, found.end(), line.end)
        end = sentence.end() if sentence else line.end
        end = self._further(end, line.end, found.end())
        is_torn = self._is_torn(end, line.end)
        if not self.folded[end : line.end].strip(" *") or is_torn:
            is_whole = not is_torn and self.folded[found.end() : end].rstrip(" *").endswith("。")
            listed = len(self.items.within(found.end(), end)) if is_whole else 0
            end = self._lines_below(index, end, is_finished=listed >= FEWEST_OF_FINISHED)
        return TargetList(found.end(), end, found.span())

    def _is_torn(self, start: int, end: int) -> bool:
        """Say whether a line breaks off in the middle of an item: 农业总产值, and below it 97.4亿元,增长10%."""
        return cues.TORN.match(self.folded, start) is not None and not cues.SIGNS.search(
            self.folded, start, end
        )

    def _below(self, index: int, found: re.Match[str]) -> TargetList:
        """The bullets or the paragraph below a heading that announces the list."""
        start = self.lines[index].end
        itemised = ":" in found.group("opens")
        return TargetList(start, self._lines_below(index, start, itemised), found.span(), itemised)

    def _lines_below(self, index: int, end: int, itemised: bool = False, is_finished: bool = False) -> int:
        """The end of the list in the lines below; ``itemised`` where a colon has opened it for paragraphs.

        ``is_finished`` where the line before already holds a list of its own, ended by a full stop. Behind
        such a list, or behind bullets, a paragraph is of it only where it is all targets.
        """
        start = end
        for line in self.lines[index + 1 :]:
            if self._is_between(line):
                continue
            is_told = end > start and self.items.tells_kind(line)
            if is_told or (itemised and self.items.is_captioned(line, end > start)):
                end = line.end
                continue
            # Captions that the first item does not have are those of the work behind the list.
            itemised = False
            first = self.items.first_of(line)
            if first is None or not self.items.goes_on(line.body_start, first.end(), end > start):
                break
            is_beside = is_finished and line.kind == "paragraph"
            if is_beside and not self.items.opens_anew(line.body_start, first.end()):
                break
            if line.kind == "heading" and not self.items.count(line.body_start, line.end)[1]:
                break
            end = self._further(first.end(), line.end, line.body_start)
            is_finished = is_finished or line.kind == "bullet"
            if self.folded[end : line.end].strip(" *") and not self._is_torn(end, line.end):
                break
        return end

    def _is_between(self, line: Line) -> bool:
        """Say whether a line is no item and no end of a list: nothing, a page's number, the head of a table."""
        if line.kind == "blank":
            return True
        is_bare = line.kind == "table" or cues.BETWEEN_PAGES.fullmatch(
            self.folded[line.start : line.end].strip()
        )
        return bool(is_bare) and not self.items.within(line.start, line.end)

    def _further(self, end: int, limit: int, opening: int) -> int:
        """The end of the last sentence from ``end`` on that still lists; ``opening`` is where the list opens."""
        for _ in range(MOST_SENTENCES):
            told = cues.KIND_TOLD.match(self.folded, end, limit)
            end = told.end() if told else end
            following = cues.SENTENCE.match(self.folded, end, limit)
            if following is None or following.end() == end:
                break
            item = self.items.of_caption(end, limit, opening)
            if item is None and not self.items.goes_on(end, following.end(), True):
                item = self.items.behind_aside(following, limit)
                if item is None:
                    break
            end = item or following.end()
        return end

    # -- not announced ---------------------------------------------------------------------------------

    def _has_product(self, listed: TargetList) -> bool:
        return any(is_product_growth(figure) for figure in self.items.within(listed.start, listed.end))

    def _ids(self, listed: TargetList) -> int:
        return len(
            {one.indicator_id for one in self.items.within(listed.start, listed.end) if one.indicator_id}
        )

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
            if line.role not in LISTING_ROLES or tells_otherwise(self.folded, line, figure, self.plan_year):
                continue
            start = behind_last(self.folded, cues.SENTENCE_STOPS, line.start, figure.char_start)
            sentence = cues.SENTENCE.match(self.folded, start, line.end)
            if sentence is None or cues.REFERS.match(sentence.group()):
                continue
            end = self._further(sentence.end(), line.end, start)
            listed = TargetList(start, end, None)
            if self._ids(listed) > max(most, FEWEST_BESIDE_PRODUCT) or best is None:
                best, most = listed, self._ids(listed)
        return [best] if best else []

    def _this_year(self, figure: Figure) -> bool:
        return self.plan_year is None or figure.period_end is None or figure.period_end.year == self.plan_year

    def _line_of(self, position: int) -> Line:
        return self.lines[max(0, bisect_right(self.lines, position, key=attrgetter("start")) - 1)]
