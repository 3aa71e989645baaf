"""A document with all that is found in its text before a sentence is read: lines, times, quantities, names.

Each of them is found once, over the whole text; the sentences then ask for those within their span.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from zhibiao.copies import find_copies, is_within, outside
from zhibiao.grammar.names import Names
from zhibiao.grammar.status_places import StatusPlaces
from zhibiao.grammar.subject import Passage
from zhibiao.legible import Legible
from zhibiao.model import Profile, Quantity, Reason
from zhibiao.outline import Line, outline
from zhibiao.periods import TimeExpression, scan_periods
from zhibiao.quantities import scan
from zhibiao.regions import place_scanner
from zhibiao.regions.scanner import Place
from zhibiao.tables.reading import Outside, ReadTable, read_tables
from zhibiao.text_search import has_any

SENTENCE = re.compile(r"[^。!?\n]*(?:[。!?]+[”\"’)]*|\n|$)")
# Most sentences end in one 。 that stands within so many signs, with none of these others in or behind them.
USUAL_LENGTH, OTHER_ENDS, MORE_ENDS = 200, ("!", "?", "\n"), '。!?”"’)'
# Up to where the last sentence of a line begins.
BEFORE_LAST = re.compile(r".*(?:[。!?](?=[^。!?”\"’)])|[。!?][”\"’)]+(?=[^”\"’)]))", re.DOTALL)
# 重点抓好10项工作 counts the chapters of the report, not anything of the world.
CHAPTER_SIGNS = frozenset("的重主方工任")
CHAPTERS = re.compile(
    r"(?:的)?(?:重点|主要)?(?:方面)?(?:的)?(?:重点|主要)?(?:工作|任务|重点工作)[\s*]*(?:[:。;,]|$|\n)"
)
CHAPTER_VERB = re.compile(r"(?:抓好|做好|抓|做|完成|突出|落实|推进|开展)(?:以下|如下)?[\s*]*$")
CHAPTER_VERB_REACH = 12
# The longest sentences of real reports have some 500 signs.
LONGEST_QUOTE = 1200
QUOTE_REACH = 300
PARTING = re.compile(r"</tr>|[;,、|\t\n]")
# The divisions to look among where the year is not clear.
YEAR_WITHOUT_PLAN = 2024


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap in one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


@dataclass(slots=True)
class SentenceSpan:
    """Where a sentence stands, and the line that it is part of."""

    line: Line
    start: int
    end: int


class Document:
    """The text of one document, scanned. All offsets are those of its legible text, ``text``."""

    def __init__(self, legible: Legible, profile: Profile) -> None:
        self.legible = legible
        self.text = legible.text
        self.profile = profile
        self.folded = legible.folded
        self.copies = find_copies(self.folded)
        self.tables = [
            table for table in read_tables(self.folded) if not is_within(self.copies, table.grid.start)
        ]
        self._table_starts = [table.grid.start for table in self.tables]
        spans = [(table.grid.start, table.grid.end) for table in self.tables]
        lines = outline(self.folded, profile.plan_year, profile.review_year, profile.kind, spans)
        self.lines = (
            [line for line in lines if not is_within(self.copies, line.body_start)] if self.copies else lines
        )
        self._line_starts = [line.start for line in self.lines]
        self.times = scan_periods(self.folded)
        self._time_starts = [time.start for time in self.times]
        self.quantities, self.excluded = self._scan()
        self._quantity_starts = [quantity.start for quantity in self.quantities]
        self._scanner = place_scanner(
            profile.region_code, profile.plan_year or profile.review_year or YEAR_WITHOUT_PLAN
        )
        self.status_places = StatusPlaces(self.folded)
        places = self._scanner.scan(self.folded, self._with_numbers())
        self.passage = Passage(
            self.folded,
            Names(self.folded, profile.plan_year or profile.review_year),
            places,
            [place.start for place in places],
            profile.region_code,
        )

    def _with_numbers(self) -> list[tuple[int, int]]:
        """The spans from stop to stop that hold quantities, and the tables: nowhere else is a place asked for."""
        folded, spans, reached = self.folded, [], 0
        for start in self._quantity_starts:
            if start < reached:
                continue
            opening = max(folded.rfind("。", reached, start), folded.rfind("\n", reached, start)) + 1
            line_end = folded.find("\n", start)
            line_end = line_end if line_end >= 0 else len(folded)
            stop = folded.find("。", start, line_end)
            reached = stop if stop >= 0 else line_end
            spans.append((opening, reached))
        return _joined(spans + [(table.grid.start, table.grid.end) for table in self.tables])

    def places(self) -> list[Place]:
        """Return all places that the text names, also where no quantity stands."""
        return self._scanner.scan(self.folded)

    def sentences_with_quantities(self) -> Iterator[tuple[SentenceSpan, list[Quantity], SentenceSpan | None]]:
        """Give each sentence in which quantities begin, with them, and the sentence before it if that has none.

        Two lines of three hold no quantity; of those, no more than the last sentence is looked for.
        """
        before: SentenceSpan | None = None
        without: Line | None = None
        for line in self.lines:
            if line.body_start >= line.end:
                continue
            quantities = self.quantities_in(line.body_start, line.end)
            if not quantities:
                without = None if self._table_at(line.start) else line
                continue
            if without is not None:
                before, without = self._last_sentence_of(without), None
            first, count = 0, len(quantities)
            for start, end in self._sentences_of(line):
                last = first
                while last < count and quantities[last].start < end:
                    last += 1
                if last > first:
                    yield SentenceSpan(line, start, end), quantities[first:last], before
                    before, first = None, last
                elif first < count:
                    before = SentenceSpan(line, start, end)
                else:
                    before = self._last_sentence_of(line)
                    break

    def _sentences_of(self, line: Line) -> Iterator[tuple[int, int]]:
        """The sentences of a line, in order; a line without a full stop is one."""
        position = line.body_start
        if position < line.lead_end < line.end:
            yield position, line.lead_end
            position = line.lead_end
        if line.kind == "table" and (table := self._table_at(line.start)) is not None:
            yield from table.sentences(line.start, line.end)
            return
        while position < line.end:
            end = self.sentence_end(position, line)
            yield position, end
            position = end

    def _last_sentence_of(self, line: Line) -> SentenceSpan:
        """The last of the sentences of a line, without a look at those before it."""
        if line.kind == "table":
            return SentenceSpan(line, *list(self._sentences_of(line))[-1])
        start = line.lead_end if line.body_start < line.lead_end < line.end else line.body_start
        found = BEFORE_LAST.match(self.folded, start, line.end)
        return SentenceSpan(line, found.end() if found else start, line.end)

    def sentence_end(self, start: int, line: Line) -> int:
        """Return where the sentence that begins at ``start`` ends, in its line."""
        folded, end = self.folded, line.end
        stop = folded.find("。", start, min(start + USUAL_LENGTH, end)) + 1
        is_one = stop > 0 and (stop == end or folded[stop] not in MORE_ENDS)
        if is_one and not has_any(folded, OTHER_ENDS, start, stop):
            return stop
        found = SENTENCE.match(folded, start, end)
        return found.end() if found and found.end() > start else end

    def quote_at(self, start: int, end: int, sentence_start: int, sentence_end: int) -> str:
        """Return the sentence around ``start``–``end`` as the document has it, or what of it stands nearby.

        A table in one line is a sentence of many thousand signs; each of its figures quotes no more than
        ``QUOTE_REACH`` signs on either side, from one sign that parts clauses or cells to another.
        """
        if sentence_end - sentence_start <= LONGEST_QUOTE:
            return self.quote(sentence_start, sentence_end)
        first, last = max(sentence_start, start - QUOTE_REACH), min(sentence_end, end + QUOTE_REACH)
        if first > sentence_start and (parting := PARTING.search(self.folded, first, start)):
            first = parting.end()
        if last < sentence_end:
            last = max((one.end() for one in PARTING.finditer(self.folded, end, last)), default=last)
        return self.quote(first, last)

    def quote(self, start: int, end: int) -> str:
        """Return the words of a span as the document has them."""
        first, last = self.legible.span(start, end)
        return self.legible.source[first:last].strip()

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """Return the quantities that begin within a span."""
        return self.quantities[
            bisect_left(self._quantity_starts, start) : bisect_left(self._quantity_starts, end)
        ]

    def times_in(self, start: int, end: int) -> list[TimeExpression]:
        """Return the words of time that begin within a span."""
        return self.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    def line_at(self, position: int) -> Line:
        """Return the line in which ``position`` lies."""
        return self.lines[max(0, bisect_right(self._line_starts, position) - 1)]

    def place_of(self, start: int, end: int, name: str) -> Place | None:
        """Return the division that ``name``, which stands between two positions, is as a whole."""
        starts = self.passage.place_starts
        for place in self.passage.places[bisect_left(starts, start) : bisect_left(starts, end)]:
            if self.folded[place.start : place.end] == name:
                return place
        return None

    def _table_at(self, position: int) -> ReadTable | None:
        """Return the table in which a position lies."""
        found = bisect_right(self._table_starts, position) - 1
        if found < 0 or position > self.tables[found].grid.end:
            return None
        return self.tables[found]

    def _scan(self) -> tuple[list[Quantity], list[tuple[int, int, Reason]]]:
        """The quantities, and every other Arabic numeral with the reason why it is none."""
        found = scan(
            self.folded,
            [(time.start, time.end) for time in self.times],
            [line.marker for line in self.lines if line.marker],
        )
        # The years of 《规划纲要（2013—2020年）》 are part of a name.
        named = {time.start for time in self.times if time.in_name}
        excluded = [
            (start, end, Reason.NAME if reason is Reason.DATE and start in named else reason)
            for start, end, reason in found.excluded
        ]
        quantities: list[Quantity] = []
        for quantity in found.quantities:
            if not self._counts_chapters(quantity):
                quantities.append(quantity)
            elif not quantity.chinese:
                heading = self.line_at(quantity.start).kind == "heading"
                excluded.append((quantity.start, quantity.end, Reason.HEADING if heading else Reason.OTHER))
        return outside(self.folded, self.copies, *self._outside_tables(quantities, excluded))

    def _outside_tables(
        self, quantities: list[Quantity], excluded: list[tuple[int, int, Reason]]
    ) -> tuple[list[Quantity], list[tuple[int, int, Reason]]]:
        """What is not read as a table: the numbers of a table are its own, but for cells that are sentences."""
        if not self.tables:
            return quantities, excluded
        prose = Outside(self.tables)
        excluded = [one for one in excluded if prose.has(one[0])]
        for table in self.tables:
            excluded += table.excluded
        return [one for one in quantities if prose.has(one.start)], excluded

    def _counts_chapters(self, quantity: Quantity) -> bool:
        if self.folded[quantity.end : quantity.end + 1] not in CHAPTER_SIGNS:
            return False
        if not CHAPTERS.match(self.folded, quantity.end):
            return False
        line = self.line_at(quantity.start)
        opening = max(line.start, quantity.start - CHAPTER_VERB_REACH)
        return CHAPTER_VERB.search(self.folded, opening, quantity.start) is not None
