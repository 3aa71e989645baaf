"""The HTML page: complete, self-contained, harmless. In a browser: ``test_page_browser.py``."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from zhibiao.commands.page import write_page
from zhibiao.commands.reading import ReadDocument, read_document


class _Page(HTMLParser):
    """Collects the elements and the text of the report."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.article = ""
        self._in_article = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._in_article = self._in_article or tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self._in_article = self._in_article and tag != "article"

    def handle_data(self, data: str) -> None:
        self.article += data if self._in_article else ""

    def values(self, attribute: str) -> list[str]:
        """All values of an attribute, in order."""
        return [found for _, attributes in self.elements if (found := attributes.get(attribute))]


def _page(tmp_path: Path, *documents: ReadDocument) -> tuple[str, _Page]:
    write_page(documents, tmp_path / "page.html")
    source = (tmp_path / "page.html").read_text("utf-8")
    return source, _Page(source)


def test_the_article_is_the_text_and_nothing_else(tmp_path: Path, document: ReadDocument) -> None:
    assert _page(tmp_path, document)[1].article == document.text


PIPED = "| 指标 | 2023年完成 | 2024年目标 |\n| --- | --- | --- |\n| 地区生产总值（亿元） | 3185.4 | 3400 |\n| 人口（万人） | | 772 |\n"
TABBED = "指标\t2023年\t2024年\n粮食产量（亿斤）\t140.1\t141\n工业用电（亿度）\t52.3\t55\n社会零售（亿元）\t60.5\t66\n"


@pytest.mark.parametrize(("table", "cells"), [(PIPED, 9), (TABBED, 12)])
def test_a_table_is_shown_as_one_and_no_sign_of_it_is_lost(tmp_path: Path, table: str, cells: int) -> None:
    text = f"政府工作报告\n二、2024年工作安排\n主要目标见下表：\n{table}各位代表！增长6%。\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    source, page = _page(tmp_path, read_document(str(tmp_path / "a.md")))
    assert page.article == text
    assert sum(tag == "td" for tag, _ in page.elements) == cells
    table_source = source[source.index("<table>") : source.index("</table>")]
    assert 'class="mark' in table_source
    assert "各位代表" not in table_source


def test_prose_is_no_table(tmp_path: Path, document: ReadDocument) -> None:
    assert not any(tag == "table" for tag, _ in _page(tmp_path, document)[1].elements)


def test_a_script_in_a_report_stays_text(tmp_path: Path, document: ReadDocument) -> None:
    hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&lt;"
    named = replace(
        document,
        file_name=hostile,
        profile=replace(document.profile, title=hostile, region_name=hostile),
    )
    source, page = _page(tmp_path, named)
    assert sum(tag == "script" for tag, _ in page.elements) == 1
    assert not any(tag == "img" for tag, _ in page.elements)
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert "alert(1)</script>" not in source


def test_nothing_is_loaded_from_elsewhere(tmp_path: Path, document: ReadDocument) -> None:
    source, page = _page(tmp_path, document)
    assert not page.values("src")
    assert all(link.startswith("#") for link in page.values("href"))
    assert not re.search(r"url\(|@import|https?:", source)
    policy = next(a["content"] or "" for _, a in page.elements if a.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_every_link_leads_somewhere_and_no_two_places_share_a_name(
    tmp_path: Path, document: ReadDocument
) -> None:
    _, page = _page(tmp_path, document, document)
    places = page.values("id")
    assert len(places) == len(set(places))
    assert {link.removeprefix("#") for link in page.values("href")} <= set(places)
    assert {entry for entries in page.values("data-entries") for entry in entries.split()} <= set(places)


def test_several_documents_have_a_table_of_contents(tmp_path: Path, document: ReadDocument) -> None:
    assert "<nav" in _page(tmp_path, document, document)[0]
    assert "<nav" not in _page(tmp_path, document)[0]


def test_characters_that_hide_or_reorder_text_are_shown(tmp_path: Path, document: ReadDocument) -> None:
    reordered = replace(document, text=document.text + "\x00\x1b\u202e")
    assert _page(tmp_path, reordered)[1].article.endswith("␀␛⟨U+202E⟩")


def test_line_ends_of_windows_are_line_ends(tmp_path: Path, document: ReadDocument) -> None:
    written = replace(document, text=document.text.rstrip("\n") + "\r\n\r\n完")
    assert _page(tmp_path, written)[1].article.endswith("\n\n完")


def test_what_else_a_number_could_have_measured_is_told(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(
        "焦作市政府工作报告（2024年）\n一、2023年工作回顾\n生产总值3347.6亿元，改造32个老旧小区。\n", "utf-8"
    )
    write_page([read_document(str(file))], tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert "生产总值 (no indicator; antecedent)" in page
