"""Expectations on the marts: counts against the layer before, relationships, and the promise of the span."""

from expectations.check import Check, Scope, column_is_true
from zhibiao.model import Severity

FACTS = "marts.fact_figures"
PANEL = "marts.target_panel"


def _balance(name: str, table: str, column: str, titles: tuple[str, str], reason: str, message: str) -> Check:
    return column_is_true(
        scope=Scope.WAREHOUSE,
        severity=Severity.ERROR,
        name=name,
        table=table,
        frame="mart_counts",
        column=column,
        titles=titles,
        reason=reason,
        message=message,
    )


CHECKS = (
    _balance(
        name="figures_balance",
        table=FACTS,
        column="figures_balance",
        titles=("提取数＝入库数＋隔离数", "Extracted = accepted + quarantined"),
        reason="The third promise of the contract: nothing is lost between the layers.",
        message="{extracted} extracted, {accepted} accepted, {rejected} quarantined",
    ),
    _balance(
        name="targets_balance",
        table="marts.fact_targets",
        column="targets_balance",
        titles=("目标数与事实表一致", "Targets = target figures + phrases"),
        reason="The table of targets is the figures with status target and the targets without a numeral.",
        message="{targets} targets; {target_figures} target figures and {phrases} phrases",
    ),
    _balance(
        name="achievements_balance",
        table="marts.fact_achievements",
        column="achievements_balance",
        titles=("成就数与事实表一致", "Achievements = figures with status actual"),
        reason="The table of achievements is a part of the figures.",
        message="{achievements} achievements; {actual_figures} figures with status actual",
    ),
    _balance(
        name="documents_balance",
        table="marts.dim_document",
        column="documents_balance",
        titles=("文件数＋搁置数＝入库数", "Documents + set aside = landed"),
        reason="A removed document leaves the marts, any other stays or says why it is set aside.",
        message="{documents} documents and {set_aside} set aside; {landed} landed",
    ),
    _balance(
        name="numerals_balance",
        table="quality.numerals",
        column="numerals_balance",
        titles=("数字台账与提取一致", "The ledger is published whole"),
        reason="The second promise of the contract.",
        message="{ledger} numerals published; {numerals} read",
    ),
    column_is_true(
        scope=Scope.WAREHOUSE,
        severity=Severity.ERROR,
        name="quarantined_figure_stays_out",
        table=FACTS,
        frame="facts",
        column="is_not_quarantined",
        titles=("被隔离数值不入事实表", "A quarantined figure is not among the facts"),
        reason="What fails a check must not reach a series.",
        message="{value_text} is quarantined and among the facts",
    ),
    column_is_true(
        scope=Scope.WAREHOUSE,
        severity=Severity.ERROR,
        name="fact_span_holds",
        table=FACTS,
        frame="facts",
        column="span_holds",
        titles=("事实表原文片段与数值文本一致", "The fact's span holds the value's text"),
        reason="The first promise of the contract, where analysts rely on it.",
        message="the text at {char_start}–{char_end} is not {value_text}",
    ),
    column_is_true(
        scope=Scope.WAREHOUSE,
        severity=Severity.ERROR,
        name="fact_has_its_document",
        table=FACTS,
        frame="facts",
        column="has_document",
        titles=("事实所属文件在维表中", "The fact's document is in the dimension"),
        reason="A fact joins its document.",
        message="{value_text}: no document {document_id}",
    ),
    column_is_true(
        scope=Scope.WAREHOUSE,
        severity=Severity.ERROR,
        name="fact_indicator_is_known",
        table=FACTS,
        frame="facts",
        column="has_indicator",
        titles=("指标代码在维表中", "The fact's indicator is in the dimension"),
        reason="A fact joins its indicator.",
        message="{value_text}: no indicator {indicator_id}",
    ),
    column_is_true(
        scope=Scope.WAREHOUSE,
        severity=Severity.ERROR,
        name="fact_region_is_known",
        table=FACTS,
        frame="facts",
        column="has_region",
        titles=("地区代码在维表中", "The fact's region is in the dimension"),
        reason="A fact joins its region.",
        message="{value_text}: no region {region_code}",
    ),
    Check(
        name="fact_is_unique",
        table=FACTS,
        frame="facts",
        scope=Scope.WAREHOUSE,
        severity=Severity.ERROR,
        title_zh="事实表一行一个指标数值",
        title_en="One fact a figure",
        reason="The grain of the table; a region that changed must not double its facts.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "rows_of_id", "min_value": 1, "max_value": 1},
        message="{rows_of_id} rows have the id {figure_id}",
    ),
    Check(
        name="panel_has_one_row_a_region_and_year",
        table=PANEL,
        frame="panel",
        scope=Scope.WAREHOUSE,
        severity=Severity.ERROR,
        title_zh="面板一地区一年份一行",
        title_en="One row a region and plan year",
        reason="The grain of the panel.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "rows_of_grain", "min_value": 1, "max_value": 1},
        message="{rows_of_grain} rows for {region_code} {plan_year}",
    ),
    Check(
        name="panel_covers_the_reports",
        table=PANEL,
        frame="panel_coverage",
        severity=Severity.WARNING,
        title_zh="面板覆盖有目标的报告",
        title_en="The panel has a row for each report with headline targets",
        reason="A region and year whose report states targets must not be missing from the panel.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "is_in_the_panel", "value_set": [True]},
        message="no row for {region_code} {plan_year}, though the report states targets",
    ),
    Check(
        name="few_figures_are_quarantined",
        table="quality.rejected_figures",
        frame="mart_counts",
        scope=Scope.WAREHOUSE,
        severity=Severity.WARNING,
        title_zh="隔离比例不高",
        title_en="Few figures are quarantined",
        reason=(
            "A quarantine is for the surely wrong; more than 2 % means a fault of the reader or of a rule."
        ),
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "rejected_percent", "max_value": 2},
        message="{rejected} of {extracted} figures are quarantined ({rejected_percent} %)",
    ),
    Check(
        name="figures_have_not_vanished",
        table=FACTS,
        frame="since_published",
        scope=Scope.WAREHOUSE,
        severity=Severity.WARNING,
        title_zh="与上次发布相比数值未大幅减少",
        title_en="Figures have not vanished since the last publication",
        reason=(
            "For documents that are in both, a fifth fewer figures is a broken reader rather than a better "
            "one."
        ),
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "kept_percent", "min_value": 80},
        message=(
            "{figures_now} figures, {figures_before} before, in {documents_in_both} documents that are in "
            "both"
        ),
    ),
)
