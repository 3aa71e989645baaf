"""What running text says about its own role: 一年来, 今后五年, 我们也清醒地认识到."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import product

from zhibiao.lexicon import rows
from zhibiao.outline.lines import Role
from zhibiao.outline.roles import Reading, Years, coming_span, of_role, past_span
from zhibiao.periods.numbers import read_count, read_year
from zhibiao.periods.patterns import COUNT
from zhibiao.periods.plans import NAME, years_of_plans
from zhibiao.text_search import has_any

PLAN_NAME = re.compile(f"{NAME}(?!年)")  # 今后十五年 is a count
# Without one of these no sentence has a cue.
CUE_WORDS = re.compile("年|届|目标|困难|问题|时期|期间|清醒|成绩|不足|纲要")
# What may stand before a cue: 各位代表!, and in a digest 报告指出,
SALUTATION = re.compile(
    r"[^。!:\n]{0,8}(?:代表|委员|同志们)[!:,][ ]*"
    r"|特别(?:需要|值得|应该|要)?(?:指出|一提|强调|说明|欣慰)的是[,:]"
    r"|[^。!:,\n]{0,6}(?:报告|会议)中?(?:指出|提出|提到|强调|认为|明确)[,:]"
)


# A review of more than eight years looks back on history, not on a term of office.
PAST_COUNT = "[2-8二三四五六七八]"
COMING_COUNT = "(?:[2-9]|1[05]|[二三四五六七八九]|十五?)"
COUNT_OF_YEARS = re.compile(rf"(?<![\d〇零○])({COUNT})(?=年|多年)")
ANY_YEAR = "([12][0-9]{3}[ ]?年|[一二][〇零○0一二三四五六七八九]{3}年)"
CHINESE = "〇一二三四五六七八九"
# 进入新的一年,面对突如其来的…: what the year of the plan has seen already, for its paragraph alone; 今年伊始 begins a section on it.
UNDER_WAY, BEGUN = "under_way", "begun"
# 2035年远景目标是:…, for its paragraph
HORIZON, FAR_YEAR = "horizon", re.compile(r"\d{4}|[一二三四五六七八九〇零○]{4}")
ONLY_IN_OPENING = ("opening", "weak", "paragraph", UNDER_WAY, BEGUN, HORIZON)
# 过去的一年,… in a paragraph of the plan, up to where it turns to the plan again.
YEAR_BEHIND = re.compile(r"(?:(?<=[。!\n ])|^)(?:(?:刚刚)?过去的?一年|一年来),")
# 五年来,我们坚持依法行政…; 各位代表,过去的五年,我们…: a paragraph on the years before
YEARS_BEHIND = re.compile(
    rf"[\s*]*(?:[^。!:,\n]{{0,8}}(?:代表|委员|同志们)[!:,] *)?"
    rf"(?:(?:过去|这)?(?:{PAST_COUNT})年来|(?:刚刚)?过去的?(?:{PAST_COUNT})年),我们[^。\d]{{8,}}。"
)
AHEAD_AGAIN = re.compile(r"(?<=[。!])(?:今年|新的一年|下一步|为此|今后|我们[将要]|(?:要|将|必须)(?!求))")


def year_behind(folded: str, start: int, end: int) -> list[int]:
    """Return where a paragraph looks back on the year before, and where it looks ahead again, if it does."""
    back = YEAR_BEHIND.search(folded, start, end) if folded.find("一年", start, end) >= 0 else None
    if back is None:
        return []
    again = AHEAD_AGAIN.search(folded, back.end(), end)
    return [back.start(), again.start()] if again else [back.start()]


@cache
def _rows() -> list[tuple[Role, str, tuple[str, ...], str]]:
    """The role that a cue tells, where it may stand, the words of which it needs one, if any, and its pattern."""
    return [
        (
            Role[row["role"]],
            row["where"],
            tuple(row["needs"].split("|")) if row["needs"] else (),
            row["pattern"],
        )
        for row in rows("role_cues")
    ]


@cache
def _groups() -> list[tuple[bool, tuple[str, ...], re.Pattern[str]]]:
    """The cues that hold only in an opening and those that hold anywhere, by the words of which each needs one, if any,
    in one pattern with any times in their places; the first row that matches counts.
    """
    groups: dict[tuple[bool, tuple[str, ...]], list[int]] = {}
    for number, (_, where, needs, _) in enumerate(_rows()):
        groups.setdefault((where in ONLY_IN_OPENING, needs), []).append(number)
    return [(opening, needs, _any_time(numbers)) for (opening, needs), numbers in groups.items()]


def _plan_names(years: Years, coming: bool, without_years: bool = False) -> frozenset[str]:
    """The plans before the document's plan year, or those that are about to come in it."""
    if years.plan is None:
        return frozenset(years_of_plans()) if without_years else frozenset()
    return frozenset(
        name
        for name, (first, last) in years_of_plans().items()
        if (years.plan - 1 <= first <= years.plan + 1 if coming else last < years.plan)
    )


