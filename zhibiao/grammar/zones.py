"""The zone that a sentence is about: whose figures are told of 高新区 are not the region's."""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import alternatives, bare_name
from zhibiao.lexicon import DIVISION

ZONE = re.compile(alternatives("zone"))
ZONE_END = re.compile(rf"{alternatives('zone')}$")
SCOPE = re.compile(rf"[^,。;:、\d]{{0,14}}?{alternatives('zone')}")
KIND_OF_BODY = re.compile(r"(?:上市|跨国|贷款|担保|子|分)公司$")  # no company of its own
# 引入专业服务公司,完成…; 创成示范区,完成…: what was done is not theirs.
NOT_ACTING = re.compile("(?:公司|集团)$|^(?:创成|争创).*示范区$")
# 以开发区为龙头; 《产业集团培育计划》启动实施; 某公司成为全县首家上市企业,新增专利5件: nor what follows these.
NOT_WHOSE = re.compile(rf"以|《|[^,;。]*?(?:公司|集团)[^,;。]{{2,6}}[我全] ?[{DIVISION}](?:首|第|唯一)")
OBJECT_SCOPE = re.compile(rf"[^,。;:、\d]{{2,14}}?{alternatives('zone')}(?=,(?:累计)?(?:完成|实现))")
# 开发区建设步伐加快,完成生产总值780亿元
ZONE_BUILT = re.compile(
    rf"([^,。;:、\d]{{0,10}}?{alternatives('zone')})(?:建设|发展)[^,。;、\d]{{2,10}},(?:(?:累计|年度)?(?:完成|实现|新增|净增)|(?![全我]|本[{DIVISION}])[^,。;、\d]{{2,12}}(?:达到?|突破|增长|超过?|迈[过上])[\d约近])"
)
# 三大开发区和县区工业园区共引进项目544个,完成固定资产投资200亿元; 各类园区新开工项目50个
_A_ZONE = rf"[^,。;:、\d]{{0,10}}?{alternatives('zone')}"
SEVERAL_ZONES = re.compile(
    rf"(?:\d+[个大家])?({_A_ZONE}[、和及与]{_A_ZONE}|各类{_A_ZONE})"
    "(?=(?:共|累计|全年|共计|合计|新)*(?:引进|开工|落户|签约|实现|完成|入驻)[^,。;等])"
)
HALF_QUOTED = re.compile("“[^”]*$")  # 工业向南北“两翼”集聚
# 实施库区686个工业项目,完成工业投资220亿元: what the projects of a zone came to
ZONE_PROJECTS = re.compile(
    rf"(?:实施|推进|建设|启动|抓好)({_A_ZONE})\d+[个项][^,。;、\d]{{0,8}}项目,(?:累计|年度)?(?:完成|实现)"
)
ACTS_THEN = re.compile(r"\d{4}年(?=[列获被开入升])|开发\d")  # 工业新城开发35平方公里
# 计划四个省级产业园区引进项目86个,完成固定资产投资73亿元: the parks that are counted are the subject.
COUNTED_ZONES = re.compile(
    rf"(?:计划|预计|力争|确保|全[{DIVISION}]|我[{DIVISION}])*((?:\d+|[两三四五六七八九十]+)个{_A_ZONE})"
    r"(?=(?:共|累计|全年|共计|合计|新)*(?:引进|实现|完成)[^,。;、\d等]{2,16}\d)"
)
OPENING_VERB = re.compile(rf"[一-鿿]{{0,4}}{alternatives('opening')}")

# 市本级经济快速发展。财政收入8.5亿元: what the city has without its counties
OWN_LEVEL = re.compile(f"(?:[{DIVISION}]|自治区)本级")
LEAD = re.compile(
    r"[ *●—-]*(?:\(?[一二三四五六七八九十\d]+[)、.])?[ *]*"
    rf"({OWN_LEVEL.pattern}|[^,。;:、\d]{{0,12}}?{alternatives('zone')}(?:[一-鿿]{{2}}片区)?)(?![、和与及等“《被])[^,。;:\d]{{4,14}}。$"
)


def scope_of_lead(lead: str) -> str | None:
    """Return the zone that a paragraph's first sentence, without a number, tells of; None where it tells of work on it.

    >>> scope_of_lead("自贸区建设成效明显。"), scope_of_lead("加快自贸区建设步伐。")
    ('自贸区', None)
    """
    found = LEAD.match(lead)
    if found is None or OPENING_VERB.match(found[1]) or KIND_OF_BODY.search(found[1]):
        return None
    return found[1] if found[1] == bare_name(found[1]) else None


def scope_of(opening: str) -> str | None:
    """Return the zone that a sentence opens with as its subject; None where a verb has it as its object.

    >>> scope_of("高新区完成投资"), scope_of("加快高新区建设"), scope_of("创建高新区,完成投资")
    ('高新区', None, '高新区')
    """
    made = OBJECT_SCOPE.match(opening)
    verb = OPENING_VERB.match(opening)
    if made is not None and verb is not None and verb.end() < made.end():
        return None if NOT_ACTING.search(made.group()) else opening[verb.end() : made.end()]
    built = ZONE_BUILT.match(opening)
    if built is not None and (verb is None or ZONE.fullmatch(built[1])):
        return built[1]
    several = SEVERAL_ZONES.match(opening) or COUNTED_ZONES.match(opening)
    if several is not None and verb is None:
        return several[1]
    projects = ZONE_PROJECTS.match(opening)
    if projects is not None:
        return projects[1]
    found = SCOPE.match(opening)
    if found is None or found.group() != bare_name(found.group()) or OPENING_VERB.match(found.group()):
        return None
    if NOT_WHOSE.match(opening) or KIND_OF_BODY.search(found.group()) or HALF_QUOTED.search(found.group()):
        return None
    behind = opening[found.end() : found.end() + 3]
    if behind.startswith(("已有", "现有")):
        return found.group()
    if behind.startswith("水质") or behind[:1] in "、和与及等建创发被“《":
        return None
    numbered = any(sign.isdigit() for sign in behind) and not ACTS_THEN.match(opening, found.end())
    return None if numbered else found.group()
