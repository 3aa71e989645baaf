"""Walk through a report's lines and keep account of the headings above and of what the passage is about."""

from __future__ import annotations

import re
import sys

from zhibiao.outline.accepting import accepts_heading, run_in_results
from zhibiao.outline.cues import CUE_WORDS, SALUTATION, cue_reader
from zhibiao.outline.lasting import (
    announces,
    closes_year,
    is_of_part_alone,
    looks_back,
    passes_by,
    plan_before,
    throughout,
    turns_to_last_year,
    turns_to_plan,
)
from zhibiao.outline.layout import BARE, MAJOR_LEVEL, Layout, layout, number_of
from zhibiao.outline.lines import COMING, PAST, Line, Role
from zhibiao.outline.opening import BEGINNING_OF_REPORT, FRONT_MATTER, SUBMITTED, report_start
from zhibiao.outline.pieces import LONG_LINE, pieces
from zhibiao.outline.quoted import quotes_plan, tells_ahead
from zhibiao.outline.roles import Reading, Years, of_role, read_heading
from zhibiao.outline.speech import names_next_year, year_of_speech
from zhibiao.outline.table_lines import Spans, TableLines

# Of a line without a sign: its parts begin at its end.
BLANK = Layout(sys.maxsize, "blank", None, sys.maxsize, 0, "")
SENTENCE = re.compile(r"[。!?;\n][。!?;\n]*[”’)]*[ \t]*")


def outline(
    folded: str,
    plan_year: int | None,
    review_year: int | None,
    kind: str | None = None,
    tables: Spans = (),
) -> list[Line]:
    """Return the lines of a report with headings and roles.

    ``tables`` are the spans of tables, whose lines are no headings.

    ``kind`` is the profile's. A communiqué reviews and a five-year plan plans from the first line to the last,
    whatever their headings are like.

    ``folded`` is the text as ``zhibiao.folding.fold`` gives it. The years may be unknown; years of lines are then null. Lines are in order,
    disjoint, and cover everything but line breaks.
    """
    years = Years(plan_year, review_year, year_of_speech(folded, plan_year, review_year))
    walk = _Walk(folded, years, tables)
    walk.throughout = throughout(kind, years)
    walk.read()
    if walk.throughout is None and walk.missing_plan:
        walk = _Walk(folded, years, tables, plan_within_span=True)
        walk.read()
    return walk.lines


