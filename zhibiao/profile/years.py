"""The year whose targets a document sets, from the days and years that it names in telling places.

Each cue speaks for a year with a weight; the year with the greatest sum is the plan year. A report given in
November or December sets the targets of the year to come (延边州, December 2013, for 2014).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from zhibiao.lexicon import DIVISION
from zhibiao.periods.plans import plan_years
from zhibiao.profile.news_day import day_of_news
from zhibiao.profile.opening import ADDRESS, Opening, clean
from zhibiao.profile.wider_years import wider_cues

DIGITS = str.maketrans("〇○零OО一二三四五六七八九", "00000123456789")
# The searches below run over whole texts. They are quick where every alternative begins with a sign of its
# own, and headings with the line break before them: the search then leaps from one such sign to the next.
YEARS = (
    r"19\d\d",
    r"20\d\d",
    r"一九[一二三四五六七八九〇○零0OО]{2}",
    r"二[〇○零0OО][一二三四五六七八九〇○零0OО]{2}",
)
YEAR = f"({'|'.join(YEARS)})"
FIRST_YEAR = re.compile(YEAR)
CHINESE_YEAR_OF_FOUR = re.compile(rf"(?:{'|'.join(YEARS[2:])})(?=年)")
BLANK_AT_YEAR = re.compile(r" (?:(?=年)|(?<=[\u4e00-\u9fff] )(?=(?:19|20)\d\d ?年))")
MONTH = r"(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
MONTHS = {word: number for number, word in enumerate((*"一二三四五六七八九十", "十一", "十二"), 1)}
FIRST_MONTH_OF_NEXT_YEARS_REPORTS = 11

DAY = re.compile(rf"{YEAR}年{MONTH}月((?:\d{{1,2}}|[一二三十]{{1,3}})日)?")
# 「2024年，是…的关键一年」 opens the review as well as the plan.
YEAR_THAT_IS = re.compile(rf"{YEAR}年,?是[^。\n]{{0,90}}?(?:之年|一年|第一年|周年)")
OCCASION = re.compile(r"会议|大会|工作报告")
# A day of publishing or of copying: it may lie years behind the report.
PUBLISHED = re.compile(
    r"(?:(?:时间|日期|发布|来源|更新|编辑|URL)[^\n]{0,12}|(?:网|日报|晚报|在线|新闻))$", re.IGNORECASE
)
SOURCE_BEHIND = re.compile(r"[\d: ]{0,9}(?:来源|作者|编辑|点击|浏览|发布)")
TITLE_YEAR = re.compile(
    rf"{YEAR}年?(?:国务院|[^\n\d,。:]{{0,14}}?)(?:人民)?政府工作报告"
    rf"|政府工作报告\W{{0,3}}{YEAR}(?:年(?!\d?\d月|\W?[一二三四五六七八九十]+月)|(?![年\d]))"
)
REVIEW_WORDS = r"(?:工作回顾|回顾|工作总结|工作情况|工作的?总结)"
# 关于2022年预算执行情况和2023年预算草案的报告
DRAFT_TITLE = re.compile(
    rf"{YEAR}年(?:[^\n\d。]{{0,24}}(?:计划|预算)[^\n\d。]{{0,6}}草案|(?:国民经济和社会|经济社会)发展(?:年度)?计划$)",
    re.M,
)
# 2008年以来的工作回顾 begins with its first year.
REVIEW_HEADING = re.compile(rf"\n.{{0,30}}?{YEAR}(?!年?以来)年?[^\n。,;]{{0,20}}?{REVIEW_WORDS}")
PLAN_WORDS = (
    r"(?:总体要求|主要预期目标|预期目标|主要目标|目标任务|奋斗目标|主要任务|重点工作|工作安排|工作部署|工作打算|"
    r"工作建议|工作重点|工作目标|政府工作的?(?:总体|主要|重点|安排)|经济社会发展的?(?:总体|主要|预期))"
)
PLAN_PHRASE = re.compile(
    "|".join(
        [
            *(rf"{year}(?<![到至].{{4}})年?(?!远景)的?[^\n。;\d]{{0,22}}?{PLAN_WORDS}" for year in YEARS),
            # 展望2035年 looks far beyond any report's year.
            rf"展望(?!20[345]5|20[345]0|2049){YEAR}(?!年?远景)",
            *(rf"{verb}{YEAR}年(?!.{{0,2}}[奥冬])" for verb in ("做好", "抓好")),
        ]
    )
)
FIVE_YEARS_PLAN = re.compile(r"第[一二三四五六七八九十]{1,3}个五年(?:计划|规划)")

# Headings say 主要工作 and 重点工作 of the year behind as well as of the year ahead: not among these.
PLAN_HEADING = re.compile(
    rf"\n[^\n。]{{0,25}}?(?<![到至])(?<!完成){YEAR}年(?!远景)[^\n。,;\d]{{0,22}}?(?:总体要求|目标|任务|工作安排|工作部署|工作打算|工作建议)"
    r"[^\n。:;]{0,20}$",
    re.MULTILINE,
)
HEADING_CHARACTERS = 45
CHARACTERS_BEFORE_REPORT = 500
HEADING = re.compile(rf"\n[^\n]{{0,25}}?(?<!\d){YEAR}(?=年|\s|$)[^\n]{{0,30}}$", re.MULTILINE)
LOOKING_AT_PAST = re.compile(
    "|".join(
        [
            *(f"{word}{YEAR}" for word in ("过去的", "回眸", "回首", f"总结了?[我全]?[{DIVISION}]?")),
            *(rf"{year}年(?:,|是)[^。\n]{{0,80}}。?一年来" for year in YEARS),
        ]
    )
)

# A page's title may carry the year in which it was filed: the day of the congress goes before it.
WEIGHT_OF_MEETING_DAY = 6
WEIGHT_OF_TITLE = 5
WEIGHT_OF_REVIEW_HEADING = 4
WEIGHT_OF_PLAN_HEADING = 4
WEIGHT_OF_PLAN_PHRASE = 2
MOST_PLAN_PHRASES = 3
WEIGHT_OF_PAIR = 3
WEIGHT_OF_FIVE_YEARS_PLAN = 4
WEIGHT_OF_PUBLISHING_DAY = 1
WEIGHT_OF_NEWS_DAY = 4
# A single plan phrase may look far ahead; one telling place, or two phrases, are enough.
ENOUGH = 4


# How the sources of three kinds of cue begin.
OF_REVIEW, OF_DAY, OF_TITLE = "heading of the review", "day “", "title “"


@dataclass(frozen=True, slots=True)
class YearCue:
    """A place of the text that speaks for a plan year."""

    year: int
    weight: int
    source: str


@dataclass(frozen=True, slots=True)
class PlanYear:
    """The plan year and the sentence that tells how it was found; null and a reason where unclear.

    ``results`` is the year of a document that gives results and plans nothing; ``of_file`` says that only the
    name of the file tells the year.
    """

    year: int | None
    source: str
    review_source: str | None = None
    results: int | None = None
    of_file: bool = False


def find_plan_year(folded: str, opening: Opening, file_year: int | None = None) -> PlanYear:
    """Return the plan year of a folded text with this opening; ``file_year`` is that of its file's name.

    The file's name counts only where the text itself is not clear, and never against another year of the text.
    """
    # Emphasis and blanks part a year from its 年 and from what stands before: **2024**年, 部署 2015 年.
    plain = BLANK_AT_YEAR.sub("", folded.replace("*", ""))
    cues = _agreed([*_opening_cues(opening), *_body_cues(f"\n{plain}")])
    year, reason = _weigh(cues)
    if year is None:
        cues += [YearCue(*cue) for cue in wider_cues(_years_in_digits(f"\n{plain}"))]
        if (news := day_of_news(folded)) is not None:
            year = news.day.year + (news.day.month >= FIRST_MONTH_OF_NEXT_YEARS_REPORTS)
            cues.append(
                YearCue(
                    year, WEIGHT_OF_NEWS_DAY, f"told as news, published on {news.published}: “{news.words}”"
                )
            )
        year, reason = _weigh(cues)
    if year is None and file_year is not None and {cue.year for cue in cues} <= {file_year}:
        return PlanYear(file_year, "the name of the file, as the text does not tell", of_file=True)
    if year is None:
        return PlanYear(None, reason)
    sources = [cue.source for cue in cues if cue.year == year]
    review = next((source for source in sources if source.startswith(OF_REVIEW)), None)
    return PlanYear(year, "; ".join(dict.fromkeys(sources[:4])), review)


def _agreed(cues: list[YearCue]) -> list[YearCue]:
    """Return the cues without a title's of the year that the report looks back on, by which a page has filed it."""
    reviewed = {cue.year - 1 for cue in cues if cue.source.startswith(OF_REVIEW)}
    dated = {cue.year for cue in cues if cue.source.startswith(OF_DAY)}
    return [cue for cue in cues if cue.year not in reviewed - dated or not cue.source.startswith(OF_TITLE)]


