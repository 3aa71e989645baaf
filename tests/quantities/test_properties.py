"""What holds for every text, and for every number that is written in a notation we know."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zhibiao.folding import fold
from zhibiao.model import Bound
from zhibiao.quantities import scan
from zhibiao.quantities.numerals import chinese

SIGNS = (
    "0123456789.,:、%‰万亿千百个家元人年月日号第前一二两十点分之至到-—~/+*_ \n"
    "“”《》()[]超约以上下左右多余$aA强"
)
TEXTS = st.one_of(st.text(alphabet=SIGNS, max_size=60), st.text(max_size=40))
NUMBERS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)
UNITS = st.sampled_from(["%", "亿元", "万人", "个", "家", "公里", "个百分点", "微克/立方米", "万农户"])


@given(TEXTS)
@example("0+十元")
@settings(max_examples=500)
def test_every_run_of_digits_is_covered_once(text: str) -> None:
    folded = fold(text)
    found = scan(folded)
    spans = sorted([(one.start, one.end) for one in found.quantities] + [c[:2] for c in found.excluded])
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for run in re.finditer("[0-9]+", folded):
        assert sum(start <= run.start() and run.end() <= end for start, end in spans) == 1
    for one in found.quantities:
        assert one.outer_start <= one.start < one.end <= one.outer_end
    assert scan(folded) == found


def written(number: Decimal) -> list[str]:
    plain = format(number, "f")
    return [plain, format(number, ",f"), "".join(chr(ord(sign) + 0xFEE0) for sign in plain), f"**{plain}**"]


@given(NUMBERS, UNITS, st.integers(0, 3))
def test_a_number_is_read_back(number: Decimal, unit: str, notation: int) -> None:
    text = f"达到{written(number)[notation]}{unit}，"
    (one,) = scan(fold(text)).quantities
    assert (one.number, one.unit_text, one.bound) == (number, unit, Bound.EXACT)


@given(NUMBERS, NUMBERS, UNITS, st.sampled_from(["-", "－", "—", "～", "~", "至", "到"]), st.booleans())
def test_a_range_is_read_back(one: Decimal, other: Decimal, unit: str, to: str, twice: bool) -> None:
    low, high = sorted((one, other))
    if low == high:
        return
    (found,) = scan(fold(f"增长{low}{unit if twice else ''}{to}{high}{unit}。")).quantities
    assert (found.number, found.number_high, found.bound) == (low, high, Bound.RANGE)


def in_chinese(number: int) -> str:
    if number >= 10000:
        rest = number % 10000
        below = ("零" if rest < 1000 else "") + in_chinese(rest) if rest else ""
        return f"{in_chinese(number // 10000)}万{below}"
    text, gap = "", False
    for step, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, step)
        if digit:
            text += ("零" if gap else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        elif text:
            gap = True
    return text


@given(st.integers(1, 99_999_999))
def test_a_chinese_number_is_read_back(number: int) -> None:
    assert chinese(in_chinese(number)) == number


PIECES = ["1 ", "111,", "1.", "一", "1、", "1:", "1-", "第", "“1", "《1", "1/2", "1+", "百分之", "[1", "1个"]


@pytest.mark.parametrize("piece", PIECES)
def test_long_lines_stay_linear(piece: str) -> None:
    started = process_time()
    scan(piece * (20_000 // len(piece)))
    assert process_time() - started < 3  # some 0.3 s; minutes where a pattern runs back and forth
