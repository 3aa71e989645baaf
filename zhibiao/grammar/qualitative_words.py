"""The words by which a clause without a number is told to be a target, and of what."""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import alternatives, words_at
from zhibiao.quantities.tries import any_of

CLAUSE = re.compile(r"[^,;。:!?\n]+")
INTENT = re.compile(any_of(words_at("state_aimed_at")))
# What opens a circumstance, an instruction or a comment, not a target of the list.
CIRCUMSTANCE = re.compile(
    r"^[\s*●—“]*(?:在.{0,40}(?:基础上|前提下|同时|中|下|之间|过程中|条件下)|坚持|按照|根据|基于|鉴于|让|与[此之]相|为了|我们|必须|以.{2,}为|通过|努力争取|(?:实际)?工作中|实际工作|力争更|争取更|并努力|并力争|并争取|继续保持|如果|(?:[既也]|主要|综合|充分)*考虑|(?:以上|上述)?各项(?:预期)?(?:指标|目标)(?:在|力争|要)|尽|(?:主要是)?(?:继续)?贯彻|(?:确保)?完成(?:上述|以上|以下|这些)|重点[要抓控]|加强对|各项指标都?(?:力争|争取|要)|其中$|这|即$|要|围绕|为(?!民)|切实|不断|同时$|经济社会发展|引导|体现|以(?:实现|更)|(?:[并也])?(?:努力|力争|争取)?在?(?:实际)?(?:工作|执行)中)"
)
# 努力争取更好结果, 新增可再生能源不纳入能源消费总量控制: an attitude, a rule of how it is counted.
ATTITUDE = re.compile(
    r"更好的?(?:结果|效果|成绩|成效)$|不纳入|^务必(?:确保)?完成$|^“[^”]{2,16}”?$|^(?:确保|努力|全面|圆满)*完成(?:全年|今年|各项)(?:的|各项|主要)*(?:预期)?(?:目标任务|目标|任务)$|完成得更[好快]"
)
# Work that is promised, rather than a state that is aimed at.
PLEDGE = re.compile(rf"(?:{alternatives('manner_of_pledge')})*{alternatives('pledged')}(?!的)")
TASK = re.compile(rf"{alternatives('goal_noun')}$")
BENCHMARK = re.compile(
    rf"(?:与|同|和(?![^,;。]{{2,24}}与)|跟)(?P<with>[^,;。]{{2,24}}?)(?:基本|保持|继续|协调|大体)*{alternatives('keeping_pace')}"
    rf"|[不略]?{alternatives('comparative')}(?<!或好于)(?P<than>[^,;。、]{{2,24}})"
    rf"|(?:控制在|完成|达到|不突破|落实)(?P<set>(?:“[^”]{{2,4}}”)?{alternatives('who_sets_goals')}[^,;。]{{0,24}})"
)
WITHIN = re.compile(r"(?:范围)?(?:之|以)?内$|范围$|以上$")
PREDICATE = re.compile(
    rf"(?:{alternatives('manner_of_state')})*"
    rf"(?:{alternatives('comparative', 'predicate_of_state')}|不低于|和.{{2,20}}同步|与|同.{{2,20}}同步)"
)
# A predicate alone: its subject stands before the comma.
SUBJECTLESS = re.compile(
    r"(?:确保|力争|均|都|全面|全部|基本|努力|继续|保持)*"
    rf"(?:不?{alternatives('comparative')}|控制在|与[^,;。]{{2,16}}(?:同步|一致|持平)|达到(?:省|国家|市|上级)"
    r"|完成(?:[或和]超额完成)?(?:省|市|国家|上级|自治区|州|县|区|省市)?(?:定|下达)?的?(?:控制)?(?:任务|目标|指标|计划)+(?=$|[,;。]))"
)
# 环境质量方面,包括A,B,C,完成国家下达任务
OPENS_MEMBERS = re.compile(r"(?:主要)?包括")
LISTS = re.compile("[、,][^、,]*[、,]")
FULFIL = re.compile(
    rf"(?:{alternatives('manner_of_fulfilling')})*{alternatives('fulfilling')}[^,;。]{{4,}}(?:{alternatives('goal_noun')}|计划)$"
)
COMMITMENT = re.compile(alternatives("commitment"))
PER_CENT = re.compile("[%‰]")
BULLET = re.compile(r"[^\w\n]*[^\w\s][^\w\n]*")
NUMBERED = re.compile(r"\(\d{1,2}\)")
ENUMERATED = re.compile(r"[一二三四五六七八九十]{1,2}是")
GOAL_NAMED = re.compile(r"[一二三四五六七八九十]{1,2}是[^完实达控落]{2,12}目标")
