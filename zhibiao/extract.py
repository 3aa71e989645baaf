"""A report's text to its figures, targets without number, and the ledger of its numerals: the one call."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from zhibiao.folding import fold
from zhibiao.grammar.headline import YEARLY_MEAN, TargetList, find_target_lists
from zhibiao.grammar.measures import kind_of
from zhibiao.grammar.names import Names
from zhibiao.grammar.phrases import is_prefix
from zhibiao.grammar.qualitative import Phrase, find_phrases
from zhibiao.grammar.sentence import Passage, Reading, Subject
from zhibiao.grammar.status import status_of
from zhibiao.grammar.subjects import read_sentence
from zhibiao.model import (
    Extraction,
    Figure,
    Finding,
    Measure,
    Numeral,
    Period,
    Profile,
    QualitativeTarget,
    Quantity,
    Reason,
    Severity,
    Status,
)
from zhibiao.outline import Line, outline
from zhibiao.periods import TimeExpression, period_before, period_of, scan_periods
from zhibiao.quantities import Scan, canonical, scan
from zhibiao.regions import place_scanner

SENTENCE = re.compile(r"[^。!?\n]*(?:[。!?]+[”\"’)]*|\n|$)")
DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
CHAPTERS = re.compile(
    r"(?:的)?(?:重点|主要)?(?:方面)?(?:的)?(?:重点|主要)?(?:工作|任务|重点工作)[\s*]*(?:[:。;,]|$|\n)"
)
CHAPTER_VERB = re.compile(r"(?:抓好|做好|抓|做|完成|突出|落实|推进|开展)(?:以下|如下)?[\s*]*$")
# A list without any number is one only where it names that many indicators.
FEWEST_WITHOUT_NUMBER = 2
YEAR_WITHOUT_PLAN = 2024


def extract(text: str, profile: Profile, document_id: str) -> Extraction:
    """Read one document.

    ``text`` is the decoded text, ``profile`` what ``zhibiao.profile.profile`` found of it, ``document_id`` the
    hash of the file's bytes, which makes the ids of the figures stable. Takes time linear in the text, and
    raises nothing for any text.
    """
    return _Document(text, profile, document_id).read()


@dataclass(slots=True)
class _Sentence:
    line: Line
    start: int
    end: int


class _Document:
    """One document while it is read."""

    def __init__(self, text: str, profile: Profile, document_id: str) -> None:
        self.text = text
        self.profile = profile
        self.document_id = document_id
        self.folded = fold(text)
        self.lines = outline(self.folded, profile.plan_year, profile.review_year)
        self.times = scan_periods(self.folded)
        self.time_starts = [time.start for time in self.times]
        self.scan: Scan = scan(
            self.folded,
            [(time.start, time.end) for time in self.times],
            [line.marker for line in self.lines if line.marker],
        )
        self._name_dates()
        self._exclude_headings()
        self.quantity_starts = [quantity.start for quantity in self.scan.quantities]
        places = place_scanner(profile.region_code, profile.plan_year or YEAR_WITHOUT_PLAN).scan(self.folded)
        self.passage = Passage(
            self.folded, Names(self.folded), places, [place.start for place in places], profile.region_code
        )
        self.target_lists: list[TargetList] = []
        self.figures: list[Figure] = []
        self.qualitative: list[QualitativeTarget] = []
        self.figure_of_span: dict[int, str] = {}

    def _name_dates(self) -> None:
        """The years of 《规划纲要（2013—2020年）》 are part of a name."""
        named = {time.start for time in self.times if time.in_name}
        self.scan.excluded = [
            (start, end, Reason.NAME if reason is Reason.DATE and start in named else reason)
            for start, end, reason in self.scan.excluded
        ]

    def _exclude_headings(self) -> None:
        """重点抓好10项工作 counts the chapters of the report, not anything of the world."""
        lines, place = self.lines, 0
        kept: list[Quantity] = []
        for quantity in self.scan.quantities:
            while place + 1 < len(lines) and lines[place].end <= quantity.start:
                place += 1
            line = lines[place]
            if CHAPTERS.match(self.folded, quantity.end) and CHAPTER_VERB.search(
                self.folded, max(line.start, quantity.start - 12), quantity.start
            ):
                if not quantity.chinese:
                    reason = Reason.HEADING if line.kind == "heading" else Reason.OTHER
                    self.scan.excluded.append((quantity.start, quantity.end, reason))
            else:
                kept.append(quantity)
        self.scan.quantities = kept

    def read(self) -> Extraction:
        carried: Subject | None = None
        for sentence in self._sentences():
            quantities = self._quantities(sentence)
            if not quantities:
                carried = self._opening_subject(sentence)
                continue
            readings = read_sentence(self.passage, sentence.start, sentence.end, quantities, carried)
            self._figures(sentence, readings)
            carried = readings[-1].subject
        self.target_lists = find_target_lists(self.folded, self.lines, self.figures, self.profile.plan_year)
        self._mark_headline()
        self._qualitative_targets()
        return Extraction(self.figures, self.qualitative, self._numerals(), self._findings())

    def _opening_subject(self, sentence: _Sentence) -> Subject | None:
        """The indicator that a sentence without numbers opens with: 经营主体稳中培优。总量达…"""
        names = self.passage.names
        found = names.first_in(sentence.start, sentence.end)
        if found is None or not is_prefix(self.folded[sentence.start : names.starts[found]]):
            return None
        return Subject(names.ids[found], self.folded[names.starts[found] : names.ends[found]])

    def _sentences(self) -> Iterator[_Sentence]:
        """The sentences of all lines, in order; a line without a full stop is one."""
        for line in self.lines:
            if line.kind == "blank":
                continue
            position = line.body_start
            if position < line.lead_end < line.end:
                yield _Sentence(line, position, line.lead_end)
                position = line.lead_end
            while position < line.end:
                found = SENTENCE.match(self.folded, position, line.end)
                end = found.end() if found and found.end() > position else line.end
                yield _Sentence(line, position, end)
                position = end

    def _quantities(self, sentence: _Sentence) -> list[Quantity]:
        first = bisect_left(self.quantity_starts, sentence.start)
        last = bisect_left(self.quantity_starts, sentence.end)
        return self.scan.quantities[first:last]

    def _times(self, sentence: _Sentence) -> list[TimeExpression]:
        first = bisect_left(self.time_starts, sentence.start)
        return self.times[first : bisect_left(self.time_starts, sentence.end)]

    # -- figures ---------------------------------------------------------------------------------------

    def _figures(self, sentence: _Sentence, readings: list[Reading]) -> None:
        times = self._times(sentence)
        quote = self.text[sentence.start : sentence.end].strip()
        for reading in readings:
            self._figure(sentence, reading, times, quote)

    def _figure(self, sentence: _Sentence, reading: Reading, times: list[TimeExpression], quote: str) -> None:
        quantity, subject = reading.quantity, reading.subject
        first_id = subject.ids[0] if subject.ids else None
        kind = kind_of(quantity, subject.text, first_id, subject.before, subject.between)
        period, status, commitment = self._time_and_status(sentence, reading, times, kind.measure)
        value, unit = canonical(quantity.number, quantity.unit_text)
        high = (
            canonical(quantity.number_high, quantity.unit_text)[0]
            if quantity.number_high is not None
            else None
        )
        place = subject.place
        for position, indicator_id in enumerate(subject.ids or (None,)):
            figure_id = self._identify(quantity.start, quantity.end, indicator_id)
            self.figure_of_span.setdefault(quantity.start, figure_id)
            self.figures.append(
                Figure(
                    figure_id,
                    quantity.start,
                    quantity.end,
                    self.text[quantity.start : quantity.end],
                    quantity.number,
                    quantity.number_high,
                    quantity.unit_text,
                    value,
                    high,
                    unit,
                    quantity.bound,
                    quantity.bound_text,
                    kind.measure,
                    kind.direction,
                    (subject.texts[position] if subject.texts else subject.text) or None,
                    indicator_id,
                    status,
                    False,
                    period.start,
                    period.end,
                    period.text,
                    place.code if place else self.profile.region_code,
                    place.name if place else None,
                    subject.entity,
                    quote,
                    sentence.line.section,
                    commitment,
                    subject.rule,
                )
            )

    def _time_and_status(
        self, sentence: _Sentence, reading: Reading, times: list[TimeExpression], measure: Measure
    ) -> tuple[Period, Status, str | None]:
        quantity = reading.quantity
        period = (period_before if reading.is_state_before else period_of)(
            self.folded,
            sentence.line,
            times,
            quantity.start,
            quantity.end,
            measure,
            self.profile.plan_year,
            self.profile.review_year,
        )
        if reading.is_state_before:
            return period, Status.ACTUAL, None
        status, commitment = status_of(
            self.folded, sentence.start, quantity.start, quantity.end, sentence.line, period
        )
        return period, status, commitment

    def _identify(self, start: int, end: int, indicator_id: str | None) -> str:
        key = f"{self.document_id}|{start}|{end}|{indicator_id or ''}"
        return blake2b(key.encode(), digest_size=12).hexdigest()

    # -- the list of expected targets ------------------------------------------------------------------

    def _mark_headline(self) -> None:
        starts = [figure.char_start for figure in self.figures]
        for listed in self.target_lists:
            for figure in self.figures[bisect_left(starts, listed.start) : bisect_left(starts, listed.end)]:
                if (
                    figure.status is Status.TARGET
                    and self._in_plan_year(figure)
                    and not self._is_yearly_mean(figure)
                ):
                    figure.is_headline = True

    def _is_yearly_mean(self, figure: Figure) -> bool:
        return YEARLY_MEAN.search(self.folded, max(0, figure.char_start - 12), figure.char_start) is not None

    def _in_plan_year(self, figure: Figure) -> bool:
        year = self.profile.plan_year
        return year is None or figure.period_end is None or figure.period_end.year == year

    def _qualitative_targets(self) -> None:
        year = self.profile.plan_year
        starts = [figure.char_start for figure in self.figures if figure.is_headline]
        for listed in self.target_lists:
            stated = bisect_left(starts, listed.start) < bisect_left(starts, listed.end)
            first = bisect_left(self.quantity_starts, listed.start)
            last = bisect_left(self.quantity_starts, listed.end)
            quantities = self.scan.quantities[first:last]
            phrases = find_phrases(self.folded, self.passage.names, quantities, listed.start, listed.end)
            if stated or sum(phrase.indicator_id is not None for phrase in phrases) >= FEWEST_WITHOUT_NUMBER:
                self.qualitative += [self._qualitative(phrase, year) for phrase in phrases]

    def _qualitative(self, phrase: Phrase, year: int | None) -> QualitativeTarget:
        from datetime import date

        line = self._line_at(phrase.start)
        text = self.text[phrase.start : phrase.end]
        start = max(self.folded.rfind(sign, line.start, phrase.start) for sign in "。!?") + 1
        found = SENTENCE.match(self.folded, max(start, line.start), line.end)
        return QualitativeTarget(
            target_id=self._identify(phrase.start, phrase.end, phrase.indicator_id or phrase.indicator_text),
            char_start=phrase.start,
            char_end=phrase.end,
            target_text=text,
            indicator_id=phrase.indicator_id,
            indicator_text=phrase.indicator_text,
            benchmark_text=phrase.benchmark,
            direction=None,
            period_start=date(year, 1, 1) if year else None,
            period_end=date(year, 12, 31) if year else None,
            period_text=None,
            region_code=self.profile.region_code,
            region_text=None,
            quote=(found.group() if found else text).strip(),
            section=line.section,
            commitment=None,
            rule="qualitative",
        )

    def _line_at(self, position: int) -> Line:
        starts = [line.start for line in self.lines]
        return self.lines[bisect_right(starts, position) - 1]

    # -- the ledger ------------------------------------------------------------------------------------

    def _numerals(self) -> list[Numeral]:
        """A row for every Arabic numeral: the figure it belongs to, or the reason it belongs to none."""
        numerals = [
            Numeral(start, end, self.text[start:end], None, reason)
            for start, end, reason in self.scan.excluded
        ]
        for quantity in self.scan.quantities:
            if quantity.chinese:
                continue
            figure_id = self.figure_of_span.get(quantity.start)
            for digits in DIGITS.finditer(self.folded, quantity.start, quantity.end):
                numerals.append(Numeral(digits.start(), digits.end(), digits.group(), figure_id, None))
        numerals.sort(key=lambda numeral: numeral.char_start)
        return numerals

    def _findings(self) -> list[Finding]:
        findings = list(self.profile.findings)
        for start, end, names, values in self.passage.unequal_lists:
            findings.append(
                Finding(
                    "list_lengths_differ",
                    Severity.WARNING,
                    f"分别 deals out {values} values to {names} names; none of them is given an indicator",
                    start,
                    end,
                    self.text[start:end],
                )
            )
        figures = {figure.char_start for figure in self.figures if figure.is_headline}
        stated = any(listed.start <= start < listed.end for listed in self.target_lists for start in figures)
        announced = [listed.announced for listed in self.target_lists if listed.announced]
        if announced and not stated and not self.qualitative:
            start, end = announced[0]
            findings.append(
                Finding(
                    "missing_target_list",
                    Severity.WARNING,
                    "the text announces a list of expected targets, and none follows",
                    start,
                    end,
                    self.text[start:end],
                )
            )
        return findings
