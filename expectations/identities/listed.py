"""The identities that are asked, with what a person reads of each."""

from __future__ import annotations

from dataclasses import dataclass

from zhibiao.model import Severity


@dataclass(frozen=True, slots=True)
class Identity:
    """An identity: its name is that of its query, of its check and of what confirms a figure.

    Where a bound that holds is no more than to be expected (a part below its whole), it ``confirms`` nothing. What
    ``copies_agree`` finds wrong already is not ``told`` again.
    """

    name: str
    title_zh: str
    title_en: str
    reason: str
    confirms: bool = True
    told: bool = True
    severity: Severity = Severity.WARNING


IDENTITIES = (
    Identity(
        "change_and_ends",
        "由X提高到Y与变动幅度相符",
        "From X to Y agrees with the change told",
        "A sentence that tells both ends and the change says one of the three twice; what remains is rounding.",
    ),
    Identity(
        "increase_within_level",
        "增加额小于总额",
        "What was added is less than what it came to",
        "达到201亿元，增加89.7亿元: of two amounts told in one breath the increase is the smaller.",
        confirms=False,
    ),
    Identity(
        "growth_between_years",
        "本年数、上年数与增速相符",
        "This year's level and last year's agree with the growth",
        (
            "Levels of two reports and the growth between them, where all are in prices of their year. More than "
            "fifteen points apart is another scope, another base year or a slip; 0.3 points and rounding confirm."
        ),
    ),
    Identity(
        "level_out_of_line",
        "三年序列前后相符",
        "The middle of three years fits its neighbours and the growth",
        "Two levels and two rates agree without it: the finding says what it would have to be.",
    ),
    Identity(
        "earlier_level",
        "对以往年份的表述与当年报告相符",
        "What is said of an earlier year agrees with the report on it",
        "A census revises a level by up to fifteen per cent; beyond that it is another thing or another year.",
    ),
    Identity(
        "revised_level",
        "以往年份的数据经过修订",
        "A later report revises an earlier year",
        "A census or another scope moves a level by up to fifteen per cent; the newer number counts.",
        confirms=False,
        severity=Severity.INFO,
    ),
    Identity(
        "copies",
        "同一年度两份文件数据一致",
        "Two documents on one region and year agree",
        "A digest or a copy repeats the report; where they differ, one of the two is wrong.",
        told=False,
    ),
    Identity(
        "communique",
        "报告与统计公报相符",
        "The report agrees with the communiqué of the year",
        "First figures are estimates: three points of growth and a tenth of a level are allowed.",
    ),
    Identity(
        "part_within_whole",
        "部分不大于整体",
        "A part is not above its whole",
        "Exports are part of trade, an industry's value added of GDP.",
        confirms=False,
    ),
    Identity(
        "part_in_sentence",
        "“其中”之数不大于总数",
        "What a sentence tells as a part is not above the whole",
        "完成投资100亿元，其中工业投资60亿元: the same unit, status and time, and neither a mean nor a mark to be passed.",
        confirms=False,
    ),
    Identity(
        "sum_in_sentence",
        "句中各部分之和等于总数",
        "Parts that a sentence tells add up to its whole",
        (
            "Behind 其中 where they come within three per cent of it or are two halves (城市、农村), and before 合计; "
            "what remains is rounding."
        ),
    ),
    Identity(
        "child_within_parent",
        "下级小于上级",
        "A division is below the one it is part of",
        "A city's GDP is below its province's; else one of the two is that of a part, or of several years.",
        confirms=False,
    ),
    Identity(
        "children_and_parent",
        "各下级之和与上级相近",
        "All prefectures together come near the province",
        "They are counted apart, and a quarter off is the most that provinces have shown.",
    ),
    Identity(
        "ratio_of_three",
        "三次产业结构之和为100",
        "The shares of three industries add up",
        "They are of one whole; what remains is rounding.",
    ),
    Identity(
        "ratio_and_amounts",
        "比率与两个数额相符",
        "A ratio agrees with the amounts that it is made of",
        "The share of taxes, of livelihood and of research, GDP per head, good days: a tenth off is no rounding.",
    ),
    Identity(
        "share_of_whole",
        "占比与部分、整体相符",
        "A share agrees with the part before it and the whole that it names",
        "工业纳税5.7亿元，占财政收入的56.4%, beside 财政收入10.1亿元: a tenth off is no rounding.",
    ),
    Identity(
        "income_between",
        "居民收入介于城乡之间",
        "The income of all lies between town and countryside",
        "A mean of two lies between them.",
        confirms=False,
    ),
    Identity(
        "level_in_series",
        "数额与历年相衔接",
        "A level is in line with the years around it",
        "usual_changes.csv holds how far each indicator has risen or fallen in a year, and over several.",
        confirms=False,
    ),
    Identity(
        "usual_ratio",
        "主要指标之间关系正常",
        "Core amounts and targets stand in a usual relation",
        (
            "Revenue of GDP, loans of deposits; a target of retail sales so many points from that of GDP: usual_ratios.csv "
            "and usual_gaps.csv hold what reports have shown, and half as much again."
        ),
        confirms=False,
    ),
    Identity(
        "target_and_achievement",
        "目标与上年完成数相衔接",
        "A target is in line with what was reached the year before",
        "Ten times last year's jobs is a slip; usual_changes.csv holds what reports have wanted.",
        confirms=False,
    ),
    Identity(
        "total_of_years",
        "多年累计数与年度数相衔接",
        "A total of several years is in line with a year of them",
        "Its mean a year beside the number of the last year or of the next; usual_changes.csv holds what reports have shown.",
        confirms=False,
    ),
    Identity(
        "target_completed",
        "完成目标的百分比与目标本身相符",
        "The share of the target agrees with target and amount",
        "What was reached, the target in the report before and the share of it: a tenth off is no rounding.",
    ),
    Identity(
        "target_missed_by",
        "与目标的差距同目标本身相符",
        "The distance told from a target agrees with it",
        "A rate, the target in the report before and the points between them leave only rounding.",
    ),
    Identity(
        "target_told",
        "对上年目标的表述与上年报告相符",
        "What is said to have been last year's target was it",
        "The target is there in the report that set it.",
    ),
    Identity(
        "rank_among_peers",
        "位次与同级地区数据相符",
        "A rank agrees with what its peers tell",
        "居全省第3位 leaves room for two above it; where all peers are there, the rank can be counted.",
    ),
    Identity(
        "gap_to_region",
        "与上级的差距同双方增速相符",
        "The distance told from another region agrees with both rates",
        "The other's own report has its rate; more than two and a half points off is no revision.",
    ),
    Identity(
        "parts_add_up",
        "各部分之和等于整体",
        "Parts add up to their whole",
        "The value added of three industries is GDP; three per cent off is no rounding.",
    ),
    Identity(
        "bounds_meet",
        "下限不高于上限",
        "A floor is not above its ceiling",
        "A target that is at least 8 % and at most 7 % cannot be met; one of the two was read wrongly.",
        confirms=False,
    ),
)
