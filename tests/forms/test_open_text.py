"""An OpenDocument text: what its reader sees, in order."""

from __future__ import annotations

import pytest

from tests.forms.made import REPORT, archive, open_paragraph, open_text
from zhibiao.forms import Unconvertible, convert
from zhibiao.forms.open_text import UnreadableOpenTextError, text_of_open_text


def lines(body: str, styles: str = "") -> list[str]:
    return text_of_open_text(open_text(body, styles)).splitlines()


def test_paragraphs_and_headings_are_lines() -> None:
    body = "<text:h>政府工作报告</text:h>" + "".join(map(open_paragraph, REPORT[1:]))
    assert lines(body) == list(REPORT)


def test_spans_links_spaces_and_breaks_within_a_paragraph() -> None:
    body = (
        "<text:p>增长<text:span>6.<text:span>5</text:span>%</text:span>，<text:a>见表</text:a>"
        '<text:s text:c="2"/>完<text:bookmark-start/>成<text:line-break/>二</text:p>'
    )
    assert lines(body) == ["增长6.5%，见表 完成", "二"]


def test_what_was_deleted_a_comment_and_a_table_of_contents_are_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>增长7%</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:table-of-content><text:index-body>"
        "<text:p>一、回顾 3</text:p></text:index-body></text:table-of-content>"
        "<text:p>增长<text:change/>6%<office:annotation><text:p>对吗？8%</text:p></office:annotation>。</text:p>"
    )
    assert lines(body) == ["增长6%。"]


NUMBERED = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..."'
    ' style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/>'
    '</text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
)


def _items(*items: str, more: str = "") -> str:
    return (
        f'<text:list text:style-name="L1"{more}>'
        + "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
        + "</text:list>"
    )


def test_lists_have_their_numbers_and_go_on_where_they_say_so() -> None:
    inner = f"<text:p>工作安排</text:p><text:list>{'<text:list-item><text:p>推进</text:p></text:list-item>' * 2}</text:list>"
    body = (
        _items("<text:p>工作回顾</text:p>", inner)
        + open_paragraph("之间")
        + _items("<text:p>结语</text:p>", more=' text:continue-numbering="true"')
        + _items("<text:p>新篇</text:p>")
    )
    assert lines(body, NUMBERED) == [
        "一、工作回顾",
        "二、工作安排",
        "1. 推进",
        "2. 推进",
        "之间",
        "三、结语",
        "一、新篇",
    ]


def test_a_bullet_is_no_number_and_a_second_paragraph_of_an_item_has_none() -> None:
    bullets = (
        '<text:list text:style-name="L2"><text:list-item><text:p>就业</text:p></text:list-item></text:list>'
    )
    assert lines(bullets, NUMBERED) == ["就业"]
    assert lines(_items("<text:p>甲</text:p><text:p>乙</text:p>"), NUMBERED) == ["一、甲", "乙"]


def test_a_table_keeps_its_cells_and_fills_merged_ones() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell{more}><text:p>{text}</text:p></table:table-cell>"

    body = (
        "<table:table><table:table-column/><table:table-header-rows><table:table-row>"
        + cell("指标")
        + cell("2024年")
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + cell("人口", ' table:number-columns-spanned="2"')
        + "<table:covered-table-cell/></table:table-row></table:table>"
    )
    assert lines(body) == ["| 指标 | 2024年 |", "| --- | --- |", "| 人口 | 人口 |"]


def test_a_note_stands_behind_the_text_and_a_box_below_its_paragraph() -> None:
    body = (
        "<text:p>增长6%<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>按可比价格。</text:p>"
        "</text:note-body></text:note>，<draw:frame><draw:text-box><text:p>新增就业6万人</text:p></draw:text-box>"
        "</draw:frame>完成任务。</text:p><text:p>第二段。</text:p>"
    )
    assert lines(body) == ["增长6%[1]，完成任务。", "新增就业6万人", "第二段。", "[1] 按可比价格。"]


def test_entities_are_not_expanded_and_no_file_is_read() -> None:
    head = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(UnreadableOpenTextError, match="entities of its own"):
        text_of_open_text(open_text("<text:p>增长&x;</text:p>", head=head))


def test_a_password_damage_and_endless_nesting_are_told() -> None:
    with pytest.raises(UnreadableOpenTextError, match="nested too deep"):
        text_of_open_text(open_text("<text:section>" * 200 + "</text:section>" * 200))
    kind = "application/vnd.oasis.opendocument.text"
    locked = "<m><file-entry><encryption-data/></file-entry></m>"
    members = {"mimetype": kind, "META-INF/manifest.xml": locked, "content.xml": b"\x8f\x01"}
    with pytest.raises(
        Unconvertible, match="an OpenDocument text: protected with a password; save it without one"
    ):
        convert(archive(members), "a.odt")
    with pytest.raises(Unconvertible, match="an OpenDocument text: damaged"):
        convert(archive({"mimetype": kind, "content.xml": "<a"}), "a.odt")
    with pytest.raises(Unconvertible, match="an OpenDocument text: damaged"):
        convert(archive({"mimetype": kind}), "a.odt")
