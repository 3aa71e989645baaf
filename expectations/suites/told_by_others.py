"""Findings that landing and the reader make themselves: their titles and how grave they are.

The check of each name passes where nothing of that name was told; every finding told is a row that failed.
"""

from expectations.check import Check, Scope
from zhibiao.model import Severity

LANDING = (
    ("empty_file", Severity.WARNING, "文件为空", "Empty file", "There is nothing to land."),
    (
        "undecodable_file",
        Severity.WARNING,
        "文件无法解码",
        "File in no known encoding",
        "No encoding reads it as Chinese.",
    ),
    (
        "not_text",
        Severity.WARNING,
        "文件格式不支持",
        "Not a form that is read",
        "An archive, an image, a scan, a protected or damaged file: the finding says what to do.",
    ),
    (
        "unreadable_file",
        Severity.WARNING,
        "文件无法读取",
        "File could not be read",
        "The file system refused it.",
    ),
    (
        "not_chinese_prose",
        Severity.WARNING,
        "不是中文文章",
        "No Chinese prose",
        "A log, source code or a system's file: less than a fifth of it is Han characters.",
    ),
    (
        "left_out_of_folder",
        Severity.WARNING,
        "文件夹中未读取的条目",
        "An entry of the folder that is not read",
        "A link, a pipe, a folder that may not be entered: only what lies inside is read.",
    ),
    (
        "left_out_of_container",
        Severity.WARNING,
        "压缩包或表格中未读取的部分",
        "A part of an archive or a table that is not read",
        "A password, a link, a name that leads outside, an archive within, a row without a text.",
    ),
    (
        "still_being_written",
        Severity.WARNING,
        "文件正在写入",
        "File still being written",
        "Half a report would be read; the next run takes it up.",
    ),
    (
        "many_files_gone",
        Severity.ERROR,
        "大量文件同时消失",
        "Many files gone at once",
        "More than a tenth and more than five: a folder that is not mounted, rather than a tidying-up.",
    ),
    (
        "unnamed_characters",
        Severity.WARNING,
        "字体未标明字符",
        "Signs of a PDF file without a character",
        "Its fonts do not say what they stand for.",
    ),
    (
        "pages_without_text",
        Severity.WARNING,
        "PDF 中有图片页",
        "Pages of a PDF file without text",
        "They are pictures: what stands on them is not read.",
    ),
    (
        "truncated_text",
        Severity.WARNING,
        "文件被截断",
        "File cut off inside a character",
        "What follows is missing.",
    ),
    (
        "mixed_encoding",
        Severity.WARNING,
        "编码混杂",
        "Two encodings in one file",
        "Lines of different origin were joined.",
    ),
    (
        "damaged_bytes",
        Severity.WARNING,
        "字节损坏",
        "Bytes of no encoding",
        "Each is read as U+FFFD; a number beside it may be wrong.",
    ),
    (
        "guessed_encoding",
        Severity.INFO,
        "编码为推测",
        "Encoding guessed",
        "Neither strict UTF-8 nor strict GB18030.",
    ),
    (
        "duplicate_file",
        Severity.INFO,
        "文件内容相同",
        "Two files of the same bytes",
        "They are one document.",
    ),
    (
        "manifest_without_file",
        Severity.WARNING,
        "清单所列文件不存在",
        "In the manifest but not in the folder",
        "A wrong name, or a file that is missing.",
    ),
    (
        "manifest_invalid",
        Severity.WARNING,
        "清单内容有误",
        "A row of the manifest cannot be used",
        "It overrides nothing.",
    ),
)

