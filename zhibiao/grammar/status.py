"""Whether the text intends a figure, claims it, or merely refers to it.

The line's role gives the default (a review claims, a plan intends); the time the figure is about, the verbs
of its clause and what the figure counts change it: the rows of ``status_table``, tried in order.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.grammar import status_words as words
from zhibiao.grammar.status_clues import Clues
from zhibiao.grammar.status_table import BY_ROLE
from zhibiao.model import Period, Status
from zhibiao.outline.lines import Line
from zhibiao.text_search import behind_last

# The empty text, where the document ends, is in it too.
ENDS_CLAUSE = ",。;"
BEFORE_REACH, AFTER_REACH, SUPPOSED_REACH, GOALS_REACH = 60, 30, 200, 100


@dataclass(slots=True)
class Standing:
    """A figure's status, the word of intent of a target, and the id of the row that decided on the status."""

    status: Status
    commitment: str | None
    rule: str


def status_of(folded: str, sentence_start: int, start: int, end: int, line: Line, period: Period) -> Standing:
    """Return the status of the figure at ``start``–``end`` and its commitment word.

    ``sentence_start`` is where its sentence begins in the folded text, ``period`` what ``period_of`` said.
    The commitment is the word of intent nearest before the figure in its sentence; only targets have one.
    """
    before = folded[max(sentence_start, start - BEFORE_REACH) : start]
    after = folded[end : end + AFTER_REACH]
    clause = _clause(before)
    supposed = bool(_suppositions(folded)) and _is_supposed(folded, sentence_start, start)
    figure = folded[start:end]
    end_year = period.end.year if period.end else None
    is_later = end_year is not None and line.year is not None and end_year > line.year
    listed = bool(_goal_lists(folded)) and _is_listed(folded, start)
    clues = Clues(figure, before, clause, after, line, period, supposed, end_year, is_later, listed)
    row = BY_ROLE[line.role].decide(clues, figure, has_words=after[:1] not in ENDS_CLAUSE)
    if row is None:
        raise LookupError(f"no row of the decision table fits {line.role}")
    if row.outcome is not Status.TARGET:
        return Standing(row.outcome, None, row.id)
    striven = words.STRIVEN_FOR.match(after) if clause.endswith("按") else None
    commitment = striven[1] if striven else _commitment(folded, sentence_start, start, before, clause)
    return Standing(row.outcome, commitment, row.id)


def _is_supposed(folded: str, sentence_start: int, start: int) -> bool:
    """Say whether a figure stands in a case that its sentence supposes: 如果…,就…."""
    places = _suppositions(folded)
    opening = max(sentence_start, start - SUPPOSED_REACH)
    first = bisect_left(places, opening)
    if first == len(places) or places[first] >= start:
        return False
    found = words.SUPPOSED.search(folded, opening, start)
    return found is not None and words.THEN.match(folded, found.start()) is not None


@lru_cache(maxsize=2)
def _suppositions(folded: str) -> list[int]:
    """Where a text supposes a case; few do, and are asked at every figure."""
    return [one.start() for one in words.SUPPOSES.finditer(folded)]


def _is_listed(folded: str, start: int) -> bool:
    return any(opening <= start < end for opening, end in _goal_lists(folded))


@lru_cache(maxsize=2)
def _goal_lists(folded: str) -> list[tuple[int, int]]:
    """The lists of goals that a text says were set: from the colon to the end of the sentence. Hardly any text has one."""
    lists, place = [], folded.find(words.IS_LIST)
    while place >= 0:
        opening = place + len(words.IS_LIST)
        if words.GOALS_SET.search(folded, max(0, opening - GOALS_REACH), opening):
            end = folded.find("。", opening)
            lists.append((opening, end if end >= 0 else len(folded)))
        place = folded.find(words.IS_LIST, opening)
    return lists


def _clause(before: str) -> str:
    return before[behind_last(before, words.CLAUSE_ENDS, 0, len(before)) :]


def _commitment(folded: str, sentence_start: int, start: int, before: str, clause: str) -> str | None:
    found = words.COMMITMENT.findall(clause)
    if found:
        return str(found[-1])
    carried = [
        one[0]
        for one in words.SENTENCE_COMMITMENT.finditer(before, before.rfind(";") + 1)
        if not words.STRETCH.match(before, one.start())
    ]
    if carried:
        return carried[-1]
    # 主要预期目标是: reaches through the list that it opens, however long.
    return "预期" if folded.rfind("预期", sentence_start, start) >= 0 else None
