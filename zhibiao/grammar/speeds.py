"""The growth of an indicator, told before its name: ``保持8%以上的固定资产投资增速``."""

from __future__ import annotations

import re

from zhibiao.grammar.measure_clues import PARTS
from zhibiao.grammar.names import dimension, fitting
from zhibiao.grammar.phrases import is_prefix, leaves_whole
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject
from zhibiao.model import Quantity

# Whose growth it is, which must end with an indicator's name, and the word for growth; no sign or digit in them.
GROWTH = re.compile(
    r"的(?P<whose>[一-鿿]{3,20}?)(?P<growth>增速|增幅|涨幅|降幅|增长率|增长速度)(?:预期)?(?:目标)?"
)


def growth_behind(sentence: Sentence, quantity: Quantity, start: int) -> Subject | None:
    """Return the indicator whose growth stands behind a percentage; None where none does.

    ``start`` is where the words of the number's clause begin. Where anything but function words stands before the
    name, or before the number, the growth is that of a part or a benchmark, and has no id.
    """
    if dimension(quantity.unit_text) not in PARTS:
        return None
    found = GROWTH.match(sentence.folded, quantity.outer_end, sentence.end)
    if found is None:
        return None
    names = sentence.names
    name = names.last_in(found.start("whose"), found.end("whose"))
    if name is None or names.ends[name] != found.end("whose"):
        return None
    words = sentence.folded[found.start("whose") : names.starts[name]]
    before = sentence.folded[start : quantity.outer_start]
    whole = leaves_whole(words, names.ids[name]) and is_prefix(before.strip(" *,、"))
    ids = fitting(names.ids[name], quantity.unit_text, quantity.rank, grows=True) if whole else ()
    sentence.consumed = found.end()
    return Subject(ids, found["whose"] + found["growth"], before, "", rule="growth_before_name")
