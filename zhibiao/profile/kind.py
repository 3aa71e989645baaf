"""What sort of document it is: a report in full, a newspaper's digest of one, or of a conference."""

from __future__ import annotations

import re

from zhibiao.profile.opening import Opening

ADDRESS = re.compile(r"各位代表")
IN_FULL = re.compile(r"代表[^\n。]{0,30}(?:政府|国务院)[^\n。]{0,30}报告|请予审[议查]|(?:政府)?工作报告请")
CONFERENCE = re.compile(r"经济工作会议|[市县区省]委[^\n。]{0,12}全会|[市县区省]委[^\n。]{0,12}全体会议")
CONGRESS = re.compile(r"人民代表大会|政府工作报告|届人大.{0,3}次会议")
DIGEST = re.compile(r"摘要|要览|要点|节选|摘编|速览|图解|隆重开幕|会议开幕")
OPENING_OF_FULL_REPORT = 3000


def find_kind(folded: str, opening: Opening) -> tuple[str, str]:
    """Return the kind (work_report, report_digest, conference_digest) and how it was found."""
    beginning = folded[:OPENING_OF_FULL_REPORT]
    if ADDRESS.search(beginning) and (words := IN_FULL.search(beginning)):
        return "work_report", f"it addresses the congress: “{words[0][:40]}”"
    if not CONGRESS.search(opening.text) and (words := CONFERENCE.search(opening.text)):
        return "conference_digest", f"it tells of “{words[0]}”"
    if words := DIGEST.search(opening.text):
        return "report_digest", f"it calls itself or reads as “{words[0]}”"
    if "工作报告" in opening.text:
        return "work_report", "its opening calls it 工作报告"
    return "report_digest", "it neither addresses a congress nor tells of a conference"