def _weigh(cues: list[YearCue]) -> tuple[int | None, str]:
    """Return the year for which most speaks; None, and why, where too little does or as much for another."""
    weights: Counter[int] = Counter()
    for cue in cues:
        weights[cue.year] += cue.weight
    if not weights:
        return None, "no day of a meeting, no title and no heading names a year"
    (year, weight), *others = weights.most_common(2)
    if weight < ENOUGH or (others and others[0][1] == weight):
        seen = ", ".join(f"{year} ({weight})" for year, weight in weights.most_common(3))
        return None, f"the cues do not agree or are too weak: {seen}"
    return year, ""


def _years_in_digits(folded: str) -> str:
    """Return a text of the same length in which a year is written in one way: 一九八二年 → 1982年."""
    return CHINESE_YEAR_OF_FOUR.sub(lambda found: found[0].translate(DIGITS), folded)


def _first_year(words: str) -> int:
    """Return the first year that the words name; they name one."""
    return to_year(FIRST_YEAR.findall(words)[0])


def to_year(digits: str) -> int:
    """Return the year of 2024, 二〇二四, 二○二四 or 二0二四."""
    return int(digits.translate(DIGITS))


def _year_of_day(year: str, month: str) -> int:
    number = MONTHS.get(month) or int(month)
    return to_year(year) + (number >= FIRST_MONTH_OF_NEXT_YEARS_REPORTS)


