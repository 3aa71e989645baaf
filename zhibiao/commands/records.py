"""Documents that were read, as JSON and CSV: field names are those of the warehouse's contract."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields

from zhibiao.commands.cells import JsonValue, csv_cell, json_value
from zhibiao.commands.output import Writable
from zhibiao.commands.reading import ReadDocument
from zhibiao.model import Figure, QualitativeTarget

QUALITATIVE_COLUMNS = ["is_quantified", "target_text", "benchmark_text"]
_FIGURE_COLUMNS = [field.name for field in fields(Figure)]
# A column that both kinds of row have stands once.
CSV_COLUMNS = list(dict.fromkeys(["file_name", "document_id", *_FIGURE_COLUMNS, *QUALITATIVE_COLUMNS]))


def write_json(documents: Iterable[ReadDocument], stream: Writable) -> None:
    """Write a JSON array with one object for each document: profile, figures, ledger and findings."""
    stream.write("[")
    separator = "\n"
    for document in documents:
        stream.write(separator + json.dumps(_document_record(document), ensure_ascii=False, indent=2))
        separator = ",\n"
    stream.write("\n]\n")


def write_csv(documents: Iterable[ReadDocument], stream: Writable) -> None:
    """Write a row for each figure and each qualitative target (``is_quantified`` false, no value)."""
    writer = csv.DictWriter(stream, CSV_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for document in documents:
        for row in _rows(document):
            writer.writerow({column: csv_cell(value) for column, value in row.items()})


def _document_record(document: ReadDocument) -> dict[str, JsonValue]:
    profile = asdict(document.profile)
    del profile["findings"]
    return {
        "file_name": document.file_name,
        "document_id": document.document_id,
        "encoding": document.encoding,
        "converter": document.converter,
        "profile": json_value(profile),
        "figures": [json_value(asdict(figure)) for figure in document.extraction.figures],
        "qualitative_targets": [
            json_value(asdict(target)) for target in document.extraction.qualitative_targets
        ],
        "numerals": [json_value(asdict(numeral)) for numeral in document.extraction.numerals],
        "findings": [json_value(asdict(finding)) for finding in document.findings],
    }


def _rows(document: ReadDocument) -> Iterator[dict[str, object]]:
    origin: dict[str, object] = {"file_name": document.file_name, "document_id": document.document_id}
    entries: list[Figure | QualitativeTarget] = [
        *document.extraction.figures,
        *document.extraction.qualitative_targets,
    ]
    for entry in sorted(entries, key=lambda entry: (entry.char_start, entry.char_end)):
        row = {**origin, **asdict(entry)}
        if isinstance(entry, QualitativeTarget):
            row["figure_id"] = row.pop("target_id")
            row |= {"status": "target", "is_headline": True, "is_quantified": False}
        else:
            row["is_quantified"] = True
        yield row
