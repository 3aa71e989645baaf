"""A target is a target by its own words, also where nothing tells the document's years."""

from __future__ import annotations

import pytest

from zhibiao.extract import extract
from zhibiao.model import Status
from zhibiao.profile import profile


def statuses(text: str) -> list[Status]:
    found = profile(text)
    assert found.plan_year is None
    return [figure.status for figure in extract(text, found, "document").figures]


@pytest.mark.parametrize(
    "text",
    [
        "报告提出，今年地区生产总值增长6.5%左右，城镇新增就业5万人。",
        "2024年，焦作GDP预期增长6.8%。",
        "今年，焦作将新建学校20所。",
        "确保规上工业增加值增长7%。",
        "全市计划改造老旧小区88个。",
    ],
)
def test_words_of_intent_make_targets(text: str) -> None:
    assert set(statuses(text)) == {Status.TARGET}


@pytest.mark.parametrize(
    "text",
    [
        "2023年，全市生产总值增长5.5%，财政收入增长7%。",
        "去年新建学校20所，比上年多3所。",
        "全市完成年度计划的105%。",
        "已改造老旧小区88个。",
    ],
)
def test_what_is_told_as_done_stays_so(text: str) -> None:
    assert Status.TARGET not in statuses(text)
