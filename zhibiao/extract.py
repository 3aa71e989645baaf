"""A report's text to its figures, targets without number, and the ledger of its numerals: the one call."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from zhibiao.collector import collector_paused
from zhibiao.confidence import mark_confidence
from zhibiao.document import LONGEST_QUOTE, Document, SentenceSpan
from zhibiao.grammar.comparability import mark_comparability
from zhibiao.grammar.definitions import mark_definitions
from zhibiao.grammar.goals_told import goal_told_before
from zhibiao.grammar.headline import TargetList, find_target_lists
from zhibiao.grammar.not_listed import is_of_another, is_yearly_mean
from zhibiao.grammar.phrases import is_prefix
from zhibiao.grammar.qualitative import find_phrases
from zhibiao.grammar.relative import mark_benchmarks
from zhibiao.grammar.subject import Subject
from zhibiao.grammar.subjects import read_sentence
from zhibiao.ledger import ledger
from zhibiao.legible import legible
from zhibiao.list_findings import missing_list, names_without_target, targets_not_set
from zhibiao.model import (
    Extraction,
    Figure,
    Finding,
    Profile,
    QualitativeTarget,
    Severity,
    Status,
)
from zhibiao.quantities import is_ambiguous
from zhibiao.records import figures_of, qualitative_target
from zhibiao.source_spans import in_source
from zhibiao.tables.figures import figures_of_table
from zhibiao.tables.targets import phrases_with_tables, with_tables

# A list without any number is one only where it names that many indicators.
FEWEST_WITHOUT_NUMBER = 2
# A communiqué sets no targets, and those of a five-year plan are of its span.
WITHOUT_YEARS_TARGETS = ("communique", "five_year_plan")


def extract(text: str, profile: Profile, document_id: str) -> Extraction:
    """Read one document.

    ``text`` is the decoded text, ``profile`` what ``zhibiao.profile.profile`` found of it, ``document_id``
    the hash of the file's bytes, which makes the ids of the figures stable. Takes time linear in the text,
    and raises nothing for any text.
    """
    with collector_paused():
        return read(Document(legible(text), profile), document_id)


def read(document: Document, document_id: str) -> Extraction:
    """Read a document whose text is scanned; see ``extract``."""
    profile = document.profile
    figures, figure_at = _read_figures(document, document_id)
    prose = list(figures)
    figures, figure_at = _with_tables(document, document_id, figures, figure_at)
    target_lists = (
        []
        if profile.kind in WITHOUT_YEARS_TARGETS
        else find_target_lists(document.folded, document.lines, figures, profile.plan_year)
    )
    target_lists = with_tables(document, target_lists)
    _mark_headline(document, figures, target_lists)
    mark_comparability(document.folded, prose)
    mark_definitions(document.folded, prose)
    mark_benchmarks(document.folded, prose)
    mark_confidence(document, figures)
    unset = targets_not_set(document)
    qualitative = _read_qualitative(document, document_id, figures, target_lists, unset)
    findings = [
        *profile.findings,
        *_repeated(document),
        *_wrapped(document),
        *_ambiguous_numerals(document),
        *_unequal_lists(document),
        *_ambiguous_places(document, figures),
        *_achieved_in_plan_year(document, figures),
        *missing_list(document, figures, qualitative, target_lists),
        *unset,
        *names_without_target(document, figures, qualitative, target_lists, unset),
    ]
    found = Extraction(figures, qualitative, ledger(document, figure_at), findings)
    return in_source(found, document.legible) if document.legible.places else found


def _read_figures(document: Document, document_id: str) -> tuple[list[Figure], dict[int, str]]:
    """The figures of all sentences, and the id of the first figure at each quantity's start."""
    figures: list[Figure] = []
    figure_at: dict[int, str] = {}
    carried: Subject | None = None
    for sentence, quantities, before in document.sentences_with_quantities():
        if before is not None:
            carried = _opening_subject(document, before)
        readings = read_sentence(document.passage, sentence.start, sentence.end, quantities, carried)
        times = document.times_in(sentence.start, sentence.end)
        # A hard line break may stand within the last figure.
        sentence_end = max(sentence.end, quantities[-1].end)
        whole = sentence_end - sentence.start <= LONGEST_QUOTE
        quote = document.quote(sentence.start, sentence_end) if whole else ""
        for reading in readings:
            if not whole:
                start, end = reading.quantity.start, reading.quantity.end
                quote = document.quote_at(start, end, sentence.start, sentence_end)
            reading.subject = goal_told_before(
                document.folded, sentence.start, reading.quantity, reading.subject, figures
            )
            found = figures_of(document, document_id, sentence, reading, times, quote)
            figure_at.setdefault(reading.quantity.start, found[0].figure_id)
            figures += found
        carried = readings[-1].subject
    return figures, figure_at


def _with_tables(
    document: Document, document_id: str, figures: list[Figure], figure_at: dict[int, str]
) -> tuple[list[Figure], dict[int, str]]:
    """The figures with those of the tables, in the order of the text."""
    if not document.tables:
        return figures, figure_at
    of_tables = [
        figure for table in document.tables for figure in figures_of_table(document, document_id, table)
    ]
    for figure in of_tables:
        figure_at.setdefault(figure.char_start, figure.figure_id)
    return sorted([*figures, *of_tables], key=lambda figure: figure.char_start), figure_at


def _opening_subject(document: Document, sentence: SentenceSpan) -> Subject | None:
    """The indicator that a sentence without numbers opens with: 经营主体稳中培优。总量达…"""
    names, folded = document.passage.names, document.folded
    found = names.first_in(sentence.start, sentence.end)
    if found is None or not is_prefix(folded[sentence.start : names.starts[found]]):
        return None
    return Subject(names.ids[found], folded[names.starts[found] : names.ends[found]])


