"""A Word document: what its reader sees, in order."""

from __future__ import annotations

from tests.forms.made import word_document, word_paragraph
from zhibiao.forms.word import text_of_document


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_runs_of_a_paragraph_are_one_line() -> None:
    body = f"<w:p>{_run('增长')}{_run('6.5')}{_run('%')}</w:p>{word_paragraph('完。')}"
    assert text_of_document(word_document(body)) == "增长6.5%\n完。"


def test_what_was_deleted_is_out_and_what_was_inserted_is_in() -> None:
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>6%</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2" w:author="a">{_run("7%")}</w:ins>'
    assert text_of_document(word_document(f"<w:p>{_run('增长')}{deleted}{inserted}</w:p>")) == "增长7%"


def test_a_table_keeps_its_cells() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{word_paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"

    body = f"<w:tbl>{row('指标', '目标')}{row('生产总值', '6.5%')}</w:tbl>"
    assert text_of_document(word_document(body)).splitlines() == [
        "| 指标 | 目标 |",
        "| --- | --- |",
        "| 生产总值 | 6.5% |",
    ]


def test_a_break_within_a_paragraph_ends_a_line() -> None:
    assert (
        text_of_document(word_document(f"<w:p>{_run('一')}<w:r><w:br/></w:r>{_run('二')}</w:p>")) == "一\n二"
    )
