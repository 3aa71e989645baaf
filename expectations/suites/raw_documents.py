"""Expectations on the landed texts: identity, readability, and whether they look like reports."""

from expectations.check import Check, Scope
from zhibiao.model import Severity

TABLE = "raw.documents"
FRAME = "raw_documents"
# Reports are given each January to March.
MOST_DAYS_WITHOUT_A_REPORT = 400

CHECKS = (
    Check(
        name="documents_have_landed",
        table=TABLE,
        frame=FRAME,
        scope=Scope.WAREHOUSE,
        severity=Severity.ERROR,
        title_zh="至少有一份文件入库",
        title_en="At least one document has landed",
        reason="An empty folder is a mistake of path, and must not replace a published warehouse.",
        expectation="ExpectTableRowCountToBeBetween",
        arguments={"min_value": 1},
        message="no document has landed",
    ),
    Check(
        name="document_id_is_a_hash",
        table=TABLE,
        frame=FRAME,
        severity=Severity.ERROR,
        title_zh="文件标识为SHA-256",
        title_en="Document id is a SHA-256 in hex",
        reason="The identity of a document is that of its bytes; everything hangs on it.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "document_id_is_a_hash", "value_set": [True]},
        message="document id {document_id} is no SHA-256",
    ),
    Check(
        name="file_name_is_unique",
        table=TABLE,
        frame=FRAME,
        severity=Severity.ERROR,
        title_zh="文件名唯一",
        title_en="One row a file name",
        reason="The grain of the table.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "files_of_name", "min_value": 1, "max_value": 1},
        message="{files_of_name} rows for the file {file_name}",
    ),
    Check(
        name="text_is_not_empty",
        table=TABLE,
        frame=FRAME,
        severity=Severity.ERROR,
        title_zh="正文非空",
        title_en="The text is not empty",
        reason="Landing reports an empty file as a finding and does not make a row of it.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "characters_not_blank", "min_value": 1},
        message="no text",
    ),
    Check(
        name="text_is_chinese",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="正文以汉字为主",
        title_en="Han characters make up most of the text",
        reason=(
            "A report in Chinese is Han characters and punctuation, beside its digits; anything else is no report, "
            "or was decoded wrongly. Rulers of tables take their place too."
        ),
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "han_percent", "min_value": 50},
        message="{han_percent} % of the characters other than digits are Han",
        observed="85 to 93 % in 615 reports, 55 to 89 % in 24 communiqués with tables in Markdown",
    ),
    Check(
        name="text_is_legible",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="正文无乱码",
        title_en="No broken or stray characters",
        reason=(
            "Replacement and control characters, private use, and scripts that a flipped byte turns "
            "Chinese into (Hangul, Arabic)."
        ),
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "odd_characters", "max_value": 0},
        message="{odd_characters} broken or stray characters in the text",
    ),
    Check(
        name="text_is_of_a_report_s_length",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="正文长度合理",
        title_en="The text is as long as a report or a digest",
        reason="A cut-off file or a page of navigation is shorter; several documents in one file are longer.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "characters", "min_value": 400, "max_value": 80000},
        message="the text has {characters} characters",
        observed="1,100 to 48,000 in 620 documents",
    ),
    Check(
        name="same_text_twice",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="正文不重复",
        title_en="No other file holds the same text",
        reason="The same report saved with other line ends or encoding would count twice in every mart.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "other_copies", "max_value": 0},
        message="{other_copies} other files hold the same text but for blanks",
    ),
    Check(
        name="landed_in_the_past",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="入库时间不晚于当前",
        title_en="Landed in the past",
        reason=(
            "A time to come is a wrong clock or a wrong time zone; a day of tolerance for the zones. The text is none the "
            "worse: with a clock set back all documents would have to be set aside."
        ),
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "days_since_landed", "min_value": -1},
        message="landed {days_since_landed} days ago",
    ),
    Check(
        name="reports_are_fresh",
        table=TABLE,
        frame=FRAME,
        scope=Scope.WAREHOUSE,
        severity=Severity.INFO,
        title_zh="一年内有新报告入库",
        title_en="A report has landed within the year",
        reason="Reports are given each January to March: 400 days without one is a season missed.",
        expectation="ExpectColumnMaxToBeBetween",
        arguments={"column": "days_since_last_landed", "max_value": MOST_DAYS_WITHOUT_A_REPORT},
        message="the last report landed {observed} days ago",
    ),
    Check(
        name="manifest_region_is_a_code",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="清单中的区划代码为六位数字",
        title_en="The manifest's region is a code of six digits",
        reason="GB/T 2260.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "region_code_is_well_formed", "value_set": [True]},
        message="the manifest gives the region {manifest_region_code}",
    ),
    Check(
        name="manifest_year_is_a_year",
        table=TABLE,
        frame=FRAME,
        severity=Severity.WARNING,
        title_zh="清单中的年份合理",
        title_en="The manifest's plan year is a year of reports",
        reason="The first reports are of the 1950s; a plan year lies at most a year ahead.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "manifest_plan_year", "min_value": 1950, "max_value": 2100},
        message="the manifest gives the plan year {manifest_plan_year}",
    ),
)
