"""A PDF file as a whole: its pages, what is a picture, what a file says in error."""

from __future__ import annotations

import pytest

from tests.forms.made import REPORT
from tests.forms.made_pdf import PICTURE, Set, pdf, printed
from tests.forms.report import LINES
from zhibiao.forms.pdf import UnreadablePdfError, text_of_pdf

PAGE = [Set(50, 700 - 20 * row, 10, line) for row, line in enumerate(REPORT)]


def test_where_each_page_begins_is_known() -> None:
    read = text_of_pdf(printed(LINES, size=21, head="商丘日报"))
    assert len(read.page_starts) > 2
    assert read.page_starts[0] == 0
    assert list(read.page_starts) == sorted(read.page_starts)
    assert "商丘日报" not in read.text
    assert "- 2 -" not in read.text


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    read = text_of_pdf(printed(LINES, size=21))
    assert read.text.splitlines() == list(LINES)


def test_pages_that_are_pictures_are_told_and_empty_ones_are_not() -> None:
    read = text_of_pdf(pdf([PAGE, PICTURE, [], PAGE, PICTURE]))
    [finding] = read.findings
    assert finding.check_name == "pages_without_text"
    assert ": 2, 5; run OCR" in finding.message
    assert len(read.page_starts) == 5
    assert not text_of_pdf(pdf([PAGE, []])).findings


def test_a_file_of_pictures_alone_is_a_scan() -> None:
    with pytest.raises(UnreadablePdfError, match=r"a scan: .* run OCR"):
        text_of_pdf(pdf([PICTURE, PICTURE]))


def test_signs_that_their_font_does_not_name_are_told() -> None:
    unnamed = pdf([[Set(50, 700 - 20 * row, 10, "增长\ue001\ue002%，") for row in range(9)]])
    assert [finding.check_name for finding in text_of_pdf(unnamed).findings] == ["unnamed_characters"]
