"""A name as it is shown: without the verb, the joint or the circumstance that a longer clause left at its end."""

from __future__ import annotations

import re

from zhibiao.grammar.counted import without_predicate

# The last signs of what ends no name; most names end in another, and one look settles it.
LAST_SIGNS = tuple("将再达超共到至了都和及并与被为均由从较在过每得要可的内末年前上下占于")
NOUN = r"(?<=[一-鿿”)]{2})"
# 参与人数将, 占有率提高到, 营收超: the verb that leads to the number.
VERBS = (
    r"(?<![上大])将于?|(?<!一)再|(?<![发雷表送通直到])达|(?<![英反赶])超|(?<![公])共|了|(?<![首成古新京])都"
    r"|(?:[上下][升降调滑浮移]|扩[大展]?|延[长伸]|拓展|收窄|压缩|[提升降调变发展减增][高低升降整展少加]?)[到至]"
    r"|(?:整合|调整|折算|合并|统一|转变|扩大|改造|更名|重组)为|(?:控制|保持|稳定)在|(?:取|获|夺|赢)得|占"
    r"|(?<![通经超不难])过|(?<![主需重纪摘概简纲必首])要|(?<=[率比重名数量额价度幅])[上下]"
)
# 培训并, 行政村被, 补贴和: what joins the name to what follows.
JOINTS = (
    r"(?<![总饱调柔缓温平中亲祥共])和|(?<![惠涉普波危遍])及|(?<![合兼吞])并|(?<!参)与|(?<![棉衣床植外])被"
    r"|(?<![自理缘事])由|(?<![服跟随盲听])从|(?<![比计])较|(?<![人年月日户亩平])均|平均|每|的"
    r"|(?<![行作认成因以])为|(?<![潜存所现实内])在|(?<![许认])可"
)
ENDS = re.compile(rf"{NOUN}(?:{VERBS}|{JOINTS})$|(?<=[村镇县市区州])被$")
# 8个县试点基础上, 40个单位的支持下, 30个重点项目年内: circumstances of what is counted.
CIRCUMSTANCES = re.compile(
    rf"{NOUN}(?:的?(?:基础|情况|条件|前提|支持|背景|形势|影响|努力|框架)[上下]|(?:年内|[今明当全]年|年[底末]前?|汛期前|[上下]半年))$"
)
# 25个口岸中全年保持畅通的: of whom some are told.
CROWD = re.compile(
    r"(?<=[一-鿿][目业岸村县市区镇乡户人店品种校院站厂园员])中(?![心央国学小型药医期部间华高级低等水老草共转职介试]).*$"
)
# 民生支出占财政支出的 names a share.
OF, OF_WHOLE = "占", "的"
MOST_ENDS = 3


def without_end(name: str, counted: bool) -> str:
    """Return a name without what ends none; ``counted`` where it is that of a thing counted, cut out of a clause.

    >>> without_end("薄弱村占比下降至", False), without_end("驻村干部培训并", True), without_end("重点项目年内", True)
    ('薄弱村占比', '驻村干部培训', '重点项目')
    """
    if counted:
        name = without_predicate(CROWD.sub("", name) if "中" in name else name)
    for _ in range(MOST_ENDS):
        if not name.endswith(LAST_SIGNS) or (OF in name and name.endswith(OF_WHOLE)):
            break
        shorter = ENDS.sub("", name)
        if counted:
            shorter = without_predicate(CIRCUMSTANCES.sub("", shorter))
        if shorter == name:
            break
        name = shorter
    return name
