"""What holds for every text: spans that hold, a ledger that covers, the same result twice, no exception."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from zhibiao.extract import extract
from zhibiao.folding import fold
from zhibiao.model import Bound, Extraction, Profile
from zhibiao.profile import profile

# Pieces of reports, whole and torn, that a text may be made of in any order.
HEADINGS = [
    "一、2023年工作回顾\n",
    "二、2024年工作安排\n",
    "## 1 发展为首\n",
    "（一）",
    "——",
    "●",
    "1.",
    "| ",
    "\n",
    "\n\n",
]
NAMES = [
    "地区生产总值",
    "固定资产投资",
    "城乡居民人均可支配收入",
    "存贷款余额",
    "三次产业",
    "舞钢市",
    "全省",
    "开发区",
    "PM2.5",
]
VERBS = [
    "分别增长",
    "均增长",
    "各",
    "达到",
    "由",
    "提高到",
    "占",
    "比重",
    "其中",
    "确保",
    "力争",
    "居全省",
    "高于全国",
    "新增",
]
NUMBERS = [
    "3.6%",
    "6%—6.5%",
    "１２％",
    "**22**家",
    "百分之八",
    "两番",
    "第4位",
    "第一",
    "1,234.5亿元",
    "5个百分点",
    "&permil;",
    "1/3",
]
NO_FIGURES = [
    "2023年",
    "1-11月",
    "尼龙66",
    "5G",
    "12345热线",
    "第十二届",
    "“十四五”",
    "10.16",
    "18.8:43.2:38",
    "2026年2月7日",
]
SIGNS = [
    "，",
    "、",
    "；",
    "。",
    "：",
    "（",
    "）",
    "“",
    "”",
    "以上",
    "左右",
    "和",
    "主要预期目标是：",
    "\u3000",
    " ",
    "\r\n",
    "\u2028",
]
PIECES = st.sampled_from(HEADINGS + NAMES + VERBS + NUMBERS + NO_FIGURES + SIGNS)
REPORTS = st.lists(PIECES, max_size=40).map("".join)
TEXTS = st.one_of(
    st.text(max_size=80), REPORTS, st.builds("{}{}{}".format, REPORTS, st.text(max_size=20), REPORTS)
)
PROFILES = st.builds(
    Profile,
    region_code=st.sampled_from([None, "410400", "410000", "000000", "999999"]),
    plan_year=st.sampled_from([None, 1983, 2006, 2024]),
    review_year=st.sampled_from([None, 2023]),
)


def digits_of(found: Extraction, text: str) -> list[tuple[int, int]]:
    assert all(text[one.char_start : one.char_end] == one.numeral_text for one in found.numerals)
    return sorted((one.char_start, one.char_end) for one in found.numerals)


@given(TEXTS, PROFILES)
@example(", 分别值0.0", Profile())  # a list without names
@example("０%", Profile())  # the ledger quotes the text, not what it was folded to
@settings(max_examples=300, deadline=None)
def test_whatever_the_text_says(text: str, of: Profile) -> None:
    found = extract(text, of, "document")

    # every span is the text's own, and every figure and target has an id of its own
    for figure in found.figures:
        assert text[figure.char_start : figure.char_end] == figure.value_text != ""
    for target in found.qualitative_targets:
        assert text[target.char_start : target.char_end] == target.target_text != ""
    ids = [figure.figure_id for figure in found.figures]
    ids += [target.target_id for target in found.qualitative_targets]
    assert len(ids) == len(set(ids))

    # every run of Arabic digits stands in exactly one row of the ledger, and a row says one thing
    spans = digits_of(found, text)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for run in re.finditer("[0-9]+", fold(text)):
        assert sum(start <= run.start() and run.end() <= end for start, end in spans) == 1
    for numeral in found.numerals:
        assert (numeral.figure_id is None) != (numeral.reason is None)
        assert numeral.figure_id is None or numeral.figure_id in ids

    # a range has an upper number (and 8—10%以上, whose bound is the qualifier's, has one too)
    for figure in found.figures:
        assert figure.number_high is not None or figure.bound is not Bound.RANGE

    assert extract(text, of, "document") == found


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_whatever_a_text_says_of_itself(text: str) -> None:
    of = profile(text)
    assert of == profile(text)
    extract(text, of, "document")


@given(
    st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False, allow_infinity=False),
    st.sampled_from(["%", "亿元", "万人", "个百分点", "家"]),
    st.sampled_from(["", "左右", "以上", "以内"]),
)
def test_a_number_is_the_figure_it_is_written_as(number: Decimal, unit: str, qualifier: str) -> None:
    (figure,) = extract(f"固定资产投资达到{number}{unit}{qualifier}。", Profile(), "document").figures
    assert (figure.number, figure.unit_text, figure.bound_text) == (number, unit, qualifier or None)