def _mark_headline(document: Document, figures: list[Figure], target_lists: list[TargetList]) -> None:
    """A target of the plan year within a list of targets is a headline target."""
    starts = [figure.char_start for figure in figures]
    year = document.profile.plan_year
    for listed in target_lists:
        for figure in figures[bisect_left(starts, listed.start) : bisect_left(starts, listed.end)]:
            if figure.status is not Status.TARGET or is_yearly_mean(document.folded, figure):
                continue
            if figure.year_scope is not None:
                continue  # of a table whose head says so
            if is_of_another(document.folded, figure, document.profile.region_code):
                continue
            if year and listed.announced and figure.period_text is None:
                # The list is the year's, also in a chapter on several years, unless its figure says otherwise.
                figure.period_start, figure.period_end = date(year, 1, 1), date(year, 12, 31)
            if year is None or _is_of_year(figure, year):
                figure.is_headline = True


def _is_of_year(figure: Figure, year: int) -> bool:
    """Say whether a target is the year's or that of its end, not one of a quarter: 一季度生产总值增长8%."""
    start, end = figure.period_start, figure.period_end
    return end in (None, date(year, 12, 31)) and (start is None or start <= date(year, 1, 1))


def _read_qualitative(
    document: Document,
    document_id: str,
    figures: list[Figure],
    target_lists: list[TargetList],
    unset: list[Finding],
) -> list[QualitativeTarget]:
    starts = [figure.char_start for figure in figures if figure.is_headline]
    targets: list[QualitativeTarget] = []
    for listed in target_lists:
        quantities = document.quantities_in(listed.start, listed.end)
        phrases = find_phrases(
            document.folded, document.passage.names, quantities, listed.start, listed.end, listed.itemised
        )
        phrases = phrases_with_tables(document, phrases, listed.start, listed.end)
        # 不设生产总值增长目标 has the words of a target, and is none.
        phrases = [
            phrase
            for phrase in phrases
            if not any((one.char_start, one.char_end) == (phrase.start, phrase.end) for one in unset)
        ]
        numbered = bisect_left(starts, listed.start) < bisect_left(starts, listed.end)
        known = sum(phrase.indicator_id is not None for phrase in phrases)
        if numbered or known >= FEWEST_WITHOUT_NUMBER:
            targets += [qualitative_target(document, document_id, phrase) for phrase in phrases]
    return targets


def _repeated(document: Document) -> list[Finding]:
    """What the text holds a second time is told of, with the place of its first copy, and read once."""
    if not document.copies:
        return []
    start, end = document.copies[0]
    signs = sum(end - start for start, end in document.copies)
    message = f"{signs} characters repeat what stands before them, and are not read again"
    quote = document.quote(start, min(end, start + LONGEST_QUOTE // 10))
    return [Finding("repeated_text", Severity.WARNING, message, start, end, quote)]


def _wrapped(document: Document) -> list[Finding]:
    """A text whose lines end where a page's did is told of, since a wrong join would change what is read."""
    joined = document.legible.joined
    message = f"the lines are as wide as a page and were joined into paragraphs ({joined} ends of lines)"
    return [Finding("hard_wrapped_lines", Severity.INFO, message)] if joined else []


def _ambiguous_numerals(document: Document) -> list[Finding]:
    return [
        Finding(
            "ambiguous_numeral",
            Severity.WARNING,
            f"{document.text[one.start : one.end]} may be read in two ways; read as {one.number} {one.unit_text}",
            one.start,
            one.end,
            document.text[one.start : one.end],
        )
        for one in document.quantities
        if one.unit_text and is_ambiguous(document.folded[one.start : one.end])
    ]


def _unequal_lists(document: Document) -> list[Finding]:
    return [
        Finding(
            "list_lengths_differ",
            Severity.WARNING,
            f"分别 deals out {values} values to {names} names; none of them is given an indicator",
            start,
            end,
            document.text[start:end],
        )
        for start, end, names, values in document.passage.unequal_lists
        # One name for several values is a turn of phrase (棉花产量分别达到60斤、80斤), no fault of the text.
        if names > 1
    ]


def _ambiguous_places(document: Document, figures: list[Figure]) -> list[Finding]:
    """The places that figures are told of, and that several divisions may be: the figures are given to none."""
    quotes: dict[str, str] = {}
    for figure in figures:
        if figure.region_text and figure.region_code is None:
            quotes.setdefault(figure.region_text, figure.quote)
    findings: list[Finding] = []
    for place in document.places() if quotes else ():
        if place.bearers and (quote := quotes.pop(place.name, None)):
            message = f"{place.name} may be {' or '.join(place.bearers)}; its figures are given to no region"
            findings.append(Finding("ambiguous_place", Severity.INFO, message, place.start, place.end, quote))
    return findings


def _achieved_in_plan_year(document: Document, figures: list[Figure]) -> list[Finding]:
    """Achievements of a year that the report plans: it is under way, so that they are likely targets.

    One finding a document, with their count and the place of the first: a report given late in its year tells of
    much that it has achieved.
    """
    year, now = document.profile.plan_year, document.lines[0].now if document.lines else None
    if year is None or now != year:
        return []
    whole = date(year, 1, 1), date(year, 12, 31)
    achieved = [
        one for one in figures if one.status is Status.ACTUAL and (one.period_start, one.period_end) == whole
    ]
    if not achieved:
        return []
    first = achieved[0]
    count = f"{len(achieved)} figures are" if len(achieved) > 1 else "a figure is"
    message = f"{count} read as achieved in {year}, the year that the document plans"
    return [
        Finding(
            "achieved_in_plan_year", Severity.INFO, message, first.char_start, first.char_end, first.quote
        )
    ]
