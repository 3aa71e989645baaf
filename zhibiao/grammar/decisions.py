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
    example, and find the row that has it.
    """

    id: str
    outcome: Outcome
    when: Callable[[Clues], object]
    example: str
    section: str = "review"


def decide(table: Sequence[Decision[Clues, Outcome]], clues: Clues) -> Decision[Clues, Outcome] | None:
    """Return the first row of a table whose condition holds, or None."""
    for row in table:
        if row.when(clues):
            return row
    return None
