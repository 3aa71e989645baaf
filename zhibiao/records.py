"""Makes the records of the contract from what was read: a figure, a target without number."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from hashlib import blake2b

from zhibiao.document import Document, SentenceSpan
from zhibiao.grammar.measures import Kind, kind_of
from zhibiao.grammar.phrases import clause_opening
from zhibiao.grammar.qualitative import Phrase
from zhibiao.grammar.shown import without_end
from zhibiao.grammar.status import status_of
from zhibiao.grammar.subject import Reading, Subject
from zhibiao.model import Bound, Figure, Measure, Period, QualitativeTarget, Quantity, Status
from zhibiao.periods import TimeExpression, period_before, period_of
from zhibiao.periods.of_lines import of_line, year_before
from zhibiao.quantities import canonical
from zhibiao.text_search import behind_last

ID_BYTES = 12
SENTENCE_STOPS = ("。", "!", "?")
COMMUNIQUE = "communique"
SO_ALREADY, PART_ALREADY = "so_already", "其中已"
BENCHMARK_IN_BRACKETS = "benchmark_in_brackets"
COUNTED = "counted"
COUNTED_RULES = frozenset({COUNTED, "counted_name", "share_of_named", "size_of"})

Times = list[TimeExpression]


def identify(document_id: str, start: int, end: int, name: str | None) -> str:
    """Return the id of a figure or target: the same for the same document, span and indicator in every run."""
    key = f"{document_id}|{start}|{end}|{name or ''}"
    return blake2b(key.encode(), digest_size=ID_BYTES).hexdigest()


def figures_of(
    document: Document, document_id: str, sentence: SentenceSpan, reading: Reading, times: Times, quote: str
) -> list[Figure]:
    """Return the figures of one quantity: one, or one for each of the indicators that share it.

    ``times`` are the words of time in the sentence, ``quote`` is its text.
    """
    quantity, subject = reading.quantity, reading.subject
    start, end, unit_text, place = quantity.start, quantity.end, quantity.unit_text, subject.place
    kind = _kind(quantity, subject)
    period, dated, status, commitment, stated = _time_and_status(
        document, sentence, reading, times, kind.measure
    )
    value, unit = canonical(quantity.number, unit_text)
    high = quantity.number_high
    return [
        # In the order of the fields; each by its name, they take three times as long.
        Figure(
            identify(document_id, start, end, indicator_id or _key_of(subject, name)),
            start,
            end,
            document.text[start:end],
            quantity.number,
            high,
            unit_text,
            value,
            None if high is None else canonical(high, unit_text)[0],
            unit,
            quantity.bound if high is None else Bound.RANGE,
            quantity.bound_text,
            kind.measure,
            kind.direction,
            _shown(name, subject.rule == COUNTED),
            indicator_id,
            status,
            False,  # is_headline
            period.start,
            period.end,
            period.text,
            place.code if place else document.profile.region_code,
            place.name if place else None,
            subject.entity,
            quote,
            sentence.line.section,
            commitment,
            f"{subject.rule} {kind.rule} {dated} {stated}",
        )
        for indicator_id, name in _named(subject)
    ]


def _kind(quantity: Quantity, subject: Subject) -> Kind:
    """Measure and direction of a quantity that tells of a subject."""
    first = subject.ids[0] if subject.ids else None
    # 新增产值过10亿元企业5家: what is added is what is counted, not the amount.
    before = "" if subject.rule == "threshold" else subject.before
    counted = subject.rule in COUNTED_RULES
    return kind_of(quantity, subject.text, first, before, subject.between, counted)


@lru_cache(maxsize=65536)
def _shown(name: str, counted: bool) -> str | None:
    """A name as it is shown, with the sign at its edge that a pair has lost; nothing for an empty one.

    煤改电” is “煤改电”, 智能工厂(车间 is 智能工厂(车间).
    """
    name = without_end(name, counted)
    if "”" in name and name.count("”") > name.count("“"):
        name = "“" + name
    if "(" in name and name.count("(") > name.count(")"):
        name += ")"
    return name or None


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


def _time_and_status(
    document: Document,
    sentence: SentenceSpan,
    reading: Reading,
    times: Times,
    measure: Measure,
) -> tuple[Period, str, Status, str | None, str]:
    """The time of a figure with the id of its rule, its status, its word of intent, and the id of the status's rule."""
    start, end, line, profile = reading.quantity.start, reading.quantity.end, sentence.line, document.profile
    when = period_before if reading.is_state_before else period_of
    found = when(document.folded, line, times, start, end, measure, profile.plan_year, profile.review_year)
    period, dated = found.period, found.rule
    if reading.is_state_before:
        return period, dated, Status.ACTUAL, None, "state_before"
    if reading.subject.rule == BENCHMARK_IN_BRACKETS:
        return period, dated, Status.REFERENCE, None, "benchmark"
    standing = status_of(document.status_places, sentence.start, start, end, line, period)
    status, commitment, rule = standing.status, standing.commitment, standing.rule
    if status is Status.TARGET and profile.kind == COMMUNIQUE:
        status, commitment, rule = *_of_results(period, profile.review_year), "communique"
    ahead = profile.plan_year is not None and period.end is not None and period.end.year > profile.plan_year
    if status is Status.ACTUAL and ahead and _is_told_of(document, sentence, start, period, rule):
        # What lies beyond the report's year has not been achieved.
        status, rule = Status.TARGET, "beyond_plan_year"
    elif status is Status.ACTUAL and ahead:
        # No word of time at the figure itself: its own verb is right (拥有7个开发区), and the section's years not its own.
        period, dated = year_before(Period(date(profile.plan_year or 0, 1, 1), None)), "so_now_in_plan"
    elif rule == SO_ALREADY and period.text is None:
        # In a plan, what is so already was so at the end of the year before: 尚有61万农村贫困人口.
        period, dated = year_before(of_line(line)), "so_now_in_plan"
    return period, dated, status, commitment, rule


def _is_told_of(document: Document, sentence: SentenceSpan, start: int, period: Period, rule: str) -> bool:
    """Say whether words of time tell a figure's period; a part that is so already is not of the years of the whole."""
    if period.text is None or rule != SO_ALREADY:
        return period.text is not None
    # “六五”计划安排的项目共890个,其中已开工的93个: these were begun by now
    return not document.folded.startswith(
        PART_ALREADY, clause_opening(document.folded, sentence.start, start)
    )


def _of_results(period: Period, year: int | None) -> tuple[Status, None]:
    """What a communiqué tells as intended: the size of what is under way (计划总投资) is so; what lies ahead is a norm."""
    ahead = year is not None and period.end is not None and period.end.year > year
    return (Status.REFERENCE if ahead else Status.ACTUAL), None


def qualitative_target(document: Document, document_id: str, phrase: Phrase) -> QualitativeTarget:
    """Return the record of a phrase of the list of targets, for the indicator that it names."""
    line, year = document.line_at(phrase.start), document.profile.plan_year
    opening = behind_last(document.folded, SENTENCE_STOPS, line.start, phrase.start)
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
