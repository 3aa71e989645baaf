"""Which period a figure has: its sentence's, else its section's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zhibiao.model import Measure
from zhibiao.outline import Line, Role
from zhibiao.periods import period_before, period_of, scan_periods
from zhibiao.periods.governing import Dated

PLAN_YEAR, REVIEW_YEAR = 2024, 2023


def line(role: Role, length: int, span: tuple[int, int] | None = None, now: int = PLAN_YEAR) -> Line:
    year = span[1] if span else REVIEW_YEAR if role in (Role.REVIEW, Role.PROBLEMS) else PLAN_YEAR
    known = None if role in (Role.NOTES, Role.FRONT, Role.OTHER) else year
    return Line(0, length, 0, "paragraph", None, 0, "", role, known, span, now)


def period(
    text: str,
    role: Role,
    measure: Measure = Measure.LEVEL,
    span: tuple[int, int] | None = None,
    reader: Callable[..., Dated] = period_of,
) -> str:
    """Return the period of the figure in ⟦ ⟧ in the notation of the labels: 2023, 2021/2025, /2023-11-30."""
    start, end = text.index("⟦"), text.index("⟧") - 1
    plain = text.replace("⟦", "").replace("⟧", "")
    found = reader(
        plain, line(role, len(plain), span), scan_periods(plain), start, end, measure, PLAN_YEAR, REVIEW_YEAR
    ).period
    first, last = found.start, found.end
    if last is None:
        return ""
    if first is None:
        return f"/{last}"
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return f"{first}/{last}"
    return str(last.year) if first.year == last.year else f"{first.year}/{last.year}"


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("城镇新增就业⟦8.8万人⟧", Role.REVIEW, "2023"),
        ("城镇新增就业⟦7.8万人⟧", Role.PLAN, "2024"),
        ("全年完成⟦100亿元⟧", Role.REVIEW, "2023"),
        ("1-11月,投资增长⟦4.0%⟧", Role.REVIEW, "2023-01-01/2023-11-30"),
        ("截至11月底,⟦362个⟧重点项目", Role.REVIEW, "/2023-11-30"),
        ("去年前三季度增长⟦5%⟧", Role.PLAN, "2023-01-01/2023-09-30"),
        ("2021年,全年完成⟦100亿元⟧", Role.REVIEW, "2021"),
        ("比上年增长⟦5%⟧", Role.REVIEW, "2023"),
        ("较2015年下降⟦12%⟧", Role.REVIEW, "2023"),
        ("收入、支出分别是2015年的2.7和⟦2.4倍⟧", Role.REVIEW, "2023"),
        ("投放增速不低于去年,贷存比提高⟦2个百分点⟧", Role.PLAN, "2024"),
        ("2017年新农合开展以来,兑付补偿资金⟦1.35亿元⟧", Role.REVIEW, "2017/2023"),
        ("2021年产值9亿元,提前实现在2015年基础上翻一番的目标;收入⟦2亿元⟧", Role.REVIEW, "2021"),
        ("2021年产值9亿元,现在已有企业⟦2家⟧", Role.REVIEW, "2023"),
        ("到2027年,建成⟦100个⟧", Role.PLAN, "2027"),
        ("2025年底前建成⟦3个⟧", Role.PLAN, "/2025-12-31"),
        ("今明两年解决⟦6000万⟧人饮水", Role.PLAN, "2024/2025"),
        ("截至2013年底,全市共评选⟦2457人⟧", Role.NOTES, "/2013-12-31"),
        ("按标准补助⟦5万元⟧", Role.NOTES, ""),
        ("我市现有贫困人口⟦151.7万人⟧", Role.PLAN, "2023"),
        ("实现行政许可事项⟦100%⟧网上办理", Role.PLAN, "2024"),
        ("《规划(2013—2020年)》投资⟦5亿元⟧", Role.PLAN, "2024"),
        ("在去年增长⟦8%⟧的基础上,增长9%", Role.PLAN, "2023"),
        ("在去年增长8%的基础上,增长⟦9%⟧", Role.PLAN, "2024"),
        ("从去年结余中安排⟦500亿元⟧", Role.PLAN, "2024"),
    ],
)
def test_words_then_section(text: str, role: Role, expected: str) -> None:
    assert period(text, role) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入由2015年的⟦94.51亿元⟧增加到143.86亿元,年均增长8.8%", "2015"),
        ("收入由2015年的94.51亿元增加到⟦143.86亿元⟧,年均增长8.8%", "2023"),
        ("收入由2015年的94.51亿元增加到143.86亿元,年均增长⟦8.8%⟧", "2023"),
        ("积累率由1978年的36.5%,降为⟦33.6%⟧", "2023"),
        ("在上年减少59%的基础上再减少⟦55%⟧", "2023"),
    ],
)
def test_where_a_change_began_governs_only_its_own_number(text: str, expected: str) -> None:
    assert period(text, Role.REVIEW) == expected


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("生产总值达到⟦2929.4亿元⟧", Measure.LEVEL, "2025"),
        ("一般公共预算收入达到⟦226.6亿元⟧", Measure.LEVEL, "2025"),
        ("公路、铁路里程达到6546公里和⟦440公里⟧", Measure.LEVEL, "2025"),
        ("分别达到4907亿元、⟦3612亿元⟧", Measure.LEVEL, "2025"),
        ("粮食产量稳定在⟦45亿斤⟧以上", Measure.LEVEL, "2025"),
        ("高速公路通车里程⟦550公里⟧", Measure.LEVEL, "2025"),
        ("每年为群众节省支出⟦1.6亿元⟧", Measure.LEVEL, "2025"),
        ("居全省第⟦4位⟧", Measure.RANK, "2025"),
        ("占比⟦45%⟧", Measure.SHARE, "2025"),
        ("城镇新增就业⟦40.6万人⟧", Measure.LEVEL, "2021/2025"),
        ("新建高标准农田⟦120万亩⟧", Measure.LEVEL, "2021/2025"),
        ("盘活闲置存量用地⟦2.7万亩⟧", Measure.LEVEL, "2021/2025"),
        ("累计投资达到⟦100亿元⟧", Measure.LEVEL, "2021/2025"),
        ("年均增长⟦5.5%⟧", Measure.GROWTH_RATE, "2021/2025"),
        ("年均分别增长26.6%、⟦23.9%⟧", Measure.SHARE, "2021/2025"),
        ("2025年达到90亿元,五年平均增长⟦7.9%⟧", Measure.GROWTH_RATE, "2021/2025"),
        ("PM2.5浓度下降⟦26%⟧", Measure.GROWTH_RATE, "2021/2025"),
        ("城镇化率提高⟦5个百分点⟧", Measure.CHANGE_POINTS, "2021/2025"),
    ],
)
def test_a_section_on_several_years(text: str, measure: Measure, expected: str) -> None:
    assert period(text, Role.SPAN_REVIEW, measure, (2021, 2025)) == expected


def test_the_section_says_how_long_ago_five_years_began() -> None:
    assert period("五年来,投资⟦100亿元⟧", Role.REVIEW) == "2019/2023"
    assert period("五年来,投资⟦100亿元⟧", Role.SPAN_REVIEW, span=(2016, 2020)) == "2016/2020"
    assert period("五年来,投资⟦100亿元⟧", Role.SPAN_PLAN, span=(2024, 2028)) == "2019/2023"
    assert period("今后五年,投资⟦100亿元⟧", Role.SPAN_PLAN, span=(2024, 2028)) == "2024/2028"


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("投资由⟦24亿元⟧提高到35亿元", Role.REVIEW, "2022"),
        ("今年投资由⟦24亿元⟧提高到35亿元", Role.PLAN, "2023"),
        ("2013年,投资从⟦24亿元⟧提高到35亿元", Role.REVIEW, "2012"),
        # a time that stands with it is its own, of however many numbers
        ("投资从2013年的⟦24亿元⟧提高到35亿元", Role.REVIEW, "2013"),
        ("投资由上年⟦18亿元⟧增加到95亿元", Role.PLAN, "2023"),
        ("排放量由上年分别增长5.6%和⟦13.1%⟧,减为增长1.2%和1.8%", Role.REVIEW, "2022"),
        ("贫困人口由“十二五”末的⟦8500万⟧减少到6500万", Role.REVIEW, "/2015-12-31"),
        ("能耗由前三年上升⟦4.9%⟧转为下降1.2%", Role.REVIEW, "2020/2022"),
        # a day from which something holds is not the day of what it replaced
        ("从今年开始,补助从⟦1000元⟧提高到1200元", Role.PLAN, "2023"),
        ("2023年同2015年相比,产值由⟦3480亿元⟧增加到9380亿元", Role.REVIEW, "2015"),
        # for a year to come it is the state of the year under review
        ("到2030年,劳动生产率从⟦8.7万元⟧提高到12万元", Role.PLAN, "2023"),
    ],
)
def test_the_state_before(text: str, role: Role, expected: str) -> None:
    assert period(text, role, reader=period_before) == expected


@pytest.mark.parametrize(
    ("text", "role", "span", "expected"),
    [
        ("研发投入强度从⟦2.1%⟧提高到2.5%", Role.SPAN_REVIEW, (2019, 2023), "2018"),
        ("2023年研发投入强度从⟦2.1%⟧提高到2.5%", Role.SPAN_REVIEW, (2019, 2023), "2018"),
        ("到2028年从⟦8.7万元⟧提高到12万元", Role.SPAN_PLAN, (2024, 2028), "2023"),
        ("五年来从⟦8.7万元⟧提高到12万元", Role.REVIEW, None, "2018"),
        ("2015年到2023年从⟦15%⟧提高到33%", Role.SPAN_REVIEW, (2019, 2023), "2015"),
        ("从2015年到2023年,比重从⟦15%⟧提高到33%", Role.REVIEW, None, "2015"),
        ("甲由2015年的5%增加到2022年的8%,乙由⟦15%⟧提高到33%", Role.REVIEW, None, "2015"),
        ("比重由“十二五”时期的⟦15%⟧提高到33%", Role.SPAN_REVIEW, (2019, 2023), "2015"),
    ],
)
def test_the_state_before_several_years(
    text: str, role: Role, span: tuple[int, int] | None, expected: str
) -> None:
    assert period(text, role, Measure.SHARE, span, period_before) == expected


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("5年内达到⟦70万亩⟧", Role.PLAN, "2028"),
        ("5年内新建⟦70座⟧", Role.PLAN, "2024/2028"),
        ("5年内达到70万亩,10年内达到⟦100万亩⟧", Role.PLAN, "2033"),
        ("用三年时间新建⟦70座⟧", Role.PLAN, "2024/2026"),
        ("用两年时间改造危房;新建⟦70座⟧", Role.PLAN, "2024"),
        ("提出用三年时间新建⟦70座⟧", Role.REVIEW, "2023"),
        ("通过3至5年的努力达到⟦70座⟧", Role.PLAN, "2028"),
        ("经过五年努力新建⟦70座⟧", Role.REVIEW, "2023"),
        ("五年内部审计⟦70次⟧", Role.PLAN, "2024"),
        ("十年增加⟦70万亿元⟧", Role.REVIEW, "2014/2023"),
        ("2023年达到2350亿元,五年增长⟦84.3%⟧", Role.REVIEW, "2019/2023"),
        ("连续五年增长⟦84.3%⟧", Role.REVIEW, "2023"),
        ("2021年本年收入增长⟦3.68%⟧", Role.REVIEW, "2021"),
        ("2021年完成投资86.3亿元,本年新增⟦5个⟧", Role.REVIEW, "2021"),
        ("对已精简的⟦319项⟧审批事项", Role.PLAN, "2023"),
        ("到2025年,使供水总量由现在的⟦60亿立方米⟧增加到90亿立方米", Role.PLAN, "2023"),
        ("五年累计投资⟦70亿元⟧", Role.PLAN, "2024/2028"),
        ("连续三年增加⟦70亿元⟧", Role.REVIEW, "2023"),
        ("“十四五”前两年新建⟦70座⟧", Role.REVIEW, "2021/2022"),
        ("五年计划的前三年新建⟦70座⟧", Role.REVIEW, "2021/2023"),
        ("前三年新建⟦70座⟧", Role.REVIEW, "2021/2023"),
    ],
)
def test_some_years(text: str, role: Role, expected: str) -> None:
    assert period(text, role) == expected


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("2021年我们提出清理欠款,各地已偿还⟦1834亿元⟧", Role.REVIEW, "2023"),
        ("2021年我们修路,各地已偿还⟦1834亿元⟧", Role.REVIEW, "2021"),
        ("去年上半年开始回升,全年出口⟦2.2万亿美元⟧", Role.REVIEW, "2023"),
        ("1-11月出口2亿元,全年⟦2.2万亿美元⟧", Role.REVIEW, "2023"),
        ("2021年办起90个,现在已有⟦240个⟧", Role.REVIEW, "2023"),
        ("十年来首次超过全国,出口⟦2亿元⟧", Role.REVIEW, "2023"),
        ("国家预算收入,不包括上年结余在内,达到⟦2亿元⟧", Role.REVIEW, "2023"),
        ("启动面向2030年的项目,新设⟦6个⟧", Role.REVIEW, "2023"),
        ("确保完成第十四个五年计划,建成⟦6个⟧", Role.PLAN, "2024"),
        ("从一九七八年到一九八五年八年间,农业增长4%,工业增长⟦5%⟧", Role.REVIEW, "1978/1985"),
        ("十年来出口⟦2亿元⟧", Role.REVIEW, "2014/2023"),
        ("2001年到2005年五年间新建⟦70座⟧", Role.REVIEW, "2001/2005"),
        ("是1950年到2002年的总和;新建⟦70座⟧", Role.REVIEW, "2023"),
        ("2021年出口2亿元,全年投资⟦3亿元⟧", Role.REVIEW, "2021"),
        ("生产总值两年平均增长6.3%;收入增长⟦10.2%⟧", Role.REVIEW, "2023"),
        ("五年年均增长8%,收入年均增长⟦10%⟧", Role.REVIEW, "2019/2023"),
        ("两年平均,生产总值增长5.1%,消费增长⟦6%⟧", Role.REVIEW, "2022/2023"),
    ],
)
def test_a_time_of_another_clause(text: str, role: Role, expected: str) -> None:
    assert period(text, role) == expected


@pytest.mark.parametrize(
    ("text", "role", "span", "expected"),
    [
        ("2025年达到90亿元,年均增长⟦7.9%⟧", Role.SPAN_REVIEW, (2021, 2025), "2021/2025"),
        ("2025年达到90亿元,增长⟦7.9%⟧", Role.SPAN_REVIEW, (2021, 2025), "2025"),
        ("由2018年的94亿元增加到2023年的143亿元,年均增长⟦8.8%⟧", Role.REVIEW, None, "2019/2023"),
        ("2023年增加到143亿元,年均增长⟦8.8%⟧", Role.REVIEW, None, "/2023-12-31"),
        ("参保人数分别比上年增长51.9%、⟦32.5%⟧", Role.SPAN_REVIEW, (2021, 2025), "2025"),
        ("参保人数增长⟦32.5%⟧", Role.SPAN_REVIEW, (2021, 2025), "2021/2025"),
        ("两年新增⟦4万亿元⟧", Role.SPAN_REVIEW, (2021, 2025), "2021/2025"),
    ],
)
def test_the_years_of_a_rate(text: str, role: Role, span: tuple[int, int] | None, expected: str) -> None:
    assert period(text, role, Measure.GROWTH_RATE, span) == expected


def test_what_is_so_now_in_a_plan_for_years() -> None:
    span = (2024, 2028)
    assert period("补贴已经达到⟦320亿元⟧", Role.SPAN_PLAN, span=span) == "2024"
    assert period("补贴达到⟦320亿元⟧", Role.SPAN_PLAN, span=span) == "2028"


def test_until_the_last_year_of_a_section_a_total_adds_up_over_all_of_it() -> None:
    span = (2024, 2028)
    assert period("到2028年,投资累计达到⟦3500亿元⟧", Role.SPAN_PLAN, span=span) == "2024/2028"
    assert period("到2028年,投资达到⟦3500亿元⟧", Role.SPAN_PLAN, span=span) == "2028"
    assert period("到2026年,投资累计达到⟦3500亿元⟧", Role.SPAN_PLAN, span=span) == "2026"


def test_a_ratio_is_of_one_year_in_all_its_terms() -> None:
    span = (2021, 2025)
    text = "三次产业结构调整为10.7:40.9:⟦48.4⟧"
    assert period(text, Role.SPAN_REVIEW, Measure.LEVEL, span) == "2025"
