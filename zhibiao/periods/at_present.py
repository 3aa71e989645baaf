"""What a plan tells of the present: 现行16%的税率; 目前,我市人均生产总值只有全国的80%."""

from __future__ import annotations

import re

from zhibiao.lexicon import DIVISION

# In a plan, what is so now was so at the end of the year before: 现行16%的税率, 现有贫困人口151.7万人, 已精简的319项.
CURRENT = re.compile(
    r"现(?:行(?<![实按]现行)|有(?!基础)|在(?<![实体出表呈发比较]现在))[^,。;、\d砍减压缩简消]{0,10}$"
    r"|目前(?<![比较]目前)[^,。;、\d砍减压缩简消]{0,10}$|已[一-鿿]{1,4}的$"
    # 我省城市化水平比全国低4个百分点, 研发支出占GDP比重仅为1.8%、低于全省0.3个百分点
    rf"|(?:^|[。;:\n])我[国{DIVISION}][^,。;、\d要将会能拟使再]{{2,8}}(?:比全[国{DIVISION}]低|跃上)$"
    rf"|(?:比重|率|水平|强度)仅为(?:[\d.]+%、[低落]于全[国{DIVISION}])?$"
    # 在原有3个示范镇的基础上增加2个
    r"|在(?:原有|原来)的?$"
)
# 我国有2.9亿在校学生,要…
WE_HAVE, HAS = (
    re.compile(rf"(?:^|[,。;:\n])(?:我[国{DIVISION}]|境内)[还现共建]?有[约近]?$"),
    ("有", "有约", "有近"),
)
OPENS = re.compile(
    r"(?:^|[。;:\n])[^,。;:]{0,4}(?:目前|现阶段|当前),"
    r"[^,。;\d]{2,20}(?:只有|仅|还有|尚有|不足|率[为是]|占|以每年|每年以)[^,。;\d]{0,12}"
    r"(?:[\d.]+[^,。;\d]{1,4},[^,。;\d]{0,4}(?:[低高]于|落后于?|比)[^,。;\d]{2,12})?$"
)
REACH, COMMA = 60, "前,"


def opens_with_now(text: str, end: int) -> bool:
    """Say whether the sentence up to the number at ``end`` opens with 目前 and tells a state.

    >>> opens_with_now("目前,我市城镇化率仅为", 11), opens_with_now("目前,要新建", 6)
    (True, False)
    """
    start = max(0, end - REACH)
    return text.find(COMMA, start, end) >= 0 and OPENS.search(text, start, end) is not None


def is_current(text: str, start: int, end: int) -> bool:
    """Say whether the words of a span, up to the number behind it, tell what is so at present."""
    if CURRENT.search(text, start, end) or opens_with_now(text, end):
        return True
    return text.endswith(HAS, start, end) and WE_HAVE.search(text, start, end) is not None
