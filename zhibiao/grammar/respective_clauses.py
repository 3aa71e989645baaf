"""The clauses before ``分别增长`` in which the names of its list may stand."""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import bare_name, clause_opening
from zhibiao.grammar.sentence import Sentence

CLAUSE_END = ",;:。!?\n… "
LONGEST_CLAUSE = 400
# A和B，在形势十分严峻的情况下，分别增长x和y
CIRCUMSTANCE = re.compile(r"(?:在|面对|由于|受|尽管)[^,;。]*(?:下|上|中|后|影响|压力|挑战)")


def clause_over_numbers(sentence: Sentence, end: int) -> int:
    """Where the clause begins that may hold numbers before ``end``; of one as long as a book, its last words."""
    first = max(sentence.start, end - LONGEST_CLAUSE)
    return clause_opening(sentence.folded, first, end)


def earlier_clause(sentence: Sentence, clause_start: int) -> tuple[int, int] | None:
    """The clause before the comma, where the names stand ahead of ``，分别增长``."""
    end = clause_start - 1
    if end <= sentence.position:
        return None
    start = max(
        sentence.position, *(sentence.folded.rfind(sign, sentence.position, end) + 1 for sign in CLAUSE_END)
    )
    if CIRCUMSTANCE.fullmatch(sentence.folded, start, end):
        return earlier_clause(sentence, start)
    return (start, end) if bare_name(sentence.folded[start:end]) else None
