"""The two long parts of a report's page, its marked text and its list of figures, written without the template engine.

There are hundreds of figures a report and thousands of reports. Everything from a report is escaped here, once, and
nothing else makes markup of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from html import escape
from operator import attrgetter

from markupsafe import Markup

from reading_room.escaping import shown
from reading_room.numbers import RATIOS, amount
from reading_room.records import Indicator
from reading_room.report_rows import Figure, ReportRows
from reading_room.svg import as_markup
from reading_room.wording import LANGUAGES, Words, words
from zhibiao.commands.cells import plain_number
from zhibiao.commands.marking import Mark, MarkKind, stretches
from zhibiao.commands.visible import visible
from zhibiao.commands.wording import BOUND, REASON, period_words
from zhibiao.model import Bound, Reason

# Short names of the kinds of marks, for there are thousands of them.
STYLES = {
    MarkKind.TARGET: "t",
    MarkKind.ACTUAL: "a",
    MarkKind.REFERENCE: "r",
    MarkKind.QUALITATIVE: "q",
    MarkKind.EXCLUDED: "x",
    MarkKind.UNEXPLAINED: "u",
}
STATUS_STYLES = {kind.value: style for kind, style in STYLES.items()}
KINDS = {kind.value: kind for kind in MarkKind}
# As many different cells of a column are remembered, in each language; in thousands of reports most come again.
REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with every mark a link to its line of the list, and a place to link to.

    It is the same in every language but for the words of reasons: ``reasons`` says in which of the ``parts`` they stand.
    """

    parts: list[str]
    reasons: list[tuple[int, str]]

    def text(self, words: Words) -> Markup:
        """The marked text in a language."""
        names = {reason.value: words.pick(REASON[reason]) for reason in Reason}
        for place, reason in self.reasons:
            self.parts[place] = names[reason]
        return as_markup("".join(self.parts))


def marked_text(rows: ReportRows) -> MarkedText:
    """Cut a text where a mark begins or ends; a mark of a figure has its number in the list, another its reason."""
    is_plain = _shown(rows.text) == rows.text
    made = MarkedText([], [])
    written = 0

    def passage(start: int, end: int) -> str:
        return rows.text[start:end] if is_plain else _shown(rows.text[start:end])

    for group in _overlapping(_marks(rows)):
        start, end = group[0].start, group[0].end
        if start > written:
            made.parts.append(passage(written, start))
        if len(group) == 1:
            _add_marked(made, start, passage(start, end), group)
        else:
            end = max([mark.end for mark in group])
            for each in stretches(rows.text, group):
                if each.marks:
                    text = passage(each.start, each.start + len(each.text))
                    _add_marked(made, each.start, text, each.marks)
        written = end
    made.parts.append(passage(written, len(rows.text)))
    return made


def _marks(rows: ReportRows) -> list[Mark]:
    marks = [
        _mark(place, figure.char_start, figure.char_end, KINDS[figure.status], figure.is_headline)
        for place, figure in enumerate(rows.figures, start=1)
    ]
    for start, end, reason in rows.numerals:
        kind = MarkKind.UNEXPLAINED if reason == Reason.UNEXPLAINED else MarkKind.EXCLUDED
        marks.append(_mark(0, start, end, kind, reason=reason))
    marks.sort(key=attrgetter("start"))
    return marks


def _mark(
    number: int, start: int, end: int, kind: MarkKind, is_headline: bool = False, reason: str = ""
) -> Mark:
    return Mark(number, start, end, kind, "", "", is_headline, "", reason, ())


def _overlapping(marks: Iterable[Mark]) -> Iterator[list[Mark]]:
    """Marks in the order of the text, together those that cover some of the same characters; most stand alone."""
    group: list[Mark] = []
    end = 0
    for mark in marks:
        if mark.start >= end:
            if group:
                yield group
            group = []
        if mark.end > mark.start:
            group.append(mark)
            end = max(end, mark.end)
    if group:
        yield group


def _shown(text: str) -> str:
    return escape(visible(text), quote=False)


def _add_marked(made: MarkedText, start: int, text: str, marks: Sequence[Mark]) -> None:
    first = marks[0]
    style, begins = STYLES[first.kind], first.start == start
    figures = [mark.number for mark in marks if mark.number]
    if first.is_headline or (len(marks) > 1 and any(mark.is_headline for mark in marks)):
        style += " h"
    if not begins:
        style += " n"
    anchor = f' id="c{start}"' if begins or any(mark.start == start for mark in marks) else ""
    if figures:
        more = f' data-e="{" ".join(map(str, figures))}"' if len(figures) > 1 else ""
        made.parts.append(f'<a{anchor} class="m {style}" href="#e{figures[0]}"{more}>{text}</a>')
        return
    made.parts.extend((f'<span{anchor} class="m {style}" title="', "", f'">{text}</span>'))
    made.reasons.append((len(made.parts) - 2, first.reason))


