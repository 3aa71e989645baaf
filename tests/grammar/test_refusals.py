"""What reports tell of most often without an indicator's id, and that has none: read off 160 reports, decided one by one.

A neighbour, a part, a planned or signed amount, or a state that no indicator of the list is. One that gets an id in
future must leave this list with a reason.
"""

from __future__ import annotations

import pytest

from zhibiao.extract import extract
from zhibiao.model import Profile

PROFILE = Profile(region_code="410400", plan_year=2024, review_year=2023)
REFUSED = {
    "30个": "公办幼儿园 贫困村 民生实事 学位 行政村 农民专业合作社 企业技术中心 公交车 家庭农场 重大科技专项 棚户区改造"
    " 公共停车位 口袋公园 公厕 绿色工厂 科技企业孵化器 众创空间 新三板挂牌企业 科技小巨人企业 省级创新平台"
    " 新型农业经营主体 限上商贸企业 规上服务业企业 通信基站 汽车充电站",
    "30亿元": "总投资 到位资金 招商引资到位资金 技改投资 高新技术产业产值 电子商务交易额 农业总产值 海洋生产总值"
    " 金融业增加值 网络零售额 城乡居民储蓄存款余额 发放创业担保贷款 合同利用外资 服务贸易进出口 直接融资"
    " 社会物流总额 规模以上工业企业利润 全部工业增加值",
    "30%": "高等教育毛入学率 高新技术产业增加值 贫困发生率 科技进步贡献率 生活垃圾无害化处理率 学前三年毛入园率"
    " 农村自来水普及率 户籍人口城镇化率 建成区绿地率 林木绿化率 公办幼儿园在园幼儿占比 民间投资占比"
    " 新能源装机占比 单位工业增加值能耗 税收收入占财政总收入比重 不良贷款率 广播电视综合覆盖率",
    "30公里": "高速公路 高速公路通车里程 污水管网 市政道路 城市道路 铁路运营里程 绿道",
    "30万亩": "森林抚育 节水灌溉面积 中低产田 粮食生产功能区 水土流失治理面积 退耕还草",
    "30万千瓦": "电力装机容量 火电装机 发电装机容量",
    "30万人": "高校毕业生就业 高层次人才 农村危房改造 失业人员再就业",
}


@pytest.mark.parametrize(
    ("name", "amount"), [(name, amount) for amount, names in REFUSED.items() for name in names.split()]
)
def test_a_frequent_name_has_no_indicator(name: str, amount: str) -> None:
    figures = extract(f"一、2023年工作回顾\n全市{name}达到{amount}。\n", PROFILE, "example").figures
    assert [figure.indicator_id for figure in figures] == [None]
