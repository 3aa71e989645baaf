"""A clause that ranks or arranges the subject before it, and names none of its own: 居全国第五, 具体任务按7%安排."""

from __future__ import annotations

import re

from zhibiao.grammar.among import PLACES_CLIMBED, climbs_places, ranks_last_again
from zhibiao.grammar.arranged import arranges_last
from zhibiao.grammar.beside import is_beside
from zhibiao.model import Quantity

RANKED = re.compile(
    r"[\s*,]*(?:[这上述以]{0,2}[两三四五六][项大](?:主要|核心)?(?:经济)?指标)?(?:并|且|连续[^,]{1,5}年|增速|增幅|总量|增量|[、和与及]|稳|位|跃|名|仍|均|都|分别|继续|始终|一直)*(?:[居列排]|保持全|跻身全|跻身世界)"
)


def ranks_or_arranges(folded: str, start: int, clause: str, quantity: Quantity) -> bool:
    """Say whether a clause ranks the subject before it (居全国…第), or arranges it (具体任务按7%安排)."""
    ranks = quantity.rank and (RANKED.match(folded, start, quantity.start) or ranks_last_again(clause))
    if not ranks and climbs_places(quantity, clause):
        ranks = ranks_last_again(PLACES_CLIMBED.sub("", clause))  # 在全国大中城市排名前移1位
    return bool(ranks) or arranges_last(clause) or is_beside(clause)
