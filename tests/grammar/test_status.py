"""Whether the text intends a figure, claims it, or merely refers to it."""

from __future__ import annotations

import pytest

from zhibiao.grammar.status import status_of
from zhibiao.grammar.status_places import StatusPlaces
from zhibiao.model import Measure, Status
from zhibiao.outline import Line, Role
from zhibiao.periods import period_of, scan_periods

YEARS = {Role.REVIEW: 2023, Role.PROBLEMS: 2023, Role.PLAN: 2024, Role.REQUIREMENT: 2024, Role.LEAD: 2024}


def read(text: str, role: Role) -> tuple[Status, str | None]:
    start, end = text.index("⟦"), text.index("⟧") - 1
    plain = text.replace("⟦", "").replace("⟧", "")
    line = Line(0, len(plain), 0, "paragraph", None, 0, "", role, YEARS.get(role), None, 2024)
    period = period_of(plain, line, scan_periods(plain), start, end, Measure.LEVEL, 2024, 2023).period
    standing = status_of(StatusPlaces(plain), 0, start, end, line, period)
    return standing.status, standing.commitment


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        # the section's own
        ("城镇新增就业⟦8.8万人⟧", Role.REVIEW, Status.ACTUAL),
        ("人均财力只有全国的⟦60%⟧", Role.PROBLEMS, Status.ACTUAL),
        ("城镇新增就业⟦7.8万人⟧", Role.PLAN, Status.TARGET),
        ("经济增长⟦6.5%⟧", Role.LEAD, Status.TARGET),
        # a review that looks ahead
        ("能源材料产业规模有望达到⟦500亿元⟧", Role.REVIEW, Status.TARGET),
        ("到2027年将建成⟦100个⟧", Role.REVIEW, Status.TARGET),
        ("2025年计划投资⟦50亿元⟧", Role.REVIEW, Status.TARGET),
        ("今年上半年,在八个重要城市中已占⟦80%⟧", Role.REVIEW, Status.ACTUAL),
        ("到本世纪末总产值翻⟦两番⟧的目标", Role.REVIEW, Status.TARGET),
        ("预计全年生产总值增长⟦4.5%⟧", Role.REVIEW, Status.ACTUAL),
        ("预计工业总产值将突破⟦160亿元⟧", Role.REVIEW, Status.ACTUAL),
        ("确保了⟦6.8万名⟧职工工资发放", Role.REVIEW, Status.ACTUAL),
        ("在建拟建重点项目⟦34个⟧", Role.REVIEW, Status.ACTUAL),
        # a plan that looks back
        ("我国60岁以上人口已达⟦2.5亿⟧", Role.PLAN, Status.ACTUAL),
        ("我市现有贫困人口⟦151.7万人⟧", Role.PLAN, Status.ACTUAL),
        ("将制造业现行⟦16%⟧的税率降至13%", Role.PLAN, Status.ACTUAL),
        ("我国拥有⟦2.5亿⟧用户", Role.PLAN, Status.ACTUAL),
        ("人均拥有道路面积达到⟦8平方米⟧", Role.PLAN, Status.TARGET),
        ("每千人口拥有床位数⟦6.5张⟧", Role.PLAN, Status.TARGET),
        ("发展共有产权住房⟦3万套⟧", Role.PLAN, Status.TARGET),
        ("现有国、省道二级及以上公路比重达到⟦90%⟧", Role.PLAN, Status.TARGET),
        ("每万人发明专利拥有量⟦15件⟧", Role.PLAN, Status.TARGET),
        ("2022年完成投资⟦30亿元⟧", Role.PLAN, Status.ACTUAL),
        ("工作机构由现有的67个减少到⟦45个⟧", Role.PLAN, Status.TARGET),
        ("要把现有的临时机构砍掉⟦三分之二⟧", Role.PLAN, Status.TARGET),
        ("总数59个,比现有的86个减少⟦27个⟧", Role.PLAN, Status.TARGET),
        ("收入在去年5亿元的基础上增长⟦8.1%⟧", Role.PLAN, Status.TARGET),
        ("完成投资⟦8845万元⟧的绿廊建设", Role.PLAN, Status.TARGET),
        ("县域税收在现有基础上增长⟦60%⟧", Role.PLAN, Status.TARGET),
        ("专项债券比去年增加⟦8000亿元⟧", Role.PLAN, Status.TARGET),
        ("将制造业现行16%的税率降至⟦13%⟧", Role.PLAN, Status.TARGET),
        ("今年一至五月,教育支出又比去年同期增长⟦17%⟧", Role.PLAN, Status.ACTUAL),
        ("今年1-6月,要比去年同期增长⟦17%⟧", Role.PLAN, Status.TARGET),
        ("收入达到33000元(按现行汇率折算约⟦4000美元⟧)", Role.PLAN, Status.TARGET),
        # a class, a norm, the size of something
        ("⟦60岁⟧以上人口已达2.5亿", Role.PLAN, Status.REFERENCE),
        ("新开工⟦500万元⟧以上大项目", Role.PLAN, Status.REFERENCE),
        ("将我市⟦25度⟧以上坡耕地", Role.PLAN, Status.REFERENCE),
        ("9个⟦220千伏⟧输变电项目", Role.PLAN, Status.REFERENCE),
        ("年产⟦80万吨⟧净水剂等10个项目签约", Role.REVIEW, Status.REFERENCE),
        ("总投资⟦1.7亿元⟧的乡村振兴PPP项目落地", Role.REVIEW, Status.REFERENCE),
        ("在全省⟦54个⟧市辖区中排名第一", Role.REVIEW, Status.REFERENCE),
        ("年产80万吨净水剂等⟦10个⟧项目签约", Role.REVIEW, Status.ACTUAL),
        ("建设⟦100公里⟧以上农村公路", Role.PLAN, Status.TARGET),
        ("城镇新增就业⟦45万人⟧以上的目标", Role.PLAN, Status.TARGET),
        ("人均预期寿命提高到⟦80岁⟧以上", Role.PLAN, Status.TARGET),
        ("总投资超⟦300亿元⟧", Role.REVIEW, Status.ACTUAL),
        # the task that was fulfilled, not what was done
        ("超额完成省下达我市粮食产量⟦155万吨⟧、生猪出栏230万头任务", Role.REVIEW, Status.REFERENCE),
        ("超额完成下降⟦3.5%⟧的年度任务", Role.REVIEW, Status.REFERENCE),
        ("没有实现年初确定的能耗降低⟦4%⟧左右、主要污染物排放总量减少2%的目标", Role.REVIEW, Status.REFERENCE),
        ("年均增长8%,超过“九五”计划年均增长⟦7%⟧的目标", Role.REVIEW, Status.REFERENCE),
        ("生产总值增长6.5%(年度目标⟦6%⟧以上)", Role.REVIEW, Status.REFERENCE),
        ("完成列入规划的⟦656座⟧病险水库除险加固任务", Role.REVIEW, Status.ACTUAL),
        ("没有实现年初确定的能耗降低⟦4%⟧左右的目标", Role.PROBLEMS, Status.REFERENCE),
        ("完成⟦8个⟧重点村改造任务", Role.REVIEW, Status.ACTUAL),
        ("超额完成投资⟦80亿元⟧,年度任务全部完成", Role.REVIEW, Status.ACTUAL),
        ("确保完成能耗下降⟦3.5%⟧的年度任务", Role.PLAN, Status.TARGET),
        # a case that is only supposed
        ("如果每人增加一元,全国就增加⟦六亿元⟧", Role.REVIEW, Status.REFERENCE),
        ("如果按可比价计算,产值就增加了⟦8%⟧", Role.REVIEW, Status.ACTUAL),
        ("产值增加⟦8%⟧,如果努力,就能更多", Role.REVIEW, Status.ACTUAL),
        ("只要降低成本1%,就可以每年节约⟦二千八百亿元⟧", Role.REVIEW, Status.REFERENCE),
        # what says which are counted
        ("生产总值超⟦200亿元⟧的县达到34个", Role.PLAN, Status.REFERENCE),
        ("总投资超⟦10亿元⟧项目36个", Role.REVIEW, Status.REFERENCE),
        ("收入低于⟦1700元⟧的贫困人口减少9.4万人", Role.REVIEW, Status.REFERENCE),
        ("⟦500万元⟧以上工业增加值增长20%", Role.PLAN, Status.REFERENCE),
        ("筹措⟦100亿元⟧以上支持工业", Role.PLAN, Status.TARGET),
        ("我们要在去年增长⟦8%⟧的基础上,实现增长9%", Role.PLAN, Status.ACTUAL),
        ("生产总值超⟦200亿元⟧,县域发展加快", Role.PLAN, Status.TARGET),
        ("税收超⟦200亿元⟧的目标", Role.PLAN, Status.TARGET),
        # how many people there are, in what is promised to them
        ("建设惠及全省⟦7400万⟧人民的更高水平的小康社会", Role.PLAN, Status.ACTUAL),
        ("使全市⟦30万⟧人民喝上放心水", Role.PLAN, Status.TARGET),
        # a glossary
        ("指五年内实现⟦2家⟧企业上市", Role.NOTES, Status.REFERENCE),
        ("重点打造⟦100个⟧产业园区", Role.NOTES, Status.REFERENCE),
        ("政府给予⟦5万元⟧补助", Role.NOTES, Status.REFERENCE),
        ("目前共评选“农民讲师”⟦2457人⟧", Role.NOTES, Status.ACTUAL),
        ("到2030年建成现代农业园区⟦100个⟧", Role.NOTES, Status.TARGET),
        ("2022年,建成标准化卫生院⟦15个⟧", Role.NOTES, Status.ACTUAL),
        ("建成标准化卫生院⟦15个⟧", Role.NOTES, Status.REFERENCE),
        ("使全市森林覆盖率达到⟦45%⟧", Role.NOTES, Status.REFERENCE),
        ("未能实现目标的情况:生产总值增长⟦10.5%⟧", Role.NOTES, Status.ACTUAL),
        ("力争到2030年引进博士⟦100名⟧", Role.NOTES, Status.TARGET),
    ],
)
def test_status(text: str, role: Role, expected: Status) -> None:
    assert read(text, role)[0] is expected