def _opening_cues(opening: Opening) -> list[YearCue]:
    cues: list[YearCue] = []
    if named := _first(TITLE_YEAR, opening):
        year = to_year(named[1] or named[2])
        cues.append(YearCue(year, WEIGHT_OF_TITLE, f"title “{named[0].strip()}”"))
    if drafted := DRAFT_TITLE.search("\n".join((opening.title or "", *opening.lines[:4]))):
        cues.append(YearCue(to_year(drafted[1]), WEIGHT_OF_TITLE, f"title “{drafted[0].strip()}”"))
    if day := _day_of_report(opening):
        cues.append(day)
    if opening.title and (plan := FIVE_YEARS_PLAN.search(opening.title)) and (years := plan_years(plan[0])):
        source = f"first year of the plan in “{opening.title}”"
        cues.append(YearCue(years[0], WEIGHT_OF_FIVE_YEARS_PLAN, source))
    return cues


def _first(pattern: re.Pattern[str], opening: Opening) -> re.Match[str] | None:
    """Return the first match in the title or a short line: a sentence may speak of last year's report."""
    lines = (line for line in (opening.title or "", *opening.lines) if len(line) <= HEADING_CHARACTERS)
    return next((found for line in lines if (found := pattern.search(line))), None)


def _day_of_report(opening: Opening) -> YearCue | None:
    """Return the first day that stands with the report's name or its congress; else a day of publishing.

    A short line is the report's own; of days told in sentences the latest is, for a news item may look back on
    an earlier congress.
    """
    published: YearCue | None = None
    told: YearCue | None = None
    read = 0
    for line in (opening.title or "", *opening.lines):
        read += len(line)
        for day in DAY.finditer(line):
            year = _year_of_day(day[1], day[2])
            around = line[max(0, day.start() - 20) : day.end() + 45]
            before = line[: day.start()].rstrip(" ([|-")
            if PUBLISHED.search(before) or SOURCE_BEHIND.match(line, day.end()):
                published = published or YearCue(year, WEIGHT_OF_PUBLISHING_DAY, f"published “{around}”")
            elif len(line) <= HEADING_CHARACTERS and not line.endswith("。"):
                return told or YearCue(year, WEIGHT_OF_MEETING_DAY, f"day “{around}”")
            elif day[3] and OCCASION.search(around) and (told is None or year > told.year):
                told = YearCue(year, WEIGHT_OF_MEETING_DAY, f"day “{around}”")
        # The report proper has begun: days behind this are days of its story.
        if ADDRESS.search(line) or re.match(r"[一1]、", line) or read > CHARACTERS_BEFORE_REPORT:
            break
    return told or published


