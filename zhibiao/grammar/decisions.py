"""Decision tables: rows that are tried in order, each with an id, its outcome and an example of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

Clues = TypeVar("Clues")
Outcome = TypeVar("Outcome")


class Decision(NamedTuple, Generic[Clues, Outcome]):
    """A row of a decision table.

    ``when`` says of what is known of a number whether the row is its own. ``example`` is a sentence in which the row
    decides over the number between ⟦ and ⟧; it stands in a section of the role ``section``. The tests read each
    example, and find the row that has it. ``ends`` are the ends of the numbers, as they are written, of which alone
    the row is asked. ``with_words`` says that it is asked only where words stand at the place that its table looks at.
    """

    id: str
    outcome: Outcome
    when: Callable[[Clues], object]
    example: str
    section: str = "review"
    ends: tuple[str, ...] = ()
    with_words: bool = False


_Asked = list[tuple[Callable[[Clues], object], Decision[Clues, Outcome]]]


class DecisionTable(Generic[Clues, Outcome]):
    """The rows of a decision table in their order; those with ``ends`` are asked of numbers alone that end so."""

    def __init__(self, rows: Sequence[Decision[Clues, Outcome]]) -> None:
        self.rows = tuple(rows)
        # The longest first: what ends in it ends in those within it too.
        self._ends = sorted({end for row in self.rows for end in row.ends}, key=len, reverse=True)
        self._longest = len(self._ends[0]) if self._ends else 1
        # By how the number ends: the rows asked where words stand at the table's place, and those where none do.
        self._asked: dict[str, tuple[_Asked[Clues, Outcome], _Asked[Clues, Outcome]]] = {}

    def decide(self, clues: Clues, written: str, has_words: bool = True) -> Decision[Clues, Outcome] | None:
        """Return the first row whose condition holds, or None.

        ``written`` is the number, or its unit, in the text; ``has_words`` says whether any stand at the place that
        the table looks at: between a name and its number, or in the number's clause behind it.
        """
        ending = written[-self._longest :]
        asked = self._asked.get(ending)
        if asked is None:
            asked = self._asked[ending] = self._asked_of(ending)
        for when, row in asked[0 if has_words else 1]:
            if when(clues):
                return row
        return None

    def _asked_of(self, ending: str) -> tuple[_Asked[Clues, Outcome], _Asked[Clues, Outcome]]:
        """The rows asked of a number that ends so: one pair of lists for each of the ends that rows have."""
        for end in self._ends:
            if ending.endswith(end):
                break
        else:
            end = ""
        if end not in self._asked:
            rows = [row for row in self.rows if not row.ends or end.endswith(row.ends)]
            conditions = [(row.when, row) for row in rows]
            self._asked[end] = conditions, [(when, row) for when, row in conditions if not row.with_words]
        return self._asked[end]


def decide(table: Sequence[Decision[Clues, Outcome]], clues: Clues) -> Decision[Clues, Outcome] | None:
    """Return the first row of a table whose condition holds, or None."""
    for row in table:
        if row.when(clues):
            return row
    return None
