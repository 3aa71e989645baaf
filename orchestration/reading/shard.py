"""Reading a shard: a table of documents in, tables of ``extracted.*`` out.

The one function that worker processes run, here or on other machines. Knows nothing of Dagster or DuckDB, so
that a worker starts in a fraction of a second, and nothing of where a table comes from or goes to.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from itertools import repeat
from operator import attrgetter
from typing import Any, NamedTuple

import pyarrow as pa

from orchestration.reading.texts import DOCUMENTS
from orchestration.reading.version import READING_FAILED, TABLES
from orchestration.storage.tables import table
from zhibiao.collector import collector_paused
from zhibiao.extract import extract
from zhibiao.model import Extraction, Figure, Finding, Numeral, Profile, Reason, Severity
from zhibiao.profile import Overrides, profile

STEP = Decimal("0.00000001")
TOO_LARGE = Decimal(10) ** 20
# Columns of figures that hold numbers of any length.
DECIMALS = frozenset({"number", "number_high", "value", "value_high"})


class Document(NamedTuple):
    """A row of ``DOCUMENTS``."""

    document_id: str
    file_name: str
    text: str
    version: str
    region_code: str | None
    plan_year: int | None


def as_table(documents: Sequence[Document]) -> pa.Table:
    """Return documents as a table of ``DOCUMENTS``."""
    columns = list(zip(*documents, strict=True)) or [()] * len(DOCUMENTS)
    return pa.table(dict(zip(DOCUMENTS.names, columns, strict=True)), schema=DOCUMENTS)


class _Rows:
    """The rows of ``extracted.*`` column by column, since taking a record apart value by value costs twice as much."""

    def __init__(self) -> None:
        self._columns: dict[str, dict[str, list[Any]]] = {
            name: {column.name: [] for column in table(name).columns} for name in TABLES
        }

    def add(self, table_name: str, records: Sequence[object], **facts: Any) -> None:
        """Append a row for each record: its fields, and beside them facts that all of them share."""
        for name, values in self._columns[table_name].items():
            if name in facts:
                values.extend(repeat(facts[name], len(records)))
            elif name in DECIMALS:
                numbers = map(attrgetter(name), records)
                values.extend(number if number is None else number.quantize(STEP) for number in numbers)
            else:
                values.extend(map(attrgetter(name), records))

    def tables(self) -> dict[str, pa.Table]:
        """Return the rows as Arrow tables, by table name."""
        return {name: table(name).arrow_of_columns(columns) for name, columns in self._columns.items()}


def read_shard(documents: pa.Table) -> dict[str, pa.Table]:
    """Return the rows of ``extracted.*`` for a table of ``DOCUMENTS``, by table name.

    A document on which the reader fails gives a finding ``reading_failed`` of severity error and an empty
    profile, and is read again by the next run; the others are not touched by it.
    """
    rows = _Rows()
    # For all of them at once: most objects of a shard are gone when the next one is read.
    with collector_paused():
        for document in _documents(documents):
            try:
                found = _read_one(document)
            except Exception as error:
                found = _failed(document, _words(error))
            _add(rows, document, *found)
        return rows.tables()


def failed_shard(documents: pa.Table, reason: str) -> dict[str, pa.Table]:
    """Return the rows for documents that no process could read, for the same reason."""
    rows = _Rows()
    for document in _documents(documents):
        _add(rows, document, *_failed(document, reason))
    return rows.tables()


def _documents(table: pa.Table) -> Iterator[Document]:
    columns = [table.column(name).to_pylist() for name in DOCUMENTS.names]
    return map(Document._make, zip(*columns, strict=True))


def _read_one(document: Document) -> tuple[Profile, Extraction]:
    overrides = Overrides(region_code=document.region_code, plan_year=document.plan_year)
    about = profile(document.text, overrides, document.file_name)
    return about, _representable(extract(document.text, about, document.document_id))


def _words(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({place.name}, line {place.lineno})"


def _failed(document: Document, reason: str) -> tuple[Profile, Extraction]:
    message = f"{document.file_name} could not be read: {reason}"
    return Profile(), Extraction([], [], [], [Finding(READING_FAILED, Severity.ERROR, message)])


def _representable(extraction: Extraction) -> Extraction:
    """Leave out figures whose value no column can hold (20 digits before the point, or none in 8 after it), and say so.

    Only a garbled text has such a number; its numerals become unexplained, so nothing is lost in silence.
    """
    doubtful = [figure for figure in extraction.figures if not all(map(_is_plain, _numbers(figure)))]
    outsized = [figure for figure in doubtful if not _fits(figure)]
    vanishing = [figure for figure in doubtful if _vanishes(figure)]
    if not outsized and not vanishing:
        return extraction
    names = {figure.figure_id for figure in (*outsized, *vanishing)}
    findings = [
        *(_told("outsized_number", "no quantity of this world", figure) for figure in outsized),
        *(
            _told("vanishing_number", "less than a table can hold, and not stored as 0", figure)
            for figure in vanishing
        ),
    ]
    numerals = [
        Numeral(each.char_start, each.char_end, each.numeral_text, None, Reason.UNEXPLAINED)
        if each.figure_id in names
        else each
        for each in extraction.numerals
    ]
    kept = [figure for figure in extraction.figures if figure.figure_id not in names]
    return Extraction(kept, extraction.qualitative_targets, numerals, extraction.findings + findings)


def _told(check_name: str, words: str, figure: Figure) -> Finding:
    message = f"{words}: {figure.value_text[:60]}"
    return Finding(check_name, Severity.WARNING, message, figure.char_start, figure.char_end, figure.quote)


def _numbers(figure: Figure) -> tuple[Decimal | None, ...]:
    return figure.number, figure.number_high, figure.value, figure.value_high


def _is_plain(number: Decimal | None) -> bool:
    """Return whether a column can hold a number as it is, seen at a glance: nearly all are such."""
    return number is None or (number.is_finite() and STEP <= number < TOO_LARGE)


def _vanishes(figure: Figure) -> bool:
    """Return whether a number that is not 0 would be stored as 0."""
    return any(
        number is not None and number.is_finite() and number != 0 and abs(number) < STEP / 2
        for number in _numbers(figure)
    )


def _fits(figure: Figure) -> bool:
    numbers = _numbers(figure)
    return all(number is None or (number.is_finite() and abs(number) < TOO_LARGE) for number in numbers)


def _add(rows: _Rows, document: Document, about: Profile, extraction: Extraction) -> None:
    facts = {"document_id": document.document_id}
    rows.add(
        "extracted.document_profiles",
        [about],
        text_length=len(document.text),
        extractor_version=document.version,
        extracted_at=datetime.now(UTC),
        **facts,
    )
    rows.add("extracted.figures", extraction.figures, **facts)
    rows.add("extracted.qualitative_targets", extraction.qualitative_targets, **facts)
    rows.add("extracted.numerals", extraction.numerals, **facts)
    findings = [*about.findings, *extraction.findings]
    rows.add("extracted.findings", findings, layer="extracted", file_name=document.file_name, **facts)