class _Walk:
    """The state of one reading of a text.

    ``plan_within_span``: no heading announces the plan year, so that under a heading on the next five years a
    paragraph on the year begins the plan.
    """

    def __init__(self, folded: str, years: Years, tables: Spans, plan_within_span: bool = False) -> None:
        self.folded = folded
        self.tables = TableLines(tables)
        self.plan_within_span = plan_within_span
        self.missing_plan = False
        self.years = years
        # Given in December, and written for the year to come: 今年 in its plan is that year.
        self.speaks_ahead = (
            years.now is not None and years.now == years.review and not names_next_year(folded)
        )
        self.cues = cue_reader(years)
        self.lines: list[Line] = []
        self.headings: list[tuple[int, str]] = []
        self.section = ""
        self.current = Reading(Role.FRONT)
        self.of_heading: Reading | None = None
        self.heading_number = 0  # its number: 一、2013年工作回顾
        self.turned_under = 0  # level of the heading under which several years turned to the last of them
        self.announced: set[Role] = set()  # what the heading names: 今后五年目标和2017年工作 two roles
        self.report_start = report_start(folded)
        self.throughout: Reading | None = None

    def read(self) -> None:
        """Fill ``lines``."""
        start = 0
        while start <= len(self.folded):
            end = self.folded.find("\n", start)
            end = len(self.folded) if end < 0 else end
            if end > start or start < len(self.folded):
                self._physical_line(start, end - (end > start and self.folded[end - 1] == "\r"))
            start = end + 1

    def _physical_line(self, start: int, end: int) -> None:
        if start == end:
            self._add(start, end, BLANK, self.current)
            return
        if self.tables.has(self.folded, start, end):
            self._add(start, end, Layout(start, "table", None, start, 0, ""), self.current)
            return
        for piece_start, piece_end in pieces(self.folded, start, end, self.years):
            shape = layout(self.folded, piece_start, piece_end)
            if shape.kind == "blank":
                self._add(piece_start, piece_end, shape, self.current)
            elif shape.kind == "heading":
                self._heading(shape)
                titled = self.current.role is Role.LEAD
                self._add(piece_start, piece_end, shape, Reading(Role.FRONT) if titled else self.current)
            else:
                self._text(piece_start, piece_end, shape)

    def _heading(self, shape: Layout) -> None:
        major = shape.level <= MAJOR_LEVEL and shape.level not in (3, 4, 5, 6)
        readings = read_heading(shape.title, self.years, major)
        reading = readings[0] if readings else None
        level = shape.level
        above = self.of_heading.role if self.of_heading else None
        if reading is not None and accepts_heading(reading, shape, self.current.role, above, major):
            if reading.role is not self.current.role and (level == BARE or self.current.role is Role.NOTES):
                level = min(level, MAJOR_LEVEL - 1)
            self.current = reading
            if level <= MAJOR_LEVEL or self.of_heading is None:
                self.of_heading, self.heading_number = reading, number_of(shape.title)
                self.announced = {one.role for one in readings}
                self._look_for_plan()
        elif (major or number_of(shape.title)) and turns_to_plan(
            shape.title, self.current, self.heading_number
        ):
            self.current = of_role(Role.PLAN, self.years)
            self.of_heading, self.announced = None, set()
        elif self.of_heading is not None and (
            is_of_part_alone(self.current, self.of_heading) or level <= self.turned_under
        ):
            self.current = self.of_heading
        elif major and self.current.role in COMING:
            self.announced = set()
        self.turned_under = self.turned_under if level > self.turned_under else 0
        self._under(level, shape.title)

    def _look_for_plan(self) -> None:
        """Note whether a heading on several years to come is left without one on the year to come."""
        spans = self.missing_plan or Role.SPAN_PLAN in self.announced
        self.missing_plan = spans and Role.PLAN not in self.announced and not self.plan_within_span

    def _under(self, level: int, title: str) -> None:
        """Take a heading into account, in the place of those of its own level and below."""
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.headings.append((level, title))
        self.section = " > ".join(title for _, title in self.headings)

    def _text(self, start: int, end: int, shape: Layout) -> None:
        if shape.title and 0 < shape.level <= MAJOR_LEVEL:
            self._heading(shape)
        elif shape.title and shape.level:
            if shape.level <= self.turned_under and self.of_heading:
                self.current, self.turned_under = self.of_heading, 0
            if results := run_in_results(shape.title, self.of_heading, self.years):
                self.current, self.turned_under = results, shape.level
            self._under(shape.level, shape.title)
        if self.current.role is Role.FRONT:
            self._front(start, end)
        elif self.current.role is Role.LEAD and start >= self.report_start:
            self.current = Reading(Role.FRONT)
        part_start, before, lasting = start, self.current, self.current
        for cue_start, reading, passing in self._transitions(shape.body_start, end):
            if cue_start > shape.body_start:
                part = layout(self.folded, part_start, cue_start) if part_start > start else shape
                self._add(part_start, cue_start, part, self.current)
                part_start = cue_start
            self.current = reading
            lasting = lasting if passing else reading
        part = layout(self.folded, part_start, end) if part_start > start else shape
        self._add(part_start, end, part, self.current)
        if turns_to_last_year(before, lasting, self.announced, self.of_heading) and len(self.headings) > 1:
            self.turned_under = 0 if SALUTATION.match(self.folded, shape.body_start) else self.headings[-1][0]
        self.current = lasting
        if self.current.role is Role.FRONT and SUBMITTED.search(self.folded, start, end):
            self.current = of_role(Role.REVIEW, self.years)

    def _front(self, start: int, end: int) -> None:
        """Above the salutation, long lines are a news lead; without one, they begin the report."""
        if end - start < 60 or FRONT_MATTER.match(self.folded, start, end):
            return
        if start < self.report_start:
            self.current = of_role(Role.LEAD, self.years)
        elif not BEGINNING_OF_REPORT.search(self.folded, start, end):
            self.current = of_role(Role.REVIEW, self.years)

    def _transitions(self, start: int, end: int) -> list[tuple[int, Reading, bool]]:
        """Return the places of a line at which its role changes, with the new role.

        The third member says that it holds for the rest of the paragraph only (…收官之年。过去五年,…), as it
        does where the heading has not announced such a review.
        """
        behind = self.cues.behind(self.folded, start, end, self.current)
        if self.current.role is not Role.PLAN and quotes_plan(self.section, self.folded, start, end):
            return [(start, of_role(Role.PLAN, self.years), True)]
        if behind or self._settled() or not CUE_WORDS.search(self.folded, start, end):
            return behind
        found: list[tuple[int, Reading, bool]] = []
        current, before = self.current, self.current
        long, closed = end - start > LONG_LINE, False
        place, opening, greeted = start, True, -1
        while place < end:
            cut = SENTENCE.search(self.folded, place, end)
            sentence_end = cut.end() if cut else end
            greeting = SALUTATION.match(self.folded, place, sentence_end)
            spoken = greeting.end() if greeting else place
            if spoken >= sentence_end and greeting:
                opening, greeted = True, place
                place = sentence_end
                continue
            if CUE_WORDS.search(self.folded, spoken, min(sentence_end, spoken + 60)):
                beginning = opening or bool(greeting)
                cue = self.cues.at(self.folded, spoken, sentence_end, beginning or long)
                if cue is None and self.of_heading is None and not self.report_start:
                    cue = tells_ahead(self.folded, spoken, sentence_end, self.years)
                if cue is not None and self._accepts(cue[0], current, cue[1], cue[1] and beginning):
                    if cue[0] != current:
                        alone = passes_by(self.announced, self.of_heading, current, cue)
                        found.append((greeted if greeted >= 0 else place, cue[0], alone))
                    current = cue[0]
                elif cue is None and current.role is Role.REVIEW:
                    closed = closed or closes_year(self.folded, spoken, sentence_end)
                    passing = self.cues.in_passing(self.folded, spoken, sentence_end)
                    if passing is not None:
                        alone = not (closed or announces(self.announced, self.of_heading, passing))
                        found.append((place, passing, alone))
                        current = passing
            opening, greeted, place = False, -1, sentence_end
        self.current = before
        return found

    def _settled(self) -> bool:
        """Say whether no cue can change the role: in notes, and under a heading on the plan year alone."""
        if self.current.role in (Role.NOTES, Role.OTHER, Role.LEAD):
            return True
        planned = self.of_heading is not None and self.of_heading.role in (Role.PLAN, Role.REQUIREMENT)
        return planned and self.current.role is Role.PLAN and self.announced.isdisjoint(PAST)

    def _accepts(self, reading: Reading, current: Reading, named: bool, timed: bool) -> bool:
        """Say whether a cue in running text may change the role; ``named`` and ``timed`` say whether it names
        a time, and does so where a paragraph begins.

        A heading binds: under 2024年重点工作, 过去一年 is background. Without one, the text goes from the
        past to what is to come, and not back.
        """
        role, heading = current.role, self.of_heading.role if self.of_heading else None
        if role in (Role.NOTES, Role.OTHER, Role.LEAD):
            return False
        if reading.role is Role.PLAN and role is Role.SPAN_PLAN and not named:
            return False  # 奋斗目标是:… among the goals of five years is theirs
        if reading.role in self.announced and (reading.role in PAST or role is not Role.PLAN):
            return True
        if reading.role in PAST:
            if self.years.now == self.years.review and heading is not Role.PLAN and not self.report_start:
                return True  # a digest goes to and fro
            if reading.role is Role.REVIEW and heading is Role.SPAN_REVIEW and not timed:
                return False  # 2016年,… under 过去五年工作回顾 says something of that year only
            return heading not in COMING and role not in COMING
        if role in COMING:
            if reading.role is Role.SPAN_PLAN:
                return heading not in (Role.PLAN, Role.REQUIREMENT) and (
                    role is not Role.PLAN or heading is None
                )
            if heading is Role.SPAN_PLAN:
                return self.plan_within_span and timed
            return role is not Role.PLAN
        return True

    def _add(self, start: int, end: int, shape: Layout, reading: Reading) -> None:
        if self.throughout is not None and reading.role is not Role.NOTES:
            reading = self.throughout
            if reading.role is Role.SPAN_PLAN:
                cue = self.cues.at(self.folded, min(shape.body_start, end), end, opening=True)
                back = cue is not None and looks_back(cue[0], reading)
                reading = cue[0] if cue and back else (plan_before(self.section, reading) or reading)
        self.lines.append(
            Line(
                start,
                end,
                min(shape.body_start, end),
                shape.kind,
                shape.marker,
                min(shape.lead_end, end),
                self.section,
                reading.role,
                reading.year,
                reading.span,
                self.years.plan if reading.role in COMING and self.speaks_ahead else self.years.now,
            )
        )
