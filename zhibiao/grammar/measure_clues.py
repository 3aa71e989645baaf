"""What the measure of a number is decided by, and the questions that the decision tables ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from zhibiao.grammar import measure_words as words
from zhibiao.grammar.decisions import Decision
from zhibiao.grammar.names import CANONICAL_UNIT, RATIO_UNITS
from zhibiao.grammar.reference_words import VOLTAGES
from zhibiao.model import Measure, Quantity

# 12%的增速, but not 279项审批事项提速.
PARTS = ("ratio", "multiple")
NEWLY_REACH = 4
# Between these a percentage of the price index is the index itself, not its growth.
LOWEST_INDEX, HIGHEST_INDEX = 85, 130


@dataclass(slots=True)
class Clues:
    """What the measure is decided by.

    ``before`` are the words before the name in its clause, ``between`` those from the name to the number, ``changes``
    says whether a verb of change governs the number, ``kind`` is the dimension of its unit, ``counted`` says whether
    the number stands before the name.
    """

    quantity: Quantity
    name: str
    indicator_id: str | None
    before: str
    between: str
    changes: bool
    kind: str
    counted: bool = False


Row = Decision[Clues, Measure]
# A row that is asked only where words stand between the name and its number.
Between = partial(Row, with_words=True)


def changes_in(clause: str) -> bool:
    """Say whether the words hold a verb of change."""
    opens = words.CHANGE_OPENS.search(clause)
    return opens is not None and words.CHANGE.search(clause, opens.start()) is not None


def is_ratio(clues: Clues) -> bool:
    """Say whether the indicator itself is a ratio, whose value is a percentage."""
    return CANONICAL_UNIT.get(clues.indicator_id or "") in RATIO_UNITS


def reached(clues: Clues) -> bool:
    """Say whether the words behind the name tell the state that a change came to: 提高到."""
    return words.REACHED.search(clues.between) is not None and not words.CHANGES_PLAINLY.search(clues.between)


def grows_by_name(clues: Clues) -> bool:
    """Say whether the name, or the words behind it, are those of a growth: 增速为, 涨幅."""
    if CANONICAL_UNIT.get(clues.indicator_id or "") == "‰":
        return False
    between = clues.between
    return bool(
        words.GROWTH_OPENING.match(between)
        or words.GROWTH_NAME.search(clues.name)
        or (not reached(clues) and words.GROWTH_NAME.search(between.rstrip("达到为在控制保持约近分别均 *")))
    )


def changes_nearby(clues: Clues) -> bool:
    """Say whether a verb of change stands behind the name or right before it."""
    return changes_in(clues.between) or changes_in(words.OBJECT_VERB.sub("", clues.before)[-4:])


def changes_in_name(clues: Clues) -> bool:
    """Say whether the words before the number are whose it is, a verb of change, and of what: 部门精简内设机构."""
    if clues.counted:
        return False
    if clues.before[-1:] in words.LISTS_ON and words.CUT_LIST.search(clues.before):
        return True
    if words.CUTS.search(clues.name) is None:
        return False
    return bool(words.CUT.match(clues.name) or words.INNER_CHANGE.match(clues.name))


def grows_by_its_amount(clues: Clues) -> bool:
    """Say whether a percentage right behind the name of an amount is its growth: 生产总值8%左右; 其中60% are some of it."""
    between = clues.between
    if between.rstrip("约有近 *").endswith(words.AMONG_THEM):
        return False
    if clues.indicator_id is not None and not words.TAKES.search(between):
        return True
    return bool(
        words.AMOUNT_NAME.search(clues.name)
        and not words.WORK_DONE.search(clues.name)
        and not words.DONE_SO_FAR.search(between)
        and not words.STATE.search(between)
    )


def is_fraction(clues: Clues) -> bool:
    """Say whether the number is a part of one, without a unit."""
    return clues.quantity.unit_text is None and 0 < clues.quantity.number < 1


def fraction_grows(clues: Clues) -> bool:
    """Say whether a fraction is how much more or less something becomes."""
    return bool(clues.changes or words.GROWTH_NAME.search(clues.name)) and not reached(clues)


def is_taken_of_fraction(clues: Clues) -> bool:
    """Say whether a fraction is told of a whole or beside a benchmark."""
    return bool(
        words.SHARE_OF.search(clues.between)
        or words.WHOLE.search(clues.between)
        or words.RELATIVE.search(clues.name + clues.between)
    )


def adds(clues: Clues) -> bool:
    """Say whether the number is what is added or taken away, and not the state that is reached by it."""
    between, before = clues.between, clues.before
    is_new = clues.quantity.unit_text != "岁" and "增" in clues.name and names_what_is_new(clues)
    if clues.counted:
        before = words.NOT_HOW_MANY.sub("", before)
    if before.endswith(words.WIDENS) and words.WIDENED.match(clues.name):
        before = ""  # 实施扩大内需项目289项
    if "、" in before and clues.name.startswith(words.REACHES):
        before = before[before.rindex("、") :]
    if not (
        words.ADDITION.search(before + between)
        or is_new
        or words.NEWLY.search((before[-1:] + clues.name)[:NEWLY_REACH])
        or (not clues.counted and clues.name.endswith(words.NEW_AT_END))
        or (between and rises_by(clues))
        or (clues.kind == "money" and has_more(clues.name))
        or changes_in_name(clues)
    ):
        return False
    if "发行" in before + clues.name and words.ISSUED.search(before + clues.name):
        return False
    if words.FOR_EACH_NEW in clues.name:
        return False
    if words.EXAMPLES.search(before) or words.STATE_BEFORE.search(between):
        return False  # 提高养老金、补贴等5项标准
    if clues.quantity.unit_text in words.MEASURES_COUNTED and words.FOR_GROWTH.search(
        before + clues.name + between
    ):
        return False  # 出台促工业增长54条
    if words.AFTER_CHANGE.search(between or before) and clues.quantity.bound_text in words.MARK_PASSED:
        return False  # 市场主体快速增长、突破12万户
    if not between and clues.name.endswith(words.SCHOOLING):
        return False
    if so_many_are_new(clues, is_new=is_new):
        return True
    has_reached = reached(clues) or (not between and words.REACHED.search(before[-words.REACH :]))
    return not (has_reached or words.LEVEL_VERB.search(between[-4:]) or words.IN_ALL.search(between))


def so_many_are_new(clues: Clues, *, is_new: bool) -> bool:
    """Say whether what is reached is how many are new: 新增发电装机达到300万千瓦; 净增要达到20户."""
    if clues.kind in ("ratio", "points") or clues.quantity.rank or clues.name.endswith(words.SCHOOLING):
        return False
    if words.NEW_REACHED.fullmatch(clues.between) is None:
        return False
    own = is_new or clues.before.endswith(words.NEW_OPENS) or clues.name.startswith(words.NEW_OPENS)
    return own or clues.between.startswith(words.NEW_OPENS)


def names_what_is_new(clues: Clues) -> bool:
    """Say whether the name is of what is new, and not of those that add it: 26个园区新增厂房5万平方米."""
    if clues.counted:
        return clues.name.startswith(words.NEW_OPENS)
    return words.NEW_THING.match(clues.name) is not None


def rises_by(clues: Clues) -> bool:
    """Say whether the words before the number are how what was named rises."""
    if clues.kind == "money" and clues.between.endswith(words.RISES_EACH):
        return True
    if clues.between.rstrip("约近 *").endswith(words.RISES):
        bettered = clues.kind == "land" and clues.name.endswith(words.BETTERED)
        return not bettered and clues.name.endswith(words.RISING)
    return words.RISES_BY.search(clues.between) is not None


def has_more(name: str) -> bool:
    """Say whether a name is of money that somebody gets on top: 户均增收, 带动群众增收."""
    if name.endswith(words.EARNS_MORE):
        return True
    return ("均" in name or "每" in name) and words.EACH_HAS_MORE.search(name) is not None


def climbs(clues: Clues) -> bool:
    """Say whether what was named goes up by so many places: 比上年提升2位, 全国城市排名前移7位, 前进3位的突破."""
    if clues.counted:
        return words.CLIMBED_COUNTED.search(clues.before) is not None
    if not clues.between and clues.name.endswith(words.CLIMBS_IN_NAME):
        return True
    # 位次前移⟦5位⟧: of nothing named
    spoken = clues.between if clues.name else clues.between or clues.before
    return words.CLIMBS.search(spoken) is not None


def is_length_of_time(clues: Clues) -> bool:
    """Say whether the number is a length of time, or a voltage, and no amount that an indicator measures."""
    if clues.quantity.unit_text in VOLTAGES:
        return True  # 新增110千伏线路20公里: no voltage is added
    lasts = clues.quantity.unit_text in words.STATE_DURATION and not words.LASTING.search(clues.name)
    return lasts and clues.indicator_id is None and not (clues.changes and clues.name)
