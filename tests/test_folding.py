"""A folded text keeps the length and the offsets of the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhibiao.folding import fold

FORMS = [
    ("增长５．５％，达到（１）", "增长5.5%,达到(1)"),
    ("PM₁₀浓度35μg/m³", "PM10浓度35μg/m3"),
    # a per mille in two characters ends no sentence
    ("人口自然增长率控制在6.3％。以内；", "人口自然增长率控制在6.3%o以内;"),
    ("人口出生率9.08％。，自然增长率4％。", "人口出生率9.08%o,自然增长率4%。"),
    # a full stop does
    ("财政收入增长15％。以上指标", "财政收入增长15%。以上指标"),
    ("合格率超过98％。和龙入选", "合格率超过98%。和龙入选"),
    ("财政支出增长51.9％。，财政收入", "财政支出增长51.9%。,财政收入"),
    # a year written digit by digit
    ("二〇一五年至二○二○年，一九九八—二00一年", "2015年至2020年,1998—2001年"),
    # and what is none
    ("二百一十年，一九分，二零四队，二〇二二", "二百一十年,一九分,二零四队,二〇二二"),
]


@pytest.mark.parametrize(("text", "folded"), FORMS)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(fold(text)) == len(text)
