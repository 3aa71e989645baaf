"""Makes the records of the contract from what was read: a figure, a target without number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from zhibiao.document import Document, SentenceSpan
from zhibiao.grammar.counted import without_predicate
from zhibiao.grammar.measures import Kind, kind_of
from zhibiao.grammar.qualitative import Phrase
from zhibiao.grammar.status import status_of
from zhibiao.grammar.subject import Reading, Subject
from zhibiao.model import Bound, Figure, Measure, Period, QualitativeTarget, Status
from zhibiao.periods import TimeExpression, period_before, period_of
from zhibiao.periods.governing import of_line, year_before
from zhibiao.quantities import canonical

ID_BYTES = 12
# Of subject, measure, period and status.
RULES_JOINED = " "
COMMUNIQUE = "communique"
SO_ALREADY = "so_already"
BENCHMARK_IN_BRACKETS = "benchmark_in_brackets"
COUNTED = "counted"
COUNTED_RULES = frozenset({COUNTED, "counted_name", "share_of_named"})


def identify(document_id: str, start: int, end: int, name: str | None) -> str:
    """Return the id of a figure or target: the same for the same document, span and indicator in every run."""
    key = f"{document_id}|{start}|{end}|{name or ''}"
    return blake2b(key.encode(), digest_size=ID_BYTES).hexdigest()


def figures_of(
    document: Document,
    document_id: str,
    sentence: SentenceSpan,
    reading: Reading,
    times: list[TimeExpression],
    quote: str,
) -> Iterator[Figure]:
    """Give the figures of one quantity: one, or one for each of the indicators that share it.

    ``times`` are the words of time in the sentence, ``quote`` is its text.
    """
    quantity, subject = reading.quantity, reading.subject
    ids: tuple[str | None, ...] = subject.ids or (None,)
    counted = subject.rule in COUNTED_RULES
    kind = kind_of(quantity, subject.text, ids[0], subject.before, subject.between, counted)
    told = _time_and_status(document, sentence, reading, times, kind.measure)
    for indicator_id, name in _named(subject):
        key = indicator_id or _key_of(subject, name)
        figure = _figure(document, sentence, reading, kind, told)
        figure.figure_id = identify(document_id, quantity.start, quantity.end, key)
        shown = without_predicate(name) if subject.rule == COUNTED else name
        figure.indicator_id, figure.indicator_text = indicator_id, _paired(shown) or None
        figure.quote = quote
        yield figure


def _paired(name: str) -> str:
    """A name with the sign at its edge that a pair has lost: 煤改电” is “煤改电”, 智能工厂(车间 is 智能工厂(车间)."""
    if name.count("”") > name.count("“"):
        name = "“" + name
    return name + ")" if name.count("(") > name.count(")") else name


def _figure(document: Document, sentence: SentenceSpan, reading: Reading, kind: Kind, told: Told) -> Figure:
    """What the figures of one quantity have in common: all but the indicator, its id and its sentence."""
    quantity, subject, place = reading.quantity, reading.subject, reading.subject.place
    value, unit = canonical(quantity.number, quantity.unit_text)
    high = None
    if quantity.number_high is not None:
        high = canonical(quantity.number_high, quantity.unit_text)[0]
    return Figure(
        figure_id="",
        char_start=quantity.start,
        char_end=quantity.end,
        value_text=document.text[quantity.start : quantity.end],
        number=quantity.number,
        number_high=quantity.number_high,
        unit_text=quantity.unit_text,
        value=value,
        value_high=high,
        unit=unit,
        bound=Bound.RANGE if high is not None else quantity.bound,
        bound_text=quantity.bound_text,
        measure=kind.measure,
        direction=kind.direction,
        indicator_text=None,
        indicator_id=None,
        status=told.status,
        is_headline=False,
        period_start=told.period.start,
        period_end=told.period.end,
        period_text=told.period.text,
        region_code=place.code if place else document.profile.region_code,
        region_text=place.name if place else None,
        entity_text=subject.entity,
        quote="",
        section=sentence.line.section,
        commitment=told.commitment,
        rule=RULES_JOINED.join((subject.rule, kind.rule, *told.rules)),
    )


def _named(subject: Subject) -> list[tuple[str | None, str]]:
    """The id and the name of everything that the number measures: a row each, and of one name one row."""
    if len(subject.ids) <= 1 and not subject.others:
        return [
            (
                subject.ids[0] if subject.ids else None,
                subject.texts[0] if len(subject.texts) == 1 == len(subject.ids) else subject.text,
            )
        ]
    texts = subject.texts if len(subject.texts) == len(subject.ids) else (subject.text,) * len(subject.ids)
    named: list[tuple[str | None, str]] = list(zip(subject.ids, texts, strict=True))
    named += [(None, other) for other in subject.others]
    return list(dict.fromkeys(named)) or [(None, subject.text)]


def _key_of(subject: Subject, name: str) -> str | None:
    """What tells apart the rows of one number that have no id."""
    return name if subject.others else None


class Told(NamedTuple):
    """The time and the status of a figure, its word of intent, and the ids of the rules for period and status."""

    period: Period
    status: Status
    commitment: str | None
    rules: tuple[str, str]


def _time_and_status(
    document: Document,
    sentence: SentenceSpan,
    reading: Reading,
    times: list[TimeExpression],
    measure: Measure,
) -> Told:
    start, end, line, profile = reading.quantity.start, reading.quantity.end, sentence.line, document.profile
    when = period_before if reading.is_state_before else period_of
    period, dated = when(
        document.folded, line, times, start, end, measure, profile.plan_year, profile.review_year
    )
    if reading.is_state_before:
        return Told(period, Status.ACTUAL, None, (dated, "state_before"))
    if reading.subject.rule == BENCHMARK_IN_BRACKETS:
        return Told(period, Status.REFERENCE, None, (dated, "benchmark"))
    status, commitment, rule = status_of(document.folded, sentence.start, start, end, line, period)
    if status is Status.TARGET and profile.kind == COMMUNIQUE:
        status, commitment, rule = *_of_results(period, profile.review_year), "communique"
    ahead = profile.plan_year is not None and period.end is not None and period.end.year > profile.plan_year
    if status is Status.ACTUAL and ahead and period.text is not None:
        status, rule = (
            Status.TARGET,
            "beyond_plan_year",
        )  # what lies beyond the report's year has not been achieved
    elif status is Status.ACTUAL and ahead:
        # No word of time at the figure itself: its own verb is right (拥有7个开发区), and the section's years not its own.
        period, dated = year_before(Period(date(profile.plan_year or 0, 1, 1), None)), "so_now_in_plan"
    elif rule == SO_ALREADY and period.text is None:
        # In a plan, what is so already was so at the end of the year before: 尚有61万农村贫困人口.
        period, dated = year_before(of_line(line)), "so_now_in_plan"
    return Told(period, status, commitment, (dated, rule))


def _of_results(period: Period, year: int | None) -> tuple[Status, None]:
    """What a communiqué tells as intended: the size of what is under way (计划总投资) is so; what lies ahead is a norm."""
    ahead = year is not None and period.end is not None and period.end.year > year
    return (Status.REFERENCE if ahead else Status.ACTUAL), None


def qualitative_target(document: Document, document_id: str, phrase: Phrase) -> QualitativeTarget:
    """Return the record of a phrase of the list of targets, for the indicator that it names."""
    line, year = document.line_at(phrase.start), document.profile.plan_year
    opening = max(document.folded.rfind(sign, line.start, phrase.start) for sign in "。!?") + 1
    opening = max(opening, line.start)
    closing = document.sentence_end(opening, line)
    return QualitativeTarget(
        target_id=identify(
            document_id, phrase.start, phrase.end, phrase.indicator_id or phrase.indicator_text
        ),
        char_start=phrase.start,
        char_end=phrase.end,
        target_text=document.text[phrase.start : phrase.end],
        indicator_id=phrase.indicator_id,
        indicator_text=phrase.indicator_text,
        benchmark_text=phrase.benchmark,
        direction=phrase.direction,
        period_start=date(year, 1, 1) if year else None,
        period_end=date(year, 12, 31) if year else None,
        period_text=None,
        region_code=document.profile.region_code,
        region_text=None,
        quote=document.quote_at(phrase.start, phrase.end, opening, max(closing, phrase.end)),
        section=line.section,
        commitment=phrase.commitment,
        rule="qualitative",
    )
