"""The words that open, carry on and end a list of the year's expected targets (主要预期目标)."""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import alternatives
from zhibiao.lexicon import DIVISION

ANNOUNCEMENT = re.compile(
    r"(?:(?:预期|奋斗|发展|调控|计划|工作|总体|总的|主要|经济|控制|具体|预定|任务|约束性?|政府工作|年小|以下|今年的|指标(?:预期)?增长)(?:的|性|和约束性?|调控|、)*){1,3}(?:目标|指标)"
    r"(?:任务|和任务|建议|和约束性?指标|和主要任务|值|\(.{0,20}?\))*"
    r"(?P<opens>\s*(?:初步|暂|拟|建议|大体|分别|确定|安排|计划|预期|考虑|设置|设定|定|是|为|如下|应|作如下)*\s*(?:[:*—]+|,(?=[是为])|是(?!完全|可以|能够|切实|积极|经过)|为|如下)|[\s*#]*(?=\n|$))"
)
ANNOUNCED = ("目标", "指标")
SEVERAL_YEARS = re.compile(
    rf"今后[三四五六几]年|未来[三四五几]年|五年(?!规划开局)(?:的|经济|发展|主要|奋斗|总体|来|内|后|规划|计划)|“?(?:十[一二三四五六]?|[六七八九])五”?(?!规划的?(?:开局|第|收官|关键|全面|承上|实施))(?:时期|期间|规划|计划|末|发展|我[{DIVISION}]|全[{DIVISION}]|经济|[，,：:的])"
    r"|本届政府(?!今年)|任期|到20[0-9]{2}年|20\d\d[-—至]20\d\d|远景|中长期|第[一二三四五六七八九十]+个五年|到本世纪末|百年"
)
THIS_YEAR = re.compile(r"今年|明年|全年|20\d\d年|1\d{3}年|年度")
DONE = re.compile(r"完成(?!以下|下列|如下)(?<!要完成)|实现了|圆满|超额|达到了|顺利|胜利|较好")
# A sentence of these words comes behind the list, and is not of it.
AFTERWARDS = re.compile(
    r"^[\s*●—]*(?:为(?:完成|实现|确保|达到|此|了|顺利|全面|圆满|做好)|实现(?:上述|以上|这一|这些|今年|全年)|完成(?:上述|以上|这)|围绕|上述|以上|这些|这一|这个|这样|提出|确定(?:上述|这|[^,。;]{2,24}目标,)|主要(?:考虑|是考虑)"
    rf"|做好|重点|在?(?:实际|具体)?(?:工作|执行)中|我们|全[国{DIVISION}]上下|对标|对照|紧扣|(?:锚定|瞄准|聚焦|咬定)[^,。;]{{0,6}}目标|把(?:今年|全年)?[^,。;]{{0,8}}目标|(?:同时|此外|另外),?要|要|必须|综合|需要|今年(?:要|的|政府|重点|工作|我们)|具体(?:工作|要)|同志们|各位|之所以|据此|总的|按照|坚持|(?:今年|明年|全年)?(?:经济|生产总值|GDP)增长(?:速度|的)?(?:预期)?目标(?![:。])|预期目标|设定|制定|从|关于"
    r"|稳增长(?:是|就是)|[\d.]+%(?:左右|以上)?的(?:经济|预期)?(?:增长)?(?:速度|增速|增长|目标)|\d+[、.]|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|第[一二三四]|这里|确定\d|最初|抓好|着力|落实|全面(?!完成)|各级|大家|只要|面对)"
)
SENTENCE_STOPS = ("。", "!", "?")
SENTENCE = re.compile(r"[^。!?\n]*(?:[。!?]+[”\"’)]*|\n|$)")
TASKS = re.compile(r"完成(?!上述|以上|以下|这些|全年|今年|好)[^,。;]{0,24}(?:任务|目标|指标|计划)")
TORN = re.compile(r"[^。;!?\n]{1,24}\n+[\d%‰,;]")
TORN_AMOUNT = re.compile(r"[^。;!?:\n#*\s]\n+\d+\.\d")
SIGNS = re.compile(r"[。;!?]")
# The target of one indicator explained, not the list of them.
OF_ONE = re.compile(rf"{alternatives('aim_of_one')}(?:年度)?的?(?:年度)?$")
# — 5 —, 第5页: what a page or its maker has put between two items.
BETWEEN_PAGES = re.compile(
    r"[^一-鿿]{0,16}|[^一-鿿]{0,4}第 ?\d{1,3} ?页[^一-鿿]{0,6}(?:共 ?\d{1,3} ?页)?[^一-鿿]{0,4}"
)
WORDLESS = re.compile(alternatives("aimed_at_in_list", "comparative"))
# 环境质量方面,包括A,B,C,完成国家下达任务。
MEMBERS = re.compile(r"包括[^。]*,(?:确保|全面)?完成[^,。]{0,12}(?:任务|目标|指标)")
TOLD = re.compile(r"比上年(?:同期)?增长|完成了|一季度|上半年|受[^,]{2,16}影响|同比")
INTENDED = re.compile(r"预期|目标|力争|计划|安排|确保|争取|要")
LATER = re.compile(r"到(20\d\d)年")
# 确定上述目标,主要基于以下考虑: what is said of the targets has none of its own.
REFERS = re.compile(r"[\s*●—]*(?:确定|提出|设定|制定|安排)?(?:上述|以上|这些|这一|这个|这样)")
# How the items of a list are numbered: (1), 1., ①, 一是, 第一,.
ENUMERATOR = re.compile(
    r"\s*(?:\( ?\d{1,2} ?\)|\d{1,2} ?[.、]|[①-⑳]|[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十],)"
)
CAPTION = re.compile(r"[^,;:。!?\n]{4,22}。")
# 体现了需要, 兼顾了可能: a target explained, not one more.
EXPLAINED = re.compile(alternatives("explaining_verb"))
# 以上为导向性指标: what kind of targets the list told so far.
KIND_TOLD = re.compile(
    r"\s*\(?(?:以上|上述|前述)[^,。;()]{0,8}(?:为|是|属于?)[^,。;()]{0,8}(?:性|类)[^,。;()]{0,4}(?:指标|目标)[^。;()]{0,10}(?:。|\)[。;]?)"
)
