"""Sentences and the quantities in them; beside each kind, what must not be taken for one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zhibiao.folding import fold
from zhibiao.model import Bound, Quantity
from zhibiao.quantities import scan

# sentence; for each quantity: span, number, number_high, unit, bound
MUST_MATCH = [
    # plain figures: numeral, scale, unit
    ("城镇新增就业6.9万人以上", [("6.9万人", "6.9", None, "万人", "at_least")]),
    ("增长５．５％", [("５．５％", "5.5", None, "%", "exact")]),
    ("投资12,345.6万元", [("12,345.6万元", "12345.6", None, "万元", "exact")]),
    ("比上年增加2，737万吨", [("2，737万吨", "2737", None, "万吨", "exact")]),
    ("带动13.6万农户增收", [("13.6万农户", "13.6", None, "万农户", "exact")]),
    ("地表水覆盖人口105万，", [("105万", "105", None, "万", "exact")]),
    ("近14亿人口的大国", [("14亿", "14", None, "亿", "about")]),
    ("提高1.4个百分点", [("1.4个百分点", "1.4", None, "个百分点", "exact")]),
    ("办结时限压缩到4个工作日内", [("4个工作日", "4", None, "个工作日", "at_most")]),
    ("供电能力570万千瓦，220千伏", [("570万千瓦", "570", None, "万千瓦", "exact"), ("220千伏", "220", None, "千伏", "exact")]),
    ("PM2.5浓度35微克/立方米", [("35微克/立方米", "35", None, "微克/立方米", "exact")]),
    ("电价0.75元／千瓦·时，用电208亿千瓦·时", [("0.75元／千瓦·时", "0.75", None, "元/千瓦·时", "exact"), ("208亿千瓦·时", "208", None, "亿千瓦·时", "exact")]),
    ("发电30亿千瓦•时，电价0.5元/千瓦时", [("30亿千瓦•时", "30", None, "亿千瓦●时", "exact"), ("0.5元/千瓦时", "0.5", None, "元/千瓦时", "exact")]),
    ("检查企业621家次，取缔占道经营1.13万处次", [("621家次", "621", None, "家次", "exact"), ("1.13万处次", "1.13", None, "万处次", "exact")]),
    ("惠及企业超8万家次，援企稳岗660万个次", [("8万家次", "8", None, "万家次", "at_least"), ("660万个次", "660", None, "万个次", "exact")]),
    ("办结1200件次、300户次、8场次、4车次", [("1200件次", "1200", None, "件次", "exact"), ("300户次", "300", None, "户次", "exact"), ("8场次", "8", None, "场次", "exact"), ("4车次", "4", None, "车次", "exact")]),
    ("建设3个次中心，防治5处次生灾害", [("3个", "3", None, "个", "exact"), ("5处", "5", None, "处", "exact")]),
    ("死亡率降至5/10万，", [("5/10万", "5", None, "/10万", "exact")]),
    # a minus sign says that it falls; the number is the amount of the fall
    ("增速（-4.9%），", [("4.9%", "4.9", None, "%", "exact")]),
    ("由2月份-4.9%回升至6.9%", [("4.9%", "4.9", None, "%", "exact"), ("6.9%", "6.9", None, "%", "exact")]),
    ("分别增长3.8%、－7.1%", [("3.8%", "3.8", None, "%", "exact"), ("7.1%", "7.1", None, "%", "exact")]),
    # the number of a note is no part of what stands before or behind it
    ("增长5%[4]，投资[12]35亿元", [("5%", "5", None, "%", "exact"), ("35亿元", "35", None, "亿元", "exact")]),
    # the number of a road, and the length or count of roads
    ("改建国道120公里、省道5条", [("120公里", "120", None, "公里", "exact"), ("5条", "5", None, "条", "exact")]),
    ("能耗0.72吨标准煤/万元", [("0.72吨标准煤/万元", "0.72", None, "吨标准煤/万元", "exact")]),
    ("投资4.3亿元,分别增长7%", [("4.3亿元", "4.3", None, "亿元", "exact"), ("7%", "7", None, "%", "exact")]),
    ("实现1县、25个乡镇摘帽", [("1县", "1", None, "县", "exact"), ("25个", "25", None, "个", "exact")]),
    ("新增1个体育场", [("1个", "1", None, "个", "exact")]),
    ("为88万60岁以上居民", [("88万", "88", None, "万", "exact"), ("60岁", "60", None, "岁", "at_least")]),
    # markup inside
    ("新增**22**家", [("22**家", "22", None, "家", "exact")]),
    ("**6.9**万人以上", [("6.9**万人", "6.9", None, "万人", "at_least")]),
    ("超**300**亿元", [("300**亿元", "300", None, "亿元", "at_least")]),
    # 多 and 余 between numeral and unit
    ("充电桩4000多个", [("4000多个", "4000", None, "个", "at_least")]),
    ("农村公路30多万公里", [("30多万公里", "30", None, "万公里", "at_least")]),
    ("政务信息2万余条", [("2万余条", "2", None, "万条", "at_least")]),
    # bounds
    ("控制在5.5%", [("5.5%", "5.5", None, "%", "at_most")]),
    ("控制在3%左右", [("3%", "3", None, "%", "about")]),
    ("控制在6.1‰以内", [("6.1‰", "6.1", None, "‰", "at_most")]),
    ("稳定在90%", [("90%", "90", None, "%", "exact")]),
    ("接近60%", [("60%", "60", None, "%", "about")]),
    ("不少于30个", [("30个", "30", None, "个", "at_least")]),
    ("不超过3‰", [("3‰", "3", None, "‰", "at_most")]),
    ("高于全省13.1个百分点", [("13.1个百分点", "13.1", None, "个百分点", "exact")]),
    ("突破1000亿元", [("1000亿元", "1000", None, "亿元", "at_least")]),
    ("突破50项关键技术", [("50项", "50", None, "项", "exact")]),
    ("近5年累计", [("5年", "5", None, "年", "exact")]),
    # ranges
    ("增长6%—6.5%", [("6%—6.5%", "6", "6.5", "%", "range")]),
    ("增长4.5-5%", [("4.5-5%", "4.5", "5", "%", "range")]),
    ("增长7％－8％", [("7％－8％", "7", "8", "%", "range")]),
    ("8‰~10‰", [("8‰~10‰", "8", "10", "‰", "range")]),
    ("编制3至6人", [("3至6人", "3", "6", "人", "range")]),
    ("认定5&mdash;8户企业", [("5&mdash;8户", "5", "8", "户", "range")]),
    ("提高1到2个百分点", [("1到2个百分点", "1", "2", "个百分点", "range")]),
    ("引进2～3家", [("2～3家", "2", "3", "家", "range")]),
    ("30万—50万人口", [("30万—50万", "30", "50", "万", "range")]),
    ("8000万至1亿元", [("8000万至1亿元", "0.8", "1", "亿元", "range")]),
    ("增长7%-8%左右", [("7%-8%", "7", "8", "%", "about")]),
    ("由8000万元增加到1亿元", [("8000万元", "8000", None, "万元", "exact"), ("1亿元", "1", None, "亿元", "exact")]),
    ("由500亿元到2000亿元", [("500亿元", "500", None, "亿元", "exact"), ("2000亿元", "2000", None, "亿元", "exact")]),
    # one unit for several numerals
    ("新增3、5、7家", [("3", "3", None, "家", "exact"), ("5", "5", None, "家", "exact"), ("7家", "7", None, "家", "exact")]),
    ("净减少10.6万、3.8万和3.3万平方公里", [("10.6万", "10.6", None, "万平方公里", "exact"), ("3.8万", "3.8", None, "万平方公里", "exact"), ("3.3万平方公里", "3.3", None, "万平方公里", "exact")]),
    ("分别提高10.2、4.7和2个百分点", [("10.2", "10.2", None, "个百分点", "exact"), ("4.7", "4.7", None, "个百分点", "exact"), ("2个百分点", "2", None, "个百分点", "exact")]),
    ("低于目标2个、4.2个、3.2个百分点", [("2个", "2", None, "个百分点", "exact"), ("4.2个", "4.2", None, "个百分点", "exact"), ("3.2个百分点", "3.2", None, "个百分点", "exact")]),
    ("压缩至3个、45个工作日", [("3个", "3", None, "个工作日", "exact"), ("45个工作日", "45", None, "个工作日", "exact")]),
    ("新建2个、3个泊位", [("2个", "2", None, "个", "exact"), ("3个泊位", "3", None, "个泊位", "exact")]),
    ("产值过100亿、97家过10亿", [("100亿", "100", None, "亿", "at_least"), ("97家", "97", None, "家", "exact"), ("10亿", "10", None, "亿", "at_least")]),
    # one mark after the other is passed
    ("突破300亿和400亿元大关", [("300亿", "300", None, "亿元", "at_least"), ("400亿元", "400", None, "亿元", "at_least")]),
    ("突破300亿和400亿元", [("300亿", "300", None, "亿元", "at_least"), ("400亿元", "400", None, "亿元", "exact")]),
    ("突破2000亿大关", [("2000亿", "2000", None, "亿", "at_least")]),
    # one bound for all members of a list
    ("增速约为8%和9%", [("8%", "8", None, "%", "about"), ("9%", "9", None, "%", "about")]),
    ("分别超过30亿元、40亿元", [("30亿元", "30", None, "亿元", "at_least"), ("40亿元", "40", None, "亿元", "at_least")]),
    ("分别超过30%、40%以内", [("30%", "30", None, "%", "at_least"), ("40%", "40", None, "%", "at_most")]),
    ("超过30个、40人", [("30个", "30", None, "个", "at_least"), ("40人", "40", None, "人", "exact")]),
    ("分别超过30%,增长40%", [("30%", "30", None, "%", "at_least"), ("40%", "40", None, "%", "exact")]),
    # a bound that stands apart
    ("约占全市生产总值的80%", [("80%", "80", None, "%", "about")]),
    ("约占一半，增长8%", [("一半", "0.5", None, None, "about"), ("8%", "8", None, "%", "exact")]),
    ("增长10%以 上，", [("10%", "10", None, "%", "at_least")]),
    ("增长10%。以上指标", [("10%", "10", None, "%", "exact")]),
    # torn and corrupted
    ("失业率控制在4.%以内", [("4.%", "4", None, "%", "at_most")]),
    ("完成投资15.亿元。", [("15.亿元", "15", None, "亿元", "exact")]),
    ("自然增长率6.5％。，全省", [("6.5％。", "6.5", None, "‰", "exact")]),
    ("增长6. 5%", [("6. 5%", "6.5", None, "%", "exact")]),
    ("投资1 200万元", [("1 200万元", "1200", None, "万元", "exact")]),
    ("补差分别达2 70 元和1 18 元", [("2 70 元", "270", None, "元", "exact"), ("1 18 元", "118", None, "元", "exact")]),
    ("招聘会3 0 0多场次", [("3 0 0多场次", "300", None, "场次", "at_least")]),
    ("2014 12亿元", [("12亿元", "12", None, "亿元", "exact")]),
    ("10 20 30元", [("30元", "30", None, "元", "exact")]),
    ("电话容量 10.5\n\n万线", [("10.5\n\n万线", "10.5", None, "万线", "exact")]),
    ("控制在4.5&permil;以内", [("4.5&permil;", "4.5", None, "&permil;", "at_most")]),
    ("控制在6.5％。以内", [("6.5％。", "6.5", None, "‰", "at_most")]),
    ("增长8_M_M_左右", [("8_M_M_", "8", None, "_M_M_", "about")]),
    # no unit, and yet a quantity
    ("结构调整为18.8:43.2:38", [("18.8", "18.8", None, None, "exact"), ("43.2", "43.2", None, None, "exact"), ("38", "38", None, None, "exact")]),
    ("收入比缩小到2.8∶1", [("2.8∶1", "2.8", None, None, "exact")]),
    ("价格指数103左右", [("103", "103", None, None, "about")]),
    ("收入之比下降到3.08，", [("3.08", "3.08", None, None, "exact")]),
    ("粮食的3/4来自黑土地", [("3/4", "0.7500", None, None, "exact")]),
    ("压缩2/3以上", [("2/3", "0.6667", None, None, "at_least")]),
    ("占全省的1/3", [("1/3", "0.3333", None, None, "exact")]),
    ("控制在千分之2.7以内", [("千分之2.7", "2.7", None, "‰", "at_most")]),
    # Chinese numerals
    ("增长百分之八至九", [("百分之八至九", "8", "9", "%", "range")]),
    ("增长百分之四点五", [("百分之四点五", "4.5", None, "%", "exact")]),
    ("千分之六左右", [("千分之六", "6", None, "‰", "about")]),
    ("压减三分之一以上", [("三分之一", "0.3333", None, None, "at_least")]),
    ("一半用于大病保险", [("一半", "0.5", None, None, "exact")]),
    ("占比过半", [("过半", "0.5", None, None, "at_least")]),
    ("一半稍多", [("一半", "0.5", None, None, "at_least")]),
    ("增长一倍多，", [("一倍", "1", None, "倍", "at_least")]),
    ("增长2倍多，", [("2倍", "2", None, "倍", "at_least")]),
    ("增长两倍多元发展", [("两倍", "2", None, "倍", "exact")]),
    ("翻了近两番", [("两番", "2", None, "番", "about")]),
    ("实现“翻一番”目标", [("一番", "1", None, "番", "exact")]),
    ("六万万人口的大国", [("六万万", "6", None, "万万", "exact")]),
    ("两个一百万人口和五个三十至五十万人口的新城", [("一百万", "100", None, "万", "exact"), ("三十至五十万", "30", "50", "万", "range")]),
    ("六亿多人民", [("六亿多", "6", None, "亿", "at_least")]),
    ("多了十五亿元到二十亿元", [("十五亿元到二十亿元", "15", "20", "亿元", "range")]),
    ("由十五亿元到二十亿元", [("十五亿元", "15", None, "亿元", "exact"), ("二十亿元", "20", None, "亿元", "exact")]),
    ("八千万至一亿元", [("八千万至一亿元", "0.8", "1", "亿元", "range")]),
    ("科研成果三千三百二十九项", [("三千三百二十九项", "3329", None, "项", "exact")]),
    ("由二十二所发展到三十五所", [("二十二所", "22", None, "所", "exact"), ("三十五所", "35", None, "所", "exact")]),
    ("二千零五十万匹", [("二千零五十万匹", "2050", None, "万匹", "exact")]),
    ("装机三十六万千瓦", [("三十六万千瓦", "36", None, "万千瓦", "exact")]),
    ("九点三二亿元", [("九点三二亿元", "9.32", None, "亿元", "exact")]),
    ("实现两台机组并网", [("两台", "2", None, "台", "exact")]),
    ("千余家企业", [("千余家", "1000", None, "家", "at_least")]),
    ("每斤四元左右", [("四元", "4", None, "元", "about")]),
    ("收入突破万元大关", [("万元", "1", None, "万元", "at_least")]),
    ("建成六大片区", [("六大", "6", None, "大", "exact")]),
    ("收入翻一番", [("一番", "1", None, "番", "exact")]),
    ("增长了两倍", [("两倍", "2", None, "倍", "exact")]),
    ("建成两家企业", [("两家", "2", None, "家", "exact")]),
    ("突破千亿元", [("千亿元", "1000", None, "亿元", "at_least")]),
    ("突破千亿大关", [("千亿", "1000", None, "亿", "at_least")]),
    ("突破千亿的产业", []),
    ("收入超百万元", [("百万元", "100", None, "万元", "at_least")]),
    ("二亿七千八百零九万三千一百人", [("二亿七千八百零九万三千一百人", "278093100", None, "人", "exact")]),
]  # fmt: skip


def shown(text: str, quantities: list[Quantity]) -> list[tuple[str, str, str | None, str | None, str]]:
    return [
        (
            text[one.start : one.end],
            str(one.number),
            None if one.number_high is None else str(one.number_high),
            one.unit_text,
            str(one.bound),
        )
        for one in quantities
    ]


@pytest.mark.parametrize(("text", "wanted"), MUST_MATCH, ids=[text for text, _ in MUST_MATCH])
def test_quantities(text: str, wanted: list[tuple[str, str, str | None, str | None, str]]) -> None:
    assert shown(text, scan(fold(text)).quantities) == wanted


RANKS = [
    ("居全省第4位", "第4位", 4, Bound.EXACT),
    ("总量居全省第**4**", "第**4", 4, Bound.EXACT),
    ("全省第3，", "第3", 3, Bound.EXACT),
    ("稳居发展中国家首位。", "首位", 1, Bound.EXACT),
    ("增速全省第一；", "第一", 1, Bound.EXACT),
    ("竞争力排名全省第五。", "第五", 5, Bound.EXACT),
    ("入围全国前20名", "前20名", 20, Bound.AT_MOST),
    ("进入全省前10，", "前10", 10, Bound.AT_MOST),
    ("位居全国前五名，", "前五名", 5, Bound.AT_MOST),
    # behind a longer phrase, or another verb
    ("微型车出口量居全国同行业第一。", "第一", 1, Bound.EXACT),
    ("增幅居全省沿海港口第二。", "第二", 2, Bound.EXACT),
    ("居粤东西北第一，", "第一", 1, Bound.EXACT),
    ("客货运能力稳居全疆第三，", "第三", 3, Bound.EXACT),
    ("位居内地第四。", "第四", 4, Bound.EXACT),
    ("总量列全国第八，", "第八", 8, Bound.EXACT),
    ("绿心保护工作蝉联第一。", "第一", 1, Bound.EXACT),
    ("金牌和奖牌数第一。", "第一", 1, Bound.EXACT),
    ("荣膺榜首；", "榜首", 1, Bound.EXACT),
    ("名列全球专利申请排名榜首位。", "首位", 1, Bound.EXACT),
    ("居中部首位和全国前列。", "首位", 1, Bound.EXACT),
    ("产量力争全国首位；", "首位", 1, Bound.EXACT),
]


@pytest.mark.parametrize(("text", "span", "number", "bound"), RANKS)
def test_ranks(text: str, span: str, number: int, bound: Bound) -> None:
    (rank,) = scan(fold(text)).quantities
    assert (text[rank.start : rank.end], rank.number, rank.bound, rank.rank) == (span, number, bound, True)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("改善率分别居全省第一、第二、第二，", [1, 2, 2]),
        ("排位分别是第六位、第五位、第四位。", [6, 5, 4]),
        ("分别居国内城市第一和第四位。", [1, 4]),
        ("增速全省第三、苏南第一；", [3, 1]),
        ("增速分别居全省第3、第2和第5位", [3, 2, 5]),
        ("综合实力居全国第13位、中西部地区首位。", [13, 1]),
    ],
)
def test_places_of_a_list(text: str, numbers: list[int]) -> None:
    found = scan(fold(text)).quantities
    assert [(one.number, one.rank, one.unit_text) for one in found] == [(n, True, "位") for n in numbers]


@pytest.mark.parametrize(
    ("text", "unit"), [("第49名", "位"), ("第十名", "位"), ("第3", "位"), ("前20名", "名"), ("前进5名", "名")]
)
def test_unit_of_a_rank(text: str, unit: str) -> None:
    """A place is 位 however it is named; the first twenty are twenty 名."""
    (one,) = scan(fold("位居全国" + text)).quantities
    assert one.unit_text == unit


def test_rank_that_moves_is_no_rank() -> None:
    (moved,) = scan("在全省排名提升15位").quantities
    assert (moved.rank, moved.number, moved.unit_text) == (False, Decimal(15), "位")


OUTER = [
    ("超6.9万人以上，", "超6.9万人以上", "超…以上"),
    ("约**3%**左右。", "约**3%**左右", "约…左右"),
    ("充电桩4000多个", "4000多个", "多"),
    ("增长5%", "5%", None),
]


@pytest.mark.parametrize(("text", "outer", "words"), OUTER)
def test_words_of_the_bound(text: str, outer: str, words: str | None) -> None:
    (one,) = scan(fold(text)).quantities
    assert (text[one.outer_start : one.outer_end], one.bound_text) == (outer, words)


NO_CHINESE_QUANTITY = [
    "一批重大项目", "一个中心", "统一部署", "十分重要", "第一产业", "第三产业占比", "第十二届人大四次会议",
    "三次产业", "落实八项规定", "“两个确保”", "三大攻坚战三年行动", "千家万户", "百场展演、千场阅读",
    "汽车零部件", "把安全放在第一位", "作为首位工程", "居全省第一方阵", "坚持质量第一，", "经过半个多世纪",
    "干出一番新业绩", "等六大项目建设", "推进五大工程", "五大连池景区", "附近三所学校", "四十条纲要", "二元结构", "转为二元化",
    "“产值超十亿元镇”", "“七千人大会”", "超过“五年计划”", "超亿元企业", "千千万万个家庭", "实现“双过半”", "第三至五名",
    "抓好十二个方面：", "跨越三万里", "两万亿跨越", "十八届三中全会",
    "七台河市", "支持三台、盐亭发展", "超百年一遇洪水",
    "位居第一产业", "占第二产业比重", "保持第一书记", "居第一线", "列入第一批，", "召开第四次会议", "引入第三方，",
    "第一时间，", "坚持发展第一要务，", "人才第一资源，", "创新第一动力。", "把就业摆在第一位，", "发展置于首位，",
    "把民生放在突出位置、摆在首位。", "开放第三、第四、第五航权", "第一、第二产业", "居全省第一、二、三产业之首", "包揽全省文理科第一、二名，", "居全国倒数第一，",
    "居民健康第一，", "安全第一、质量第一，",
    "系列产品质量第一，", "体现唯一和第一的科技成果", "提升首位度",
    "农安县五台山", "城乡二元结构", "公共实训基地二期",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_CHINESE_QUANTITY)
def test_no_quantity_in_chinese(text: str) -> None:
    assert scan(fold(text)).quantities == []
