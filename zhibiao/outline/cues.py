"""What running text says about its own role: 一年来, 今后五年, 我们也清醒地认识到."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from zhibiao.lexicon import rows
from zhibiao.outline.lines import Role
from zhibiao.outline.roles import Reading, Years, coming_span, of_role, past_span
from zhibiao.periods.numbers import read_count
from zhibiao.periods.patterns import COUNT
from zhibiao.periods.plans import NAME, years_of_plans

PLAN_NAME = re.compile(f"{NAME}(?!年)")  # 今后十五年 is a count
# What may stand before a cue: 各位代表!, and in a digest 报告指出,
SALUTATION = re.compile(
    r"[^。!:\n]{0,8}(?:代表|委员|同志们)[!:,][ ]*"
    r"|特别(?:需要|值得|应该|要)?(?:指出|一提|强调|说明|欣慰)的是[,:]"
    r"|[^。!:,\n]{0,6}(?:报告|会议)中?(?:指出|提出|提到|强调|认为|明确)[,:]"
)


# A review of more than eight years looks back on history, not on a term of office.
PAST_COUNT = "[2-8二三四五六七八]"
COMING_COUNT = "(?:[2-9]|1[05]|[二三四五六七八九]|十五?)"
ANY_YEAR = "(?:[12][0-9]{3}[ ]?年|[一二][〇零○一二三四五六七八九]{3}年)"
ONLY_IN_OPENING = ("opening", "weak", "paragraph")
# 过去的一年,… in a paragraph of the plan, up to where it turns to the plan again.
YEAR_BEHIND = re.compile(r"(?:(?<=[。!\n])|^)(?:(?:刚刚)?过去的?一年|一年来),")
AHEAD_AGAIN = re.compile(r"(?<=[。!])(?:今年|新的一年|下一步|为此|今后|我们[将要]|(?:要|将|必须)(?!求))")


# Under 【原文】 a digest quotes the report, between what it says of it: 今年城镇新增就业900万人以上.
QUOTED = re.compile(r"【(?:报告)?(?:原文|摘录)】$")
QUOTED_PLAN = re.compile(
    r"(?:今年|明年|新的一年)(?!以来|[一二]季度|上半年)|预计全年|[^。,;\d]{0,12}(?:拟(?:安排|按|将)|将(?!近)|要(?!求))"
)


def quotes_plan(section: str, folded: str, start: int, end: int) -> bool:
    """Say whether a paragraph, under the headings ``section``, quotes what a report plans for its year."""
    return (
        section.endswith("】")
        and QUOTED.search(section) is not None
        and bool(QUOTED_PLAN.match(folded, start, end))
    )


def year_behind(folded: str, start: int, end: int) -> list[int]:
    """Return where a paragraph looks back on the year before, and where it looks ahead again, if it does."""
    back = YEAR_BEHIND.search(folded, start, end) if folded.find("一年", start, end) >= 0 else None
    if back is None:
        return []
    again = AHEAD_AGAIN.search(folded, back.end(), end)
    return [back.start(), again.start()] if again else [back.start()]


@cache
def _rows() -> list[tuple[Role, str, str]]:
    return [(Role[row["role"]], row["where"], row["pattern"]) for row in rows("role_cues")]


def _plan_names(years: Years, coming: bool, without_years: bool = False) -> str:
    if years.plan is None:
        return rf"[“\"]?(?:{'|'.join(years_of_plans())})[”\"]?" if without_years else "(?!)"
    names = [
        name
        for name, (first, last) in years_of_plans().items()
        if (years.plan - 1 <= first <= years.plan + 1 if coming else last < years.plan)
    ]
    return rf"[“\"]?(?:{'|'.join(names)})[”\"]?" if names else "(?!)"


@cache
def _any_year(opening: bool) -> re.Pattern[str]:
    """Return the cues of all rows in one pattern, the first that matches counts, with any years in their places.

    It is compiled once for all documents, and matches whatever the rows match with the years of one.
    """
    every = enumerate(_rows())
    rows = [number for number, (_, where, _) in every if opening or where not in ONLY_IN_OPENING]
    return re.compile("|".join(f"(?P<cue_{number}>{_with_any_year(number)})" for number in rows))


@cache
def _any_year_of_row(number: int) -> re.Pattern[str]:
    return re.compile(_with_any_year(number))


def _with_any_year(number: int) -> str:
    places = {
        "PASTCOUNT": PAST_COUNT,
        "COMINGCOUNT": COMING_COUNT,
        "PASTPLAN": rf"[“\"]?(?:{'|'.join(years_of_plans())})[”\"]?",
        "COMINGPLAN": rf"[“\"]?(?:{'|'.join(years_of_plans())})[”\"]?",
        "ANYPLAN": rf"[“\"]?(?:{'|'.join(years_of_plans())})[”\"]?",
        "REVIEWYEAR": ANY_YEAR,
        "PLANYEAR": ANY_YEAR,
        "DIGESTYEAR": "今年",
        "THISYEAR": "(?:今年|明年)",
    }
    return _filled(number, places)


def _filled(number: int, places: Mapping[str, str]) -> str:
    """The pattern of a row with the years in their places."""
    pattern = _rows()[number][2]
    for place, value in places.items():
        pattern = pattern.replace(place, value)
    return pattern


# Documents of other years have most patterns in common.
_compiled = cache(re.compile)


def _year(year: int | None) -> str:
    if year is None:
        return "(?!)"
    chinese = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year)).replace("〇", "[〇零○]")
    return rf"(?:{year}[ ]?年|{chinese}年)"


@cache
def cue_reader(years: Years) -> CueReader:
    """Return the reader for documents of these years; its patterns are compiled once."""
    return CueReader(years)


class CueReader:
    """Finds the cues of a document, whose years are known."""

    def __init__(self, years: Years) -> None:
        """Fill the years into the patterns of ``role_cues.csv``."""
        self.years = years
        places = {
            "PASTCOUNT": PAST_COUNT,
            "COMINGCOUNT": COMING_COUNT,
            "PASTPLAN": _plan_names(years, coming=False),
            "COMINGPLAN": _plan_names(years, coming=True),
            # “十二五”时期主要目标是: sets goals by its own words, whether or not the report's year is known.
            "ANYPLAN": _plan_names(years, coming=True, without_years=True),
            "REVIEWYEAR": _year(years.review),
            "PLANYEAR": _year(years.plan),
            # In a digest of December's conference, 今年 is the year under review.
            "DIGESTYEAR": "今年" if years.now == years.review and years.now is not None else "(?!)",
            "THISYEAR": "明年" if years.now == years.review and years.now is not None else "今年",
        }
        self._places = places
        self._exact: dict[int, re.Pattern[str]] = {}

    def at(self, folded: str, start: int, end: int, opening: bool) -> tuple[Reading, bool, bool] | None:
        """Return what a sentence that begins at ``start`` says of itself and of what follows.

        The second member says whether it names the time (今年是…), rather than only the kind of thing
        (主要预期目标是…) or a year in passing (2016年,…); the third, whether it does so for its paragraph alone
        (2011年形势良好。). Some cues hold only where a paragraph begins.
        """
        match = _any_year(opening).match(folded, start, end)
        if match is None or match.lastgroup is None:
            return None
        # The rows before this one match with no year; it and those behind it are asked with this document's.
        for number in range(int(match.lastgroup.removeprefix("cue_")), len(_rows())):
            role, where, _ = _rows()[number]
            if not opening and where in ONLY_IN_OPENING:
                continue
            if _any_year_of_row(number).match(folded, start, end) is None:
                continue
            if own := self._pattern(number).match(folded, start, end):
                return self._reading(role, own[0]), where not in ("general", "weak"), where == "paragraph"
        return None

    def _pattern(self, number: int) -> re.Pattern[str]:
        """The pattern of a row with this document's years; a row without any is the same for all."""
        if number not in self._exact:
            self._exact[number] = _compiled(_filled(number, self._places))
        return self._exact[number]

    def in_passing(self, folded: str, start: int, end: int) -> Reading | None:
        """Return the years on which a sentence inside a paragraph looks back: 过去五年,…"""
        count, plan = self._places["PASTCOUNT"], self._places["PASTPLAN"]
        passing = _compiled(
            rf"(?:回首|回顾|回望|总结)?(?:(?:这|(?:刚刚)?过去的?)(?:{count})年(?:来|间)?|(?:{count})年来"
            rf"|{plan}(?:时期|期间)),"
        )
        match = passing.match(folded, start, end)
        return self._reading(Role.SPAN_REVIEW, match[0]) if match else None

    def _reading(self, role: Role, text: str) -> Reading:
        if role in (Role.SPAN_REVIEW, Role.SPAN_PLAN):
            named = PLAN_NAME.search(text)
            if named and (years := years_of_plans().get(named[0])):
                return Reading(role, years[1], years)
            count = re.search(rf"({COUNT})(?=年|多年)", text)
            number = read_count(count[1]) if count else 5
            if number < 2:
                return of_role(Role.REVIEW, self.years)
            return (
                past_span(self.years, number) if role is Role.SPAN_REVIEW else coming_span(self.years, number)
            )
        return of_role(role, self.years)