@pytest.mark.parametrize(
    ("text", "commitment"),
    [
        ("生产总值确保增长⟦16%⟧、力争增长17%", "确保"),
        ("生产总值确保增长16%、力争增长⟦17%⟧", "力争"),
        ("地区生产总值增长7%、力争7.5%,工业增加值增长⟦11%⟧", None),
        ("今年主要预期目标是:生产总值增长6%,努力争取更好结果;收入增长⟦2%⟧", "预期"),
        ("力争实现扭亏;收入增长⟦2%⟧", None),
        ("重点项目不少于⟦30个⟧", "不少于"),
        ("今年主要预期目标是:经济增长⟦6%⟧", "预期"),
        ("今年主要预期目标是:经济增长6%;" + "居民收入和经济增长同步," * 9 + "失业率⟦5%⟧", "预期"),
        ("排放量要下降⟦3%⟧", "要"),
        ("赤字率拟按⟦2.8%⟧安排", "拟"),
        ("城镇登记失业率控制在3%以内,能耗下降⟦4%⟧", None),
        ("计划总投资⟦900亿元⟧", "计划"),
        ("按计划完成造地⟦10万亩⟧", None),
        ("实施“龙头计划”,重点扶持⟦100种⟧商品", None),
        ("主要污染物下降⟦3%⟧", None),
        ("需要资金⟦3亿元⟧", None),
        ("重要产业链⟦12条⟧", None),
    ],
)
def test_commitment_is_the_nearest_word_of_intent(text: str, commitment: str | None) -> None:
    assert read(text, Role.PLAN)[1] == commitment


def test_an_achievement_has_no_commitment() -> None:
    assert read("确保了⟦6.8万名⟧职工工资发放", Role.REVIEW) == (Status.ACTUAL, None)
