"""What a number measures, a number with what it measures, and the passage that both stand in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from zhibiao.grammar.names import Names
from zhibiao.model import Quantity
from zhibiao.regions.scanner import Place

if TYPE_CHECKING:
    from zhibiao.grammar.sentence import Sentence


# Nothing that stands further before a number says anything of it.
LONGEST_BETWEEN = 200


def joined(between: str, more: str) -> str:
    """Return the words from a name to a number of which ``more`` come last; of very many, the last ones."""
    return (between + more)[-LONGEST_BETWEEN:]


@dataclass(slots=True)
class Subject:
    """What a number measures: ids of the indicators (none for what has no id), and the words.

    ``before`` are the words before the name in its clause, ``between`` those from the name to the number.
    """

    ids: tuple[str, ...]
    text: str
    before: str = ""
    between: str = ""
    entity: str | None = None
    place: Place | None = None
    rule: str = "name"
    named: tuple[str, ...] = ()
    """The ids of the name itself, also where they do not fit this number's unit: what is carried on."""
    texts: tuple[str, ...] = ()
    """The name of each of several ids, where they share one number."""
    others: tuple[str, ...] = ()
    """The names without an id that share the number with them."""


def replace(subject: Subject, **changes: Any) -> Subject:
    """Return the subject with some fields changed, in a third of the time that ``dataclasses.replace`` takes."""
    changed = Subject(
        subject.ids,
        subject.text,
        subject.before,
        subject.between,
        subject.entity,
        subject.place,
        subject.rule,
        subject.named,
        subject.texts,
        subject.others,
    )
    for field_name, value in changes.items():
        setattr(changed, field_name, value)
    return changed


@dataclass(slots=True)
class Reading:
    """A quantity with what it measures. ``is_state_before`` marks x of 由x提高到y."""

    quantity: Quantity
    subject: Subject
    is_state_before: bool = False


@dataclass(slots=True)
class Passage:
    """A document's folded text with all that was found in it.

    ``unequal_lists`` collects start, end, and the numbers of names and of values, of lists that 分别 cannot deal
    out.
    """

    folded: str
    names: Names
    places: list[Place]
    place_starts: list[int]
    region_code: str | None
    unequal_lists: list[tuple[int, int, int, int]] = field(default_factory=list)
    on_group: Callable[[Sentence, list[Quantity], int], None] | None = None
    """Called with the sentence as read so far, a group of its quantities and where what follows begins."""

    @property
    def is_of_county(self) -> bool:
        """Whether the document's region is a county or a division like it."""
        return self.region_code is not None and not self.region_code.endswith("00")

    def is_held_by(self, code: str | None) -> bool:
        """Say whether a division holds the document's own: 江西省现代家具产业联合体 in a report of 赣州 is no subject."""
        if code is None or self.region_code is None or code == self.region_code:
            return False
        return self.region_code.startswith(
            code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
        )

    def ends_with_place(self, start: int, end: int) -> bool:
        """Say whether the words end with a place: the number behind counts those that they list."""
        last = bisect_left(self.place_starts, end) - 1
        return last >= 0 and start < self.places[last].start and self.places[last].end == end
