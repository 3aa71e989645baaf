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
# The rows asked where words stand at the table's place, and those where none do.
_Pair = tuple[_Asked[Clues, Outcome], _Asked[Clues, Outcome]]


class DecisionTable(Generic[Clues, Outcome]):
    """The rows of a decision table in their order; those with ``ends`` are asked of numbers alone that end so."""

    def __init__(self, rows: Sequence[Decision[Clues, Outcome]]) -> None:
        self.rows = tuple(rows)
        self._usual = self._asked_of("")
        # By their last sign, the longest first: what ends in it ends in those within it too.
        self._by_end: dict[str, list[tuple[str, _Pair[Clues, Outcome]]]] = {}
        for end in sorted({end for row in self.rows for end in row.ends}, key=len, reverse=True):
            self._by_end.setdefault(end[-1], []).append((end, self._asked_of(end)))

    def decide(self, clues: Clues, written: str, has_words: bool = True) -> Decision[Clues, Outcome] | None:
        """Return the first row whose condition holds, or None.

        ``written`` is the number, or its unit, in the text; ``has_words`` says whether any stand at the place that
        the table looks at: between a name and its number, or in the number's clause behind it.
        """
        asked = self._usual
        for end, rows in self._by_end.get(written[-1:], ()):
            if written.endswith(end):
                asked = rows
                break
        for when, row in asked[0 if has_words else 1]:
            if when(clues):
                return row
        return None

    def _asked_of(self, end: str) -> _Pair[Clues, Outcome]:
        """The rows asked of a number that ends so."""
        rows = [row for row in self.rows if not row.ends or end.endswith(row.ends)]
        conditions = [(row.when, row) for row in rows]
        return conditions, [(when, row) for when, row in conditions if not row.with_words]


def decide(table: Sequence[Decision[Clues, Outcome]], clues: Clues) -> Decision[Clues, Outcome] | None:
    """Return the first row of a table whose condition holds, or None."""
    for row in table:
        if row.when(clues):
            return row
    return None
