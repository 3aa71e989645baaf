"""What stands in the way of reading is left out, and every span is still one of the text as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhibiao.extract import extract
from zhibiao.legible import legible
from zhibiao.model import Bound, Profile, Reason

PROFILE = Profile(region_code="410800", plan_year=2024, review_year=2023)
READ = [
    ("生產(chǎn)總值", "生產總值"),
    ("主要預(yù)期目標(biāo)", "主要預期目標"),
    ("生产总值（GDP）", "生产总值（GDP）"),
    ("产(qian)值", "产(qian)值"),  # no tone: a word, or a name
    ("增长<strong>5%</strong>", "增长5%"),
    ('地区生产<span style="color:red">总</span>值', "地区生产总值"),
    ("p<5%且q>3", "p<5%且q>3"),
    ("增长6.5&nbsp;%", "增长6.5%"),
    ("5&nbsp;6", "5 6"),
    ("增长&gt;5.3%", "增长>5.3%"),
    ("2235\u200b亿元", "2235亿元"),
    # an index that stood lower on the page, and a line that ends with the letters
    ("PM\n2.5\n年平均浓度下降，PM\n10\n浓度", "PM2.5年平均浓度下降，PM10浓度"),
    ("治理PM\n10个项目\n2.5\n", "治理PM\n10个项目\n2.5\n"),
    # blanks that a page has put beside numbers and stops, in a line of prose
    ("生产总值增长 8.5 % ，投资达到 120 亿元。 2015年", "生产总值增长8.5%，投资达到120亿元。2015年"),
    ("新增 5A级景区 1个、 4A级景区 2个。", "新增5A级景区1个、4A级景区2个。"),
    ("粮食 万吨 120 8.5", "粮食 万吨 120 8.5"),  # the cells of a table
    ("棉纱 1，328 万件 8．1", "棉纱 1，328 万件 8．1"),
    ("### 1 扩大需求，稳定增长。", "### 1 扩大需求，稳定增长。"),  # the number of an item
    ("“十五 2005年收官，”", "“十五 2005年收官，”"),
]
WRAPPED = """2023年，全市地区生产总值2235亿元，增长
4.5%；城镇新增就业6.2万人；人均可支配收入
增长6.1%；常住人口352万人；用水总量12亿
立方米。全市粮食产量稳定增长，城乡面貌焕然
一新，社会大局保持稳定。
"""
PAGES = "\n\n— {} —\n\n政府工作报告\n\n"


@pytest.mark.parametrize(("text", "read"), READ)
def test_legible(text: str, read: str) -> None:
    assert legible(text).text == read


@given(
    st.lists(
        st.sampled_from([*"产值a1&<>(ǎ)\n \u200b", "&nbsp;", "&gt;", "<b>", "</p>", "(chǎn)"]), max_size=30
    ).map("".join)
)
def test_each_sign_stands_where_it_stood(text: str) -> None:
    found = legible(text)
    for place, sign in enumerate(found.text):
        start, end = found.span(place, place + 1)
        assert end == start + 1
        assert text[start] == sign or text[start] in "&<"


def values(text: str) -> list[tuple[str, str | None]]:
    figures = extract(text, PROFILE, "d").figures
    assert all(text[one.char_start : one.char_end] == one.value_text for one in figures)
    return [(one.value_text, one.indicator_id) for one in figures]


def test_lines_of_one_width_are_joined() -> None:
    assert values(WRAPPED) == [
        ("2235亿元", "gdp"), ("4.5%", "gdp"), ("6.2万人", "new_urban_jobs"), ("6.1%", "resident_income"),
        ("352万人", "resident_population"), ("12亿\n立方米", None),
    ]  # fmt: skip
    (finding,) = extract(WRAPPED, PROFILE, "d").findings
    assert finding.check_name == "hard_wrapped_lines"


INDENTED = """　　一、2023年工作回顾
　　前三季度，全市实现地区生产总值1887.2亿元、总量居全省第6位，同比增长（下同）
3.1%、增速居全省第6位；规模以上工业增加值增长4.5%；全社会固定资产投资增长9.7%；
社会消费品零售总额872.3亿元，增长3.6%，一般公共预算收入151.4亿元、同口径增长
8.3%，城乡居民人均可支配收入37533元、15221元，“十四五”规划目标任务“半程过
半”全部实现。
　　二是持续改善民生。城镇新增就业6.2万人，新改建农村公路320公里，改造老旧小区
136个、惠及居民2.1万户，新增公办学位1.3万个。
　　三是持续改善生态。
　　四是持续深化改革，新增经营主体2.6万户。
"""


def test_where_paragraphs_begin_with_white_every_other_line_goes_on_with_the_one_before() -> None:
    lines = legible(INDENTED).text.splitlines()
    assert [line.strip("\u3000")[:4] for line in lines] == [
        "一、20",
        "前三季度",
        "二是持续",
        "三是持续",
        "四是持续",
    ]
    assert "同比增长（下同）3.1%、" in lines[1]
    assert "增长9.7%；社会消费品" in lines[1]
    assert lines[1].endswith("“半程过半”全部实现。")


def test_over_the_end_of_a_page() -> None:
    first, second = (
        WRAPPED.replace("亿\n立", f"亿{PAGES.format(1)}立"),
        WRAPPED.replace("长\n4", f"长{PAGES.format(2)}4"),
    )
    found = values(first + second)
    assert [one[1] for one in found] == [one[1] for one in values(WRAPPED) * 2]
    numerals = extract(first + second, PROFILE, "d").numerals
    assert [one.reason for one in numerals if one.numeral_text in ("1", "2")] == [Reason.OTHER] * 2


@pytest.mark.parametrize(
    "text",
    [
        "地区生产总值增长6.5%左右；\n规上工业增加值增长7.5%以上；\n固定资产投资增长8%左右；\n社会消费品零售增长7%；\n一般公共预算增长5%；\n",
        "一、地区生产总值增长6.5%左右\n二、规上工业增加值增长7.5%\n三、固定资产投资增长8%左右\n四、社会消费品零售增长7%\n五、税收增长5%\n",
        "新建学校十二所惠及万名学生\n新建医院三所惠及十二万人\n",
        f"{'各位代表' * 50}\n现在我代表市政府向大会报告\n",
    ],
)
def test_items_and_paragraphs_stay_apart(text: str) -> None:
    assert legible(text).text == text


def test_a_comparison_sign_is_a_bound_and_a_tag_is_none() -> None:
    (one,) = extract("生产总值增长&gt;5.3%。", PROFILE, "d").figures
    assert one.bound is Bound.AT_LEAST
    (other,) = extract("生产总值增长<strong>5.3%</strong>。", PROFILE, "d").figures
    assert other.bound is Bound.EXACT


def test_a_quote_is_bounded_where_a_sentence_has_no_end() -> None:
    row = "<tr><td>工业投资</td><td>12.5亿元</td><td>3.4%</td></tr>"
    figures = extract(f"<table>{row * 400}</table>", PROFILE, "d").figures
    assert len(figures) == 800
    assert max(len(one.quote) for one in figures) < 700
    assert all(one.value_text in one.quote for one in figures)


def test_an_ordinary_sentence_is_quoted_whole() -> None:
    text = f"生产总值增长5%，{'城乡面貌焕然一新，' * 40}投资增长6%。"
    assert {one.quote for one in extract(text, PROFILE, "d").figures} == {text}


def test_names_of_signs_are_the_signs_they_name() -> None:
    bounded, named = extract(
        "PM2.5&le;35微克/立方米，&ldquo;五&middot;一&rdquo;游客12万人次。", PROFILE, "d"
    ).figures
    assert bounded.bound is Bound.AT_MOST
    assert named.indicator_text == "“五·一”游客"
    (rate,) = extract("人口自然增长率4.12&permil;。", PROFILE, "d").figures
    assert (rate.value_text, rate.unit) == ("4.12&permil;", "‰")
