"""Pieces of text on a page: lines, columns, running heads and paragraphs, as a person reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from zhibiao.forms.page_layout import Line, Piece, lines_in_order
from zhibiao.forms.running_heads import without_running_heads

HEIGHT, PITCH = 10.0, 16.0


def _piece(text: str, left: float, row: int) -> Piece:
    bottom = 800 - row * PITCH
    return Piece(left, bottom, left + HEIGHT * len(text), bottom + HEIGHT, text)


def _column(lines: Sequence[str], left: float, first_row: int = 1) -> list[Piece]:
    return [_piece(line, left, row) for row, line in enumerate(lines, start=first_row)]


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    text = ""
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        text += line.text
        if following is None or not line.goes_on_in(following):
            yield text
            text = ""


LEFT = [
    "全市生产总值增长百分之",
    "六以上，粮食产量稳定在",
    "二十亿斤以上，城镇新增",
    "就业六万人以上，居民人",
]
RIGHT = [
    "均可支配收入与经济增长",
    "同步，一般公共预算收入",
    "增长百分之五以上，价格",
    "涨幅控制在百分之三内。",
]


def test_lines_are_read_from_the_top_whatever_their_order_in_the_file() -> None:
    lines = lines_in_order(list(reversed(_column(LEFT, 50))))
    assert [line.text for line in lines] == LEFT


def test_columns_are_read_one_after_the_other() -> None:
    beside = [piece for pair in zip(_column(LEFT, 50), _column(RIGHT, 200), strict=True) for piece in pair]
    assert [line.text for line in lines_in_order(beside)] == LEFT + RIGHT


def test_a_headline_over_the_columns_stands_above_them() -> None:
    page = [_piece("政府工作报告全文发表于今日本报", 100, 0), *_column(LEFT, 50), *_column(RIGHT, 200)]
    assert [line.text for line in lines_in_order(page)][1:] == LEFT + RIGHT


@pytest.mark.parametrize("columns", [3, 4])
def test_more_than_two_columns_of_which_the_last_is_short_under_a_headline(columns: int) -> None:
    gutter = HEIGHT * 2
    width = HEIGHT * len(LEFT[0])
    page = [Piece(70, 810, 230, 832, "政府工作报告")]
    for number in range(columns):
        lines = LEFT if number < columns - 1 else LEFT[:2]
        page += _column(lines, 50 + number * (width + gutter))
    expected = ["政府工作报告", *LEFT * (columns - 1), *LEFT[:2]]
    assert [line.text for line in lines_in_order(page)] == expected


def test_a_line_in_the_usual_signs_over_some_of_the_columns_stands_above_them() -> None:
    width, gutter = HEIGHT * len(LEFT[0]), HEIGHT * 2
    page = [_piece("在市第六届人民代表大会第三次会议上市长", 90, 0)]
    for number in range(3):
        page += _column(LEFT, 50 + number * (width + gutter))
    assert [line.text for line in lines_in_order(page)][1:] == LEFT * 3


def test_a_line_stretched_to_the_width_of_its_column_has_no_spaces_but_its_own() -> None:
    stretched = [Piece(50 + 15 * n, 800, 60 + 15 * n, 810, sign) for n, sign in enumerate("固定资产投资增长")]
    assert [line.text for line in lines_in_order(stretched)] == ["固定资产投资增长"]
    ratio = [
        Piece(50, 800, 120, 810, "13.4∶47.7"),
        *(p._replace(left=p.left + 75, right=p.right + 75) for p in stretched[:3]),
    ]
    assert [line.text for line in lines_in_order(ratio)] == ["13.4∶47.7固定资"]
    apart = [*stretched[:4], *[p._replace(left=p.left + 4, right=p.right + 4) for p in stretched[4:]]]
    assert [line.text for line in lines_in_order(apart)] == ["固定资产 投资增长"]
    name = [_piece("市长", 50, 0), _piece("某某", 75, 0)]
    assert [line.text for line in lines_in_order(name)] == ["市长 某某"]


def test_the_cells_of_a_table_are_no_columns() -> None:
    rows = [
        ("地区生产总值", "6.5"),
        ("粮食产量", "20"),
        ("新增就业", "6"),
        ("财政收入", "5"),
        ("进出口", "4"),
    ]
    page = [
        _piece(cell, left, row)
        for row, cells in enumerate(rows)
        for cell, left in zip(cells, (50, 300), strict=True)
    ]
    assert [line.text for line in lines_in_order(page)] == ["\t".join(row) for row in rows]


def test_a_full_line_goes_on_and_an_indent_begins_a_paragraph() -> None:
    lines = lines_in_order([*_column(LEFT, 50), _piece("均收入。", 50, 5), _piece("第二段。", 70, 6)])
    assert list(_paragraphs(lines)) == ["".join(LEFT) + "均收入。", "第二段。"]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    lines = lines_in_order([*_column(LEFT, 50), *_column(RIGHT, 200)])
    assert list(_paragraphs(lines)) == ["".join(LEFT + RIGHT)]


def test_a_heading_is_a_line_of_its_own() -> None:
    lines = lines_in_order([_piece("二、工作安排", 50, 0), *_column(LEFT, 50)])
    assert list(_paragraphs(lines)) == ["二、工作安排", "".join(LEFT)]


def test_running_heads_and_page_numbers_are_left_out_and_years_in_the_text_stay() -> None:
    pages = [
        [_piece("政府工作报告", 120, 0), *_column(LEFT, 50), _piece(f"— {number} —", 120, 9)]
        for number in range(1, 5)
    ]
    assert [[piece.text for piece in page] for page in without_running_heads(pages)] == [LEFT] * 4
    alone = [_piece("2024年主要目标", 50, 0)]
    assert without_running_heads([alone]) == [alone]
