"""The words by which it is told whether a figure is intended, claimed or merely referred to."""

from __future__ import annotations

import re

from zhibiao.lexicon import rows

DECEMBER = 12
UNTIL = ("到", "至")
UP_TO_CLAUSE = re.compile(r".*[,;。!?\n]", re.DOTALL)


def _intent_words(within: str) -> str:
    """Return a pattern of the words of intent; 要 and 将 only as auxiliaries, not in 主要, 需要, 将近.

    ``within`` is how far such a word reaches: 确保 through its ``sentence``, 不低于 through its ``clause``.
    """
    return "|".join(
        # What may not stand before the word is asked behind it: a search leaps from one first sign to the next.
        row["word"]
        + (f"(?<![{row['not_behind']}]{row['word']})" if row["not_behind"] else "")
        + (f"(?![{row['not_before']}])" if row["not_before"] else "")
        for row in rows("intent_words")
        if row["within"] == within
    )


SENTENCE_COMMITMENT = re.compile(_intent_words("sentence"))
COMMITMENT = re.compile(f"{_intent_words('sentence')}|{_intent_words('clause')}")
# 增长7%、力争7.5%: the stretch of the number before it, and of no other.
STRETCH = re.compile(r"(?:力争|争取|力求|奋斗目标)(?:是|为|达到?|增长|实现|突破)*[\d.]")
# In a review: what is still to come.
STILL_TO_COME = re.compile(
    r"有望|力争(?:全年|下半年|到|在|实现|达到|突破|完成)|努力实现(?:全年|下半年)|确保(?:全年|下半年)|到(?:本|下|20)世纪|本世纪(?<!了本世纪)(?:末|内)|争取(?:到|在)20|计划(?:到|在|于|今年|明年|\d+年[投完建])|决定(?:用)?(?:\d+|[两三五十])年时间|拟(?:投|于|在|实施)"
    r"|将(?<!即将)(?:达到?|建成|完成|实现|于|在|新增|突破|超过)|到(?:明年|今年)"
)
# 工作中按8%争取: the word of intent stands behind its number
ARRANGED_FOR = re.compile(
    r"(?:左右|以上|以内)?(?:的(?:目标|要求|速度|增速|幅度))?(?:来|去)?(?:努力)?(?:争取|组织|安排|把握|掌握|考虑|分解|推进|落实|部署|谋划|下达)"
)
STRIVEN_FOR = re.compile(r"(?:左右|以上)?(?:的目标|的要求)?(?:来|去)?(?:努力)?(争取|组织)")
SET = re.compile(r"计划|安排|目标|将(?<!即将)(?!近)|拟|要(?<![重主需必首简纲摘]要)(?!求|素|点)")
# With no year known: what the words themselves tell as done, and as proposed.
TOLD_OUTRIGHT = re.compile(r"完成|实现了|超额|比上年|较上年|同比|去年|已经?|达到了|了(?=[\d约近])")
PROPOSED = re.compile(
    r"预期|目标(?!任务)[^。]{0,6}[:是为]|(?:报告|会议)(?:提出|建议)[^。]{0,8}(?:今年|明年|20\d\d年)"
)
# 去年提出把物价涨幅控制在10%以内: what was aimed at then, also where this year's plan tells of it.
PROPOSED_THEN = re.compile(
    r"(?:年初?,?[^,。;\d]{0,12}(?:提出|确定(?!性)|定下|计划|预期)|原(?:定|计划|预计))(?:的|了)?[^,。;\d]{0,20}?"
    r"(?P<aim>(?:控制在|确保|力争|目标[是为]?|不低于|不超过)[^,。;\d]{0,8})?$"
)
# 人代会通过的上年主要指标是:生产总值增长8%,财政收入增长7%。 What came of them is told behind it.
IS_LIST = "是:"
GOALS_SET = re.compile(
    r"(?:^|[。;!\n])(?![^。;!\n]*(?:完成|实现|达到))[^。;:!\n]{0,40}(?:通过|批准|确定|下达)的[^。;:!\n]{0,40}(?:指标|目标|任务)是:$"
)
# 低于年度预期目标2.2个百分点 tells how far the result is from what was proposed, and is no aim.
DISTANCE_FROM = re.compile(r"(?:[高低快慢好优多少]于|高出|超出|超过?|比)了?(?:[全上去当本每]|20\d\d)?$")
# 增速高于“十二五”预期目标0.8个百分点: nor is what the clauses behind it tell.
BESIDE_GOAL = re.compile(
    r"(?:[高低快慢好优]于|高出|超出|超过?|超额|比)[^,。;:\d]{0,12}(?:目标|预期)(?!是|为)"
)
RESULT_AFTER = re.compile(
    r"(?:左右|以上|以内)?(?:的[^,。;\d]{0,4}目标)?,[而但]?(?:全年)?(?:实际|结果|执行结果)"
)
# 一季度生产总值下降8%: part of a year, told plainly in the plan's section, with nothing that intends it.
CHANGED_PLAINLY = re.compile(r"(?:下降|增长|回落|减少|上升)(?:了|仅)?$")
ABOUT = re.compile(r"\**(?:左右|以上|以内|以下)")
# The reasons given for a target: 6%左右的速度可以保证就业, 每增长1个百分点带动就业2万人.
REASON_AFTER = re.compile(
    r"(?:左右|以上|以内)?的(?:增长)?(?:速度|增速|增长)[^,。;\d]{0,6}(?:可以|能够?|有利|足以|主要是?|是为|与)"
)
# 保障就业需要5%以上的增速
# 这样可以保证新增就业5万人,能够消化新增劳动力3万人: what the speed is good for.
REASON_BEFORE = re.compile(
    r"(?:(?:速度|增速|增幅|增长率)[^,。;\d]{0,2}|(?:这样|如此|据此?测算),?|这(?:个|一|样的)(?:速度|目标|增速)[^,。;\d]{0,2})"
    r"(?:[就便也]|大[约体致])*(?:可以?|能够?|足以|可望)(?:[^。;]*,[并也还]?(?:可以?|能够?|足以))?[^,。;\d]{0,14}$"
)
NEEDED = re.compile(r"(?:需要?|要有|须有?|必须有)$")
SPEED_AFTER = re.compile(r"(?:左右|以上)?的[^,。;\d]{0,6}(?:增速|增长|速度)")
PER_POINT = re.compile(r"每(?:增长|提高|增加|下降|降低)(?:[\d.一]+个?百分点,?[^,。;\d]{0,14})?$")
# A digest quotes the report's own words of 今年 below such a label.
OF_REPORT = re.compile(r"【(?:报告)?(?:原文|摘录)】$")
# 2022年伊始,我们…发现1例; 2024年有17万毕业生
BEGUN = re.compile(r"伊始|以来|年初|预计|提前|(?<!没)有$|征集")
GOALS_ABOVE = re.compile(r"(?:预期|主要|奋斗|发展|年度|小|今年)目标[^>]{0,6}(?:$| >)")
# In a plan: what is so already.
ALREADY = re.compile(
    r"(?:已经?(?![济常])|现有(?<![比由从将把]现有)(?!基础|[^,。;\d]{2,}(?:达到?|[高加降]到))|现已|目前(?<![由从比]目前)|尚有|至今|以来|累计已|曾|去年(?<![比较在由从]去年)|共有(?!产权)|拥有(?<![均人户口]拥有)(?!率|量|[^,。;]{0,12}(?:达到|[高加]到))|建成了|完成了|实现了|达到了|取得了|增加了|下降了|增长了|制定了|出台了|形成了|签订了|今年(?:全国|全[省市县区])?高校毕业生(?:预计|将)?(?:超过?|达到?|高达|有)?$)"
)
# 固定职工的比例,已由五十年代的50%左右,上升到80%以上
ALREADY_FROM = re.compile(
    r"已经?[由从][^。;]{2,40},[^,。;\d]{0,6}(?:升|增|提|降|减|变|扩|涨|跃)[^,。;\d]{0,6}$"
)
# 去年下半年开始,选择12家企业试点: so far, unless the sentence goes on to this year.
SINCE_LAST_YEAR = re.compile(
    r"(?:^|[。;!\n])[从自]?去年(?!底)[^,。;\d]{0,8}(?:开始|以来|起),(?!.*[今明]年)[^。;]*$"
)
COUNTED_BY = re.compile(r"(?:截[至止]|到)[^,。;]{2,12}统计,[^。;]*$")  # 截至今年二月底统计,停建项目1417个
# 51个项目已纳入规划: done, where the words behind the number say so, and do not merely say which (141条已整治河道)
DONE_BEHIND = re.compile(
    r"[^,。;、\d]{0,12}已经?(?:全部|全面|基本|部分地?|陆续)?(?:纳入|列入|返岗|复工|建成|完工|开工|投产|竣工|实现|完成|落地|获批|投入)[^,。;的]{0,16}(?:[,。;]|$)"
)
# 经过改革开放30年的发展, 经过20多年的改革开放: how long it has been
SINCE_THEN = re.compile(
    r"(?:经过|走过|历经)了?(?:我国|我[省市])?(?:改革开放|新中国成立|建[国市省区州])(?:以来)?近?$"
)
YEARS_PASSED, YEARS_OF_REFORM = (
    re.compile(r"(?:经过|走过|历经)了?近?$"),
    re.compile(r"的?(?:改革开放|光辉历程)"),
)
# 惠及全省7400万人民: how many there are, in whatever is promised to them.
WHOLE_PEOPLE = re.compile(r"(?:(?:全|我|本)[国省市州盟区县旗]|中国)$")
PEOPLE_AFTER = re.compile(
    r"民族大家庭|(?:各族|城乡|干部)*(?:人民|儿女|父老乡亲|老百姓|百姓|群众的)(?![^,。;]*(?:脱贫|喝上|用上|受益|享受))"
)
# 为890万济宁人民的幸福生活, 是5000万浙江人民的期盼
PEOPLE_NAMED = re.compile(
    r"[多余]?(?:勤劳[^,。;的\d]{0,6}的)?[一-鿿]{0,4}?(?:各族)?(?:人民(?![币公医代政法群调团武])|儿女)"
    r"(?![^,。;]*(?:脱贫|喝上|用上|受益|享受))"
)
# 目前我省储备的项目中,投资5亿元以上的有67项; 境内3条高速贯穿且有5个出入口: what there is now
HAS_NOW = re.compile(r"目前(?!为止)[^。;]{0,40}(?<![将要会再都])有[约近超过]*$|[且就]有[约近超过]*$")
# A class, a norm, the size of something: no claim of its own.
CLASS_UNITS = ("岁", "度", "元", "蒸吨", "千瓦", "分贝", "人", "平方米")
CLASS_AFTER = re.compile(
    r"\**(?:及|\(含\))?以[上下内](?:、[一-鿿]{1,6}[\d.]*[百千万亿]*元以上)?(?:的)?(?:工业(?:增加|总?产|企)|[城镇项目工业]{0,4}固定资产投资|(?:[\u4e00-\u9fff“”]{0,8}?)"
    r"(?:人口|人群|老人|老年人|人员|儿童|群众|居民|企业|项目|(?<!农)村|坡耕地|[农保租商困边]户|大户|边缘户|家庭|燃煤|锅炉|贫困|学生|园区|集群|产业|集聚区|聚集区|集镇|地块|商圈|连片))"
)
# 销售收入200亿元以上的企业5家、100亿元以上的5家, 企业6个、100亿元的17个: so many of those counted are that large
SO_MANY_AFTER = re.compile(r"\**(以[上下])?的?有?\d+[多余]?[家户个](企业)?(?=[,;。、和的])")
# 对纳税过百万元的骨干企业实行挂牌保护: for whom it is done
TO_THOSE = re.compile(r"对[^,。;、\d]{0,10}(?:超过?|(?<![通经])过|达到?|以上)[ ]?$")
THOSE_AFTER = re.compile(r"\**(?:以上)?的?[一-鿿]{0,8}?(?:企业|项目|园区|乡镇|[县村户]|家庭)")
COUNTED_AND = re.compile(r"\d[多余]?[家户个][、,][超过]?$")
# 500万元口径固定资产投资, 实施4万亿元的投资计划
SERIES_AFTER = re.compile(r"\**(?:以上|及以上)?(?:统计)?口径|\**的?(?:一揽子|经济|政府)?(?:投资|刺激)计划")
# 20户以上自然村通电话, 淘汰20吨以下燃煤锅炉: which villages, boilers, mines
SIZED_UNITS = ("户", "吨", "兆瓦", "吨标准煤", "头")
SIZED_AFTER = {
    "户": re.compile(r"\**(?:及)?以[上下](?:的|已通电|未通电|不通电|偏远|农村)*(?:自然村|自然屯|村寨|村屯)"),
    "吨": re.compile(
        r"\**(?:/[小每]?时)?(?:及)?以[上下]的?(?:小|燃煤|燃油|分散|工业)*(?:煤矿|矿井|锅炉|企业|标煤(?:重点)?企业)"
    ),
    "煤": re.compile(r"\**(?:及)?以[上下]的?(?:重点|用能|耗能|工业)*(?:企业|单位)"),
    "头": re.compile(r"\**(?:及)?以[上下]的?(?:规模|标准化|养殖|奶牛)*(?:县|场|大户)"),
    "瓦": re.compile(r"\**(?:及)?以[上下]的?(?:燃煤|火电|煤电|小)*(?:发电)?(?:机组|锅炉)"),
}
# 年收入低于10万元的薄弱村, 人均住房面积不足13平方米的低保家庭: whom it is about
BELOW = re.compile(r"(?:低于(?<!不低于)|不足|不到|少于(?<!不少于))$")
WHO_ARE_BELOW = re.compile(r"的[一-鿿]{0,8}?(?:贫困现象|[渔农居]民|家庭|[农困]户|人口|村|群众|对象)")
AGE_AFTER = re.compile(r"\**(?:及)?以[上下]")
# 0-6岁残疾儿童, 35至64岁妇女: whose turn it is
AGES = re.compile(r"\d ?[-—~至到] ?\d")
OF_AGES = re.compile(
    r"\**的?[一-鿿“”、]{0,8}?(?:儿童|少年|婴幼儿|幼儿|孩子|学生|女生|女性|妇女|老人|老年人|人口|人群|人员|居民|群众|村民|农民|劳动力|患者)"
)
AGE_REACHED = re.compile(r"寿命|年龄[达提]")
# 生产总值超200亿元的县达到34个, 总投资超10亿元项目36个: it says which are counted.
# 产值超50亿元、100亿元的企业: each of the marks before says which
MARKS_BEFORE = r"(?:[\d.]+[十百千万亿]+[美欧]?元?[、和]){0,3}"
OVER = re.compile(rf"(?:超|过|突破|达|不足|低于|不低于)[ ]?{MARKS_BEFORE}$")
# 一批销售收入过50亿元、100亿元的龙头企业: what some are like
SOME_OF_SIZE = re.compile(r"一批[^,;。、\d向]{0,16}$|一批[^,;。]{2,24}元[、和][超过]{0,2}$")
SOME_BEHIND = re.compile(
    r"\**(?:以上)?(?:[、和][超过]{0,2}[\d.]*[十百千万亿]+元){0,3}(?:以上)?的?[一-鿿“]{2}"
)
# 10家销售收入过100亿元的企业
COUNTED_BEFORE = re.compile(r"\d[多余]?[家户个][^,;。、\d]{2,14}(?:超过?|(?<![通经])过|突破)$")
COUNTED = (
    r"\**(?:[、和][超过]{0,2}[\d.]*[十百千万亿]*元)?(?:以[上下])?(?:的|或[\d.]+[万亿]*[美欧]?元)?[一-鿿]{0,6}?(?:县|市|区|镇|乡|村|企业|园区|开发区|市县|县区|县市|项目"
    r"|集群|集团|基地|家庭|农户|街道|城区|贫困人口|人口|人群|对象|产业)"
)
COUNTED_BEHIND = re.compile(rf"{COUNTED}(?=[,;。、和及]|$)")
# 3个过千亿元的主导产业, 26个超十亿元产业项目成功落户, 10个以上百亿元龙头企业: nothing but the mark between count and amount
MARKED_BEFORE = re.compile(
    r"(?:(?<!第)[\d一二两三四五六七八九十][多余]?[家户个座]|一批)(?:[年预][^,。;、\d]{0,3}(?:产值|收入)|产值|投资额?|销售(?:收入|额)?|(?:主营业务|营业|年)收入|纳税)?"
    rf"(?:超过?|(?<![通经])过|突破|达到?|以上){MARKS_BEFORE}$"
)
MARKED_AFTER = re.compile(
    r"\**(?:[、和][\d.]+[十百千万亿]+[美欧]?元){0,3}(?:以上)?的?[一-鿿]{0,10}?(?:企业|园区|开发区|基地|项目|集群|产业|增长点|联合体)(?![一-鿿]{0,4}[增降\d])"
)
COUNTED_AFTER = re.compile(
    rf"(?:{COUNTED}(?:\([县市区、]{{1,6}}\))?|(?:以上)?的(?=\d+多?[个家户](?![一-鿿])))(?=[\d达共有数减增由从各超]|[要已][达有]| \d|新增|不[少低]于|力争|分别|[一二三四五六七八九十两]+[家户个])"
)
PROJECT_BEFORE = re.compile(r"年[产加处][^,。;、\d]{0,6}$")
PROJECT_AFTER = re.compile(
    r"[^,。;、\d]{0,16}(?:等\d+个)?(?:项目|[一二三四]期|工程|生产线|基地|电站|电厂|机组)|[^,。;\d]{2,24}等[^,。;、\d]{0,8}项目"
)
# 50亿-100亿元项目20个, 对纳税过百万元的骨干企业, 大力培育过50亿元企业, 若干超2000亿元产业: which are meant, unless it is the first one.
AMOUNT_UNITS = ("元", "亿")
WHICH_ARE = re.compile(
    r"\**(?:[、和][超过]{0,2}[\d.]*[十百千万亿]+元?)?的?[一-鿿]{0,8}?(?:项目|企业|公司|集团|产业|集群|园区|基地)(?![一-鿿]{0,2}(?:资金|投资|经费|增))"
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
    r"(?!以|多|余|左右|的?任务)[^,。;、\d]{0,12}?(?:项目|电站|电厂|电场|机组|基地)(?![^,。;、\d]{0,6}(?:改造|关停|脱硫|升级|排放))"
    r"|(?!以|多|余|左右)[^,。;\d]{2,20}等[^,。;、\d]{0,8}(?:项目|电站|基地)"
)
# 建龙明阳20万千瓦风力发电、…等项目: the first of a list, with whose it is
POWER_LISTED = re.compile(r"(?:风力发电|光伏发电|太阳能发电|风电|光伏|储能|抽水蓄能)[、和]")
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
TONNES = ("吨", "吨/年", *(f"{many}{one}" for many in "万亿" for one in "辆台只头片箱锭条套"))
TONNES_AFTER = re.compile(
    r"(?!以|多|的?任务|左右)(?![^,。;、]{0,8}(?:任务|淘汰|关停|房|安居|棚户|道路|农户))[^,。;、\d]{1,12}?(?:项目|生产线|(?:生产|养殖|示范|产业)基地)(?!资金|经费|[一-鿿]{0,2}任务)"
)
# 120万吨PTA、60万吨乙烷制乙烯等大项目建成投产, 唐人神200万头生猪全产业链、…等项目: what each is to make, in a list
MADE_UNITS = ("吨", "万头", "万只", "万辆", "万台", "万套", "万立方米", "亿立方米")
MADE_IN_LIST = re.compile(
    r"(?!以|多|余|左右)[^,。;、\d]{1,12}、[^,;。]{2,24}等[^,。;、]{0,8}项目(?!资金|经费)"
)
TONNES_DONE = re.compile(r"(?:完成|新增|淘汰|关停|拆除|压减|达到?|超过?|实现|减少|节约|去)[^,。;、\d]{0,8}$")
# What any size of a project ends in.
SIZES_END = frozenset(unit[-1] for unit in (*AMOUNT_UNITS, *CLASSES, *POWERS, *TONNES, *MADE_UNITS))
SIZE_BEFORE = re.compile(
    r"(?:总投资|(?<!完成)投资|规模|总规模|占地|时速|全长|(?<!形成)(?<!完成)总长度?|库容|建筑面积|注册资[本金])[^,。;\d增]{0,6}$"
)
SIZE_AFTER = re.compile(
    r"\**(?:以上|左右)?的(?!(?:增长)?速度|增[速幅]|基础上)(?:\d+[多余]?(?:大类|[个项类座条家处宗])){0,2}[^,。;\d]{1,24}"
)
VOLTAGES = ("千伏", "kv", "kV", "Kv", "KV")
AMONG_ALL = re.compile(r"(?:全省|全国|全市|省里)[^,。;、\d]{0,10}$")
OF_ALL = re.compile(r"[^,。;、]{0,16}(?:之一|中排名|中位居|中列|中居|当中)")
# What was to be done, not what was: 超额完成…155万吨、…230万头任务, 完成下降3.5%的年度任务. But 完成8个村的改造任务 was.
TASK_BEFORE = re.compile(
    r"(?:超额[^,。;]{0,4}完成|(?:没有|没能|未能?)(?:如期|全部)?(?:实现|完成|达到))[^,。;]{0,50}$"
    r"|(?:超过|超出|高于|低于|达到)[^,。;]{0,10}(?:计划|预定|预期|规划|年初)[^,。;]{0,24}$"
    r"|完成[^,。;\d]{0,24}(?:下降|降低|增长|减排|压减|削减|精简)$"
)
TASK_AFTER = re.compile(r"[^,。;]{0,30}?(?:任务|目标)(?!数?的|区)")
# 控制在3%的预期目标以内, 高于6%的预期目标1.2个百分点: the number is the goal that the result is measured by.
MEASURED_BY = re.compile(
    r"(?:控制在|低于|高于|好于|优于|快于)[^,。;\d]{0,4}$"
    # 增长8.2%,实现了8%的预期目标: after a result only; 完成60亿美元的目标任务 tells the result itself
    r"|%,[^,。;\d]{0,6}?(?:接近|超过|超出|未达到?|(?:实现|完成|达到)了?)(?:[^,。;\d]{0,8}(?:的|定|下达)|年增长)?$"
)
GOAL_AFTER = re.compile(
    r"(?:左右|以内|以上)?的[^,。;\d]{0,8}?(?:目标|预期|控制数|标准|计划指标)|(?:的?预期)?(?:控制)?目标(?:值?(?:以|之)?内|(?=[,。;]))"
)
# 900万人的目标充分考虑了影响: a goal spoken of, neither reached nor set here
GOAL_SPOKEN_OF = re.compile(r"(?:左右|以上|以内)?的(?:预期|年度|全年|增长|就业)*目标(?![任数]|管理|责任)")
# 年初预算安排45.2亿元,执行中调整为42亿元: what was budgeted, told beside what came of it.
BUDGETED = re.compile(r"(?:(?:年初|年度|原|调整后?)预算(?:数|安排)?|执行中调整|预算调整)[为是]?$")
ASIDE = re.compile(r"\((?:[^()]{0,6}目标(?:是|为|任务)?[^()\d]{0,12}|(?:年初|年度|全年|原)?计划(?:为|是)?)$")
# A case supposed: 如果每人每年增加一元,…就增加六亿元. 如果按可比价计算 supposes nothing.
SUPPOSES = re.compile("如果|假如|假使|倘若|假定|只要")
SUPPOSED = re.compile(rf"(?:{SUPPOSES.pattern})(?![^,。]{{0,16}}(?:完成|计算|[扣剔]除|口径|在内))[^。]*$")
THEN = re.compile(r"[^。!?\n]*?(?:就|那么|便)")
NORM_AFTER = re.compile(r"[^,。;\d]{0,14}(?:标准|红线|补助|补贴|奖励|贷款支持|税收返还)")
OF_EACH = re.compile(r"每(?:[一个位名家人县区镇乡村所校]|[一二两三四五六七八九十]个)[^。;]*$")
WITHIN_YEARS = re.compile(r"[\d一二三四五六七八九十]年(?:[之以]?内|时间)[^。;]*$")
# 争取中央提前下达专项债券231亿元 tells what was got, not what is striven for.
GOT = re.compile(r"争取(?:到|中央|国家|上级|省|各类|专项|资金|政策)")
# 60万千瓦火电项目将于今年竣工: a project to come, by its size.
COMING_AFTER = re.compile(r"[^,。;\d]{0,16}将(?:于|在)(?:今年|明年|年[内底]|[上下]半年)")
# Which things a statistic covers, and what a word means: 年营业收入1000万元及以上, 是指…达到200公里的铁路.
FROM_UPWARDS = re.compile(r"(?:及|\(含\))以[上下]")
DEFINED = re.compile(r"(?:是指|系指|所指|即指|[。:]指)[^。;]*$")
STATED = re.compile(r"(?:[为占达约]|达到|分别为|修订为|调整为)[约近超]?$")
DONE = re.compile(r"已|实际|截至|目前|了")
# 与“十四五”规划年均增长7%的要求相衔接: the goal of another plan, beside which this one is set.
AGREES_WITH = re.compile(r"(?:与|同|和)[^,。;\d]{2,24}$")
AGREES = re.compile("衔接|一致|吻合|匹配|相适应|相符")
AGREES_AFTER = re.compile(rf"(?:左右|以上|以内)?的?[^,。;\d]{{0,12}}?相?(?:{AGREES.pattern})")
# 按照2012年40%、2013年30%的进度: what is to be done year by year
SCHEDULE_BEFORE, SCHEDULE_AFTER = re.compile(r"按照?[^,。;]*$"), re.compile(r"[^,。;]{0,24}的进度")
# What a note says to be so: 目前已建成12个, 部分指标未完成的情况.
SO_NOW = re.compile(
    r"已(?!经济|达标)|目前|现有|截至|实际|(?:完成|落实|执行)情况|未(?:能|如期)*(?:实现|完成)|完成率|居全[国省市]"
)
PERFORMED = re.compile(
    r"已|(?<![没所具含拥])有(?![关力效])|共|达到?|建成|完成|实现|评选|组建|开展|带动|新增|累计|截至"
)
# In a review: 全年预期增长6%,完成3%; 目标为10%. What came about is not 好于预期, nor 达到预期目标.
FORESEEN = re.compile(
    r"(?:预期(?<![于过合到了]预期)(?:目标)?(?:为|是)?(?:年均)?(?:增长|增幅|增速|涨幅|上涨)?|目标(?<![到成现了]目标)(?:值|数)?(?:为|是)(?:增长)?"
    r"|计划(?:为|是)?增长)$"
)
