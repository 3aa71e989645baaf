"""A thing before its number that no indicator names, unless its shape, or the verb carried over, makes it one."""

from __future__ import annotations

import re

from zhibiao.grammar.adding import (
    ACTIVITY_ENDS,
    STOCK_ENDS,
    SUM_TOTAL,
    WITHIN,
    cut_of_last,
    does_its_own,
    ends_list,
    goes_on_counting,
    id_of_added,
    is_behind_level,
    is_within_added,
    past_which_counted,
    tells_all,
    verb_of,
    verb_of_size,
)
from zhibiao.grammar.beginnings import begun_by_last
from zhibiao.grammar.capital import of_projects_above
from zhibiao.grammar.dwellings import of_dwellings
from zhibiao.grammar.names import CANONICAL_UNIT, RATIO_UNITS, dimension, fits, fitting
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.shapes import id_of_shape
from zhibiao.grammar.shares import covered, share_of_product
from zhibiao.grammar.spent import SHARE, is_share_of_purse
from zhibiao.grammar.subject import Subject
from zhibiao.model import Quantity

# …, 物流企业达到19家 is no further thing added.
LEVEL_END = re.compile(r"(?:[达占][到为]?|突破|稳定在|保持在|由|从)\W*$")
CHANGES, PER_CENT = re.compile(r"[增减升降涨]|提高"), "%"


def unknown(sentence: Sentence, start: int, clause: str, name: str, quantity: Quantity) -> Subject:
    """A thing that no indicator names, unless the verb carried over makes it one (新增…、高技能人才6万人)."""
    opening, start = start, past_which_counted(sentence, start)
    clause = clause[start - opening :]
    own = verb_of(clause, name)
    verb = own or verb_of_size(sentence, start)
    item = clause.lstrip(" *、,和及“()")
    if is_within_added(sentence, item, quantity):
        item = item[len(WITHIN) :]
    plain = item.startswith(name) or is_behind_level(item, name) or ends_list(item, name)
    carries = (
        not verb
        and plain
        and sentence.verb
        and sentence.goes_on_with_list(start)
        and not does_its_own(sentence, start, clause, name)
        and not tells_all(sentence, start, name, quantity)
        and not name.endswith(ACTIVITY_ENDS + STOCK_ENDS)
        and not SUM_TOTAL.match(name)
        and not quantity.rank
        and goes_on_counting(sentence, quantity)
        and not LEVEL_END.search(sentence.folded, start, quantity.start)
    )
    added = id_of_added(sentence, start, item, name, carries=bool(carries))
    if added and fits(added, quantity.unit_text, quantity.rank):
        return Subject((added,), sentence.verb + name, sentence.verb, "", rule="verb_carried")
    if not carries:
        sentence.verb = verb
    begun = begun_by_last(sentence, start, clause, name, quantity, own, sentence.verb if carries else "")
    if begun is not None:
        return begun
    position = clause.rfind(name)
    before = ("" if own else sentence.verb) + clause[:position]
    before += cut_of_last(sentence, start, name, quantity) if plain else ""
    place = sentence.place_in(start, start + len(clause))
    between = sentence.folded[start + position + len(name) : quantity.outer_start]
    shaped = _shaped(sentence, clause, name, quantity)
    ids = () if between.endswith("的") and shaped != SHARE else measured_by(shaped, between, quantity)
    return Subject(ids, name, before, between, None, place, "shape" if ids else "words")


def _shaped(sentence: Sentence, clause: str, name: str, quantity: Quantity) -> str | None:
    """The indicator that the shape of a name, or the words about its number, make of it."""
    if dimension(quantity.unit_text) == "ratio" and is_share_of_purse(
        clause, sentence.folded, quantity.outer_end
    ):
        return SHARE
    return (
        id_of_shape(name)
        or share_of_product(name)
        or covered(sentence, name, quantity)
        or of_dwellings(clause, name, quantity)
        or of_projects_above(sentence, clause, name)
    )


def measured_by(shaped: str | None, between: str, quantity: Quantity) -> tuple[str, ...]:
    """The indicator of a name by its shape, where the number can be its value; 通油路达到85% is no length."""
    if not shaped:
        return ()
    grows = CHANGES.search(between) is not None
    ids = fitting((shaped,), quantity.unit_text, quantity.rank, grows)
    is_share = quantity.unit_text == PER_CENT and not quantity.rank and not grows
    return tuple(one for one in ids if not is_share or CANONICAL_UNIT[one] in RATIO_UNITS)
