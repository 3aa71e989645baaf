"""Whether the text intends a figure, claims it, or merely refers to it.

The line's role gives the default (a review claims, a plan intends); the time the figure is about, the verbs
of its clause and what the figure counts change it: the rows of ``status_table``, tried in order.
"""

from __future__ import annotations

from dataclasses import dataclass

from zhibiao.grammar import status_words as words
from zhibiao.grammar.status_clues import Clues
from zhibiao.grammar.status_places import StatusPlaces
from zhibiao.grammar.status_table import BY_ROLE
from zhibiao.model import Period, Status
from zhibiao.outline.lines import Line
from zhibiao.text_search import behind_last

# The empty text, where the document ends, is in it too.
ENDS_CLAUSE = ",。;"
BEFORE_REACH, AFTER_REACH = 60, 30


@dataclass(slots=True)
class Standing:
    """A figure's status, the word of intent of a target, and the id of the row that decided on the status."""

    status: Status
    commitment: str | None
    rule: str


def status_of(
    places: StatusPlaces, sentence_start: int, start: int, end: int, line: Line, period: Period
) -> Standing:
    """Return the status of the figure at ``start``–``end`` and its commitment word.

    ``places`` are those of its text, ``sentence_start`` is where its sentence begins in the folded text, ``period`` what
    ``period_of`` said.
    The commitment is the word of intent nearest before the figure in its sentence; only targets have one.
    """
    folded = places.folded
    before = folded[max(sentence_start, start - BEFORE_REACH) : start]
    after = folded[end : end + AFTER_REACH]
    clause = _clause(before)
    supposed = places.is_supposed(sentence_start, start)
    figure = folded[start:end]
    end_year = period.end.year if period.end else None
    is_later = end_year is not None and line.year is not None and end_year > line.year
    listed = places.is_in_list_of_goals(start)
    clues = Clues(figure, before, clause, after, line, period, supposed, end_year, is_later, listed)
    row = BY_ROLE[line.role].decide(clues, figure, has_words=after[:1] not in ENDS_CLAUSE)
    if row is None:
        raise LookupError(f"no row of the decision table fits {line.role}")
    if row.outcome is not Status.TARGET:
        return Standing(row.outcome, None, row.id)
    striven = words.STRIVEN_FOR.match(after) if clause.endswith("按") else None
    commitment = striven[1] if striven else _commitment(folded, sentence_start, start, before, clause)
    return Standing(row.outcome, commitment, row.id)


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
