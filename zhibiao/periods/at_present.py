"""A sentence of a plan that opens with the present, and tells a state: 目前,我市人均生产总值只有全国的80%."""

from __future__ import annotations

import re

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
