"""Whether a sentence or a line is an item of a list of targets, by its figures and by how it begins."""

from __future__ import annotations

import re
from bisect import bisect_left

from zhibiao.grammar import headline_words as cues
from zhibiao.grammar.sentence import ADDING
from zhibiao.lexicon import core_indicators, indicators_of
from zhibiao.model import Figure, Status
from zhibiao.outline import Line

DENSE, DENSE_INSIDE = 0.6, 0.4
LONGEST_WORDLESS, LONGEST_OF_MEMBERS = 60, 240
LONGEST_CAPTION, LONGEST_ASIDE = 24, 32
# 全年实施重点项目150个,完成投资80亿元: what only these are told of is the work of the year.
WORKS = indicators_of("project")


class Items:
    """What is asked of the sentences of one document; ``figures`` are the document's, in order."""

    def __init__(self, folded: str, figures: list[Figure]) -> None:
        self.folded = folded
        self.figures = figures
        self.starts = [figure.char_start for figure in figures]

    def within(self, start: int, end: int) -> list[Figure]:
        """Return the figures that begin in a span."""
        return self.figures[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def count(self, start: int, end: int) -> tuple[int, int]:
        """Return how many targets stand in a span, and how many of them measure an indicator."""
        targets = [figure for figure in self.within(start, end) if figure.status is Status.TARGET]
        known = [figure for figure in targets if figure.indicator_id is not None]
        if all(figure.indicator_id in WORKS for figure in known):
            known = []
        return len(targets), len(known)

    def goes_on(self, start: int, end: int, inside: bool) -> bool:
        """Say whether a sentence lists: most of its figures are indicators', or it is short and wordless."""
        words = self.folded[start:end]
        torn = cues.TORN_AMOUNT.search(self.folded, max(0, start - 4), start + 4)
        if cues.AFTERWARDS.match(words) and not cues.TASKS.search(words) and not torn:
            return False
        if inside and words.lstrip().startswith(("其中", "%", "‰")):
            return True
        total, known = self.count(start, end)
        if inside and total and cues.EXPLAINED.search(words):
            return False
        if total:
            # 新建公路12公里 by itself is work, 高新技术产值比重提高3个百分点 is a target.
            is_work = known == 0 and ADDING.match(words.lstrip(" *\n")) is not None
            is_alone = inside and total == 1 and len(words) < LONGEST_WORDLESS and not is_work
            if 2 * known >= total or is_alone:
                return True
            return inside and known > 0 and is_dense(words, total)
        longest = LONGEST_OF_MEMBERS if cues.MEMBERS.search(words) else LONGEST_WORDLESS
        return inside and len(words) < longest and cues.WORDLESS.search(words) is not None

    def first_of(self, line: Line) -> re.Match[str] | None:
        """Return the sentence that a line opens with; behind a caption (——创造更多就业岗位。) the one after it."""
        first = cues.SENTENCE.match(self.folded, line.body_start, line.end)
        if first is None or line.kind != "bullet":
            return first
        is_caption = len(first.group()) < LONGEST_CAPTION and not self.within(first.start(), first.end())
        if not is_caption or cues.AFTERWARDS.match(first.group()):
            return first
        second = cues.SENTENCE.match(self.folded, first.end(), line.end)
        return second if second and self.within(second.start(), second.end()) else first

    def of_caption(self, start: int, limit: int, opening: int) -> int | None:
        """Return the end of the targets under a numbered caption: (2)经济结构进一步优化。服务业比重提高1个百分点.

        ``opening`` is where the list opens: only one that numbers its first item has numbered captions.
        """
        number = cues.ENUMERATOR.match(self.folded, start, limit)
        if number is None or not cues.ENUMERATOR.match(self.folded, opening, limit):
            return None
        caption = cues.CAPTION.match(self.folded, number.end(), limit)
        if caption is None or self.within(*caption.span()):
            return None
        item = cues.SENTENCE.match(self.folded, caption.end(), limit)
        total = self.count(*item.span())[0] if item else 0
        return item.end() if item and total and is_dense(item.group(), total) else None

    def behind_aside(self, aside: re.Match[str], limit: int) -> int | None:
        """Return the end of the targets behind a remark on the one before: 投资要符合产业政策。社会商品零售总额增长12%."""
        words = aside.group()
        if len(words) > LONGEST_ASIDE or self.within(*aside.span()):
            return None
        if cues.AFTERWARDS.match(words) or cues.ENUMERATOR.match(words):
            return None
        item = cues.SENTENCE.match(self.folded, aside.end(), limit)
        if item is None or cues.AFTERWARDS.match(item.group()) or not self.opens_anew(*item.span()):
            return None
        return item.end()

    def opens_anew(self, start: int, end: int) -> bool:
        """Say whether a paragraph behind a finished list goes on with it: nothing but targets, core ones among them."""
        targets = [one for one in self.within(start, end) if one.status is Status.TARGET]
        is_core = any(one.indicator_id in core_indicators() for one in targets)
        return is_core and len(targets) > 1 and is_dense(self.folded[start:end], len(targets))

    def tells_kind(self, line: Line) -> bool:
        """Say whether a line says no more than what kind of targets stand above it: (以上为约束性指标)."""
        told = cues.KIND_TOLD.match(self.folded, line.body_start, line.end)
        return told is not None and not self.folded[told.end() : line.end].strip(" *\n")

    def is_captioned(self, line: Line, inside: bool) -> bool:
        """Say whether a paragraph is an item of the list: a caption without numbers, and targets under it.

        促进农村经济稳定发展。粮食总产量2900万吨,肉类产量420万吨。
        """
        caption = cues.SENTENCE.match(self.folded, line.body_start, line.end)
        if line.kind != "paragraph" or caption is None or cues.AFTERWARDS.match(caption.group()):
            return False
        if len(caption.group()) > LONGEST_WORDLESS or self.within(*caption.span()):
            return False
        total, known = self.count(caption.end(), line.end)
        words = self.folded[caption.end() : line.end]
        return is_dense(words, total, DENSE_INSIDE if inside else DENSE) and known + inside > 0


def is_dense(words: str, total: int, least: float = DENSE) -> bool:
    """Say whether most clauses of a sentence hold a figure, as those of a list do."""
    clauses = len(re.findall(r"[^,;、。]{4,}", words))
    return total >= least * clauses and total > 0