def _any_plan() -> str:
    return rf"[“\"]?({'|'.join(years_of_plans())})[”\"]?"


# The places of a pattern that hold a time of the document's own.
TIMES = re.compile("PASTPLAN|COMINGPLAN|ANYPLAN|REVIEWYEAR|PLANYEAR|DIGESTYEAR|THISYEAR")
NEVER = "(?!)"
ANY_TIME = {"DIGESTYEAR": "(今年)", "THISYEAR": "(今年|明年)", "REVIEWYEAR": ANY_YEAR, "PLANYEAR": ANY_YEAR}


def _with_any_time(pattern: str) -> str:
    """The pattern of a row with a group for each of its times, which takes those of any document."""
    pattern = pattern.replace("PASTCOUNT", PAST_COUNT).replace("COMINGCOUNT", COMING_COUNT)
    return TIMES.sub(lambda place: ANY_TIME.get(place[0]) or _any_plan(), pattern)


def _any_time(numbers: list[int]) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?P<cue_{number}>{_with_any_time(_rows()[number][-1])})" for number in numbers)
    )


def _first_row(match: re.Match[str] | None) -> tuple[re.Match[str] | None, int]:
    """A match of any row and the row's number; without one, a number behind those of all rows."""
    if match is None or match.lastgroup is None:
        return None, len(_rows())
    return match, int(match.lastgroup.removeprefix("cue_"))


@cache
def _any_time_of_row(number: int) -> re.Pattern[str]:
    return re.compile(_with_any_time(_rows()[number][-1]))


def make_all_patterns() -> None:
    """Make the patterns of all rows, which are else made when a sentence asks for them (``prepared_patterns.py``)."""
    for number in range(len(_rows())):
        _any_time_of_row(number)


@cache
def _places_of_row(number: int) -> list[str]:
    """The places of a row's times, in the order of their groups."""
    return TIMES.findall(_rows()[number][-1])


@cache
def _passing() -> re.Pattern[str]:
    return re.compile(
        rf"(?:回首|回顾|回望|总结)?(?:(?:这|(?:刚刚)?过去的?)(?:{PAST_COUNT})年(?:来|间)?|(?:{PAST_COUNT})年来"
        rf"|本届政府[^。,\d]{{0,6}}以来|{_any_plan()}(?:时期|期间)(?=,|是[^。]{{2,50}}年)),?"
        rf"|(?:回首|回顾|回望)[本这]届[^。,\d]{{0,4}}政府[^。,\d]{{0,8}},?"
        rf"|(?:[^。,\d]{{0,8}},)?(?:这|过去的?(?:{PAST_COUNT})年,?)是[^。\d]{{2,40}}的(?:{PAST_COUNT})年[。;!,]"
    )


# Documents of other years have most patterns in common.
_compiled = cache(re.compile)


def _forms_of(year: int | None) -> frozenset[str]:
    """The ways to write a year: 2015年, 2015 年, 二〇一五年 with any of three zeros."""
    if year is None:
        return frozenset()
    chinese = [
        "".join(signs)
        for signs in product(*("〇零○0" if one == "0" else CHINESE[int(one)] for one in str(year)))
    ]
    return frozenset((f"{year}年", f"{year} 年", *(f"{one}年" for one in chinese)))


@cache
def cue_reader(years: Years) -> CueReader:
    """Return the reader for documents of these years."""
    return CueReader(years)


