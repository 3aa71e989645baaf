"""What kind of number it is: an amount, a change, a rate, a share, a distance, a place; and its direction.

The rows of ``measure_table`` are tried in order; the first that fits decides, and its id stands in the figure's rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.grammar import measure_words as words
from zhibiao.grammar.decisions import decide
from zhibiao.grammar.measure_clues import Clues, Row, is_ratio, reached
from zhibiao.grammar.measure_table import COUNTED, MEASURES, OTHER_DIMENSIONS, SPEED_BEHIND
from zhibiao.grammar.names import dimension
from zhibiao.grammar.reference_words import VOLTAGES
from zhibiao.model import Measure, Quantity

# What tells which things are counted says nothing of how many.
WHICH = "的"
DOWN = re.compile(words.DOWN)


@dataclass(slots=True)
class Kind:
    """What a number is: its measure, ``up``, ``down`` or null, and the id of the row that decided on the measure."""

    measure: Measure
    direction: str | None
    rule: str = ""


def kind_of(
    quantity: Quantity,
    name: str,
    indicator_id: str | None,
    before: str,
    between: str,
    counted: bool = False,
) -> Kind:
    """Return measure and direction of a quantity, with the id of the row that says so.

    ``name`` is what is measured, ``before`` the words that stand before the name in its clause (with a verb
    carried over from the item before), ``between`` those from the name to the number. ``counted`` is a number
    before its name.
    """
    if name.endswith(words.RELIEF) and not between and "增" not in before + name:
        before = ""
    falls = _governing_change(before, between)
    direction = None if falls is None else ("down" if falls else "up")
    opens = falls is None and name[:1] in words.CHANGE_SIGNS and words.CHANGE.match(name)
    if opens and not words.SAVED.match(name):
        before = name
        direction = "down" if words.SMALLER_START.match(name) else "up"
    if counted and (before.endswith(WHICH) or words.AS_NOUN.search(before)):
        falls, direction, before = None, None, ""  # 出台扩大开放的10项措施
    kind = dimension(quantity.unit_text)
    clues = Clues(quantity, name, indicator_id, before, between, falls is not None, kind, counted)
    if counted:
        row = decide(COUNTED, clues)
        if row is not None:
            down = row is SPEED_BEHIND and DOWN.search(name)
            return Kind(row.outcome, "down" if down else direction, row.id)
        # 扩大15个县的管理权限: what grows is not the number of what is counted.
        clues.before = words.NOT_OF_COUNTED.sub("", before)
    table = MEASURES.get(clues.kind, OTHER_DIMENSIONS)
    row = table.decide(clues, quantity.unit_text or "", has_words=between != "")
    if row is None:
        raise LookupError(f"no row of the decision table fits {clues}")
    measure = row.outcome
    if quantity.sign:
        return _signed(clues, row)
    return Kind(measure, _direction_of(measure, direction, clues, bool(opens)), row.id)


def _direction_of(measure: Measure, direction: str | None, clues: Clues, opens: bool) -> str | None:
    """What the measure leaves of a direction; ``opens`` where the name opens with a word of change."""
    name = clues.name
    if clues.quantity.unit_text in VOLTAGES:
        return None  # 泽当变电站增容改造、结巴110千伏输变电项目
    if measure is Measure.GROWTH_RATE and direction == "down" and reached(clues):
        # A rise that slows down is a rise still: 涨幅从7.7%降到3.6%.
        direction = "down" if words.SHRINKING.search(name + clues.between) else "up"
    if opens and measure is Measure.SHARE and words.SHARE_OF_CHANGED.search(name):
        direction = None
    changed = measure in (Measure.CHANGE_AMOUNT, Measure.GROWTH_RATE)
    if direction is None and changed and words.INNER_CHANGE.match(name):
        direction = "down" if _last_change(name) else "up"
    if direction is None and measure is Measure.GROWTH_RATE and words.SHRINKING.search(name):
        direction = "down"  # 价格平均降幅54%
    if clues.counted and measure is Measure.LEVEL and not words.REACHED.search(clues.before):
        direction = None  # 减税降费、降低物流成本等11个方面: what falls is not how many are counted
    return direction


def _signed(clues: Clues, row: Row) -> Kind:
    """A rate with a sign is a change, but of an indicator that is a rate itself: 人口自然增长率为-1.48‰."""
    direction = "down" if clues.quantity.sign < 0 else "up"
    if row.outcome is Measure.SHARE and not is_ratio(clues) and clues.kind == "ratio":
        return Kind(Measure.GROWTH_RATE, direction, "sign")
    return Kind(row.outcome, direction, row.id)


def _governing_change(before: str, between: str) -> bool | None:
    """Say whether the last verb of change behind the name, else before it, means a fall; None without one."""
    behind = _last_change(between)
    return _last_change(before) if behind is None else behind


@lru_cache(maxsize=16384)
def _last_change(clause: str) -> bool | None:
    opens = words.CHANGE_OPENS.search(clause)
    if opens is None:
        return None
    found = None
    for found in words.CHANGE.finditer(clause, opens.start()):  # noqa: B007 - the last one is wanted
        pass
    return None if found is None else found.group(1) is not None
