"""Why a number was read as it was: what was found around it, what could have been measured, and what decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from zhibiao.document import Document
from zhibiao.extract import read
from zhibiao.grammar.constructions import Candidate, Standing, candidates
from zhibiao.grammar.measure_ratios import PERCENTAGES, POINTS
from zhibiao.grammar.measure_table import AMOUNTS, COUNTED, MULTIPLES, OPENING, UNITLESS
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.status_table import BY_ROLE
from zhibiao.legible import legible
from zhibiao.model import Figure, Profile, Quantity
from zhibiao.outline import Line

EXAMPLES = {
    "measure": {
        row.id: row.example
        for row in (*COUNTED, *OPENING, *POINTS, *PERCENTAGES, *MULTIPLES, *UNITLESS, *AMOUNTS)
    },
    "status": {row.id: row.example for table in BY_ROLE.values() for row in table.rows},
}
DECIDED = ("subject", "measure", "period", "status")


class TokenKind(StrEnum):
    """What a stretch of a sentence was found to be, before any of it was put together."""

    NAME = "name"
    PLACE = "place"
    TIME = "time"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the text with what it means: an indicator's ids, a division's code, a unit. Offsets as ever."""

    kind: TokenKind
    start: int
    end: int
    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Decided:
    """One of the four decisions on a figure: the id of the rule, and an example of it where the rule has one."""

    question: str
    rule: str
    example: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A number's sentence or row of a table (``start``–``end``), the tokens in it, the candidates for its subject, and its figures.

    ``line`` is the line of the outline that it stands in, with role, years and headings. No figures: the number is
    none of the world.
    """

    start: int
    end: int
    line: Line
    tokens: list[Token]
    candidates: list[Candidate]
    figures: list[Figure]
    decided: list[Decided] = field(default_factory=list)


class NoNumberError(ValueError):
    """There is no number at the place asked for."""


def explain(text: str, profile: Profile, document_id: str, at: int) -> Explanation:
    """Return how the number at the offset ``at`` of a document's text was read.

    The other arguments are those of ``zhibiao.extract.extract``. Raises ``NoNumberError`` where no number that counts
    or measures stands at ``at``.
    """
    document = Document(legible(text), profile)
    for sentence, quantities, _ in document.sentences_with_quantities():
        for quantity in quantities:
            start, end = document.legible.span(quantity.start, quantity.end)
            if start <= at < end:
                found: list[Candidate] = []
                document.passage.on_group = _notes(quantity.start, found)
                figures = [one for one in read(document, document_id).figures if one.char_start == start]
                first, last = document.legible.span(sentence.start, sentence.end)
                tokens = _tokens(document, sentence.start, sentence.end, quantities)
                return Explanation(first, last, sentence.line, tokens, found, figures, _decided(figures))
    if (cell := _in_table(document, document_id, at)) is not None:
        return cell
    raise NoNumberError(f"no number that measures anything stands at {at}: {text[max(0, at - 8) : at + 8]!r}")


def candidates_of(text: str, profile: Profile, document_id: str) -> dict[int, list[Candidate]]:
    """Return what each number of a document could have measured, by its offset; numbers of tables are not among them.

    The arguments are those of ``zhibiao.extract.extract``.
    """
    document = Document(legible(text), profile)
    found: dict[int, list[Candidate]] = {}

    def note(sentence: Sentence, group: list[Quantity], following: int) -> None:
        clause_start = sentence.clause_start(group[0].outer_start)
        for order, one in enumerate(group):
            start, _ = document.legible.span(one.start, one.end)
            found[start] = list(candidates(sentence, Standing(group, order, clause_start, following)))

    document.passage.on_group = note
    read(document, document_id)
    return found


def _in_table(document: Document, document_id: str, at: int) -> Explanation | None:
    """The cell of a table at ``at``, whose row stands for a sentence; its rules name where each answer came from."""
    for table in document.tables:
        for value in table.values:
            start, end = document.legible.span(value.number.start, value.number.end)
            if not start <= at < end:
                continue
            row = value.row
            figures = [one for one in read(document, document_id).figures if one.char_start == start]
            beside = [one.number.quantity for one in table.values if row.start <= one.number.start < row.end]
            first, last = document.legible.span(row.start, row.end)
            tokens = _tokens(document, row.start, row.end, beside)
            line = document.line_at(value.number.start)
            return Explanation(first, last, line, tokens, [], figures, _decided(figures))
    return None


def _notes(start: int, found: list[Candidate]) -> Callable[[Sentence, list[Quantity], int], None]:
    """Return what, called with each group of numbers, notes the candidates of the number that begins at ``start``."""

    def note(sentence: Sentence, group: list[Quantity], following: int) -> None:
        for order, one in enumerate(group):
            if one.start == start:
                clause_start = sentence.clause_start(group[0].outer_start)
                found.extend(candidates(sentence, Standing(group, order, clause_start, following)))

    return note


def _tokens(document: Document, start: int, end: int, quantities: list[Quantity]) -> list[Token]:
    names, tokens = document.passage.names, []

    def add(kind: TokenKind, first: int, last: int, meaning: str) -> None:
        here, there = document.legible.span(first, last)
        tokens.append(Token(kind, here, there, document.legible.source[here:there], meaning))

    for first, last, ids in zip(names.starts, names.ends, names.ids, strict=True):
        if start <= first < end:
            add(TokenKind.NAME, first, last, " ".join(ids) or "no indicator")
    for place in document.passage.places:
        if start <= place.start < end:
            add(TokenKind.PLACE, place.start, place.end, place.code or "several divisions")
    for time in document.times_in(start, end):
        add(TokenKind.TIME, time.start, time.end, "benchmark" if time.is_comparison else time.kind)
    for quantity in quantities:
        add(
            TokenKind.QUANTITY,
            quantity.start,
            quantity.end,
            f"{quantity.bound.value} {quantity.unit_text or ''}",
        )
    return sorted(tokens, key=lambda token: (token.start, token.end))


def _decided(figures: list[Figure]) -> list[Decided]:
    rules = figures[0].rule.split() if figures else []
    return [
        Decided(question, rule, EXAMPLES.get(question, {}).get(rule))
        for question, rule in zip(DECIDED, rules, strict=False)
    ]
