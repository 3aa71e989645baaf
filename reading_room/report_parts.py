"""The two long parts of a report's page, its marked text and its list of figures, written without the template engine.

There are hundreds of figures a report and thousands of reports. Everything from a report is escaped here, once, and
nothing else makes markup of it.
"""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from reading_room.numbers import amount
from reading_room.records import Indicator
from reading_room.report_rows import Figure, ReportRows
from reading_room.wording import Words
from zhibiao.commands.cells import plain_number
from zhibiao.commands.marking import Mark, MarkKind, Stretch, stretches
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


def cut_text(rows: ReportRows) -> list[Stretch]:
    """The text cut where a mark begins or ends; a mark of a figure has its number in the list, another its reason."""
    marks = [
        _mark(place, figure.char_start, figure.char_end, MarkKind(figure.status), figure.is_headline)
        for place, figure in enumerate(rows.figures, start=1)
    ]
    for start, end, reason in rows.numerals:
        kind = MarkKind.UNEXPLAINED if reason == Reason.UNEXPLAINED else MarkKind.EXCLUDED
        marks.append(_mark(0, start, end, kind, reason=reason))
    return stretches(rows.text, marks)


def _mark(
    number: int, start: int, end: int, kind: MarkKind, is_headline: bool = False, reason: str = ""
) -> Mark:
    return Mark(number, start, end, kind, "", "", is_headline, "", reason, ())


def marked_parts(cut: list[Stretch]) -> list[str | Reason]:
    """A text that was cut, with every mark a link to its line of the list, and a place to link to.

    The same in every language but for the words of a reason, which stands there by itself.
    """
    parts: list[str | Reason] = []
    for each in cut:
        parts += _stretch(each)
    return parts


def marked_text(parts: list[str | Reason], words: Words) -> Markup:
    """The marked text in a language."""
    reasons = {reason: words.pick(REASON[reason]) for reason in Reason}
    return Markup("".join([reasons[part] if isinstance(part, Reason) else part for part in parts]))


def _stretch(stretch: Stretch) -> tuple[str | Reason, ...]:
    text = escape(visible(stretch.text), quote=False)
    marks = stretch.marks
    if not marks:
        return (text,)
    anchor = f' id="c{stretch.start}"' if any(mark.start == stretch.start for mark in marks) else ""
    style = STYLES[marks[0].kind]
    if stretch.is_headline:
        style += " h"
    if marks[0].start != stretch.start:
        style += " n"
    figures = [mark.number for mark in marks if mark.number]
    if not figures:
        return f'<span{anchor} class="m {style}" title="', Reason(marks[0].reason), f'">{text}</span>'
    more = f' data-e="{" ".join(map(str, figures))}"' if len(figures) > 1 else ""
    return (f'<a{anchor} class="m {style}" href="#e{figures[0]}"{more}>{text}</a>',)


def figure_lines(
    figures: list[Figure], indicators: dict[str, Indicator], words: Words, unit_names: dict[str, str]
) -> Markup:
    """The lines of the list of figures, in the order of the text."""
    return Markup(
        "\n".join(
            [_line(place, each, indicators, words, unit_names) for place, each in enumerate(figures, start=1)]
        )
    )


def _line(
    place: int, figure: Figure, indicators: dict[str, Indicator], words: Words, unit_names: dict[str, str]
) -> str:
    style = STATUS_STYLES[figure.status] + (" h" if figure.is_headline else "")
    subject = f' data-i="{escape(figure.indicator_id)}"' if figure.indicator_id else ""
    status = words.table[f"status_{figure.status}"]
    cells = (
        _as_written(figure, words, unit_names),
        _with_note(indicator_name(figure, indicators, words), figure.place),
        _with_note(status, figure.commitment),
        words.measure(figure.measure),
        period_words(figure.period_start, figure.period_end).replace("截至", words.table["as_of"]),
    )
    return f'<tr id="e{place}" class="{style}"{subject}><td>{"</td><td>".join(cells)}</td></tr>'


def _as_written(figure: Figure, words: Words, unit_names: dict[str, str]) -> str:
    text = visible(figure.text or "")
    value = "" if figure.value is None else f' data-v="{plain_number(figure.value)}"'
    notes = [bound_words(figure, words)]
    if figure.value is not None and figure.unit not in ("%", "‰"):
        ends = [figure.value] if figure.value_high is None else [figure.value, figure.value_high]
        canonical = "–".join([amount(end, figure.unit, words, unit_names) for end in ends])
        notes.append(canonical if canonical != text else "")
    return _with_note(
        f'<a href="#c{figure.char_start}"{value}>{escape(text)}</a>', " ".join(filter(None, notes)), True
    )


def _with_note(text: str, note: str | None, is_markup: bool = False) -> str:
    shown = text if is_markup else escape(text)
    return f"{shown} <small>{escape(visible(note))}</small>" if note else shown


def indicator_name(figure: Figure, indicators: dict[str, Indicator], words: Words) -> str:
    """What a figure measures: the indicator's name, else the words of the text."""
    indicator = indicators.get(figure.indicator_id or "")
    return words.indicator(indicator) if indicator else visible(figure.indicator_text or "")


def bound_words(figure: Figure, words: Words) -> str:
    """How a number is limited, in Chinese in the words of the text; empty for a plain number."""
    if not figure.bound or figure.bound == "exact":
        return ""
    if words.language == "zh" and figure.bound_text:
        return figure.bound_text
    return words.pick(BOUND[Bound(figure.bound)])
