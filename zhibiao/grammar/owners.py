"""Who owns firms: what is told of those of the state, or of private ones, is not told of all that there are."""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import alternatives
from zhibiao.lexicon import DIVISION

OF_THE_STATE = rf"(?:(?:[{DIVISION}]|地方)[属管]|[{DIVISION}]级国有|{alternatives('owner_state')})"
FIRMS = rf"(?:{alternatives('firm')}|国企)"
# 省属企业资产总额达到2.7万亿元,工业总产值突破1万亿元: of those who are owned by somebody
OWNED = re.compile(
    rf"(?:{OF_THE_STATE}|{alternatives('owner_not_the_state', 'owner_foreign')}|央地|上市|驻[一-鿿])"
    rf"[^,;。]{{0,6}}{FIRMS}[^,;。]*{alternatives('owned_amount')}"
)
# 省属企业创新导向更加突出,研发经费投入增长15.6%: a clause on the state's firms, which the next one goes on with
STATE_FIRMS = re.compile(
    rf"[,;\s]*(?:全[{DIVISION}])?(?:{OF_THE_STATE}+(?:{alternatives('state_firm_kind')})*{FIRMS}|{alternatives('firm_of_the_state')})"
    r"[^,;。\d]{2,20},"
)
# 已获外贸经营权的民营企业达27337家,出口总额187.8亿美元
TRADERS = re.compile(rf"(?:{alternatives('owner_not_the_state', 'owner_foreign')}|外商[^,]{{0,4}})企业")
# 民营经济占生产总值的60%: a part of the economy by who owns it, or where it lies
OF_SOME_OWNERS = alternatives("owner_not_the_state")
PART_OF_ECONOMY = rf"(?:{OF_SOME_OWNERS}|县域|园区)经济"
