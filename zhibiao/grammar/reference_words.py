"""The words that tell a class, a size or a mark of the things meant: what a number beside them claims nothing by."""

from __future__ import annotations

import re

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
