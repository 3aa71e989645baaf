"""What sort of document it is: a report in full, a digest, or one of the documents that stand beside the report."""

from __future__ import annotations

import re
from enum import StrEnum

from zhibiao.lexicon import DIVISION
from zhibiao.profile.opening import Opening


class Kind(StrEnum):
    """The kinds of documents, as ``dim_document.kind`` names them."""

    WORK_REPORT = "work_report"
    REPORT_DIGEST = "report_digest"
    CONFERENCE_DIGEST = "conference_digest"
    COMMUNIQUE = "communique"
    PLAN_REPORT = "plan_report"
    BUDGET_REPORT = "budget_report"
    FIVE_YEAR_PLAN = "five_year_plan"
    OTHER = "other"


ADDRESS = re.compile(r"各位代表")
# A communiqué that lost its title still begins with 一、综合 and what was 初步核算 for the whole year.
BODY_OF_COMMUNIQUE = re.compile(r"\n[ #*]*一、 *综 *合[ *]*\n\s*初步核算,(?:20\d\d年,?)?全[年省市县区州]")
IN_FULL = re.compile(r"代表[^\n。]{0,30}(?:政府|国务院)[^\n。]{0,30}报告|请予审[议查]|(?:政府)?工作报告请")
CONFERENCE = re.compile(
    rf"经济工作会议|[{DIVISION}]委[^\n。]{{0,12}}全会|[{DIVISION}]委[^\n。]{{0,12}}全体会议"
)
CONGRESS = re.compile(r"人民代表大会|政府工作报告|届人大.{0,3}次会议")
DIGEST = re.compile(r"摘要|要览|要点|节选|摘编|速览|图解|隆重开幕|会议开幕")
OPENING_OF_FULL_REPORT = 3000

# Titles of the documents beside the report, each on a line of its own. What speaks about such a document
# (解读, 说明, 审查结果) is not one.
# A notice by which such a document is issued (关于印发…纲要的通知) has it as its body.
ABOUT_IT = r"(?![^\n]*(?:解读|说明|审查|审议|决议|评估|批复))(?!(?![^\n]*印发)[^\n]*通知)"
TITLES = (
    (
        Kind.COMMUNIQUE,
        re.compile(
            rf"^{ABOUT_IT}[^\n。;]{{0,40}}(?:统计公报|普查(?:主要数据)?公报|(?:计划|发展)[^\n。]{{0,8}}执行(?:结果|情况)的?公报)[^\n。]{{0,12}}$",
            re.MULTILINE,
        ),
    ),
    (
        Kind.PLAN_REPORT,
        re.compile(
            rf"^{ABOUT_IT}[^\n。;]{{0,40}}(?:国民经济和社会发展|经济社会发展)(?:年度)?计划"
            r"(?:[^\n。]{0,60}报告[^\n。]{0,12}|(?:\(草案\))?)$",
            re.MULTILINE,
        ),
    ),
    (
        Kind.BUDGET_REPORT,
        re.compile(
            rf"^{ABOUT_IT}[^\n。;]{{0,40}}(?:财政|总|地方)?(?:预算|决算)(?:\(草案\))?(?:执行|草案|和|及|的)[^\n。]{{0,60}}报告[^\n。]{{0,12}}$",
            re.MULTILINE,
        ),
    ),
)
NAME_OF_PLAN = r"“?(?:十[一二三四五六]?|[六七八九])五”?"
# 关于第十一个五年规划纲要(草案)的报告 puts one before the congress; “十四五”数字经济发展规划 is one of a sector.
FIVE_YEAR_PLAN = re.compile(
    rf"^{ABOUT_IT}(?![^\n]*(?:(?<!草案\)的)(?<!草案的)报告|时期|回顾|实施|[一二三四]、))[^\n。;,]{{0,70}}"
    rf"(?:第[一二三四五六七八九十]{{1,3}}个五年(?:规划|计划)[^\n。,]{{0,32}}|{NAME_OF_PLAN}(?:规划|计划)[^\n。,]{{0,24}}"
    rf"|{NAME_OF_PLAN}[^\n。,“]{{2,24}}规划(?:纲要)?)$",
    re.MULTILINE,
)
FOREIGN_TITLE = re.compile(
    r"(?:法|条例|办法|规定|细则|决定|通知|意见|章程|致辞|讲话|演讲|公约|说明书|(?:评估|审计|调研|调查|检查|考核)报告)"
    r"(?:\([^)\n]{0,20}\))?$"
)
# Reports that other bodies give to the same congress.
OTHER_BODY = re.compile(
    r"(?:人大常委会|人民代表大会常务委员会|政协[^\n。,]{0,16}(?:委员会|常委会)|法院|检察院|监察委员会|纪委|纪律检查委员会)(?:\d{4}年)?工作报告"
)
# Words of which a text on a year's work has some; a text without any of them is of another kind.
WORDS_OF_WORK = re.compile(
    rf"(?:全|我)[国{DIVISION}]|政府工作|工作报告|预期目标|生产总值|同比|比上年|今年|去年|增长|20\d\d年"
)
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
SAMPLE = 4000
LEAST_CHINESE = 0.2
WITHOUT_CONGRESS = "it neither addresses a congress nor tells of a conference"


def find_kind(folded: str, opening: Opening) -> tuple[Kind, str]:
    """Return the kind of a folded text with this opening, and how it was found."""
    beginning = folded[:OPENING_OF_FULL_REPORT]
    head = _head(opening)
    for kind, pattern in TITLES:
        if words := pattern.search(head):
            return kind, f"its title is “{words[0].strip()[:60]}”"
    if words := BODY_OF_COMMUNIQUE.search(beginning):
        return Kind.COMMUNIQUE, f"it begins as one does: “{' '.join(words[0].split())}”"
    if words := OTHER_BODY.search(opening.title or ""):
        return Kind.OTHER, f"it is another body's report, “{words[0]}”"
    if ADDRESS.search(beginning) and (words := IN_FULL.search(beginning)):
        return Kind.WORK_REPORT, f"it addresses the congress: “{words[0][:40]}”"
    # A work report's headings name plans too: only a text that is no such report may be one.
    if "工作报告" not in opening.text and (words := FIVE_YEAR_PLAN.search(head)):
        return Kind.FIVE_YEAR_PLAN, f"its title is “{words[0].strip()[:60]}”"
    if not CONGRESS.search(opening.text) and (words := CONFERENCE.search(opening.text)):
        return Kind.CONFERENCE_DIGEST, f"it tells of “{words[0]}”"
    if words := DIGEST.search(opening.text):
        return Kind.REPORT_DIGEST, f"it calls itself or reads as “{words[0]}”"
    if "工作报告" in opening.text:
        return Kind.WORK_REPORT, "its opening calls it 工作报告"
    if reason := _foreign(folded, opening):
        return Kind.OTHER, reason
    return Kind.REPORT_DIGEST, WITHOUT_CONGRESS


def _head(opening: Opening) -> str:
    """Return the title and the first lines, each without blanks at its ends; a title may come in two lines."""
    return "\n".join(line.strip() for line in (opening.title or "", *opening.lines[:4]))


def _foreign(folded: str, opening: Opening) -> str:
    """Return why a text is none of the known kinds; empty where it may be a digest."""
    sample = folded[:SAMPLE]
    if sum(map(len, CHINESE.findall(sample))) < LEAST_CHINESE * len(sample):
        return "hardly any of it is Chinese"
    if opening.title and (words := FOREIGN_TITLE.search(opening.title)):
        return f"its title ends in {words[0]}"
    if not WORDS_OF_WORK.search(folded):
        return "it tells of no year's work"
    return ""
