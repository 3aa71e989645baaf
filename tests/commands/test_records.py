"""What ``extract --format json`` and ``csv`` print."""

from __future__ import annotations

import csv
import io
import json

from zhibiao.commands.reading import ReadDocument
from zhibiao.commands.records import CSV_COLUMNS, write_csv, write_json


def test_json_has_every_record_of_the_reader(document: ReadDocument) -> None:
    stream = io.StringIO()
    write_json([document, document], stream)
    first, second = json.loads(stream.getvalue())
    assert first == second
    assert first["profile"]["plan_year"] == 2024
    assert len(first["figures"]) == 6
    assert first["figures"][2]["value"] == 69000
    assert first["figures"][2]["period_end"] == "2024-12-31"
    assert first["qualitative_targets"][0]["target_text"] == "进出口平稳增长"
    assert [numeral["reason"] for numeral in first["numerals"]] == ["date", "name", "date", "unexplained"]
    assert first["findings"][0]["severity"] == "warning"


def test_no_document_is_an_empty_array() -> None:
    stream = io.StringIO()
    write_json([], stream)
    assert json.loads(stream.getvalue()) == []


def test_every_figure_lies_where_the_record_says(document: ReadDocument) -> None:
    stream = io.StringIO()
    write_json([document], stream)
    for figure in json.loads(stream.getvalue())[0]["figures"]:
        assert document.text[figure["char_start"] : figure["char_end"]] == figure["value_text"]


def test_csv_has_a_row_for_each_figure_and_qualitative_target(document: ReadDocument) -> None:
    stream = io.StringIO()
    write_csv([document], stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert list(rows[0]) == CSV_COLUMNS
    assert [row["value_text"] or row["target_text"] for row in rows] == [
        "3.1%",
        "5.5%",
        "6.9万人",
        "进出口平稳增长",
        "4%",
        "4%",
        "第4位",
    ]
    qualitative = rows[3]
    assert (qualitative["is_quantified"], qualitative["status"]) == ("false", "target")
    assert qualitative["value"] == ""


def test_text_that_a_spreadsheet_would_run_is_harmless_in_csv(document: ReadDocument) -> None:
    stream = io.StringIO()
    write_csv([document], stream)
    assert "'=税收" in stream.getvalue()
    assert ",=税收" not in stream.getvalue()
