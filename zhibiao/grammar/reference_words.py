"""The words that tell a class, a size or a mark of the things meant: what a number beside them claims nothing by."""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import alternatives
from zhibiao.lexicon import rows
from zhibiao.quantities.tries import longest_of

# A class, a norm, the size of something: no claim of its own.
CLASS_UNITS = ("岁", "度", "元", "蒸吨", "千瓦", "分贝", "人", "平方米")
CLASS_AFTER = re.compile(
    r"\**(?:及|\(含\))?以[上下内](?:、[一-鿿]{1,6}[\d.]*[百千万亿]*元以上)?(?:的)?(?:工业(?:增加|总?产|企)|[城镇项目工业]{0,4}固定资产投资|(?:[\u4e00-\u9fff“”]{0,8}?)"
    rf"(?:{alternatives('meant_by_size')}|(?<!农)村|工程(?=\d)))"
)
# 销售收入200亿元以上的企业5家、100亿元以上的5家, 企业6个、100亿元的17个: so many of those counted are that large
SO_MANY_AFTER = re.compile(r"\**(以[上下])?(的?)(?:达到?|有)?\d+[多余]?[家户个](企业)?(?=[,;。、和的])")
# 对纳税过百万元的骨干企业实行挂牌保护: for whom it is done
TO_THOSE = re.compile(r"对[^,。;、\d]{0,10}(?:超过?|(?<![通经])过|达到?|以上)[ ]?$")
THOSE_AFTER = re.compile(rf"\**(?:以上)?的?[一-鿿]{{0,8}}?{alternatives('meant_by_amount')}")
COUNTED_AND = re.compile(r"\d[多余]?[家户个][、,][超过]?$")
# 500万元口径固定资产投资, 实施4万亿元的投资计划
SERIES_AFTER = re.compile(r"\**(?:以上|及以上)?(?:统计)?口径|\**的?(?:一揽子|经济|政府)?(?:投资|刺激)计划")
# 支持研发投入强度3%以上的企业: which firms, by a rate of theirs; of 90%以上的企业 without a name it is how many
RATE_BEFORE = re.compile(r"(?:率|强度)(?:(?:仍|还)?(?:达到?|超过?|[高低]于|不足|在))?$")
RATE_AFTER = re.compile(rf"(?:及?以[上下])?的[一-鿿]{{0,6}}?{alternatives('class_by_size')}")
# 10亿元或1亿美元以上的项目: one size in two currencies, which says which of them are meant
IN_TWO_AFTER = re.compile(r"\**(?:以上)?或(?:者)?[超过]{0,2}[\d.]+[十百千万亿]*[美欧]元")
IN_TWO_BEFORE = re.compile(r"[\d.]+[十百千万亿]*元(?:以上)?或(?:者)?[超过]{0,2}$")
# 20户以上自然村通电话, 淘汰20吨以下燃煤锅炉, 19座及以下中巴车: which villages, boilers, buses
SIZED_UNITS = ("户", "吨", "千瓦", "兆瓦", "吨标准煤", "头", "座", "层", "米")
SIZED_AFTER = {
    row["unit_ends"]: re.compile(
        rf"\**(?:/[小每]?时)?(?:[及或]\d+人|及)?以[上下]的?(?:{longest_of(row['of'].split('|'))})*{longest_of(row['ends'].split('|'))}"
    )
    for row in rows("things_of_size")
}
# 年收入低于10万元的薄弱村, 人均住房面积不足13平方米的低保家庭: whom it is about
BELOW = re.compile(r"(?:低于(?<!不低于)|不足|不到|少于(?<!不少于))$")
WHO_ARE_BELOW = re.compile(rf"的[一-鿿]{{0,8}}?{alternatives('poor_by_amount')}")
AGE_AFTER = re.compile(r"\**(?:及)?以[上下]")
# 0-6岁残疾儿童, 35至64岁妇女: whose turn it is
AGES = re.compile(r"\d ?[-—~至到] ?\d")
OF_AGES = re.compile(rf"\**的?[一-鿿“”、]{{0,8}}?{alternatives('of_an_age')}")
AGE_REACHED = re.compile(r"寿命|年龄[达提]")
# 生产总值超200亿元的县达到34个, 总投资超10亿元项目36个: it says which are counted.
# 产值超50亿元、100亿元的企业: each of the marks before says which
MARKS_BEFORE = r"(?:[\d.]+[十百千万亿]+[美欧]?元?[、和或]){0,3}"
OVER = re.compile(rf"(?:超|过|突破|达|不足|低于|不低于)[ ]?{MARKS_BEFORE}$")
# 一批销售收入过50亿元、100亿元的龙头企业: what some are like
SOME_OF_SIZE = re.compile(r"一批[^,;。、\d向]{0,16}$|一批[^,;。]{2,24}元[、和][超过]{0,2}$")
SOME_BEHIND = re.compile(
    r"[、,][^,。;、\d]{2,14}[超过]{1,2}[\d.]*[十百千万亿]+元?的[一-鿿]|"
    r"\**(?:以上)?(?:[、和][超过]{0,2}[\d.]*[十百千万亿]+元){0,3}(?:以上)?的?[一-鿿“]{2}"
)
# 10家销售收入过100亿元的企业
COUNTED_BEFORE = re.compile(r"\d[多余]?[家户个][^,;。、\d]{2,14}(?:超过?|(?<![通经])过|突破)$")
COUNTED = (
    r"\**(?:[、和][超过]{0,2}[\d.]*[十百千万亿]*元)?(?:以[上下])?(?:的|或[\d.]+[万亿]*[美欧]?元)?[一-鿿]{0,6}?"
    + alternatives("counted_above_amount")
)
# 1个产值过600亿元、3个产值过300亿元的产业集群: so many of each size
AND_SO_MANY = re.compile(
    r"[、和]\d+[多余]?[家户个][^,;。、\d]{2,14}(?:超过?|过|突破)[\d.]+[十百千万亿]*元(?:以上)?"
    rf"(?:、[^,;。]{{4,24}}元)?的[一-鿿]{{0,6}}?{alternatives('counted_above_amount')}"
)
COUNTED_BEHIND = re.compile(rf"{COUNTED}(?=[,;。、和及]|$)")
# 3个过千亿元的主导产业, 26个超十亿元产业项目成功落户, 10个以上百亿元龙头企业: nothing but the mark between count and amount
MARKED_BEFORE = re.compile(
    rf"(?:(?<!第)[\d一二两三四五六七八九十][多余]?[家户个座]|一批)(?:[年预][^,。;、\d]{{0,3}}(?:产值|收入)|{alternatives('amount_of_counted')})?"
    rf"(?:超过?|(?<![通经])过|突破|达到?|以上){MARKS_BEFORE}$"
    r"|(?<![第\d])\d+[家户个座]$"  # 30个10亿元企业
)
MARKED_AFTER = re.compile(
    rf"\**(?:[、和][\d.]+[十百千万亿]+[美欧]?元){{0,3}}(?:以上)?的?[一-鿿]{{0,10}}?{alternatives('marked_by_amount')}(?![一-鿿]{{0,4}}[增降\d])"
)
# 64个预增产值过10亿元、2334个过2000万元的增长点, 97家,其中64家过10亿元: nothing behind the amount
PASSED_BY_SO_MANY = re.compile(
    rf"(?<!第)\d[多余]?[家户个](?:预增产值|{alternatives('amount_of_counted')})?(?:超过?|(?<![通经])过|突破)$"
)
PASSING = ("过", "超", "突破")
NOTHING_BEHIND = re.compile(r"\**(?:[,;。、]|$)")
COUNTED_AFTER = re.compile(
    rf"(?:{COUNTED}(?:\([县市区、]{{1,6}}\))?|(?:以上)?的(?=\d+多?[个家户](?![一-鿿])))(?=[\d达共有数减增由从各超]|[要已][达有]| \d|新增|不[少低]于|力争|分别|[一二三四五六七八九十两]+[家户个])"
)
PROJECT_BEFORE = re.compile(r"年[产加处炼][^,。;、\d]{0,6}$")
PROJECT_AFTER = re.compile(
    rf"[^,。;、\d]{{0,16}}(?:等\d+个)?(?:{alternatives('built')}|[一二三四]期)|[^,。;\d]{{2,24}}等[^,。;、\d]{{0,8}}项目"
)
# 50亿-100亿元项目20个, 对纳税过百万元的骨干企业, 大力培育过50亿元企业, 若干超2000亿元产业: which are meant, unless it is the first one.
AMOUNT_UNITS = ("元", "亿")
WHICH_ARE = re.compile(
    rf"\**(?:[、和][超过]{{0,2}}[\d.]*[十百千万亿]+元?)?的?[一-鿿]{{0,8}}?{alternatives('which_are_by_amount')}(?![一-鿿]{{0,2}}{alternatives('not_money')})"
)
FROM_TO = re.compile(r"\d[万千百亿元]*(?:至|到|-|—|~)")
AND_MORE = re.compile(
    r"(?:对|若干|几个|\d[多余]?[个家户]|一批|(?:培育|扶持)(?!成)(?:壮大|发展)?)(?:[超过]{1,2}[\d.]*[十百千万亿]+元?、)?[^,;。\d]{0,16}(?:超过?|(?<![通经])过|突破|上)"
    rf"{MARKS_BEFORE}$"
)
THE_FIRST = re.compile(r"首[个家]|第[一二三四五六七八九十\d]+[个家]|成为|作为|进入|跻身|投入|安排|筹[措集]")
# 5万吨级码头, 500亿级产业集群: which they are; 航道达到30万吨级 is how large it has become.
CLASSES = ("吨级", "亿级", "元级", "瓦级")
CLASS_BEHIND = re.compile(r"\**(?:(?:及|\(含\))?以[上下])?的?[一-鿿、“/]")
# 黄花滩1200兆瓦抽水蓄能项目, 首台100万千瓦机组; of 新建100万千瓦光伏项目 and 完成10万千瓦机组改造 it is how much is built or done.
POWERS = ("千瓦", "兆瓦", "吉瓦", "瓦时", "MW", "GW", "MWh", "GWh")
POWER_AFTER = re.compile(
    rf"(?!以|多|余|左右|的?任务)[^,。;、\d]{{0,12}}?{alternatives('power_plant')}(?![^,。;、\d]{{0,6}}{alternatives('power_work')})"
    r"|(?!以|多|余|左右)[^,。;\d]{2,20}等[^,。;、\d]{0,8}(?:项目|电站|基地)"
)
# 建龙明阳20万千瓦风力发电、…等项目: the first of a list, with whose it is
POWER_LISTED = re.compile(rf"{alternatives('power_source')}[、和]")
WHOSE = re.compile(r"[一-鿿]{2}$")
POWER_DONE = re.compile(
    r"(?:^|完成|新增|[新在续扩改]建|建[成设]|开工|加快|推[进动]|启动|实施|抓好|搞好|投[产运]|关停|淘汰|并网|现役|装机|达到?|超过?|突破|确保|力争|共|约|近|累计|批|户用|的)[\s*]*$"
)
# 年产3.5万吨石墨电极项目 and 年产60万吨赖氨酸竣工投产 alike: what is built can make so much. 形成年产60万吨的能力 is a result.
MADE_YEARLY = re.compile(r"年产[约近超达]?$")
MADE_THING = re.compile(r"(?!以|左右|的?(?:生产|加工|制造)?(?:能力|产能|规模))[^,;。]{0,2}[一-鿿A-Za-z]{2}")
FORMED = re.compile(r"形成|达到|实现|具备|突破")
# 140万吨煤制烯烃项目建成投产; what is done to so many tonnes (完成20万吨…) is counted
# and so are 10万辆新能源汽车项目, 1亿只肉鸡基地; 3.57万套保障性安居工程 counts dwellings.
TONNES = ("吨", "吨/年", *(f"{many}{one}" for many in "万亿" for one in "辆台部只头片箱锭条套"))
TONNES_AFTER = re.compile(
    rf"(?!以|多|的?任务|左右)(?![^,。;、]{{0,8}}{alternatives('not_made')})[^,。;、\d]{{1,12}}?{alternatives('thing_made')}(?!资金|经费|[一-鿿]{{0,2}}任务)"
)
# 洋浦50万吨面粉厂动工, 镇海炼化800万吨炼油扩建: the works of somebody who is named
WORKS_AFTER = re.compile(
    rf"(?!以|多|余|左右|的?任务)(?![^,。;、]{{0,8}}{alternatives('not_made')})[^,。;、\d]{{1,12}}?{alternatives('works')}"
)
# 120万吨PTA、60万吨乙烷制乙烯等大项目建成投产, 唐人神200万头生猪全产业链、…等项目: what each is to make, in a list
MADE_UNITS = ("吨", "万部", "万头", "万只", "万辆", "万台", "万套", "万立方米", "亿立方米")
MADE_IN_LIST = re.compile(
    r"(?!以|多|余|左右)[^,。;、\d]{1,12}、[^,;。]{2,24}等[^,。;、]{0,8}项目(?!资金|经费)"
)
# 20万吨秸秆制糖等2512个项目, 30万吨铝材加工和50万吨再生铝项目, 贝特瑞20万吨、宸宇10万吨负极项目: one of several
MADE_AMONG_OTHERS = re.compile(
    r"(?!以|多|余|左右)(?:[^,。;、\d]{1,12}等\d+[多余]?[个项](?:投资[\d.]+[万亿]元以上)?[^,;。、\d]{0,10}项目"
    r"|[^,。;、\d]{0,12}[、和与及][^,。;、\d]{0,8}\d[\d.]*[万亿]?[吨辆台部只头箱锭条套][^,。;、\d]{1,12}?(?:项目|生产线))(?!资金|经费)"
)
TONNES_DONE = re.compile(r"(?:完成|新增|淘汰|关停|拆除|压减|达到?|超过?|实现|减少|节约|去)[^,。;、\d]{0,8}$")
# What any size of a project ends in.
SIZES_END = frozenset(unit[-1] for unit in (*AMOUNT_UNITS, *CLASSES, *POWERS, *TONNES, *MADE_UNITS))
# 总投资50亿元的产业园、30亿元的物流园等项目: of a further one in the list too
SIZE_BEFORE = re.compile(
    rf"(?:{alternatives('size_noun')}|(?<!完成)总?投资|(?<!形成)(?<!完成)总长度?)"
    r"(?:[\d.]+[十百千万亿多]*[美欧]?元的[^,。;、\d]{2,30}[、和及与])?[^,。;\d增]{0,6}$"
)
SIZE_AFTER = re.compile(
    r"\**(?:以上|左右)?(?:、[\d.]+万?(?:户|套|平方米))?的(?!(?:增长)?速度|(?:高速|较快|快速|中高速|平稳)?增[速幅长]|基础上|[^,。;\d]{0,6}目标|[^,;。]{0,6}(?:情况|条件|背景|形势)下)"
    r"(?:[\d.]+[多余]?(?:大类|[个项类座条家处宗套]|万?平(?:方)?米)){0,2}[^,。;\d]{1,24}"
)
# 完成投资2亿元的新水厂项目: what is done is a project of that size; 完成投资2亿元的目标 is of no thing
DONE_SIZE = "完成投资"
DONE_SIZE_AFTER = re.compile(
    rf"\**的(?:[\d.]+[多余]?(?:[个项座条家处套]|万?平(?:方)?米))?[^,。;、\d]{{3,20}}?{alternatives('built')}(?=[,。;、]|$)"
)
# 总投资80亿元的整车制造、31亿元的太阳能组件、15亿元的抗体药物等项目: the sizes that a list goes on with
SIZE_LISTED = re.compile(
    r"(?:总投资|(?<!完成)投资|规模|总规模)[^,。;\d增]{0,6}[\d.]+[万亿]*元(?:以上|左右)?的[^,。;]{2,80}、[约近超]?$"
)
# 总投资超2300亿元、年度完成投资315亿元以上的295个重点项目
SIZE_AND_YEAR = re.compile(
    r"(?:以上|左右)?、(?:年度|年内|当年|今年)(?:计划)?(?:完成)?投资[约近超]*[\d.]+[万亿]*元(?:以上|左右)?的\d*[个项]?[^,。;\d]{2,24}"
)
VOLTAGES = ("千伏", "万伏", "kv", "kV", "Kv", "KV")
AMONG_ALL = re.compile(r"(?:全省|全国|全市|省里)[^,。;、\d]{0,10}$")
OF_ALL = re.compile(r"[^,。;、]{0,16}(?:之一|中排名|中位居|中列|中居|当中)")