class CueReader:
    """Finds the cues of a document, whose years are known.

    A pattern is compiled once for all documents, with any time in the places of the document's own, and what it has
    found there is compared with them. Where it is another time, the row may still match in another way; only then is
    its pattern compiled with the document's own.
    """

    def __init__(self, years: Years) -> None:
        """Note what the times in the patterns of ``role_cues.csv`` are for these years."""
        self.years = years
        ends_with_year = years.now == years.review and years.now is not None
        self._times: dict[str, frozenset[str]] = {
            "PASTPLAN": _plan_names(years, coming=False),
            "COMINGPLAN": _plan_names(years, coming=True),
            # “十二五”时期主要目标是: sets goals by its own words, whether or not the report's year is known.
            "ANYPLAN": _plan_names(years, coming=True, without_years=True),
            "REVIEWYEAR": _forms_of(years.review),
            "PLANYEAR": _forms_of(years.plan),
            # In a digest of December's conference, 今年 is the year under review.
            "DIGESTYEAR": frozenset(("今年",) if ends_with_year else ()),
            "THISYEAR": frozenset(("明年" if ends_with_year else "今年",)),
        }

    def at(self, folded: str, start: int, end: int, opening: bool) -> tuple[Reading, bool, bool] | None:
        """Return what a sentence that begins at ``start`` says of itself and of what follows.

        The second member says whether it names the time (今年是…), rather than only the kind of thing
        (主要预期目标是…) or a year in passing (2016年,…); the third, whether it does so for its paragraph alone
        (2011年形势良好。). Some cues hold only where a paragraph begins.
        """
        match, first = None, len(_rows())
        for only_in_opening, needs, pattern in _groups():
            if only_in_opening and not opening:
                continue
            if not needs or has_any(folded, needs, start, end):
                found, row = _first_row(pattern.match(folded, start, end))
                if row < first:
                    match, first = found, row
        if match is None or match.lastgroup is None:
            return None
        places = _places_of_row(first)
        behind = match.re.groupindex[match.lastgroup]
        if self._are_own(places, [match[behind + place] for place in range(1, len(places) + 1)]):
            return self._found(first, match[0])
        # The rows before this one match with no time; it and those behind it are asked with this document's.
        for number in range(first, len(_rows())):
            _, where, needs, _ = _rows()[number]
            if where in ONLY_IN_OPENING and not opening:
                continue
            if needs and not has_any(folded, needs, start, end):
                continue
            own = _any_time_of_row(number).match(folded, start, end)
            if own and not self._are_own(_places_of_row(number), own.groups()):
                own = self._pattern(number, folded, start, end).match(folded, start, end)
            if own:
                return self._found(number, own[0])
        return None

    def _found(self, number: int, text: str) -> tuple[Reading, bool, bool]:
        role, where, *_ = _rows()[number]
        if where in (UNDER_WAY, BEGUN):
            return Reading(role, self.years.now), True, where == UNDER_WAY
        if where == HORIZON and (far := FAR_YEAR.search(text)):
            return Reading(role, read_year(far[0])), True, True
        return self._reading(role, text), where not in ("general", "weak"), where == "paragraph"

    def _are_own(self, places: list[str], found: Sequence[str | None]) -> bool:
        """Whether the times that a pattern has found are the document's own; None is one that it left out."""
        return all(
            time is None or time in self._times[place] for place, time in zip(places, found, strict=True)
        )

    def _pattern(self, number: int, folded: str, start: int, end: int) -> re.Pattern[str]:
        """The pattern of a row with those of this document's times that stand in the sentence; mostly there is none."""
        pattern = _rows()[number][-1].replace("PASTCOUNT", PAST_COUNT).replace("COMINGCOUNT", COMING_COUNT)
        own = {
            place
            for place in _places_of_row(number)
            if any(folded.find(time, start, end) >= 0 for time in self._times[place])
        }
        return _compiled(
            TIMES.sub(lambda place: self._written(place[0]) if place[0] in own else NEVER, pattern)
        )

    def _written(self, place: str) -> str:
        """A pattern for the document's own time in a place."""
        times = "|".join(sorted(self._times[place]))
        if not times:
            return NEVER
        return rf"[“\"]?(?:{times})[”\"]?" if place.endswith("PLAN") else f"(?:{times})"

    def behind(self, folded: str, start: int, end: int, current: Reading) -> list[tuple[int, Reading, bool]]:
        """Return where a paragraph of the plan looks back on the year or years before, and ahead again, with the roles."""
        if current.role is not Role.PLAN:
            return []
        years = YEARS_BEHIND.match(folded, start, end)
        if years:
            back = [(start, self._reading(Role.SPAN_REVIEW, years[0]), True)]
            again = AHEAD_AGAIN.search(folded, years.end(), end)
            return [*back, (again.start(), current, True)] if again else back
        turns = (of_role(Role.REVIEW, self.years), current)
        places = year_behind(folded, start, end)
        return [(place, reading, True) for place, reading in zip(places, turns, strict=False)]

    def in_passing(self, folded: str, start: int, end: int) -> Reading | None:
        """Return the years on which a sentence inside a paragraph looks back: 过去五年,…"""
        match = _passing().match(folded, start, end)
        if match is None or not self._are_own(["PASTPLAN"], match.groups()):
            return None
        return self._reading(Role.SPAN_REVIEW, match[0])

    def _reading(self, role: Role, text: str) -> Reading:
        if role in (Role.SPAN_REVIEW, Role.SPAN_PLAN):
            named = PLAN_NAME.search(text)
            if named and (years := years_of_plans().get(named[0])):
                return Reading(role, years[1], years)
            count = COUNT_OF_YEARS.search(text)
            number = read_count(count[1]) if count else 5
            if number < 2:
                return of_role(Role.REVIEW, self.years)
            return (
                past_span(self.years, number) if role is Role.SPAN_REVIEW else coming_span(self.years, number)
            )
        return of_role(role, self.years)
