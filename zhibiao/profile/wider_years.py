"""The plan year of a text whose opening and headings do not tell it: from what its sentences say.

A report that lost its head still says that this year is the third of a plan, puts the outline of the next plan
before the congress, tells of one year as past and speaks of the next as to come. The cues and their weights
are those of ``lexicon/year_cues.csv``; where they disagree or are few, the year stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from zhibiao.lexicon import rows
from zhibiao.periods.plans import plan_years
from zhibiao.profile.national_sessions import session_told
from zhibiao.profile.party_sessions import last_session, years_of_sessions

PLAN = (
    r"(?P<plan>“?(?:十[一二三四五六]?|[六七八九])五[”\" ]*|第[一二三四五六七八九十]{1,3}个五年)(?:规划|计划)?"
)
YEAR = r"(?P<year>(?:19|20)\d\d)"
# The congresses of the party by their number, each of which lends its year to what is written of it.
CONGRESS = r"(?P<congress>十[四五六七八九]|二十)大"
OFFSETS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 4, "next": 1, "same": 0}
MENTION = re.compile(r"(?<![\d.])((?:19[5-9]|20[0-4])\d)年(?!前|底前|以前|远景|[—~-]\d|代)")
# Years that a sentence looks far ahead to, or that are no time of its own: 到2020年, 申办2015年.
NO_TIME_OF_ITS_OWN = re.compile(r"(?:[到至由从自按过超]|相当于|前|[—~-]|申办|举办)[^,。\d]{0,2}$")
# A year that is compared with is past: 比2012年翻一番, 在2012年的基础上.
COMPARED = re.compile(r"(?:比|较|在|相比)[^,。\d]{0,1}$")
TOLD = re.compile(r"完成|实现了|达到?|增长|建成|获得?|荣|召开|工作|比上年|高于|新增|了")
# 2024年,GDP预期增长6.8% and 2019年主要预期目标:… tell of nothing done.
INTENDED = re.compile(
    r"[^。]{0,24}?(?:预期|目标:|目标是|重点工作:|力争|计划(?=完成|改造|新建|建设)|将(?=新建|完成|改造|新增))"
)
AHEAD = re.compile(r"要|将|目标|力争|确保|计划|安排|任务|预期|争取|重点")
# 2022年是…, 2022年伊始, 2022年工作进行了部署: the year of the plan may be named so too.
NAMED_ONLY = re.compile(
    r",?(?:是|伊始|以来)|的?(?:各项|政府)?工作(?:作了?|进行了?)(?:部署|布置|安排)|全.经济工作会议"
)
# 从一九七六年到一九八五年是关键的十年 describes no year.
YEAR_IS = re.compile(
    rf"(?<![\d比到至由从]){YEAR}年,?(?:也)?是"
    r"(?![^。\n]{0,40}(?:取得|最后一年)|[^。\n]{0,90}(?:不平凡|不寻常|极为|极其|艰苦|标志性|里程碑|。一年来|。这一年))"
)
SHORT_LINE = re.compile(rf"\n[ *#]*[^\n。]{{0,24}}?(?<![\d到至]){YEAR}年(?!前|底)[^\n。;]{{0,22}}(?=\n)")
FIRST_WORDS = re.compile(rf"\n[ *#]*(?:回顾)?{YEAR}年(?:以来)?,")
SENTENCE_REACH = 60
# The review stands in the first part of a report, the plan behind it; what a page adds comes last.
REVIEW_SHARE = 0.3
# A digest or a news item tells of last year to its end, or until it comes to what is to be.
LONGEST_SHORT_TEXT = 3000
PLAN_OF_SHORT_TEXT = re.compile(r"今年|明年|新的一年|(?:预期|奋斗|发展)目标|总体要求")
PLAN_BEGINS = 0.22
PAGE_ADDS = 0.93
WEIGHT_OF_LAST_TOLD = 2
MOST_FOR_TOLD_OFTEN = 1
OFTEN = 3
WEIGHT_OF_AHEAD = 2
WEIGHT_OF_YEAR_IS = 3
WEIGHT_OF_YEAR_IS_IN_PLAN = 4
WEIGHT_OF_PLAN_LINE = 3
WEIGHT_OF_FIRST_WORDS = 2
WEIGHT_OF_PARTY_SESSION = 2
WEIGHT_OF_NATIONAL_SESSION = 4
# 国内生产总值由1997年的797.7亿元增加到去年的1518.2亿元, in a review of five years: last year is the fifth after it.
UP_TO_LAST_YEAR = re.compile(
    r"[由从]((?:19|20)\d\d)年[^。;\n]{0,24}?(?:增加|提高|上升|增长|扩大|发展|调整|下降)到去年"
)
FIVE_YEARS_REVIEWED = re.compile(r"过去的?五年|五年来|五年前")
WEIGHT_OF_FIVE_YEARS = 4
LEAST_OF_FIVE_YEARS = 2


class WiderCue(NamedTuple):
    """What a sentence says for a plan year."""

    year: int
    weight: int
    source: str


def wider_cues(folded: str) -> list[WiderCue]:
    """Return what the sentences of a folded text say for a plan year, in the order of the lexicon's cues.

    Each cue counts once for a year, however often the text repeats it. Takes time linear in the text.
    """
    found: list[WiderCue] = []
    for cue, counts, weight, pattern in _cues():
        years: dict[int, str] = {}
        for match in pattern.finditer(folded):
            base = _base_year(match)
            if base is not None:
                years.setdefault(base + OFFSETS[counts], match[0])
        found += [WiderCue(year, weight, f"{cue} “{words[:40]}”") for year, words in years.items()]
    if told := session_told(folded):
        found.append(WiderCue(told[0], WEIGHT_OF_NATIONAL_SESSION, f"the year of the {told[1]}"))
    return found + _told_and_ahead(folded) + _by_place(folded) + _by_session(folded) + _five_years(folded)


def _by_session(folded: str) -> list[WiderCue]:
    """The year after the latest plenary session of the party that the text names."""
    latest = last_session(folded)
    if latest is None:
        return []
    return [
        WiderCue(
            latest[0] + 1, WEIGHT_OF_PARTY_SESSION, f"the year after the latest session, {latest[1]}全会"
        )
    ]


def _five_years(folded: str) -> list[WiderCue]:
    """The year after the five that a review measures from their base year to last year."""
    cut = int(len(folded) * REVIEW_SHARE)
    if not FIVE_YEARS_REVIEWED.search(folded, 0, cut):
        return []
    bases = Counter(int(found[1]) for found in UP_TO_LAST_YEAR.finditer(folded, 0, cut))
    return [
        WiderCue(base + 6, WEIGHT_OF_FIVE_YEARS, f"five years from {base} to last year")
        for base, count in bases.items()
        if count >= LEAST_OF_FIVE_YEARS
    ]


def _told_and_ahead(folded: str) -> list[WiderCue]:
    """The last year told of in the review, and the year after it where the plan speaks of it."""
    cut = _review_ends(folded)
    told, ahead, compared = Counter[int](), Counter[int](), 0
    for match in MENTION.finditer(folded):
        before = folded[max(0, match.start() - 8) : match.start()]
        if NO_TIME_OF_ITS_OWN.search(before):
            continue
        if COMPARED.search(before):
            compared = max(compared, int(match[1]))
            continue
        words = folded[match.end() : match.end() + SENTENCE_REACH].split("。", 1)[0]
        done = TOLD.search(words) and not NAMED_ONLY.match(words) and not INTENDED.match(words)
        if match.start() < cut and done:
            told[int(match[1])] += 1
        elif match.start() >= cut and AHEAD.search(words):
            ahead[int(match[1])] += 1
    if not told:
        return []
    last = max(*told, compared)
    weight = WEIGHT_OF_LAST_TOLD + min(told[last] // OFTEN, MOST_FOR_TOLD_OFTEN)
    cues = [WiderCue(last + 1, weight, f"the review tells of no year later than {last}")]
    if ahead[last + 1]:
        cues.append(WiderCue(last + 1, WEIGHT_OF_AHEAD, f"the plan speaks of {last + 1} as to come"))
    return cues


def _review_ends(folded: str) -> int:
    """Return where the review ends: of a report after its first part, of a short text where this year is spoken of."""
    share = int(len(folded) * REVIEW_SHARE)
    if len(folded) > LONGEST_SHORT_TEXT:
        return share
    plan = PLAN_OF_SHORT_TEXT.search(folded, share)
    return plan.start() if plan else len(folded)


def _by_place(folded: str) -> list[WiderCue]:
    """Years named in telling places: what opens the review, what heads and opens the plan."""
    opens, ends = int(len(folded) * PLAN_BEGINS), int(len(folded) * PAGE_ADDS)
    cues: list[WiderCue] = []
    named = [match for match in YEAR_IS.finditer(folded, 0, ends) if not _is_done(folded, match["year"])]
    if named:
        last = max(named, key=lambda match: int(match["year"]))
        weight = WEIGHT_OF_YEAR_IS_IN_PLAN if last.start() >= opens else WEIGHT_OF_YEAR_IS
        cues.append(WiderCue(int(last["year"]), weight, f"the last year described “{last[0]}”"))
    heads = list(SHORT_LINE.finditer(folded, opens, ends))
    if heads:
        last = max(heads, key=lambda match: int(match["year"]))
        cues.append(WiderCue(int(last["year"]), WEIGHT_OF_PLAN_LINE, f"heading “{last[0].strip()}”"))
    first = FIRST_WORDS.search(folded, 0, opens)
    if first and not INTENDED.match(folded, first.end()):
        source = f"the review opens with {first['year']}"
        cues.append(WiderCue(int(first["year"]) + 1, WEIGHT_OF_FIRST_WORDS, source))
    return cues


def _is_done(folded: str, year: str) -> bool:
    """Whether a text tells what a year brought: 2021年是开局之年。2021年各省实现了恢复性增长 plans another."""
    return re.search(rf"{year}年,?[^。;\n\d]{{0,14}}?(?:实现|完成|取得|达到)了", folded) is not None


def _base_year(match: re.Match[str]) -> int | None:
    named = match.groupdict()
    if named.get("year"):
        return int(named["year"])
    if named.get("congress"):
        return years_of_sessions()[named["congress"] + "大"]
    span = plan_years(named["plan"].strip('“”" '))
    return span[0] if span else None


@cache
def _cues() -> list[tuple[str, str, int, re.Pattern[str]]]:
    """The lexicon's cues, with plans and years filled in."""
    return [
        (
            row["cue"],
            row["counts"],
            int(row["weight"]),
            re.compile(
                row["pattern"].replace("PLAN", PLAN).replace("CONGRESS", CONGRESS).replace("YEAR", YEAR)
            ),
        )
        for row in rows("year_cues")
    ]
