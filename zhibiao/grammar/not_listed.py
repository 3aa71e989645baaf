"""What stands in a list of the year's targets and is no target of the region's year: means, and other places."""

from __future__ import annotations

import re

from zhibiao.model import Figure
from zhibiao.periods.span_end import MEAN_OVER_YEARS

YEARLY_MEAN = re.compile(f"{MEAN_OVER_YEARS}|每年")
YEARLY_MEAN_REACH = 12
BRACKET_REACH = 60
OF_ITSELF = re.compile(r"\((?:不?含|其中|[剔扣]除|不?包括|即|现价|可比)")


def is_yearly_mean(folded: str, figure: Figure) -> bool:
    """Say whether a figure is told as a mean of several years (年均), which is no target of one."""
    reach = max(0, figure.char_start - YEARLY_MEAN_REACH)
    return YEARLY_MEAN.search(folded, reach, figure.char_start) is not None


def is_of_another(folded: str, figure: Figure, region_code: str | None) -> bool:
    """Say whether a figure is no target of the region: 洛阳市提出生产总值增长7%, 投资增长8%(甲县10%、乙县6%)."""
    if region_code and figure.region_text is not None and figure.region_code not in (None, region_code):
        return True
    reach = max(0, figure.char_start - BRACKET_REACH)
    opened = folded.rfind("(", reach, figure.char_start)
    if opened <= folded.rfind(")", reach, figure.char_start) or OF_ITSELF.match(folded, opened):
        return False
    return figure.indicator_id is None or figure.region_code != region_code or bool(figure.entity_text)
