"""Files of every form into raw.documents, and files that are made to do harm."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from orchestration.ingest import conversion, land
from orchestration.ingest.conversion import Converter
from tests.forms.made import REPORT, paragraphs, web_page, word_document, word_paragraph
from zhibiao.forms import Converted, Unconvertible


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


def _hang(data: bytes, file_name: str) -> Converted:
    time.sleep(60)
    raise AssertionError


def _fill_memory(data: bytes, file_name: str) -> Converted:
    bytes(4_000_000_000)
    raise AssertionError


def _fall(data: bytes, file_name: str) -> Converted:
    import os

    os.abort()


def _raise(data: bytes, file_name: str) -> Converted:
    raise ZeroDivisionError("of a library")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (_hang, "longer than 2 seconds"),
        (_fill_memory, "more than 2 GB of memory"),
        (_fall, "broke off"),
        (_raise, "ZeroDivisionError: of a library"),
    ],
)
def test_a_file_made_to_do_harm_costs_its_own_process_and_no_more(
    monkeypatch: pytest.MonkeyPatch, fault: Callable[[bytes, str], Converted], words: str
) -> None:
    # Forked, so that the process has the fault too; the one at work is started afresh.
    monkeypatch.setattr(
        conversion.multiprocessing,
        "get_context",
        lambda _: conversion.multiprocessing.context._default_context.get_context("fork"),
    )
    page = web_page(paragraphs(REPORT)).encode()
    with Converter(seconds=2) as converter:
        with monkeypatch.context() as broken:
            broken.setattr(conversion, "convert", fault)
            with pytest.raises(Unconvertible, match=words):
                converter.convert(page, "a.html")
        converter._end()
        assert converter.convert(page, "b.html").text == "\n".join(REPORT)
