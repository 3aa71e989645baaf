"""What is an expression of time, and where it begins and ends."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhibiao.folding import fold
from zhibiao.periods import scan_periods


def words(text: str) -> list[str]:
    folded = fold(text)
    return [folded[one.start : one.end] for one in scan_periods(folded)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年全市", ["2023年"]),
        ("而1956年这一年就增加", ["1956年这一年"]),
        ("力争三到五年内达到", ["三到五年内"]),
        ("用3年时间", ["3年时间"]),
        ("2013年2月17日，国务院", ["2013年2月17日"]),
        ("**2023**年全市", ["2023**年"]),
        ("●1-11月，工业增加值", ["1-11月"]),
        ("1—9月份完成", ["1—9月份"]),
        ("2023年１－１１月，", ["2023年1-11月"]),
        ("截至11月底，362个", ["截至11月底"]),
        ("到2020年建成", ["到2020年"]),
        ("达到2020年的水平", ["2020年"]),
        ("到“十四五”末，", ["到“十四五”末"]),
        ("2020年底前完成", ["2020年底"]),
        ("去年底开工", ["去年底"]),
        ("前三季度增长", ["前三季度"]),
        ("去年前三季度增长", ["去年前三季度"]),
        ("二季度回升", ["二季度"]),
        ("今年上半年", ["今年上半年"]),
        ("前11个月", ["前11个月"]),
        ("五年来，我们", ["五年来"]),
        ("5年来，我们", ["5年来"]),
        ("过去五年，近三年", ["过去五年", "近三年"]),
        ("今后5年，未来三年", ["今后5年", "未来三年"]),
        ("三年累计投入", ["三年"]),
        ("今明两年解决", ["今明两年"]),
        ("1998—2002年平均", ["1998—2002年"]),
        ("（2013－2020）", ["2013-2020"]),
        ("2011、2012年", ["2011", "2012年"]),
        ("第九个五年计划期间", ["第九个五年计划"]),
        ("“七五”期间，八五期间", ["“七五”", "八五"]),
        ("一九四九年至一九五二年", ["1949年至1952年"]),
        ("到二〇三五年，二○○二年", ["到2035年", "2002年"]),
        ("本届政府任期以来", ["本届政府任期以来"]),
        ("回眸2023", ["2023"]),
        ("2023 结构质量提升", ["2023"]),
        ("2024-01-14 08:30:00", ["2024-01-14 08:30:00"]),
        ("相关文章\n01-14\n北京市", ["01-14"]),
        ("20世纪90年代以来", ["20世纪90年代以来"]),
        ("2013年以来", ["2013年以来"]),
    ],
)
def test_is_an_expression_of_time(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "连续5年荣获",  # a duration
        "实施3年行动计划",  # a name
        "国企改革三年行动",
        "成立40周年",  # an ordinal
        "9年义务教育",
        "学前三年毛入园率",
        "提前一年完成",
        "提前4个月建成",
        "比重调整为12:46:42",
        "三年内给予",
        "3个月以内",
        "年产2000吨",  # quantities that look like years
        "新增企业2023家",
        "2000-2500吨",
        "三次产业结构18.8:43.2:38",
        "国办发〔2013〕35号",
        "五位一体，十五个项目",
        "“七五”普法",
        "PM2.5浓度",
        "每年、年均、同比",
    ],
)
def test_is_none(text: str) -> None:
    assert words(text) == []


def test_the_beginning_of_a_year_is_not_read_into_a_junior_school() -> None:
    assert words("2019年初中毕业生，2019年初") == ["2019年", "2019年初"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024年", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024年2月", date(2024, 2, 1), date(2024, 2, 29)),
        ("2020年上半年", date(2020, 1, 1), date(2020, 6, 30)),
        ("“十四五”时期", date(2021, 1, 1), date(2025, 12, 31)),
        ("“六五”期间", date(1981, 1, 1), date(1985, 12, 31)),
        ("第九个五年计划", date(1996, 1, 1), date(2000, 12, 31)),
        ("1998—02年", date(1998, 1, 1), date(2002, 12, 31)),
    ],
)
def test_absolute_dates(text: str, first: date, last: date) -> None:
    (expression,) = scan_periods(text)
    assert (expression.first, expression.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "比上年增长",
        "较2015年下降",
        "比去年同期",
        "与2020年相比",
        "同1978年比较",
        "与上年基本持平",
        "按2000年价格计算",
        "是2015年的2.5倍",
        "在2005年基础上",
        "为1955年的98.88%",
        "不低于去年人均消费支出的30%",
    ],
)
def test_a_benchmark_is_no_period(text: str) -> None:
    assert [one.is_comparison for one in scan_periods(text)] == [True]


@pytest.mark.parametrize("text", ["2020年增长5%", "超过2020年开工的项目", "降为2020年的5%", "由2015年的12%"])
def test_no_benchmark(text: str) -> None:
    assert [one.is_comparison for one in scan_periods(text)] == [False]


@pytest.mark.parametrize(
    "text", ["《规划纲要(2013—2020年)》", "改革发展规划(2013—2020)", "“十四五”规划确定的项目", "年初确定的"]
)
def test_does_not_govern(text: str) -> None:
    assert [one.governs for one in scan_periods(text)] == [False]


TIMES = [
    "2023年",
    "1-11月",
    "截至",
    "到",
    "“十四五”",
    "五年来",
    "比上年",
    "去年",
    "底",
    "(",
    ")",
    "《",
    "》",
    "的",
    "7",
    "-",
    "、",
    "\n",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(TIMES)).map("".join)))
def test_spans_hold_for_any_text(text: str) -> None:
    folded = fold(text)
    found = scan_periods(folded)
    assert all(0 <= one.start < one.end <= len(folded) for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert scan_periods(folded) == found


@given(st.integers(1900, 2099))
def test_every_year_is_read_back(year: int) -> None:
    (expression,) = scan_periods(f"{year}年")
    assert expression.first is not None
    assert expression.first.year == year
    chinese = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    (expression,) = scan_periods(f"{chinese}年")
    assert expression.first is not None
    assert expression.first.year == year
