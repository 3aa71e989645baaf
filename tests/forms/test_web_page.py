"""A saved page: the article and its title, and nothing of what stands round it."""

from __future__ import annotations

import pytest

from tests.forms.made import REPORT, paragraphs, web_page
from zhibiao.forms.web_page import text_of_page


def test_menus_headlines_counters_and_addresses_are_left_out() -> None:
    text = text_of_page(web_page(paragraphs(REPORT)))
    assert text == "\n".join(REPORT)


@pytest.mark.parametrize(
    "article",
    [
        paragraphs(REPORT),
        "<br>".join(REPORT),
        "".join(f"<div>&emsp;&emsp;{line}</div>" for line in REPORT),
        "<table><tr><td>" + paragraphs(REPORT) + "</td></tr></table>",
    ],
)
def test_paragraphs_however_a_site_parts_them(article: str) -> None:
    lines = text_of_page(web_page(article)).splitlines()
    assert [line.strip("\u2003") for line in lines] == list(REPORT)


def test_a_page_without_a_frame_is_read_whole() -> None:
    assert text_of_page("<p>一般公共预算收入<b>486.3</b>亿元</p><p>增长&nbsp;5&ensp;%</p>") == (
        "一般公共预算收入486.3亿元\n增长\u00a05\u2002%"
    )


def test_a_title_that_the_article_lacks_stands_first() -> None:
    page = web_page(paragraphs(REPORT[3:]), title="商丘市政府工作报告（2024年）")
    assert text_of_page(page).splitlines()[:2] == ["商丘市政府工作报告（2024年）", "各位代表："]


def test_lines_of_the_source_are_no_lines_of_the_page() -> None:
    assert text_of_page("<p>全市地区\n   生产总值 2235\n 亿元</p>") == "全市地区生产总值 2235 亿元"


def test_what_a_reader_does_not_see_is_not_read() -> None:
    hidden = "<p>增长5%。</p><p style='display:none'>增长6%。</p><p hidden>增长7%。</p><p><del>8%</del>完。</p><!-- 9% -->"
    assert text_of_page(hidden) == "增长5%。\n完。"


def test_the_number_of_an_item_stands_before_its_words_whatever_they_are_in() -> None:
    items = "<ol start='2'><li>甲</li><li><p>乙</p><p>丙</p></li><li></li><li><div><b>丁</b></div></li></ol><p>完。</p>"
    assert text_of_page(items).splitlines() == ["2. 甲", "3. 乙", "丙", "5. 丁", "完。"]


def test_a_table_of_figures_keeps_its_cells_and_fills_merged_ones() -> None:
    table = (
        "<p>主要指标如下。</p><table><tr><th>指标</th><th>2023年</th><th>2024年</th></tr>"
        "<tr><td rowspan='2'>人口</td><td>1</td><td>2</td></tr><tr><td colspan='2'>3<br>万</td></tr></table>"
    )
    assert text_of_page(table).splitlines()[1:] == [
        "| 指标 | 2023年 | 2024年 |",
        "| --- | --- | --- |",
        "| 人口 | 1 | 2 |",
        "| 人口 | 3万 | 3万 |",
    ]


def test_a_page_nested_deeper_than_any_is_read_or_refused_but_ends() -> None:
    assert text_of_page("<div>" * 200 + "增长5%。") == "增长5%。"
    with pytest.raises(ValueError, match="nothing in the page"):
        text_of_page("<div>" * 50_000 + "增长5%。")


def test_an_entity_of_the_pages_own_is_not_followed() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>增长5%。&x;</p></body></html>'
    assert "root:" not in text_of_page(page)
