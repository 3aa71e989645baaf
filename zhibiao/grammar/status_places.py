"""Where in a text more than a figure's own words decide on its status: cases supposed, lists of goals that were set."""

from __future__ import annotations

from bisect import bisect_left

from zhibiao.grammar import status_words as words

SUPPOSED_REACH, GOALS_REACH = 200, 100


class StatusPlaces:
    """Such places of one text, found once; few texts have any."""

    __slots__ = ("_goal_lists", "_suppositions", "folded")

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self._suppositions = [one.start() for one in words.SUPPOSES.finditer(folded)]
        self._goal_lists = _goal_lists(folded)

    def is_supposed(self, sentence_start: int, start: int) -> bool:
        """Say whether a figure stands in a case that its sentence supposes: 如果…,就…."""
        if not self._suppositions:
            return False
        opening = max(sentence_start, start - SUPPOSED_REACH)
        first = bisect_left(self._suppositions, opening)
        if first == len(self._suppositions) or self._suppositions[first] >= start:
            return False
        found = words.SUPPOSED.search(self.folded, opening, start)
        return found is not None and words.THEN.match(self.folded, found.start()) is not None

    def is_in_list_of_goals(self, start: int) -> bool:
        """Say whether a figure stands in a list of goals that the text says were set."""
        if not self._goal_lists:
            return False
        return any(opening <= start < end for opening, end in self._goal_lists)


def _goal_lists(folded: str) -> list[tuple[int, int]]:
    """The lists of goals that a text says were set: from the colon to the end of the sentence."""
    lists, place = [], folded.find(words.IS_LIST)
    while place >= 0:
        opening = place + len(words.IS_LIST)
        if words.GOALS_SET.search(folded, max(0, opening - GOALS_REACH), opening):
            end = folded.find("。", opening)
            lists.append((opening, end if end >= 0 else len(folded)))
        place = folded.find(words.IS_LIST, opening)
    return lists
