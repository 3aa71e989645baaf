"""What holds for every text: spans that hold, a ledger that covers, the same result twice, no exception."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from torture.texts.holding import faults_of_extraction
from torture.texts.making import HEADINGS, NAMES, NUMBERS, SIGNS, WORDS
from zhibiao.extract import extract
from zhibiao.model import Profile
from zhibiao.profile import profile

# Pieces of reports, whole and torn, that a text may be made of in any order.
PIECES = st.one_of(*map(st.sampled_from, (HEADINGS, NAMES, WORDS, NUMBERS, SIGNS)))
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


@given(TEXTS, PROFILES)
@example(", 分别值0.0", Profile())  # a list without names
@example("０%", Profile())  # the ledger quotes the text, not what it was folded to
@settings(max_examples=300)
def test_whatever_the_text_says(text: str, of: Profile) -> None:
    found = extract(text, of, "document")
    assert list(faults_of_extraction(text, found)) == []
    assert extract(text, of, "document") == found


@given(TEXTS)
@settings(max_examples=100)
def test_whatever_a_text_says_of_itself(text: str) -> None:
    of = profile(text)
    assert of == profile(text)
    extract(text, of, "document")


@given(
    st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False, allow_infinity=False),
    st.sampled_from(["%", "亿元", "万人", "个百分点", "家"]),
    st.sampled_from(["", "左右", "以上", "以内"]),
)
@settings(deadline=None)
def test_a_number_is_the_figure_it_is_written_as(number: Decimal, unit: str, qualifier: str) -> None:
    (figure,) = extract(f"固定资产投资达到{number}{unit}{qualifier}。", Profile(), "document").figures
    assert (figure.number, figure.unit_text, figure.bound_text) == (number, unit, qualifier or None)