def links_to_text(figures: Iterable[Figure]) -> Markup:
    """Each figure as written, a link to where it stands in the text."""
    return as_markup(
        "".join(
            [
                f'<a href="#c{each.char_start}" class="m {STATUS_STYLES[each.status]}">{shown(each.text)}</a> '
                for each in figures
            ]
        )
    )


class FigureLines:
    """Writes lists of figures in every language. A cell that comes again, in whatever report, is not written again."""

    def __init__(self, indicators: dict[str, Indicator], unit_names: dict[str, str]) -> None:
        self._indicators = indicators
        self._unit_names = unit_names
        self._numbers = lru_cache(REMEMBERED)(self._written_numbers)
        self._subjects = lru_cache(REMEMBERED)(self._written_subjects)
        self._rests = lru_cache(REMEMBERED)(self._written_rests)

    def lines(self, figures: Iterable[Figure]) -> dict[str, Markup]:
        """The lines of the list of figures, in the order of the text, by language."""
        lines: list[tuple[str, list[str], list[str], list[str]]] = []
        # Taken apart at once: to ask a tuple for each of its names takes longer.
        for place, (
            start, _, text, value, value_high, unit, bound, bound_text, measure, indicator_text, indicator_id,
            status, is_headline, period_start, period_end, of_place, commitment,
        ) in enumerate(figures, start=1):  # fmt: skip
            numbers = self._numbers(text, value, value_high, unit, bound, bound_text)
            data, subjects = self._subjects(indicator_id, indicator_text, of_place)
            rests = self._rests(status, commitment, measure, period_start, period_end)
            style = STATUS_STYLES[status] + (" h" if is_headline else "")
            opening = f'<tr id="e{place}" class="{style}"{data}><td><a href="#c{start}"'
            lines.append((opening, numbers, subjects, rests))
        return {
            language: as_markup(
                "\n".join(
                    [
                        f"{opening}{numbers[place]}</td><td>{subjects[place]}</td>{rests[place]}</tr>"
                        for opening, numbers, subjects, rests in lines
                    ]
                )
            )
            for place, language in enumerate(LANGUAGES)
        }

    def _written_numbers(
        self,
        text: str | None,
        value: str | None,
        value_high: str | None,
        unit: str | None,
        bound: str | None,
        bound_text: str | None,
    ) -> list[str]:
        """What follows the address of a link to a number: its exact value, its words, and what they mean."""
        shown = visible(text or "")
        ends = [Decimal(end) for end in (value, value_high) if end is not None]
        exact = f' data-v="{plain_number(ends[0])}"' if ends else ""
        found = []
        for language in map(words, LANGUAGES):
            notes = [bound_words(bound, bound_text, language)]
            if ends and unit not in RATIOS:
                canonical = "–".join([amount(end, unit, language, self._unit_names) for end in ends])
                notes.append(canonical if canonical != shown else "")
            found.append(_with_note(f"{exact}>{escape(shown)}</a>", " ".join(filter(None, notes)), True))
        return found

    def _written_subjects(
        self, indicator_id: str | None, indicator_text: str | None, place: str | None
    ) -> tuple[str, list[str]]:
        """The indicator as data of the line, and the cell that names it."""
        data = f' data-i="{escape(indicator_id)}"' if indicator_id else ""
        if indicator_id not in self._indicators:
            # The words of the text, which are the same in every language.
            return data, [_with_note(visible(indicator_text or ""), place)] * len(LANGUAGES)
        indicator = self._indicators[indicator_id]
        return data, [_with_note(words(language).indicator(indicator), place) for language in LANGUAGES]

    def _written_rests(
        self,
        status: str,
        commitment: str | None,
        measure: str | None,
        period_start: date | None,
        period_end: date | None,
    ) -> list[str]:
        """The cells of status, measure and period."""
        found = []
        for language in map(words, LANGUAGES):
            cells = (
                _with_note(language.table[f"status_{status}"], commitment),
                language.measure(measure),
                period_words(period_start, period_end).replace("截至", language.table["as_of"]),
            )
            found.append(f"<td>{'</td><td>'.join(cells)}</td>")
        return found


def _with_note(text: str, note: str | None, is_markup: bool = False) -> str:
    shown = text if is_markup else escape(text)
    return f"{shown} <small>{escape(visible(note))}</small>" if note else shown


def indicator_name(
    indicator_id: str | None, indicator_text: str | None, indicators: dict[str, Indicator], words: Words
) -> str:
    """What a figure measures: the indicator's name, else the words of the text."""
    indicator = indicators.get(indicator_id or "")
    return words.indicator(indicator) if indicator else visible(indicator_text or "")


def bound_words(bound: str | None, bound_text: str | None, words: Words) -> str:
    """How a number is limited, in Chinese in the words of the text; empty for a plain number."""
    if not bound or bound == "exact":
        return ""
    if words.language == "zh" and bound_text:
        return bound_text
    return words.pick(BOUND[Bound(bound)])
