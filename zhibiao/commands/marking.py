"""What is marked in a document's text, and the text cut into plain and marked stretches."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from zhibiao.commands.cells import plain_number
from zhibiao.commands.wording import (
    BOUND,
    DIRECTION,
    MEASURE,
    QUALITATIVE,
    REASON,
    STATUS,
    bilingual,
    indicator_names,
    period_words,
)
from zhibiao.model import Figure, Numeral, QualitativeTarget, Reason

if TYPE_CHECKING:
    # The reader itself, which takes a while to import: who only cuts a text does not need it.
    from zhibiao.commands.reading import ReadDocument
    from zhibiao.grammar.constructions import Candidate


class MarkKind(StrEnum):
    """Kinds of marks, the one that matters most first: it colours a stretch that has several."""

    UNEXPLAINED = "unexplained"
    TARGET = "target"
    ACTUAL = "actual"
    REFERENCE = "reference"
    QUALITATIVE = "qualitative"
    EXCLUDED = "excluded"


RANK = {kind: rank for rank, kind in enumerate(MarkKind)}


class Mark(NamedTuple):
    """A passage of the text with what was read from it. ``fields`` are pairs of a label and its words."""

    number: int
    start: int
    end: int
    kind: MarkKind
    label: str
    caption: str
    is_headline: bool
    indicator_id: str
    reason: str
    fields: tuple[tuple[str, str], ...]


class Stretch(NamedTuple):
    """A piece of the text from ``start`` that the same marks cover all along; none for plain text."""

    start: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def kind(self) -> MarkKind:
        """The kind that colours the stretch."""
        return self.marks[0].kind

    @property
    def is_headline(self) -> bool:
        """Whether any of its marks is a headline target."""
        return any(mark.is_headline for mark in self.marks)

    @property
    def is_opening(self) -> bool:
        """Whether the mark that colours it begins here, rather than going on behind another one."""
        return self.marks[0].start == self.start


def marks_of(
    document: ReadDocument, considered: Mapping[int, Sequence[Candidate]] | None = None
) -> list[Mark]:
    """Every figure, qualitative target and excluded numeral of a document, in the order of the text.

    ``considered`` are the candidates for what a number measures, by its offset, to be told beside what was chosen.
    """
    entries: list[Figure | QualitativeTarget | Numeral] = [
        *document.extraction.figures,
        *document.extraction.qualitative_targets,
        *(numeral for numeral in document.extraction.numerals if numeral.reason is not None),
    ]
    entries.sort(key=lambda entry: (entry.char_start, entry.char_end))
    return [_mark(number, entry, considered or {}) for number, entry in enumerate(entries, start=1)]


def stretches(text: str, marks: Sequence[Mark], cuts: Collection[int] = ()) -> list[Stretch]:
    """Cut ``text`` where a mark begins or ends, and at ``cuts``; joined, the stretches are the text again."""
    ordered = sorted(marks, key=lambda mark: mark.start)
    borders = sorted({0, len(text), *cuts, *(m.start for m in ordered), *(m.end for m in ordered)})
    cut: list[Stretch] = []
    open_marks: list[Mark] = []
    upcoming = 0
    for start, end in pairwise(borders):
        if open_marks:
            open_marks = [mark for mark in open_marks if mark.end > start]
        while upcoming < len(ordered) and ordered[upcoming].start <= start:
            if ordered[upcoming].end > start:
                open_marks.append(ordered[upcoming])
            upcoming += 1
        if len(open_marks) > 1:
            open_marks.sort(key=lambda mark: (RANK[mark.kind], mark.number))
        cut.append(Stretch(start, text[start:end], tuple(open_marks)))
    return cut


def _mark(
    number: int, entry: Figure | QualitativeTarget | Numeral, considered: Mapping[int, Sequence[Candidate]]
) -> Mark:
    if isinstance(entry, Figure):
        return _figure_mark(number, entry, considered.get(entry.char_start, ()))
    if isinstance(entry, QualitativeTarget):
        return _qualitative_mark(number, entry)
    return _numeral_mark(number, entry)


def _figure_mark(number: int, figure: Figure, considered: Sequence[Candidate]) -> Mark:
    return Mark(
        number=number,
        start=figure.char_start,
        end=figure.char_end,
        kind=MarkKind(figure.status.value),
        label=figure.value_text,
        caption=_indicator_caption(figure.indicator_id, figure.indicator_text),
        is_headline=figure.is_headline,
        indicator_id=figure.indicator_id or "",
        reason="",
        fields=_stated(
            (
                "状态 status",
                bilingual(STATUS[figure.status]) + (" ★ 主要目标 headline" if figure.is_headline else ""),
            ),
            ("数值 value", _amount(figure)),
            ("限定 bound", _with_words(bilingual(BOUND[figure.bound]), figure.bound_text)),
            ("度量 measure", bilingual(MEASURE[figure.measure])),
            ("方向 direction", bilingual(DIRECTION[figure.direction]) if figure.direction else None),
            ("指标 indicator", _indicator(figure.indicator_id)),
            ("指标原文 in the text", figure.indicator_text),
            (
                "时期 period",
                _with_words(period_words(figure.period_start, figure.period_end), figure.period_text),
            ),
            ("地区 region", _with_words(figure.region_code or "", figure.region_text)),
            ("主体 entity", figure.entity_text),
            ("承诺词 commitment", figure.commitment),
            ("章节 section", figure.section),
            ("位置 characters", f"{figure.char_start}–{figure.char_end}"),
            ("规则 rule", figure.rule),
            ("其他读法 also considered", "；".join(_others(figure, considered))),
            ("置信度 confidence", f"{figure.confidence:.2f}"),
            ("编号 figure_id", figure.figure_id),
        ),
    )


def _others(figure: Figure, considered: Sequence[Candidate]) -> Iterator[str]:
    """What other constructions would have the number measure."""
    told = {(figure.indicator_id, figure.indicator_text)}
    for candidate in considered:
        subject = candidate.subject
        reading = (subject.ids[0] if subject.ids else None, subject.text)
        if reading not in told:
            told.add(reading)
            names = " ".join(subject.ids) or "no indicator"
            yield f"{subject.text} ({names}; {candidate.construction.id})"


def _qualitative_mark(number: int, target: QualitativeTarget) -> Mark:
    return Mark(
        number=number,
        start=target.char_start,
        end=target.char_end,
        kind=MarkKind.QUALITATIVE,
        label=target.target_text,
        caption=_indicator_caption(target.indicator_id, target.indicator_text),
        is_headline=True,
        indicator_id=target.indicator_id or "",
        reason="",
        fields=_stated(
            ("状态 status", f"{bilingual(QUALITATIVE)} ★ 主要目标 headline"),
            ("指标 indicator", _indicator(target.indicator_id)),
            ("指标原文 in the text", target.indicator_text),
            ("参照 benchmark", target.benchmark_text),
            ("方向 direction", bilingual(DIRECTION[target.direction]) if target.direction else None),
            (
                "时期 period",
                _with_words(period_words(target.period_start, target.period_end), target.period_text),
            ),
            ("地区 region", _with_words(target.region_code or "", target.region_text)),
            ("承诺词 commitment", target.commitment),
            ("章节 section", target.section),
            ("位置 characters", f"{target.char_start}–{target.char_end}"),
            ("规则 rule", target.rule),
            ("编号 target_id", target.target_id),
        ),
    )


def _numeral_mark(number: int, numeral: Numeral) -> Mark:
    reason = numeral.reason or Reason.UNEXPLAINED
    unexplained = reason is Reason.UNEXPLAINED
    return Mark(
        number=number,
        start=numeral.char_start,
        end=numeral.char_end,
        kind=MarkKind.UNEXPLAINED if unexplained else MarkKind.EXCLUDED,
        label=numeral.numeral_text,
        caption=bilingual(REASON[reason]),
        is_headline=False,
        indicator_id="",
        reason=reason.value,
        fields=_stated(
            ("状态 status", "未解释 unexplained" if unexplained else "不是数据 no figure"),
            ("原因 reason", bilingual(REASON[reason])),
            ("位置 characters", f"{numeral.char_start}–{numeral.char_end}"),
        ),
    )


def _stated(*pairs: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((label, words) for label, words in pairs if words)


def _amount(figure: Figure) -> str:
    high = "" if figure.value_high is None else f"–{plain_number(figure.value_high)}"
    return f"{plain_number(figure.value)}{high} {figure.unit or ''}".rstrip()


def _with_words(meaning: str, words: str | None) -> str:
    if not words or words == meaning:
        return meaning
    return f"{meaning}（{words}）" if meaning else words


def _indicator(indicator_id: str | None) -> str | None:
    if indicator_id is None:
        return None
    return f"{bilingual(indicator_names().get(indicator_id, ('', '')))} ({indicator_id})".strip()


def _indicator_caption(indicator_id: str | None, indicator_text: str | None) -> str:
    if indicator_id in indicator_names():
        return indicator_names()[indicator_id][0]
    return indicator_text or indicator_id or ""