READER = (
    (
        "reading_failed",
        Severity.ERROR,
        "文件提取失败",
        "The reader failed on a document",
        "A fault of ours: the document is missing from all that follows.",
    ),
    (
        "outsized_number",
        Severity.WARNING,
        "数值过大，无法存储",
        "A number too large to be one",
        "Twenty digits before the point: the text is garbled there.",
    ),
    (
        "vanishing_number",
        Severity.WARNING,
        "数值过小，无法存储",
        "A number too small to be kept",
        "Nothing in the first eight places behind the point: it would be stored as 0.",
    ),
    (
        "missing_target_list",
        Severity.WARNING,
        "主要预期目标标题下无目标",
        "A heading of expected targets with no target under it",
        "The list is missing from the text; no target is guessed.",
    ),
    (
        "list_lengths_differ",
        Severity.WARNING,
        "分别列举的名称与数值个数不等",
        "A list with more names than values, or fewer",
        "Which value belongs to which name is not known; nothing is guessed.",
    ),
    (
        "region_unclear",
        Severity.WARNING,
        "文件所属地区不明",
        "The document's region is not clear",
        "Without a region no figure enters a series; the manifest can say it.",
    ),
    (
        "plan_year_unclear",
        Severity.WARNING,
        "文件所属年份不明",
        "The document's plan year is not clear",
        "Without a year no period can be resolved; the manifest can say it.",
    ),
    (
        "ambiguous_place",
        Severity.INFO,
        "地名有歧义",
        "A place name that several divisions bear",
        "The figures told of it are given to no region rather than to a guessed one.",
    ),
    (
        "unknown_place",
        Severity.WARNING,
        "地名不存在于任何年份",
        "A place name that no year knows",
        "Most often a slip of the recogniser, listed beside real names.",
    ),
    (
        "numbering_skips",
        Severity.WARNING,
        "序号不连续",
        "A numbered paragraph does not follow the one before",
        "（三） behind （一）: a paragraph is missing from the text, or stands elsewhere.",
    ),
    (
        "text_breaks_off",
        Severity.INFO,
        "正文结尾不完整",
        "The text ends within a sentence",
        "A file that was cut off, or a line of the page that it was taken from.",
    ),
    (
        "heading_of_another_year",
        Severity.WARNING,
        "标题年份与报告年份不符",
        "A heading of another year than the report's",
        "A report looks back on the year before the one that it plans; 2022年工作回顾 in one that plans 2024 is a slip.",
    ),
    (
        "repeated_text",
        Severity.WARNING,
        "文中重复出现的内容",
        "A text that holds a report several times",
        "A page and its print view, or a file saved twice: each figure counts once, where it stands first.",
    ),
    (
        "target_not_set",
        Severity.INFO,
        "报告明言不设目标",
        "The plan says that it sets no target",
        "A choice of the region, told by itself: no gap of the reading, and no silence.",
    ),
    (
        "core_name_without_target",
        Severity.INFO,
        "目标清单所列指标未读出目标",
        "A core indicator named in the list of targets, and no target of it",
        "A wording that was not read, as often as a part (市属企业进出口) or a number that the text has lost.",
    ),
    (
        "achieved_in_plan_year",
        Severity.INFO,
        "计划年份的数据被读作已完成",
        "An achievement of the year that the document plans",
        "A year under way has no results yet: such a figure is likely a target, or its time was misread.",
    ),
)

# What speaks of the folder as a whole: there is no document to set aside.
OF_THE_WAREHOUSE = {"many_files_gone"}

FAMILIES = (
    ("raw.landing_findings", "landing_findings", LANDING),
    ("extracted.findings", "reader_findings", READER),
)


def _told(table: str, frame: str, entry: tuple[str, Severity, str, str, str]) -> Check:
    name, severity, title_zh, title_en, reason = entry
    return Check(
        name=name,
        table=table,
        frame=frame,
        severity=severity,
        title_zh=title_zh,
        title_en=title_en,
        reason=reason,
        expectation="ExpectColumnValuesToNotBeInSet",
        arguments={"column": "check_name", "value_set": [name]},
        message="{message}",
        scope=Scope.WAREHOUSE if name in OF_THE_WAREHOUSE else Scope.DOCUMENT,
    )


def _undeclared(table: str, frame: str, names: list[str]) -> Check:
    who = "landing" if table.startswith("raw") else "reader"
    return Check(
        name=f"undeclared_{who}_finding",
        table=table,
        frame=frame,
        severity=Severity.INFO,
        title_zh="其他发现",
        title_en="Another finding, not declared here",
        reason="Every kind of finding should have its title and severity; this one has none yet.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "check_name", "value_set": names},
        message="{check_name}: {message}",
    )


CHECKS = tuple(
    check
    for table, frame, entries in FAMILIES
    for check in (
        *(_told(table, frame, entry) for entry in entries),
        _undeclared(table, frame, [entry[0] for entry in entries]),
    )
)
