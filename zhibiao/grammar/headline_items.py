"""Whether a sentence or a line is an item of a list of targets, by its figures and by how it begins."""

from __future__ import annotations

import re
from bisect import bisect_left

from zhibiao.grammar import headline_words as cues
from zhibiao.model import Figure, Status
from zhibiao.outline import Line

DENSE, DENSE_INSIDE = 0.6, 0.4
LONGEST_WORDLESS, LONGEST_OF_MEMBERS = 60, 240
LONGEST_CAPTION = 24


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
        return len(targets), sum(figure.indicator_id is not None for figure in targets)

    def goes_on(self, start: int, end: int, inside: bool) -> bool:
        """Say whether a sentence lists: most of its figures are indicators', or it is short and wordless."""
        words = self.folded[start:end]
        torn = cues.TORN_AMOUNT.search(self.folded, max(0, start - 4), start + 4)
        if cues.AFTERWARDS.match(words) and not cues.TASKS.search(words) and not torn:
            return False
        if inside and words.lstrip().startswith(("其中", "%", "‰")):
            return True
        total, known = self.count(start, end)
        if total:
            if 2 * known >= total or (inside and total == 1 and len(words) < LONGEST_WORDLESS):
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

    def of_caption(self, caption: re.Match[str], limit: int) -> int | None:
        """Return the end of the targets under a numbered caption: (2)经济结构进一步优化。服务业比重提高1个百分点."""
        if not cues.NUMBERED_CAPTION.fullmatch(caption.group()) or self.within(*caption.span()):
            return None
        item = cues.SENTENCE.match(self.folded, caption.end(), limit)
        total = self.count(*item.span())[0] if item else 0
        return item.end() if item and total and is_dense(item.group(), total) else None

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
