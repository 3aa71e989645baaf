"""Expectations on what was found out about a document, and on what was read from it as a whole."""

from expectations.check import Check
from zhibiao.model import Severity

TABLE = "extracted.document_profiles"
FRAME = "documents"

CHECKS = (
    Check(
        name="every_document_is_read",
        table=TABLE,
        frame=FRAME,
        severity=Severity.ERROR,
        title_zh="每份入库文件均已提取",
        title_en="Every landed document has been read",
        reason="Counts against the layer before: a document without a profile is lost without a word.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "is_profiled", "value_set": [True]},
        message="landed, but not read",
    ),
    Check(
        name="region_is_known",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="文件所属地区已识别",
        title_en="The document's region is known",
        reason=(
            "Without a region no figure enters a series; where the reader said so itself, its own finding "
            "counts."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "region_is_known", "value_set": [True]},
        message="no region was found",
    ),
    Check(
        name="plan_year_is_known",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="文件所属年份已识别",
        title_en="The document's plan year is known",
        reason="Without a year no period can be resolved.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "plan_year_is_known", "value_set": [True]},
        message="no plan year was found",
    ),
    Check(
        name="kind_is_known",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="文件类型已识别",
        title_en="The document's kind is known",
        reason=(
            "A report, a digest of one, or a digest of a conference: anything else is read at one's own risk."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "kind_is_known", "value_set": [True]},
        message="the text looks like no report and no digest of one",
    ),
    Check(
        name="plan_year_is_a_year_of_reports",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="计划年份合理",
        title_en="The plan year is a year of reports",
        reason="The first reports are of the 1950s.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "plan_year", "min_value": 1950, "max_value": 2100},
        message="plan year {plan_year}",
    ),
    Check(
        name="plan_year_follows_review_year",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="计划年份紧接回顾年份",
        title_en="The plan year follows the review year",
        reason=(
            "A report reviews the year that has just ended; conferences in December name both years likewise."
        ),
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "years_between", "min_value": 1, "max_value": 1},
        message="reviews {review_year} but plans {plan_year}",
    ),
    Check(
        name="region_is_in_the_code_list",
        table=TABLE,
        frame=FRAME,
        severity=Severity.ERROR,
        title_zh="地区代码在区划表中",
        title_en="The region's code is in the list of divisions",
        reason="A code that no year knows has no row in the dimension of regions.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "region_is_in_the_code_list", "value_set": [True]},
        message="region {region_code} is in no year's list",
    ),
    Check(
        name="region_is_of_its_time",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="地区在计划年份存在",
        title_en="The region existed in the plan year",
        reason="A year of tolerance: reports go on with a name in the spring after its change.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "region_is_of_its_time", "value_set": [True]},
        message="{region_name} ({region_code}) did not exist in {plan_year}",
    ),
    Check(
        name="one_report_a_region_and_year",
        table=TABLE,
        frame=FRAME,
        severity=Severity.INFO,
        title_zh="同一地区同一年份仅一份报告",
        title_en="One report a region and year",
        reason="A second one is a draft, another edition, or a region or year wrongly read.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "reports_of_region_and_year", "max_value": 1},
        message="{reports_of_region_and_year} reports of {region_name} for {plan_year}",
    ),
    Check(
        name="report_states_headline_targets",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="报告有主要预期目标",
        title_en="A report states headline targets",
        reason=(
            "Nearly every report has a list of expected targets; where none is found, nor any target for a later "
            "year, the list is missing or was not recognised."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "has_headline_targets", "value_set": [True]},
        message="no headline target was found in {characters} characters",
    ),
    Check(
        name="report_states_targets_of_its_year",
        table=TABLE,
        frame=FRAME,
        severity=Severity.INFO,
        title_zh="报告有本年度主要预期目标",
        title_en="A report with goals for years to come states those of its year",
        reason=(
            "The first report of a new government or of a five-year plan may set goals for the years to come and no "
            "others: it leaves a gap in the panel, and is no fault."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "has_targets_of_its_year", "value_set": [True]},
        message="{later_targets} targets for years to come, and no list of those for {plan_year}",
    ),
    Check(
        name="digest_states_headline_targets",
        table=TABLE,
        frame=FRAME,
        severity=Severity.INFO,
        title_zh="报告摘要有主要预期目标",
        title_en="A digest states headline targets",
        reason="A digest may well leave the list out: good to know, no fault.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "digest_has_headline_targets", "value_set": [True]},
        message="no headline target was found in {characters} characters of a digest",
    ),
    Check(
        name="report_states_a_gdp_target",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="报告有地区生产总值目标",
        title_en="A report states a GDP target",
        reason=(
            "All but a few reports do (2020 is the exception); a list of targets without it is worth a look."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "has_gdp_target", "value_set": [True]},
        message="headline targets, but none for GDP",
    ),
    Check(
        name="numerals_are_explained",
        table="extracted.numerals",
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="未解释数字比例不高",
        title_en="Few numerals are unexplained",
        reason=(
            "Over all reports 0.3 % is the aim; a single document passes until 2 %, and with one or two "
            "numerals whatever their share."
        ),
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "unexplained_percent", "max_value": 2},
        message="{unexplained} of {numerals} numerals are unexplained ({unexplained_percent} %)",
    ),
    Check(
        name="other_is_no_rubbish_bin",
        table="extracted.numerals",
        frame=FRAME,
        severity=Severity.INFO,
        title_zh="归入“其他”的数字不多",
        title_en="Few numerals are set aside as “other”",
        reason="Over all reports 1 % is the aim; more than 5 % in a document hides a kind of its own.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "other_percent", "max_value": 5},
        message="{other} of {numerals} numerals have the reason “other” ({other_percent} %)",
    ),
    Check(
        name="report_is_dense_with_figures",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="报告中指标数值密度合理",
        title_en="A report is dense with figures",
        reason=(
            "Real reports hold some 16 figures in 1,000 characters; a fraction of it means that the text "
            "or the reading is broken."
        ),
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "figures_per_thousand", "min_value": 2, "max_value": 60},
        message="{figures} figures in {characters} characters",
    ),
)
