"""Files of every form into raw.documents, and files that are made to do harm."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from orchestration.ingest import land
from orchestration.ingest.conversion import Converter
from tests.forms.faults import work_or_fail
from tests.forms.made import REPORT, paragraphs, web_page, word_document, word_paragraph
from zhibiao.forms import Unconvertible


def test_pages_and_documents_are_landed_with_what_read_them(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    (raw / "a.html").write_text(web_page(paragraphs(REPORT)), encoding="gb18030")
    (raw / "b.docx").write_bytes(word_document("".join(map(word_paragraph, REPORT))))
    (raw / "c.txt").write_text("\n".join(REPORT), encoding="utf-8")
    land(connection, raw, lambda message: None)
    rows = connection.execute(
        "SELECT file_name, media_type, split_part(converter, ' ', 1), encoding, text FROM raw.documents ORDER BY 1"
    ).fetchall()
    text = "\n".join(REPORT)
    assert rows == [
        ("a.html", "text/html", "lxml", "gb18030", text),
        (
            "b.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "mammoth",
            None,
            text,
        ),
        ("c.txt", "text/plain", None, "utf-8", text),
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("hang.html", "longer than 8 seconds"),
        ("fill.html", "more than 1 GB of memory"),
        ("fall.html", "broke off"),
        ("raise.html", "ZeroDivisionError: of a library"),
    ],
)
def test_a_file_made_to_do_harm_costs_its_own_process_and_no_more(name: str, words: str) -> None:
    page = web_page(paragraphs(REPORT)).encode()
    with Converter(seconds=8, most_bytes=1_000_000_000, work=work_or_fail) as converter:
        # The process is at work before the time is taken: starting it takes a moment.
        assert converter.convert(page, "a.html").text == "\n".join(REPORT)
        with pytest.raises(Unconvertible, match=words):
            converter.convert(page, name)
        assert converter.convert(page, "b.html").text == "\n".join(REPORT)
