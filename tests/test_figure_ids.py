"""Each figure of a document has an id of its own, also where one number is that of several things."""

from __future__ import annotations

import pytest

from zhibiao.extract import extract
from zhibiao.profile import profile


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("学校、医院各3所。", 2),
        ("发电量、用电量双双增长6%。", 2),
        # two names that are cut to the same word are one
        ("全年签约项目、开工项目、投产项目均达到100个以上。", 2),
    ],
)
def test_rows_of_one_number_have_ids_of_their_own(sentence: str, rows: int) -> None:
    figures = extract(sentence, profile(sentence), "0" * 64).figures
    assert len(figures) == rows
    assert len({figure.figure_id for figure in figures}) == rows
