"""The figures of a document's tables: each number with what its row, its head, the caption and the section say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from zhibiao.document import Document
from zhibiao.grammar.comparability import LOCAL
from zhibiao.grammar.measures import kind_of
from zhibiao.grammar.names import fits
from zhibiao.grammar.phrases import alternatives
from zhibiao.model import Figure, Measure, Period, Status, YearScope
from zhibiao.outline import Line
from zhibiao.periods import scan_periods
from zhibiao.periods.resolution import resolve
from zhibiao.quantities import canonical
from zhibiao.records import identify
from zhibiao.regions.scanner import Place
from zhibiao.tables.columns import period_words
from zhibiao.tables.naming import Linked, link
from zhibiao.tables.reading import ReadTable
from zhibiao.tables.status import status_of
from zhibiao.tables.stubs import SEPARATOR
from zhibiao.tables.values import Value
from zhibiao.tables.words import counted, words_of

RATES = frozenset({Measure.GROWTH_RATE, Measure.INDEX})
FEWEST_OF_SPAN = 2
RULES_JOINED = " "
_CHANGES = re.compile(alternatives("up", "down"))
_GAINED = {Measure.LEVEL: Measure.CHANGE_AMOUNT, Measure.SHARE: Measure.CHANGE_POINTS}
# 2019年 as the name of a row is when, not what.
_YEAR_ALONE = re.compile(
    r"(?:18|19|20)\d\d年?(?:\d{1,2}月)?|\d{1,2}月(?:份)?|第?[一二三四1-4]季度|上半年|下半年|全年"
)


def figures_of_table(source: Document, document_id: str, table: ReadTable) -> Iterator[Figure]:
    """Give the figures of a table in the order of the text."""
    reader = _Reader(source, document_id, table)
    for value in table.values:
        yield from reader.figures(value)


class _When(NamedTuple):
    """The time of a number and what told it."""

    period: Period
    rule: str


class _Decided(NamedTuple):
    """What was decided on a number: place and indicators, measure, years, time, status, and the rules for them."""

    place: Place | None
    ids: tuple[str | None, ...]
    measure: Measure
    direction: str | None
    scope: YearScope | None
    period: Period
    status: Status
    rule: str


class _Reader:
    """Reads the numbers of one table in the light of its document."""

    def __init__(self, source: Document, document_id: str, table: ReadTable) -> None:
        self.source = source
        self.document_id = document_id
        self.table = table
        self.line = self._line()
        self.contents = {value.content for value in table.values}
        self.span = self._span()
        self.identities: set[str] = set()
        self.stocks = {value.row.start for value in table.values if not value.number.bracketed}

    def figures(self, value: Value) -> Iterator[Figure]:
        """Give the figures of a number: one, or one for each indicator of a row on several."""
        decided = self._decide(value)
        for indicator_id in decided.ids:
            yield self._figure(value, decided, indicator_id)

    def _decide(self, value: Value) -> _Decided:
        """All that has to be told of a number beside what stands in its cell."""
        abroad, name = self.table.names_are_abroad, value.stub.name
        place = None if abroad else self.source.place_of(value.row.start, value.row.end, name)
        linked = self._linked(value, place)
        ranked = value.measure is Measure.RANK
        ids = tuple(one for one in linked.ids if fits(one, value.unit_text, ranked)) or (None,)
        measure, direction, measured = self._kind(value, linked, ids[0])
        scope = self._scope(value)
        when = self._when(value, measure, scope)
        status, told = status_of(value, when.period, self.table, self.line, self.source)
        rule = RULES_JOINED.join(("table_cell", measured, when.rule, told))
        return _Decided(place, ids, measure, direction, scope, when.period, status, rule)

    def _figure(self, value: Value, decided: _Decided, indicator_id: str | None) -> Figure:
        number, row, name = value.number, value.row, self._name(value, decided.place)
        unit_text = counted(value.unit_text)
        worth, unit = canonical(number.number, unit_text)
        high = number.number_high
        place = decided.place
        return Figure(
            figure_id=self._identify(value, indicator_id, name),
            char_start=number.start,
            char_end=number.end,
            value_text=self.source.text[number.start : number.end],
            number=number.number,
            number_high=high,
            unit_text=value.unit_text,
            value=worth,
            value_high=None if high is None else canonical(high, unit_text)[0],
            unit=unit,
            bound=number.bound,
            bound_text=number.bound_text,
            measure=decided.measure,
            direction=decided.direction,
            indicator_text=name or None,
            indicator_id=indicator_id,
            status=decided.status,
            is_headline=False,
            period_start=decided.period.start,
            period_end=decided.period.end,
            period_text=decided.period.text,
            region_code=place.code if place else self.source.profile.region_code,
            region_text=place.name if place else None,
            entity_text=None,
            quote=self.source.quote_at(number.start, number.end, row.start, row.end),
            section=self.line.section,
            commitment=value.attribute if decided.status is Status.TARGET else None,
            rule=decided.rule,
            year_scope=decided.scope,
            is_year_on_year=self._is_year_on_year(value, decided),
            is_called_local=LOCAL in name,
        )

    def _identify(self, value: Value, indicator_id: str | None, name: str) -> str:
        """The id of a figure; a merged cell is one number of several rows, which their names tell apart."""
        start, end = value.number.start, value.number.end
        found = identify(self.document_id, start, end, indicator_id)
        if found in self.identities:
            found = identify(self.document_id, start, end, f"{indicator_id or ''}|{name}")
        self.identities.add(found)
        return found

    def _is_year_on_year(self, value: Value, decided: _Decided) -> bool | None:
        """Say whether a rate is that on the year before: 比2020年增长 is not, unless it is of 2021; None of no rate."""
        if decided.measure not in RATES:
            return None
        compared = [time.first.year for time in value.meaning.times if time.is_comparison and time.first]
        end = decided.period.end
        return decided.scope is None and (not compared or end is None or compared[0] == end.year - 1)

    def _line(self) -> Line:
        """The line that the table stands in; a year of the caption is the table's."""
        line = self.source.line_at(self.table.grid.start)
        time = period_words(self.table.caption)
        year = (
            time.first.year
            if time and time.first and time.last and time.first.year == time.last.year
            else None
        )
        if year is None and time and time.kind in ("year", "months", "day") and time.offset > 1000:
            year = time.offset
        return replace(line, year=year, span=None) if year else line

    def _span(self) -> tuple[int, int] | None:
        """The years that a mean or a total of the table is of: those behind its base year, else the section's."""
        single = [first for first, last in self.table.years if first == last]
        if len(single) >= FEWEST_OF_SPAN and single[-1] - single[0] >= FEWEST_OF_SPAN:
            return single[0] + 1, single[-1]
        return self.source.line_at(self.table.grid.start).span

    def _linked(self, value: Value, place: Place | None) -> Linked:
        """The indicator of the row; where the rows are places or totals, that of the column."""
        name, content = value.stub.name, value.content
        if (value.measure is Measure.SHARE and value.meaning.is_part) or self._is_off_topic(name + content):
            return Linked((), "", "")
        if place is not None or name in words_of("whole") or _YEAR_ALONE.fullmatch(name):
            return link(content)
        if not content:
            return link(name)
        whole = link(name + content)
        return whole if whole.ids or content not in words_of("amount") else link(name)

    def _is_off_topic(self, name: str) -> bool:
        """Say whether the caption tells of something else than a name: 粮食 in a table of prices is no output."""
        topics = {one for one in words_of("topic") if one in self.table.caption.words}
        return (
            bool(topics) and "指标" not in self.table.caption.words and not any(one in name for one in topics)
        )

    def _name(self, value: Value, place: Place | None) -> str:
        """What is measured: the row with what it is a part of, and the column where columns name several things."""
        if place is not None or _YEAR_ALONE.fullmatch(value.stub.name):
            return value.content or value.meaning.words
        path = value.stub.path
        if value.stub.name in words_of("whole") or (value.content and len(self.contents) > 1):
            return SEPARATOR.join(filter(None, (path, value.content)))
        return path

    def _kind(
        self, value: Value, linked: Linked, indicator_id: str | None
    ) -> tuple[Measure, str | None, str]:
        """The measure and the direction: by the head, else by the row's own words."""
        number = value.number
        if not value.is_placed:
            return Measure.OTHER, None, "no_column"
        if value.measure is not None:
            falls = (value.meaning.falls or "降" in number.before) != (number.sign < 0)
            changes = value.measure in (Measure.GROWTH_RATE, Measure.CHANGE_AMOUNT, Measure.CHANGE_POINTS)
            return value.measure, ("down" if falls else "up") if changes else None, "column_head"
        quantity = replace(number.quantity, unit_text=value.unit_text)
        name = value.stub.name + value.content
        behind = linked.behind + "".join(_CHANGES.findall(number.before))
        if behind and linked.behind and name.endswith(linked.behind):
            name = name.removesuffix(linked.behind)
        kind = kind_of(quantity, name, indicator_id, "", behind)
        gained = _GAINED.get(kind.measure)
        if gained and number.bracketed and "新增" not in name and value.row.start in self.stocks:
            # 人均预期寿命 77.3 … 〔1〕: what is told of a state beside it, in brackets, is how it changes over the years.
            return gained, "down" if "降" in name else "up", "total_of_state"
        return kind.measure, kind.direction, kind.rule

    def _scope(self, value: Value) -> YearScope | None:
        if value.meaning.total_in_brackets:
            return YearScope.SEVERAL_YEARS if value.number.bracketed else YearScope.YEARLY_MEAN
        if value.meaning.scope is not None:
            return value.meaning.scope
        own = period_words(value.meaning)
        if own and own.first and own.last and own.first.year < own.last.year:
            return YearScope.SEVERAL_YEARS  # 1998-2002: the sum of the years beside it
        if value.number.bracketed and self._is_of_plan():
            return YearScope.SEVERAL_YEARS  # 〔13.5〕 in a plan's table: the total of its years
        return YearScope.YEARLY_MEAN if "年均" in value.stub.name and "浓度" not in value.stub.name else None

    def _is_of_plan(self) -> bool:
        return self.source.profile.kind == "five_year_plan" or self.span is not None

    def _when(self, value: Value, measure: Measure, scope: YearScope | None) -> _When:
        """The time: by the head, by the row's name, by the caption, by the section."""
        profile = self.source.profile
        own = period_words(value.dated)
        if own is not None and not (
            scope is not None and own.kind in ("total_years", "past_years") and self.span
        ):
            words = value.dated.words[own.start : own.end]
            period = resolve(own, self.line, profile.plan_year, profile.review_year, words)
            return _When(period, "column_time")
        if scope is not None and self.span:
            first, last = self.span
            return _When(Period(date(first, 1, 1), date(last, 12, 31)), "span_of_table")
        for time in scan_periods(value.stub.name):
            if time.start == 0 and not time.is_comparison:
                words = value.stub.name[: time.end]
                return _When(
                    resolve(time, self.line, profile.plan_year, profile.review_year, words), "row_time"
                )
        caption = period_words(self.table.caption)
        if caption is not None:
            words = self.table.caption.words[caption.start : caption.end]
            period = resolve(caption, self.line, profile.plan_year, profile.review_year, words)
            if period.end is not None:
                return _When(period, "caption_time")
        year = self.line.span[1] if self.line.span else self.line.year
        if year is None:
            return _When(Period(None, None), "no_time")
        return _When(Period(date(year, 1, 1), date(year, 12, 31)), "section_time")
