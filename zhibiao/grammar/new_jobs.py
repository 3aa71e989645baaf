"""Jobs added, told behind their number: ``新增8万个就业岗位``."""

from __future__ import annotations

import re

from zhibiao.grammar.names import INDICATOR_OF_NAME, fits
from zhibiao.grammar.phrases import leaves_whole
from zhibiao.grammar.sentence import Sentence
from zhibiao.model import Quantity

JOBS = re.compile(r"(?:城镇|城乡)?(?:就业岗位|(?:就业|从业)人员)(?=[,;。:!?、\n]|$)")
ADDED = re.compile("(?:新增|净增)加?(?:了|近|约)?$")
LIST_EDGE = " *、,和及"


def new_jobs_behind(sentence: Sentence, quantity: Quantity, start: int) -> tuple[str, int]:
    """Return the id of the region's jobs added and where their name ends; an empty id where none are told."""
    folded = sentence.folded
    found = JOBS.match(folded, quantity.outer_end)
    added = ADDED.search(folded, start, quantity.outer_start) if found else None
    if found is None or added is None:
        return "", 0
    indicator = INDICATOR_OF_NAME.get(added.group()[:2] + found.group(), "")
    if not indicator or not fits(indicator, quantity.unit_text, quantity.rank):
        return "", 0
    words = sentence.without_places(start, added.start())[1].strip(LIST_EDGE)
    return (indicator, found.end()) if leaves_whole(words, (indicator,)) else ("", 0)
