"""A Word document: what its reader sees, in order."""

from __future__ import annotations

import pytest

from tests.forms.made import WORD_SPACE, word_document, word_paragraph
from zhibiao.forms.list_numbers import list_number
from zhibiao.forms.word import text_of_document

CHOICES = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"'
    ' Target="{}"/></Relationships>'
)


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


NUMBERING = (
    f'<w:numbering {WORD_SPACE}><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/><w:isLgl/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="●"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>'
)
STYLES = (
    f'<w:styles {WORD_SPACE}><w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/></w:style></w:styles>'
)


def _item(text: str, properties: str) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{_run(text)}</w:p>"


def _in_list(text: str, list_id: int, level: int = 0) -> str:
    return _item(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def _numbered(*items: str) -> list[str]:
    parts = {
        "word/numbering.xml": NUMBERING,
        "word/styles.xml": STYLES,
        "word/_rels/document.xml.rels": RELATIONS.format("numbering", "numbering.xml"),
    }
    return text_of_document(word_document("".join(items), parts)).splitlines()


def test_the_numbers_of_lists_are_text_as_word_shows_them() -> None:
    assert _numbered(
        _in_list("工作回顾", 1),
        _in_list("经济", 1, 1),
        _in_list("民生", 1, 1),
        _in_list("就业", 1, 2),
        word_paragraph("之间"),
        _in_list("工作安排", 1),
        _in_list("目标", 1, 1),
        _in_list("要点", 2),
        _in_list("另起", 3),
    ) == [
        "一、工作回顾",
        "（一）经济",
        "（二）民生",
        "1.1 就业",
        "之间",
        "二、工作安排",
        "（一）目标",
        "要点",
        "五、另起",
    ]


def test_a_style_may_put_a_paragraph_into_a_list_and_the_paragraph_out_of_it() -> None:
    assert _numbered(
        _item("甲", '<w:pStyle w:val="2"/>'),
        _item("乙", '<w:pStyle w:val="1"/>'),
        _item("丙", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ) == ["一、甲", "二、乙", "丙"]


def test_a_text_box_stands_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{word_paragraph('新增就业6万人')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent {CHOICES}><mc:Choice><w:drawing><x>{box}</x></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><y>{box}</y></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p>{_run('增长')}<w:r>{both}</w:r>{_run('6%。')}</w:p>{word_paragraph('完。')}"
    assert text_of_document(word_document(body)) == "增长6%。\n新增就业6万人\n完。"


def test_what_was_moved_away_or_is_hidden_is_out() -> None:
    moved = f"<w:moveFrom>{_run('6%')}</w:moveFrom><w:moveTo>{_run('7%')}</w:moveTo>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>8%</w:t></w:r>"
    seen = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>。</w:t></w:r>'
    assert text_of_document(word_document(f"<w:p>{_run('增长')}{moved}{hidden}{seen}</w:p>")) == "增长7%。"


def test_a_deleted_row_and_a_deleted_end_of_a_paragraph() -> None:
    def row(cell: str, properties: str = "") -> str:
        cells = f"<w:tc>{word_paragraph(cell)}</w:tc>" * 2
        return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"

    table = f"<w:tbl>{row('甲')}{row('乙', '<w:del/>')}{row('丙')}</w:tbl>"
    assert text_of_document(word_document(table)).splitlines() == [
        "| 甲 | 甲 |",
        "| --- | --- |",
        "| 丙 | 丙 |",
    ]
    joined = _item("增长", "<w:rPr><w:del/></w:rPr>") + word_paragraph("6%。")
    assert text_of_document(word_document(joined)) == "增长6%。"


def test_a_note_has_its_mark_in_the_text_and_its_words_behind_it() -> None:
    notes = f'<w:footnotes {WORD_SPACE}><w:footnote w:id="2">{word_paragraph("按可比价格。")}</w:footnote></w:footnotes>'
    parts = {
        "word/footnotes.xml": notes,
        "word/_rels/document.xml.rels": RELATIONS.format("footnotes", "footnotes.xml"),
    }
    body = f"<w:p>{_run('增长6%')}<w:r><w:footnoteReference w:id='2'/></w:r>{_run('。')}</w:p>"
    assert text_of_document(word_document(body, parts)).splitlines() == ["增长6%[1]。", "1. 按可比价格。"]


@pytest.mark.parametrize(
    ("number", "name", "shown"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "chineseCounting", "二十"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (3, "一, 二, 三, ...", "三"),
        (11, "chineseLegalSimplified", "壹拾壹"),
        (3, "ideographTraditional", "丙"),
        (5, "decimalEnclosedCircle", "⑤"),
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (7, "decimalFullWidth", "７"),
        (7, "a format of a later day", "7"),
        (1, "bullet", None),
        (1, "none", None),
    ],
)
def test_formats_of_numbers(number: int, name: str, shown: str | None) -> None:
    assert list_number(number, name) == shown
