"""What must hold of every text: no exception, spans that hold, a ledger that covers, the same result twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from zhibiao.decoding import Undecodable, decode
from zhibiao.extract import extract
from zhibiao.folding import fold
from zhibiao.model import Bound, Extraction
from zhibiao.profile import profile

RUN_OF_DIGITS = re.compile("[0-9]+")


def faults_of(data: bytes) -> tuple[str, list[str]]:
    """Read bytes as a run does; return what became of them (``read``, ``refused``) and what does not hold."""
    try:
        text = decode(data).text
    except Undecodable:
        return "refused", []
    except Exception as error:
        return "raised", [f"decode raised {error!r}"]
    return "read", faults_of_text(text)


def faults_of_text(text: str) -> list[str]:
    """Return what does not hold of a text."""
    try:
        found = extract(text, profile(text), "document")
        return list(faults_of_extraction(text, found))
    except Exception as error:
        return [f"raised {error!r}"]


def faults_of_extraction(text: str, found: Extraction) -> Iterator[str]:
    """Give what does not hold of what was read in a text."""
    for figure in found.figures:
        if not figure.value_text or text[figure.char_start : figure.char_end] != figure.value_text:
            yield f"span of {figure.value_text!r}"
        if figure.value_text not in figure.quote:
            yield f"quote of {figure.value_text!r}"
        if figure.bound is Bound.RANGE and figure.number_high is None:
            yield f"range without an end: {figure.value_text!r}"
    for target in found.qualitative_targets:
        if not target.target_text or text[target.char_start : target.char_end] != target.target_text:
            yield f"span of {target.target_text!r}"
    ids = [figure.figure_id for figure in found.figures]
    ids += [target.target_id for target in found.qualitative_targets]
    if len(ids) != len(set(ids)):
        yield "an id twice"
    yield from _faults_of_ledger(text, found, set(ids))


def _faults_of_ledger(text: str, found: Extraction, ids: set[str]) -> Iterator[str]:
    spans = sorted((one.char_start, one.char_end) for one in found.numerals)
    if any(before[1] > after[0] for before, after in pairwise(spans)):
        yield "rows of the ledger overlap"
    place = 0
    for run in RUN_OF_DIGITS.finditer(fold(text)):
        while place < len(spans) and spans[place][1] <= run.start():
            place += 1
        if place == len(spans) or spans[place][0] > run.start() or spans[place][1] < run.end():
            yield f"not in the ledger: {run.group()} at {run.start()}"
    for numeral in found.numerals:
        if text[numeral.char_start : numeral.char_end] != numeral.numeral_text:
            yield f"span of numeral {numeral.numeral_text!r}"
        if (numeral.figure_id is None) == (numeral.reason is None):
            yield f"numeral {numeral.numeral_text!r} has a figure and a reason, or neither"
        if numeral.figure_id is not None and numeral.figure_id not in ids:
            yield f"numeral {numeral.numeral_text!r} has a figure that is not there"