def _body_cues(folded: str) -> list[YearCue]:
    """Return the cues of a text, which begins with a line break as every line does."""
    cues: list[YearCue] = []
    for heading in REVIEW_HEADING.finditer(folded, 0, (len(folded) - 1) // 3 + 2001):
        line = clean(folded[heading.start() : folded.find("\n", heading.end())])
        if len(line) <= HEADING_CHARACTERS:
            year = to_year(heading[1]) + 1
            cues.append(YearCue(year, WEIGHT_OF_REVIEW_HEADING, f"heading of the review “{line}”"))
            break
    folded = _with_years(folded)
    if not cues and (back := LOOKING_AT_PAST.search(folded)):
        source = f"looking back “{clean(back[0])}”"
        cues.append(YearCue(_first_year(back[0]) + 1, WEIGHT_OF_PLAN_PHRASE, source))
    if later := _later_of_two(_years_of_headings(folded)):
        cues.append(YearCue(later, WEIGHT_OF_PAIR, f"headings on {later - 1} and {later}"))
    if later := _later_of_two([to_year(year[1]) for year in YEAR_THAT_IS.finditer(folded)]):
        cues.append(YearCue(later, WEIGHT_OF_PAIR, f"“{later - 1}年是…”, then “{later}年是…”"))
    if ahead := PLAN_HEADING.search(folded):
        source = f"heading of the plan “{clean(ahead[0])}”"
        cues.append(YearCue(to_year(ahead[1]), WEIGHT_OF_PLAN_HEADING, source))
    counts: Counter[int] = Counter()
    for phrase in PLAN_PHRASE.finditer(folded):
        year = _first_year(phrase[0])
        counts[year] += 1
        if counts[year] <= MOST_PLAN_PHRASES:
            cues.append(YearCue(year, WEIGHT_OF_PLAN_PHRASE, f"plan “{clean(phrase[0])}”"))
    return cues


def _with_years(folded: str) -> str:
    """Return the lines that name a year, of which alone cues are made: few do, and each kind of cue is searched for."""
    lines, reached = [""], 0
    while found := FIRST_YEAR.search(folded, reached):
        start = folded.rfind("\n", reached, found.start()) + 1 or reached
        end = folded.find("\n", found.end())
        reached = end + 1 if end >= 0 else len(folded)
        lines.append(folded[start : end if end >= 0 else reached])
    return "\n".join(lines)


def _years_of_headings(folded: str) -> list[int]:
    """Return the years in short lines that are no sentences, in their order."""
    lines = HEADING.finditer(folded)
    return [to_year(line[1]) for line in lines if not line[0].rstrip().endswith(("。", ";", ",", ":"))]


def _later_of_two(years: list[int]) -> int | None:
    """Return the later of the first two years in a row, the review's and the plan's."""
    return next((later for earlier, later in pairwise(years) if later == earlier + 1), None)
