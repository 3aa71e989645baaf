"""A made-up report of a page or two, in the words and the shape of real ones, and its figures for comparison."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from zhibiao.extract import extract
from zhibiao.folding import fold
from zhibiao.profile import profile

LINES = (
    "商丘市政府工作报告",
    "——2024年1月20日在商丘市第六届人民代表大会第三次会议上",
    "市长 某某",
    "各位代表：",
    "现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。",
    "一、2023年工作回顾",
    "过去一年，面对复杂严峻的外部环境，我们坚持稳中求进工作总基调，经济运行持续回升向好。全市地区生产总值完成3185.4亿元，增长4.5%；规模以上工业增加值增长6.8%，固定资产投资增长7.2%，社会消费品零售总额增长8.1%；一般公共预算收入完成212.6亿元，增长6.4%，其中税收收入占比65.3%；居民人均可支配收入增长6.5%左右。",
    "（一）聚力稳增长，发展动能明显增强。出台稳经济政策措施86条，新增减税降费及退税缓税缓费28.7亿元。实施重点项目412个，完成投资1265亿元。新登记经营主体11.3万户，总量突破80万户，居全省第4位。",
    "（二）聚力惠民生，群众福祉持续提升。民生支出占一般公共预算支出的比重达到76.2%。城镇新增就业8.6万人，失业人员再就业2.3万人，城镇调查失业率控制在5.5%以内。改造老旧小区213个，惠及居民3.6万户。粮食总产量稳定在140亿斤以上，连续7年获得表彰。",
    "（三）聚力优生态，城乡面貌不断改善。PM2.5平均浓度下降3.2%，优良天数达到258天，地表水国考断面达标率100%。完成造林12.5万亩，森林覆盖率提高0.4个百分点。",
    "二、2024年工作安排",
    "今年经济社会发展的主要预期目标是：地区生产总值增长6.5%左右，规模以上工业增加值增长7%，固定资产投资增长8%以上，社会消费品零售总额增长8%，一般公共预算收入增长6%，居民人均可支配收入增长7%，城镇新增就业7万人以上，居民消费价格涨幅控制在3%以内，粮食产量保持稳定，节能减排完成省下达任务。",
    "围绕上述目标，重点做好以下工作：",
    "（一）全力扩大有效需求。安排重点项目450个，年度计划投资1300亿元。力争新开工亿元以上项目180个，确保专项债券资金到位95亿元。",
    "（二）加快建设现代化产业体系。规模以上工业企业新增150家，高新技术企业达到420家以上，研发经费投入增长15%，技术合同成交额突破60亿元。",
    "（三）扎实推进乡村全面振兴。新建高标准农田45万亩，粮食总产量保持在140亿斤以上，农村自来水普及率达到96%。",
    "（四）着力保障和改善民生。新增公办学位1.2万个，新改扩建养老服务设施30处，城乡居民基本医疗保险参保率稳定在95%以上。",
    "各位代表！蓝图已经绘就，奋斗正当其时。让我们更加紧密地团结起来，为全面建设社会主义现代化商丘而努力奋斗！",
)
TEXT = "\n".join(LINES)
# What tells where a figure stands in its document, which no two forms have alike.
PLACE = ("figure_id", "char_start", "char_end")


def figures_of(text: str) -> list[dict[str, Any]]:
    """Return what is read of a text: every field of each figure but its place, words in simplified characters."""
    read = extract(text, profile(text), "document")
    return [
        {name: _plain(value) for name, value in asdict(figure).items() if name not in PLACE}
        for figure in read.figures
    ]


def _plain(value: Any) -> Any:
    """Return words without spaces, which a form may add, and in simplified characters."""
    return "".join(fold(value).split()) if isinstance(value, str) else value
