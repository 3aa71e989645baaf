"""How times are written: the regular expressions of ``scanning``, in the order in which they are tried.

A report has an expression of time every few hundred characters, so ``BEGINNING`` jumps to where one may
begin; every alternative of it starts with a sign of its own, which lets the engine skip all else in one comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from zhibiao.lexicon import DIVISION, rows
from zhibiao.periods.numbers import CHINESE_DIGITS
from zhibiao.periods.plans import PLAN

DIGIT = f"[{''.join(sign for sign in CHINESE_DIGITS if sign != '两')}]"
# 二00八: zeros typed as digits
CHINESE_YEAR = rf"(?:(?:一[八九]|二[〇零○Oo]){DIGIT}{{2}}|二0[0一]{DIGIT})"
TO = r"[ ]?(?:[-—–―~]+|至|到)[ ]?"
COUNT = r"(?:[1-9]\d?|[一二两三四五六七八九十]{1,3})"
MONTH = r"(?:1[0-2]|0?[1-9])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
CHINESE_MONTH = r"(?:十[一二]?|[一二三四五六七八九])"
CHINESE_DAY = r"(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
# 初 also begins 初中, 初级, 初步: not an end or a beginning of a month or year.
EDGE = r"(?:底|末(?!位)|初(?![中级步次心始]))"
# 1894年 is a year; 1800年的历史 is how long.
LONG_AGO = r"[ ]?年(?![来前间多]|左右|以上|的?历史)"
# 1 995年, 19 95年: a blank of the scan within the year
TORN_YEAR = r"(?:1[ ]9\d\d|19[ ]\d\d|19\d[ ]\d|2[ ]0\d\d|20[ ]\d\d|20\d[ ]\d)(?=[ ]?年)"
# Five years and what happened over them: 五年累计投入, 十年增加近70万亿元.
OVER_YEARS = "累计|共(?!同|享|建)|平均|年均|新增|增加|减少|净增|增长"
# What was done in them: 5年接待游客3亿人次, but 三年改造计划.
DONE = (
    r"(?:接待|完成|建成|建设|新建|改造|改建|新改建|实际|利用|引进|转移|实现|投入|开工|整治|治理|造林|植树|脱贫|减贫|争取"
    rf"|筹措|筹集|培训|安置|带动|吸引|吸纳|发放|化解|修建|全社会|全[{DIVISION}](?=[^,;。\d\n]{{2,24}}\d)|生产总值)(?!规划|计划|行动|方案|任务|目标|纲要|工程|的)"
    r"(?![一-鿿]{1,8}(?:计划|行动|方案|会战|攻坚战)[,。;、”])"  # 高速公路三年建设会战方案
)
# 计划10年投入, 分两年筹措, 三年任务两年完成: of no years that are over.
NOT_DONE = "(?<!计划)(?<!任务)(?<!分)(?<!历经)(?<!历时)"
# What years are given to, or spent in.
TAKEN = ("时间", "努力", "奋斗")
# A deadline: 5年内达到70万亩, 用三年时间, 通过5年努力; 毕业两年内的学生 are a class of students.
WITHIN = (
    rf"(?P<within>(?<![第每\d])(?<!毕业)(?<!业后)(?<!离校)(?:{COUNT}{TO})?(?P<within_count>{COUNT})[ ]?个?年(?:[之以]?内(?!部|涵|容|需|给予|免|不)|后(?=,?(?:力争|争取))"
    rf"|(?:左右)?的?(?:{'|'.join(TAKEN)})))"
)

ARABIC_PART = rf"""
     (?P<months>(?<![\d.])(?P<first_month>{MONTH})[ ]?(?:月份?)?{TO}(?P<last_month>{MONTH})[ ]?月份?
        (?P<months_edge>{EDGE})?)
    |(?P<month>(?<![\d.])(?P<month_number>{MONTH})[ ]?月(?!亮)(?:
        [ ]?(?P<day>{DAY})[ ]?[日号](?:{TO}(?:{MONTH}月)?{DAY}[日号])?
        |份?(?P<month_edge>{EDGE})|[上中下]旬|份)?)
    |(?P<arabic_quarters>(?P<arabic_from>[1-4])(?:季度)?{TO}(?P<arabic_to>[2-4])季度)
    |(?P<arabic_quarter>(?P<arabic_quarter_number>[1-4])(?:季度(?P<arabic_quarter_edge>{EDGE})?|(?=(?:[、和及][1-4]){{1,3}}季度)))"""
WORDED_PART = rf"""
     (?P<chinese_months>(?P<chinese_first>{CHINESE_MONTH})月?[至到](?P<chinese_last>{CHINESE_MONTH})月份?)
    |(?P<chinese_month>(?<![一每]村)(?P<chinese_number>{CHINESE_MONTH})月(?!稻田|一[^日号])(?:
        (?P<chinese_day>{CHINESE_DAY})[日号]|份?(?P<chinese_edge>{EDGE})|[上中下]旬|份)?)
    |(?P<quarters>前[ ]?(?P<quarter_count>[两二三23])个?季(?:度|(?![一-鿿]?[军赛节候稻])))
    |(?P<chinese_quarters>(?P<chinese_from>[一二三1-3])(?:季度)?{TO}(?P<chinese_to>[二三四2-4])季度)
    |(?P<quarter>第?(?P<quarter_number>[一二三四1-4])(?:季度(?P<quarter_edge>{EDGE})?|(?=(?:[、和及][一二三四]){{1,3}}季度)))
    |(?P<lettered_quarter>Q(?P<lettered_quarter_number>[1-4])(?![\dA-Za-z.]))
    |(?P<half>(?P<half_name>[上下])半年)
    |(?P<first_months>(?<![提目此以之])[前头][ ]?(?P<month_count>(?:1[01]|[1-9]|十一?|[两二三四五六七八九])(?=个月)|(?:1[0-2]|[2-9]|十[一二]?|[二三四五六七八九])(?=月))个?月(?!{EDGE}|\d)份?)"""

# What may follow a year at once: 2013年 + 2月17日, 去年 + 前三季度, 2020年 + 底.
PART = re.compile(
    rf"(?:的|[ ])?(?:{ARABIC_PART}|{WORDED_PART}|(?P<year_edge>年?(?P<edge_name>{EDGE}))|(?P<whole>全年|本年|这一年))",
    re.VERBOSE,
)


def _relative_words() -> dict[str, tuple[str, int]]:
    return {row["word"]: (row["kind"], int(row["value"])) for row in rows("time_words")}


RELATIVE_WORDS = _relative_words()
RELATIVE = "|".join(sorted(map(re.escape, RELATIVE_WORDS), key=len, reverse=True))

# Expressions that begin with an Arabic digit.
NUMERIC = re.compile(
    rf"""
     (?P<iso>(?P<iso_year>(?:19|20)\d\d)(?P<iso_sign>[-/.])(?P<iso_month>{MONTH})(?P=iso_sign)(?P<iso_day>{DAY})(?!\d)
        (?:[ ]{{1,2}}\d\d?:\d\d(?::\d\d)?)?)
    |(?P<range>(?P<range_first>(?:19|20)\d\d)\**[ ]?年?度?{TO}\**
        (?P<range_last>(?:19|20)\d\d|\d\d(?=[ ]?年))(?!\d)\**(?:[ ]?年度?)?)
    |(?P<year>(?P<year_number>(?:19|20)\d\d|18\d\d(?={LONG_AGO}))\**[ ]?年度?)
    |(?P<torn>(?P<torn_number>{TORN_YEAR})[ ]?年度?)
    |(?P<listed>(?P<listed_number>(?:19|20)\d\d)(?=(?:、|和|及|以及|与|,)(?:19|20)\d\d[ ]?年))
    |(?P<short>(?P<short_number>\d\d)[ ]?年(?={MONTH}月|底|末|初(?!中)))
    |{ARABIC_PART}
    |(?P<since_past>(?P<since_count>[1-9]\d?)[ ]?多?年(?:以来|多来|来(?!自)|间(?!歇|隔)|中间?(?=,)))
    |(?P<total>(?<![续第每前后\d]){NOT_DONE}(?P<total_count>[1-9]\d?)[ ]?年(?={OVER_YEARS}|{DONE}))
    |{WITHIN}
    |(?P<era>\d\d世纪(?:[1-9]0年代)?(?:初|末)?|[1-9]0年代)
    |(?P<bare>(?P<bare_number>(?:19|20)\d\d)(?![\d年.%‰:]))
    |(?P<posted>\d\d-\d\d(?=[ ]*(?:\n|$)))
    """,
    re.VERBOSE,
)

# Expressions that begin with a word or a Chinese numeral.
WORDED = re.compile(
    rf"""
     (?P<chinese_range>(?P<chinese_range_first>{CHINESE_YEAR})年?{TO}(?P<chinese_range_last>{CHINESE_YEAR}|{DIGIT}{{2}})年度?)
    |(?P<chinese_year>(?P<chinese_year_number>{CHINESE_YEAR})年度?)
    |(?P<relative>(?<![\d一二两三四五六七八九十几近多半提])(?<!网(?=上))(?<!学(?=前一年))(?:{RELATIVE}))
    |(?P<coming>(?:今后|未来|接下来|往后|再用)的?[ ]?(?:{COUNT}{TO})?(?P<coming_count>{COUNT})[ ]?个?年
        (?:内|里|时间|期间)?)
    |(?P<past>(?:(?:刚刚)?过去|最近|近|这|(?<![提学产目])前|头)的?[ ]?(?P<past_count>{COUNT})[ ]?个?
        [多余]?年(?!级|期|制|行动|计划|的?(?:总和|之和|总数))(?:以来|多来|来|间|里|中|时间)?)
    |(?P<since_past>(?P<since_count>{COUNT})[ ]?多?年(?:以来|多来|来(?!自)|间(?!歇|隔)|中间?(?=,)))
    |(?P<total>(?<![续第每前后]){NOT_DONE}(?P<total_count>{COUNT})[ ]?年(?={OVER_YEARS}|{DONE}))
    |{WITHIN}
    |(?P<quarter_before>上(?:一个?|个)?季度)
    |(?P<plan>{PLAN.pattern})
    |{WORDED_PART}
    |(?P<own_edge>(?<![\d一二两三四五六七八九十几近多半])年(?P<own_edge_name>{EDGE}))
    """,
    re.VERBOSE,
)


def _by_first_sign(patterns: Iterable[str]) -> str:
    """The patterns, each of which begins with a sign, with one alternative for each of these signs."""
    behind: dict[str, list[str]] = {}
    for pattern in patterns:
        behind.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{sign}(?:{'|'.join(rest)})" for sign, rest in behind.items())


FIGURES = "一二三四五六七八九十"
BEGINNING = re.compile(
    _by_first_sign(
        [
            # A numeral of a year, or of two digits with a word of time or a dash behind it; most are neither.
            r"1(?<!\d\d)(?=[89]\d\d)",
            r"2(?<!\d\d)(?=0\d\d)",
            # 1 995年, 19 95年
            r"1(?<!\d\d)(?=[ ]9\d\d[ ]?年|9(?:[ ]\d\d|\d[ ]\d)[ ]?年)",
            r"2(?<!\d\d)(?=[ ]0\d\d[ ]?年|0(?:[ ]\d\d|\d[ ]\d)[ ]?年)",
            *(
                rf"{digit}(?<!\d\d)(?=\d?[ ]{{0,2}}[-—–―~至到月年季世多个]|(?:[、和及][1-4]){{1,3}}季度)"
                for digit in "0123456789"
            ),
            *(re.escape(word) for word in sorted(RELATIVE_WORDS)),
            *("今后", "未来", "接下来", "往后", "再用", "刚刚过去", "过去", "最近", "上半年", "下半年"),
            *(f"{word}(?=[的 两\\d{FIGURES}])" for word in ("近", "这", "前", "头")),
            *(
                rf"{numeral}(?=[〇零○Oo\d{FIGURES}]{{0,3}}(?:多|余|个)?[年月季至到—-]|(?:[、和及][一二三四]){{1,3}}季度|[一二三四五六]?五|五(?:时期|期间|规划|计划|末|以来))"
                for numeral in FIGURES + "两"
            ),
            *(
                "“(?=[一二三四五六七八九十]{1,2}五)",
                '"(?=[一二三四五六七八九十]{1,2}五)',
                "‘(?=[一二三四五六七八九十]{1,2}五)",
            ),
            *(
                "第(?=[一二三四1-4]季度|[一二三四五六七八九十]{1,2}个五年)",
                "年(?=[底末初])",
                r"Q(?=[1-4](?![\dA-Za-z.]))",
                "上(?=[一个]{0,2}季度)",
            ),
        ]
    )
)
DIGITS = re.compile(r"\d+")
# A year without 年 stands in a title or behind one of these words.
BEFORE_BARE_YEAR = (
    "回眸",
    "展望",
    "回望",
    "回首",
    "告别",
    "迎接",
    "迈进",
    "走进",
    "奋进",
    "再见",
    "你好",
    "收官",
    "决胜",
    "「",
    "『",
)
